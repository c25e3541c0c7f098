"""Facts that follow from facts by the ontology's axioms: inverses, symmetry, wider properties, ownership chains.

Only asserted facts that nothing contradicts or ends are premises, and nothing inferred becomes one of a chain, so that
every inferred fact names the facts of texts that it rests on. Its confidence is the product of theirs: it is so if all
of them are, taken as independent. Of several ways to the same fact the surest counts, then the shortest.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from math import prod
from typing import TYPE_CHECKING

from kg.model import Fact, Inferred, Qualifier, Status, Value, content_id
from kg.ontology import local_name
from kg.query.figures import SHARE, is_reckonable
from kg.query.intervals import EXACT, HUNDRED, Interval
from kg.query.reckoning import plain, rounded
from kg.query.rules import CHAIN, MAJORITY, TRANSITIVE, Rules, property_iri

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

LONGEST = 8  # facts of a chain: a longer one is no longer believed, and closures stay small
_HALF = Decimal(50)
_UNTIL = "until"
_MAKES_NO_ONE = {"", "about"}

Triple = tuple[str, str, str]  # subject id, property IRI, object id


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple with the facts that it follows from; one that is read has the rule ""."""

    triple: Triple
    rule: str
    premises: tuple[Fact, ...]

    @property
    def confidence(self) -> float:
        """The product of the premises' confidences."""
        return prod(f.confidence for f in self.premises)

    @property
    def order(self) -> tuple[object, ...]:
        """The surest first, then the shortest, then what is read; the rest only fixes the order."""
        ids = tuple(f.id for f in self.premises)
        return -round(self.confidence, 9), len(ids), self.rule != "", ids, self.triple, self.rule


def infer(graph: KnowledgeGraph) -> tuple[Inferred, ...]:
    """Every fact that follows from a graph's asserted facts and is not among them, sorted by id."""
    rules = Rules.of(graph.ontology)
    read = {_triple(graph, f): f for f in graph.facts if f.status is Status.ASSERTED}
    single = _turned(rules, (Statement(t, "", (f,)) for t, f in read.items() if _is_premise(graph, f)))
    longer = [*_transitive(rules, single.values()), *_chained(rules, single.values())]
    found = _turned(rules, [*single.values(), *longer])
    made = (_inferred(s) for t, s in found.items() if t not in read)
    return tuple(sorted(made, key=lambda i: i.id))


def _triple(graph: KnowledgeGraph, fact: Fact) -> Triple:
    return fact.subject, property_iri(graph.ontology, fact.relation), fact.object


def _is_premise(graph: KnowledgeGraph, fact: Fact) -> bool:
    """Whether a fact can be built on: nothing says otherwise, and it is about two things that are known."""
    known = fact.subject in graph.by_id and fact.object in graph.by_id and fact.subject != fact.object
    return known and not (fact.contradicts or fact.ended_by)


def _turned(rules: Rules, given: Iterable[Statement]) -> dict[Triple, Statement]:
    """All that single statements also say, the surest of each triple."""
    found: dict[Triple, Statement] = {}
    waiting = [(s.order, s) for s in given]
    heapq.heapify(waiting)
    while waiting:
        _, statement = heapq.heappop(waiting)
        if statement.triple in found:
            continue
        found[statement.triple] = statement
        for more in _also(rules, statement):
            if more.triple not in found:
                heapq.heappush(waiting, (more.order, more))
    return found


def _also(rules: Rules, statement: Statement) -> Iterator[Statement]:
    subject, iri, object_ = statement.triple
    for rule, other, is_turned in rules.turns(iri):
        triple = (object_, other, subject) if is_turned else (subject, other, object_)
        yield Statement(triple, rule, statement.premises)
    majority = rules.majorities.get(iri, ())
    if majority and len(statement.premises) == 1 and _is_majority(statement.premises[0]):
        for other in majority:
            yield Statement((subject, other, object_), MAJORITY, statement.premises)


def _is_majority(fact: Fact) -> bool:
    """Whether its share is certainly above one half, rounding and hedges considered."""
    means = Interval.of(share_of_fact(fact))
    return means is not None and means.low > _HALF


def _edges(statements: Iterable[Statement], iri: str) -> dict[str, list[Statement]]:
    """Statements of a property by their subjects; what holds only until some time builds no chain."""
    found: dict[str, list[Statement]] = {}
    for s in statements:
        if s.triple[1] == iri and len(s.premises) == 1 and _UNTIL not in dict(s.premises[0].qualifiers):
            found.setdefault(s.triple[0], []).append(s)
    return found


