"""Parquet: some rows at a time, of the columns that are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.read.page import Page, Unreadable
from kg.read.reading import Reading
from kg.read.records import Columns
from kg.read.streams import seekable

_ROWS = 64  # that are unpacked at once
_MOST_HELD = 2 * 1024**3  # bytes of a file within another


def read_parquet(stream: BinaryIO, reading: Reading) -> Iterator[Page | Unreadable]:
    """A page for each row.

    Raises:
        Unreadable: it is damaged, has no column for the text, or pyarrow is missing.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Unreadable("is Parquet, which needs pyarrow: pip install 'kg-business[parquet]'") from error
    damaged = (ArrowException, OSError, ValueError, KeyError, OverflowError, NotImplementedError)
    with seekable(stream, _MOST_HELD) as held:
        try:
            file = ParquetFile(held)
            names = file.schema_arrow.names
        except damaged as error:
            raise Unreadable("is damaged Parquet") from error
        columns = Columns(names, reading.columns)
        needed = sorted(set(columns.of.values()))
        try:
            for batch in file.iter_batches(batch_size=_ROWS, columns=needed, use_threads=False):
                for row in batch.to_pylist():
                    yield columns.page(row, reading.max_characters)
        except damaged as error:
            raise Unreadable("is damaged Parquet, so the rest of it was not read") from error
