"""Parquet (https://parquet.apache.org) for pandas, Polars, DuckDB and Spark: one file a table.

entities, facts and observations as in `kg.export.flat` with real lists, and where they come from: documents,
mentions (a row a place, `chain_json` the places that a pronoun was followed through) and evidence (a row a passage
of a fact or observation, `said` its id). Offsets are those of the JSON lines. Needs pyarrow, which
`pip install "kg-business[parquet]"` brings.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.flat import Column, Row, Table, entity_table, fact_table, observation_table
from kg.export.jsonl import to_objects

if TYPE_CHECKING:
    import pyarrow

    from kg.graph import KnowledgeGraph

_FOLDER = "parquet"
_TABLES = ("documents", "entities", "evidence", "facts", "mentions", "observations")
FILES = tuple(f"{_FOLDER}/{name}.parquet" for name in _TABLES)
OPENED_IN = "pandas, Polars, DuckDB, Spark"
NEEDS = "pyarrow"

_PLACE: dict[str, Column] = {"document": str, "start": int, "end": int}
_DOCUMENT: dict[str, Column] = {"id": str, "title": str, "date": str, "source": str, "text": str}
_MENTION: dict[str, Column] = {"entity": str, **_PLACE, "text": str, "how": str, "chain_json": str}
_EVIDENCE: dict[str, Column] = {"said": str, "sort": str, **_PLACE, "quote": str, "extractor": str, "marks_json": str}
_PARTS = {"facts.jsonl": "fact", "observations.jsonl": "observation"}


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write parquet/*.parquet."""
    from pyarrow.parquet import write_table

    place = folder / _FOLDER
    place.mkdir()
    tables: Mapping[str, Callable[[], Table]] = {
        "documents": lambda: Table(_DOCUMENT, list(to_objects(graph)["documents.jsonl"])),
        "entities": lambda: entity_table(graph),
        "evidence": lambda: Table(_EVIDENCE, list(_evidence(graph))),
        "facts": lambda: fact_table(graph),
        "mentions": lambda: Table(_MENTION, list(_mentions(graph))),
        "observations": lambda: observation_table(graph),
    }
    for name in _TABLES:
        write_table(_arrow(tables[name]()), place / f"{name}.parquet", compression="zstd")


def _arrow(table: Table) -> pyarrow.Table:
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), tuple: pa.list_(pa.string())}
    arrays = [pa.array([row.get(name) for row in table.rows], types[column]) for name, column in table.columns.items()]
    return pa.table(arrays, names=list(table.columns))


def _mentions(graph: KnowledgeGraph) -> Iterator[Row]:
    for found in to_objects(graph)["entities.jsonl"]:
        for mention in [*found["mentions"], *found.get("references", ())]:
            yield {"entity": found["id"], **_picked(mention, _MENTION)}


def _evidence(graph: KnowledgeGraph) -> Iterator[Row]:
    objects = to_objects(graph)
    for file, sort in _PARTS.items():
        for found in objects[file]:
            for evidence in found["evidence"]:
                yield {"said": found["id"], "sort": sort, **_picked(evidence, _EVIDENCE)}


def _picked(found: dict[str, Any], columns: Mapping[str, Column]) -> Row:
    nested = {f"{name}_json": json.dumps(value) for name, value in found.items() if isinstance(value, list)}
    return {name: cell for name, cell in (found | nested).items() if name in columns}
