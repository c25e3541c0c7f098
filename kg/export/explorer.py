"""explorer.html: the page to find one's way in a graph, one file that asks nothing of any network.

Script, style and query engine are built from `explorer/` at the top of the sources and lie in `explorer/` here.
All data are blocks of base64: text from documents is never markup, and the page's policy names its own script by its
hash, so nothing else can run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from kg.export.explorer_data import Shown, details, overview, texts
from kg.export.outline import outline_of
from kg.export.packed_triples import Packer, Place
from kg.export.packing import as_base64, packed_bytes, packed_json
from kg.export.part import Part, part_of
from kg.export.turtle import nodes
from kg.export.vocabulary import prefixes
from kg.ontology import NAMESPACE, Relation, Term, folder
from kg.questions import questions

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    from kg.export.measured import Property
    from kg.graph import KnowledgeGraph


FILES = ("explorer.html",)
OPENED_IN = "any browser"


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write explorer.html into a folder."""
    write_explorer(graph, folder / FILES[0])


def write_explorer(graph: KnowledgeGraph, path: Path) -> None:
    """Write the explorer of a graph to a file; of a large graph that of its most connected entities."""
    Explorer(part_of(graph, outline_of(graph))).write(path)


def to_explorer(graph: KnowledgeGraph) -> str:
    """The explorer of a graph as one HTML page."""
    return "".join(Explorer(part_of(graph, outline_of(graph))).pieces())


class Explorer:
    """The page of a part of a graph. Where the part is the whole, who goes through its nodes can tell the page."""

    def __init__(self, part: Part) -> None:
        self._shown = Shown(part)
        self._triples = Packer(_places(self._shown))

    def take(self, node: ox.NamedNode, properties: Collection[Property]) -> None:
        """Be told what is said of the next node; either all nodes are told or none is, and they are gone through."""
        self._triples.take(node, properties)

    def write(self, path: Path) -> None:
        """Write the page to a file."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(self.pieces())

    def pieces(self) -> Iterator[str]:
        """The page, one block after the other."""
        return _pieces(self._shown, self._triples)


def _pieces(shown: Shown, triples: Packer) -> Iterator[str]:
    script, style = _built("explorer.js").decode(), _built("explorer.css").decode()
    parts = {
        "policy": [_policy(script, style)],
        "style": [style],
        "blocks": _blocks(shown, triples),
        "script": [script],
    }
    before, *rest = _built("page.html").decode().split("<!--slot:")
    yield before
    for name, tail in (each.split("-->", 1) for each in rest):
        yield from parts[name]
        yield tail


def _blocks(shown: Shown, triples: Packer) -> Iterator[str]:
    between = ""
    for name, block in _data(shown, triples):
        yield f'{between}<script type="application/octet-stream" id="block-{name}">{block}</script>'
        between = "\n"


def _data(shown: Shown, triples: Packer) -> Iterator[tuple[str, str]]:
    """The blocks by name; each is made when it is its turn, so that not all are held at once."""
    yield "overview", packed_json(overview(shown))
    yield "details", packed_json(details(shown))
    yield "texts", packed_json(texts(shown))
    found = triples.packed(lambda: nodes(shown.graph), shown.graph.base)
    complete = found["complete"]
    yield "triples", packed_json(found)
    del found
    yield "questions", packed_json(_questions(shown.graph) | {"complete": complete})
    yield "worker", packed_bytes(_built("worker.js"))
    yield "engine", as_base64(_built("oxigraph.wasm.deflate"))


@cache
def _built(name: str) -> bytes:
    return (resources.files("kg.export") / "explorer" / name).read_bytes()


def _policy(script: str, style: str) -> str:
    """A Content Security Policy (https://www.w3.org/TR/CSP3/): this script, this style, the engine, and no request."""
    own, look = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, style))
    return (
        f"default-src 'none'; script-src 'sha256-{own}' 'wasm-unsafe-eval'; style-src 'sha256-{look}'; "
        "worker-src blob:; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _questions(graph: KnowledgeGraph) -> dict[str, Any]:
    """The shipped questions, and what a query can be made of."""
    core = (folder() / "core.ttl").read_text(encoding="utf-8")
    return {
        "prefixes": prefixes(graph.base, (e.id for e in graph.entities)),
        "ontology": f"{core}\n{graph.ontology.added}" if graph.ontology.added else core,
        "namespace": NAMESPACE.rstrip("#"),
        "terms": _terms(graph),
        "choices": _choices(graph),
        "questions": [
            {
                "name": q.name,
                "title": q.title,
                "about": q.description,
                "query": q.query,
                "parameters": [
                    {
                        "name": p.name,
                        "about": p.description,
                        "required": p.required,
                        "type": p.type,
                        "kinds": _fitting(graph, p.kinds),
                    }
                    for p in q.parameters
                ],
            }
            for q in questions().values()
        ],
    }


def _fitting(graph: KnowledgeGraph, wanted: tuple[str, ...]) -> list[str]:
    """The kinds of the graph's entities of which a parameter may be; kinds of other ontologies may."""
    known = graph.ontology.kinds
    found = {entity.kind for entity in graph.entities}
    return sorted(
        kind for kind in found if kind not in known or any(graph.ontology.is_a(kind, broader) for broader in wanted)
    )


def _choices(graph: KnowledgeGraph) -> dict[str, list[list[str]]]:
    """IRIs and labels of what a parameter of a type of the ontology may be."""
    ontology = graph.ontology
    tables: dict[str, Mapping[str, Term | Relation]] = {
        "relation": ontology.relations,
        "status": ontology.statuses,
        "metric": ontology.metrics,
        "kind": {name: ontology.kinds[name] for name in ontology.leaf_kinds},
    }
    return {type: [[t.iri, t.label] for t in terms.values()] for type, terms in tables.items()}


def _terms(graph: KnowledgeGraph) -> list[list[str]]:
    """Names of the ontology with their labels and what they mean."""
    ontology = graph.ontology
    known = (ontology.relations, ontology.kinds, ontology.statuses, ontology.metrics, ontology.changes)
    return [[t.iri, t.label, t.definition] for terms in known for t in terms.values()]


def _places(shown: Shown) -> dict[str, Place]:
    """Where the page can find the words of a quote: in the text of a document."""
    texts = {text.document.id: (number, text.place) for number, text in enumerate(shown.texts)}
    found: dict[str, Place] = {}
    for several in shown.evidence:
        for e in several:
            number, place = texts[e.document]
            found.setdefault(e.quote, (number, place(e.start), place(e.end) - place(e.start)))
    return found
