"""What amounts come to together, and why some are left out: a sum that is too large costs more than none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.amounts import YEAR, Amount
from kg.analysis.lines import Line
from kg.analysis.parts import has_word
from kg.model import Status


@dataclass(frozen=True, slots=True)
class Total:
    """What amounts of one time and currency come to: a sum of yearly amounts, its parts by name."""

    amount: Amount
    time: str
    parts: tuple[tuple[str, str], ...]
    """(name, fact id)."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amount or share that was not added up, and why."""

    name: str
    fact: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What else is known when a line is judged: the other lines, and who is whose owner."""

    lines: Sequence[Line]
    owners: Mapping[str, frozenset[str]]


Rule = Callable[[Line, Beside], str]


def disputed(line: Line, _: Beside) -> str:
    """Another fact says otherwise."""
    return "a source says otherwise" if line.is_disputed else ""


def timeless(line: Line, _: Beside) -> str:
    """Nothing tells over what time the amount is paid."""
    return "no time is told that it covers" if line.amount and line.amount.per != YEAR else ""


def without_currency(line: Line, _: Beside) -> str:
    """The text names no currency."""
    return "its currency is not told" if line.amount and not line.amount.currency else ""


def within_another(line: Line, beside: Beside) -> str:
    """The payments of an owner may include those of what it owns."""
    for other in beside.lines:
        if other.entity in beside.owners.get(line.entity, ()) and _may_hold(other, line):
            return f"it belongs to {other.name}, whose figure may include it"
    return ""


def _may_hold(whole: Line, part: Line) -> bool:
    """Whether one amount is large enough to include another."""
    one, other = whole.amount, part.amount
    if one is None or other is None:
        return False
    return one.currency != other.currency or one.high is None or one.high >= other.low


def told_together(line: Line, beside: Beside) -> str:
    """One number that one sentence gives for several parties may be that of all together."""
    mine = {(e.document, e.start, e.end) for e in line.evidence if not has_word("each", e.quote)}
    for other in beside.lines:
        theirs = {(e.document, e.start, e.end) for e in other.evidence}
        if other.fact != line.fact and _figure(other) == _figure(line) and mine & theirs:
            return f"the same words give it for {other.name}, so it may be one sum for both"
    return ""


def _figure(line: Line) -> str:
    return line.amount.told if line.amount else ""


RULES: tuple[Rule, ...] = (disputed, timeless, without_currency, within_another, told_together)


def totals(
    lines: Iterable[Line], owners: Mapping[str, frozenset[str]]
) -> tuple[tuple[Total, ...], tuple[LeftOut, ...]]:
    """Sums of the asserted yearly amounts by time and currency, and the amounts that are in none.

    A single amount is no sum. Amounts of different times or currencies are never added.
    """
    held = sorted((line for line in lines if line.amount and line.standing is Status.ASSERTED), key=_place)
    with_amounts = Beside(held, owners)
    groups: dict[tuple[str, str], list[Line]] = {}
    left_out = []
    for line in held:
        why = next((reason for rule in RULES if (reason := rule(line, with_amounts))), "")
        if why or line.amount is None:
            left_out.append(LeftOut(line.name, line.fact, line.amount.words if line.amount else "", why))
        else:
            groups.setdefault((line.time, line.amount.currency), []).append(line)
    found = [_total(time, group) for (time, _), group in sorted(groups.items()) if len(group) > 1]
    alone = [group[0] for _, group in sorted(groups.items()) if len(group) == 1]
    left_out += [LeftOut(a.name, a.fact, a.amount.words, _alone(a)) for a in alone if a.amount and len(held) > 1]
    return tuple(found), tuple(left_out)


def _total(time: str, group: list[Line]) -> Total:
    amounts = [line.amount for line in group if line.amount]
    total = amounts[0]
    for each in amounts[1:]:
        total = total.plus(each)
    return Total(total, time, tuple((line.name, line.fact) for line in group))


def _place(line: Line) -> tuple[str, str]:
    return line.name, line.fact


def _alone(line: Line) -> str:
    time = line.time or "no told time"
    return f"no other amount is of the same time ({time}) and currency"
