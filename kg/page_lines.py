"""A report in a terminal: tables aligned in its width, what explains a row and the words behind it below."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kg.analysis import Page, Row, Section, cell_words, short, shown
from kg.terminal import bold, clean, columns, faint, readable, wrapped

_GAP = 2
_LEAST = 8  # columns of a text that is wrapped
_QUOTE = 400  # characters


def page_lines(page: Page) -> Iterator[str]:
    """The whole report."""
    yield bold(clean(page.title))
    for note in page.intro:
        yield from readable(clean(note))
    for section in shown(page):
        yield from ("", *map(bold, wrapped(clean(section.title), hanging=2)))
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.rows:
        table = [[clean(cell_words(c)) for c in row.cells] for row in section.rows]
        heads = list(map(clean, section.columns))
        by_column = zip(*(row.cells for row in section.rows), strict=True)
        right = [all(isinstance(cell, int | float | None) for cell in column) for column in by_column]
        widths = _widths(heads, table)
        if len(heads) > 1:
            yield from map(faint, _aligned(heads, widths, right))
        for cells, row in zip(table, section.rows, strict=True):
            yield from _aligned(cells, widths, right)
            yield from _below(row)
    elif section.empty:
        yield from readable(clean(section.empty), 2)
    for note in section.notes:
        yield from map(faint, readable(clean(note), 2, hanging=2))


def _widths(heads: Sequence[str], table: Sequence[Sequence[str]]) -> list[int]:
    """As wide as needed; where that is too wide the widest are narrowed, step by step."""
    wanted = [max(map(cell_len, column)) for column in zip(heads, *table, strict=True)]
    room = columns() - 2 - _GAP * (len(heads) - 1)
    while sum(wanted) > room and max(wanted) > _LEAST:
        wanted[wanted.index(max(wanted))] -= 1
    return wanted


def _aligned(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    folded = [_folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded))):
        parts = [lines[number] if number < len(lines) else "" for lines in folded]
        spaces = [" " * (w - cell_len(p)) for p, w in zip(parts, widths, strict=True)]
        set_ = [s + p if r else p + s for p, s, r in zip(parts, spaces, right, strict=True)]
        yield ("  " + (" " * _GAP).join(set_)).rstrip()


def _folded(text: str, width: int) -> list[str]:
    """Lines of so many columns, of which a Chinese character takes two."""
    if cell_len(text) == len(text) > width:
        return textwrap.wrap(text, width)  # breaks the names of files at their hyphens
    lines = Text(text).wrap(Console(), width) if cell_len(text) > width else [Text(text)]
    return [line.plain.rstrip() for line in lines]


def _below(row: Row) -> Iterator[str]:
    for detail in row.details:
        yield from map(faint, readable(clean(detail), 6, hanging=2))
    for source in row.sources:
        quote = clean(source.quote)
        quote = quote if len(quote) <= _QUOTE else f"{quote[: _QUOTE - 1].rstrip()}…"
        yield from wrapped(f"“{quote}”", 6)
        place = " · ".join(filter(None, (clean(source.document), clean(short(source.said)))))
        yield from map(faint, wrapped(place, 6))
    if row.more:
        yield faint(f"      and {row.more} more")
