"""Periods as text, as ISO 8601 and as fiscal labels."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from kg.query import times


@dataclass(frozen=True)
class Time:
    """A period with its words and its meaning."""

    text: str
    value: str = ""


@pytest.mark.parametrize(
    ("period", "months"),
    [
        (None, None),
        ("", None),
        ("2024", 12),
        ("fiscal 2024", 12),
        ("the third quarter of 2024", 3),
        ("the three months to June", 3),
        ("the six months to June", 6),
        ("first half", 6),
        ("March 2026", 1),
        ("full-year", 12),
        ("the year to December", 12),
        ("March of this year", 1),
        ("six-year", None),
        ("five years", None),
        ("Tuesday", None),
        ("2024-Q3", 3),
        ("2024-H1", 6),
        ("2024-03", 1),
        ("2024-03-05", None),
        ("2024-07-01/2024-09-30", 3),
        ("2024-09-30/2024-07-01", None),
        (Time("the past quarter", "2024-07-01/2024-09-30"), 3),
        (Time("fiscal 2024", "FY2024"), 12),
        (Time("its third quarter", "FY2024-Q3"), 3),
        (Time("five years", "P5Y"), 60),
        (Time("18 months", "P18M"), 18),
        (Time("no time", "P0Y"), None),
        (Time("the year"), 12),
    ],
)
def test_months(period, months):
    assert times.months(period) == (None if months is None else Decimal(months))


@pytest.mark.parametrize(
    ("period", "key"),
    [
        (None, ""),
        ("monthly", ""),
        ("annual", ""),
        ("in the year 2024", "year 2024"),
        ("2024", "2024"),
        ("Last year", "last year | news"),
        (Time("last year", "2025"), "2025"),
        (Time("third quarter", "FY2025-Q3"), "FY2025-Q3"),
        (Time("five years", "P5Y"), "five years | news"),
    ],
)
def test_key(period, key):
    assert times.key(period, "news") == key


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024", "2023"),
        ("FY2024-Q3", "FY2023-Q3"),
        ("fiscal 2024", "fiscal 2023"),
        ("2024-07-01/2024-09-30", "2023-07-01/2023-09-30"),
        ("last year | news", ""),
        ("between 2019 and 2024", ""),
        ("", ""),
    ],
)
def test_the_year_before(period, before):
    assert times.year_before(period) == before
