"""The exposure of a company as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kg.analysis.concentration import Share
from kg.analysis.exposed import Exposure, Side
from kg.analysis.lines import Line
from kg.analysis.page import Page, Row, Section, compact, short, sources
from kg.analysis.parts import part_of
from kg.analysis.sums import LeftOut, Total
from kg.analysis.tiers import Indirect
from kg.analysis.wholes import Concentration
from kg.model import Fact, Status
from kg.query import plain

_POINTS = 10_000
_OPEN = "What is not known may be spread over many or lie with one, so each measure is a range."
_UNSURE = "Not added to any sum."


def exposure_page(found: Exposure) -> Page:
    """All sections; those without anything in them say nothing."""
    sections = [
        *_side_sections(found, found.customers, "Customers", "Customer"),
        *_side_sections(found, found.suppliers, "Suppliers", "Supplier"),
        _indirect(found),
        _dependences(found),
        _lines("Risks", "To what", found.risks, empty=f"No risk of {found.name} is told."),
        _lines("Risks of customers and suppliers", "To what", found.partner_risks),
        _inconsistent(found),
    ]
    return Page(f"Exposure of {found.name}", tuple(_intro(found)), tuple(sections))


def _intro(found: Exposure) -> Iterator[str]:
    for side, one, many in ((found.customers, "customer", "customers"), (found.suppliers, "supplier", "suppliers")):
        sure, all_ = len({x.entity for x in side.standing(Status.ASSERTED)}), len(side.lines)
        known = f"{sure} {one if sure == 1 else many} asserted"
        rest = all_ - len(side.standing(Status.ASSERTED))
        aside = f", {rest} planned, possible, over or denied" if rest else ""
        yield f"{known}{aside}."
    if found.rates.currency:
        turned = [found.rates.words(code) for code, _ in found.rates.rates]
        yield f"Amounts are in {found.rates.currency} at given rates: {'; '.join(turned) or 'none'}."
    yield "Only what texts state is here, so a missing party is no sign that there is none."


# ---------------------------------------------------------------- customers and suppliers


def _side_sections(found: Exposure, side: Side, title: str, one: str) -> Iterator[Section]:
    is_customers = side is found.customers
    whole = "Share" if is_customers else "Share of its own sales"
    sure = side.standing(Status.ASSERTED)
    notes = [*map(_total, side.totals), *_left_out(side.left_out, "amounts")]
    empty = f"No {one.lower()} is told."
    yield compact(Section(title, (one, "Amount", whole), tuple(map(_line, sure)), tuple(notes), empty))
    for concentration in side.concentrations:
        yield _concentration(found, concentration, one)
    open_, past = (Status.PLANNED, Status.POSSIBLE), (Status.ENDED, Status.NEGATED)
    for suffix, statuses in (("planned or possible", open_), ("no longer, or denied", past)):
        lines = [line for status in statuses for line in side.standing(status)]
        rows = tuple(_line(line, standing=True) for line in lines)
        columns = (one, "Standing", "Amount", whole)
        yield compact(Section(f"{title}: {suffix}", columns, rows, (_UNSURE,) if rows else ()))


def _line(line: Line, *, standing: bool = False) -> Row:
    amount = line.amount.words if line.amount else None
    if line.amount and not line.amount.per:
        amount = f"{line.amount.words} in all"
    cells = (line.name, *((line.standing.value,) if standing else ()), amount, line.share or None)
    details = [line.sentence, *([line.amount.how] if line.amount and line.amount.how else [])]
    details += [*([f"figures {_of(line.time)}"] if line.time else []), *line.notes]
    kept, more = sources((line.fact, e) for e in line.evidence)
    return Row(cells, (*details, _sure(line.confidence, line.sources)), kept, more, tuple(_line_data(line)))


def _line_data(line: Line) -> Iterator[tuple[str, str | int | float | Decimal | None]]:
    a = line.amount
    yield from (("name", line.name), ("entity", line.entity), ("standing", line.standing.value))
    yield from (("amount_low", a.low if a else None), ("amount_high", a.high if a else None))
    yield from (("currency", a.currency if a else None), ("per", a.per if a else None), ("how", a.how if a else None))
    p = line.part
    yield from (("share_low", p.low if p else None), ("share_high", p.high if p else None))
    yield from (("share", line.share or None), ("time", line.time or None), ("for", line.purpose or None))
    yield from (("disputed", "yes" if line.is_disputed else None), ("confidence", line.confidence))
    yield from (("sources", line.sources), ("sentence", line.sentence))


def _of(time: str) -> str:
    return time if time.startswith("as ") else f"of {time}"


def _sure(confidence: float, sources: int) -> str:
    more = f", {sources} independent sources" if sources > 1 else ""
    return f"confidence {confidence:.2f}{more}"


def _total(total: Total) -> str:
    names = ", ".join(name for name, _ in total.parts)
    return f"Together {total.amount.words}{f', {_of(total.time)}' if total.time else ''}: {names}."


def _left_out(left_out: Sequence[LeftOut], what: str) -> Iterator[str]:
    for each in left_out:
        yield f"Not added to other {what}: {each.words} of {each.name}; {each.why}."


# ---------------------------------------------------------------- concentration


def _concentration(found: Exposure, whole: Concentration, one: str) -> Section:
    of = f"{part_of(whole.metric, whole.segment)} of {found.name}"
    title = f"Concentration of {one.lower()}s: {of}, {_of(whole.time)}"
    notes = list(_left_out(whole.left_out, "shares"))
    if whole.measures is None:
        notes += ["The shares are certainly more than all of it, so nothing is measured."] if whole.held else []
    rows = []
    if m := whole.measures:
        kept, more = sources((h.said, e) for h in whole.held for e in h.evidence[:1])
        known = ", ".join(f"{h.name} {h.words}" for h in whole.held)
        rows = [
            Row(("Known shares", known), (), kept, more, (("measure", "known shares"), ("value", known))),
            _measure("Known part of the whole", _percent(m.known), m.known),
            _measure("Largest", _percent(m.top_1), m.top_1),
            _measure("Three largest", _percent(m.top_3), m.top_3),
            _measure("Herfindahl-Hirschman index", _points(m.hhi), m.hhi),
        ]
        notes += [f"{one} belongs to {owner}, but the two are counted apart." for one, owner in whole.related]
        notes.append(_OPEN if m.known.low < 1 else "")
    return Section(title, ("Measure", "Value"), tuple(rows), tuple(filter(None, notes)))


def _measure(name: str, words: str, value: Share) -> Row:
    return Row((name, words), data=(("measure", name), ("low", value.low), ("high", value.high)))


def _percent(share: Share) -> str:
    return _range(share.low * 100, share.high * 100, " %")


def _points(share: Share) -> str:
    low, high = (int(n.quantize(Decimal(1))) for n in (share.low * _POINTS, share.high * _POINTS))
    return f"{low:,} of {_POINTS:,}" if low == high else f"{low:,} to {high:,} of {_POINTS:,}"


def _range(low: Decimal, high: Decimal, unit: str) -> str:
    first, last = (plain(n.quantize(Decimal("0.1"))) for n in (low, high))
    return f"{first}{unit}" if first == last else f"{first} to {last}{unit}"


# ---------------------------------------------------------------- at one remove


def _indirect(found: Exposure) -> Section:
    rows = tuple(map(_indirect_row, found.indirect))
    notes = ("Each follows from facts that are asserted; confidence is the product of theirs.",) if rows else ()
    return Section("At one remove", ("Who", "As", "By way of"), rows, notes)


def _indirect_row(each: Indirect) -> Row:
    way = " → ".join(each.path[1:-1]) or "directly"
    return _facts_row((each.name, each.kind, way), each.sentences, each.facts, f"confidence {each.confidence:.2f}")


def _facts_row(cells: tuple[str, ...], sentences: Iterable[str], facts: Sequence[Fact], *more: str) -> Row:
    kept, rest = sources((f.id, e) for f in facts for e in f.evidence[:1])
    return Row(cells, (*sentences, *more), kept, rest)


def _dependences(found: Exposure) -> Section:
    rows = tuple(_facts_row((d.sentence,), (), d.facts) for d in found.dependences)
    notes = ("“Only known” means that no text names another.",) if rows else ()
    return Section("Single sources and dependence", ("What",), rows, notes)


def _lines(title: str, column: str, lines: Sequence[Line], empty: str = "") -> Section:
    rows = []
    for line in lines:
        kept, more = sources((line.fact, e) for e in line.evidence)
        details = (line.sentence, *line.notes, _sure(line.confidence, line.sources))
        rows.append(Row((line.name, line.standing.value), details, kept, more))
    return Section(title, (column, "Standing"), tuple(rows), (), empty)


def _inconsistent(found: Exposure) -> Section:
    rows = []
    for check in found.inconsistent:
        ids = ", ".join(short(i.id) for i in check.inputs)
        rows.append(Row((check.rule, check.message), (check.formula, ids)))
    return Section("Numbers that do not fit together", ("Rule", "What"), tuple(rows))
