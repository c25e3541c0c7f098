"""Days as pages write them out, and the datelines and lines of dates that they stand in."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from kg.read.words import words

_TIME = r"(?:\s*(?:,|at|[|•·-])?\s*\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[a-z]{2,4}\)?)?)?"  # of the day
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?"
_DASH = re.compile(r"\s+[-–—]{1,2}\s+(?=[A-Z“\"‘'0-9])|\s*[–—]\s*(?=[A-Z“\"‘'])")
_LONGEST = 110  # characters of a dateline
_AGENCY = re.compile(r"\s*(?:\([^()]{2,50}\)|/[^/]{2,50}/)\s*(?:/[^/]{2,50}/\s*)?$")
_SMALL = frozenset({"de", "la", "le", "of", "the", "and", "am", "an", "der", "upon", "near", "in", "du", "di"})


def day_in(text: str) -> str:
    """The first day that a text writes out with its year, as ISO 8601 or ""."""
    for found in _day().finditer(text):
        if found["iso"]:
            parts = [int(part) for part in found["iso"].split("-")]
        else:
            day, month, year = (found[f"{part}1"] or found[f"{part}2"] for part in "dmy")
            parts = [int(year or 0), _month(month), int(day)]
        try:
            return date(*parts).isoformat()
        except ValueError:
            continue
    return ""


def is_day(text: str) -> bool:
    """Whether a line is nothing but a day, with or without "Published" and the time of day."""
    return len(text) <= _LONGEST and _day_line().fullmatch(text) is not None


def dateline_end(text: str) -> int:
    """The length of the dateline that a paragraph begins with, 0 where there is none: "OSLO, March 3 (Wire) - "."""
    dash = _DASH.search(text, 0, _LONGEST)
    if dash is None:
        return 0
    head = text[: dash.start()].strip(" *_")
    agency = _AGENCY.search(head)
    place = head[: agency.start()] if agency else head
    day = _day().search(place)
    names = (place[: day.start()] + place[day.end() :] if day else place).replace("/", " ").replace(",", " ").split()
    in_capitals = bool(names) and names[0].isupper() and len(names[0].strip(".")) > 2
    named = bool(names) and len(names) <= 6 and all(name[0].isupper() or name in _SMALL for name in names)
    sure = named and (in_capitals or bool(agency and (day or len(names) <= 3)) or bool(day and len(names) > 0))
    return dash.end() if sure else 0


@cache
def _day() -> re.Pattern[str]:
    names = "|".join(rf"{name}|{name[:3]}\.?|{name[:4]}\." for name in words().months)
    nth, year = r"(?:st|nd|rd|th)?", r"(?:19|20)\d{2}"
    return re.compile(
        rf"""(?:\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b
           | \b(?P<d1>\d{{1,2}}){nth}\s+(?P<m1>{names})(?![\w])(?:,?\s+(?P<y1>{year})\b)?
           | \b(?P<m2>{names})\s+(?P<d2>\d{{1,2}}){nth}\b(?!:)(?:,?\s+(?P<y2>{year})\b)?)""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _day_line() -> re.Pattern[str]:
    lead = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words().published, key=len, reverse=True))
    return re.compile(
        rf"\W*(?:(?:{lead})\b\s*:?\s*)?(?:{_WEEKDAY},?\s+)?{_day().pattern}{_TIME}\W*", re.IGNORECASE | re.VERBOSE
    )


def _month(name: str) -> int:
    return next(i for i, month in enumerate(words().months, 1) if month.startswith(name.lower()[:3]))
