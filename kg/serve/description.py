"""What a service says of itself (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

import pyoxigraph as ox

from kg.export import VOCABULARIES
from kg.query import ONTOLOGY_GRAPH
from kg.serve.editions import Edition
from kg.serve.formats import GRAPHS, TABLES, Format

_SD, _VOID, _FORMATS = (
    "http://www.w3.org/ns/sparql-service-description#",
    "http://rdfs.org/ns/void#",
    "http://www.w3.org/ns/formats/",
)
_TYPE = ox.NamedNode(VOCABULARIES["rdf"] + "type")
# their names in http://www.w3.org/ns/formats/
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON-LD",
}


def service_description(endpoint: str, edition: Edition, form: Format) -> bytes:
    """The description of the service at an address."""
    service, dataset, default, named = ox.NamedNode(endpoint), *(ox.BlankNode(name) for name in ("d", "g", "o"))
    triples = [
        ox.Triple(service, _TYPE, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), service),
        ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *(
            ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + _NAMES[each.name]))
            for each in (*TABLES, *GRAPHS)
        ),
        ox.Triple(service, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, _TYPE, _sd("Dataset")),
        ox.Triple(dataset, _sd("defaultGraph"), default),
        ox.Triple(default, _TYPE, _sd("Graph")),
        ox.Triple(default, ox.NamedNode(_VOID + "triples"), ox.Literal(edition.triples)),
        ox.Triple(dataset, _sd("namedGraph"), named),
        ox.Triple(named, _TYPE, _sd("NamedGraph")),
        ox.Triple(named, _sd("name"), ONTOLOGY_GRAPH),
    ]
    prefixes = {"sd": _SD, "void": _VOID, "formats": _FORMATS}
    assert isinstance(form.writer, ox.RdfFormat)
    return ox.serialize(triples, format=form.writer, prefixes=prefixes) or b""


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
