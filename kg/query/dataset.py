"""A graph in memory, ready for SPARQL.

The default graph holds the triples of graph.ttl and nothing else; the ontology is a named graph
beside it, so that `GRAPH ?ontology { kg:status rdfs:label ?label }` can be asked too. What is inferred is,
when asked for, the named graph <base>inferred: a query sees it without GRAPH, but can tell it apart.
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
from kg.export import (
    INFERRED_FILES,
    OWN_ONTOLOGY,
    base_of,
    inferred_graph,
    inferred_triples,
    no_output,
    own_ontology,
    prefixes,
    read_graph,
    triples,
)
from kg.query.inferred import infer

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Graphs = tuple[ox.NamedNode | ox.DefaultGraph, ...]

ONTOLOGY_GRAPH = ox.NamedNode(vocabulary.NAMESPACE.rstrip("#"))


@dataclass(frozen=True)
class Dataset:
    """Triples with their base and the prefixes that a query may use without declaring them.

    A query without GRAPH sees the union of `default_graphs`; of none the store's default graph. `names` and `kept`
    are filled on first use: what is read from the triples once.
    """

    store: ox.Store
    base: str
    prefixes: Mapping[str, str]
    default_graphs: Graphs = ()
    names: dict[str, list[ox.NamedNode]] = field(default_factory=dict, compare=False)
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


_held: dict[tuple[int, bool], Dataset] = {}


def dataset(graph: KnowledgeGraph, *, inferred: bool = False) -> Dataset:
    """The triples of a graph, kept as long as the graph lives."""
    key = id(graph), inferred
    if key not in _held:
        store = ox.Store()
        store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(graph))
        own = _add_ontology(store, graph.ontology.added.encode())
        graphs = _add_inferred(store, graph) if inferred else ()
        found = {**own, **prefixes(graph.base, (e.id for e in graph.entities))}
        _held[key] = Dataset(store, graph.base, found, graphs)
        weakref.finalize(graph, _held.pop, key, None)
    return _held[key]


def load(folder: str | Path, *, inferred: bool = False) -> Dataset:
    """The graph.ttl of an output folder; a second call is quick while the file stays as it is.

    With `inferred` what follows by the ontology is there too, from inferred.ttl or else inferred now.

    Raises:
        InputError: there is no graph.ttl, or it is not Turtle.
    """
    path = Path(folder) / "graph.ttl"
    try:
        stat = path.stat()
    except OSError as error:
        raise no_output(folder, "graph.ttl") from error
    return _load(path.resolve(), stat.st_mtime_ns, stat.st_size, inferred)


@lru_cache(maxsize=4)
def _load(path: Path, _changed: int, _size: int, inferred: bool) -> Dataset:
    return fill(ox.Store(), path, inferred=inferred)


def fill(store: ox.Store, path: Path, *, inferred: bool = False) -> Dataset:
    """An empty store with the triples of a graph.ttl and the ontology beside them.

    Raises:
        InputError: the file cannot be read, or is not Turtle.
    """
    _read(store, path)
    parser = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    next(parser, None)
    try:
        own = _add_ontology(store, b"".join(file.read_bytes() for file in own_ontology(path.parent)))
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path.parent / OWN_ONTOLOGY} cannot be read: {error}.") from error
    declared = {**own, **parser.prefixes}
    base = base_of(path.parent)
    graphs: Graphs = ()
    written = path.parent / INFERRED_FILES[1]
    if inferred and base and written.exists():
        graphs = ox.DefaultGraph(), inferred_graph(base)
        _read(store, written, graphs[1])
    elif inferred:
        graphs = _add_inferred(store, read_graph(path.parent))
    return Dataset(store, base, {**prefixes(base), **declared} if base else declared, graphs)


def _read(store: ox.Store, path: Path, graph: ox.NamedNode | ox.DefaultGraph | None = None) -> None:
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=graph)
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error


def _add_inferred(store: ox.Store, graph: KnowledgeGraph) -> Graphs:
    named = inferred_graph(graph.base)
    found = inferred_triples(infer(graph), graph)
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, named) for t in found)
    return ox.DefaultGraph(), named


def _add_ontology(store: ox.Store, own: bytes) -> dict[str, str]:
    """Add the shipped ontology and some of one's own; the prefixes that the latter declares."""
    for content in (own, (vocabulary.folder() / "core.ttl").read_bytes()):
        store.bulk_load(content, format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)
    parser = ox.parse(own, format=ox.RdfFormat.TURTLE)
    for _ in parser:
        pass
    return dict(parser.prefixes)
