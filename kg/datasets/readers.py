"""Read labelled data sets, each in its own form, into examples for training and scoring.

Every reader gives the same `Example`; what the labels of a set mean in the ontology stands in mappings.toml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.datasets.joining import joined
from kg.datasets.lines import Row, index, items, line_of, refuse, rows, span, word, words


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of text: half-open character offsets and the data set's own type ("" where it gives none)."""

    start: int
    end: int
    type: str = ""
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two spans, by their indices, in the data set's own words."""

    head: int
    tail: int
    type: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what a data set marks in it.

    `checked` are the relation types that were looked for (empty: all), `document` is the id of the text that this one
    is a piece of, `line` the line of the file, `words` where its tokens stand if the data set gives tokens.
    """

    id: str
    set: str
    text: str
    spans: tuple[Span, ...]
    links: tuple[Link, ...] = ()
    checked: frozenset[str] = field(default_factory=frozenset)
    document: str = ""
    line: int = 0
    words: tuple[tuple[int, int], ...] = ()


def _read(path: Path, name: str, example_of: Callable[[Row, str], Example]) -> Iterator[Example]:
    for number, row in rows(path):
        with line_of(path, number):
            refuse("id" not in row, "has no 'id'")
            example = example_of(row | {"line": number}, name)
        yield example


def tokens(path: Path, name: str) -> Iterator[Example]:
    """CORE, FIRE and FiNER-ORD: {id, tokens, entities: [{start, end, type}], relations: [{head, tail, type}]}.

    Raises:
        InputError: the file cannot be read, or a line is wrong; the message says which.
    """
    yield from _read(path, name, _of_tokens)


def knowledgenet(path: Path, name: str = "knowledgenet") -> Iterator[Example]:
    """KnowledgeNet: {id, text, annotated: [property], facts: [{property, subject: [start, end], object: [..]}]}.

    Raises:
        InputError: the file cannot be read, or a line is wrong; the message says which.
    """
    yield from _read(path, name, _of_knowledgenet)


def dfki_product(path: Path, name: str = "dfki_product") -> Iterator[Example]:
    """DFKI Product Corpus: {id, text, entities: [{start, end, type}], relations: [{type, args: [{role, ent}]}]}.

    Raises:
        InputError: the file cannot be read, or a line is wrong; the message says which.
    """
    yield from _read(path, name, _of_dfki_product)


def _of_tokens(row: Row, name: str) -> Example:
    given = words(row, "tokens")
    text, places = joined(given)
    spans = []
    for item, where in items(row, "entities"):
        at = span(item.get("start"), item.get("end"), where, len(given))
        spans.append(Span(*_extent(places, *at), str(item.get("type") or "")))
    links = tuple(
        Link(index(item, "head", where, len(spans)), index(item, "tail", where, len(spans)), word(item, "type", where))
        for item, where in items(row, "relations")
    )
    document = _document(row, "doc")
    return Example(str(row["id"]), name, text, tuple(spans), links, document=document, line=row["line"], words=places)


def _extent(places: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """From offsets of tokens to offsets of characters, both half-open."""
    return places[start][0], places[end - 1][1]


def _of_knowledgenet(row: Row, name: str) -> Example:
    text = word(row, "text", "")
    places: dict[tuple[int, int], int] = {}
    links = []
    for item, where in items(row, "facts"):
        subject, object_ = (
            places.setdefault(_pair(item, side, where, len(text)), len(places)) for side in ("subject", "object")
        )
        links.append(Link(subject, object_, word(item, "property", where)))
    return Example(
        str(row["id"]),
        name,
        text,
        tuple(Span(*place) for place in places),
        tuple(dict.fromkeys(links)),
        frozenset(words(row, "annotated")),
        _document(row, "document"),
        row["line"],
    )


def _pair(item: Row, side: str, where: str, length: int) -> tuple[int, int]:
    """Offsets that stand in a list of two."""
    found = item.get(side)
    refuse(found is None, f"has no {side!r}{where}")
    refuse(not isinstance(found, list) or len(found) != 2, f"needs [start, end] as {side!r}{where}")
    start, end = found or (0, 0)
    return span(start, end, where, length)


def _document(row: Row, key: str) -> str:
    return str(row.get(key) or row["id"])


def _of_dfki_product(row: Row, name: str) -> Example:
    text = word(row, "text", "")
    spans = tuple(
        Span(*span(item.get("start"), item.get("end"), where, len(text)), word(item, "type", where))
        for item, where in items(row, "entities")
    )
    links = tuple(link for item, where in items(row, "relations") for link in _roles(item, where, len(spans)))
    return Example(str(row["id"]), name, text, spans, links, document=str(row["id"]), line=row["line"])


def _roles(item: Row, where: str, count: int) -> Iterator[Link]:
    """The links between all that have the first role and all that have the second."""
    by_role: dict[str, list[int]] = {}
    for arg, place in items(item, "args"):
        by_role.setdefault(word(arg, "role", place), []).append(index(arg, "ent", place + where, count))
    heads = by_role.get("company") or by_role.get("source") or []
    tails = by_role.get("product") or by_role.get("target") or []
    for head in heads:
        yield from (Link(head, tail, word(item, "type", where)) for tail in tails)


def re_docred(path: Path, name: str = "re_docred") -> Iterator[Example]:
    """Re-DocRED, its names only: [{sents: [[token]], vertexSet: [[{pos, sent_id, type}]]}], a sentence an example."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        for n, sentence in enumerate(document["sents"]):
            text, places = joined(sentence)
            found = {
                Span(*_extent(places, *m["pos"]), m["type"])
                for vertex in document["vertexSet"]
                for m in vertex
                if m["sent_id"] == n and m["pos"][1] <= len(sentence)
            }
            spans = tuple(sorted(found, key=lambda s: s.start))
            yield Example(f"{document['title']}:{n}", name, text, spans, document=document["title"])


