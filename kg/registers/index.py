"""Writing a register: listings into an SQLite file that is found by name, ticker and identifier.

    about      what the register is, in pairs
    companies  one row a company: identifiers as JSON, other names parted by line ends, family of the legal form
    keys       a name as compared, how the company bears it, and the company's number
    words      first words of several names: of how many, and the two best ranks among them

The same listings give the same file (with the same release of SQLite). Rows are sorted on the disk, so a
register may be larger than the memory.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kg.errors import InputError
from kg.registers.keys import initials, key_of_identifier, parted
from kg.registers.listing import Listing
from kg.registers.prominence import PROMINENT, Ranked, short_forms
from kg.registers.table import LEFT_OUT

APPLICATION, VERSION = 0x6B677265, 1
# how a company bears a key
NAME, OTHER, CORE, OTHER_CORE, SHORT, ACRONYM, IDENTIFIER = range(7)
MAIN, TICKER = ("lei", "cik"), "ticker"
ACRONYMS = 1000  # the largest companies whose ticker may stand for the name that it is the acronym of
EXAMPLES = 5

_SCHEMA = f"""
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE companies (id INTEGER PRIMARY KEY, name TEXT, others TEXT, identifiers TEXT, country TEXT,
    city TEXT, iri TEXT, rank INTEGER, form TEXT);
