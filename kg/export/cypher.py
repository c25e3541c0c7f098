"""A Cypher script (https://neo4j.com/docs/cypher-manual/) for Neo4j and its kin: MERGE in batches.

To run it twice changes nothing: nodes are found by their id, relationships by theirs. Entities are :Entity with
their kind as a second label, facts are relationships of their relation's name, observations are nodes that point
to their entity by :ABOUT. Lists are lists.

No text can end its literal or begin another statement. A reader may turn \\uXXXX into a character before it looks
for the end of a literal, and so may take the backslash of a text for the beginning of one; so a backslash is never
followed by a u that belongs to the text: the literal ends there and another is added to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.flat import Cell, Row, entity_table, fact_table, observation_table

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.cypher",)
OPENED_IN = "Neo4j, by cypher-shell"
BATCH = 500  # rows a statement

_HEAD = """\
// a graph of kg: cypher-shell -f graph.cypher
CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kg_observation IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;
"""
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
# quotes and backslashes, control characters, what reorders or hides text, line breaks of other standards
_UNSAFE = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.cypher, statement by statement."""
    with (folder / FILES[0]).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_statements(graph))


def literal(cell: Cell) -> str:
    """A text, number or list of texts as Cypher writes it."""
    if isinstance(cell, str):
        escaped = _UNSAFE.sub(lambda m: _ESCAPES.get(m.group(), f"\\u{ord(m.group()):04x}"), cell)
        return "'" + re.sub(r"(?<!\\)((?:\\\\)+)u", r"\1' + 'u", escaped) + "'"
    if isinstance(cell, tuple):
        return f"[{', '.join(map(literal, cell))}]"
    # an exponent has no plus sign
    return repr(cell).replace("e+", "e")


def quoted(name: str) -> str:
    """A label, type or property name in backticks; a backslash, which could begin an escape, becomes a slash."""
    return "`" + _UNSAFE.sub("_", name.replace("\\", "/")).replace("`", "``") + "`"


def _statements(graph: KnowledgeGraph) -> Iterator[str]:
    yield _HEAD
    entities = entity_table(graph).rows
    for kind, rows in _grouped(entities, "kind"):
        label = f" SET n:{quoted(kind)}" if kind else ""
        yield from _batches(rows, (), f"MERGE (n:Entity {{id: row.id}}){label} SET n += row.properties;")
    for _, rows in _grouped(observation_table(graph).rows, ""):
        merge = "MERGE (n:Observation {id: row.id}) SET n += row.properties MERGE (n)-[:ABOUT]->(s);"
        yield from _batches(rows, ("subject",), f"MATCH (s:Entity {{id: row.subject}}) {merge}")
    for relation, rows in _grouped(fact_table(graph).rows, "relation"):
        ends = "MATCH (s:Entity {id: row.subject}) MATCH (o:Entity {id: row.object})"
        merge = f"MERGE (s)-[f:{quoted(relation)} {{id: row.id}}]->(o) SET f += row.properties;"
        yield from _batches(rows, ("subject", "object", "relation"), f"{ends} {merge}")


def _grouped(rows: list[Row], column: str) -> Iterator[tuple[str, Iterable[Row]]]:
    """Rows by a text of theirs, in its order, and within by id."""

    def key(row: Row) -> str:
        return str(row.get(column, ""))

    yield from groupby(sorted(rows, key=key), key)


def _batches(rows: Iterable[Row], ends: tuple[str, ...], statement: str) -> Iterator[str]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        listed = ",\n".join(f"  {_map(row, ends)}" for row in batch)
        yield f"UNWIND [\n{listed}\n] AS row\n{statement}\n"


def _map(row: Row, ends: tuple[str, ...]) -> str:
    found = ", ".join(f"{name}: {literal(row[name])}" for name in ("id", *ends) if name != "relation")
    rest = ", ".join(f"{quoted(name)}: {literal(cell)}" for name, cell in row.items() if name not in {"id", *ends})
    return f"{{{found}, properties: {{{rest}}}}}"
