"""What runs in the Python workers of Spark: batches of Arrow in, batches of Arrow out.

Each worker has one reading process (`kg.scale.process`), started once with its models. So a document that hangs or
takes a process down costs that document alone, as in a build on one machine, and the task goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.config import Config
from kg.model import Document, Problem
from kg.read import Reading, Rows
from kg.scale.pool import Pool
from kg.scale.tables import document_row, extraction_row, problem_object, problem_row
from kg.store import from_bytes

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 64  # of a batch that goes back to Spark

Batches = Iterable["pa.RecordBatch"]
Row = dict[str, Any]
Read = tuple[Document | None, list[Problem]]


def extract_rows(batches: Batches, settings: str, names: Sequence[str], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Read rows whose columns have these names, and what they say."""
    yield from _batches(_extracted(_of_rows(batches, settings, names), settings), schema)


def encode_rows(
    batches: Batches, settings: str, names: Sequence[str], undated: str, schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """Read rows whose columns have these names, and encode them; `undated` is the date of those that tell none."""
    found = _of_rows(batches, settings, names)
    yield from _batches((_encoded(document, problems, undated) for document, problems in found), schema)


def extract_records(batches: Batches, settings: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """What documents say that come encoded."""
    found = (
        (from_bytes(row["record"]).document if row["record"] else None, [Problem(**p) for p in row["problems"]])
        for row in _rows(batches)
    )
    yield from _batches(_extracted(found, settings), schema)


def _of_rows(batches: Batches, settings: str, names: Sequence[str]) -> Iterator[Read]:
    rows = Rows(names, Reading.of(Config.from_json(json.loads(settings))))
    for row in _rows(batch.rename_columns(names) for batch in batches):
        read = list(rows.read(row))
        problems = [item for item in read if isinstance(item, Problem)]
        yield next((item for item in read if isinstance(item, Document)), None), problems


def _encoded(document: Document | None, problems: list[Problem], undated: str) -> Row:
    if document is None:
        row: Row = {"id": problems[-1].document}
    else:
        row = document_row(document if document.date else replace(document, date=undated))
    return row | {"problems": [problem_object(p) for p in problems]}


def _extracted(read: Iterable[Read], settings: str) -> Iterator[Row]:
    """What documents say, beside what is wrong with others."""
    problems: dict[str, list[Problem]] = {}
    refused: list[Row] = []

    def documents() -> Iterator[Document]:
        for document, told in read:
            if document is not None:
                problems[document.id] = told
                yield document
            elif told:
                refused.append(problem_row(told[-1], told[:-1]))

    for item in _pool(settings).extract(documents()):
        if isinstance(item, Problem):
            yield problem_row(item, problems.pop(item.document, ()))
        else:
            yield extraction_row(item, problems.pop(item.document.id, ()))
    yield from refused


@lru_cache(maxsize=1)
def _pool(settings: str) -> Pool:
    """The reading process of this worker; it ends when the worker does."""
    return Pool(Config.from_json(json.loads(settings)), 1)


def _rows(batches: Batches) -> Iterator[Row]:
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            yield from batch.slice(start, _ROWS).to_pylist()


def _batches(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == _ROWS:
            yield pa.RecordBatch.from_pylist(held, schema=schema)
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=schema)
