"""JSON lines: an object a line, read one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.lines import LONGEST, lines_of
from kg.read.page import Page, Unreadable
from kg.read.reading import Reading
from kg.read.records import Columns


def read_jsonl(stream: BinaryIO, reading: Reading) -> Iterator[Page | Unreadable]:
    """A page for each line that is not empty, or why it has none; records may have different columns.

    Raises:
        Unreadable: it is not text, or its first record has no column for the text.
    """
    columns: Columns | None = None
    in_long_line = False
    for line in lines_of(stream):
        is_long, in_long_line = in_long_line, len(line) == LONGEST and not line.endswith("\n")
        if is_long or not line.strip("\ufeff \t\r\n\0"):
            continue
        if in_long_line:
            yield Unreadable(f"is longer than {LONGEST:,} characters")
            continue
        try:
            record = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            reason = "too deeply nested" if isinstance(error, RecursionError) else "no valid JSON"
            yield Unreadable(f"is {reason}")
            continue
        if not isinstance(record, dict):
            yield Unreadable("is no JSON object")
            continue
        if columns is None or columns.of["text"] not in record:
            try:
                columns = Columns(record, reading.columns)
            except Unreadable as reason:
                if columns is None:
                    raise
                yield reason
                continue
        yield columns.page(record, reading.max_characters)
