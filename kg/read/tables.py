"""CSV and TSV with a line of column names, as spreadsheets and databases write them; a row at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from kg.read.lines import LONGEST, lines_of
from kg.read.page import Page, Unreadable
from kg.read.reading import Reading
from kg.read.records import Columns

_SEPARATORS = ",;\t|"


def read_csv(stream: BinaryIO, reading: Reading) -> Iterator[Page | Unreadable]:
    """A page for each row that is not empty, or why it has none; what separates the columns is found out.

    Raises:
        Unreadable: it is not text, or has no column for the text.
    """
    return _read(stream, reading, _SEPARATORS)


def read_tsv(stream: BinaryIO, reading: Reading) -> Iterator[Page | Unreadable]:
    """The same where tabs separate the columns."""
    return _read(stream, reading, "\t")


def _read(stream: BinaryIO, reading: Reading, separators: str) -> Iterator[Page | Unreadable]:
    lines = (line.replace("\0", " ") for line in lines_of(stream))
    first = next((line for line in lines if line.strip()), "")
    stated = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
    separator = first.rstrip("\r\n")[4:5] if stated or first.lower().startswith("sep=\t") else ""
    if separator:  # how Excel is told
        first = next(lines, "")
    separator = separator or max(separators, key=first.count)
    csv.field_size_limit(LONGEST)
    rows = csv.reader(chain([first], lines), delimiter=separator)
    columns: Columns | None = None
    try:
        for row in rows:
            if columns is None:
                names = [name.strip() for name in row]
                columns = Columns(names, reading.columns)
            elif any(row):
                # of two columns of one name it is the first
                yield columns.page(
                    dict(zip(reversed(names[: len(row)]), reversed(row[: len(names)]), strict=True)),
                    reading.max_characters,
                )
    except csv.Error:
        yield Unreadable(f"holds a field longer than {LONGEST:,} characters, so the rest of the file was not read")