def conll(path: Path, name: str) -> Iterator[Example]:
    """Token and tag a line, sentences parted by empty lines; IOB and IO tags."""
    sentence: list[tuple[str, str]] = []
    for n, line in enumerate([*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]):
        columns = line.split()
        if columns and not line.startswith("-DOCSTART-"):
            sentence.append((columns[0], columns[-1]))
        elif sentence:
            yield _of_tags(f"{path.stem}:{n}", name, sentence)
            sentence = []


def _of_tags(ident: str, name: str, sentence: Sequence[tuple[str, str]]) -> Example:
    text, places = joined([token for token, _ in sentence])
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for n, (_, tag) in enumerate(sentence):
        kind = tag.partition("-")[2]
        if kind and not tag.startswith("B-") and before.partition("-")[2] == kind and spans:
            spans[-1] = (spans[-1][0], n + 1, kind)
        elif kind:
            spans.append((n, n + 1, kind))
        before = tag
    return Example(ident, name, text, tuple(Span(*_extent(places, a, b), kind) for a, b, kind in spans))


def row_of(example: Example, form: str) -> dict[str, Any]:
    """An example in the form of its data: "tokens", "knowledgenet" or "dfki_product"."""
    return {"tokens": _tokens_row, "knowledgenet": _knowledgenet_row, "dfki_product": _dfki_product_row}[form](example)


def _tokens_row(example: Example) -> Row:
    """Spans that end within a token take all of it. A text that was not given as tokens is parted at white space."""
    places = example.words or tuple(found.span() for found in re.finditer(r"\S+", example.text))
    entities = []
    for s in example.spans:
        covered = [n for n, (start, end) in enumerate(places) if start < s.end and end > s.start]
        ends = {"start": covered[0], "end": covered[-1] + 1}
        entities.append(ends | ({"type": s.type} if s.type else {}) | {"text": example.text[s.start : s.end]})
    given = [example.text[start:end] for start, end in places]
    relations = [{"head": x.head, "tail": x.tail, "type": x.type} for x in example.links]
    return {"id": example.id, "tokens": given, "entities": entities} | ({"relations": relations} if relations else {})


def _knowledgenet_row(example: Example) -> Row:
    at = [[s.start, s.end] for s in example.spans]
    facts = [{"property": x.type, "subject": at[x.head], "object": at[x.tail]} for x in example.links]
    head = {"id": example.id, "document": example.document, "text": example.text}
    return head | {"annotated": sorted(example.checked), "facts": facts}


def _dfki_product_row(example: Example) -> Row:
    entities = [
        {"start": s.start, "end": s.end, "type": s.type, "text": example.text[s.start : s.end]} for s in example.spans
    ]
    relations = [
        {"type": x.type, "args": [{"role": "company", "ent": x.head}, {"role": "product", "ent": x.tail}]}
        for x in example.links
    ]
    return {"id": example.id, "text": example.text, "entities": entities, "relations": relations}
