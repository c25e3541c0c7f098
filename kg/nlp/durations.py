"""Lengths of time in words: "five years", "an 18-month period", "the next decade", as ISO 8601 durations."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.nlp.amount_words import either, words

_LETTER = {"year": "Y", "yr": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M"}
_CLOCK = frozenset({"hour", "minute"})


@lru_cache(maxsize=1)
def pattern() -> str:
    """A regular expression of a length, with the groups least, many, half, unit, vague and lone."""
    w = words()
    number = (
        rf"\d{{1,4}}(?:\.\d)?|(?:{either(w.tens)})(?:[\s-](?:{either(w.number)}))?|{either(w.number)}|an?|half\san?"
    )
    between = r"(?:(?:full|straight|consecutive|calendar|further|additional|more)\s)?"
    vague = r"several|some|many|a\sfew|a\scouple\sof|the\scoming|coming|recent|past|multiple"
    return rf"""(?i:\b(?:
        (?P<least>(?:{number})(?:\sto\s|\sor\s|\s?[-–]\s?))?(?P<many>{number})(?P<half>[\s-]and[\s-]a[\s-]half)?[\s-]{between}
          (?P<unit>year|yr|month|week|day|quarter|hour|minute|decade)s?(?![\s-]old)
      | (?P<vague>{vague})[\s-](?:year|month|week|day|quarter|decade)s
      | (?P<lone>(?-i:decade))
    )\b)"""


@lru_cache(maxsize=1)
def _compiled() -> re.Pattern[str]:
    return re.compile(pattern(), re.VERBOSE)


def duration_at(text: str, start: int) -> tuple[int, str] | None:
    """The end of the length that starts at a character and its ISO 8601 form, or None where there is none."""
    match = _compiled().match(text, start)
    return (match.end(), iso(match)) if match else None


def iso(match: re.Match[str]) -> str:
    """The ISO 8601 duration of a match of `pattern`, "" where it is vague."""
    if match["vague"] or match["least"]:
        return ""
    if match["lone"]:
        return "P10Y"
    number, unit = _number(match["many"]) + (0.5 if match["half"] else 0), match["unit"].lower()
    if unit == "decade":
        number, unit = number * 10, "year"
    if unit == "quarter":
        number, unit = number * 3, "month"
    if unit in {"year", "yr"} and number % 1 and not (number * 12) % 1:
        number, unit = number * 12, "month"
    if number % 1:
        return ""
    return f"P{'T' if unit in _CLOCK else ''}{int(number)}{_LETTER[unit]}"


def _number(text: str) -> float:
    """A number in digits or words; "half a" is a half."""
    lower = text.lower()
    if lower[0].isdigit():
        return float(lower)
    if lower.startswith("half"):
        return 0.5
    table = words().number | words().tens | {"a": 1, "an": 1}
    return float(sum(table[word] for word in re.split(r"[\s-]+", lower)))
