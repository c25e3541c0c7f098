"""The figures of a graph as arithmetic needs them: whose, of what, of which time, and said where.

Which metric a share or amount is of is told by `meanings`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.export import in_words
from kg.model import Change, Fact, Observation, Qualifier, Status, Value
from kg.query import times
from kg.query.intervals import EXACT
from kg.query.meanings import relation_of, share_of

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Said = Fact | Observation
S = TypeVar("S", Fact, Observation)
AMOUNT, SHARE, PERIOD, DATE, ORIGIN = "amount", "share", "period", "date", "from"
_VOID = {Status.NEGATED, Status.ENDED}
_YEAR = Decimal(12)
_MAGNITUDE = 40  # powers of ten


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what says it: `kind` names the qualifier, or is "value" for an observation's own."""

    said: Said
    kind: str
    value: Value

    @property
    def words(self) -> str:
        """The value as a person reads it."""
        return in_words(self.value)

    @property
    def period(self) -> Qualifier | None:
        """When: the period, of a fact else its date."""
        held = dict(self.said.qualifiers)
        return held.get(PERIOD) or held.get(DATE)

    @property
    def passage(self) -> tuple[str, str]:
        """The document and the sentence that says it: of several the first that holds its words."""
        passages = [(e.document, e.quote) for e in self.said.evidence]
        return next(
            (p for p in passages if self.value.text and self.value.text in p[1]), next(iter(passages), ("", ""))
        )

    @property
    def document(self) -> str:
        """The document that says it."""
        return self.passage[0]

    @property
    def time(self) -> str:
        """What is equal for figures of one time, "" where none is told."""
        return times.key(self.period, self.document)

    @property
    def rate(self) -> Decimal | None:
        """What makes a year's figure of it: 12 of a sum a month, 4 of a quarter's, None where nothing tells.

        The date of a fact tells nothing: a contract signed in March is no sum a month.
        """
        period = dict(self.said.qualifiers).get(PERIOD)
        if per := self.value.per or times.frequency(period):
            return times.yearly(per)
        covered = times.months(spread(self.value) or period)
        return EXACT.divide(_YEAR, covered) if covered else None

    def beside(self, other: Figure) -> bool:
        """Whether a document says both."""
        return bool({e.document for e in self.said.evidence} & {e.document for e in other.said.evidence})


@dataclass(frozen=True, slots=True)
class Part:
    """A share that somebody or something has in a metric of an entity, with the same part as an amount if known."""

    name: str
    owner: str
    """The id of the entity whose metric is the whole."""
    metric: str
    segment: str
    relation: str
    """Of whoever has the share to the owner; "" of a segment."""
    share: Figure
    amount: Figure | None


@dataclass(frozen=True)
class Figures:
    """All figures of a graph that may be compared: what is denied or over is left out."""

    graph: KnowledgeGraph

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Facts that are, will or may be so."""
        return tuple(_reckoned(f) for f in self.graph.facts if f.status not in _VOID)

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """Observations that are not denied."""
        live = (o for o in self.graph.observations if o.status not in _VOID)
        return tuple(_reckoned(o) for o in live if o.value is None or is_reckonable(o.value))

    @cached_property
    def levels(self) -> dict[tuple[str, str], list[Figure]]:
        """The levels of each (entity id, metric), with what changes start at and reach."""
        found: dict[tuple[str, str], list[Figure]] = {}
        for o in self.observations:
            reaches = o.change is Change.LEVEL or (o.change is not Change.SHARE and ORIGIN in dict(o.qualifiers))
            if reaches and o.value is not None and o.value.number is not None and o.value.unit in {"money", "count"}:
                found.setdefault((o.subject, o.metric), []).append(Figure(o, "value", o.value))
        return found

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The shares of facts, then those of observations that no fact has."""
        found = [p for f in self.facts if (p := self._part_of_fact(f))]
        found = [replace(p, segment=p.segment or self._narrower(p)) for p in found]
        held = {(p.name, p.owner, p.metric, p.share.value.number) for p in found}
        more = (p for o in self.observations if (p := self._part_of_observation(o)))
        return (*found, *(p for p in more if (p.name, p.owner, p.metric, p.share.value.number) not in held))

    def name(self, entity: str) -> str:
        """The name of an entity by its id."""
        known = self.graph.by_id.get(entity)
        return known.name if known else entity

    def _part_of_fact(self, f: Fact) -> Part | None:
        held = dict(f.qualifiers)
        metric, share, amount = share_of(self.graph.ontology, f.relation), held.get(SHARE), held.get(AMOUNT)
        if not metric or not isinstance(share, Value) or share.number is None or share.unit != "percent":
            return None
        sum_ = Figure(f, AMOUNT, amount) if isinstance(amount, Value) and amount.number is not None else None
        return Part(self.name(f.subject), f.object, metric, segment(f), f.relation, Figure(f, SHARE, share), sum_)

    def _part_of_observation(self, o: Observation) -> Part | None:
        held = dict(o.qualifiers)
        share = held.get(SHARE, o.value)  # of a fraction in words the number is there
        if o.change is not Change.SHARE or not isinstance(share, Value) or share.number is None:
            return None
        name = str(held.get("counterparty", ""))
        figure = Figure(o, "value", share)
        if not name:
            part = next((w for w in self.levels.get((o.subject, o.metric), ()) if segment(w.said) == segment(o)), None)
            return Part(segment(o), o.subject, o.metric, "", "", figure, part) if segment(o) else None
        payer = next((f for f in self.facts if self._pays(f, name, o)), None)
        amount = dict(payer.qualifiers).get(AMOUNT) if payer else None
        sum_ = (
            Figure(payer, AMOUNT, amount) if payer and isinstance(amount, Value) and amount.number is not None else None
        )
        relation = payer.relation if payer else relation_of(self.graph.ontology, o.metric)
        return Part(name, o.subject, o.metric, segment(o), relation, figure, sum_)

    def _narrower(self, part: Part) -> str:
        """The segment that an observation of the same share names."""
        for o in self.observations:
            held = dict(o.qualifiers)
            share = held.get(SHARE, o.value)
            is_same = (o.subject, o.metric, held.get("counterparty")) == (part.owner, part.metric, part.name)
            if is_same and isinstance(share, Value) and share.number == part.share.value.number and segment(o):
                return segment(o)
        return ""

    def _pays(self, f: Fact, name: str, o: Observation) -> bool:
        held = dict(f.qualifiers)
        same = f.object == o.subject and self.name(f.subject) == name
        return same and share_of(self.graph.ontology, f.relation) == o.metric and AMOUNT in held and SHARE not in held


