"""A graph that lies elsewhere: each look makes new, equal objects, as a sequence on disk does, and they are counted."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Status, Value
from kg.ontology import Ontology

SENTENCE = "Firm {a} sells boards to Firm {b} under order {n}. "


class Census:
    """How many objects are alive, and the most that were at once."""

    def __init__(self):
        self.alive = self.most = self.made = 0

    def passing(self, items, make=lambda item: item):
        """These items as a sequence of counted objects."""
        kinds = {type(item): self.counted(type(item)) for item in items}
        return Passing(items, lambda item: make(kinds[type(item)](*map(item.__getattribute__, item.__match_args__))))

    def counted(self, kind):
        """A kind whose objects are counted while they live."""
        census = self

        class Counted(kind):
            __slots__ = ()

            def __new__(cls, *_, **__):
                census.alive += 1
                census.made += 1
                census.most = max(census.most, census.alive)
                return object.__new__(cls)

            def __del__(self):
                census.alive -= 1

        return Counted


class Passing(Sequence):
    """A sequence that makes a new object at each look."""

    def __init__(self, items, make):
        self.items, self.make = items, make

    def __len__(self):
        return len(self.items)

    def __getitem__(self, at):
        return self.make(self.items[at])

    def __iter__(self):
        return map(self.make, self.items)


def elsewhere(graph: KnowledgeGraph) -> tuple[KnowledgeGraph, Census]:
    """The same graph where everything but the entities themselves is made anew at each look."""
    census = Census()
    entities = tuple(
        dataclasses.replace(e, mentions=census.passing(e.mentions), references=census.passing(e.references))
        for e in sorted(graph.entities, key=lambda e: e.id)
    )
    others = {
        name: census.passing(sorted(getattr(graph, name), key=lambda item: item.id))
        for name in ("documents", "facts", "observations")
    }
    return dataclasses.replace(graph, entities=entities, **others), census


def many(facts: int) -> KnowledgeGraph:
    """A graph of so many facts, a document for each five, a quarter as many entities."""
    entities, said, observed, documents = facts // 4, [], [], []
    mentions: dict[int, list[Mention]] = {}
    for number in range(facts):
        document, turn = f"d{number // 5:05}", number % 5
        a, b = number % entities, (number * number + 1) % (1 + number % entities)
        text = SENTENCE.format(a=a, b=b, n=number)
        if turn == 0:
            documents.append(Document(document, ""))
        start = len(documents[-1].text)
        documents[-1] = dataclasses.replace(documents[-1], text=documents[-1].text + text)
        quote = Evidence(document, start, start + len(text) - 1, text[:-1], f"rule:{turn}", (("subject", start, 4),))
        ids = f"company/firm-{a:05}", f"company/firm-{b:05}"
        status = Status.PLANNED if number % 7 == 0 else Status.ASSERTED
        evidence = (quote,) * 1 if number % 9 else (quote, dataclasses.replace(quote, extractor="model"))
        said.append(Fact(f"f{number:05}", ids[0], "customerOf", ids[1], status, 0.5, (), evidence))
        mentions.setdefault(a, []).append(Mention(document, start, start + 6, f"Firm {a}", "Company", f"Firm {a}"))
        if number % 6 == 0:
            value = Value(str(number), Decimal(number))
            observed.append(
                Observation(
                    f"o{number:05}", ids[0], "revenue", Change.LEVEL, value, Status.ASSERTED, 0.5, (), evidence[:1]
                )
            )
    found = tuple(
        Entity(f"company/firm-{n:05}", "Company", f"Firm {n}", (), (), tuple(mentions.get(n, ())))
        for n in range(entities)
    )
    return KnowledgeGraph(tuple(documents), found, tuple(said), tuple(observed), (), Ontology.load())
