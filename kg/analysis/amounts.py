"""Amounts on one basis: by the year, and in one currency where rates are given. How each came about is told.

A range stays a range and a hedge a hedge. Nothing is added to an amount whose time is not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.analysis.rates import Rates
from kg.export import in_words
from kg.model import Value
from kg.query import EXACT, Figure, plain, rounded

YEAR = "year"
_AT_LEAST, _AT_MOST, _ABOUT = "at least", "at most", "about"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money from `low` to `high`, ends included; `high` None is open, `is_about` says that it was hedged.

    `per` is "year", or "" where no time tells what it covers. `told` are the words of the text, `how` the arithmetic.
    """

    low: Decimal
    high: Decimal | None
    currency: str
    per: str = ""
    is_about: bool = False
    told: str = ""
    how: str = ""

    @property
    def words(self) -> str:
        """As a person reads it."""
        if self.high is None:
            return in_words(Value("", self.low, "money", self.currency, bound=_AT_LEAST, per=self.per))
        if self.high > self.low == 0:
            return in_words(Value("", self.high, "money", self.currency, bound=_AT_MOST, per=self.per))
        high = self.high if self.high != self.low else None
        bound = _ABOUT if self.is_about else ""
        return in_words(Value("", self.low, "money", self.currency, high, bound, self.per))

    def plus(self, other: Amount) -> Amount:
        """The sum of two of one currency and time."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(self.low + other.low, high, self.currency, self.per, self.is_about or other.is_about)


def amount_of_figure(figure: Figure, rates: Rates) -> Amount | None:
    """A money figure by the year where its time is told, in the target currency where there is a rate.

    None of what is no money, has no number or is below zero.
    """
    value = figure.value
    if value.unit != "money" or value.number is None or value.number < 0:
        return None
    factor, steps = Decimal(1), []
    if figure.rate is not None:
        factor = figure.rate
        steps += [_spread(factor)] if factor != 1 else []
    rate, currency = rates.rate(value.currency), value.currency
    if rate is not None and currency != rates.currency:
        factor, currency = EXACT.multiply(factor, rate), rates.currency
        steps.append(f"× {plain(rate)}")
    low, high = _ends(value, factor)
    per = YEAR if figure.rate is not None else ""
    made = Amount(low, high, currency, per, value.bound == _ABOUT, figure.words)
    how = f"{figure.words} {' '.join(steps)} = {made.words}" if steps else ""
    if how and currency != value.currency:
        how += f"; {rates.words(value.currency)}"
    return Amount(low, high, currency, per, made.is_about, figure.words, how)


def _spread(factor: Decimal) -> str:
    return f"× {plain(factor)}" if factor >= 1 else f"÷ {plain(EXACT.divide(Decimal(1), factor))} years"


def _ends(value: Value, factor: Decimal) -> tuple[Decimal, Decimal | None]:
    first = value.number or Decimal(0)
    low, high = (rounded(EXACT.multiply(n, factor)) for n in (first, first if value.high is None else value.high))
    if value.bound == _AT_LEAST:
        return low, None
    return (Decimal(0), high) if value.bound == _AT_MOST else (min(low, high), max(low, high))
