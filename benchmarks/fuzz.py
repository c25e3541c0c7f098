"""Damage of every kind, put to every reader of kg and to what else comes from strangers.

    python benchmarks/fuzz.py --documents 100000 -o fuzz.json
    python benchmarks/fuzz.py --seed 1 --only 4711     # one trial again, with its traceback

Trial N of a seed is always the same (tests/fuzz/trials.py): a sound file of invented companies, harmed by one to five
of flipped bits, cuts, splices, repetitions, hostile tokens of its format, other encodings, bombs in small form and
noise; inside of what is packed more often than not. Of a hundred trials 88 are files to read, the others go to the
grammar of quantities and times, settings, decisions, ontologies, SPARQL and its parameters, questions in English and
the whole build. A trial fails if anything is raised, the process ends, it takes longer than `--seconds` (the process
is killed then), more memory than `--megabytes`, or what comes out is not whole: each file gives documents or problems,
each text and block and title can be written, each reason is one printable line.

The result is written as JSON after each thousand trials; the same command goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import select
import subprocess
import sys
import tempfile
import time
import traceback
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

TESTS = Path(__file__).resolve().parent.parent / "tests" / "fuzz"
sys.path.insert(0, str(TESTS))

CHUNK = 1_000  # trials after which the result is written
START = 120.0  # seconds in which a process loads its models
LIBRARIES = (
    "charset-normalizer",
    "lxml",
    "markdown-it-py",
    "pyarrow",
    "pyoxigraph",
    "pypdfium2",
    "spacy",
    "trafilatura",
)


def work(arguments: argparse.Namespace) -> None:
    """Do the trials that standard input names, "FIRST END" a line; tell the number at hand and what came of each."""
    from trials import trial

    resource.setrlimit(resource.RLIMIT_AS, (arguments.megabytes * 1024**2,) * 2)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder, open(arguments.at, "r+b", buffering=0) as at:
        trial(arguments.seed, 0, Path(folder), ["build"])  # models are loaded now
        for line in sys.stdin:
            first, end = map(int, line.split())
            found: dict[str, Any] = {"counts": {}, "failures": []}
            for number in range(first, end):
                os.pwrite(at.fileno(), number.to_bytes(8, "big"), 0)
                _counted(found, arguments, number, Path(folder))
            os.pwrite(at.fileno(), end.to_bytes(8, "big"), 0)
            found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(json.dumps(found), flush=True)


def _counted(found: dict[str, Any], arguments: argparse.Namespace, number: int, folder: Path) -> None:
    from trials import trial

    started = time.process_time()
    try:
        outcome = trial(arguments.seed, number, folder, arguments.targets)
    except Exception as error:  # each is a failure to be told
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {str(error)[:300]} ({Path(where.filename).name}:{where.lineno})"
        found["failures"].append({"number": number, "what": what})
        return
    seconds = time.process_time() - started
    name = f"{outcome.target} {outcome.format}".strip()
    count = found["counts"].setdefault(name, {"tried": 0, "documents": 0, "problems": 0, "slowest": [0.0, 0]})
    count["tried"] += 1
    count["documents"] += outcome.documents
    count["problems"] += outcome.problems
    count["slowest"] = max(count["slowest"], [round(seconds, 2), number])


class Worker:
    """A process that does trials, watched from here."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._at = tempfile.NamedTemporaryFile()  # noqa: SIM115 - it lives as long as the worker
        self._running: subprocess.Popen[str] | None = None

    def do(self, first: int, end: int) -> list[dict[str, Any]]:
        """What came of some trials; one that ends or stops the process is a failure, and the others are done again."""
        answer = self._asked(first, end)
        if answer is not None:
            return [json.loads(answer)]
        number = int.from_bytes(self._told(), "big")
        what = (
            "the process stood still"
            if self._running is not None and self._running.poll() is None
            else "the process ended"
        )
        self.stop()
        failure = {"counts": {}, "failures": [{"number": number, "what": what}], "megabytes": 0}
        spans = [(first, number), (number + 1, end)]
        return [failure, *(found for span in spans if span[0] < span[1] for found in self.do(*span))]

    def _told(self) -> bytes:
        return os.pread(self._at.fileno(), 8, 0)

    def _asked(self, first: int, end: int) -> str | None:
        """The line that a process answers, None if it ends or stands still."""
        if self._running is None:
            os.pwrite(self._at.fileno(), first.to_bytes(8, "big"), 0)
            told = ["--at", self._at.name, *sys.argv[1:]]
            self._running = subprocess.Popen(
                [sys.executable, __file__, *told], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            patience = START
        else:
            patience = self._arguments.seconds
        stdin, stdout = self._running.stdin, self._running.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(f"{first} {end}\n")
        stdin.flush()
        clock = _Clock(self._running.pid)
        before, since = self._told(), clock.now()
        while not select.select([stdout], [], [], 0.2)[0]:
            if (now := self._told()) != before:
                before, since, patience = now, clock.now(), self._arguments.seconds
            elif clock.now() - since > patience:
                return None
        return stdout.readline() or None

    def stop(self) -> None:
        """End the process."""
        if self._running is not None:
            self._running.kill()
            self._running.communicate()
            self._running = None


class _Clock:
    """Seconds of processor time that a process has had; of ten that pass without any, one counts.

    So a busy machine makes nothing fail, and a process that waits for something does not wait for ever.
    """

    def __init__(self, pid: int) -> None:
        self._stat = Path(f"/proc/{pid}/stat")
        self._began = time.monotonic()

    def now(self) -> float:
        passed = time.monotonic() - self._began
        try:
            fields = self._stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # not Linux, or the process has ended
            return passed
        spent = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return spent + (passed - spent) / 10


class Result:
    """What came of all trials so far, in a file."""

    def __init__(self, path: Path, seed: int) -> None:
        self._path = path
        self._lock = Lock()
        held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self.held = held if held.get("seed") == seed else _nothing(seed)

    def is_done(self, chunk: int) -> bool:
        """Whether a chunk was done."""
        return chunk in self.held["chunks"]

    @property
    def read(self) -> int:
        """How many malformed documents were tried."""
        return sum(count["tried"] for name, count in self.held["counts"].items() if name.startswith("read "))

    def add(self, chunk: int, found: list[dict[str, Any]], seconds: float) -> None:
        """Add a chunk, and write."""
        with self._lock:
            held = self.held
            for part in found:
                held["failures"] += part["failures"]
                held["megabytes"] = max(held["megabytes"], part["megabytes"])
                for name, count in part["counts"].items():
                    total = held["counts"].setdefault(name, dict.fromkeys(count, 0) | {"slowest": [0.0, 0]})
                    total |= {key: total[key] + count[key] for key in ("tried", "documents", "problems")}
                    total["slowest"] = max(total["slowest"], count["slowest"])
            held["chunks"] = sorted({*held["chunks"], chunk})
            held["seconds"] = round(held["seconds"] + seconds, 1)
            held["documents"] = self.read
            held["counts"] = dict(sorted(held["counts"].items()))
            self._path.write_text(json.dumps(held, indent=1), encoding="utf-8")


def _nothing(seed: int) -> dict[str, Any]:
    libraries = {name: version(name) for name in LIBRARIES}
    versions = {"kg": version("kg-business"), "python": platform.python_version(), **libraries}
    fixed = {"seed": seed, "documents": 0, "failures": [], "megabytes": 0, "seconds": 0.0, "versions": versions}
    return {**fixed, "counts": {}, "chunks": []}


def run(arguments: argparse.Namespace) -> Result:
    """Do trials until enough documents were read."""
    result = Result(arguments.output, arguments.seed)
    free = deque(Worker(arguments) for _ in range(arguments.processes))
    workers = list(free)

    def do(chunk: int) -> None:
        if result.read >= arguments.documents or result.is_done(chunk):
            return
        worker, started = free.pop(), time.monotonic()
        try:
            result.add(chunk, worker.do(chunk * CHUNK, (chunk + 1) * CHUNK), time.monotonic() - started)
        finally:
            free.append(worker)
        told = f"{result.read:,} documents, {len(result.held['failures'])} failures"
        print(f"\r{told}", end="", file=sys.stderr, flush=True)

    try:
        with ThreadPoolExecutor(arguments.processes) as threads:
            for _ in threads.map(do, range(arguments.documents // 500 + 1)):  # more chunks than can be needed
                pass
    finally:
        for worker in workers:
            worker.stop()
        print(file=sys.stderr)
    return result


def main() -> int:
    """Run, or do one trial again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000, help="malformed documents to read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20.0, help="of a processor that a trial may take")
    parser.add_argument("--megabytes", type=int, default=4096, help="of addresses that a process may have")
    parser.add_argument("--targets", nargs="*", default=[], help="what to try, such as read or ask; all if left out")
    parser.add_argument("--folder", type=Path, help="where damaged files are put, best in memory (/dev/shm)")
    parser.add_argument("-o", "--output", type=Path, default=Path("fuzz.json"))
    parser.add_argument("--only", type=int, metavar="N", help="do trial N here")
    parser.add_argument("--json", action="store_true", help="print the whole result")
    parser.add_argument("--at", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.at:
        work(arguments)
        return 0
    if arguments.only is not None:
        from trials import trial

        with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
            print(trial(arguments.seed, arguments.only, Path(folder), arguments.targets))
        return 0
    held = run(arguments).held
    print(
        json.dumps(
            held if arguments.json else {key: held[key] for key in ("documents", "seconds", "failures")}, indent=1
        )
    )
    return 1 if held["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
