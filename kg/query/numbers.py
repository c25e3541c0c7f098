"""Arithmetic that checks a graph: shares against wholes, changes against levels, figures against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.query.changes import changes_over_years, stated_changes
from kg.query.differences import different_amounts, different_figures, different_shares
from kg.query.figures import Figures
from kg.query.reckoning import NumberCheck
from kg.query.shares import parts_of_wholes, sums_of_shares

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

TOLERANCE = Decimal("0.02")
RULES: tuple[Callable[[Figures, Decimal], Iterable[NumberCheck]], ...] = (
    parts_of_wholes,
    sums_of_shares,
    stated_changes,
    changes_over_years,
    different_figures,
    different_shares,
    different_amounts,
)


def check_numbers(graph: KnowledgeGraph, tolerance: Decimal = TOLERANCE) -> list[NumberCheck]:
    """Every comparison of figures that the graph allows, inconsistent ones first, in a fixed order.

    `tolerance` is a fraction of a computed figure, on top of what the rounding of written digits allows. Figures in
    different currencies are never compared.
    """
    figures = Figures(graph)
    found = {check for rule in RULES for check in rule(figures, tolerance)}
    return sorted(found, key=lambda check: check.order)
