"""The structural terms of the RDF design, its namespaces, and how IRIs are made.

Relations, kinds, statuses and metrics are not here: they come from the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.ontology import NAMESPACE, OWL, RDF, RDFS, SKOS

DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"

VOCABULARIES = {
    "dcterms": DCTERMS,
    "kg": NAMESPACE,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}

# the folders below the base that hold what is not an entity
DERIVED = "derived"  # in a file of its own
DOCUMENT = "document"
EVIDENCE = "evidence"
EXTRACTOR = "extractor"
FACT = "fact"
INFERRED = "inferred"  # in a file and named graph of its own
OBSERVATION = "observation"
PASSAGE = "passage"

TYPE = ox.NamedNode(RDF + "type")
LABEL = ox.NamedNode(RDFS + "label")
ALT_LABEL = ox.NamedNode(SKOS + "altLabel")
SAME_AS = ox.NamedNode(OWL + "sameAs")

# a local name that needs no escape, so that what is written is also what people can type
_PLAIN = re.compile(r"[a-z][a-z0-9-]*\Z")
_DOTS = re.compile(r"\.{2,}")
_UNSAFE = re.compile(r"[^\w/.:~-]+")
_TERMS = 10_000  # of the vocabularies, which are made once
_HTTP = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+\Z")


def node(base: str, *parts: str) -> ox.NamedNode:
    """The IRI of what `parts` name below `base`; characters that an IRI cannot hold are percent-encoded.

    So are dots in a row: "../" would lead elsewhere, and not every reader of Turtle takes them in a prefixed name.
    """
    path = "/".join(parts)
    if _UNSAFE.search(path):
        path = _UNSAFE.sub(lambda m: quote(m.group(), safe=""), path)
    if ".." in path:
        path = _DOTS.sub(lambda m: "%2E" * len(m[0]), path)
    return ox.NamedNode(base + path)


@lru_cache(maxsize=_TERMS)
def named(iri: str) -> ox.NamedNode:
    """A term of a vocabulary; there are few, and each stands in many triples."""
    return ox.NamedNode(iri)


def id_of(base: str, iri: str) -> str:
    """The reverse of `node`: what an IRI names below `base`."""
    return unquote(iri.removeprefix(base))


def web_address(text: str) -> ox.NamedNode | None:
    """The IRI that a text is, when it is an http(s) address."""
    try:
        return ox.NamedNode(text) if _HTTP.match(text) else None
    except ValueError:
        return None


def dated(text: str) -> ox.Literal:
    """A date, month or year as xsd:date, gYearMonth or gYear; other words as a string."""
    if len(text) in (4, 7, 10) and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text, re.ASCII):
        try:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
        except ValueError:
            return ox.Literal(text)
        kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
        return ox.Literal(text, datatype=named(XSD + kind))
    return ox.Literal(text)


def prefixes(base: str, entity_ids: Iterable[str] = ()) -> dict[str, str]:
    """The prefixes of a graph: vocabularies, `id:` for the base, and one for each folder below it.

    Microsoft with the id company/microsoft can so be written company:microsoft.
    """
    folders = {DOCUMENT, EVIDENCE, EXTRACTOR, FACT, OBSERVATION, PASSAGE}
    folders |= {i.split("/", 1)[0] for i in entity_ids if "/" in i}
    below = {f: f"{base}{f}/" for f in sorted(folders) if _PLAIN.match(f)}
    return {**below, "id": base, **VOCABULARIES}
