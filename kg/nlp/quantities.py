"""A grammar of the amounts, shares, multiples and counts of business text.

    quantity  = [bound] (range | single) [per]
    single    = money | percent | points | multiple | fraction | count
    money     = [sign] number [scale] [word] | number [scale] (word | hundredth) | vague scale of money

Numbers are whole units after scaling: "$20 million" is 20000000 USD, "Rs 1,200 crore" 12000000000 INR.
Currencies are data (currencies.toml, ISO 4217).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import lru_cache
from pathlib import Path

from kg.model import Value

SCALES = {
    "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "million": 6, "millions": 6, "mln": 6, "mn": 6, "m": 6,
    "crore": 7, "crores": 7, "billion": 9, "billions": 9, "bln": 9, "bn": 9, "b": 9,
    "trillion": 12, "trillions": 12, "trn": 12, "tn": 12, "t": 12,
}  # fmt: skip
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
FRACTIONS = {
    "half": "0.5", "third": "0.3333", "thirds": "0.3333", "quarter": "0.25", "quarters": "0.25", "fifth": "0.2",
    "fifths": "0.2", "sixth": "0.1667", "eighth": "0.125", "tenth": "0.1", "tenths": "0.1",
}  # fmt: skip
MULTIPLES = {
    "doubled": "2", "doubling": "2", "doubles": "2", "double": "2", "twice": "2", "twofold": "2", "tripled": "3",
    "tripling": "3", "triples": "3", "triple": "3", "threefold": "3", "treble": "3", "trebled": "3",
    "quadrupled": "4", "quadrupling": "4", "fourfold": "4", "fivefold": "5", "tenfold": "10",
    "halved": "0.5", "halving": "0.5",
}  # fmt: skip
BOUNDS = {
    "about": "about", "around": "about", "approximately": "about", "roughly": "about", "some": "about",
    "nearly": "about", "almost": "about", "close to": "about", "an estimated": "about", "estimated": "about",
    "more than": "at least", "over": "at least", "at least": "at least", "upwards of": "at least",
    "up to": "at most", "as much as": "at most", "at most": "at most", "less than": "at most",
    "under": "at most", "fewer than": "at most", "just over": "at least", "just under": "at most",
}  # fmt: skip
PERIODS = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
    "annually": "year", "annual": "year",
}  # fmt: skip

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_LETTER = r"(?:mln|bln|trn|mn|bn|tn|[kKmMbBtT])(?![\w])(?!\.\d)"
_SCALE = rf"thousand|lakhs?|crores?|millions?|billions?|trillions?|{_LETTER}"
# a number is not part of a longer one, a time, a version or a power
_FREE = r"(?<![\w.,^/:$£€])"
_ENDS = r"(?![\w^]|[.,:/]\d)"
_UNIT = r"day|week|month|quarter|year"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and its characters in the text it was read from."""

    start: int
    end: int
    value: Value


@lru_cache(maxsize=1)
def _currencies() -> dict[str, dict[str, str]]:
    with (Path(__file__).parent / "currencies.toml").open("rb") as file:
        data = tomllib.load(file)
    table = {
        part: {w: code for code, words in data[part].items() for w in words} for part in ("sign", "word", "hundredth")
    }
    return {**table, "code": {code: code for code in data["code"]["codes"]}}


