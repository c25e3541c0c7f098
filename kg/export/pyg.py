"""Tensors for PyTorch Geometric: `HeteroData(torch.load("graph.pt"))`.

The file is a plain dictionary, so that torch alone opens it and nothing in it can run:

    KIND                        num_nodes; `id`, `name` lists; `x` float, a row a node: mentions, facts in which the
                                entity is subject, in which it is object, observations; `json` all of it
    (KIND, RELATION, KIND)      edge_index [2, facts], `id` list, `status` (its place in status_names),
                                `confidence`, `amount` and `share` (not a number where unknown), `evidence` (how
                                many passages), `currency` list; `json` all of it
    status_names, x_names       lists
    observations                lines of JSON, as in observations.jsonl

An entity that the graph lacks has the kind Thing. Needs torch, which `pip install "kg-business[pyg]"` brings.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.flat import Row, entity_table, fact_table
from kg.export.jsonl import to_objects
from kg.export.qualifiers import AMOUNT, SHARE
from kg.model import Status

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.pt",)
OPENED_IN = "PyTorch Geometric"
NEEDS = "torch"

X_NAMES = ["mentions", "facts_as_subject", "facts_as_object", "observations"]
_STATUSES = [status.value for status in Status]
_UNKNOWN_KIND = "Thing"


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.pt."""
    import torch

    torch.save(tensors(graph), folder / FILES[0])


def tensors(graph: KnowledgeGraph) -> dict[Any, Any]:
    """The content of the file, in the form that `HeteroData` takes."""
    places: dict[str, tuple[str, int]] = {}
    found: dict[Any, Any] = {}
    objects = to_objects(graph)
    whole = {entity["id"]: _json(entity) for entity in objects["entities.jsonl"]}
    for kind, rows in _by_kind(entity_table(graph, observations=True).rows).items():
        places |= {str(row["id"]): (kind, number) for number, row in enumerate(rows)}
        found[kind] = _nodes(rows, graph, whole)
    edges: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in fact_table(graph).rows:
        edges[places[str(row["subject"])][0], str(row["relation"]), places[str(row["object"])][0]].append(row)
    told = {fact["id"]: _json(fact) for fact in objects["facts.jsonl"]}
    found |= {name: _edges(rows, places, told) for name, rows in sorted(edges.items())}
    observations = [_json(observation) for observation in objects["observations.jsonl"]]
    return found | {"status_names": _STATUSES, "x_names": X_NAMES, "observations": observations}


def _by_kind(rows: list[Row]) -> dict[str, list[Row]]:
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[str(row.get("kind", _UNKNOWN_KIND))].append(row)
    return dict(sorted(kinds.items()))


def _nodes(rows: list[Row], graph: KnowledgeGraph, whole: dict[str, str]) -> dict[str, Any]:
    import torch

    subjects, values = (Counter(getattr(fact, end) for fact in graph.facts) for end in ("subject", "object"))
    x = [[row["mentions"], subjects[row["id"]], values[row["id"]], row.get("observations", 0)] for row in rows]
    return {
        "num_nodes": len(rows),
        "id": [row["id"] for row in rows],
        "name": [row.get("name", "") for row in rows],
        "x": torch.tensor(x, dtype=torch.float),
        "json": [whole.get(str(row["id"]), "") for row in rows],
    }


def _edges(rows: list[Row], places: dict[str, tuple[str, int]], told: dict[str, str]) -> dict[str, Any]:
    import torch

    def numbers(name: str) -> torch.Tensor:
        cells = (row.get(name) for row in rows)
        return torch.tensor([cell if isinstance(cell, float) else math.nan for cell in cells], dtype=torch.double)

    ends = [[places[str(row[end])][1] for row in rows] for end in ("subject", "object")]
    return {
        "edge_index": torch.tensor(ends, dtype=torch.long),
        "id": [row["id"] for row in rows],
        "status": torch.tensor([_STATUSES.index(str(row["status"])) for row in rows], dtype=torch.long),
        "confidence": numbers("confidence"),
        "amount": numbers(AMOUNT),
        "currency": [row.get(f"{AMOUNT}_currency", "") for row in rows],
        "share": numbers(SHARE),
        "evidence": torch.tensor([row["evidence"] for row in rows], dtype=torch.long),
        "json": [told[str(row["id"])] for row in rows],
    }


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False)
