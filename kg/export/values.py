"""Values in words, the same wherever a person reads them: "about $20 million a month", "at least €3.4 billion", "25 %".

The number decides, not the spelling of the text, so that "$3.4bn" and "3,400 million dollars" read alike. Where a
text has no digits ("almost a third", "millions") its own words stay; like all text of documents they must be made
safe by whoever shows them.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Context, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.model import Value

_HEDGED = re.compile(r"\D*[a-z]{4,}")
_SPOKEN = re.compile(r"\b(?:per|an?|each|every)\s+(?:day|week|month|quarter|year)|\w{3,}ly\b|annual", re.IGNORECASE)
_DURATION = re.compile(r"P(\d+)([YMWD])\Z")
_DURATIONS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_VOWELS = tuple("aeiou")
_MAGNITUDE = 40  # powers of ten
_DECIMALS = 3  # at most, before a named power of ten
_EXACT = Context(prec=60)


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Any]]:
    with (Path(__file__).parent / "values.toml").open("rb") as file:
        return tomllib.load(file)


def in_words(value: Value) -> str:
    """A value as one would read it aloud, with its hedge and its unit of time; "" where nothing is known of it."""
    numbers = [n for n in (value.number, value.high) if n is not None]
    plain = all(n.is_finite() and abs(n.adjusted()) <= _MAGNITUDE for n in numbers)  # a damaged file may hold others
    if value.number is None or not plain or (value.text and not re.search(r"\d", value.text)):
        return _own_words(value)
    ends = [_number(value.number, value)]
    if value.high is not None and value.high != value.number:
        ends.append(_number(value.high, value))
    if value.unit == "money":
        ends = [_money(end, value.currency) for end in ends]
    text = " to ".join(ends)
    if unit := _words()["unit"].get(value.unit, value.noun):
        one = len(ends) == 1 and abs(value.number) == 1
        text = f"{text} {unit.removesuffix('s') if one else unit}"
    text = f"{value.bound} {text}" if value.bound else text
    return f"{text}{_every(value.per)}{_over(str(getattr(value, 'over', '')))}"


def _own_words(value: Value) -> str:
    text = " ".join(value.text.split())
    if value.bound and not _HEDGED.match(text):
        text = f"{value.bound} {text}".strip()
    return text if _SPOKEN.search(text) else text + _every(value.per)


def _every(unit: str) -> str:
    """ "a month", "an ounce"; nothing of no unit."""
    return f" {'an' if unit[:1] in _VOWELS or unit == 'hour' else 'a'} {unit}" if unit else ""


def _over(duration: str) -> str:
    """ "over 5 years" of P5Y; nothing where that is none."""
    found = _DURATION.match(duration)
    return f" over {found[1]} {_DURATIONS[found[2]]}{'' if found[1] == '1' else 's'}" if found else ""


def _number(number: Decimal, value: Value) -> str:
    """Digits with a named power of ten where few decimals are left, else in groups of three."""
    if value.unit in {"money", "count", ""}:
        for word, power in _words()["scale"].items():
            scaled = _EXACT.normalize(number.scaleb(-power, _EXACT))
            if abs(scaled) >= 1 and -_exponent(scaled) <= _DECIMALS:
                return f"{_grouped(scaled)} {word}"
    return _grouped(number, cents=value.unit == "money")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _grouped(number: Decimal, *, cents: bool = False) -> str:
    plain = _EXACT.normalize(number)
    if cents and _exponent(plain) == -1:
        return f"{plain:,.2f}"
    return f"{plain:,f}"


def _money(number: str, currency: str) -> str:
    sign = _words()["sign"].get(currency, currency + " " if currency else "")
    return f"minus {sign}{number[1:]}" if number.startswith("-") else f"{sign}{number}"


def possessive(name: str) -> str:
    """A name as an owner: "Acme's", "Holdings'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
