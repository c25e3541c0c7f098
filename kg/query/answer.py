"""What a query gives back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.export import FORMULA, VOCABULARIES

Cell = str | int | float | bool | Decimal | None

_XSD = VOCABULARIES["xsd"]
_WHOLE = {_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")}


@dataclass(frozen=True)
class Answer:
    """A table: IRIs and words as str, numbers as int, Decimal or float, nothing as None.

    An ASK query gives one cell, CONSTRUCT and DESCRIBE give
    the columns subject, predicate and object. `cut` where as many rows came as a shipped question gives at most.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    cut: bool = field(default=False, compare=False)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """One dict a row."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def to_csv(self) -> str:
        """RFC 4180 with a line of column names; nothing is an empty cell.

        Text that a spreadsheet would run as a formula ("=HYPERLINK(...)") has an apostrophe before it.
        """
        target = io.StringIO()
        csv.writer(target).writerows([map(_harmless, row) for row in (self.columns, *self.rows)])
        return target.getvalue()

    def to_json(self) -> str:
        """A list of objects, one a row; decimals are numbers."""
        return json.dumps([{k: _number(v) for k, v in row.items()} for row in self], ensure_ascii=False, indent=2)

    def to_table(self) -> str:
        """Text in aligned columns, with IRIs shortened by their prefixes."""
        rows = [self.columns, *(self.shown(row) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]
        lines.insert(1, "  ".join("-" * w for w in widths))
        return "\n".join(lines)

    def shown(self, row: tuple[Cell, ...]) -> tuple[str, ...]:
        """The cells of a row as short words on one line."""
        return tuple(" ".join(self._short(_words(cell)).split()) for cell in row)

    def _short(self, text: str) -> str:
        found = [(len(iri), prefix) for prefix, iri in self.prefixes.items() if text.startswith(iri) and text != iri]
        if not found:
            return text
        length, prefix = max(found)
        return f"{prefix}:{text[length:]}"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(c)}</th>" for c in self.columns)
        cells = ("".join(f"<td><bdi>{escape(c)}</bdi></td>" for c in self.shown(row)) for row in self.rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def answer(result: Any, prefixes: Mapping[str, str], limit: int | None = None) -> Answer:
    """An answer from what pyoxigraph gives for any form of query, of so many rows at most."""
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), ((bool(result),),), prefixes)
    if isinstance(result, ox.QueryTriples):
        triples = sorted((_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in islice(result, limit))
        return Answer(("subject", "predicate", "object"), tuple(triples), prefixes)
    columns = tuple(variable.value for variable in result.variables)
    return Answer(columns, tuple(tuple(map(_cell, solution)) for solution in islice(result, limit)), prefixes)


def _cell(term: Any) -> Cell:
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term.value)
    kind, text = term.datatype.value, term.value
    try:
        if kind in _WHOLE:
            return int(text)
        if kind == _XSD + "decimal":
            return Decimal(text)
        if kind in (_XSD + "double", _XSD + "float"):
            return float(text)
    except (ValueError, ArithmeticError):
        return text
    return text == "true" if kind == _XSD + "boolean" else text


def _harmless(cell: Cell) -> str:
    """A cell of CSV."""
    words = _words(cell)
    return f"'{words}" if isinstance(cell, str) and FORMULA.match(words) else words


def _words(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return format(cell.to_integral_value() if cell == cell.to_integral_value() else cell.normalize(), "f")
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def _number(cell: Cell) -> Cell:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell
