"""Rises and falls: where they start and end against the percentage that is stated, in one sentence or over years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.export import possessive
from kg.model import Change, Observation, Value
from kg.query import times
from kg.query.figures import ORIGIN, Figure, Figures, origin, segment
from kg.query.intervals import EXACT, HUNDRED, Interval, middle
from kg.query.reckoning import NumberCheck, Side, Verdict, amount_words, compared, plain, said

_RELATIVE = {"percent", "times", "points"}
_CHANGES = {Change.INCREASE, Change.DECREASE}


def stated_changes(figures: Figures, tolerance: Decimal) -> Iterator[NumberCheck]:
    """ "Rose 12 % to $4.1 billion from $3.7 billion": the start, the change and the end of one sentence."""
    relative = relatives(figures)
    for o in figures.observations:
        start = origin(o) if o.change in _CHANGES else None
        if start is None or o.value is None or not _alike(o.value, start):
            continue
        own = relative.get(place(o), [])
        ends = Figure(o, ORIGIN, start), Figure(o, "value", o.value)
        if wrong := _direction(figures, o, ends):
            yield wrong
        elif len(own) == 1 and (found := _against(figures, ends, own[0], tolerance, certain=True)):
            yield found


def changes_over_years(figures: Figures, tolerance: Decimal) -> Iterator[NumberCheck]:
    """Levels of two years against the change that is stated for the later one."""
    for o in figures.observations:
        if o.change not in _CHANGES or o.value is None or o.value.unit not in _RELATIVE:
            continue
        change = Figure(o, "value", o.value)
        before = times.year_before(change.time)
        levels = [f for f in figures.levels.get((o.subject, o.metric), ()) if segment(f.said) == segment(o)]
        ends = [next((f for f in levels if f.time == time and _is_level(f)), None) for time in (before, change.time)]
        start, end = ends
        if before and start and end and _alike(start.value, end.value):
            found = _against(figures, (start, end), change, tolerance, certain=True)
            yield from [found] if found else []


def relatives(figures: Figures) -> dict[tuple[object, ...], list[Figure]]:
    """The relative changes of each sentence."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for o in figures.observations:
        if o.change in _CHANGES and o.value is not None and o.value.unit in _RELATIVE and o.value.number is not None:
            found.setdefault(place(o), []).append(Figure(o, "value", o.value))
    return found


def place(o: Observation) -> tuple[object, ...]:
    """What changes of one measure in one sentence have in common."""
    first = [(e.document, e.start) for e in o.evidence[:1]]
    return (o.subject, o.metric, o.change, o.status, segment(o), *first)


def _is_level(f: Figure) -> bool:
    return isinstance(f.said, Observation) and f.said.change is Change.LEVEL


def _alike(one: Value, other: Value) -> bool:
    known = one.number is not None and other.number is not None
    return known and (one.unit, one.currency, one.per) == (other.unit, other.currency, other.per)


def _direction(figures: Figures, o: Observation, ends: tuple[Figure, Figure]) -> NumberCheck | None:
    """A rise that ends lower than it starts, or a fall that ends higher."""
    start, end = (Interval.of(f.value) for f in ends)
    if start is None or end is None:
        return None
    low, high = (start, end) if o.change is Change.INCREASE else (end, start)
    if high.high is None or low.low <= high.high:
        return None
    verb = figures.graph.ontology.changes[o.change.value].label
    path = f"from {ends[0].words} to {ends[1].words}"
    message = f"{possessive(figures.name(o.subject))} {o.metric}: the text calls it {_an(verb)}; {path} it is none"
    numbers = [middle(f.value) for f in ends]
    formula = f"{plain(numbers[0])} → {plain(numbers[1])}"
    return NumberCheck("direction of a change", Verdict.INCONSISTENT, message, formula, None, said(ends[1:]))


def _an(word: str) -> str:
    return f"an {word}" if word[:1] in set("aeiou") else f"a {word}"


def _against(
    figures: Figures, ends: tuple[Figure, Figure], change: Figure, tolerance: Decimal, *, certain: bool
) -> NumberCheck | None:
    o = change.said
    start, means = Interval.of(ends[0].value), Interval.of(ends[1].value)
    grown = changed(ends[0].value, change) if start else None
    if not isinstance(o, Observation) or start is None or means is None or grown is None:
        return None
    number, reached, formula = grown
    verb = figures.graph.ontology.changes[o.change.value].label
    words = f"{possessive(figures.name(o.subject))} {o.metric}: {_an(verb)} of {change.words} from {ends[0].words}"
    left = Side(reached, number, f"{words} gives {amount_words(number, ends[1].value)}", formula)
    stated = middle(ends[1].value)
    right = Side(means, stated, f"the text says {ends[1].words}", plain(stated))
    return compared("change", (left, right), (*ends, change), tolerance=tolerance, certain=certain)


def changed(start: Value, change: Figure) -> tuple[Decimal, Interval, str] | None:
    """What a value becomes by a relative change: the number, all it can mean, and the formula."""
    o, by, means = change.said, Interval.of(change.value), Interval.of(start)
    if not isinstance(o, Observation) or by is None or means is None:
        return None
    first, number, falls = middle(start), middle(change.value), o.change is Change.DECREASE
    sign = "−" if falls else "+"
    if change.value.unit == "points":
        if start.unit != "percent":
            return None
        end = first - number if falls else first + number
        return (
            end,
            means.minus(by) if falls else means.plus(by),
            f"{plain(first)} {sign} {plain(number)} = {plain(end)}",
        )
    if change.value.unit == "times":
        factor = 1 / number if falls and number > 1 else number
        return (
            EXACT.multiply(first, factor),
            _multiplied(means, by, falls=falls and number > 1),
            (f"{plain(first)} × {plain(factor)} = {plain(EXACT.multiply(first, factor))}"),
        )
    part, whole = by.scaled(1 / HUNDRED), Interval(Decimal(1), Decimal(1))
    end = EXACT.multiply(first, 1 + (-number if falls else number) / HUNDRED)
    reached = means.times(whole.minus(part) if falls else whole.plus(part))
    return end, reached, f"{plain(first)} × (1 {sign} {plain(number)} ÷ 100) = {plain(end)}"


def _multiplied(means: Interval, by: Interval, *, falls: bool) -> Interval:
    if not falls:
        return means.times(by)
    high = EXACT.divide(Decimal(1), by.low) if by.low else None
    return means.times(Interval(EXACT.divide(Decimal(1), by.high) if by.high else Decimal(0), high))
