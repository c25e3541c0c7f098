"""GEXF 1.3 (https://gexf.net) for Gephi.

Entities are nodes, facts are edges. Edges between the same two nodes stay apart by their `kind`, the relation and
status. A label is one line of at most 160 characters; the whole name is the attribute `name`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from kg.export.flat import Column, Row, Table, entity_table, fact_table, joined, plain
from kg.export.wording import shown

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.gexf",)
OPENED_IN = "Gephi"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>kg</creator>
  </meta>
  <graph defaultedgetype="directed" mode="static">
"""
_TYPES: Mapping[Column, str] = {int: "long", float: "double", str: "string", tuple: "string"}


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.gexf, line by line."""
    nodes, edges = entity_table(graph, observations=True), fact_table(graph)
    with (folder / FILES[0]).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(nodes, edges))


def _lines(nodes: Table, edges: Table) -> Iterator[str]:
    yield _HEAD
    yield from _attributes("node", nodes, {"id"})
    yield from _attributes("edge", edges, {"id", "subject", "object"})
    yield f'    <nodes count="{len(nodes.rows)}">\n'
    for row in nodes.rows:
        label = shown(str(row.get("name", "")) or str(row["id"]))
        yield f"      <node id={_quoted(row['id'])} label={_quoted(label)}>{_values(row, {'id'})}</node>\n"
    yield f'    </nodes>\n    <edges count="{len(edges.rows)}">\n'
    for row in edges.rows:
        ends = f"source={_quoted(row['subject'])} target={_quoted(row['object'])}"
        told = f"label={_quoted(shown(str(row['label'])))} kind={_quoted(_kind(row))}"
        yield f"      <edge id={_quoted(row['id'])} {ends} {told}>{_values(row, {'id', 'subject', 'object'})}</edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _attributes(owner: str, table: Table, own: set[str]) -> Iterator[str]:
    yield f'    <attributes class="{owner}">\n'
    for name, column in table.columns.items():
        if name not in own:
            yield f'      <attribute id="{name}" title="{name}" type="{_TYPES[column]}"/>\n'
    yield "    </attributes>\n"


def _values(row: Row, own: set[str]) -> str:
    cells = (f'<attvalue for="{name}" value={_quoted(joined(cell))}/>' for name, cell in row.items() if name not in own)
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _kind(row: Row) -> str:
    return shown(f"{row['relation']} {row['status']}")


def _quoted(cell: object) -> str:
    return quoteattr(plain(str(cell)))
