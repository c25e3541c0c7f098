"""One line of a report of exposure: a fact between a company and another party, its figures on one basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.analysis.amounts import Amount, amount_of_figure
from kg.analysis.concentration import Share
from kg.analysis.parts import part_of, segment_of
from kg.analysis.rates import Rates
from kg.export import in_words
from kg.model import Evidence, Fact, Qualifier, Status, Value
from kg.query import Figure, Figures, Part, infer, is_duration, is_reckonable, relations_that, time_key
from kg.sentences import against, fact_sentence

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Inferred

AMOUNT, SHARE, _FOR, _PERIOD = "amount", "share", "for", "period"
TRADE, OWNERSHIP, RISK, USE, MAKE = "trade", "ownership", "risk", "use", "make"


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as seen from one of its ends: who is at the other, how it stands, and how much it is about.

    `share` are words, `part` the same share as fractions of 1.

    `standing` is a status; what a text says is over is "ended" though another asserts it. `time` is what the figures
    are of, "" where nothing tells. `notes` say what speaks against the fact.
    """

    name: str
    entity: str
    fact: str
    standing: Status
    sentence: str
    purpose: str
    amount: Amount | None
    share: str
    part: Share | None
    time: str
    is_disputed: bool
    notes: tuple[str, ...]
    confidence: float
    sources: int
    evidence: tuple[Evidence, ...]

    @property
    def counts(self) -> bool:
        """Whether its figures may go into a sum: it is asserted, and nothing speaks against it."""
        return self.standing is Status.ASSERTED and not self.is_disputed


@dataclass(frozen=True)
class Scene:
    """A graph as reports go through it: its relations by what they expose to, its facts by their ends."""

    graph: KnowledgeGraph
    rates: Rates

    @cached_property
    def days(self) -> Mapping[str, str]:
        """The dates of documents."""
        return {d.id: d.date for d in self.graph.documents}

    @cached_property
    def interests(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What each entity holds, over any number of steps, by owner: the ids of the facts on the shortest way."""
        relations = self.role(OWNERSHIP)
        owning = tuple(f for f in self.graph.facts if f.relation in relations)
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for i in infer(replace(self.graph, facts=owning)):
            if self._leads(i):
                known = found.setdefault(i.subject, {})
                ways = [i.premises, *([known[i.object]] if i.object in known else [])]
                known[i.object] = min(ways, key=lambda ids: (len(ids), ids))
        return found

    def _leads(self, inferred: Inferred) -> bool:
        """Whether its premises lead from an owner to what it holds, and not back."""
        at, relations = inferred.subject, self.role(OWNERSHIP)
        for f in (self.by_id[id] for id in inferred.premises):
            owner, held = (f.object, f.subject) if relations[f.relation] else (f.subject, f.object)
            if owner != at:
                return False
            at = held
        return at == inferred.object

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Facts by their ids."""
        return {f.id: f for f in self.graph.facts}

    @cached_property
    def _facts(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for f in sorted(self.graph.facts, key=lambda f: f.id):
            for end in dict.fromkeys((f.subject, f.object)):
                found.setdefault(end, []).append(f)
        return {end: tuple(facts) for end, facts in found.items()}

    def role(self, name: str) -> Mapping[str, bool]:
        """The relations of a role, True where subject and object change places."""
        if name not in self._roles:
            self._roles[name] = relations_that(self.graph.ontology, name)
        return self._roles[name]

    @cached_property
    def _roles(self) -> dict[str, dict[str, bool]]:
        return {}

    def facts_from(self, entity: str, role: str, *, other_side: bool = False) -> Iterator[Fact]:
        """Facts of a role in which an entity is the first party, or the second one with `other_side`."""
        relations = self.role(role)
        for f in self._facts.get(entity, ()):
            if f.relation in relations and f.subject != f.object:
                first, second = (f.object, f.subject) if relations[f.relation] else (f.subject, f.object)
                if entity == (second if other_side else first):
                    yield f

    def name(self, entity: str) -> str:
        """The name of an entity by its id."""
        known = self.graph.by_id.get(entity)
        return known.name if known else entity

    def line(self, fact: Fact, entity: str) -> Line:
        """A fact as seen from one of its ends."""
        other = fact.object if fact.subject == entity else fact.subject
        held = dict(fact.qualifiers)
        figure = self.figure(fact, AMOUNT)
        share = self.figure(fact, SHARE)
        is_over = bool(fact.ended_by) and fact.status is Status.ASSERTED
        return Line(
            self.name(other),
            other,
            fact.id,
            Status.ENDED if is_over else fact.status,
            fact_sentence(self.graph, fact),
            _text(held.get(_FOR)),
            amount_of_figure(figure, self.rates) if figure else None,
            self.share_words(fact, share) if share else "",
            Share.of(share.value) if share else None,
            self.time(dated) if (dated := figure or share) else "",
            bool(fact.contradicts),
            tuple(against(self.graph, fact)),
            fact.confidence,
            fact.sources,
            _telling_first(fact),
        )

    def share_words(self, fact: Fact, share: Figure) -> str:
        """A share with what it is a part of: "25 % of cloud revenue"."""
        part = self.parts.get(fact.id)
        if part is None:
            return in_words(share.value)
        return f"{in_words(share.value)} of {part_of(part.metric, segment_of(part))}"

    @cached_property
    def figures(self) -> Figures:
        """The figures of the graph."""
        return Figures(self.graph)

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Shares by the ids of what says them."""
        return {part.share.said.id: part for part in self.figures.parts}

    def figure(self, fact: Fact, kind: str) -> Figure | None:
        """An amount or share of a fact, where it has a number."""
        value = dict(fact.qualifiers).get(kind)
        fits = isinstance(value, Value) and value.number is not None and is_reckonable(value)
        return Figure(fact, kind, value) if fits and isinstance(value, Value) else None

    def time(self, figure: Figure) -> str:
        """Which time a figure is of, in words: its period, else the years in which it was told.

        The date of a fact is when it came about, and no time of its figures.
        """
        period = dict(figure.said.qualifiers).get(_PERIOD)
        told = "" if is_duration(period) else time_key(period, figure.document)
        if told:
            words, _, document = told.partition(" | ")
            return f"{words} of {document}" if document else words
        years = sorted({self.days.get(e.document, "")[:4] for e in figure.said.evidence} - {""})
        return f"as told in {'-'.join(dict.fromkeys((years[0], years[-1])))}" if years else ""


def _text(value: Qualifier | None) -> str:
    return "" if value is None else value if isinstance(value, str) else value.text


def _telling_first(fact: Fact) -> tuple[Evidence, ...]:
    """Its passages, those first that tell most of how much, when and for what."""
    told = [_text(value) for _, value in fact.qualifiers]
    return tuple(sorted(fact.evidence, key=lambda e: -sum(bool(t) and t in e.quote for t in told)))


def is_usable(fact: Fact) -> bool:
    """Whether something may be built on a fact: it is asserted, and nothing speaks against it."""
    return fact.status is Status.ASSERTED and not (fact.contradicts or fact.ended_by)
