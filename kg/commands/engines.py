"""What reads a build: this machine, or Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.options import Input

if TYPE_CHECKING:
    from kg.config import Config
    from kg.pipeline import Expecting, Extracting

HERE, SPARK = "local", "spark"
_WEB = {"http", "https"}

_OPTIONS = (
    click.option(
        "--engine",
        type=click.Choice([HERE, SPARK]),
        default=HERE,
        help="What reads: processes of this machine (local), or the workers of Spark.",
    ),
    click.option(
        "--master", metavar="MASTER", help="Of Spark: local[2], yarn, spark://HOST:PORT; all processors if left out."
    ),
    click.option("--input", "more", metavar="INPUT", type=Input(), multiple=True, help="As INPUT."),
)


@dataclass(frozen=True)
class Engine:
    """What is left to be read here (`inputs`), who recognises and relates, and what is to do when all is written.

    `expecting` is as `kg.pipeline.build` has it.
    """

    inputs: Sequence[Path | str]
    extracting: Extracting
    publish: Callable[[], None] = lambda: None
    expecting: Expecting | None = None


def reads_by_engine(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of engines."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@contextmanager
def engine_of(
    name: str, master: str | None, inputs: Sequence[Path | str], out: Path, config: Config, undated: str,
    as_of: date | None, workers: int | None,
) -> Iterator[Engine]:  # fmt: skip
    """The engine that options ask for, as long as it is needed.

    Raises:
        UsageError: options that do not go together.
        KgError: Spark cannot be started.
    """
    tables = [str(i) for i in inputs if _is_table(i)]
    if name == HERE:
        if master:
            raise click.UsageError("--master goes with --engine spark.")
        if tables:
            raise click.UsageError(f"{tables[0]} is a table that Spark reads: add --engine spark.")
        with _readers(config, workers) as (extracting, expecting):
            yield Engine(inputs, extracting, expecting=expecting)
        return
    if workers:
        raise click.UsageError("--workers is of --engine local; with Spark, --master local[N] says how many.")
    if tables and as_of:
        raise click.UsageError("--as-of needs inputs that are read here, not the tables of Spark.")
    from kg.scale.engine import FOLDER
    from kg.scale.engine import Engine as Sparks
    from kg.scale.session import session

    with session(master) as spark:
        sparks = Sparks(spark, out / FOLDER, config, tables, undated)
        rest = [i for i in inputs if not _is_table(i)]
        yield Engine(rest, sparks.extract, lambda: sparks.publish(out, config.base))


@contextmanager
def _readers(config: Config, workers: int | None) -> Iterator[tuple[Extracting, Expecting | None]]:
    """Processes of their own that recognise and relate, so that no document can take the whole run down."""
    if workers == 0:
        from kg.pipeline import extract

        yield extract, None
        return
    from kg.scale import Pool

    with Pool(config, workers) as pool:
        yield pool.extract_and_end, pool.expect


def _is_table(given: Path | str) -> bool:
    """Whether it is a URI that Spark reads: s3a://, hdfs://, file:// ..."""
    scheme, found, _ = str(given).partition("://")
    return bool(found) and scheme.lower() not in _WEB
