"""The texts that the explorer shows: whole where they are few, else what is quoted of them with some words around.

A text is a list of pieces, each with the offset at which it starts. Offsets are those of JavaScript, which counts
UTF-16 units: a character beyond U+FFFF counts as two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Document, Evidence

WHOLE = 3_000_000  # characters of all texts up to which they are shown whole
AROUND = 160  # characters kept on both sides of a quote where texts are not whole

_WIDE = re.compile("[\U00010000-\U0010ffff]")

Piece = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Text:
    """What a page has of a document: its pieces, with offsets in characters, and the document without its text.

    `place` turns an offset in characters into one in UTF-16 units.
    """

    document: Document
    pieces: list[Piece]
    place: Callable[[int], int]


def texts_of(
    documents: Sequence[Document], evidence: Iterable[Evidence], *, cut: bool = False
) -> tuple[dict[str, Text], bool]:
    """The texts of all documents by their ids, and whether they are whole; if `cut` those of quoted documents only."""
    quoted: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for e in evidence:
        quoted[e.document].add((e.start, e.end, e.quote))
    whole = not cut and _are_few(documents)
    found = {}
    for d in documents:
        if not cut or d.id in quoted:
            spans = sorted((start, end) for start, end, _ in quoted.get(d.id, ()))
            held = [(0, d.text)] if whole else _excerpts(d.text, spans)
            found[d.id] = Text(replace(d, text="", blocks=()), held, in_utf16(d.text))
    for name in quoted.keys() - found.keys():
        held = [(start, quote) for start, _, quote in sorted(quoted[name])]
        found[name] = Text(Document(name, ""), held, in_utf16(""))
    return {name: found[name] for name in sorted(found)}, whole


def _are_few(documents: Iterable[Document]) -> bool:
    characters = 0
    for document in documents:
        characters += len(document.text)
        if characters > WHOLE:
            return False
    return True


def _excerpts(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The spans with words around, those that touch put together."""
    kept: list[list[int]] = []
    for start, end in spans:
        left, right = max(0, start - AROUND), min(len(text), end + AROUND)
        left = text.rfind(" ", 0, left + 1) + 1 if left else 0
        right = next((i for i in (text.find(" ", right),) if i >= 0), len(text))
        if kept and left <= kept[-1][1]:
            kept[-1][1] = max(kept[-1][1], right)
        else:
            kept.append([left, right])
    return [(left, text[left:right]) for left, right in kept]


def in_utf16(text: str) -> Callable[[int], int]:
    """What turns an offset in characters into one in UTF-16 units."""
    wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else (lambda offset: offset)
