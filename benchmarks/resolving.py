"""What a build does after reading, in one process: resolve and write what was read, of many documents.

    kg add STORE texts.jsonl
    python benchmarks/resolving.py STORE --documents 300 3000 30000 [--pages] [--json]

Instead of a store it may be OUT/spark/claims of a build with Spark, since this is what one driver does. Where more
documents are asked for than there are, each is taken again with the letters of most of its names shifted, so that
there are new companies as well as known ones. Each number of documents is done in a process of its own, as memory is
never given back. Told are the processor seconds of keeping, resolving and writing, and the most megabytes that a
process held after each, over what it held at first.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SHARED = frozenset(
    {"Corp", "Limited", "Company", "Group", "Holding", "Holdings", "Partners", "Bank", "Capital", "Energy"}
)


def resolve(given: Path, number: int, *, pages: bool) -> dict[str, Any]:
    """Processor seconds and memory of all that comes after reading."""
    from kg.config import Config
    from kg.ontology import Ontology
    from kg.pipeline import assemble
    from kg.store import Journal

    ontology = Ontology.load()
    base, started = _most(), time.process_time()
    with Journal() as journal:
        for extraction in islice(_extractions(given), number):
            journal.put(extraction)
        kept, held = time.process_time(), _most()
        graph = assemble(journal, (), Config(), ontology)
        assembled, most = time.process_time(), _most()
    with TemporaryDirectory() as folder:
        graph.write(folder, pages=pages)
    done = time.process_time()
    return {
        "documents": len(graph.documents), "keep_seconds": round(kept - started, 1),
        "resolve_seconds": round(assembled - kept, 1), "write_seconds": round(done - assembled, 1),
        "start_mb": round(base / 1024), "kept_mb": round((held - base) / 1024),
        "resolved_mb": round((most - base) / 1024), "written_mb": round((_most() - base) / 1024),
        "entities": len(graph.entities), "facts": len(graph.facts), "observations": len(graph.observations),
    }  # fmt: skip


def _extractions(given: Path) -> Iterator[Any]:
    """All that was read, and again with other names, without end."""
    from kg.disk import from_json, to_json
    from kg.model import Extraction

    for extraction in _records(given):
        yield extraction
    for shift in count(1):
        for extraction in _records(given):
            line = json.loads(to_json(Extraction, extraction))
            line["document"]["id"] += f"-{shift}"
            for mention in _mentions(line):
                mention["document"] = line["document"]["id"]
            yield from_json(Extraction, _renamed(json.dumps(line), extraction, shift).encode())


def _mentions(line: Any) -> Iterator[dict[str, Any]]:
    """All objects that name their document."""
    inside = line.values() if isinstance(line, dict) else line if isinstance(line, list) else ()
    if isinstance(line, dict) and isinstance(line.get("document"), str):
        yield line
    for each in inside:
        yield from _mentions(each)


def _renamed(line: str, extraction: Any, shift: int) -> str:
    """The line with the small letters of the words of seven names in ten shifted; all offsets stay right."""
    names = {m.name for m in extraction.mentions if crc32(m.name.encode()) % 10 < 7}
    words = {w for name in names for w in _NAME_WORD.findall(name)} - _SHARED

    def changed(found: re.Match[str]) -> str:
        word = found[0]
        return word if word not in words else word[0] + "".join(_shifted(c, shift) for c in word[1:])

    return _WORD.sub(changed, line)


def _shifted(letter: str, by: int) -> str:
    return chr((ord(letter) - ord("a") + by) % 26 + ord("a")) if "a" <= letter <= "z" else letter


def _records(given: Path) -> Iterator[Any]:
    from kg.store import Store, from_bytes, is_store

    if is_store(given):
        with Store.open(given) as store:
            yield from store.snapshot()
        return
    from pyarrow.dataset import dataset

    for batch in dataset(given).to_batches(columns=["record"], batch_size=100):
        yield from (from_bytes(row) for row in batch["record"].to_pylist() if row is not None)


def _most() -> int:
    """The most memory that this process has held, in kilobytes."""
    lines = Path(f"/proc/{os.getpid()}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print, a line for each number of documents as it is done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("given", type=Path, metavar="FOLDER", help="a store, or OUT/spark/claims of a build with Spark")
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--pages", action="store_true", help="write graph.html and explorer.html, too")
    parser.add_argument("--json", action="store_true", help="print JSON lines")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.given.is_dir():
        parser.error(f"{options.given} is not a folder")
    for number in options.documents:
        if options.child:
            print(json.dumps(resolve(options.given, number, pages=options.pages)))
            continue
        command = [sys.executable, __file__, str(options.given), "--child", "--documents", str(number)]
        command += ["--pages"] * options.pages
        found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
        print(json.dumps(found) if options.json else "  ".join(f"{k} {v}" for k, v in found.items()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
