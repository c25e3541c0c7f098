"""One format a file: what `kg build` writes, and what `kg export` makes of it for other tools."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.export import jsonl, turtle
from kg.export.derived import DERIVED_FILES, write_derived
from kg.export.encodable import encodable
from kg.export.flat import FORMULA
from kg.export.formats import FORMATS, Written, checked, no_collection, opened_in, write_formats
from kg.export.inferred import INFERRED_FILES, inferred_graph, inferred_triples, write_inferred
from kg.export.jsonl import OWN_ONTOLOGY, base_of, from_objects, own_ontology, read_graph
from kg.export.missing import no_output
from kg.export.named import graph_of_document, holds_document, ledger, ledger_name, named_graphs, read_ledger
from kg.export.nquads import quads_of
from kg.export.qualifiers import joined, qualifiers_to_json, value_to_json
from kg.export.turtle import in_rdflib, to_rdflib, to_turtle, triples
from kg.export.values import in_words, possessive
from kg.export.vocabulary import VOCABULARIES, node, prefixes

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Derived, Inferred

__all__ = [
    "DERIVED_FILES",
    "FORMATS",
    "FORMULA",
    "INFERRED_FILES",
    "OWN_ONTOLOGY",
    "VOCABULARIES",
    "Written",
    "base_of",
    "checked",
    "from_objects",
    "graph_of_document",
    "holds_document",
    "in_rdflib",
    "in_words",
    "inferred_graph",
    "inferred_triples",
    "joined",
    "ledger",
    "ledger_name",
    "named_graphs",
    "no_output",
    "node",
    "opened_in",
    "own_ontology",
    "possessive",
    "prefixes",
    "quads_of",
    "qualifiers_to_json",
    "read_graph",
    "read_ledger",
    "to_rdflib",
    "to_turtle",
    "triples",
    "value_to_json",
    "write",
    "write_formats",
]


def write(
    graph: KnowledgeGraph,
    folder: Path,
    derived: Iterable[Derived] | None = None,
    inferred: Iterable[Inferred] | None = None,
    *,
    pages: bool = True,
) -> None:
    """Write graph.ttl, graph.html, explorer.html and the JSON lines files; all are complete before any is put in place.

    Without `pages` there are no HTML files. With `derived` numbers or `inferred` facts their two files are written
    too; without, those of an earlier build go, since what they follow from may be gone. An ontology of one's own
    stands in ontology.ttl, so that whoever reads the folder knows its kinds and relations.

    Raises:
        InputError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".writing-") as place, no_collection():
            scratch = Path(place)
            graph = _write_lines(graph, scratch)
            if pages:
                _write_with_pages(graph, scratch)
            else:
                turtle.write(graph, scratch)
            if graph.ontology.added:
                (scratch / OWN_ONTOLOGY).write_bytes(graph.ontology.added.encode())
            if derived is not None:
                write_derived(derived, graph, scratch)
            if inferred is not None:
                write_inferred(inferred, graph, scratch)
            written = sorted(path.name for path in scratch.iterdir())
            for name in written:
                os.replace(scratch / name, folder / name)
            for name in {*DERIVED_FILES, *INFERRED_FILES, OWN_ONTOLOGY}.difference(written):
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"Cannot write to {folder}: {error.strerror or error}.") from error


def _write_lines(graph: KnowledgeGraph, folder: Path) -> KnowledgeGraph:
    """Write the JSON lines files, and give back the graph that can be written.

    They hold every text of a graph, so where they can be encoded all can, and nothing has to be looked for.
    """
    try:
        jsonl.write(graph, folder)
    except UnicodeEncodeError:  # half of a surrogate pair
        graph = encodable(graph)
        jsonl.write(graph, folder)
    return graph


def _write_with_pages(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.ttl and the HTML files; an explorer that shows all is told the triples while they are written."""
    from kg.export.explorer import Explorer
    from kg.export.html import write_html
    from kg.export.outline import outline_of
    from kg.export.part import is_shown_whole, part_of

    outline = outline_of(graph)
    explorer = Explorer(part_of(graph, outline)) if is_shown_whole(graph, outline) else None
    turtle.write(graph, folder, *([explorer.take] if explorer else []))
    write_html(graph, folder / "graph.html", outline)
    (explorer or Explorer(part_of(graph, outline))).write(folder / "explorer.html")
