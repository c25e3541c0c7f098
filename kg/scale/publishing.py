"""Lines of the JSON lines files to rows of tables and to quads, in the Python workers of Spark."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.config import Config
from kg.export import from_objects, quads_of
from kg.ontology import Ontology

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Iterable["pa.RecordBatch"]

_EVIDENCE = "array<struct<document: string, start: int, end: int, quote: string, extractor: string>>"
_STATED = f"status string, confidence double, sources int, qualifiers_json string, evidence {_EVIDENCE}"
RESULTS = {
    "documents": "id string, title string, date string, source string, author string, language string",
    "entities": "id string, kind string, name string, aliases array<string>, identifiers_json string, "
    "mentions array<struct<document: string, start: int, end: int, text: string, how: string>>",
    "facts": "id string, subject string, subject_name string, relation string, object string, object_name string, "
    f"contradicts array<string>, ended_by array<string>, {_STATED}",
    "observations": "id string, subject string, subject_name string, metric string, kind string, value_json string, "
    f"text string, {_STATED}",
}
"""The files of the contract by name, with the columns of their tables in the words of Spark SQL."""


def flat_rows(batches: Batches, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Lines as rows; objects whose keys are not fixed become columns of JSON."""
    import pyarrow as pa

    for batch in batches:
        rows = [_flat(json.loads(line), schema.names) for line in batch.column("value").to_pylist()]
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def quad_lines(batches: Batches, name: str, base: str, settings: str) -> Iterator[pa.RecordBatch]:
    """Lines as N-Quads: a named graph a document, as `kg export --format nquads` has them."""
    import pyarrow as pa

    ontology = Ontology.load(*Config.from_json(json.loads(settings)).ontology)
    for batch in batches:
        objects = [json.loads(line) for line in batch.column("value").to_pylist()]
        found = quads_of(from_objects({f"{name}.jsonl": objects}, ontology, base))
        yield pa.RecordBatch.from_pydict({"value": pa.array(found, pa.string())})


def _flat(found: dict[str, Any], columns: Iterable[str]) -> dict[str, Any]:
    """An object with what its columns hold."""
    return {
        name: json.dumps(found[name.removesuffix("_json")], ensure_ascii=False)
        if name.endswith("_json")
        else found.get(name)
        for name in columns
    }
