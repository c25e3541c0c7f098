"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), compact and framed around entities: the triples of graph.ttl.

An entity holds the `facts` that it is the subject of and the `observations` about it, these their `evidence`, and
evidence its passage with the words, as often as it is pointed at. Documents, extractors and the run come last.
Properties are bare words, that of another vocabulary with a prefix where the ontology has the same word. Names that
only this file has (`facts`, `observations`, `evidence`) are inverses of rdf:subject, kg:about and oa:hasBody.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.measured import Term
from kg.export.turtle import nodes
from kg.ontology import RDF, Ontology

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.jsonld",)
OPENED_IN = "any JSON tool, and JSON-LD processors such as rdflib and jsonld.js"

Json = dict[str, Any]
Properties = dict[str, list[Term]]

_STRING, _INTEGER = v.XSD + "string", v.XSD + "integer"
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
_WORD = re.compile(r"[A-Za-z]\w*", re.ASCII)
_SUBJECT, _ABOUT, _BODY = RDF + "subject", v.VOCABULARIES["kg"] + "about", v.OA + "hasBody"
# what a node holds of the nodes that point at it: their property, and its name here
_INVERSES = {_SUBJECT: "facts", _ABOUT: "observations", _BODY: "evidence"}
_EMBEDDED = {v.OA + "hasTarget", v.OA + "hasSelector"}
_KEYWORDS = {"id": "@id", "type": "@type"}


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.jsonld, a line for each entity and each node that belongs to none."""
    frame = _Frame(graph)
    with (folder / FILES[0]).open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + _dumped(frame.context()) + ',\n"@graph": [')
        for number, node in enumerate(frame.nodes()):
            file.write((",\n" if number else "\n") + _dumped(node))
        file.write("\n]}\n")


class _Frame:
    """The triples of a graph by subject, and how they are named and nested."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        reserved = {*_KEYWORDS, *_INVERSES.values()}
        prefixes = v.prefixes(graph.base, (e.id for e in graph.entities))
        self._prefixes = {start: name for name, start in prefixes.items() if name not in reserved}
        longest_first = sorted(self._prefixes, key=lambda start: (-len(start), start))
        self._short: dict[str, str] = {}
        self._start = re.compile("|".join(map(re.escape, longest_first)))
        self._entities = [v.node(graph.base, id).value for id in sorted(e.id for e in graph.entities)]
        self._said: dict[str, Properties] = {}
        self._pointing: dict[tuple[str, str], list[str]] = defaultdict(list)
        kinds: dict[str, set[str]] = defaultdict(set)
        for node, properties, _ in nodes(graph):
            own = self._said.setdefault(node.value, {})
            for term, value in dict.fromkeys(properties):
                predicate = term.value
                own.setdefault(predicate, []).append(value)
                kinds[predicate].add("@id" if isinstance(value, ox.NamedNode) else value.datatype.value)
                if predicate in _INVERSES:
                    self._pointing[value.value, predicate].append(node.value)
        # the one sort of all values of a property, or "" where there are several
        self._kinds = {predicate: found.pop() if len(found) == 1 else "" for predicate, found in kinds.items()}
        self._left = dict.fromkeys(self._said)  # what is not written yet, in order
        self._names: dict[str, str] = {}
        for predicate in sorted(kinds, key=lambda iri: (not iri.startswith(v.VOCABULARIES["kg"]), iri)):
            self._names[predicate] = self._name(predicate, graph.ontology)

    def context(self) -> Json:
        """The names that the nodes use."""
        found: Json = {"@version": 1.1, **_KEYWORDS}
        found |= {name: {"@id": start, "@prefix": True} for start, name in sorted(self._prefixes.items())}
        found |= {name: {"@reverse": self._compact(iri)} for iri, name in _INVERSES.items()}
        for predicate, name in sorted(self._names.items()):
            kind = self._kinds[predicate]
            sort = {"@type": kind if kind == "@id" else self._compact(kind)} if kind not in ("", _STRING) else {}
            if predicate != v.TYPE.value:
                found[name] = {"@id": self._compact(predicate), **sort}
        return found

    def nodes(self) -> Iterator[Json]:
        """Entities with what hangs on them, then all else."""
        for iri in self._entities:
            if iri in self._left:
                yield self._node(iri)
        while self._left:
            yield self._node(next(iter(self._left)))

    def _node(self, iri: str, held_by: str = "") -> Json:
        """A node with all that it holds; `held_by` is the property by which another holds it."""
        self._left.pop(iri, None)
        found: Json = {"id": self._compact(iri)}
        for predicate, values in self._said[iri].items():
            if predicate != held_by:
                found[self._names[predicate]] = _one([self._value(predicate, value) for value in values])
        for predicate, name in _INVERSES.items():
            holding = [each for each in self._pointing.get((iri, predicate), ()) if each in self._left]
            if holding:
                found[name] = [self._node(each, predicate) for each in holding]
        return found

    def _value(self, predicate: str, value: Term) -> Any:
        if isinstance(value, ox.NamedNode):
            if predicate in _EMBEDDED and value.value in self._said:
                return self._node(value.value)
            name = self._compact(value.value)
            return name if self._kinds[predicate] == "@id" else {"id": name}
        kind = value.datatype.value
        if kind == self._kinds[predicate]:
            return int(value.value) if kind == _INTEGER and _WHOLE.fullmatch(value.value) else value.value
        return value.value if kind == _STRING else {"@value": value.value, "@type": self._compact(kind)}

    def _name(self, predicate: str, ontology: Ontology) -> str:
        """The bare word of a property, of the ontology before others, unless it means something else here."""
        if predicate == v.TYPE.value:
            return "type"
        word = re.split("[/#]", predicate)[-1]
        taken = {*_KEYWORDS, *_INVERSES.values(), *self._prefixes.values(), *self._names.values()}
        own = ontology.namespace + word
        bare = _WORD.fullmatch(word) and word not in taken and (own == predicate or own not in ontology.triples)
        return word if bare else self._compact(predicate)

    def _compact(self, iri: str) -> str:
        if iri not in self._short:
            start = self._start.match(iri)
            rest = iri[start.end() :] if start else ""
            # what begins with "//" would be read as an address of its own
            compact = start and rest and not rest.startswith("//")
            self._short[iri] = f"{self._prefixes[start.group()]}:{rest}" if start and compact else iri
        return self._short[iri]


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _dumped(found: Json) -> str:
    return json.dumps(found, ensure_ascii=False)
