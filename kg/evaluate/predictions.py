"""What a graph says of each document, in the form of gold: to be read beside it, or corrected into it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.model import Entity, Evidence, Fact, Observation, Qualifier

Json = dict[str, Any]
_PARTIES = ("of", "counterparty")  # qualifiers that gold gives as ids of entities


def write_predictions(rows: Iterable[Json], file: Path) -> None:
    """Write one prediction a line.

    Raises:
        InputError: the file cannot be written.
    """
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        file.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise InputError(f"Cannot write {file}: {error.strerror or error}.") from error


def graph_predictions(graph: KnowledgeGraph) -> Iterator[Json]:
    """What a graph says of each of its documents."""
    return (_predictions(graph, document.id) for document in graph.documents)


def _predictions(graph: KnowledgeGraph, document: str) -> Json:
    """The entities, facts and observations of a document, in reading order."""
    facts = _of(graph.facts, document)
    observations = _of(graph.observations, document)
    ends = {end for fact, _ in facts for end in (fact.subject, fact.object)} | {o.subject for o, _ in observations}
    places = {e.id: min((m.start for m in e.mentions if m.document == document), default=-1) for e in graph.entities}
    entities = [e for e in graph.entities if places[e.id] >= 0 or e.id in ends]
    entities.sort(key=lambda e: (places[e.id], e.id))
    ids = {entity.id: f"e{number}" for number, entity in enumerate(entities, 1)}
    by_name = {entity.name: ids[entity.id] for entity in entities}
    return {
        "doc": document,
        "entities": [_entity(entity, ids[entity.id], document) for entity in entities],
        "facts": [_fact(fact, evidence, ids) for fact, evidence in facts],
        "observations": [_observation(said, evidence, ids, by_name) for said, evidence in observations],
    }


def _of(said: Sequence[Fact] | Sequence[Observation], document: str) -> list[tuple[Any, Evidence]]:
    """What is said in a document, each with the first passage that says it there."""
    pairs = [(one, evidence) for one in said for evidence in one.evidence if evidence.document == document]
    pairs.sort(key=lambda pair: (pair[1].start, pair[0].id))
    return list({one.id: (one, evidence) for one, evidence in reversed(pairs)}.values())[::-1]


def _entity(entity: Entity, ident: str, document: str) -> Json:
    here = [m for m in sorted(entity.mentions, key=lambda m: m.start) if m.document == document]
    mentions = list(dict.fromkeys(m.text for m in here if m.how != "pronoun"))
    return {"id": ident, "kind": entity.kind, "name": entity.name, "mentions": mentions}


def _fact(fact: Fact, evidence: Evidence, ids: Mapping[str, str]) -> Json:
    found = {"s": ids[fact.subject], "r": fact.relation, "o": ids[fact.object], "status": fact.status.value}
    qualifiers = {name: _words(value) for name, value in fact.qualifiers}
    return {**found, **({"q": qualifiers} if qualifiers else {}), "quote": evidence.quote}


def _observation(said: Observation, evidence: Evidence, ids: Mapping[str, str], by_name: Mapping[str, str]) -> Json:
    found: Json = {"s": ids[said.subject], "metric": said.metric, "value": said.value.text if said.value else ""}
    qualifiers = {name: _words(value) for name, value in said.qualifiers}
    qualifiers |= {name: by_name.get(qualifiers[name], qualifiers[name]) for name in _PARTIES if name in qualifiers}
    found |= {"kind": said.change.value, **({"q": qualifiers} if qualifiers else {})}
    return {**found, "status": said.status.value, "quote": evidence.quote}


def _words(value: Qualifier) -> str:
    return value if isinstance(value, str) else value.text