def is_reckonable(value: Qualifier) -> bool:
    """Whether a value's numbers, if it has any, are such as texts have: a damaged file may hold NaN or 1E+999999."""
    numbers = (value.number, value.high) if isinstance(value, Value) else ()
    return all(n is None or (n.is_finite() and abs(n.adjusted()) <= _MAGNITUDE) for n in numbers)


def _reckoned(said: S) -> S:
    kept = tuple((name, v) for name, v in said.qualifiers if is_reckonable(v))
    return said if len(kept) == len(said.qualifiers) else replace(said, qualifiers=kept)


def spread(value: Value) -> str:
    """The time that all of a sum is spread over, an ISO 8601 duration, or ""."""
    return str(getattr(value, "over", ""))


def segment(said: Said) -> str:
    """The part that a figure is about, in lower case; "" where a word such as "segment" names none."""
    words = str(dict(said.qualifiers).get("segment", "")).lower().split()
    return "" if set(words) <= _unnamed() else " ".join(words)


def segment_words(said: Said) -> str:
    """The same as it is read before a metric: "AI business ", with the blank."""
    return f"{dict(said.qualifiers)['segment']} " if segment(said) else ""


@lru_cache(maxsize=1)
def _unnamed() -> frozenset[str]:
    with (Path(__file__).parent / "figures.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["unnamed"])


def origin(o: Observation) -> Value | None:
    """The value that a change starts at; a bare number is in the unit of where it ends."""
    held = dict(o.qualifiers).get(ORIGIN)
    value = held if isinstance(held, Value) else _parsed(held) if isinstance(held, str) else None
    if value is None or value.number is None or o.value is None:
        return None
    if value.unit == "count" and not value.currency:
        unit = "percent" if o.value.unit == "points" else o.value.unit
        return Value(value.text, value.number, unit, o.value.currency, value.high, value.bound, noun=o.value.noun)
    return value


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Value | None:
    from kg.nlp import quantities  # brings the language stage with it, so only where there is something to parse

    found = quantities(text)
    return found[0].value if len(found) == 1 else None


def all_sums(figures: Figures) -> Iterator[Figure]:
    """Every sum that is paid or earned by the unit of time or over a time: of facts, then of observations."""
    for f in figures.facts:
        value = dict(f.qualifiers).get(AMOUNT)
        if isinstance(value, Value) and value.number is not None and (value.per or spread(value)):
            yield Figure(f, AMOUNT, value)
    for o in figures.observations:
        sum_ = o.value if o.value is not None and o.value.unit in {"money", "count"} else None
        if sum_ is not None and sum_.number is not None and (sum_.per or spread(sum_)):
            yield Figure(o, "value", sum_)
