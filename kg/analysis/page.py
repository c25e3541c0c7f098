"""A report as sections of rows, the same for every way to write it: terminal, Markdown, HTML, CSV.

Texts are as documents have them; each writer makes them safe for what it writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.model import Evidence

Cell = str | int | float | Decimal | None
SHOWN = 3  # passages of a row; how many more there are is said


@dataclass(frozen=True, slots=True)
class Source:
    """The words that say something, the document, and the id of the fact or observation."""

    quote: str
    document: str
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """Cells under the columns of its section, sentences that explain them, and what says so.

    `data` are names and values for programs; without any the columns and cells are.
    """

    cells: tuple[Cell, ...]
    details: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    more: int = 0
    """How many passages are not shown."""
    data: tuple[tuple[str, Cell], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title; `notes` stand below it. Without rows it says what `empty` says, if anything."""

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report."""

    title: str
    intro: tuple[str, ...]
    sections: tuple[Section, ...]


def sources(found: Iterable[tuple[str, Evidence]]) -> tuple[tuple[Source, ...], int]:
    """The first passages of (id, evidence), and how many more there are; each passage once."""
    once = {(e.document, e.start, e.end): Source(e.quote, e.document, said) for said, e in reversed(list(found))}
    kept = list(reversed(once.values()))
    return tuple(kept[:SHOWN]), max(len(kept) - SHOWN, 0)


def compact(section: Section) -> Section:
    """The same without columns that no row has anything in."""
    kept = [n for n in range(len(section.columns)) if any(row.cells[n] not in (None, "") for row in section.rows)]
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in section.rows)
    return replace(section, columns=tuple(section.columns[n] for n in kept), rows=rows)


def short(id: str) -> str:
    """The end of an id, as kg why takes it."""
    return id.rpartition("/")[2]


def cell_words(cell: Cell) -> str:
    """A cell for a person: numbers in groups of three, nothing as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return f"{cell:,}"
    return format(cell, "g") if isinstance(cell, float) else str(cell)


def shown(page: Page) -> Iterable[Section]:
    """The sections that have something to say."""
    return (s for s in page.sections if s.rows or s.notes or s.empty)
