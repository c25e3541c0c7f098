"""The tools, a method each. The protocol's types and words stand around them in `kg.mcp.server`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import Field

from kg.errors import InputError
from kg.mcp import cards, finding
from kg.mcp.asking import Asker
from kg.mcp.quoting import line, quoted
from kg.mcp.shapes import Card, Cell, Facts, Hits, Numbers, Table, Text, Understood
from kg.mcp.source import Held, Source
from kg.mcp.wording import parameter
from kg.model import Fact, Observation

T = TypeVar("T")

Words = Annotated[str, Field(description=parameter("words"))]
Kind = Annotated[str, Field(description=parameter("kind"))]
One = Annotated[str, Field(description=parameter("entity"))]
Either = Annotated[str, Field(description=parameter("either"))]
Other = Annotated[str, Field(description=parameter("other"))]
Relation = Annotated[str, Field(description=parameter("relation"))]
Standing = Annotated[str, Field(description=parameter("status"))]
Metric = Annotated[str, Field(description=parameter("metric"))]
Stating = Annotated[str, Field(description=parameter("document"))]
Id = Annotated[str, Field(description=parameter("id"))]
Start = Annotated[int, Field(ge=0, description=parameter("start"))]
Length = Annotated[int, Field(ge=1, le=20_000, description=parameter("length"))]
Sparql = Annotated[str, Field(description=parameter("sparql"))]
Question = Annotated[str, Field(description=parameter("question"))]
Few = Annotated[int, Field(ge=1, le=100, description=parameter("limit"))]
Many = Annotated[int, Field(ge=1, le=1000, description=parameter("limit"))]
Offset = Annotated[int, Field(ge=0, description=parameter("offset"))]


class Tools:
    """What a model can ask of a graph. What is wrong with a call is raised as a KgError of one sentence."""

    def __init__(self, source: Source, asker: Asker) -> None:
        self._source = source
        self._asker = asker

    def search(self, words: Words, kind: Kind = "", limit: Few = 10) -> Hits:
        """Entities by name."""
        return finding.search(self._source.read(), words, kind, limit)

    def entity(self, entity: One) -> Card:
        """What there is of an entity."""
        held = self._source.read()
        return cards.card(held, finding.entity_of(held, entity))

    def facts(
        self,
        entity: Either = "",
        other: Other = "",
        relation: Relation = "",
        status: Standing = "",
        document: Stating = "",
        limit: Few = 20,
        offset: Offset = 0,
    ) -> Facts:
        """Facts, filtered."""
        held = self._source.read()
        wanted = _relation(held, relation) if relation else ""
        ends = {finding.entity_of(held, name).id for name in (entity, other) if name}
        known = held.facts.get(min(ends), []) if ends else held.graph.facts
        found = [f for f in known if wanted in ("", f.relation) and ends <= {f.subject, f.object}]
        found = sorted(_such(held, found, status, document), key=lambda f: (-f.confidence, f.id))
        page, next_offset = _page(found, offset, limit)
        return Facts(facts=[cards.told(held, fact) for fact in page], total=len(found), next_offset=next_offset)

    def observations(
        self,
        entity: Either = "",
        metric: Metric = "",
        status: Standing = "",
        document: Stating = "",
        limit: Few = 20,
        offset: Offset = 0,
    ) -> Numbers:
        """Numbers, filtered."""
        held = self._source.read()
        known = held.observations.get(finding.entity_of(held, entity).id, []) if entity else held.graph.observations
        metrics = sorted({o.metric for o in held.graph.observations})
        if metric and metric not in metrics:
            raise InputError(f"The graph has no metric {line(metric)!r}; it has: {', '.join(metrics)}.")
        found = _such(held, [o for o in known if metric in ("", o.metric)], status, document)
        found.sort(key=lambda o: (o.metric, -o.confidence, o.id))
        page, next_offset = _page(found, offset, limit)
        told = [cards.number(held, each) for each in page]
        return Numbers(observations=told, total=len(found), next_offset=next_offset)

    def document(self, id: Id, start: Start = 0, length: Length = 4000) -> Text:
        """A piece of a text."""
        held = self._source.read()
        return cards.text(held.documents[_document(held, id)], start, length)

    def query(self, sparql: Sparql, limit: Many = 100) -> Table:
        """Rows of SPARQL."""
        found = self._asker.query(self._source.folder(), sparql, limit)
        return Table(**found | {"rows": _rows(found)})

    def ask(self, question: Question, limit: Many = 100) -> Understood:
        """The answer to plain English."""
        found = self._asker.question(self._source.folder(), question, limit)
        return Understood(**found | {"rows": _rows(found)})


def _relation(held: Held, given: str) -> str:
    """The relation of this name or label, read from either side."""
    wanted = given.casefold().removeprefix("kg:")
    for name, relation in held.graph.ontology.relations.items():
        names = (name, relation.label, relation.inverse, relation.inverse_label)
        if wanted in {each.casefold() for each in names if each}:
            return name
    present = sorted({fact.relation for fact in held.graph.facts})
    if given in present:  # of an ontology that is not at hand
        return given
    raise InputError(f"The graph has no relation {line(given)!r}; it has: {', '.join(present)}.")


def _document(held: Held, given: str) -> str:
    if given not in held.documents:
        some = ", ".join(sorted(held.documents)[:5])
        raise InputError(
            f"There is no document {line(given)!r}; there are {len(held.documents)}, such as {line(some)}."
        )
    return given


def _such(held: Held, found: list[Any], status: str, document: str) -> list[Any]:
    """Those of a status, and told in a document."""
    of_all: Sequence[Fact | Observation] = (*held.graph.facts, *held.graph.observations)
    statuses = {each.status.value for each in of_all} if status else set()
    if status and status not in statuses:
        raise InputError(
            f"Nothing in the graph has the status {line(status)!r}; there are: {', '.join(sorted(statuses))}."
        )
    if document:
        _document(held, document)
        found = [each for each in found if any(e.document == document for e in each.evidence)]
    return [each for each in found if status in ("", each.status.value)]


def _page(found: Sequence[T], offset: int, limit: int) -> tuple[Sequence[T], int | None]:
    end = offset + limit
    return found[offset:end], end if end < len(found) else None


def _rows(found: dict[str, Any]) -> list[dict[str, Cell]]:
    """Rows with words safe to show, and numbers that JSON has."""

    def cell(value: Cell) -> Cell:
        if isinstance(value, str):
            return quoted(value)
        return str(value) if isinstance(value, float) and not math.isfinite(value) else value

    return [{column: cell(value) for column, value in row.items()} for row in found["rows"]]