def _transitive(rules: Rules, single: Iterable[Statement]) -> Iterator[Statement]:
    """For each start the surest way to everything that a transitive property leads to."""
    known = list(single)
    for iri in rules.transitive:
        edges = _edges(known, iri)
        for start in sorted(edges):
            yield from _ways(edges, start, iri)


def _ways(edges: Mapping[str, list[Statement]], start: str, iri: str) -> Iterator[Statement]:
    reached: set[str] = {start}
    waiting = [(s.order, s) for s in edges[start]]
    heapq.heapify(waiting)
    while waiting:
        _, way = heapq.heappop(waiting)
        end = way.triple[2]
        if end in reached:
            continue
        reached.add(end)
        if len(way.premises) > 1:
            yield way
        for step in edges.get(end, ()) if len(way.premises) < LONGEST else ():
            if step.triple[2] not in reached:
                longer = Statement((start, iri, step.triple[2]), TRANSITIVE, (*way.premises, *step.premises))
                heapq.heappush(waiting, (longer.order, longer))


def _chained(rules: Rules, single: Iterable[Statement]) -> Iterator[Statement]:
    """What declared chains of properties lead to."""
    known = list(single)
    for iri, steps in rules.chains:
        if len(steps) > LONGEST:
            continue
        ways = [s for found in _edges(known, steps[0]).values() for s in found]
        for step in steps[1:]:
            edges = _edges(known, step)
            joined = (
                Statement((w.triple[0], iri, s.triple[2]), CHAIN, (*w.premises, *s.premises))
                for w in ways
                for s in edges.get(w.triple[2], ())
                if s.premises[0] not in w.premises
            )
            best: dict[Triple, Statement] = {}
            for way in sorted(joined, key=lambda s: s.order):
                best.setdefault(way.triple, way)
            ways = list(best.values())
        yield from (w for w in ways if w.triple[0] != w.triple[2])


def _inferred(s: Statement) -> Inferred:
    subject, iri, object_ = s.triple
    ids = tuple(f.id for f in s.premises)
    kept: tuple[tuple[str, Qualifier], ...]
    if len(s.premises) == 1:
        kept = s.premises[0].qualifiers
    else:
        share = share_of_chain(s.premises)
        kept = ((SHARE, share),) if share else ()
    confidence = round(s.confidence, 3)
    written = " × ".join(format(f.confidence, "g") for f in s.premises)
    formula = f"{written} = {confidence:g}" if len(ids) > 1 else written
    id = f"inferred/{content_id(subject, iri, object_)}"
    return Inferred(id, subject, local_name(iri), object_, s.rule, ids, confidence, formula, kept)


def share_of_fact(fact: Fact) -> Value | None:
    """Its share in percent, where it has one that can be reckoned with."""
    share = dict(fact.qualifiers).get(SHARE)
    fits = isinstance(share, Value) and share.number is not None and share.unit == "percent" and is_reckonable(share)
    return share if fits and isinstance(share, Value) else None


def share_of_chain(facts: Iterable[Fact]) -> Value | None:
    """The product of the shares of a chain; None where a step tells none, or hedges point in both directions."""
    shares = [share_of_fact(f) for f in facts]
    known = [s for s in shares if s is not None]
    bounds = {s.bound for s in known}
    open_ = bounds - _MAKES_NO_ONE
    if len(known) < len(shares) or len(open_) > 1:
        return None
    low, high = (_product(ends) for ends in ([_low(s) for s in known], [_high(s) for s in known]))
    written = " × ".join(
        f"{plain(_low(s))} %" if s.high is None else f"{plain(_low(s))} to {plain(_high(s))} %" for s in known
    )
    reached = f"{plain(low)} %" if low == high else f"{plain(low)} to {plain(high)} %"
    bound = next(iter(open_), "about" if "about" in bounds else "")
    return Value(f"{written} = {reached}", low, "percent", high=None if high == low else high, bound=bound)


def _low(value: Value) -> Decimal:
    return value.number or Decimal(0)


def _high(value: Value) -> Decimal:
    return _low(value) if value.high is None else value.high


def _product(ends: Iterable[Decimal]) -> Decimal:
    return rounded(HUNDRED * reduce(EXACT.multiply, (EXACT.divide(end, HUNDRED) for end in ends), Decimal(1)))
