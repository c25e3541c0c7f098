"""How long reports and inference take on a graph of invented trade and ownership.

    python benchmarks/reports.py --facts 20000
    python benchmarks/reports.py --facts 20000 --json

Every entity is a company; of the facts three quarters are trade, half of it with amounts and shares, a quarter is
ownership. Seeded, so that every run measures the same graph.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from decimal import Decimal

from kg.analysis import coverage, exposure, network
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Fact, Qualifier, Status, Value
from kg.ontology import Ontology
from kg.query import infer, relations_that

SEED = 7


def made(facts: int) -> KnowledgeGraph:
    """A graph of so many facts about a quarter as many companies, a document for every ten facts."""
    chance, ontology = random.Random(SEED), Ontology.load()
    (trade,) = relations_that(ontology, "trade")
    owning = sorted(name for name, turned in relations_that(ontology, "ownership").items() if not turned)
    names = [f"company/c{n:06}" for n in range(max(facts // 4, 2))]
    found: dict[tuple[str, str, str], Fact] = {}
    for n in range(facts):
        one, other = chance.sample(names, 2)
        relation = chance.choice(owning) if n % 4 == 0 else trade
        share = Value("s %", Decimal(chance.randint(1, 99)), "percent")
        amount = Value("a", Decimal(chance.randint(1, 99) * 10**6), "money", "USD", per="month")
        held: tuple[tuple[str, Qualifier], ...] = (("share", share),) if n % 4 == 0 else ()
        held = (("amount", amount), ("share", share)) if n % 4 and n % 2 else held
        quote = f"{one} and {other}."
        evidence = (Evidence(f"d{n // 10:06}", 0, len(quote), quote, "made"),)
        found[one, relation, other] = Fact(f"fact/{n:08}", one, relation, other, Status.ASSERTED, 0.9, held, evidence)
    documents = tuple(Document(f"d{n:06}", "Some words. " * 40) for n in range(facts // 10 + 1))
    entities = tuple(Entity(name, ontology.leaf_kinds[0], name) for name in names)
    return KnowledgeGraph(documents, entities, tuple(found.values()), (), (), ontology)


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    started = time.perf_counter()
    work()
    return round(time.perf_counter() - started, 2)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    graph = made(options.facts)
    busiest = max(graph.by_id, key=lambda id: sum(id in (f.subject, f.object) for f in graph.facts[:2000]))
    measured = {
        "facts": len(graph.facts),
        "infer": seconds(lambda: infer(graph)),
        "inferred": len(infer(graph)),
        "exposure": seconds(lambda: exposure(graph, busiest)),
        "network": seconds(lambda: network(graph)),
        "coverage": seconds(lambda: coverage(graph)),
    }
    if options.json:
        print(json.dumps(measured))
    else:
        for name, number in measured.items():
            print(f"{name:>10}  {number:,}{' s' if isinstance(number, float) else ''}")


if __name__ == "__main__":
    main()
