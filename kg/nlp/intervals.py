"""Calendar arithmetic in ISO 8601 strings: "" stands for what is no date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

QUARTER, HALF, YEAR = 3, 6, 12  # months


def day(year: int, month: int, number: int) -> str:
    """The date, or "" where the calendar lacks it (31 February)."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""


def interval(start: date, end: date) -> str:
    """Two dates as an interval that holds both."""
    return f"{start.isoformat()}/{end.isoformat()}"


def part_of_year(year: int, number: int, months: int) -> str:
    """The number-th quarter (`months` 3) or half (6) of a calendar year."""
    if not 1 <= year <= date.max.year:
        return ""
    last = number * months
    return interval(date(year, last - months + 1, 1), last_day(year, last))


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shifted(day_: date, months: int) -> date:
    """The same day some months later or earlier, or the last day of a shorter month.

    Raises:
        ValueError: the year is out of the calendar.
    """
    year, month = divmod(day_.year * 12 + day_.month - 1 + months, 12)
    return date(year, month + 1, min(day_.day, calendar.monthrange(year, month + 1)[1]))


def ended(end: str, months: int = 0, weeks: int = 0) -> str:
    """The interval of so many months or weeks that ends on a date or with a month; "" where the end is unknown."""
    try:
        last = last_day(int(end[:4]), int(end[5:])) if len(end) == len("2026-03") else date.fromisoformat(end)
        if weeks:
            return interval(last - timedelta(weeks=weeks) + timedelta(days=1), last)
        follows = last + timedelta(days=1)
        return interval(shifted(follows, -months), last)
    except (ValueError, OverflowError):
        return ""


def last_ended(today: date, months: int) -> tuple[int, int]:
    """Year and number of the quarter (`months` 3) or half (6) that ended last."""
    number = (today.month - 1) // months  # of those that lie wholly before today
    return (today.year, number) if number else (today.year - 1, 12 // months)


def week(today: date, weeks: int) -> str:
    """The week, Monday to Sunday, some weeks after the one of a day."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return interval(monday, monday + timedelta(days=6))


def century(two_digits: str) -> int:
    """The year that two digits mean in business text: 1970 to 2069."""
    number = int(two_digits)
    return number + (1900 if number >= 70 else 2000)
