"""The texts that the explorer shows: whole where they are few, else what is quoted of them with some words around.

A text is a list of pieces, each with the offset at which it starts. Offsets are those of JavaScript, which counts
UTF-16 units: a character beyond U+FFFF counts as two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.model import Document, Evidence

WHOLE = 3_000_000  # characters of all texts up to which they are shown whole
AROUND = 160  # characters kept on both sides of a quote where texts are not whole

Piece = tuple[int, str]


def pieces(documents: Sequence[Document], evidence: Iterable[Evidence]) -> tuple[dict[str, list[Piece]], bool]:
    """The pieces of each document by its id, and whether the texts are whole."""
    texts = {document.id: document.text for document in documents}
    quoted: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for e in evidence:
        quoted[e.document].add((e.start, e.end, e.quote))
    whole = sum(map(len, texts.values())) <= WHOLE
    found = {}
    for name in sorted({*texts, *quoted}):
        if name not in texts:
            found[name] = [(start, quote) for start, _, quote in sorted(quoted[name])]
        elif whole:
            found[name] = [(0, texts[name])]
        else:
            found[name] = _excerpts(texts[name], sorted((start, end) for start, end, _ in quoted[name]))
    return found, whole


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
    wide = [at for at, character in enumerate(text) if character > "\uffff"]
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else (lambda offset: offset)
