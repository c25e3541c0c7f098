"""Numbers as written, in digits and in words, with their scales: "3.4bn", "Rs 1.2 lakh crore", "two and a half million".

    numeral = (digits | words | fraction "of" "a") scale*
    vague   = "tens of millions" | "several hundred million" | "dozens"

What a number is of (money, a part, a count) is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache

from kg.nlp.amount_words import either, plain, words

LONGEST = 40  # characters of a number in digits; longer ones are no amounts

_DIGITS = r"""
    \d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])                # 1.234,56
  | \d{1,3}(?:\.\d{3}){2,}(?![\d,]|\.\d)                # 1.234.567
  | \d{1,3}(?:['’]\d{3})+                               # 1'200'000
  | \d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)               # 1 200 000
  | (?:(?<=[A-Z]{3}\s)|(?<=[€£])) \d{1,3}(?:\ \d{3})+(?![\d,.])
  | \d{1,3}(?:,\d{2})*(?:,\d{3})+(?:\.\d+)?             # 1,234,567.8 and 1,20,000
  | \d+,\d{1,2}(?=\s?(?:million|billion|bn|mn|mln|mio|m|Mio|Mrd)\b)  # 3,5 million
  | (?<=€)\d+,\d\d(?!\d)
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
def _pattern() -> re.Pattern[str]:
    w = words()
    unit, tens, part = either(w.number), either(w.tens), either([*w.fraction, "thirds", "quarters"])
    small = rf"(?:(?:{tens})(?:[\s-](?:{unit}))?|{unit})"
    scale = either(w.scale)
    big = rf"(?:(?:hundred|thousand|lakhs?|lacs?|crores?|million|billion|trillion)s?)"
    letters = rf"(?:{either(w.letters)})(?!\w|\.\d|['’]\w)"
    return re.compile(
        rf"""
        (?P<digits>{_DIGITS})\)?(?P<scales>(?:[\s-]?(?:{scale})\b)+|\s?(?P<letter>{letters}))?
      | (?<![\w-])(?i:
          (?P<vague>(?:(?:tens|hundreds|thousands)\sof\s|several\s|some\s|a\sfew\s|many\s)*
              (?:hundreds|thousands|millions|billions|trillions|dozens)\b
              |(?:several|a\sfew|some)\s(?:hundred|thousand|million|billion|trillion|dozen)
               (?:\s(?:thousand|million|billion|trillion))?)\b
        | (?P<of>half\san?|half|an?\squarter\sof\san?|three[\s-]quarters\sof\san?|an?\sthird\sof\san?)[\s-](?P<ofscale>{big})\b
        | (?P<of_unit>half\san?|an?\squarter\sof\san?)(?=\s(?:per\s?cent|percent|percentage\spoint)\b)
        | (?P<dozen>an?\s|half\sa\s|(?:{small})\s)dozen\b
        | (?P<words>an?(?=[\s-]{big})|billion(?=-(?:dollar|euro|pound|yen))|million(?=-(?:dollar|euro|pound|yen))|an?(?=\spercentage\spoint)|{small})\b
          (?P<hundreds>[\s-]hundred\b(?:[\s-](?:and[\s-])?(?:{small})\b)?)?
          (?P<half>\sand\sa\shalf\b)?
          (?P<wscales>(?:[\s-](?:{scale})\b)*)
        )
        """,
        re.VERBOSE,
    )


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text, left to right, those within words, times and longer numbers left out."""
    for match in _pattern().finditer(text):
        if match["digits"] is not None:
            found = _of_digits(match)
        elif match["vague"]:
            found = Numeral(*match.span(), None, "vague")
        else:
            found = _of_words(match)
        if found is not None:
            yield found


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
    if letter:
        return words().letters[letter]
    return sum(words().scale[w] for w in re.split(r"[\s-]+", scales.strip(" -").lower()) if w)


def _of_words(match: re.Match[str]) -> Numeral:
    start, end = match.span()
    if match["of"]:
        exponent = _exponent(match["ofscale"].removesuffix("s"))
        return Numeral(start, end, _scaled(_part(match["of"]), exponent), "words", exponent)
    if match["of_unit"]:
        return Numeral(start, end, _part(match["of_unit"]), "words")
    if match["dozen"]:
        times = Decimal("0.5") if match["dozen"].lower().startswith("half") else Decimal(_small(match["dozen"]))
        return Numeral(start, end, plain(times * 12), "words", 1)
    number, exponent = Decimal(_small(match["words"])), 0
    if match["words"].lower() in words().scale:  # "billion-dollar"
        return Numeral(start, end, _scaled(Decimal(1), words().scale[match["words"].lower()]), "words", 6)
    if match["hundreds"]:
        rest = re.sub(r"(?i)^[\s-]hundred[\s-]?(?:and[\s-])?", "", match["hundreds"])
        number, exponent = number * 100 + (_small(rest) if rest else 0), 2
    if match["half"]:
        number += Decimal("0.5")
    scaled = _exponent(match["wscales"]) if match["wscales"] else 0
    return Numeral(start, end, _scaled(number, scaled), "words", scaled or exponent)


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
