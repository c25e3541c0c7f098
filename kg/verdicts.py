"""How checks of a graph read in a terminal: violations of its promises, and what its numbers say of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.report import counted, shortened
from kg.terminal import bold, clean, faint, readable, wrapped

if TYPE_CHECKING:
    from kg.query import NumberCheck
    from kg.query.check import Violation


def violation_lines(violations: Sequence[Violation]) -> Iterator[str]:
    """Each violation and warning of a check, and how many there are."""
    for v in violations:
        yield from wrapped(f"{v.severity}: {clean(v.where)}: {clean(v.message)} ({v.source})", hanging=2)
    kinds = Counter(v.severity for v in violations)
    yield ", ".join(counted(kinds[severity], severity) for severity in sorted(kinds)) or "Nothing is wrong."


def number_lines(checks: Sequence[NumberCheck]) -> Iterator[str]:
    """What checks of numbers compare, each in a sentence with its verdict and the passages, then how many there are."""
    for check in checks:
        apart = "" if check.difference is None else f" They differ by {check.difference.normalize():f} %."
        yield from readable(f"{bold(check.verdict.value)}: {clean(check.message)}.{apart}", hanging=2)
        for place in dict.fromkeys((i.document, i.quote) for i in check.inputs):
            yield from wrapped(f"“{shortened(place[1])}” ({clean(place[0])})", 4, hanging=2)
        yield from map(faint, wrapped(clean(check.formula), 4, hanging=2))
        yield ""
    kinds = Counter(check.verdict.value for check in checks)
    yield ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())) or "No figures that can be compared."
