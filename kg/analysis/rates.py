"""Rates of exchange as a file gives them; kg knows none of its own.

TOML                                    CSV
    currency = "USD"                        currency,rate,date,source
    date = "2026-03-31"                     EUR,1.08,2026-03-31,central bank
    source = "central bank"                 USD,1,,
    [rates]
    EUR = 1.08

A rate is how much of the target one unit of the currency is worth. In CSV the target is the currency of rate 1.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.query import EXACT, rounded

_CODE = re.compile(r"[A-Z]{3}\Z")
_KEYS = {"currency", "date", "source", "rates"}
_LARGEST = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of each currency is worth in `currency`, and where that is from; empty rates change nothing."""

    currency: str = ""
    rates: tuple[tuple[str, Decimal], ...] = ()
    date: str = ""
    source: str = ""

    @classmethod
    def load(cls, file: Path, currency: str = "") -> Rates:
        """Read a file; with `currency` its rates are turned to that one.

        Raises:
            ConfigError: the file cannot be read, a rate is no positive number, or the target is not told.
        """
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeError) as error:
            raise ConfigError(f"Cannot read the rates {file}: {getattr(error, 'strerror', '') or error}.") from error
        found = _from_csv(file, text) if file.suffix.lower() == ".csv" else _from_toml(file, text)
        return found.to(currency) if currency and currency != found.currency else found

    def to(self, currency: str) -> Rates:
        """The same rates towards another currency.

        Raises:
            ConfigError: there is no rate of that one.
        """
        by = self.rate(currency)
        if by is None:
            raise ConfigError(f"The rates say nothing of {currency!r}; they have: {', '.join(self.codes)}.")
        pairs = [*self.rates, *([] if self.currency in dict(self.rates) else [(self.currency, Decimal(1))])]
        turned = tuple(sorted((code, EXACT.divide(rate, by)) for code, rate in pairs if code != currency))
        return Rates(currency, turned, self.date, self.source)

    @property
    def codes(self) -> list[str]:
        """All currencies that the rates know."""
        return sorted({self.currency, *dict(self.rates)} - {""})

    def rate(self, currency: str) -> Decimal | None:
        """What makes the target of a sum in this currency; None where that is not known."""
        if currency and currency == self.currency:
            return Decimal(1)
        return dict(self.rates).get(currency)

    def words(self, currency: str) -> str:
        """How one sum was turned: "1 EUR = 1.08 USD (central bank, 2026-03-31)"."""
        rate, origin = self.rate(currency), ", ".join(filter(None, (self.source, self.date)))
        known = format(rounded(rate), "f") if rate is not None else "?"
        return f"1 {currency} = {known} {self.currency}" + (f" ({origin})" if origin else "")


def _from_toml(file: Path, text: str) -> Rates:
    try:
        found: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, InvalidOperation) as error:
        raise ConfigError(f"{file} is not valid TOML: {error}.") from error
    rates = found.get("rates")
    if unknown := sorted(set(found) - _KEYS):
        raise ConfigError(
            f"{file} has the unknown key {unknown[0]!r}; a file of rates has: {', '.join(sorted(_KEYS))}."
        )
    if not isinstance(rates, dict) or not found.get("currency"):
        raise ConfigError(f'{file} needs currency = "...", the target, and a table [rates].')
    return _checked(file, str(found["currency"]), rates, str(found.get("date", "")), str(found.get("source", "")))


def _from_csv(file: Path, text: str) -> Rates:
    rows = list(csv.DictReader(text.splitlines()))
    if not rows or not {"currency", "rate"} <= set(rows[0]):
        raise ConfigError(f"{file} needs a first line with the columns currency and rate.")
    rates = {(row["currency"] or "").strip(): (row["rate"] or "").strip() for row in rows}
    targets = [code for code, rate in rates.items() if rate in {"1", "1.0", "1.00"}]
    if len(targets) != 1:
        raise ConfigError(f"{file} has {len(targets)} currencies of rate 1, and one of them has to be the target.")
    dates, sources = ({(row.get(k) or "").strip() for row in rows} - {""} for k in ("date", "source"))
    return _checked(file, targets[0], rates, ", ".join(sorted(dates)), ", ".join(sorted(sources)))


def _checked(file: Path, target: str, rates: Mapping[str, Any], date: str, source: str) -> Rates:
    if wrong := next((code for code in (target, *rates) if not _CODE.match(code)), None):
        raise ConfigError(f"{file}: {wrong!r} is no ISO 4217 code such as EUR.")
    found = {code: _number(file, code, rate) for code, rate in rates.items() if code != target}
    return Rates(target, tuple(sorted(found.items())), " ".join(date.split()), " ".join(source.split()))


def _number(file: Path, code: str, rate: Any) -> Decimal:
    try:
        number = Decimal(str(rate)) if not isinstance(rate, bool) else Decimal(0)
    except InvalidOperation:
        number = Decimal(0)
    if not (number.is_finite() and 1 / _LARGEST < number < _LARGEST):
        raise ConfigError(f"{file}: the rate of {code} is {rate!r}, and has to be a positive number.")
    return number
