"""Graphs of figures made by hand: a document for each letter, a sentence for each fact or number."""

from __future__ import annotations

from decimal import Decimal

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Observation, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
WORDS = {"m": 10**6, "bn": 10**9, "": 1}


def money(amount, scale="m", currency="USD", *, bound="", per="", high=None):
    """A value as a text writes it: money("4.1", "bn") is "$4.1bn"."""
    scaled = [None if n is None else Decimal(format(Decimal(n) * WORDS[scale], "f")) for n in (amount, high)]
    text = f"{bound} {currency} {amount}{scale}".strip() + (f" to {high}{scale}" if high else "")
    return Value(text, scaled[0], "money", currency, scaled[1], bound, per)


def percent(number, *, bound="", text=""):
    return Value(text or f"{bound} {number}%".strip(), Decimal(number), "percent", bound=bound)


class Texts:
    """Collects sentences; each call of `fact` or `observation` is one, or goes into the one named by `same`."""

    def __init__(self, dates=()):
        self.texts, self.facts, self.observations = {}, [], []
        self.names, self.dates = {}, dict(dates)

    def _entity(self, name):
        return self.names.setdefault(name, f"company/{name.lower()}")

    def _evidence(self, document, sentence):
        text = self.texts.setdefault(document, "")
        if sentence not in text:
            self.texts[document] = f"{text}{sentence} "
        start = self.texts[document].index(sentence)
        return Evidence(document, start, start + len(sentence), sentence, "hand")

    def fact(self, subject, relation, target, *, status=Status.ASSERTED, at="a", sentences=(), **qualifiers):
        words = " ".join(getattr(v, "text", v) for v in qualifiers.values())
        said = sentences or [(at, f"{subject} {relation} {target} {words}.")]
        evidence = tuple(self._evidence(*each) for each in said)
        self.facts.append(
            Fact(
                f"fact/{len(self.facts):02}",
                self._entity(subject),
                relation,
                self._entity(target),
                status,
                0.9,
                tuple(qualifiers.items()),
                evidence,
            )
        )
        return self

    def number(
        self, subject, metric, value, change=Change.LEVEL, *, status=Status.ASSERTED, at="a", sentence="", **qualifiers
    ):
        if "start" in qualifiers:
            qualifiers["from"] = qualifiers.pop("start")
        words = " ".join(getattr(v, "text", v) for v in qualifiers.values())
        said = sentence or f"{subject}'s {metric} {change.value} {value.text} {words}."
        evidence = (self._evidence(at, said),)
        self.observations.append(
            Observation(
                f"observation/{len(self.observations):02}",
                self._entity(subject),
                metric,
                change,
                value,
                status,
                0.8,
                tuple(qualifiers.items()),
                evidence,
            )
        )
        return self

    def graph(self):
        return KnowledgeGraph(
            tuple(Document(id, text, date=self.dates.get(id, "")) for id, text in sorted(self.texts.items())),
            tuple(Entity(id, "Company", name) for name, id in sorted(self.names.items(), key=lambda item: item[1])),
            tuple(self.facts),
            tuple(self.observations),
            (),
            ONTOLOGY,
        )
