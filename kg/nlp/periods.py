"""Times of business text as values: dates, quarters, fiscal years, lengths, and times told from the text's own date.

    time = ["since" | "until"] (date | month | year | quarter | half | fiscal | length | relative)

`dates` reads what stands on its own, `relative` what depends on the day of writing, `durations` lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.model import Period
from kg.nlp.amount_words import words
from kg.nlp.calendar_words import times
from kg.nlp.dates import Rule, date_rules
from kg.nlp.relative import relative_rules

# a time may start at any of these; "the" is left out of it
_STARTS = re.compile(r"(?<![\w$€£.,:/#-])(?:\d|[A-Za-z]{2,}|[QH]\d|a\b)")
_TOUCHED = re.compile(r"(?:[$€£]\s?|\d[.,:/-])\Z")
_OPEN = re.compile(r"\b(since|until|till)\s(?:the\s|at\sleast\s)*\Z", re.IGNORECASE)
_BEFORE = re.compile(r"([\w-]+)\s(?:the\s)?\Z")
_GOES_ON = re.compile(r"[\w%]|[.,:/]\d|-\d")
_YEAR_ALONE = re.compile(r"\d{4}\Z")
_SHORT_RANGE = re.compile(r"\d{4}-\d\d\Z")
_LENGTH_ALONE = re.compile(r"an?[\s-](?:\w+)\Z|decade\Z|year\Z", re.IGNORECASE)
_LENGTH = re.compile(r"P(?:\d|T)")


@dataclass(frozen=True, slots=True)
class Timed:
    """A time and where it stands: from `start` to `end`, half-open, in characters of a text that `periods` was
    given, in tokens of a passage that holds it.
    """

    start: int
    end: int
    period: Period


def periods(text: str, today: str = "") -> list[Timed]:
    """Every time of a text, left to right, none overlapping; `today` is its ISO 8601 date where that is known.

    What cannot be told has the value "": an impossible date, "last year" without `today`, "in May".
    """
    day, found, end = _day(today), [], 0
    for start in _candidates(text):
        if start < end:
            continue
        timed = _longest(text, start, day)
        if timed is not None:
            found.append(timed)
            end = timed.end
    return found


def _day(today: str) -> date | None:
    try:
        return date.fromisoformat(today)
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    return (*date_rules(), *relative_rules())


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The words that a time may start with, in lower case."""
    t, w = times(), words()
    phrases = [*t.months, *t.weekdays, *t.ordinals, *t.seasons, *t.within, *w.number, *w.tens]
    return frozenset({re.split(r"[\s-]", p.lower())[0] for p in phrases} | t.openers) - {"the"}


_WORD = re.compile(r"[A-Za-z]+\d?")


def _candidates(text: str) -> Iterator[int]:
    openers = _openers()
    for match in _STARTS.finditer(text):
        word = _WORD.match(text, match.start())
        if word is None or word.group().lower() in openers or word.group()[:2] in {"FY", "Q1", "Q2", "Q3", "Q4"}:
            yield match.start()


def _longest(text: str, start: int, today: date | None) -> Timed | None:
    """The longest time at a place; of rules that match alike the first."""
    best: tuple[re.Match[str], Rule] | None = None
    for rule in _rules():
        match = rule[0].match(text, start)
        if match and (best is None or match.end() > best[0].end()) and _stands_free(match):
            best = (match, rule)
    if best is None:
        return None
    match, (_, meaning) = best
    try:
        value = meaning(match, today)
    except (ValueError, OverflowError):  # out of the calendar
        value = ""
    return _opened(text, match, value)


def _opened(text: str, match: re.Match[str], value: str) -> Timed:
    """A time with the word that makes it a beginning or an end: "since 2019" is 2019/.., "until 2027" ../2027."""
    start, end = match.start(), match.end()
    before = _OPEN.search(text, max(start - 24, 0), start)
    if before and not _LENGTH.match(value):
        start = before.start(1)
        point = value.split("/")
        since = before[1].lower() == "since"
        fiscal = value.startswith("FY")
        value = "" if fiscal or not value else f"{point[0]}/.." if since else f"../{point[-1]}"
    return Timed(start, end, Period(text[start:end], value))


def _stands_free(match: re.Match[str]) -> bool:
    """Whether a time is not part of a number, a name, a rate or a verb that looks like it."""
    text, start, end = match.string, match.start(), match.end()
    said = match.group()
    if _GOES_ON.match(text, end) or _TOUCHED.search(text, max(start - 3, 0), start):
        return False
    before = _BEFORE.search(text, max(start - 24, 0), start)
    led = before[1].lower() if before else ""
    if _SHORT_RANGE.match(said) and (led.startswith("no") or (before and before[1].isupper())):
        return False  # "ASU 2018-20"
    if _YEAR_ALONE.match(said):
        return _is_year(text, end)
    if said.rstrip(".") in times().months:
        sure = said not in times().doubtful and said not in times().abbreviations
        return led in times().before_month or (sure and not text[start - 2 : start - 1].isalpha()) or sure
    if said in {"fall", "spring", "half", "Q", "H"} or said.lower() in {"half a"}:
        return False
    if _LENGTH_ALONE.match(said):  # "$5 million a year" is a rate
        return led in times().before_length
    return True


def _is_year(text: str, end: int) -> bool:
    """Whether four digits are a year and no count: "2000 people"."""
    following = re.match(r"\s([a-z]+)", text[end : end + 24])
    return not (following and following[1] in words().sure_nouns)
