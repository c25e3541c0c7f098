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

_ISO = re.compile(r"(?:FY)?(\d{4})(?:-(Q[1-4]|H[12]|\d\d(?:-\d\d)?))?\Z")
_DURATION = re.compile(r"P(\d+)([YM])\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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
    iso = _iso(period)
    if iso and not _DURATION.match(iso):
        return iso
    if not text or frequency(period):
        return ""
    return text if _YEAR.search(text) else f"{text} | {document}"


def is_duration(period: Qualifier | None) -> bool:
    """Whether a period says only how long: "five years" (P5Y)."""
    return bool(_DURATION.match(_iso(period)))


def months(period: Qualifier | None) -> Decimal | None:
    """How many months a period or duration ("P5Y") covers, None where nothing tells."""
    iso = _iso(period)
    if found := _DURATION.match(iso):
        return Decimal(found[1]) * (12 if found[2] == "Y" else 1) or None
    if found := _INTERVAL.match(iso):
        first, last = int(found[1]) * 12 + int(found[2]), int(found[3]) * 12 + int(found[4])
        return Decimal(last - first + 1) if last >= first else None
    if found := _ISO.match(iso):
        part = found[2] or ""
        return None if "-" in part else Decimal({"": 12, "Q": 3, "H": 6}.get(part[:1], 1))
    text = _text(period).lower()
    return next((Decimal(n) for w, n in _words()["months"].items() if re.search(rf"(?<![\w-]){w}\b", text)), None)


def year_before(period: str) -> str:
    """The same period a year earlier: "2023-Q3" of "2024-Q3", "fiscal 2023" of "fiscal 2024"; "" without one year."""
    if " | " in period or not (_INTERVAL.match(period) or len(_YEAR.findall(period)) == 1):
        return ""
    return _YEAR.sub(lambda m: str(int(m[0]) - 1), period)


def _text(period: Qualifier | None) -> str:
    return "" if period is None else period if isinstance(period, str) else str(period.text)


def _iso(period: Qualifier | None) -> str:
    """The ISO 8601 value of a period, where it has or is one."""
    if isinstance(period, Value) or period is None:
        return ""
    iso = period if isinstance(period, str) else str(getattr(period, "value", ""))
    return iso if any(form.match(iso) for form in (_ISO, _INTERVAL, _DURATION)) else ""
