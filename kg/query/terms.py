"""Which node a parameter's value means."""

from __future__ import annotations

from difflib import get_close_matches

import pyoxigraph as ox

from kg import ontology as vocabulary
from kg.errors import UnknownNameError
from kg.query.dataset import ONTOLOGY_GRAPH, Dataset
from kg.resolve import key_of

_LABELS = tuple(ox.NamedNode(iri) for iri in (vocabulary.RDFS + "label", vocabulary.SKOS + "altLabel"))
_TYPE = ox.NamedNode(vocabulary.RDF + "type")


def find(data: Dataset, parameter: str, value: str) -> list[ox.NamedNode]:
    """The nodes that have this IRI, id, prefixed name, label or alias; case does not count in labels.

    A label goes before an alias, and both before the terms of the ontology. Several nodes may share a name.

    Raises:
        UnknownNameError: nothing is called so; the message names what comes near.
    """
    found = called(data, value)
    if not found:
        names = {name: nodes for name, nodes in named(data).items() if not is_own(nodes[0].value)}
        near = get_close_matches(_folded(value), names, n=3, cutoff=0.6)
        labels = [label_of(data, names[name][0]) for name in near]
        hint = f"; near it are: {', '.join(labels)}" if labels else ""
        raise UnknownNameError(f"Nothing in the graph is called {value!r} ({parameter}){hint}.")
    return found


def called(data: Dataset, value: str) -> list[ox.NamedNode]:
    """The same, or none; where nothing is written so, what has these words but for accents and a legal form."""
    if direct := by_iri(data, value.strip()):
        return [direct]
    if (found := named(data).get(_folded(value))) is not None or not value.strip():
        return found or []
    key = key_of(value)
    alike = {
        n.value for name, nodes in named(data).items() if key_of(name) == key for n in nodes if not is_own(n.value)
    }
    return [ox.NamedNode(iri) for iri in sorted(alike)]


def kind_of(data: Dataset, node: ox.NamedNode) -> str:
    """The local name of an entity's class, "" for what is none."""
    quads = data.store.quads_for_pattern(node, _TYPE, None, ox.DefaultGraph())
    classes = (q.object.value for q in quads if isinstance(q.object, ox.NamedNode))
    return min((iri.removeprefix(vocabulary.NAMESPACE) for iri in classes if is_own(iri)), default="")


def is_own(iri: str) -> bool:
    """Whether an IRI is a term of the ontology's namespace."""
    return iri.startswith(vocabulary.NAMESPACE)


def by_iri(data: Dataset, value: str) -> ox.NamedNode | None:
    """The node of an IRI, id or prefixed name that the graph or the ontology has."""
    prefix, colon, local = value.partition(":")
    candidates = [value.strip("<>"), data.base + value, f"{data.base}fact/{value}", f"{data.base}observation/{value}"]
    if colon and prefix in data.prefixes:
        candidates.append(data.prefixes[prefix] + local)
    candidates.append(vocabulary.NAMESPACE + value)
    for iri in candidates:
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            continue
        if next(data.store.quads_for_pattern(node, None, None, None), None):
            return node
    return None


def named(data: Dataset) -> dict[str, list[ox.NamedNode]]:
    """Nodes by label and alias, folded; read once and kept with the data."""
    if not data.names:
        label, alias = _LABELS
        for predicate, graph in ((label, ONTOLOGY_GRAPH), (alias, ox.DefaultGraph()), (label, ox.DefaultGraph())):
            data.names.update(_labelled(data, predicate, graph))
    return data.names


def _labelled(
    data: Dataset, predicate: ox.NamedNode, graph: ox.NamedNode | ox.DefaultGraph
) -> dict[str, list[ox.NamedNode]]:
    found: dict[str, set[str]] = {}
    for quad in data.store.quads_for_pattern(None, predicate, None, graph):
        node, name = quad.subject, quad.object
        if isinstance(node, ox.NamedNode) and isinstance(name, ox.Literal) and not _is_tool(data, node):
            found.setdefault(_folded(name.value), set()).add(node.value)
    return {name: [ox.NamedNode(iri) for iri in sorted(iris)] for name, iris in found.items()}


def _is_tool(data: Dataset, node: ox.NamedNode) -> bool:
    """Whether a node is the run or one of its extractors, which also have labels."""
    return node.value == data.base + "run" or node.value.startswith(data.base + "extractor/")


def label_of(data: Dataset, node: ox.NamedNode) -> str:
    """The name of a node, or its IRI."""
    quads = data.store.quads_for_pattern(node, _LABELS[0], None, None)
    return min((str(q.object.value) for q in quads if isinstance(q.object, ox.Literal)), default=node.value)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
