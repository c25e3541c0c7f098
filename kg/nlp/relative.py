"""Times that depend on when the text was written: "last year", "on Tuesday", "the third quarter", "a year ago".

Each rule's meaning is "" without that day, and where the text alone does not tell: "a year earlier" than what?
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from kg.nlp import intervals as at
from kg.nlp.amount_words import either, words
from kg.nlp.calendar_words import times
from kg.nlp.dates import Rule
from kg.nlp.durations import iso, pattern

_STEP = {"last": -1, "this": 0, "current": 0, "next": 1}
_NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_AHEAD_WITHIN = 60  # characters before a weekday


@lru_cache(maxsize=1)
def relative_rules() -> tuple[Rule, ...]:
    """The rules; where several match at one place the longest counts."""
    return (*_near_rules(), *_named_rules(), *_far_rules())


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.VERBOSE)


def _near_rules() -> tuple[Rule, ...]:
    step = r"last|past|this|current|next|coming|previous|prior|following"
    unit = r"week|month|quarter|year|decade"
    same = r"same\s(?:period|time|quarter|month|week|day|half)\s(?:(?:of|in)\s)?"
    when = r"earlier|later|late|early|so\sfar|the\send\sof|the\sstart\sof"
    return (
        (_re(r"(?P<named>today|tonight|yesterday|tomorrow)\b(?!['’]s)"), _named_day),
        (_re(rf"(?:(?:{when})\s)?(?P<step>{step})\s(?P<unit>{unit})\b(?!-)"), _near),
        (_re(rf"{same}(?:(?:the\s)?(?:{step})\syear|a\syear\s(?:ago|earlier|before))\b"), _unknown),
        (_re(r"year[\s-]to[\s-]date\b"), _to_date),
    )


def _named_rules() -> tuple[Rule, ...]:
    t = times()
    weekday = (
        rf"(?:(?P<step>last|this|next|past|coming|following|previous|same)\s)?(?-i:(?P<weekday>{either(t.weekdays)}))"
    )
    which = r"(?:\s(?:of\s)?(?P<which>last|this|next)\syear\b)?"
    season = rf"(?:(?:last|this|next|past|coming|early|late|mid)[\s-])?(?:{either(t.seasons)})"
    return (
        (_re(rf"{weekday}\b(?!\s\d)"), _weekday),
        (_re(rf"{season}(?:\s(?:of\s)?(?:19|20)\d\d)?\b"), _unknown),
        (_re(rf"(?:(?:{either(t.within)})[\s-]?)?(?-i:(?P<month>{t.month}))(?=\W|\Z){which}"), _month),
        (_re(rf"(?:first|second|latter)\shalf\sof\s(?-i:(?:{t.month}))(?=\W|\Z)"), _unknown),
        (_re(rf"(?:last|this|next)\s(?-i:(?:{t.month}))(?=\W|\Z)"), _unknown),
        (_re(rf"(?:fiscal[\s-])?(?P<ordinal>{either(t.ordinals)})[\s-](?P<part>quarter|half)\b{which}"), _part),
        (_re(r"(?-i:(?P<digit>[1-4])?(?P<sort>[QH])(?P<digit2>[1-4])?)\b"), _short_part),
    )


def _far_rules() -> tuple[Rule, ...]:
    many = rf"\d{{1,3}}|{either(words().number)}|{either(words().tens)}|an?|several|a\sfew|a\scouple\sof"
    unit, way = r"day|week|month|quarter|year|decade", r"ago|earlier|before|later|from\snow"
    year = r"(?:(?P<year>(?:19|20)\d\d)\b|(?P<which>this|last|next)\syear\b)"
    stretch = r"past|last|previous|preceding|trailing|next|coming|following"
    return (
        (_re(rf"(?P<many>{many})[\s-](?P<unit>{unit})s?[\s-](?P<way>{way})\b"), _away),
        (_re(rf"(?P<way>{stretch})\s{pattern()}"), _stretch),
        (_re(rf"first\s(?P<many>{many})\s(?P<unit>month|quarter)s(?:\s(?:of|in)\s{year})?"), _first),
        (_re(pattern()), _length),
    )


def _unknown(match: re.Match[str], today: date | None) -> str:
    return ""


def _named_day(match: re.Match[str], today: date | None) -> str:
    return (today + timedelta(days=_NAMED_DAYS[match["named"].lower()])).isoformat() if today else ""


def _near(match: re.Match[str], today: date | None) -> str:
    step = _STEP.get(match["step"].lower())
    rolling = match.string[: match.start()][-4:].lower() == "the " and step != 0  # "over the next year": twelve months
    if today is None or step is None or rolling:  # previous to what?
        return ""
    unit = match["unit"].lower()
    if unit == "year":
        return f"{today.year + step:04}"
    if unit == "month":
        return at.shifted(today.replace(day=1), step).isoformat()[:7]
    if unit == "week":
        return at.week(today, step)
    if unit == "quarter":
        day = at.shifted(today.replace(day=1), step * at.QUARTER)
        return at.part_of_year(day.year, (day.month - 1) // at.QUARTER + 1, at.QUARTER)
    return ""


def _weekday(match: re.Match[str], today: date | None) -> str:
    """The last such day, today included, or the next one after "next"; "" where the words before look ahead."""
    if today is None:
        return ""
    step, number = (match["step"] or "").lower(), times().weekdays[match["weekday"]]
    if step not in {"", "last", "past"}:
        return ""  # "next Friday" is of this week or the one after: people differ
    before = match.string[max(match.start() - _AHEAD_WITHIN, 0) : match.start()].rpartition(". ")[2]
    spoken = re.findall(r"[a-z]+", before.lower())
    if times().ahead & set(spoken) or (spoken and spoken[-1] in times().not_back):
        return ""
    back = (today.weekday() - number) % 7
    return (today - timedelta(days=back or (7 if step == "last" else 0))).isoformat()


def _month(match: re.Match[str], today: date | None) -> str:
    if today is None or not match["which"]:
        return ""
    return f"{today.year + _STEP[match['which'].lower()]:04}-{times().months[match['month'].rstrip('.')]:02}"


def _part(match: re.Match[str], today: date | None) -> str:
    """A quarter or half of a year that is told, or the one that ended last; no other can be told."""
    months = at.QUARTER if match["part"].lower() == "quarter" else at.HALF
    return _of_year(match, today, times().ordinals[match["ordinal"].lower()], months)


def _short_part(match: re.Match[str], today: date | None) -> str:
    number, months = match["digit"] or match["digit2"], at.QUARTER if match["sort"] == "Q" else at.HALF
    return _of_year(match, today, int(number), months) if number else ""


def _of_year(match: re.Match[str], today: date | None, number: int, months: int) -> str:
    if today is None or "fiscal" in match.group().lower() or number * months > at.YEAR:
        return ""
    if which := match.groupdict().get("which"):
        return at.part_of_year(today.year + _STEP[which.lower()], number, months)
    year, ended = at.last_ended(today, months)
    return at.part_of_year(year, number, months) if number == ended else ""


def _away(match: re.Match[str], today: date | None) -> str:
    """So long ago, as exactly as it was said; "earlier" than something else is not told."""
    count = match["many"].lower()
    table = words().number | words().tens | {"a": 1, "an": 1}
    if today is None or match["way"].lower() not in {"ago", "from now"} or not (count.isdigit() or count in table):
        return ""
    many = (int(count) if count.isdigit() else table[count]) * (-1 if match["way"].lower() == "ago" else 1)
    unit = match["unit"].lower()
    if unit in {"day", "week"}:
        day = today + timedelta(days=many * (7 if unit == "week" else 1))
        return day.isoformat() if unit == "day" else at.week(today, many)
    if unit == "month":
        return at.shifted(today.replace(day=1), many).isoformat()[:7]
    return f"{today.year + many:04}" if unit == "year" else ""


def _first(match: re.Match[str], today: date | None) -> str:
    """The first so many months of a year that is told."""
    count, which = match["many"].lower(), match["which"]
    table = words().number | {"a": 1, "an": 1}
    if not (count.isdigit() or count in table) or not (match["year"] or (which and today)):
        return ""
    months = (int(count) if count.isdigit() else table[count]) * (1 if match["unit"].lower() == "month" else at.QUARTER)
    year = int(match["year"]) if match["year"] else (today.year if today else 0) + _STEP[which.lower()]
    return at.interval(date(year, 1, 1), at.last_day(year, months)) if 0 < months <= at.YEAR else ""


def _to_date(match: re.Match[str], today: date | None) -> str:
    return at.interval(date(today.year, 1, 1), today) if today else ""


def _stretch(match: re.Match[str], today: date | None) -> str:
    """The months or years up to today as an interval; what is to come as a length."""
    length = iso(match)
    if today is None or not length or match["way"].lower() in {"next", "coming", "following", "previous", "preceding"}:
        return length
    number, unit = int(re.sub(r"\D", "", length)), length[-1]
    if unit in "YM" and "T" not in length:
        return at.interval(at.shifted(today, -number * (at.YEAR if unit == "Y" else 1)), today)
    return at.interval(today - timedelta(days=number * (7 if unit == "W" else 1)), today) if unit in "WD" else length


def _length(match: re.Match[str], today: date | None) -> str:
    return iso(match)
