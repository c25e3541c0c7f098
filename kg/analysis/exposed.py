"""Whom a company depends on: customers, suppliers, how much of it hangs on few, what comes at one remove, risks.

Only what is asserted, and not contradicted or over, is added up or built on; everything else is listed apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.analysis.lines import RISK, TRADE, Line, Scene
from kg.analysis.rates import Rates
from kg.analysis.sums import LeftOut, Total, totals
from kg.analysis.tiers import Dependence, Indirect, dependences, indirect, owners_of, partners
from kg.analysis.wholes import Concentration, concentrations
from kg.graph import KnowledgeGraph
from kg.model import Status
from kg.query import NumberCheck, Verdict, check_numbers

ORDER = (Status.ASSERTED, Status.PLANNED, Status.POSSIBLE, Status.ENDED, Status.NEGATED)


@dataclass(frozen=True, slots=True)
class Side:
    """The customers or the suppliers: each a line, sums of the asserted yearly amounts, and what is in none."""

    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    left_out: tuple[LeftOut, ...]
    concentrations: tuple[Concentration, ...]

    def standing(self, status: Status) -> tuple[Line, ...]:
        """The lines of one standing."""
        return tuple(line for line in self.lines if line.standing is status)


@dataclass(frozen=True, slots=True)
class Exposure:
    """The exposure of one entity, by id and name; `rates` are those that amounts were turned with."""

    entity: str
    name: str
    rates: Rates
    customers: Side
    suppliers: Side
    indirect: tuple[Indirect, ...]
    dependences: tuple[Dependence, ...]
    risks: tuple[Line, ...]
    partner_risks: tuple[Line, ...]
    """Those of direct customers and suppliers, with the names of whoever faces them in the sentences."""
    inconsistent: tuple[NumberCheck, ...]


def exposure(graph: KnowledgeGraph, entity: str, rates: Rates | None = None) -> Exposure:
    """The exposure of an entity by its id.

    Raises:
        KeyError: the graph has no such entity.
    """
    scene, name = Scene(graph, rates or Rates()), graph.by_id[entity].name
    owners = owners_of(scene)
    customers, suppliers = (_side(scene, entity, owners, of_customers=is_) for is_ in (True, False))
    return Exposure(
        entity,
        name,
        scene.rates,
        customers,
        suppliers,
        indirect(scene, entity),
        dependences(scene, entity, suppliers.lines),
        _ranked(scene.line(f, entity) for f in scene.facts_from(entity, RISK)),
        _partner_risks(scene, entity),
        _inconsistent(graph, entity, [*customers.lines, *suppliers.lines]),
    )


def _side(scene: Scene, entity: str, owners: Mapping[str, frozenset[str]], *, of_customers: bool) -> Side:
    lines = _ranked(scene.line(f, entity) for f in scene.facts_from(entity, TRADE, other_side=of_customers))
    found, left_out = totals(lines, owners)
    return Side(lines, found, left_out, concentrations(scene, entity, owners, of_customers=of_customers))


def _ranked(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By standing, the largest yearly amounts first, then the surest."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                ORDER.index(line.standing) if line.standing in ORDER else len(ORDER),
                -(line.amount.low if line.amount and line.amount.per else 0),
                -(line.part.low if line.part else 0),
                -line.confidence,
                line.fact,
            ),
        )
    )


def _partner_risks(scene: Scene, entity: str) -> tuple[Line, ...]:
    ids = {other for is_ in (True, False) for other, _ in partners(scene, entity, customers=is_)}
    return _ranked(scene.line(f, other) for other in sorted(ids) for f in scene.facts_from(other, RISK))


def _inconsistent(graph: KnowledgeGraph, entity: str, lines: list[Line]) -> tuple[NumberCheck, ...]:
    """Figures of this entity or its trade that do not fit together."""
    about = {o.id for o in graph.observations if o.subject == entity} | {line.fact for line in lines}
    found = (c for c in check_numbers(graph) if c.verdict is Verdict.INCONSISTENT)
    return tuple(c for c in found if {i.id for i in c.inputs} & about)
