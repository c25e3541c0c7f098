"""Shares, parts and wholes: a share times the whole is the part, and the parts of one whole are no more than it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.export import possessive
from kg.model import Observation, Status
from kg.query.figures import Figure, Figures, Part, segment, segment_words
from kg.query.intervals import EXACT, HUNDRED, Interval, middle
from kg.query.meanings import accrues
from kg.query.reckoning import NumberCheck, Side, Verdict, amount_words, compared, plain, said


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure that a share may be of; `certain` when text and time leave no other."""

    figure: Figure
    certain: bool


def parts_of_wholes(figures: Figures, tolerance: Decimal) -> Iterator[NumberCheck]:
    """An amount against the share of a whole that it is said to be."""
    for part in figures.parts:
        found = [c for w in wholes(figures, part) if (c := _check(figures, part, w, tolerance))]
        fits = any(c.verdict is Verdict.CONSISTENT for c in found)
        yield from (c for c in found if not (fits and c.verdict is Verdict.UNCLEAR))


def wholes(figures: Figures, part: Part) -> Iterator[Whole]:
    """The levels of the metric that a share may be of, in the order of their ids."""
    for figure in sorted(figures.levels.get((part.owner, part.metric), ()), key=lambda f: f.said.id):
        is_part = part.amount is not None and figure.said.id == part.amount.said.id
        # what one customer brings is no whole
        if figure.value.unit == "money" and not is_part and "counterparty" not in dict(figure.said.qualifiers):
            beside, same_part = figure.beside(part.share), _same_segment(part, figure)
            when, other = _time(part), figure.time
            if (beside and (same_part or _may_be(part, figure))) or (same_part and when and when == other):
                yield Whole(figure, same_part and when == other)


def _same_segment(part: Part, whole: Figure) -> bool:
    """Whether the whole is of the part of the business that the share speaks of."""
    narrow = segment(whole.said)
    if not part.relation:  # of a segment: the whole is what has none
        return not narrow
    return narrow == part.segment or bool(narrow and not part.segment and narrow in part.share.passage[1].lower())


def _may_be(part: Part, whole: Figure) -> bool:
    """Whether it could be, as long as one of them names no part."""
    return bool(part.relation) and not (part.segment and segment(whole.said))


def _time(part: Part) -> str:
    return part.share.time or (part.amount.time if part.amount else "")


def _check(figures: Figures, part: Part, whole: Whole, tolerance: Decimal) -> NumberCheck | None:
    amount, share = part.amount, Interval.of(part.share.value)
    if amount is None or share is None or amount.value.currency != whole.figure.value.currency:
        return None
    factors = in_a_year(figures, part.metric, amount, whole.figure)
    small, large = Interval.of(amount.value), Interval.of(whole.figure.value)
    if factors is None or small is None or large is None:
        return None
    left = _amount_side(part, amount, small, factors[0])
    right = _share_side(figures, part, whole.figure, share.scaled(1 / HUNDRED).times(large), factors[1])
    certain = whole.certain and factors[2]
    inputs = [amount, part.share, whole.figure]
    return compared("share of a whole", (left, right), inputs, tolerance=tolerance, certain=certain)


def in_a_year(figures: Figures, metric: str, amount: Figure, whole: Figure) -> tuple[Decimal, Decimal, bool] | None:
    """What makes amount and whole comparable, and whether that is certain; None where nothing does.

    Figures that accrue become a year's; a whole of no told time is taken for a year's, an amount of none for
    one of the time of the whole.
    """
    one = Decimal(1)
    if not accrues(figures.graph.ontology, metric):
        return None if amount.value.per or whole.value.per else (one, one, True)
    small, large = amount.rate, whole.rate
    if small is None:
        is_level = isinstance(amount.said, Observation) and amount.value.per == whole.value.per
        return one, one, amount.time == whole.time and bool(amount.time or is_level)
    return small, large or one, True


def _amount_side(part: Part, amount: Figure, means: Interval, factor: Decimal) -> Side:
    number = EXACT.multiply(middle(amount.value), factor)
    words, formula = f"{part.name}: {amount.words}", plain(number)
    if factor != 1:
        words += f", which is {amount_words(number, amount.value)} a year"
        by = f"× {plain(factor)}" if factor > 1 else f"÷ {plain(1 / factor)}"
        formula = f"{plain(middle(amount.value))} {by} = {plain(number)}"
    return Side(means.scaled(factor), number, words, formula)


def _share_side(figures: Figures, part: Part, whole: Figure, means: Interval, factor: Decimal) -> Side:
    share, total = middle(part.share.value), middle(whole.value)
    number = EXACT.multiply(EXACT.divide(EXACT.multiply(share, total), HUNDRED), factor)
    metric = f"{possessive(figures.name(part.owner))} {segment_words(whole.said)}{part.metric}"
    words = f"{part.share.words} of {metric} of {whole.words}"
    formula = f"{plain(share)} ÷ 100 × {plain(total)}"
    if factor != 1:
        words, formula = f"{words} ({plain(factor)} times in a year)", f"{formula} × {plain(factor)}"
    return Side(
        means.scaled(factor), number, f"{words} is {amount_words(number, whole.value)}", f"{formula} = {plain(number)}"
    )


def sums_of_shares(figures: Figures, tolerance: Decimal) -> Iterator[NumberCheck]:
    """The shares that different parties have in one whole at one time are not more than all of it."""
    groups: dict[tuple[str, ...], dict[str, Part]] = {}
    for part in figures.parts:
        if part.relation and part.share.said.status is Status.ASSERTED:
            time = part.share.time or part.share.document
            key = (part.owner, part.metric, part.relation, part.segment, time)
            held = groups.setdefault(key, {})
            if part.name not in held or _low(part) < _low(held[part.name]):
                held[part.name] = part
    for whole, parts in sorted(groups.items()):
        if len(parts) > 1:
            yield _sum(figures, whole, [parts[name] for name in sorted(parts)], tolerance)


def _low(part: Part) -> Decimal:
    means = Interval.of(part.share.value)
    return means.low if means else Decimal(0)


def _sum(figures: Figures, key: tuple[str, ...], parts: list[Part], tolerance: Decimal) -> NumberCheck:
    total = sum((middle(p.share.value) for p in parts), Decimal(0))
    least = sum((_low(p) for p in parts), Decimal(0))
    fits = least <= HUNDRED * (1 + tolerance)
    narrow = f"{key[3]} " if key[3] else ""
    listed = ", ".join(f"{p.name} {p.share.words}" for p in parts)
    whole = f"Shares of {possessive(figures.name(key[0]))} {narrow}{key[1]}"
    if not accrues(figures.graph.ontology, key[1]):
        whole = f"Stakes in {figures.name(key[0])}"
    message = f"{whole} ({listed}) add up to {plain(total)} %"
    formula = " + ".join(plain(middle(p.share.value)) for p in parts) + f" = {plain(total)}; at most 100"
    over = None if fits else total - HUNDRED
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    return NumberCheck("sum of shares", verdict, message, formula, over, said(p.share for p in parts))
