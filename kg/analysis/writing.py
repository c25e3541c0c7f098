"""Reports in Markdown, CSV, JSON and HTML; texts of documents cannot become markup, formulas or code there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined

from kg.analysis.page import Cell, Page, Row, Section, cell_words, short, shown

# what spreadsheets take for the start of a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$])")
# control characters, direction marks, halves of surrogate pairs
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SOURCE_COLUMNS = ("quote", "document", "fact")


# ---------------------------------------------------------------- Markdown


def to_markdown(page: Page) -> str:
    """CommonMark with tables; every sign that means something there is escaped."""
    lines = [f"# {_md(page.title)}", ""]
    for note in page.intro:
        lines += [_md(note), ""]
    for section in shown(page):
        lines += [f"## {_md(section.title)}", "", *_md_section(section)]
    return "\n".join(lines).rstrip() + "\n"


def _md_section(section: Section) -> Iterator[str]:
    if section.rows:
        yield f"| {' | '.join(map(_md, section.columns))} |"
        yield f"|{'---|' * len(section.columns)}"
        yield from (f"| {' | '.join(_md(cell_words(c)) for c in row.cells)} |" for row in section.rows)
        yield ""
    elif section.empty:
        yield from (_md(section.empty), "")
    for row in section.rows:
        if row.details or row.sources:
            yield from _md_row(row)
    for note in section.notes:
        yield from (_md(note), "")


def _md_row(row: Row) -> Iterator[str]:
    yield f"- **{_md(cell_words(row.cells[0]))}**" + (f": {'; '.join(map(_md, row.details))}" if row.details else "")
    for s in row.sources:
        fact = f", {short(s.said)}" if s.said else ""
        yield f"  - “{_md(s.quote)}” ({_md(s.document + fact)})"
    if row.more:
        yield f"  - and {row.more} more"
    yield ""


def _md(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))


def one_line(text: str) -> str:
    """Text on one line without control characters and direction marks."""
    return " ".join(_UNSAFE.sub(" ", text).split())


# ---------------------------------------------------------------- CSV and JSON


def to_csv(page: Page) -> str:
    """One table (RFC 4180): the section of each row, its values, and the first passage behind it.

    Numbers stay numbers; text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    rows = [(section, row, _data(section, row)) for section in page.sections for row in section.rows]
    names = dict.fromkeys(name for _, _, data in rows for name in data)
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([_guarded(name) for name in ("section", *names, *_SOURCE_COLUMNS)])
    for section, row, data in rows:
        first = row.sources[0] if row.sources else None
        said = (first.quote, first.document, short(first.said)) if first else (None, None, None)
        writer.writerow([_guarded(cell) for cell in (section.title, *(data.get(n) for n in names), *said)])
    return target.getvalue()


def _data(section: Section, row: Row) -> dict[str, Cell]:
    return dict(row.data) or {_column(c): cell for c, cell in zip(section.columns, row.cells, strict=True)}


def _column(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")


def _guarded(cell: Cell) -> str | int | float:
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, int | float):
        return cell
    text = _UNSAFE.sub(" ", cell or "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def to_json(found: Any) -> Any:
    """A frozen report as lists and objects; decimals are strings, so that none is rounded."""
    if isinstance(found, Enum):
        return found.value
    if is_dataclass(found):
        return {f.name: to_json(getattr(found, f.name)) for f in fields(found)}
    if isinstance(found, tuple | list | frozenset | set):
        return [to_json(each) for each in (found if isinstance(found, tuple | list) else sorted(found))]
    return format(found, "f") if isinstance(found, Decimal) else found


# ---------------------------------------------------------------- HTML


def to_html(page: Page) -> str:
    """A page that stands alone, runs no script and loads nothing; it prints well, in light or dark."""
    return str(_template().render(page=page, sections=list(shown(page))))


@lru_cache(maxsize=1)
def _template() -> Any:
    folder = resources.files("kg.analysis")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"words": lambda cell: one_line(cell_words(cell)), "short": short, "one_line": one_line}
    environment.tests["numeric"] = lambda cell: isinstance(cell, int | float | Decimal)
    environment.globals["style"] = (folder / "page.css").read_text(encoding="utf-8")
    return environment.from_string((folder / "page.html").read_text(encoding="utf-8"))
