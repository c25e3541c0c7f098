"""A value in words that read back as the same value: the reverse of `quantities`."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Value
from kg.nlp.measures import COUNT, MONEY, PERCENT, POINTS, TIMES

_UNITS = {PERCENT: " percent", POINTS: " percentage points", TIMES: "x", COUNT: ""}
_BOUNDS = {"about": "about ", "at least": "at least ", "at most": "at most "}
_DURATION = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)([HM]))\Z")
_LENGTHS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}


def written(value: Value) -> str:
    """A value in plain words, such as "at least USD 20,000,000 per month over 5 years".

    `quantities(written(value))` gives the value again, with these words for its text. A value without a number
    is written as "millions", since that is all it says.
    """
    if value.number is None:
        number = f"millions of {value.currency}" if value.unit == MONEY else "millions"
        said = f"{number} of {value.noun}" if value.noun else number
    else:
        ends = [_number(value, n) for n in (value.number, value.high) if n is not None]
        said = _BOUNDS.get(value.bound, "") + " to ".join(ends) + (f" {value.noun}" if value.noun else "")
    per = f" per {value.per}" if value.per else ""
    return said + per + _over(value.over)


def _number(value: Value, number: Decimal) -> str:
    minus = "minus " if number < 0 else ""
    digits = f"{abs(number):,f}"
    return f"{minus}{value.currency} {digits}" if value.unit == MONEY else minus + digits + _UNITS.get(value.unit, "")


def _over(duration: str) -> str:
    match = _DURATION.match(duration)
    if match is None:
        return ""
    number, letter = match[1] or match[3], match[2] or match[4]
    unit = _LENGTHS[letter] if match[1] else {"H": "hours", "M": "minutes"}[letter]
    return f" over {number} {unit}"