def _alternatives(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    money = _currencies()
    sign = _alternatives([*money["sign"], *money["code"]])
    word = _alternatives([*money["word"], *money["code"]])
    hundredth = _alternatives(list(money["hundredth"]))
    number = rf"(?:{_NUMBER}|(?:half\s+a|{_alternatives(list(WORDS))})\b)"
    digits = rf"(?:{_NUMBER})"
    big = r"(?=\s+(?:million|billion|trillion))"
    counted = rf"(?:{_NUMBER}|(?:half\s+an?|{_alternatives(list(WORDS))}){big})"
    fraction = _alternatives(list(FRACTIONS))
    return re.compile(
        rf"""
        (?:(?<!\w)|(?=between))  # true wherever one of these can start; it spares trying them all within a word
        (?i:\b(?P<bound>{_alternatives(list(BOUNDS))})\s+(?:an?\s+(?=half|third|quarter|fifth|tenth))?)?
        (?:
            (?:between\s+)?(?<![\w.$^])(?P<sign>{sign})\s?(?P<money>{digits})(?:[\s-]?(?P<scale>{_SCALE})\b)?{_ENDS}
              (?:\s?(?:to|and|-|–)\s?(?:{sign})?\s?(?P<money2>{digits})(?:[\s-]?(?P<scale2>{_SCALE})\b)?{_ENDS}
                 (?!\s?(?:%|percent|per\ cent)))?
          | (?:between\s+)?{_FREE}(?P<plain>{counted})\s?(?:(?P<pscale>{_SCALE})\s)?
              (?:(?:to|and|-|–)\s?(?P<plain2>{digits})\s?(?:(?P<pscale2>{_SCALE})\s)?)?(?P<cword>{word})\b
          | {_FREE}(?P<cents>{digits}|{_alternatives(list(WORDS))})\s?(?P<hundredth>{hundredth})\b
          | (?:between\s+)?(?:(?P<minus>\bminus\s+|(?<!\w)[-−])(?=\d))?(?<![\w.,^/:])(?P<percent>{number})\s?
              (?:(?:to|and|-|–)\s?(?P<percent2>{number})\s?)?
              (?P<unit>percentage\s+points?|per\s?cent|%|points?\b|basis\s+points?)(?!\w)
          | (?i:{_FREE}(?P<numerator>an?|one|two|three|four)?(?:\s+|-|\b)(?P<fraction>{fraction})(?=\s+(?:of|that)\b))
          | (?i:\b(?P<multiple>{_alternatives(list(MULTIPLES))})\b)
          | \b(?P<vague>(?:tens\s+of\s+|hundreds\s+of\s+|several\s+(?:hundred\s+)?)?(?:millions|billions)
              |several\s+(?:hundred\s+)?(?:million|billion))(?:\s+of)?(?:\s+(?P<vword>{word}))?(?!\w)
          | {_FREE}(?<!-)(?P<count>{digits})(?:\s(?P<nscale>{_SCALE})\b)?(?![\w%^]|[.,:/-]\d|-[A-Za-z])
        )
        (?P<per>[\s-](?:(?:a|an|per|each|every)[\s-](?:{_UNIT})|{_alternatives(list(PERIODS))})\b)?
        """,
        re.VERBOSE,
    )


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text, left to right, none overlapping."""
    found = []
    for match in _pattern().finditer(text):
        value = _value(match)
        if value is not None:
            start, end = _trimmed(match)
            found.append(Quantity(start, end, replace(value, text=text[start:end])))
    return found


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The quantity without its period, which is a word of its own in a sentence, and without blanks."""
    end = match.start("per") if match["per"] else match.end()
    text = match.string[match.start() : end]
    return match.start() + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))


def _value(match: re.Match[str]) -> Value | None:
    group = match.groupdict()
    value = next((v for read in (_money, _cents, _percent, _other) if (v := read(group)) is not None), None)
    if value is None:
        return None
    return replace(value, bound=BOUNDS.get((group["bound"] or "").lower(), value.bound), per=_per(group["per"]))


def _per(text: str | None) -> str:
    if not text:
        return ""
    last = text.replace("-", " ").split()[-1].lower()
    return PERIODS.get(last, last)


def _money(group: dict[str, str | None]) -> Value | None:
    table = _currencies()
    if group["money"]:
        currency = {**table["code"], **table["sign"]}[group["sign"] or ""]
        return _range(
            group["money"], group["scale"], group["money2"], group["scale2"], Value("", unit="money", currency=currency)
        )
    if group["plain"]:
        currency = {**table["code"], **table["word"]}[group["cword"] or ""]
        return _range(
            group["plain"],
            group["pscale"],
            group["plain2"],
            group["pscale2"],
            Value("", unit="money", currency=currency),
        )
    if group["vague"]:
        currency = {**table["code"], **table["word"]}.get(group["vword"] or "", "")
        return Value("", unit="money" if currency else "count", currency=currency, bound="about")
    return None


def _range(low: str, low_scale: str | None, high: str | None, high_scale: str | None, value: Value) -> Value:
    number = _scaled(low, low_scale or (high_scale if high else None))
    return replace(value, number=number, high=_scaled(high, high_scale) if high else None)


def _cents(group: dict[str, str | None]) -> Value | None:
    if not group["cents"]:
        return None
    currency = _currencies()["hundredth"][group["hundredth"] or ""]
    return Value("", _scaled(group["cents"], None) / 100, "money", currency)


def _percent(group: dict[str, str | None]) -> Value | None:
    if group["percent"]:
        low, high = _scaled(group["percent"], None), group["percent2"]
        unit = (group["unit"] or "").lower()
        kind = "points" if "point" in unit else "percent"
        factor = Decimal("0.01") if unit.startswith("basis") else Decimal(1)
        sign = -1 if group["minus"] else 1
        return Value("", sign * low * factor, kind, high=sign * _scaled(high, None) * factor if high else None)
    if group["fraction"]:
        times = WORDS[(group["numerator"] or "a").lower()]
        return Value("", (times * Decimal(FRACTIONS[group["fraction"].lower()]) * 100).normalize() + 0, "percent")
    return None


def _other(group: dict[str, str | None]) -> Value | None:
    if group["multiple"]:
        return Value("", Decimal(str(MULTIPLES[group["multiple"].lower()])), "times")
    if group["count"]:
        return Value("", _scaled(group["count"], group["nscale"]), "count")
    return None


def _scaled(number: str, scale: str | None) -> Decimal:
    low = number.lower()
    if low.startswith("half"):
        value = Decimal("0.5")
    else:
        value = Decimal(WORDS[low]) if low in WORDS else Decimal(low.replace(",", ""))
    # written out, since 2.0E+7 is the same number but another text
    with localcontext(prec=max(28, len(low) + 16)):
        return Decimal(f"{value.scaleb(SCALES[scale.lower()]):f}") if scale else value
