"""The JSON lines of an output in one SQLite file, so that a page about one entity reads no more than that entity."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.export import from_objects
from kg.graph import KnowledgeGraph
from kg.ontology import Ontology

SHOWN = 1000  # facts, and observations, of one page

_TABLES = """
CREATE TABLE entities (id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID;
CREATE TABLE facts (id TEXT PRIMARY KEY, subject TEXT, object TEXT, json TEXT);
CREATE TABLE observations (id TEXT PRIMARY KEY, subject TEXT, json TEXT);
CREATE TABLE documents (id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID;
"""
_INDICES = """
CREATE INDEX by_subject ON facts (subject);
CREATE INDEX by_object ON facts (object);
CREATE INDEX of_subject ON observations (subject);
"""
_COLUMNS = {
    "entities": ("id",),
    "facts": ("id", "subject", "object"),
    "observations": ("id", "subject"),
    "documents": ("id",),
}
# what a page about an entity does not need, and what may be long
_LEFT_OUT: dict[str, dict[str, Any]] = {"entities": {"mentions": [], "references": []}, "documents": {"text": ""}}


def write_records(output: Path, path: Path) -> None:
    """Index the JSON lines files of a folder.

    Raises:
        InputError: one of them is damaged.
    """
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        for table, columns in _COLUMNS.items():
            marks = ", ".join("?" * (len(columns) + 1))
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", _rows(output / f"{table}.jsonl", table))  # nosec B608
        db.executescript(_INDICES)
        db.commit()


def _rows(path: Path, table: str) -> Iterator[tuple[str, ...]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                found = json.loads(line)
                for key, nothing in _LEFT_OUT.get(table, {}).items():
                    if key in found:
                        found[key] = nothing
                yield (*(found[c] for c in _COLUMNS[table]), json.dumps(found, ensure_ascii=False))
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(f"Line {number} of {path.name} is damaged: {error!r}.") from error


def about(path: Path, entity: str, base: str) -> tuple[KnowledgeGraph, int] | None:
    """An entity with what is said of it, and the others that this speaks of, as a graph; None where it is unknown.

    With it how many facts and observations there are beyond the first `SHOWN` of each, which are left out.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        if not _found(db, "entities", [entity]):
            return None
        about = f"SELECT json FROM facts WHERE subject = ?1 OR object = ?1 ORDER BY id LIMIT {SHOWN}"  # nosec B608
        facts = _asked(db, about, entity)
        # the facts that speak against these
        facts += _found(
            db,
            "facts",
            {id for f in facts for key in ("contradicts", "ended_by") for id in f.get(key, ())}
            - {f["id"] for f in facts},
        )
        # a share is worded with the help of what is said of whose share it is
        owners = {entity, *(f["object"] for f in facts if "share" in f["qualifiers"])}
        of = f"SELECT json FROM observations WHERE subject = ? ORDER BY id LIMIT {SHOWN}"  # nosec B608
        observations = [o for owner in sorted(owners) for o in _asked(db, of, owner)]
        entities = _found(db, "entities", {entity} | {f[end] for f in facts for end in ("subject", "object")})
        documents = _found(db, "documents", {e["document"] for s in (*facts, *observations) for e in s["evidence"]})
        counts = [
            db.execute("SELECT count(*) FROM facts WHERE subject = ?1 OR object = ?1", [entity]).fetchone()[0],
            db.execute("SELECT count(*) FROM observations WHERE subject = ?", [entity]).fetchone()[0],
        ]
    objects = {"facts": facts, "observations": observations, "entities": entities, "documents": documents}
    graph = from_objects({f"{name}.jsonl": found for name, found in objects.items()}, Ontology.load(), base)
    return graph, sum(max(0, count - SHOWN) for count in counts)


def _found(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    return [found for id in sorted(ids) for found in _asked(db, f"SELECT json FROM {table} WHERE id = ?", id)]  # nosec B608


def _asked(db: sqlite3.Connection, query: str, value: str) -> list[dict[str, Any]]:
    return [json.loads(text) for (text,) in db.execute(query, [value])]
