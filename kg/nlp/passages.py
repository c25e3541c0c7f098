"""A document's text cut into passages: paragraphs, bullets, headings and rows, each cleaned for the parser.

What is no statement of the text's own, such as a byline or boilerplate, is left out. Cleaning drops what is not part
of the sentence (bullet marks, datelines, tickers in brackets) and straightens quotes. Each character that is left
knows where it stood, so no offset is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Block, BlockKind
from kg.nlp.brackets import aside
from kg.read import blocks_of, bullet_end, is_heading

MAX_PASSAGE = 20_000  # characters; longer ones are parsed in windows

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_LABEL = re.compile(r"""([^!?"]{2,70}?)\s+[-–—]+\s+(?=[A-Z“"])""")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)  # one word for the parser
_READ = frozenset(BlockKind) - {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.BOILERPLATE, BlockKind.QUOTE}
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_CELL = re.compile(r"[^|\n\t]+")
_ENDS = (".", "!", "?")
# characters without a blank that no word of prose has, blanks in their place; the tokenizer takes the square of them
_ENDLESS = re.compile(r"\S{301,}")
_SENTENCE = 5  # words of a cell that may be one


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

    @property
    def is_prose(self) -> bool:
        """Whether it is written in sentences; headings and rows of tables only name things."""
        return self.kind in {"paragraph", "bullet"}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's characters for characters `start` to `end` of the cleaned text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def passages(text: str, blocks: Sequence[Block] = ()) -> Iterator[Passage]:
    """The passages of a document's text, in order; its blocks, if they are not known, are found by form."""
    for block in blocks or blocks_of(text):
        if block.kind is BlockKind.TABLE:
            yield from _cells(text, block)
        elif block.kind in _READ:
            kind = "heading" if block.kind in _HEADINGS else ""
            for start, end in _windows(text, block.start, block.end):
                yield from _cleaned(text, start, end, kind)


def _cells(text: str, block: Block) -> Iterator[Passage]:
    """The cells of a row: each sentence by itself, what lies between together."""
    row: tuple[int, int] | None = None
    for cell in _CELL.finditer(text, block.start, block.end):
        words = cell.group().split()
        if len(words) >= _SENTENCE and words[-1].endswith(_ENDS):
            yield from _cleaned(text, *row, "table") if row else ()
            yield from _cleaned(text, *cell.span(), "paragraph")
            row = None
        elif words:
            row = (row[0] if row else cell.start(), cell.end())
    yield from _cleaned(text, *row, "table") if row else ()


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_PASSAGE:
        window = text[start : start + MAX_PASSAGE]
        cut = max(window.rfind(". ") + 1, 0) or window.rfind(" ")
        cut = cut if cut > 0 else MAX_PASSAGE
        yield start, start + cut
        start += cut
    yield start, end


def _cleaned(text: str, start: int, end: int, kind: str = "") -> Iterator[Passage]:
    """One passage, of the kind that its form tells if none is given; a row without a word is none."""
    raw = text[start:end].translate(_STRAIGHT).replace("\n", " ")
    raw = _ENDLESS.sub(lambda found: " " * len(found.group()), raw)
    lead = bullet = bullet_end(raw)
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
    if any(map(str.isalpha, clean)) if kind == "table" else clean.strip():
        form = "bullet" if bullet else "heading" if is_heading(clean) else "paragraph"
        yield Passage(clean, (*offsets, end), kind or form, tuple(asides))


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
