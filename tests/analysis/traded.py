"""Graphs of trade made by hand: each fact is a sentence of a document of its own, or of the one given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()


def money(number, currency="USD", *, per="", high=None, bound="", over=""):
    words = f"{bound} {currency} {number}m".strip()
    ends = [None if n is None else Decimal(n) * 10**6 for n in (number, high)]
    return Value(words, ends[0], "money", currency, ends[1], bound, per, over=over)


def percent(number, *, high=None, bound=""):
    return Value(f"{number} %", Decimal(number), "percent", high=None if high is None else Decimal(high), bound=bound)


def year(text):
    return Period(text, text)


class Trade:
    """Collects facts; `at` is the document, `said` the sentence."""

    def __init__(self, **dates):
        self.dates, self.texts, self.facts, self.observations, self.kinds = dates, {}, [], [], {}

    def _ends(self, *names):
        return [f"{self.kinds.setdefault(n, 'Company').lower()}/{n.lower()}" for n in names]

    def _evidence(self, at, said):
        text = self.texts.setdefault(at, "")
        if said not in text:
            self.texts[at] = f"{text}{said} "
        start = self.texts[at].index(said)
        return (Evidence(at, start, start + len(said), said, "hand"),)

    def fact(self, subject, relation, target, status=Status.ASSERTED, *, at="a", said="", sure=0.9, **qualifiers):
        more = {k: qualifiers.pop(k) for k in ("contradicts", "ended_by") if k in qualifiers}
        id = f"fact/{len(self.facts):02}"
        words = " ".join(str(getattr(v, "text", v)) for v in qualifiers.values())
        said = said or f"{subject} {relation} {target} {words}."
        qualifiers = {k.removesuffix("_"): v for k, v in qualifiers.items()}
        ends = self._ends(subject, target)
        evidence = self._evidence(at, said)
        self.facts.append(
            Fact(id, ends[0], relation, ends[1], status, sure, tuple(qualifiers.items()), evidence, **more)
        )
        return self

    def buys(self, buyer, seller, *given, **more):
        return self.fact(buyer, "customerOf", seller, *given, **more)

    def kind(self, name, kind):
        self.kinds[name] = kind
        return self

    def share(self, owner, of, number, *, at="a", said="", metric="revenue", **qualifiers):
        said = said or f"{of} is {number.text} of {owner}'s {metric}."
        id = f"observation/{len(self.observations):02}"
        held = (("counterparty", of), *qualifiers.items())
        o = Observation(
            id, *self._ends(owner), metric, Change.SHARE, number, Status.ASSERTED, 0.8, held, self._evidence(at, said)
        )
        self.observations.append(o)
        self._ends(of)
        return self

    def graph(self):
        documents = tuple(Document(id, text, date=self.dates.get(id, "")) for id, text in sorted(self.texts.items()))
        entities = []
        for name, kind in sorted(self.kinds.items()):
            id = f"{kind.lower()}/{name.lower()}"
            places = ((d, d.text.find(name)) for d in documents)
            named = tuple(Mention(d.id, at, at + len(name), name, kind, name) for d, at in places if at >= 0)
            entities.append(Entity(id, kind, name, mentions=named))
        entities = tuple(sorted(entities, key=lambda e: e.id))
        return KnowledgeGraph(documents, entities, tuple(self.facts), tuple(self.observations), (), ONTOLOGY)


def doubted(graph, **marks):
    """The graph with its first fact marked."""
    return replace(graph, facts=(replace(graph.facts[0], **marks), *graph.facts[1:]))
