"""Registers that are tables: CSV files with one company a row, and which column holds what."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kg.errors import ConfigError, InputError
from kg.registers.listing import Listing

_PLAIN = ("name", "country", "city", "iri", "rank")
_LISTS = ("other_names", "tickers")
_SHORT = {"other_name": "other_names", "tickers": "ticker"}
_NAMES = {"company": "name", "company_name": "name", "legal_name": "name", "symbol": "ticker", "title": "name"}
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
LONGEST = 1 << 20  # characters of one field


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what: `name` and the others of `Listing` by their names, all else identifiers.

    A field may have several columns. Rows whose column `needs[0]` holds anything but one of the words
    `needs[1]` are left out without being wrong.
    """

    of: Mapping[str, tuple[str, ...]]
    needs: tuple[str, frozenset[str]] = ("", frozenset())

    @classmethod
    def read(cls, mapping: Path | None, given: Sequence[str] = ()) -> Columns:
        """From a TOML file with FIELD = "column" or a list of them, and from FIELD=COLUMN words.

        Raises:
            ConfigError: the file cannot be read, or a word is no such pair.
        """
        found: dict[str, tuple[str, ...]] = _mapped(mapping) if mapping else {}
        added: dict[str, tuple[str, ...]] = {}
        for pair in given:
            field, sign, column = (part.strip() for part in pair.partition("="))
            if not sign or not field or not column:
                raise ConfigError(f'"{pair}" is not FIELD=COLUMN, such as name=Company or lei=LEI.')
            added[field] = (*added.get(field, ()), column)
        return cls(_checked({**found, **added}))

    @classmethod
    def told_by(cls, header: Sequence[str]) -> Columns:
        """Columns that are named as the fields are."""
        found: dict[str, tuple[str, ...]] = {}
        for column in header:
            plain = re.sub(r"\W+", "_", column.strip().lower()).strip("_")
            field = _NAMES.get(plain, _SHORT.get(plain, plain))
            if field in (*_PLAIN, *_LISTS, "cik", "lei", "isin", "ticker"):
                found[field] = (*found.get(field, ()), column)
        return cls(found)


# the golden copy of level 1, LEI-CDF 3.1
GLEIF = Columns(
    {
        "name": ("Entity.LegalName",),
        "other_names": (
            *(f"Entity.OtherEntityNames.OtherEntityName.{n}" for n in range(1, 6)),
            *(f"Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.{n}" for n in range(1, 6)),
        ),
        "lei": ("LEI",),
        "country": ("Entity.LegalAddress.Country",),
        "city": ("Entity.LegalAddress.City",),
    },
    ("Entity.EntityStatus", frozenset({"ACTIVE", ""})),
)
LEFT_OUT = ""
"""What `rows` gives in place of a row that is left out without being wrong."""


def rows(file: IO[str], columns: Columns | None, where: str) -> Iterator[Listing | str]:
    """One listing a row; in place of a row that cannot be read, why.

    Raises:
        InputError: the file is empty or lacks a column.
    """
    csv.field_size_limit(LONGEST)
    first = file.readline()
    if not first.strip():
        raise InputError(f"{where} is empty.")
    if any(ord(c) < 32 and c not in "\t\r\n" for c in first):
        raise InputError(f"{where} is not a text file.")
    dialect = _delimiter(first)
    header = [column.strip() for column in next(csv.reader([first], delimiter=dialect))]
    columns = columns if columns is not None and columns.of else Columns.told_by(header)
    reader = csv.reader(file, delimiter=dialect)
    at = _places(columns, header, where)
    needed = header.index(columns.needs[0]) if columns.needs[0] in header else None
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"line {reader.line_num + 1} is not CSV ({error})"
            continue
        if not any(row):
            continue
        if len(row) < len(header):
            yield f"line {reader.line_num + 1} has {len(row)} fields in place of {len(header)}"
        elif any("\udc80" <= c <= "\udcff" for field in row for c in field):
            yield f"line {reader.line_num + 1} is in another encoding: say which with --encoding"
        elif needed is not None and row[needed].strip() not in columns.needs[1]:
            yield LEFT_OUT
        else:
            yield _listing(row, at) or f"line {reader.line_num + 1} has no name"


def is_gleif(header: str) -> bool:
    """Whether the first line of a file is that of the golden copy."""
    return "Entity.LegalName" in header and "LEI" in header


def _mapped(file: Path) -> dict[str, tuple[str, ...]]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"Cannot read the mapping {file}: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not valid TOML: {error}.") from error
    return {field: tuple(_strings(file, field, value)) for field, value in found.items()}


def _strings(file: Path, field: str, value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(v, str) and v for v in values):
        raise ConfigError(f"{file}: {field} must be the name of a column or a list of them, not {value!r}.")
    return values


def _checked(found: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for field, columns in found.items():
        key = _SHORT.get(field, field)
        if not _IDENTIFIER.fullmatch(key):
            raise ConfigError(f'"{field}" cannot be a field: use small letters, digits and "_".')
        fields[key] = (*fields.get(key, ()), *columns)
    if fields and "name" not in fields:
        raise ConfigError("Say which column holds the names: name=COLUMN.")
    return fields


def _delimiter(header: str) -> str:
    """The sign that parts the columns: of comma, semicolon, tab and bar the most frequent."""
    return max(",;\t|", key=header.count)


def _places(columns: Columns, header: Sequence[str], where: str) -> dict[str, list[int]]:
    named = ", ".join(f'"{column[:60]}"' for column in header[:12]) + (", ..." if len(header) > 12 else "")
    if "name" not in columns.of:
        raise InputError(f"Which column of {where} holds the names? Say --column name=COLUMN. It has {named}.")
    # of the many columns that the golden copy may have, a file may lack some
    needed = {"name", "lei"} if columns is GLEIF else set(columns.of)
    missing = [c for field in sorted(needed) for c in columns.of.get(field, ()) if c not in header]
    if missing:
        raise InputError(f'{where} has no column "{missing[0]}". It has {named}.')
    return {field: [header.index(c) for c in names if c in header] for field, names in columns.of.items()}


def _listing(row: Sequence[str], at: Mapping[str, Sequence[int]]) -> Listing | None:
    def first(field: str) -> str:
        return next((value for i in at.get(field, ()) if (value := " ".join(row[i].split()))), "")

    name = first("name")
    if not any(c.isalnum() for c in name):
        return None
    others = dict.fromkeys(" ".join(row[i].split()) for i in at.get("other_names", ()))
    keys = [field for field in at if field not in _PLAIN and field not in _LISTS]
    identifiers = ((key, value.strip()) for key in keys for i in at[key] for value in row[i].split("|"))
    rank, iri = first("rank"), first("iri")
    return Listing(
        name,
        tuple(dict.fromkeys((key, value) for key, value in identifiers if value)),
        tuple(other for other in others if other and other != name),
        first("country"),
        first("city"),
        iri if _WEB.fullmatch(iri) else "",
        int(rank) if rank.isdecimal() and len(rank) < 10 else 0,
    )
