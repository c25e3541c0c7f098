"""What a build costs as documents grow in number, on one machine and with Spark.

    python benchmarks/scale.py --documents 100 1000 [--input FILE.jsonl] [--workers 1 2] [--spark local[2]] [--json]
    python benchmarks/scale.py --documents 1000 10000 --claims OUT/spark/claims

The first form runs `kg build` as a user does, on the first so many records of FILE, or on business text that
`business_text.py` makes up, and tells for each number of documents and each engine: wall-clock and processor seconds of
all processes, the most memory of the first process (kg itself; with Spark the driver's Python) and what is written. A
build of one document is run before each, and its seconds are what starting takes. The second form resolves and writes
what was read already, here and in this process, which tells how far one driver goes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from business_text import documents as made_up

Figures = dict[str, Any]
_TICKS = os.sysconf("SC_CLK_TCK")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print, a line for each run as it is done."""
    options = _options(arguments)
    for count in options.documents:
        for found in _of_claims(options, count) if options.claims else _of_builds(options, count):
            print(json.dumps(found) if options.json else _as_text(found), flush=True)
    return 0


def _of_builds(options: argparse.Namespace, count: int) -> Iterator[Figures]:
    engines = [(f"{n} workers", ["--workers", str(n)]) for n in options.workers]
    engines += [(f"spark {options.spark}", ["--engine", "spark", "--master", options.spark])] if options.spark else []
    with TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.jsonl", Path(folder) / "many.jsonl"
        write_records(one, 1, options.input)
        size = write_records(many, count, options.input)
        for name, how in engines:
            start = run_build(one, Path(folder) / "one", how)
            out = options.keep or Path(folder) / "out"
            found = run_build(many, out, how)
            reading = found["seconds"] - start["seconds"]
            yield {
                "engine": name, "documents": count, "text_mb": round(size / 1e6, 2),
                "start_seconds": start["seconds"], **found,
                "documents_a_second": round(count / reading, 2) if reading > 0 else None,
                "documents_a_processor_second": round(count / (found["cpu_seconds"] - start["cpu_seconds"]), 2),
                **written(out),
            }  # fmt: skip


def write_records(target: Path, count: int, given: Path | None) -> int:
    """Write some records, and give the bytes of the file."""
    with target.open("w", encoding="utf-8") as out:
        if given:
            with given.open(encoding="utf-8") as lines:
                out.writelines(islice(lines, count))
        else:
            out.writelines(json.dumps(found) + "\n" for found in made_up(count))
    return target.stat().st_size


def run_build(texts: Path, out: Path, how: list[str]) -> Figures:
    """Seconds and memory of a build in a process of its own."""
    started = time.monotonic()
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", str(texts), "-o", str(out), "-q", *how]
    used: dict[int, float] = {}
    with subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"}) as running:
        most = 0
        while running.poll() is None:
            most = max(most, _most_memory(running.pid))
            used |= _processor_seconds(running.pid)
            time.sleep(0.2)
    if running.returncode > 1:
        raise SystemExit(f"kg build gave up with exit code {running.returncode}.")
    seconds = time.monotonic() - started
    return {
        "seconds": round(seconds, 1),
        "cpu_seconds": round(sum(used.values()), 1),
        "most_mb": round(most / 1024),
    }


def written(out: Path) -> Figures:
    """How many there are of each thing, and bytes of files."""
    lines = {f"{n}": sum(1 for _ in (out / f"{n}.jsonl").open()) for n in ("entities", "facts", "observations")}
    sparks = out / "spark"
    parts = {f"{p.name}_bytes": _size(p) for p in sorted(sparks.iterdir())} if sparks.is_dir() else {}
    return lines | {"jsonl_bytes": sum(f.stat().st_size for f in out.glob("*.jsonl"))} | parts


def _of_claims(options: argparse.Namespace, count: int) -> Iterator[Figures]:
    """Resolve and write what was read, in a process of its own as memory is never given back."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", "--documents", str(count), "--claims", str(options.claims)],
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    yield json.loads(done.stdout)


def resolve(claims: Path, count: int) -> Figures:
    """Processor seconds and memory of all that a driver does after reading."""
    from pyarrow.dataset import dataset

    from kg.config import Config
    from kg.ontology import Ontology
    from kg.pipeline import assemble
    from kg.store import from_bytes

    ontology = Ontology.load()
    base, started = _most_memory(os.getpid()), time.process_time()
    rows = dataset(claims).head(count, columns=["record"])["record"]
    extractions = [from_bytes(row) for row in rows.to_pylist() if row is not None]
    decoded, held = time.process_time(), _most_memory(os.getpid())
    graph = assemble(extractions, (), Config(), ontology)
    assembled, most = time.process_time(), _most_memory(os.getpid())
    with TemporaryDirectory() as folder:
        graph.write(folder, pages=False)
    done = time.process_time()
    return {
        "engine": "resolve", "documents": len(extractions), "decode_seconds": round(decoded - started, 1),
        "resolve_seconds": round(assembled - decoded, 1), "write_seconds": round(done - assembled, 1),
        "start_mb": round(base / 1024), "extractions_mb": round((held - base) / 1024),
        "resolved_mb": round((most - base) / 1024), "written_mb": round((_most_memory(os.getpid()) - base) / 1024),
        "entities": len(graph.entities), "facts": len(graph.facts), "observations": len(graph.observations),
    }  # fmt: skip


def _processor_seconds(pid: int) -> dict[int, float]:
    """Seconds that a process and those that it started, at any depth, have used so far.

    They are looked up while these live, as Java waits for none of its own.
    """
    parents, used = {}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            found = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        number = int(place.parent.name)
        parents[number], used[number] = int(found[1]), (int(found[11]) + int(found[12])) / _TICKS
    ours = {pid}
    while more := {child for child, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return {number: used[number] for number in ours if number in used}


def _most_memory(pid: int) -> int:
    """The most memory that a process held so far, in kilobytes; 0 where that is not known."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _as_text(found: Figures) -> str:
    return "  ".join(f"{key} {value}" for key, value in found.items())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--input", type=Path, metavar="FILE", help="records in JSON lines")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the last output is left")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--spark", metavar="MASTER", help="also with Spark")
    parser.add_argument("--claims", type=Path, metavar="FOLDER", help="resolve these instead")
    parser.add_argument("--json", action="store_true", help="print JSON lines")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    if "--child" in sys.argv:
        given = _options(None)
        print(json.dumps(resolve(given.claims, given.documents[0])))
        sys.exit(0)
    sys.exit(main())
