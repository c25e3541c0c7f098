"""The SEC's list of tickers: company_tickers.json, or company_tickers_exchange.json with its columns.

    {"0": {"cik_str": 789019, "ticker": "MSFT", "title": "MICROSOFT CORP"}, ...}
    {"fields": ["cik", "name", "ticker", "exchange"], "data": [[789019, "MICROSOFT CORP", "MSFT", "Nasdaq"], ...]}

The list stands in order of size, so the place of a company is its rank.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from kg.errors import InputError
from kg.registers.keys import words
from kg.registers.listing import Listing

# where a company is registered, or what tells it from an older one: /DE/, \DE\, /NEW/, /ADR, CORP/
_MARK = re.compile(r"\s*[/\\]\s*(?:[A-Z]{2,3}|NEW|DEL|Delaware|Canada|[a-z]{2})?\s*[/\\]?\s*$", re.IGNORECASE)
_STATE = re.compile(r"(?<=(?:CORP| INC)) [A-Z]{2}$")


def rows(file: IO[str], where: str) -> Iterator[Listing | str]:
    """One listing a company with all its tickers; in place of a row that cannot be read, why.

    Raises:
        InputError: the file is not such a list.
    """
    found: dict[str, tuple[str, list[str]]] = {}
    for number, entry in enumerate(_entries(_loaded(file, where), where), 1):
        cik, ticker, title = entry
        name = cleaned(title) if isinstance(title, str) else ""
        if not name or not str(cik).strip().isdigit() or int(cik) == 0:
            yield f"row {number} has no {'CIK' if name else 'name'}"
            continue
        tickers = found.setdefault(str(int(cik)), (name, []))[1]
        if isinstance(ticker, str) and ticker.strip() and ticker.strip() not in tickers:
            tickers.append(ticker.strip())
    for rank, (key, (name, symbols)) in enumerate(found.items(), 1):
        identifiers = (("cik", key), *(("ticker", symbol) for symbol in symbols))
        yield Listing(name, identifiers, tuple(_turned(name)), rank=rank)


def cleaned(title: str) -> str:
    """A title without the marks of the SEC at its end."""
    name = " ".join(title.split())
    while (less := _MARK.sub("", name)) and less != name:
        name = less
    return _STATE.sub("", name)


def _turned(name: str) -> Iterator[str]:
    """A person's name the usual way round: SMITH A O CORP is A O SMITH CORP."""
    parts = name.split()
    given = frozenset(words()["given"])
    end = 1
    while end < len(parts) - 1 and (re.fullmatch(r"[A-Z]", parts[end]) or parts[end].lower() in given):
        end += 1
    if end > 1 and name.isupper():
        yield " ".join([*parts[1:end], parts[0], *parts[end:]])


def _loaded(file: IO[str], where: str) -> Any:
    try:
        return json.load(file)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where} is not valid JSON: {error}.") from error


def _entries(found: Any, where: str) -> Iterator[tuple[Any, Any, Any]]:
    if isinstance(found, dict) and isinstance(found.get("fields"), list) and isinstance(found.get("data"), list):
        fields = found["fields"]
        if not {"cik", "name", "ticker"} <= set(map(str, fields)):
            raise InputError(f'{where} lacks a field "cik", "name" or "ticker".')
        at = [fields.index(name) for name in ("cik", "ticker", "name")]
        lists = (row for row in found["data"] if isinstance(row, list) and len(row) == len(fields))
        yield from ((row[at[0]], row[at[1]], row[at[2]]) for row in lists)
        return
    entries = list(found.values()) if isinstance(found, dict) else found
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(f"{where} is not a list of tickers of the SEC.")
    if not any({"cik_str", "title"} <= entry.keys() for entry in entries):
        raise InputError(f'{where} is not a list of tickers of the SEC: no entry has "cik_str" and "title".')
    yield from ((entry.get("cik_str"), entry.get("ticker"), entry.get("title")) for entry in entries)
