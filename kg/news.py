"""What changed from one graph to another, as it reads in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.graph import KnowledgeGraph
from kg.report import counted, shortened
from kg.terminal import bold, clean, faint, readable, wrapped

if TYPE_CHECKING:
    from kg.query import Changes, Difference

_TITLES = {
    "new": "New",
    "done": "Now so, planned or possible before",
    "ended": "Ended",
    "denied": "Denied",
    "changed": "Changed",
    "contradicted": "Contradictions",
    "planned": "New plans and possibilities",
    "number": "New numbers",
    "gone": "No longer in the graph",
}


def change_lines(found: Changes, before: KnowledgeGraph, after: KnowledgeGraph) -> Iterator[str]:
    """Differences under their headings, each with the passage that says it, then how many entities came and went."""
    days = {d.id: d.date for graph in (before, after) for d in graph.documents}
    for (kind, heading), group in groupby(found.differences, key=lambda d: (d.kind, d.heading)):
        yield bold(f"{_TITLES[kind]}: {heading}")
        for difference in group:
            yield from _lines(difference, days)
        yield ""
    came, went = (counted(n, "entity", "entities") for n in (found.new_entities, found.gone_entities))
    entities = [f"{came} new"] * bool(found.new_entities) + [f"{went} gone"] * bool(found.gone_entities)
    yield (
        ", ".join([counted(len(found.differences), "difference"), *entities])
        if found.differences or entities
        else ("Nothing has changed.")
    )


def _lines(difference: Difference, days: dict[str, str]) -> Iterator[str]:
    documents = [clean(d) for d in dict.fromkeys(e.document for e in difference.evidence)]
    day = next((f" of {clean(days[e.document])}" for e in difference.evidence[:1] if days.get(e.document)), "")
    more = f" and {counted(len(documents) - 1, 'other document')}" if documents[1:] else ""
    source = f"; in {documents[0]}{day}{more}" if documents else ""
    yield from readable(f"{difference.sentence}{source}.", 2, hanging=2)
    if difference.before:
        yield from readable(f"before: {difference.before}", 6, hanging=2)
    for evidence in difference.evidence[:1]:
        yield from wrapped(f"“{shortened(evidence.quote)}”", 6)
    ids = ", ".join(i.rpartition("/")[2] for i in difference.ids)
    yield from map(faint, wrapped(f"confidence {difference.confidence:.2f} · {ids}", 6))


def changes_json(found: Changes) -> dict[str, Any]:
    """The same for a program."""
    return {
        "differences": [
            {
                "kind": d.kind.value,
                "heading": d.heading,
                "sentence": d.sentence,
                "before": d.before,
                "ids": list(d.ids),
                "confidence": d.confidence,
                "evidence": [
                    {"document": e.document, "start": e.start, "end": e.end, "quote": e.quote} for e in d.evidence
                ],
            }
            for d in found.differences
        ],
        "new_entities": found.new_entities,
        "gone_entities": found.gone_entities,
    }
