"""What a written figure can mean: the numbers that would be written so, and arithmetic over them.

"$4.1 billion" is anything from 4.05 to 4.15 billion, "at least 3" has no upper end, "about 20 million" may be off by
its last digit or 5 %. Decimal numbers only; what is added up here is money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from kg.model import Value

EXACT = Context(prec=60)
HUNDRED = Decimal(100)
_HEDGE = Decimal("0.05")  # of the number: how far "about" reaches, and the most that rounding of a sum is taken to hide
_HALF = Decimal("0.5")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`, ends included; None is no end. `low` is never negative."""

    low: Decimal
    high: Decimal | None

    @classmethod
    def of(cls, value: Value | None) -> Interval | None:
        """What a value can mean, percentages in points; None without a number or below zero."""
        if value is None or value.number is None or value.number < 0:
            return None
        last = value.number if value.high is None else value.high
        low = max(value.number - _slack(value, value.number, first=True), Decimal(0))
        high = last + _slack(value, last, first=False)
        if value.bound == "at least":
            return cls(value.number, None)
        return cls(Decimal(0), last) if value.bound == "at most" else cls(low, max(low, high))

    def times(self, other: Interval) -> Interval:
        """Products of a number of each."""
        high = None if self.high is None or other.high is None else EXACT.multiply(self.high, other.high)
        return Interval(EXACT.multiply(self.low, other.low), high)

    def scaled(self, factor: Decimal) -> Interval:
        """Each number times a factor that is not negative."""
        return self.times(Interval(factor, factor))

    def plus(self, other: Interval) -> Interval:
        """Sums of a number of each."""
        return Interval(
            self.low + other.low, None if self.high is None or other.high is None else self.high + other.high
        )

    def minus(self, other: Interval) -> Interval:
        """Differences that are not negative."""
        low = Decimal(0) if other.high is None else max(self.low - other.high, Decimal(0))
        return Interval(low, None if self.high is None else max(self.high - other.low, low))

    def meets(self, other: Interval, tolerance: Decimal = Decimal(0)) -> bool:
        """Whether some number is in both, when each may be off by a fraction of itself."""
        wide = 1 + tolerance
        return (other.high is None or self.low <= EXACT.multiply(other.high, wide)) and (
            self.high is None or other.low <= EXACT.multiply(self.high, wide)
        )


def middle(value: Value) -> Decimal:
    """The one number that stands for a value: of a range its middle.

    Raises:
        ValueError: the value has no number.
    """
    if value.number is None:
        raise ValueError(f"{value.text!r} has no number")
    return value.number if value.high is None else (value.number + value.high) / 2


def apart(left: Decimal, right: Decimal) -> Decimal | None:
    """By how many percent the left number differs from the right one, a tenth of a percent exact; None of zero."""
    if not right:
        return None
    return (EXACT.divide(abs(left - right), abs(right)) * HUNDRED).quantize(Decimal("0.1"), context=EXACT)


def _slack(value: Value, number: Decimal, *, first: bool) -> Decimal:
    """How far the number meant may be from the one written."""
    found = _DIGITS.findall(value.text)
    hedge = abs(number) * _HEDGE
    if value.text and not found:
        return hedge  # in words: "a third", "doubled"
    digits = found[0 if first else -1].replace(",", "") if found else format(number, "f")
    written = Decimal(digits)
    if not written:
        return Decimal(0)
    place = EXACT.divide(abs(number), written).scaleb(-len(digits.partition(".")[2]), EXACT)
    half = EXACT.multiply(place, _HALF)
    if value.bound == "about":
        return max(min(place, 2 * hedge), hedge)
    # a share is a computed figure and rounds as it is written; "$1 billion" is rarely meant as 0.5 to 1.5
    return half if value.unit in {"percent", "points"} else min(half, hedge)
