"""Annotated texts: one JSON object a line, one line a document.

    {"doc": "w-01",
     "entities": [{"id": "e1", "kind": "Company", "name": "Larkwell", "mentions": ["Larkwell"]}],
     "facts": [{"s": "e1", "r": "offers", "o": "e4", "status": "asserted", "quote": "..."}],
     "observations": [{"s": "e1", "metric": "revenue", "value": "29%", "kind": "increase",
                       "status": "asserted", "quote": "..."}]}

A fact or observation with "optional": true may be found, but need not be.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Document, Problem
from kg.ontology import Ontology
from kg.read import read

Json = dict[str, Any]


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

    @property
    def name(self) -> str:
        """The file with its folder."""
        return "/".join(self.path.absolute().parts[-2:])


def read_gold(path: Path, ontology: Ontology, *, only: Collection[str] = ()) -> Gold:
    """Read a gold file, or `only` some documents of it.

    Raises:
        InputError: the file cannot be read, lacks a document of `only`, or a line of it is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read the gold {path}: {getattr(error, 'strerror', '') or error}.") from error
    found: dict[str, GoldDocument] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                document = _document(line, number, ontology)
                _refuse(document.id in found, f"has the document {document.id!r} again")
            except _WrongLineError as error:
                raise InputError(f"Line {number} of {path} {error}.") from error
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
    found = list(read([folder], max_characters=max_characters))
    texts = {text.id: text for text in found if isinstance(text, Document)}
    troubles = {item.document: item.message for item in found if isinstance(item, Problem)}
    for document in gold.documents:
        if document.id not in texts:
            trouble = troubles.get(document.id, f"is not in {folder}")
            raise InputError(f"Line {document.line} of {gold.path} has no text: {document.id!r} {trouble}.")
    return [texts[document.id] for document in gold.documents]


class _WrongLineError(Exception):
    """What is wrong with a line, to follow "Line 3 of gold.jsonl"."""


def _refuse(is_wrong: bool, message: str) -> None:
    if is_wrong:
        raise _WrongLineError(message)


def _document(line: str, number: int, ontology: Ontology) -> GoldDocument:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _WrongLineError(f"is not JSON: {error}") from error
    _refuse(not isinstance(found, dict), "is not a JSON object")
    entities = tuple(_entity(e, where, ontology) for e, where in _items(found, "entities"))
    ids = {entity.id for entity in entities}
    return GoldDocument(
        _word(found, "doc", ""),
        number,
        entities,
        tuple(_fact(f, where, ids, ontology) for f, where in _items(found, "facts")),
        tuple(_observation(o, where, ids, ontology) for o, where in _items(found, "observations")),
    )


def _items(found: Json, key: str) -> list[tuple[Json, str]]:
    """The objects of a list, each with the words that tell where it stands."""
    items = found.get(key, [])
    is_list = isinstance(items, list) and all(isinstance(item, dict) for item in items)
    _refuse(not is_list, f"needs a list of objects as {key!r}")
    return [(item, f" in {key} {number}") for number, item in enumerate(items, 1)]


def _word(item: Json, key: str, where: str, known: Collection[str] | None = None, noun: str = "") -> str:
    """The string of a key, one of those `known`."""
    word = item.get(key)
    _refuse(word is None, f"has no {key!r}{where}")
    _refuse(not isinstance(word, str), f"needs words as {key!r}{where}")
    _refuse(known is not None and word not in known, f"names the unknown {noun} {word!r}{where}")
    return str(word)


def _entity(item: Json, where: str, ontology: Ontology) -> GoldEntity:
    mentions = item.get("mentions", [])
    is_words = isinstance(mentions, list) and all(isinstance(mention, str) for mention in mentions)
    _refuse(not is_words, f"needs a list of words as 'mentions'{where}")
    kind = _word(item, "kind", where, ontology.kinds, "kind")
    return GoldEntity(_word(item, "id", where), kind, _word(item, "name", where), tuple(mentions))


def _fact(item: Json, where: str, ids: Collection[str], ontology: Ontology) -> GoldFact:
    return GoldFact(
        _word(item, "s", where, ids, "entity"),
        _word(item, "r", where, ontology.relations, "relation"),
        _word(item, "o", where, ids, "entity"),
        _word(item, "status", where, ontology.statuses, "status"),
        bool(item.get("optional")),
        str(item.get("quote", "")),
    )


def _observation(item: Json, where: str, ids: Collection[str], ontology: Ontology) -> GoldObservation:
    return GoldObservation(
        _word(item, "s", where, ids, "entity"),
        _word(item, "metric", where, ontology.metrics, "metric"),
        _word(item, "kind", where, ontology.changes, "kind of change"),
        str(item.get("value", "")),
        _word(item, "status", where, ontology.statuses, "status"),
        bool(item.get("optional")),
        str(item.get("quote", "")),
    )
