"""Entities, facts and observations in the shapes of the tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kg.export import joined, qualifiers_to_json, value_to_json
from kg.mcp.quoting import line, quoted
from kg.mcp.shapes import Card, Count, Named, Neighbour, Number, Quote, Text, Told
from kg.mcp.source import Held
from kg.model import Document, Entity, Evidence, Fact, Observation, Status
from kg.report import relation_label
from kg.sentences import fact_sentence, observation_sentence

_DOCUMENTS, _NEIGHBOURS, _PASSAGES = 50, 30, 3
_QUOTE = 600  # characters of a passage


def card(held: Held, entity: Entity) -> Card:
    """An entity with counts and neighbours."""
    documents = sorted({m.document for m in (*entity.mentions, *entity.references)})
    facts = held.facts.get(entity.id, [])
    neighbours = _neighbours(held, entity, facts)
    return Card(
        id=entity.id,
        name=line(entity.name),
        kind=entity.kind,
        aliases=[line(alias) for alias in entity.aliases if alias != entity.name],
        identifiers={name: line(value) for name, value in joined(entity.identifiers)},
        documents=documents[:_DOCUMENTS],
        document_count=len(documents),
        relations=_counts(held, entity, facts),
        metrics=dict(sorted(Counter(o.metric for o in held.observations.get(entity.id, ())).items())),
        neighbours=neighbours[:_NEIGHBOURS],
        neighbour_count=len(neighbours),
    )


def told(held: Held, fact: Fact) -> Told:
    """A fact in words and parts, with the first of its passages."""
    return Told(
        id=fact.id,
        sentence=line(fact_sentence(held.graph, fact)),
        subject=named(held, fact.subject),
        relation=fact.relation,
        object=named(held, fact.object),
        status=fact.status.value,
        confidence=round(float(fact.confidence), 3),
        sources=fact.sources,
        qualifiers=_words(qualifiers_to_json(fact.qualifiers)),
        contradicted_by=list(fact.contradicts),
        ended_by=list(fact.ended_by),
        evidence=_quotes(fact.evidence),
        evidence_count=len(fact.evidence),
    )


def number(held: Held, observation: Observation) -> Number:
    """An observation in words and parts, with the first of its passages."""
    return Number(
        id=observation.id,
        sentence=line(observation_sentence(held.graph, [observation])),
        subject=named(held, observation.subject),
        metric=observation.metric,
        kind=observation.change.value,
        value=_words(value_to_json(observation.value)),
        text=line(observation.value.text) if observation.value else "",
        status=observation.status.value,
        confidence=round(float(observation.confidence), 3),
        qualifiers=_words(qualifiers_to_json(observation.qualifiers)),
        evidence=_quotes(observation.evidence),
        evidence_count=len(observation.evidence),
    )


def text(document: Document, start: int, length: int) -> Text:
    """A piece of a document; what lies outside of its text is left out."""
    start = min(max(start, 0), len(document.text))
    piece = quoted(document.text[start : start + length])
    return Text(
        document=document.id,
        title=line(document.title),
        date=document.date,
        source=line(document.source),
        start=start,
        end=start + len(piece),
        length=len(document.text),
        text=piece,
    )


def named(held: Held, id_: str) -> Named:
    """An entity by its id."""
    known = held.graph.by_id.get(id_)
    return Named(id=id_, name=line(known.name) if known else "?")


def _quotes(evidence: Iterable[Evidence]) -> list[Quote]:
    """Passages, cut where they are long: `end` is that of what is shown."""
    return [
        Quote(document=e.document, start=e.start, end=min(e.end, e.start + _QUOTE), quote=quoted(e.quote[:_QUOTE]))
        for e in list(evidence)[:_PASSAGES]
    ]


def _reads(held: Held, entity: Entity, fact: Fact) -> str:
    return line(relation_label(held.graph, fact.relation, inverse=fact.subject != entity.id))


def _counts(held: Held, entity: Entity, facts: Iterable[Fact]) -> list[Count]:
    counts = Counter((fact.relation, _reads(held, entity, fact), fact.status.value) for fact in facts)
    return [
        Count(relation=relation, reads=reads, status=status, facts=number)
        for (relation, reads, status), number in sorted(counts.items())
    ]


def _neighbours(held: Held, entity: Entity, facts: Iterable[Fact]) -> list[Neighbour]:
    by_other: dict[str, list[Fact]] = {}
    for fact in facts:
        other = fact.object if fact.subject == entity.id else fact.subject
        by_other.setdefault(other, []).append(fact)
    found = []
    for other, shared in sorted(by_other.items(), key=lambda item: (-len(item[1]), item[0])):
        reads = sorted({_reads(held, entity, fact) + _status(fact) for fact in shared})
        known = held.graph.by_id.get(other)
        name, kind = named(held, other).name, known.kind if known else ""
        found.append(Neighbour(id=other, name=name, kind=kind, relations=reads, facts=len(shared)))
    return found


def _status(fact: Fact) -> str:
    return "" if fact.status is Status.ASSERTED else f" ({fact.status.value})"


def _words(value: Any) -> Any:
    """JSON with its strings made safe to show."""
    if isinstance(value, str):
        return line(value)
    if isinstance(value, dict):
        return {key: _words(each) for key, each in value.items()}
    return [_words(each) for each in value] if isinstance(value, list) else value
