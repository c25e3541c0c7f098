"""How much hangs on few: the Herfindahl-Hirschman index and the largest shares, as far as shares are known.

What is not known may be spread over many or lie with one, so each measure is a range. Shares are fractions of 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Value
from kg.query import EXACT, is_reckonable

ONE, NONE = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, from `low` to `high`, both fractions of 1."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, value: Value) -> Share | None:
        """What a percentage says; None of what is none, or not between 0 and 100."""
        if value.unit != "percent" or value.number is None or not is_reckonable(value):
            return None
        first = value.number.scaleb(-2)
        last = first if value.high is None else value.high.scaleb(-2)
        low = NONE if value.bound == "at most" else first
        high = ONE if value.bound == "at least" else last
        return cls(low, high) if NONE <= low <= high <= ONE else None


@dataclass(frozen=True, slots=True)
class Measures:
    """Ranges of what is known of a whole, of the HHI (0 to 1; times 10,000 in points), and of the largest shares."""

    known: Share
    hhi: Share
    top_1: Share
    top_3: Share


def measures(shares: Iterable[Share]) -> Measures | None:
    """The measures of shares in one whole, in any order; None where there are none, or they are certainly more than it.

    The lowest HHI is that of a rest spread over very many, the highest that of a rest that is one party.
    """
    held = list(shares)
    lows, highs = ([s.low for s in held], [s.high for s in held])
    least = sum(lows, NONE)
    if not held or least > ONE:
        return None
    rest = ONE - least
    return Measures(
        Share(least, min(ONE, sum(highs, NONE))),
        Share(_squares(lows), min(ONE, _squares([*_within(lows, highs), rest]))),
        Share(max(lows), min(ONE, max([*highs, rest]))),
        Share(_largest(lows), min(ONE, _largest([*highs, rest]))),
    )


def _within(lows: Sequence[Decimal], highs: Sequence[Decimal]) -> list[Decimal]:
    """The upper ends, none above what the others leave of the whole."""
    least = sum(lows, NONE)
    return [min(high, ONE - least + low) for low, high in zip(lows, highs, strict=True)]


def _squares(shares: Iterable[Decimal]) -> Decimal:
    return sum((EXACT.multiply(s, s) for s in shares), NONE)


def _largest(shares: Iterable[Decimal]) -> Decimal:
    return sum(sorted(shares, reverse=True)[:3], NONE)
