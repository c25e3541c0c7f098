"""Graphs and gold made by hand: each fact and observation is a line of words.

graph("d1 Alder customerOf Bolt planned")            gold_line("d1", "Alder customerOf Bolt planned")
graph(("d1 Alder revenue level", percent(20)))       gold_line("d1", "Alder revenue level 20% optional")
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
_KINDS = {"Gizmo": "Product", "fire": "Risk"}

Measured = tuple[str, Value | None]


def percent(number: int) -> Value:
    return Value(f"{number}%", Decimal(number), "percent")


def entity(name: str, *mentions: str, documents: Iterable[str] = ("d1", "d2"), aliases: Iterable[str] = ()) -> Entity:
    """An entity that is called by each of the mentions in each of the documents."""
    kind = _KINDS.get(name, "Company")
    found = tuple(Mention(d, 0, len(text), text, kind, name) for d in documents for text in (name, *mentions))
    return Entity(f"id/{name}", kind, name, tuple(aliases), (), found)


def graph(*said: str | Measured, entities: Iterable[Entity] = ()) -> KnowledgeGraph:
    made = {e.name: e for e in entities}
    facts, observations = [], []
    for number, one in enumerate(said):
        document, subject, predicate, object_, *status = (one if isinstance(one, str) else one[0]).split()
        evidence = (Evidence(document, 0, 4, f"{subject} says so.", "rule:test"),)
        made.setdefault(subject, entity(subject))
        if isinstance(one, str):
            ends = made[subject].id, predicate, made.setdefault(object_, entity(object_)).id
            asserted = Status(status[0] if status else "asserted")
            facts.append(Fact(f"fact/{number:02}", *ends, asserted, 0.9, (), evidence))
        else:
            of = made[subject].id, predicate, Change(object_), one[1]
            observations.append(Observation(f"observation/{number:02}", *of, Status.ASSERTED, 0.9, (), evidence))
    texts = tuple(Document(d, "Some words.") for d in ("d1", "d2"))
    return KnowledgeGraph(texts, tuple(made.values()), tuple(facts), tuple(observations), (), ONTOLOGY)


def gold_line(document: str, *said: str, **names: str) -> dict[str, Any]:
    """A line of gold; `names` are the names, separated by commas, of what the lines call otherwise."""
    facts, observations, ids = [], [], {}
    for line in said:
        subject, predicate, object_, *more = line.split()
        rest = [word for word in more if word != "optional"]
        found = {"s": subject, "optional": "optional" in more, "quote": f"{subject} says it."}
        if predicate in ONTOLOGY.relations:
            facts.append(found | {"r": predicate, "o": object_, "status": rest[0] if rest else "asserted"})
            ids |= dict.fromkeys((subject, object_))
        else:
            value = {"value": " ".join(rest), "status": "asserted"}
            observations.append(found | {"metric": predicate, "kind": object_} | value)
            ids[subject] = None
    called = {ident: names.get(ident, ident).split(", ") for ident in ids}
    entities = [
        {"id": ident, "kind": _KINDS.get(ident, "Company"), "name": all_[0], "mentions": all_}
        for ident, all_ in called.items()
    ]
    return {"doc": document, "entities": entities, "facts": facts, "observations": observations}
