"""Which time a figure is of, so that figures of one time are compared and a month's sum becomes a year's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.model import Qualifier, Value

_ISO = re.compile(r"(\d{4})(?:-(?:Q[1-4]|H[12]|W\d\d|\d\d(?:-\d\d)?))?\Z")
_INTERVAL = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?(?:/|--)(\d{4})-(\d\d)(?:-\d\d)?\Z")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    with (Path(__file__).parent / "times.toml").open("rb") as file:
        return tomllib.load(file)


def yearly(unit: str) -> Decimal | None:
    """How many of a unit of time a year has: 12 of months; None of an unknown one."""
    number = _words()["yearly"].get(unit)
    return None if number is None else Decimal(number)


def frequency(period: Qualifier | None) -> str:
    """The unit of a period that says only how often: "month" of "monthly", else ""."""
    return str(_words()["every"].get(_text(period).lower(), ""))


def key(period: Qualifier | None, document: str) -> str:
    """What is equal for one time and different for others; "" where none is told.

    A time without a year ("last quarter") is one of its document.
    """
    text = " ".join(w for w in _text(period).lower().split() if w not in _words()["plain"]["articles"])
    if iso := _iso(period):
        return iso
    if not text or frequency(period):
        return ""
    return text if re.search(r"\b(?:19|20)\d\d\b", text) else f"{text} | {document}"


def months(period: Qualifier | None) -> Decimal | None:
    """How many months a period covers, None where nothing tells."""
    iso = _iso(period)
    if found := _INTERVAL.match(iso):
        first, last = int(found[1]) * 12 + int(found[2]), int(found[3]) * 12 + int(found[4])
        return Decimal(last - first + 1) if last >= first else None
    if _ISO.match(iso):
        part = iso[5:]
        return Decimal({"": 12, "Q": 3, "H": 6}.get(part[:1], 1)) if len(part) <= 2 and "W" not in part else None
    text = _text(period).lower()
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return Decimal(12)
    for word, number in _words()["months"].items():
        if re.search(rf"\b{word}\b", text):
            return Decimal(number)
    return None


def year_before(period: str) -> str:
    """The same period a year earlier: "2023-Q3" of "2024-Q3", "fiscal 2023" of "fiscal 2024"; "" without one year."""
    years = re.findall(r"\b(?:19|20)\d\d\b", period)
    return period.replace(years[0], str(int(years[0]) - 1)) if len(years) == 1 else ""


def _text(period: Qualifier | None) -> str:
    return "" if period is None else period if isinstance(period, str) else str(period.text)


def _iso(period: Qualifier | None) -> str:
    """The ISO 8601 value of a period, where it has or is one."""
    if isinstance(period, Value) or period is None:
        return ""
    iso = period if isinstance(period, str) else str(getattr(period, "value", ""))
    return iso if _ISO.match(iso) or _INTERVAL.match(iso) else ""
