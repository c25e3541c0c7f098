"""What a large file of records takes in memory: bytes over those of a file with one record.

    python benchmarks/memory.py --megabytes 500 --text 300 --other 250000
    python benchmarks/memory.py --megabytes 500 --text 250000 --stage read

Makes a file of JSON lines of this size, whose records have `--text` characters of text and `--other` characters in a
column that kg does not read, then reads it, or builds a graph of it, in a process of its own and reports the most
memory that this held (VmHWM of Linux), once for a file of one record and once for the whole.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

SENTENCES = "Brelco {n} bought {n} tonnes of oak from Larkwell Foods for $5 million. It sells to Hexlar. "
CHILD = """
import sys
from pathlib import Path
from kg import build
from kg.read import read
stage, path, out = sys.argv[1:]
if stage == "read":
    print(sum(1 for _ in read([path])))
else:
    graph = build(path)
    if stage == "write":
        graph.write(out)
    print(len(graph.documents))
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def record(number: int, text: int, other: int) -> str:
    """A line of JSON."""
    words = SENTENCES.format(n=number) * (text // len(SENTENCES) + 1)
    return json.dumps({"id": f"r{number}", "text": words[:text], "other": "x" * other}) + "\n"


def measured(stage: str, path: Path, out: Path) -> tuple[int, int]:
    """Documents, and the most memory in kilobytes."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, stage, path, out], check=True, stdout=subprocess.PIPE, text=True
    )
    documents, kilobytes = done.stdout.split()
    return int(documents), int(kilobytes)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--text", type=int, default=300, help="characters of a text")
    parser.add_argument("--other", type=int, default=250_000, help="characters beside it")
    parser.add_argument("--stage", choices=["read", "build", "write"], default="build")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.jsonl", Path(folder) / "many.jsonl"
        one.write_text(record(0, options.text, options.other))
        with many.open("w") as file:
            number = 0
            while file.tell() < options.megabytes * 10**6:
                file.writelines(record(number + n, options.text, options.other) for n in range(100))
                number += 100
        size = many.stat().st_size
        _, base = measured(options.stage, one, Path(folder) / "out")
        started = time.monotonic()
        documents, most = measured(options.stage, many, Path(folder) / "out")
    found = {
        "stage": options.stage,
        "file_mb": round(size / 1e6, 1),
        "documents": documents,
        "base_mb": round(base * 1024 / 1e6),
        "over_base_mb": round((most - base) * 1024 / 1e6),
        "seconds": round(time.monotonic() - started, 1),
    }
    print(json.dumps(found) if options.json else "\n".join(f"{key:14}{value}" for key, value in found.items()))


if __name__ == "__main__":
    main()
