"""The graph in networkx: entities as nodes, facts as edges, with the flat attributes of `kg.export.flat`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.export.flat import Row, entity_table, fact_table, joined, plain

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


def to_networkx(graph: KnowledgeGraph) -> nx.MultiDiGraph[str]:
    """Nodes are keyed by entity id, edges by fact id; facts of every status stand, so look at `status`.

    The name of an entity is its `label`. All attributes are texts and numbers that GraphML can hold.
    """
    target: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in entity_table(graph, observations=True).rows:
        target.add_node(row["id"], **_attributes(row, without={"id"}))
    for row in fact_table(graph).rows:
        attributes = _attributes(row, without={"id", "subject", "object"})
        target.add_edge(row["subject"], row["object"], key=row["id"], **attributes)
    return target


def _attributes(row: Row, *, without: set[str]) -> dict[str, str | int | float]:
    cells = {"label" if name == "name" else name: joined(cell) for name, cell in row.items() if name not in without}
    return {name: plain(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}
