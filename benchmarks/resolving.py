"""What one driver does after reading, which tells how far it goes: resolve and write what Spark has read.

    kg build --engine spark texts.jsonl -o OUT
    python benchmarks/resolving.py OUT/spark/claims --documents 1000 10000 [--json]

Each number of documents is done in a process of its own, as memory is never given back. Told are the processor seconds
of keeping, resolving and writing, and the megabytes that each added to what a process holds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def resolve(claims: Path, count: int) -> dict[str, Any]:
    """Processor seconds and memory of all that a driver does after reading."""
    from pyarrow.dataset import dataset

    from kg.config import Config
    from kg.ontology import Ontology
    from kg.pipeline import assemble
    from kg.store import Journal, from_bytes

    ontology = Ontology.load()
    base, started = _most(), time.process_time()
    with Journal() as journal:
        for batch in dataset(claims).head(count, columns=["record"]).to_batches(max_chunksize=100):
            for row in batch["record"].to_pylist():
                if row is not None:
                    journal.put(from_bytes(row))
        kept, held = time.process_time(), _most()
        graph = assemble(journal, (), Config(), ontology)
        assembled, most = time.process_time(), _most()
    with TemporaryDirectory() as folder:
        graph.write(folder, pages=False)
    done = time.process_time()
    return {
        "documents": len(graph.documents), "keep_seconds": round(kept - started, 1),
        "resolve_seconds": round(assembled - kept, 1), "write_seconds": round(done - assembled, 1),
        "start_mb": round(base / 1024), "kept_mb": round((held - base) / 1024),
        "resolved_mb": round((most - base) / 1024), "written_mb": round((_most() - base) / 1024),
        "entities": len(graph.entities), "facts": len(graph.facts), "observations": len(graph.observations),
    }  # fmt: skip


def _most() -> int:
    """The most memory that this process has held, in kilobytes."""
    lines = Path(f"/proc/{os.getpid()}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print, a line for each number of documents as it is done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("claims", type=Path, metavar="FOLDER", help="OUT/spark/claims of a build with Spark")
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--json", action="store_true", help="print JSON lines")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.claims.is_dir():
        parser.error(f"{options.claims} is not a folder")
    for count in options.documents:
        if options.child:
            print(json.dumps(resolve(options.claims, count)))
            continue
        command = [sys.executable, __file__, str(options.claims), "--child", "--documents", str(count)]
        found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
        print(json.dumps(found) if options.json else "  ".join(f"{k} {v}" for k, v in found.items()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
