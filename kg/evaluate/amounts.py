"""Amounts against gold: the number, the currency and the bound of each.

An amount is right when all three are: its number with the upper end of a range and its unit, its currency, and
whether it is exact, about, at least or at most so much. Where the gold gives places, an amount is compared with
the one there; in a list of clauses, with the one that agrees in most. What is found beside the gold is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.datasets import Row
from kg.evaluate.amount_gold import GoldAmount, GoldText
from kg.evaluate.marking import BY_TYPE, OVERALL, Evaluation, Sheet
from kg.model import Value
from kg.nlp import Quantity, quantities

NUMBER, CURRENCY, BOUND = "number", "currency", "bound"


def evaluate_amounts(gold: Sequence[GoldText]) -> tuple[Evaluation, list[Row]]:
    """Score the amounts that are read in texts, and give them a text a row."""
    sheets, rows = [], []
    for one in gold:
        found = quantities(one.text)
        sheet = Sheet(one.id)
        _mark(sheet, one, found)
        sheets.append(sheet)
        rows.append({"uid": one.id, "amounts": [_row(q) for q in found]})
    return Evaluation.of(sheets), rows


def _mark(sheet: Sheet, gold: GoldText, found: Sequence[Quantity]) -> None:
    pairs = _paired(gold.amounts, found)
    for g in gold.amounts:
        _count(sheet, "gold", g.value)
    for n, quantity in enumerate(found):
        _count(sheet, "system", quantity.value)
        if n not in pairs.values():
            sheet.note("wrong", (quantity.value.text, _said(quantity.value), "", ""), gold.text)
    for n, g in enumerate(gold.amounts):
        value = found[pairs[n]].value if n in pairs else None
        agreed = _agreed(g.value, value) if value else set()
        parts = [(BY_TYPE, part) for part in sorted(agreed) if part == NUMBER or _has(g.value, part)]
        sheet.add("right", *parts, *([OVERALL] if len(agreed) == len((NUMBER, CURRENCY, BOUND)) else []))
        if value is None:
            sheet.note("missed", (g.value.text, _said(g.value), "", ""), gold.text)
        elif len(agreed) < len((NUMBER, CURRENCY, BOUND)):
            sheet.note("other", (value.text, f"{_said(value)} for {_said(g.value)}", "", ""), gold.text)


def _count(sheet: Sheet, what: str, value: Value) -> None:
    sheet.add(
        what, OVERALL, *((BY_TYPE, part) for part in (NUMBER, CURRENCY, BOUND) if part == NUMBER or _has(value, part))
    )


def _has(value: Value, part: str) -> bool:
    return bool(value.currency if part == CURRENCY else value.bound)


def _agreed(one: Value, other: Value) -> set[str]:
    """In what two values agree."""
    same = {
        NUMBER: (one.number, one.high, one.unit) == (other.number, other.high, other.unit),
        CURRENCY: one.currency == other.currency,
        BOUND: one.bound == other.bound,
    }
    return {part for part, holds in same.items() if holds}


def _paired(gold: Sequence[GoldAmount], found: Sequence[Quantity]) -> dict[int, int]:
    """Which found amount each gold one is compared with, the best agreement first."""
    fits = [
        (-len(_agreed(g.value, q.value)), n, m)
        for n, g in enumerate(gold)
        for m, q in enumerate(found)
        if (g.start < q.end and q.start < g.end) or (g.start < 0 and NUMBER in _agreed(g.value, q.value))
    ]
    pairs: dict[int, int] = {}
    for _, n, m in sorted(fits):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def _said(value: Value) -> str:
    """A value as "bound number..high unit"."""
    number = "?" if value.number is None else f"{value.number:f}"
    high = f"..{value.high:f}" if value.high is not None else ""
    return " ".join(filter(None, (value.bound, number + high, value.currency or value.unit)))


def _row(quantity: Quantity) -> Row:
    value = quantity.value
    found = {"start": quantity.start, "end": quantity.end}
    words = {"value": value.number, "high": value.high, "unit": value.unit, "currency": value.currency}
    words |= {"bound": value.bound}
    return found | {key: str(word) for key, word in words.items() if word not in (None, "")}
