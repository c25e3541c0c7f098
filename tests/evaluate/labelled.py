"""Labelled files written for tests: tiny, in each form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from handmade_gold import ONTOLOGY

from kg.datasets import Labelled, read_labelled, scheme_of

Row = dict[str, Any]


def file_of(folder: Path, *rows: Row) -> Path:
    file = folder / "gold.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def gold_of(folder: Path, *rows: Row, form: str = "") -> Labelled:
    file = file_of(folder, *rows)
    return read_labelled(file, form or scheme_of(file), ONTOLOGY)


def tokens(ident: str, sentence: str, *relations: tuple[int, int, str]) -> Row:
    """Words marked as [Larch Mills|ORG], or [Larch Mills] without a type."""
    words: list[str] = []
    entities = []
    for n, piece in enumerate(sentence.replace("]", "[").split("[")):
        text, _, type_ = piece.partition("|")
        start = len(words)
        words += text.split()
        if n % 2:
            entities.append({"start": start, "end": len(words)} | ({"type": type_} if type_ else {}))
    links = [{"head": head, "tail": tail, "type": type_} for head, tail, type_ in relations]
    return {"id": ident, "tokens": words, "entities": entities} | ({"relations": links} if links else {})


def passage(text: str, annotated: str, *facts: tuple[str, str, str], ident: str = "7:0:9") -> Row:
    """A passage of KnowledgeNet; facts are property, subject and object, by their words."""
    found = [{"property": p, "subject": place(text, s), "object": place(text, o)} for p, s, o in facts]
    return {"id": ident, "document": "7", "text": text, "annotated": annotated.split(), "facts": found}


def place(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def products(text: str, entities: list[tuple[str, str]], *relations: tuple[str, int, int]) -> Row:
    """A document of the DFKI Product Corpus; entities are words and type, relations type, first and second entity."""
    at, spans = 0, []
    for words, type_ in entities:
        at = text.index(words, at)
        spans.append({"start": at, "end": at + len(words), "type": type_})
    roles = {"Identity": ("source", "target")}
    links = []
    for type_, first, second in relations:
        one, other = roles.get(type_, ("company", "product"))
        links.append({"type": type_, "args": [{"role": one, "ent": first}, {"role": other, "ent": second}]})
    return {"id": "p1", "text": text, "entities": spans, "relations": links}
