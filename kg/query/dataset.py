"""A graph in memory, ready for SPARQL.

The default graph holds the triples of graph.ttl and nothing else; the ontology is a named graph
beside it, so that `GRAPH ?ontology { kg:status rdfs:label ?label }` can be asked too.
"""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import ontology as vocabulary
from kg.errors import InputError
from kg.export import base_of, prefixes, triples

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

ONTOLOGY_GRAPH = ox.NamedNode(vocabulary.NAMESPACE.rstrip("#"))


@dataclass(frozen=True)
class Dataset:
    """Triples with their base and the prefixes that a query may use without declaring them.

    `names` and `kept` are filled on first use: what is read from the triples once.
    """

    store: ox.Store
    base: str
    prefixes: Mapping[str, str]
    names: dict[str, list[ox.NamedNode]] = field(default_factory=dict, compare=False)
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


_held: dict[int, Dataset] = {}


def dataset(graph: KnowledgeGraph) -> Dataset:
    """The triples of a graph, kept as long as the graph lives."""
    if id(graph) not in _held:
        store = ox.Store()
        store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(graph))
        _add_ontology(store)
        found = prefixes(graph.base, (e.id for e in graph.entities))
        _held[id(graph)] = Dataset(store, graph.base, found)
        weakref.finalize(graph, _held.pop, id(graph), None)
    return _held[id(graph)]


def load(folder: str | Path) -> Dataset:
    """The graph.ttl of an output folder; a second call is quick while the file stays as it is.

    Raises:
        InputError: there is no graph.ttl, or it is not Turtle.
    """
    path = Path(folder) / "graph.ttl"
    try:
        stat = path.stat()
    except OSError as error:
        raise InputError(f"{folder} is not an output of kg: it has no readable graph.ttl.") from error
    return _load(path.resolve(), stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _load(path: Path, _changed: int, _size: int) -> Dataset:
    return fill(ox.Store(), path)


def fill(store: ox.Store, path: Path) -> Dataset:
    """An empty store with the triples of a graph.ttl and the ontology beside them.

    Raises:
        InputError: the file cannot be read, or is not Turtle.
    """
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
        parser = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        next(parser, None)
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error
    _add_ontology(store)
    declared = dict(parser.prefixes)
    base = base_of(path.parent)
    return Dataset(store, base, {**prefixes(base), **declared} if base else declared)


def _add_ontology(store: ox.Store) -> None:
    path = vocabulary.folder() / "core.ttl"
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)
