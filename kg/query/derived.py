"""Numbers that follow from those of the texts: yearly figures, implied wholes and parts, implied changes and bases.

They are marked as derived and never stand among what was read. Only pairs of figures that certainly belong together
yield one, and no bound but "about" comes out of more than one input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.model import Change, Derived, Fact, Observation, Qualifier, Status, Value, content_id
from kg.query import times
from kg.query.changes import place, relatives
from kg.query.figures import ORIGIN, PERIOD, Figure, Figures, Part, all_sums, origin
from kg.query.intervals import EXACT, HUNDRED, middle
from kg.query.meanings import accrues, amount_of
from kg.query.reckoning import implied, plain, rounded
from kg.query.shares import wholes

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_ABOUT, _YEAR = "about", "year"
_NARROWING: tuple[str, ...] = ("segment", "counterparty", "name")
_NOT_TOLD = "not told"  # of which part of the business a share is, so the whole may be less than all of it
_CHANGES = {Change.INCREASE, Change.DECREASE}


def derive(graph: KnowledgeGraph) -> tuple[Derived, ...]:
    """Every number that certainly follows from a graph's facts and observations, sorted by id."""
    figures = Figures(graph)
    rules = (yearly_figures, implied_wholes, implied_parts, implied_changes, implied_bases)
    found = {d.id: d for rule in rules for d in rule(figures)}
    return tuple(found[id] for id in sorted(found))


def yearly_figures(figures: Figures) -> Iterator[Derived]:
    """A sum by the month, quarter, week or day as a sum a year."""
    for f in all_sums(figures):
        metric = _metric(figures, f)
        factor = times.yearly(f.value.per) if f.value.per else f.rate
        if factor is None or factor == 1 or not metric or not accrues(figures.graph.ontology, metric):
            continue
        number, high = (
            None if n is None else rounded(EXACT.multiply(n, factor)) for n in (f.value.number, f.value.high)
        )
        value = Value("", number, f.value.unit, f.value.currency, high, f.value.bound, _YEAR, f.value.noun)
        by = f"× {plain(factor)}" if factor > 1 else f"÷ {plain(1 / factor)}"
        formula = f"{plain(f.value.number or Decimal(0))} {by} = {plain(number or Decimal(0))}"
        yield _derived("yearly", (f.said.subject, metric), Change.LEVEL, value, formula, (f,), _kept(f))


def implied_wholes(figures: Figures) -> Iterator[Derived]:
    """What the whole must be where a part is known both as a share and as an amount."""
    for part in figures.parts:
        share = middle(part.share.value)
        if (
            part.amount is None
            or not share
            or part.share.value.high is not None
            or not _is_plain(part.share, part.amount)
        ):
            continue
        amount, factor, per = part.amount, Decimal(1), ""
        if accrues(figures.graph.ontology, part.metric):
            if amount.rate is None:
                continue
            factor, per = amount.rate, _YEAR
        elif amount.value.per:
            continue
        total = EXACT.multiply(EXACT.multiply(middle(amount.value), factor), HUNDRED)
        number, end = implied(EXACT.divide(total, share))
        value = Value("", number, amount.value.unit, amount.value.currency, bound=_ABOUT, per=per)
        scaled = plain(middle(amount.value)) + (f" × {plain(factor)}" if factor != 1 else "")
        formula = f"{scaled} ÷ ({plain(share)} ÷ 100) {end}"
        kept: dict[str, Qualifier] = {"segment": part.segment} if part.segment else {}
        if not part.segment and accrues(figures.graph.ontology, part.metric):
            kept["segment"] = _NOT_TOLD
        yield _derived("whole", (part.owner, part.metric), Change.LEVEL, value, formula, (amount, part.share), kept)


def implied_parts(figures: Figures) -> Iterator[Derived]:
    """What a share amounts to where the whole is known and the amount is not."""
    for part in figures.parts:
        said = part.share.said
        metric = part.metric if isinstance(said, Observation) else amount_of(figures.graph.ontology, part.relation)
        if part.amount is not None or not metric or not _is_plain(part.share) or part.share.value.high is not None:
            continue
        for whole in wholes(figures, part):
            if whole.certain and _is_plain(whole.figure):
                yield _part(figures, part, whole.figure, metric)


def _part(figures: Figures, part: Part, whole: Figure, metric: str) -> Derived:
    share, total, said = middle(part.share.value), middle(whole.value), part.share.said
    number, end = implied(EXACT.divide(EXACT.multiply(share, total), HUNDRED))
    value = Value("", number, whole.value.unit, whole.value.currency, bound=_ABOUT, per=whole.value.per)
    formula = f"{plain(share)} ÷ 100 × {plain(total)} {end}"
    kept: dict[str, Qualifier] = {k: v for k, v in _kept(whole).items() if k == PERIOD}
    if isinstance(said, Fact):
        kept["counterparty"] = figures.name(said.object)
    else:
        kept["counterparty" if part.relation else "segment"] = part.name
    return _derived("part", (said.subject, metric), Change.LEVEL, value, formula, (part.share, whole), kept)


