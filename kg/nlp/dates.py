"""Dates, months, years, quarters, halves and fiscal periods as written, without regard to today.

A rule is a pattern with what its match means: an ISO 8601 date, month, year or interval, or a fiscal label.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from kg.nlp import intervals as at
from kg.nlp.amount_words import either, words
from kg.nlp.calendar_words import times

Meaning = Callable[[re.Match[str], date | None], str]
Rule = tuple[re.Pattern[str], Meaning]

YEAR = r"(?:19|20)\d\d"
_YEAR_ENDS = r"(?![\d%])(?![.,]\d)(?!-\d)"
_TH = r"(?:st|nd|rd|th)?"
_FISCAL_YEAR = rf"""(?:FY\s?['’]?(?P<fy>{YEAR}|\d\d)(?:[/–-](?P<fy2>{YEAR}|\d\d))?
    |(?i:(?:fiscal|financial)(?:\syear)?\s)(?P<fy3>{YEAR})(?:[/–-](?P<fy4>{YEAR}|\d\d)\b)?)"""


@lru_cache(maxsize=1)
def date_rules() -> tuple[Rule, ...]:
    """The rules; where several match at one place the longest counts."""
    return (*_day_rules(), *_year_rules(), *_part_rules(), *_ended_rules())


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


def _day_rules() -> tuple[Rule, ...]:
    month, weekday = times().month, rf"(?:(?:{either(times().weekdays)})(?:\s?,)?\s)?"
    year = rf"(?:(?:\s?,)?\s(?P<y>{YEAR}){_YEAR_ENDS})?"
    return (
        (_re(rf"{weekday}(?P<m>{month})\s(?P<d>\d{{1,2}}){_TH}(?![\d:]){year}"), _day),
        (_re(rf"{weekday}(?:the\s)?(?P<d>\d{{1,2}}){_TH}\s(?:of\s)?(?P<m>{month}){year}"), _day),
        (_re(rf"(?P<y>{YEAR})[-/](?P<mm>\d{{2}})[-/](?P<d>\d{{2}})(?!\d)"), _digits),
        (_re(rf"(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{YEAR})(?!\d)"), _slashed),
    )


def _year_rules() -> tuple[Rule, ...]:
    month, within = times().month, either(times().within)
    whole = r"calendar(?:\syear)?|full[\s-]year|year"
    return (
        (_re(rf"(?:(?i:{within})[\s-]?)?(?P<m>{month}),?\s(?:of\s)?(?P<y>{YEAR}){_YEAR_ENDS}"), _month),
        (_re(rf"(?i:{within})[\s-]?(?P<y>{YEAR}){_YEAR_ENDS}"), _year),
        (_re(rf"(?:(?i:{whole})\s)?(?P<y>{YEAR}){_YEAR_ENDS}\b"), _year),
        (_re(r"(?P<y>(?:19|20)\d)0['’]?s\b"), _decade),
        (_re(rf"(?P<y>{YEAR})\s?[-–/]\s?(?P<y2>{YEAR}|\d\d)(?![\d-])(?!\s?%)"), _years),
        (_re(rf"(?:between|from)\s(?P<y>{YEAR})\s(?:and|to|through|until)\s(?P<y2>{YEAR})\b"), _years),
        (_re(_FISCAL_YEAR + r"(?!\d)"), _fiscal_year),
        (_re(rf"(?P<fy>{YEAR})(?:[/–-](?P<fy2>\d\d))?\s(?i:(?:fiscal|financial)\syear)\b"), _fiscal_year),
    )


def _part_rules() -> tuple[Rule, ...]:
    quarter = rf"""(?:(?i:(?P<ordinal>{either(times().ordinals)})[\s-](?:fiscal[\s-])?(?P<part>quarter|half))
        |(?P<sort>[QH])(?P<digit>[1-4])|(?P<digit2>[1-4])(?P<sort2>[QH]))"""
    of = r"[\s-]?(?i:of\s|in\s)?(?i:the\s|our\s|its\s)?"
    own = rf"""(?:{of}
        (?:(?P<year>{YEAR})|['’](?P<short>\d\d)|(?P<touching>(?<=[QH\d])\d\d)){_YEAR_ENDS}\b)"""
    return (
        (_re(rf"(?i:fiscal\s)?{quarter}{own}"), _part),
        (_re(rf"{quarter}(?:{of}(?P<whole>{_FISCAL_YEAR})(?!\d))"), _fiscal_part),
        (_re(rf"(?i:(?:fiscal|financial)\s){quarter}{own}?"), _fiscal_part),
        (_re(rf"(?i:last|final|closing)\s(?P<sort>quarter|half)\sof\s(?P<year>{YEAR}){_YEAR_ENDS}\b"), _last_part),
        (_re(rf"(?P<year>{YEAR})\s(?i:(?P<fiscal>fiscal\s))?{quarter}(?!\w)"), _part),
    )


def _ended_rules() -> tuple[Rule, ...]:
    t, w = times(), words()
    day = rf"""(?:(?:{t.month})\s\d{{1,2}}{_TH},?\s{YEAR}|\d{{1,2}}{_TH}\s(?:of\s)?(?:{t.month}),?\s{YEAR})"""
    many = rf"\d{{1,2}}|fifty-two|fifty-three|{either(w.number)}|{either(w.tens)}"
    ended = r"(?:ended|ending|to|that\sended)\s(?:on\s)?"
    whole = rf"(?:(?:the|fiscal|financial|full|{either(t.ordinals)})[\s-])*(?P<unit>year|half[\s-]year|half|quarter)"
    return (
        (_re(rf"(?i:{whole}[\s-]{ended})(?P<end>{day})"), _ended),
        (_re(rf"(?i:(?P<many>{many})\s(?P<unit>month|week)s\s{ended})(?P<end>{day}|(?:{t.month})\s{YEAR})"), _ended),
    )


def _month_number(name: str) -> int:
    return times().months[name.rstrip(".")]


def _day(match: re.Match[str], today: date | None) -> str:
    return at.day(int(match["y"]), _month_number(match["m"]), int(match["d"])) if match["y"] else ""


def _digits(match: re.Match[str], today: date | None) -> str:
    return at.day(int(match["y"]), int(match["mm"]), int(match["d"]))


def _slashed(match: re.Match[str], today: date | None) -> str:
    """Day first with dots; with slashes only where one number can be no month."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or a > 12 or a == b:
        return at.day(year, b, a)
    return at.day(year, a, b) if b > 12 else ""


def _month(match: re.Match[str], today: date | None) -> str:
    return f"{match['y']}-{_month_number(match['m']):02}"


def _year(match: re.Match[str], today: date | None) -> str:
    return match["y"]


def _decade(match: re.Match[str], today: date | None) -> str:
    return f"{match['y']}0-01-01/{match['y']}9-12-31"


def _years(match: re.Match[str], today: date | None) -> str:
    first, last = match["y"], match["y2"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if int(first) < int(last) else ""


def _number(match: re.Match[str]) -> tuple[int, int]:
    """Which quarter or half, and how many months it has; 0 for a third half."""
    groups = match.groupdict()
    number = (
        times().ordinals[groups["ordinal"].lower()] if groups["ordinal"] else int(groups["digit"] or groups["digit2"])
    )
    sort = (groups["part"] or groups["sort"] or groups["sort2"])[0].upper()
    months = at.QUARTER if sort == "Q" else at.HALF
    return (number if number * months <= at.YEAR else 0), months


def _part(match: re.Match[str], today: date | None) -> str:
    number, months = _number(match)
    groups = match.groupdict()
    year = int(groups["year"] or 0) or at.century(groups.get("short") or groups["touching"])
    if not number:
        return ""
    if match.group().lower().startswith("fiscal") or groups.get("fiscal") or "fiscal" in match.group().lower():
        return _label(year, number, months)
    return at.part_of_year(year, number, months)


def _last_part(match: re.Match[str], today: date | None) -> str:
    months = at.QUARTER if match["sort"].lower() == "quarter" else at.HALF
    return at.part_of_year(int(match["year"]), at.YEAR // months, months)


def _label(year: int, number: int, months: int) -> str:
    return f"FY{year}-{'Q' if months == at.QUARTER else 'H'}{number}"


def _fiscal_part(match: re.Match[str], today: date | None) -> str:
    number, months = _number(match)
    groups = match.groupdict()
    if groups.get("whole"):
        year = _fiscal_end(match)
    elif groups.get("year") or groups.get("short") or groups.get("touching"):
        year = int(groups["year"] or 0) or at.century(groups["short"] or groups["touching"])
    else:
        return ""
    return _label(year, number, months) if number else ""


def _fiscal_end(match: re.Match[str]) -> int:
    """The year in which a fiscal year ends, by which it is called: 2025 of "FY2024-25"."""
    groups = match.groupdict()
    found = groups.get("fy2") or groups.get("fy4") or groups.get("fy") or groups.get("fy3") or ""
    return int(found) if len(found) == 4 else at.century(found)


def _fiscal_year(match: re.Match[str], today: date | None) -> str:
    return f"FY{_fiscal_end(match)}"


_UNIT = {"year": at.YEAR, "half": at.HALF, "quarter": at.QUARTER}


def _ended(match: re.Match[str], today: date | None) -> str:
    end = _end_of(match["end"])
    groups = match.groupdict()
    unit = re.split(r"[\s-]", match["unit"].lower())[0]
    if not groups.get("many"):
        return at.ended(end, months=_UNIT[unit])
    count = groups["many"].lower()
    table = words().number | words().tens | {"fifty-two": 52, "fifty-three": 53}
    many = int(count) if count.isdigit() else table[count]
    return at.ended(end, months=many) if unit == "month" else at.ended(end, weeks=many)


def _end_of(text: str) -> str:
    """The date or month that a period ends with."""
    found = re.findall(r"[A-Za-z]+\.?|\d+", text)
    name = next(w for w in found if w.rstrip(".") in times().months)
    numbers = [int(w) for w in found if w.isdigit()]
    if len(numbers) == 1:
        return f"{numbers[0]}-{_month_number(name):02}"
    return at.day(numbers[-1], _month_number(name), numbers[0])
