"""A document's text cut into passages: paragraphs, bullets and headings, each cleaned for the parser.

Cleaning drops what is not part of the sentence (bullet marks, datelines, tickers in brackets) and
straightens quotes. Each character that is left knows where it stood, so no offset is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.nlp.brackets import aside

MAX_PASSAGE = 20_000  # characters; longer ones are parsed in windows

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_BULLET = re.compile(r"\s*(?:[-*•‣◦·–—]|\d{1,2}[.)])\s+")
_LABEL = re.compile(r"""([^!?"]{2,70}?)\s+[-–—]+\s+(?=[A-Z“"])""")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)  # one word for the parser
_ENDS = (".", "!", "?", '"', "”", ":", ";")


@dataclass(frozen=True, slots=True)
class Aside:
    """A bracket taken out of a passage, such as a ticker, an acronym or a defined term.

    `at` is the offset in the cleaned text where it stood, `text` what was in it, `start` the
    offset of `text` in the document.
    """

    at: int
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Cleaned text; `offsets[i]` is the place of its character i in the document, with one more at the end."""

    text: str
    offsets: tuple[int, ...]
    kind: str
    asides: tuple[Aside, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's characters for characters `start` to `end` of the cleaned text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def passages(text: str) -> Iterator[Passage]:
    """The passages of a document's text, in order."""
    for start, end in _blocks(text):
        yield from _cleaned(text, start, end)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Lines, with hard-wrapped ones joined and very long ones cut at white space."""
    block: tuple[int, int] | None = None
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        if not line.group().strip():
            continue
        if block and _continues(text, block, (start, end)):
            block = (block[0], end)
            continue
        if block:
            yield from _windows(text, *block)
        block = (start, end)
    if block:
        yield from _windows(text, *block)


def _continues(text: str, block: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    last = text[text.rfind("\n", 0, block[1]) + 1 : block[1]]
    gap, head = text[block[1] : line[0]], text[line[0] : line[1]]
    return (
        gap.count("\n") == 1
        and (55 <= len(last) <= 120 or (head.lstrip()[:1].islower() and len(last) <= 120))
        and not last.rstrip().endswith(_ENDS)
        and not _BULLET.match(head)
    )


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_PASSAGE:
        window = text[start : start + MAX_PASSAGE]
        cut = max(window.rfind(". ") + 1, 0) or window.rfind(" ")
        cut = cut if cut > 0 else MAX_PASSAGE
        yield start, start + cut
        start += cut
    yield start, end


def _cleaned(text: str, start: int, end: int) -> Iterator[Passage]:
    raw = text[start:end].translate(_STRAIGHT).replace("\n", " ")
    lead = bullet.end() if (bullet := _BULLET.match(raw)) else 0
    if (label := _LABEL.match(raw, lead)) and _is_label(label[1]):
        lead = label.end()
    asides: list[Aside] = []
    letters: list[str] = []
    offsets: list[int] = []
    position = lead
    for found in aside().finditer(raw, lead):
        _take(raw, position, found.start(), start, (letters, offsets))
        content = found.group().strip(" ()<>")
        asides.append(Aside(len(letters), content, start + found.start() + found.group().index(content)))
        position = found.end()
    _take(raw, position, len(raw), start, (letters, offsets))
    clean = "".join(letters)
    if clean.strip():
        kind = "bullet" if bullet else "heading" if _is_heading(clean) else "paragraph"
        yield Passage(clean, (*offsets, end), kind, tuple(asides))


def _is_label(text: str) -> bool:
    """Whether what stands before a dash is a dateline or caption, not the start of a sentence."""
    words = text.split()
    town = words[0].strip("(,/").isupper() and len(words[0]) > 3
    return town or text.endswith(")") or (len(words) <= 3 and all(not w[0].islower() for w in words))


def _take(raw: str, start: int, end: int, shift: int, into: tuple[list[str], list[int]]) -> None:
    """Copy characters and their places, runs of blanks as one."""
    letters, offsets = into
    for i in range(start, end):
        if raw[i].isspace() and (not letters or letters[-1] == " " or _PER_CENT.match(raw, i - 3)):
            continue
        letters.append(" " if raw[i].isspace() else raw[i])
        offsets.append(shift + i)


def _is_heading(text: str) -> bool:
    return len(text.split()) <= 14 and not text.rstrip().endswith(_ENDS)