def implied_changes(figures: Figures) -> Iterator[Derived]:
    """By how many percent something rose or fell, from where it starts and ends."""
    stated = relatives(figures)
    for o in figures.observations:
        start = origin(o) if o.change in _CHANGES and place(o) not in stated else None
        if start is None or o.value is None or not _comparable(o.value, start):
            continue
        end, first = middle(o.value), middle(start)
        figure = Figure(o, "value", o.value)
        rises = end > first
        if not first or end == first or rises != (o.change is Change.INCREASE):
            continue
        number, reached = implied(EXACT.multiply(EXACT.divide(abs(end - first), first), HUNDRED))
        larger, smaller = (end, first) if rises else (first, end)
        formula = f"({plain(larger)} − {plain(smaller)}) ÷ {plain(first)} × 100 {reached}"
        value = Value("", number, "percent", bound=_ABOUT)
        yield _derived("change", (o.subject, o.metric), o.change, value, formula, (figure,), _kept(figure))


def implied_bases(figures: Figures) -> Iterator[Derived]:
    """What something was before a rise or fall of so many percent to where it ends, both said in one sentence."""
    stated = relatives(figures)
    ends: dict[tuple[object, ...], list[Figure]] = {}
    for o in figures.observations:
        if o.change in _CHANGES and o.value is not None and o.value.unit in {"money", "count"}:
            ends.setdefault(place(o), []).append(Figure(o, "value", o.value))
    for where in sorted(stated.keys() & ends.keys(), key=repr):
        found = [*stated[where], *ends[where]]
        if len(found) == 2 and found[0].value.unit == "percent" and _is_plain(*found):
            base = _base(found[1], found[0]) if ORIGIN not in dict(found[1].said.qualifiers) else None
            yield from [base] if base else []


def _base(end: Figure, change: Figure) -> Derived | None:
    said = change.said
    falls = isinstance(said, Observation) and said.change is Change.DECREASE
    by = middle(change.value) / HUNDRED
    factor = 1 - by if falls else 1 + by
    if factor <= 0 or not _ends_there(end):
        return None
    number, reached = implied(EXACT.divide(middle(end.value), factor))
    value = Value("", number, end.value.unit, end.value.currency, bound=_ABOUT, per=end.value.per)
    grown = f"1 {'−' if falls else '+'} {plain(middle(change.value))} ÷ 100"
    formula = f"{plain(middle(end.value))} ÷ ({grown}) {reached}"
    kept = {k: v for k, v in _kept(end).items() if k != PERIOD}
    return _derived(
        "base",
        (end.said.subject, end.said.metric if isinstance(end.said, Observation) else ""),
        Change.LEVEL,
        value,
        formula,
        (change, end),
        kept,
    )


def _ends_there(f: Figure) -> bool:
    """Whether the sentence says "to" the value, so that it is where the change ends and not its size."""
    quote, at = f.passage[1], f.passage[1].find(f.value.text)
    return at > 0 and quote[:at].rstrip().endswith((" to", " at"))


def _derived(
    rule: str,
    about: tuple[str, str],
    change: Change,
    value: Value,
    formula: str,
    inputs: Iterable[Figure],
    kept: dict[str, Qualifier],
) -> Derived:
    said = {f.said.id: f.said for f in inputs}
    status = min((s.status for s in said.values()), key=list(Status).index)
    id = f"derived/{content_id(rule, *about, formula, *said)}"
    sure = min(s.confidence for s in said.values())
    return Derived(id, *about, change, value, rule, formula, tuple(said), status, sure, tuple(sorted(kept.items())))


def _metric(figures: Figures, f: Figure) -> str:
    return f.said.metric if isinstance(f.said, Observation) else amount_of(figures.graph.ontology, f.said.relation)


def _kept(f: Figure) -> dict[str, Qualifier]:
    """What a derived number is of besides its metric: the qualifiers that narrow its input."""
    held = dict(f.said.qualifiers)
    kept: dict[str, Qualifier] = {name: held[name] for name in _NARROWING if name in held}
    if PERIOD in held and not times.frequency(held[PERIOD]):
        kept[PERIOD] = held[PERIOD]
    return kept


def _is_plain(*figures: Figure) -> bool:
    """No figure is open to one side."""
    return all(f.value.bound in {"", _ABOUT} for f in figures)


def _comparable(one: Value, other: Value) -> bool:
    same = (one.unit, one.currency, one.per) == (other.unit, other.currency, other.per)
    return same and one.unit in {"money", "count"} and {one.bound, other.bound} <= {"", _ABOUT}
