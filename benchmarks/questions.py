"""How quick the shipped questions are on a big graph, in kg and in rdflib over the same triples.

    python benchmarks/questions.py [--facts 33000] [--runs 3] [--limit 60] [--without-rdflib] [--json]

The graph is generated as in benchmarks/exports.py: 33,000 facts give about a million triples. Each question is asked
about the entity with most facts of a kind that fits (and the next), optional parameters left out, and once more with
one where a question takes an entity but needs none. Milliseconds are medians of the runs, in kg from text to rows;
the same SPARQL goes to rdflib once. What rdflib does not answer within the limit (seconds) counts as the limit, so that
"times faster" is then at least that.
"""

from __future__ import annotations

import argparse
import json
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import rdflib
from exports import generated

from kg.graph import KnowledgeGraph
from kg.query import Dataset, fits, full_text, questions, run
from kg.query.dataset import dataset
from kg.questions import ENTITY


class TooSlowError(Exception):
    """The limit is over."""


def cases(graph: KnowledgeGraph) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Names of cases, questions and parameters."""
    uses = Counter(end for fact in graph.facts for end in (fact.subject, fact.object))
    busiest = sorted(graph.entities, key=lambda e: (-uses[e.id], e.id))
    known = {"fact": graph.facts[0].id, "document": graph.documents[0].id, "text": "x" * 40}
    known["metric"] = graph.observations[0].metric
    for name, question in questions().items():
        given = {}
        entities = iter(busiest)
        for p in question.parameters:
            fitting = (e.id for e in entities if p.type == ENTITY and fits(e.kind, p.kinds))
            given[p.name] = known.get(p.type) or next(fitting, "")
        needed = {p.name: given[p.name] for p in question.parameters if p.required}
        yield name, name, needed
        if "entity" in {p.name for p in question.parameters} - set(needed):
            yield f"{name} of one", name, {**needed, "entity": given["entity"]}


def peopled(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The graph with a kind of the ontology for every fifth entity, in turn, beside companies."""
    kinds = graph.ontology.leaf_kinds
    entities = (replace(e, kind=kinds[i // 5 % len(kinds)]) if i % 5 == 0 else e for i, e in enumerate(graph.entities))
    return replace(graph, entities=tuple(entities))


def median(ask: Callable[[], int], runs: int) -> tuple[float, int]:
    """Milliseconds, and how many rows came."""
    times, rows = [], 0
    for _ in range(runs):
        started = time.perf_counter()
        rows = ask()
        times.append((time.perf_counter() - started) * 1e3)
    return statistics.median(times), rows


def limited(ask: Callable[[], int], limit: int) -> tuple[float, int | None]:
    """Milliseconds of one run and its rows, None where it was stopped or failed."""

    def stop(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    try:
        return median(ask, 1)
    except (TooSlowError, RecursionError):
        return limit * 1e3, None
    finally:
        signal.alarm(0)


def in_rdflib(data: Dataset) -> rdflib.Graph:
    """The same triples in rdflib's memory store."""
    graph = rdflib.Graph()
    lines = b"".join(f"{q.triple} .\n".encode() for q in data.store.quads_for_pattern(None, None, None, None) if q)
    graph.parse(data=lines, format="nt")
    return graph


def measured(facts: int, runs: int, limit: int, *, with_rdflib: bool) -> dict[str, Any]:
    """All figures."""
    graph = peopled(generated(facts))
    data = dataset(graph)
    other = in_rdflib(data) if with_rdflib else None
    rows = []
    for case, name, parameters in cases(graph):
        own, count = median(lambda: len(run(data, name, parameters)), runs)  # noqa: B023
        row: dict[str, Any] = {"case": case, "rows": count, "kg_ms": round(own, 2)}
        if other is not None:
            text = full_text(data, name, parameters)
            theirs, their_count = limited(
                lambda: len(list(other.query(text, initNs=dict(data.prefixes)))),  # noqa: B023
                limit,
            )
            row |= {"rdflib_ms": round(theirs, 1), "rdflib_rows": their_count, "times": round(theirs / own, 1)}
        print(row, file=sys.stderr, flush=True)
        rows.append(row)
    found: dict[str, Any] = {"triples": len(data.store), "cases": rows}
    found["kg_median_ms"] = statistics.median(row["kg_ms"] for row in rows)
    if other is not None:
        found["rdflib_median_ms"] = statistics.median(row["rdflib_ms"] for row in rows)
        found["median_times"] = statistics.median(row["times"] for row in rows)
        found["stopped"] = [row["case"] for row in rows if row["rdflib_rows"] is None]
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=33_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=60, help="seconds that rdflib may take for a question")
    parser.add_argument("--without-rdflib", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    found = measured(args.facts, args.runs, args.limit, with_rdflib=not args.without_rdflib)
    if args.json:
        print(json.dumps(found, indent=2))
        return
    print(f"{found['triples']:,} triples; kg {found['kg_median_ms']:.1f} ms a question (median)", end="")
    if "median_times" in found:
        print(f", rdflib {found['rdflib_median_ms']:.0f} ms, median {found['median_times']:.0f} times faster", end="")
        print(f"; rdflib stopped at the limit: {', '.join(found['stopped']) or 'none'}", end="")
    print()


if __name__ == "__main__":
    main()
