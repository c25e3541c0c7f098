"""What a notebook shows of a graph: its size and its surest facts with the words that say them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kg.model import Fact

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

ROWS = 20
QUOTE = 200  # characters of a quote that are shown
_HEADINGS = ("subject", "relation", "object", "status", "confidence", "quote")


def as_html(graph: KnowledgeGraph) -> str:
    """A summary and a table of facts, all text escaped."""
    facts = sorted(graph.facts, key=lambda f: (-f.confidence, f.id))[:ROWS]
    head = "".join(f"<th>{h}</th>" for h in _HEADINGS)
    rows = "".join(_row(graph, fact) for fact in facts)
    left = len(graph.facts) - len(facts)
    more = f"<p>and {left} more facts</p>" if left else ""
    return f"<p>{escape(repr(graph))}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _row(graph: KnowledgeGraph, fact: Fact) -> str:
    def name(entity_id: str) -> str:
        entity = graph.by_id.get(entity_id)
        return entity.name if entity else entity_id

    relation = graph.ontology.relations.get(fact.relation)
    quote = fact.evidence[0].quote if fact.evidence else ""
    cells = (
        name(fact.subject),
        relation.label if relation else fact.relation,
        name(fact.object),
        fact.status.value,
        f"{fact.confidence:.2f}",
        quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…",
    )
    # bdi keeps right-to-left text from turning its neighbours around
    return "<tr>" + "".join(f"<td><bdi>{escape(c)}</bdi></td>" for c in cells) + "</tr>"