CREATE TABLE keys (key TEXT, how INTEGER, company INTEGER, PRIMARY KEY (key, how, company)) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, names INTEGER, first INTEGER, second INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE raw (key TEXT, how INTEGER, company INTEGER);
CREATE TEMP TABLE starts (word TEXT, rank INTEGER);
CREATE TEMP TABLE known (ident TEXT PRIMARY KEY, company INTEGER) WITHOUT ROWID;
"""
_ROW = "INSERT INTO companies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass
class Report:
    """What became of the rows: companies written, rows merged into others, rows without use, and wrong ones."""

    companies: int = 0
    merged: int = 0
    left_out: int = 0
    wrong: int = 0
    examples: list[str] = field(default_factory=list)


def write(path: Path, found: Iterable[Listing | str], about: dict[str, str]) -> Report:
    """Write a register, whole or not at all; text in place of a listing counts as a wrong row.

    Raises:
        InputError: the file cannot be written, or no row is a company.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft, isolation_level=None)) as database:
            database.executescript(_SCHEMA)
            database.execute("BEGIN")
            report = _fill(database, found)
            if not report.companies:
                why = f": {report.examples[0]}" if report.examples else ""
                raise InputError(f"No row is a company{why}.")
            rows = {**about, "companies": str(report.companies)}
            database.executemany("INSERT INTO about VALUES (?, ?)", sorted(rows.items()))
            database.execute("COMMIT")
        os.replace(draft, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise InputError(f"Cannot write {path}: {getattr(error, 'strerror', None) or error}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return report


def _fill(database: sqlite3.Connection, found: Iterable[Listing | str]) -> Report:
    report = Report()
    for row in found:
        if isinstance(row, Listing):
            _add(database, row, report)
        elif row == LEFT_OUT:
            report.left_out += 1
        else:
            report.wrong += 1
            report.examples += [row] if len(report.examples) < EXAMPLES else []
    shorts = short_forms(_ranked(database, "id"), _ranked(database, "rank", PROMINENT))
    database.executemany("INSERT INTO temp.raw VALUES (?, ?, ?)", ((key, SHORT, number) for key, number in shorts))
    database.execute("INSERT INTO keys SELECT DISTINCT key, how, company FROM temp.raw ORDER BY 1, 2, 3")
    starts = database.execute("SELECT word, rank FROM temp.starts ORDER BY word, rank = 0, rank")
    database.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", _contested(starts))
    return report


def _add(database: sqlite3.Connection, listing: Listing, report: Report) -> None:
    number = report.companies + 1
    ident = _ident(listing)
    if not database.execute("INSERT OR IGNORE INTO temp.known VALUES (?, ?)", (ident, number)).rowcount:
        (number,) = database.execute("SELECT company FROM temp.known WHERE ident = ?", (ident,)).fetchone()
        report.merged += 1
        _merge(database, number, listing)
        return
    report.companies = number
    row = (listing.name, "\n".join(listing.other_names), packed(listing.identifiers))
    name = parted(listing.name)
    place = (listing.country, listing.city, listing.iri)
    database.execute(_ROW, (number, *row, *place, listing.rank, name.form))
    _index(database, number, listing)
    first = name.words[:1]
    database.executemany("INSERT INTO temp.starts VALUES (?, ?)", [(word, listing.rank) for word in first])


def _ident(listing: Listing) -> str:
    """What tells companies apart: an identifier of firms, or of shares, or the name with the place."""
    found = dict(reversed(listing.identifiers))
    keys = [key for key in (*MAIN, *sorted(found)) if key in found and key != TICKER]
    return f"{keys[0]}:{found[keys[0]]}" if keys else "|".join((listing.name, listing.country, listing.city))


def _merge(database: sqlite3.Connection, number: int, listing: Listing) -> None:
    """A second row of one company adds its identifiers, and its name as another one."""
    row = database.execute("SELECT name, others, identifiers FROM companies WHERE id = ?", (number,)).fetchone()
    others = dict.fromkeys([*row[1].split("\n"), listing.name, *listing.other_names])
    names = tuple(name for name in others if name and name != row[0])
    identifiers = tuple(dict.fromkeys((*unpacked(row[2]), *listing.identifiers)))
    values = ("\n".join(names), packed(identifiers), number)
    database.execute("UPDATE companies SET others = ?, identifiers = ? WHERE id = ?", values)
    _index(database, number, Listing(row[0], identifiers, names, rank=listing.rank))


def _index(database: sqlite3.Connection, number: int, listing: Listing) -> None:
    rows = ((key, how, number) for key, how in dict.fromkeys(_keys(listing)) if key)
    database.executemany("INSERT INTO temp.raw VALUES (?, ?, ?)", rows)


def _keys(listing: Listing) -> Iterator[tuple[str, int]]:
    name = parted(listing.name)
    for whole, core, words in ((NAME, CORE, name), *((OTHER, OTHER_CORE, parted(o)) for o in listing.other_names)):
        yield words.key, whole
        if words.core_key != words.key:
            yield words.core_key, core
    letters = initials(name.words) | initials(name.core)
    for key, value in listing.identifiers:
        yield key_of_identifier(key, value), IDENTIFIER
        if key == TICKER and 0 < listing.rank <= ACRONYMS and value.lower() in letters:
            yield value.lower(), ACRONYM


def _ranked(database: sqlite3.Connection, order: str, most: int = 0) -> Iterator[Ranked]:
    """Companies by number, or the largest by rank; none where nothing is ranked."""
    if not database.execute("SELECT EXISTS (SELECT 1 FROM companies WHERE rank > 0)").fetchone()[0]:
        return
    only = f"WHERE rank BETWEEN 1 AND {most}" if most else ""
    # of kg's own words
    ranked = f"SELECT id, rank, name FROM companies {only} ORDER BY {order}, id"  # nosec B608
    for number, rank, name in database.execute(ranked):
        yield number, rank, parted(name)


def _contested(starts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int, int, int]]:
    """First words that several names have, with the two best ranks (0 for none)."""
    for word, group in groupby(starts, key=lambda row: row[0]):
        ranks, names = [0, 0], 0
        for _, rank in group:
            if names < len(ranks):
                ranks[names] = rank
            names += 1
        if names > 1:
            yield word, names, ranks[0], ranks[1]


def packed(identifiers: Iterable[tuple[str, str]]) -> str:
    """Identifiers as JSON; several values of one key are a list."""
    table: dict[str, list[str]] = {}
    for key, value in identifiers:
        table.setdefault(key, []).append(value)
    plain = {key: values if len(values) > 1 else values[0] for key, values in table.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> tuple[tuple[str, str], ...]:
    """The reverse of `packed`."""
    found = json.loads(text)
    return tuple((k, v) for k, values in found.items() for v in (values if isinstance(values, list) else [values]))
