"""Numbers as written, in digits and in words, with their scales: "3.4bn", "1.2 lakh crore", "two and a half million".

    numeral = (digits | words | fraction "of" "a") scale*
    vague   = "tens of millions" | "several hundred million" | "dozens"

What a number is of (money, a part, a count) is not decided here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache

from kg.nlp.amount_words import either, plain, starts, words

LONGEST = 40  # characters of a number in digits; longer ones are no amounts

_DIGITS = r"""
    \d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])                # 1.234,56
  | \d{1,3}(?:\.\d{3}){2,}(?![\d,]|\.\d)                # 1.234.567
  | \d{1,3}(?:['’]\d{3})+                               # 1'200'000
  | \d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)               # 1 200 000
  | (?:(?<=[A-Z]{3}\s)|(?<=[€£])) \d{1,3}(?:\ \d{3})+(?![\d,.])
  | \d{1,3}(?:,\d{2})*(?:,\d{3})+(?:\.\d+)?             # 1,234,567.8 and 1,20,000
  | \d+,\d{1,2}(?=\s?(?:million|billion|bn|mn|mln|mio|m|Mio|Mrd)\b)  # 3,5 million
  | \d+,\d{1,2}(?=\s?%)|(?<=€)\d+,\d\d(?!\d)
  | (?:\d+(?:\.\d+)?|(?<![\w.])\.\d+)
"""
_COMMA_IS_POINT = re.compile(r"\d+,\d{1,2}\Z|\d{1,3}(?:\.\d{3})+,\d{1,2}\Z")
_GROUPS_OF_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at characters `start` to `end`.

    `number` is None for a vague one, `how` "digits", "words", "part" (of a whole) or "vague", `exponent` the
    power of ten that its scale words made, `letter` whether the scale was a single letter, and `places` how
    many decimals were written.
    """

    start: int
    end: int
    number: Decimal | None
    how: str = "digits"
    exponent: int = 0
    letter: bool = False
    places: int = 0

    @property
    def mantissa(self) -> Decimal:
        """The number before its scale; 0 for a vague one."""
        return (self.number or Decimal(0)).scaleb(-self.exponent)


@lru_cache(maxsize=1)
def _digits() -> re.Pattern[str]:
    w = words()
    letters = rf"(?:{either(w.letters)})(?!\w|\.\d|['’]\w)"
    scales = rf"(?P<scales>(?:[\s-]?(?:{either(w.scale)})\b)+|\s?(?P<letter>{letters}))?"
    return re.compile(rf"(?=[\d.])(?P<digits>{_DIGITS})\)?{scales}", re.VERBOSE)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    w = words()
    small = rf"(?:(?:{either(w.tens)})(?:[\s-](?:{either(w.number)}))?|{either(w.number)})"
    scale = either(w.scale)
    of = r"half\san?|half|an?\squarter\sof\san?|three[\s-]quarters\sof\san?|an?\sthird\sof\san?"
    named = "dollar|euro|pound|yen"
    return re.compile(
        rf"""(?i:
          (?P<vague>(?:(?:tens|hundreds|thousands)\sof\s|several\s|some\s|a\sfew\s|many\s){{0,3}}
              (?:hundreds|thousands|millions|billions|trillions|dozens)\b
              |(?:several|a\sfew|some)\s(?:hundred|thousand|million|billion|trillion|dozen)
               (?:\s(?:thousand|million|billion|trillion))?)\b
        | (?P<of>{of})[\s-](?P<of_scale>{scale})\b
        | (?P<of_unit>half\san?|an?\squarter\sof\san?)(?=\s(?:per\s?cent|percent|percentage\spoint)\b)
        | (?P<dozen>an?\s|half\sa\s|(?:{small})\s)dozen\b
        | (?P<lone>million|billion|trillion)(?=-(?:{named})\b)
        | (?P<words>an?(?=[\s-](?:{scale})\b|\spercentage\spoint)|{small})\b
          (?P<hundreds>[\s-]hundred\b(?:[\s-](?:and[\s-])?(?:{small})\b)?)?
          (?P<half>\sand\sa\shalf\b)?
          (?P<scales>(?:[\s-](?:{scale})\b)*)
        )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The words that a number in words may start with."""
    w = words()
    vague = "tens hundreds thousands millions billions trillions dozens several some many half a an three"
    return frozenset({*w.number, *w.tens, *w.scale, *vague.split()})


def numerals(text: str) -> list[Numeral]:
    """Every number of a text, left to right; what is part of a name or a longer number is not sorted out here."""
    found = [n for match in _digits().finditer(text) if (n := _of_digits(match)) is not None]
    # a look at each word is far quicker than the expression at each character
    spoken = (_words().match(text, start) for start in starts(text, _openers()))
    found += [_of_words(match) for match in spoken if match is not None]
    kept: list[Numeral] = []
    for numeral in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _of_digits(match: re.Match[str]) -> Numeral | None:
    text, (start, end) = match.string, match.span("digits")
    if end - start > LONGEST:
        return None
    digits = match["digits"]
    if _COMMA_IS_POINT.match(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif _GROUPS_OF_POINTS.match(digits):
        digits = digits.replace(".", "")
    number = Decimal(re.sub(r"[,'’\s]", "", digits))
    closed = text[end : end + 1] == ")"
    if match["scales"] is None:
        return Numeral(start, end, plain(number), places=_places(digits))
    if closed and text[start - 1 : start] != "(":
        return Numeral(start, end, plain(number), places=_places(digits))
    exponent = _exponent(match["scales"], match["letter"])
    return Numeral(
        start, match.end(), _scaled(number, exponent), "digits", exponent, match["letter"] is not None, _places(digits)
    )


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _exponent(scales: str, letter: str | None = None) -> int:
    """The power of ten of scale words, such as 12 of "lakh crore"."""
    if letter:
        return words().letters[letter]
    return sum(words().scale[w] for w in re.split(r"[\s-]+", scales.strip(" -").lower()) if w)


def _of_words(match: re.Match[str]) -> Numeral:
    start, end = match.span()
    if match["vague"]:
        return Numeral(start, end, None, "vague")
    if match["of"] or match["of_unit"]:
        exponent = _exponent(match["of_scale"]) if match["of"] else 0
        return Numeral(start, end, _scaled(_part(match["of"] or match["of_unit"]), exponent), "words", exponent)
    if match["dozen"]:
        half = match["dozen"].lower().startswith("half")
        return Numeral(
            start, end, plain((Decimal("0.5") if half else Decimal(_small(match["dozen"]))) * 12), "words", 1
        )
    if match["lone"]:  # "a billion-dollar deal"
        exponent = _exponent(match["lone"])
        return Numeral(start, end, _scaled(Decimal(1), exponent), "words", exponent)
    number, exponent = Decimal(_small(match["words"])), 0
    if match["hundreds"]:
        number, exponent = number * 100 + _small(match["hundreds"]), 2
    if match["half"]:
        number += Decimal("0.5")
    exponent = _exponent(match["scales"]) or exponent
    return Numeral(start, end, _scaled(number, _exponent(match["scales"])), "words", exponent)


def _small(text: str) -> int:
    """The number of "twenty-five", "seven" or "a"."""
    w = words()
    values = w.number | w.tens | {"a": 1, "an": 1}
    return sum(values.get(word, 0) for word in re.split(r"[\s-]+", text.strip().lower()))


def _part(text: str) -> Decimal:
    lower = text.lower()
    if lower.startswith("half"):
        return Decimal("0.5")
    if "third" in lower:
        return Decimal("0.3333")
    return Decimal("0.75") if lower.startswith("three") else Decimal("0.25")


def _scaled(number: Decimal, exponent: int) -> Decimal:
    with localcontext(prec=LONGEST + 20):
        return plain(number.scaleb(exponent))
