"""Annotated texts: one JSON object a line, one line a document.

    {"doc": "w-01",
     "entities": [{"id": "e1", "kind": "Company", "name": "Larkwell", "mentions": ["Larkwell"]}],
     "facts": [{"s": "e1", "r": "offers", "o": "e4", "status": "asserted", "q": {"date": "May"}, "quote": "..."}],
     "observations": [{"s": "e1", "metric": "revenue", "value": "29%", "kind": "increase",
                       "status": "asserted", "quote": "..."}]}

`q` holds qualifiers by name, in the words of the text. A fact or observation with "optional": true may
be found, but need not be.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kg.config import ANY
from kg.datasets import Row, items, line_of, refuse, rows, word, words
from kg.errors import InputError
from kg.model import Document, Problem
from kg.ontology import Ontology
from kg.read import Reading, read


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity of a document with its names there."""

    id: str
    kind: str
    name: str
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A relation between two entities (by id) that a document states."""

    subject: str
    relation: str
    object: str
    status: str
    optional: bool = False
    quote: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    """Names with words of the text."""


@dataclass(frozen=True, slots=True)
class GoldObservation:
    """A number or direction about an entity (by id) that a document states."""

    subject: str
    metric: str
    change: str
    value: str
    status: str
    optional: bool = False
    quote: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """All that a document states, and the line of the gold that says so."""

    id: str
    line: int
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...]
    observations: tuple[GoldObservation, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """The documents of a gold file."""

    path: Path
    documents: tuple[GoldDocument, ...]


def read_gold(path: Path, ontology: Ontology, *, only: Collection[str] = ()) -> Gold:
    """Read a gold file, or `only` some documents of it.

    Raises:
        InputError: the file cannot be read, lacks a document of `only`, or a line of it is wrong.
    """
    found: dict[str, GoldDocument] = {}
    for number, row in rows(path):
        with line_of(path, number):
            document = _document(row, number, ontology)
            refuse(document.id in found, f"has the document {document.id!r} again")
        found[document.id] = document
    if missing := sorted(set(only) - set(found)):
        raise InputError(f"{path} has no document {missing[0]!r}.")
    if not found:
        raise InputError(f"{path} holds no documents.")
    return Gold(path, tuple(document for document in found.values() if not only or document.id in only))


def read_texts(gold: Gold, folder: Path, *, max_characters: int) -> list[Document]:
    """The texts of a gold's documents.

    Raises:
        InputError: the folder does not exist, or a document has no text there.
    """
    found = list(read([folder], Reading(max_characters=max_characters, language=ANY)))
    texts = {text.id: text for text in found if isinstance(text, Document)}
    troubles = {item.document: item.message for item in found if isinstance(item, Problem)}
    for document in gold.documents:
        if document.id not in texts:
            trouble = troubles.get(document.id, f"is not in {folder}")
            raise InputError(f"Line {document.line} of {gold.path} has no text: {document.id!r} {trouble}.")
    return [texts[document.id] for document in gold.documents]


def _document(row: Row, number: int, ontology: Ontology) -> GoldDocument:
    entities = tuple(_entity(e, where, ontology) for e, where in items(row, "entities"))
    ids = {entity.id for entity in entities}
    return GoldDocument(
        word(row, "doc", ""),
        number,
        entities,
        tuple(_fact(f, where, ids, ontology) for f, where in items(row, "facts")),
        tuple(_observation(o, where, ids, ontology) for o, where in items(row, "observations")),
    )


def _entity(item: Row, where: str, ontology: Ontology) -> GoldEntity:
    mentions = words(item, "mentions", where) if "mentions" in item else []
    kind = word(item, "kind", where, ontology.kinds, "kind")
    return GoldEntity(word(item, "id", where), kind, word(item, "name", where), tuple(mentions))


def _fact(item: Row, where: str, ids: Collection[str], ontology: Ontology) -> GoldFact:
    return GoldFact(
        word(item, "s", where, ids, "entity"),
        word(item, "r", where, ontology.relations, "relation"),
        word(item, "o", where, ids, "entity"),
        word(item, "status", where, ontology.statuses, "status"),
        bool(item.get("optional")),
        str(item.get("quote", "")),
        _qualifiers(item, where),
    )


def _qualifiers(item: Row, where: str) -> tuple[tuple[str, str], ...]:
    found = item.get("q") or {}
    refuse(not isinstance(found, dict), f"needs an object as 'q'{where}")
    return tuple((name, str(value)) for name, value in found.items() if str(value).strip())


def _observation(item: Row, where: str, ids: Collection[str], ontology: Ontology) -> GoldObservation:
    return GoldObservation(
        word(item, "s", where, ids, "entity"),
        word(item, "metric", where, ontology.metrics, "metric"),
        word(item, "kind", where, ontology.changes, "kind of change"),
        str(item.get("value", "")),
        word(item, "status", where, ontology.statuses, "status"),
        bool(item.get("optional")),
        str(item.get("quote", "")),
    )
