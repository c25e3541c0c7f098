"""GraphML (http://graphml.graphdrawing.org/specification.html) for yEd, Cytoscape, igraph and networkx.

Entities are nodes, facts are edges with the fact's id. The name of an entity is its `label`, as viewers expect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.export.flat import Column, Row, Table, entity_table, fact_table, joined, plain

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.graphml",)
OPENED_IN = "yEd, Cytoscape, igraph, networkx"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES: Mapping[Column, str] = {int: "long", float: "double", str: "string", tuple: "string"}


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.graphml, line by line."""
    nodes, edges = entity_table(graph, observations=True), fact_table(graph)
    with (folder / FILES[0]).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(nodes, edges))


def _lines(nodes: Table, edges: Table) -> Iterator[str]:
    node_keys, edge_keys = _keys(nodes, "n", {"id"}), _keys(edges, "e", {"id", "subject", "object"})
    yield _HEAD
    for table, keys, owner in ((nodes, node_keys, "node"), (edges, edge_keys, "edge")):
        for name, key in keys.items():
            title = quoteattr("label" if name == "name" else name)
            yield f'  <key id="{key}" for="{owner}" attr.name={title} attr.type="{_TYPES[table.columns[name]]}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for row in nodes.rows:
        yield f"    <node id={_quoted(row['id'])}>{_data(row, node_keys)}</node>\n"
    for row in edges.rows:
        ends = f"source={_quoted(row['subject'])} target={_quoted(row['object'])}"
        yield f"    <edge id={_quoted(row['id'])} {ends}>{_data(row, edge_keys)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(table: Table, letter: str, own: Iterable[str]) -> dict[str, str]:
    """The key of each column that is not said by an attribute of the element itself."""
    names = [name for name in table.columns if name not in own]
    return {name: f"{letter}{number}" for number, name in enumerate(names)}


def _data(row: Row, keys: Mapping[str, str]) -> str:
    cells = ((key, row[name]) for name, key in keys.items() if name in row)
    return "".join(f'<data key="{key}">{_escaped(str(joined(cell)))}</data>' for key, cell in cells)


def _escaped(text: str) -> str:
    # a carriage return as it is would be read as a line feed
    return escape(plain(text), {"\r": "&#13;"})


def _quoted(cell: object) -> str:
    return quoteattr(plain(str(cell)))
