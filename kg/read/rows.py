"""Rows of a table to documents, one by one, where rows are read by something else than kg, such as Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.errors import InputError
from kg.model import Document, Problem, content_id
from kg.read.contents import Text, cut_to_size
from kg.read.documents import in_language, of_text
from kg.read.page import Unreadable
from kg.read.reading import Reading
from kg.read.records import Columns


class Rows:
    """Which columns hold what, for rows with these names of columns.

    Raises:
        InputError: there is no column for the text, or not one that was asked for.
    """

    def __init__(self, names: Iterable[str], reading: Reading | None = None) -> None:
        self._reading = reading or Reading()
        try:
            self._columns = Columns(names, self._reading.columns)
        except Unreadable as reason:
            raise InputError(f"The table {reason}.") from reason

    @property
    def needed(self) -> list[str]:
        """The columns that are read, sorted."""
        return sorted(set(self._columns.of.values()))

    @property
    def named(self) -> str:
        """The column of the ids, "" where there is none: then an id is made of the text."""
        return self._columns.of.get("id", "")

    def read(self, row: Mapping[str, Any]) -> Iterator[Document | Problem]:
        """The document of a row, and what is wrong with it; as `kg.read.read` with the records of a file."""
        page = self._columns.page(row, self._reading.max_characters)
        id_ = page.id or content_id(page.text)
        if not page.text.strip():
            yield Problem(id_, "warning", "holds no text")
            return
        cut, problem = cut_to_size(id_, page, self._reading.max_characters)
        if problem:
            yield problem
        yield from in_language(of_text(id_, Text(id_, id_, "", cut, is_record=True), {}), self._reading)
