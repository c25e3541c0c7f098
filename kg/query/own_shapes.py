"""SHACL shapes that somebody wrote: read as data alone, for the SPARQL in them could call a server."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.export import in_rdflib
from kg.ontology import RDF, local_name, node_key, read_triples

SH = "http://www.w3.org/ns/shacl#"
_SHAPES = {SH + "NodeShape", SH + "PropertyShape"}


def shape_faults(path: Path) -> Iterator[tuple[str, str]]:
    """The shapes of a Turtle file that are not well formed, each with a sentence; nothing of a file without shapes.

    What well formed means stands in the SHACL shapes for SHACL (https://www.w3.org/TR/shacl/#shacl-shacl).

    Raises:
        OntologyError: the file cannot be read or is not Turtle.
    """
    triples = read_triples([path])
    if not any(node_key(t) in _SHAPES for properties in triples.values() for t in properties.get(RDF + "type", ())):
        return
    import pyshacl
    import rdflib

    try:
        quads = [ox.Quad(*t) for t in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
        meta = rdflib.Graph().parse(data=(files("pyshacl") / "assets" / "shacl-shacl.ttl").read_text("utf-8"))
        _, report, _ = pyshacl.validate(in_rdflib(quads, {}), shacl_graph=meta)
    except (RecursionError, ValueError) as error:
        raise OntologyError(f"The shapes of {path} cannot be checked: they nest too deep.") from error
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        focus, value, at = (report.value(result, rdflib.URIRef(SH + n)) for n in ("focusNode", "value", "resultPath"))
        named = str(focus) if isinstance(focus, rdflib.URIRef) else ""
        said = f" (sh:{local_name(str(at))} {local_name(str(value))[:60]})" if at and value else ""
        yield named, f"The shape {local_name(named) or 'without a name'} is not well formed{said}."
