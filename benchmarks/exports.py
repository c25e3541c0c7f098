"""How long kg export takes for a big graph, and how big the files are.

    python benchmarks/exports.py [--facts N] [--format NAME,NAME...] [--disk] [--json]

The graph is generated, the same each time: a fifth as many entities as facts, a tenth as many observations, a
document for each ten facts; every third fact has an amount, every fourth a time, every fifth a second passage.
With --disk documents, facts and observations lie in files and are read anew at each look, as those of a big build.
Printed are wall-clock seconds, megabytes (10^6 bytes) of the files, the most memory that the process held, and how
much of it came with the writing, one process a format.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.export import FORMATS, checked, from_objects, write_formats
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology

SYLLABLES = "ka ro mel vin tas per lo qui den sa bru hex lar kes tri".split()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = _options(arguments)
    names = checked(options.format.split(",")) if options.format else FORMATS
    if options.lay:
        write_formats(generated(options.facts), Path(options.lay), ["jsonl"])
        return 0
    if options.one:
        print(json.dumps(measure(names[0], options.facts, disk=options.disk)))
        return 0
    rows = []
    for name in names:
        command = [sys.executable, __file__, "--one", "--facts", str(options.facts), "--format", name]
        command += ["--disk"] if options.disk else []
        rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        if not options.json:
            row = rows[-1]
            size, held, more = row["megabytes"], row["memory"], row["over"]
            print(f"{row['format']:<9}{row['seconds']:>7.1f} s{size:>9.1f} MB{held:>8.0f} MB held, {more} by writing")
    if options.json:
        print(json.dumps({"facts": options.facts, "formats": rows}, indent=2))
    return 0


def measure(name: str, facts: int, *, disk: bool = False) -> dict[str, Any]:
    """One format: seconds, megabytes of the files, megabytes of memory at most, and of those how many by writing."""
    with TemporaryDirectory() as folder:
        graph = on_disk(facts, Path(folder)) if disk else generated(facts)
        before = _held()
        started = time.perf_counter()
        (written,) = write_formats(graph, Path(folder) / "out", [name])
        seconds = time.perf_counter() - started
        size = sum(path.stat().st_size for path in written.files)
    most = _held()
    found = {"format": name, "seconds": round(seconds, 2), "megabytes": round(size / 1e6, 1)}
    return found | {"memory": round(most), "over": round(most - before)}


def _held() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


class Lines(Sequence[Any]):
    """Objects of a JSON lines file that are read when they are looked at."""

    def __init__(self, path: Path, ontology: Ontology) -> None:
        self.path, self.ontology = path, ontology
        with path.open("rb") as lines:
            self.starts = array("q", accumulate(map(len, lines), initial=0))

    def __len__(self) -> int:
        """How many lines."""
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[Any]:
        """The objects in order."""
        with self.path.open("rb") as lines:
            yield from map(self.made, lines)

    def __getitem__(self, at: Any) -> Any:
        """One object."""
        with self.path.open("rb") as lines:
            lines.seek(self.starts[at])
            return self.made(lines.readline())

    def made(self, line: bytes) -> Any:
        """The object of a line."""
        graph = from_objects({self.path.name: [json.loads(line)]}, self.ontology, "")
        return (*graph.documents, *graph.facts, *graph.observations)[0]


def on_disk(facts: int, folder: Path) -> KnowledgeGraph:
    """A graph of so many facts that lie in files; another process writes them, so that this one stays small."""
    command = [sys.executable, __file__, "--lay", str(folder), "--facts", str(facts)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    ontology = Ontology.load()
    documents, said, observations = (
        Lines(folder / f"{name}.jsonl", ontology) for name in ("documents", "facts", "observations")
    )
    with (folder / "entities.jsonl").open("rb") as lines:
        entities = from_objects({"entities.jsonl": map(json.loads, lines)}, ontology, "").entities
    return KnowledgeGraph(documents, entities, said, observations, (), ontology)


def generated(facts: int) -> KnowledgeGraph:
    """A graph of so many facts."""
    ontology, draw = Ontology.load(), random.Random(1)
    names = [f"{_name(draw)} {_name(draw)} {number}" for number in range(max(2, facts // 5))]
    ids = [f"company/{name.lower().replace(' ', '-')}" for name in names]
    documents = tuple(Document(f"d-{number:06}", "x" * 2000, date="2026-01-01") for number in range(facts // 10 + 1))
    entities = tuple(
        Entity(id, "Company", name, (name.split()[0],), (), (Mention("d-000000", 0, 5, name, "Company", name),))
        for id, name in sorted(zip(ids, names, strict=True))
    )
    relations = sorted(ontology.relations)
    said = tuple(_fact(number, ids, relations, documents, draw) for number in range(facts))
    observations = tuple(_observation(number, ids, documents, draw) for number in range(facts // 10))
    return KnowledgeGraph(documents, entities, said, observations, (), ontology)


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=3)).title()


def _fact(
    number: int, ids: list[str], relations: list[str], documents: tuple[Document, ...], draw: random.Random
) -> Fact:
    subject, value = draw.sample(ids, 2)
    passages = tuple(_passages(number, documents, draw, 2 if number % 5 == 0 else 1))
    status = draw.choices([*list(Status)[:3], Status.PLANNED, Status.ASSERTED], weights=[1, 1, 1, 2, 15])[0]
    millions = Decimal(draw.randrange(1, 900))
    amount = Value(f"${millions} million", millions * 10**6, "money", "USD", per="year")
    qualifiers = [("amount", amount)] if number % 3 == 0 else []
    qualifiers += [("date", Period("March 2026", "2026-03"))] if number % 4 == 0 else []
    confidence = round(draw.random(), 3)
    relation = draw.choice(relations)
    return Fact(f"f{number:012}", subject, relation, value, status, confidence, tuple(qualifiers), passages)


def _observation(number: int, ids: list[str], documents: tuple[Document, ...], draw: random.Random) -> Observation:
    value = Value("29 %", Decimal(29), "percent")
    passages = tuple(_passages(number, documents, draw, 1))
    subject = draw.choice(ids)
    return Observation(f"o{number:012}", subject, "revenue", Change.INCREASE, value, Status.ASSERTED, 0.8, (), passages)


def _passages(number: int, documents: tuple[Document, ...], draw: random.Random, count: int) -> Iterator[Evidence]:
    for turn in range(count):
        document = documents[(number // 10 + turn * 7) % len(documents)].id
        start = draw.randrange(0, 1800)
        yield Evidence(document, start, start + 120, "x" * 120, "model", (("subject", start, start + 9),))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=100_000)
    parser.add_argument("--format", default="", help="names of formats; all if left out")
    parser.add_argument("--disk", action="store_true", help="what is written lies on disk")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--lay", default="", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
