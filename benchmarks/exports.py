"""How long kg export takes for a big graph, and how big the files are.

    python benchmarks/exports.py [--facts N] [--format NAME,NAME...] [--json]

The graph is generated, the same each time: a fifth as many entities as facts, a tenth as many observations, a
document for each ten facts; every third fact has an amount, every fourth a time, every fifth a second passage.
Printed are wall-clock seconds, megabytes (10^6 bytes) of the files, and the most memory that the process held, one
process a format.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.export import FORMATS, checked, write_formats
from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology

SYLLABLES = "ka ro mel vin tas per lo qui den sa bru hex lar kes tri".split()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = _options(arguments)
    names = checked(options.format.split(",")) if options.format else FORMATS
    if options.one:
        print(json.dumps(measure(names[0], options.facts)))
        return 0
    rows = []
    for name in names:
        command = [sys.executable, __file__, "--one", "--facts", str(options.facts), "--format", name]
        rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        if not options.json:
            row = rows[-1]
            print(f"{row['format']:<9}{row['seconds']:>7.1f} s{row['megabytes']:>9.1f} MB{row['memory']:>8.0f} MB held")
    if options.json:
        print(json.dumps({"facts": options.facts, "formats": rows}, indent=2))
    return 0


def measure(name: str, facts: int) -> dict[str, Any]:
    """One format: seconds, megabytes of the files, megabytes of memory at most."""
    graph = generated(facts)
    with TemporaryDirectory() as folder:
        started = time.perf_counter()
        (written,) = write_formats(graph, Path(folder), [name])
        seconds = time.perf_counter() - started
        size = sum(path.stat().st_size for path in written.files)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return {"format": name, "seconds": round(seconds, 2), "megabytes": round(size / 1e6, 1), "memory": round(held)}


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
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
