"""What each part of a text is there for: who wrote it, whence and when, what its makers add to every text.

The blocks of a format, or those found by form, are looked at one by one. Bylines, datelines and boilerplate state
nothing of the world: who writes is no officer, where it is written nobody's seat, and what might come otherwise
than expected no forecast. What a company says of itself ("About Brelco") stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Block, BlockKind, Document
from kg.read.dated import dateline_end, day_in, is_day
from kg.read.forms import blocks_of, is_heading
from kg.read.page import Page
from kg.read.words import words

PROSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.QUOTE})
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LONGEST = 200  # characters of a byline
_SHORT = 30  # words of a part that a passing mention of a newsletter makes boilerplate
_OPENING = 8  # blocks in which the byline stands
_NAME = r"(?:[A-ZÀ-Þ][\w'’.-]+|[A-Z]\.)(?:\s+(?:(?:de|van|von|der|la|al|bin)\s+)*(?:[A-ZÀ-Þ][\w'’.-]+|[A-Z]\.)){1,3}"
_BYLINE = re.compile(
    rf"\W*(?:[Ww]ritten\s+|WRITTEN\s+)?(?:[Bb]y|BY)\s*:?\s+(?P<who>{_NAME}(?:\s*(?:,|and|&|AND|with)\s*{_NAME})*)(?P<rest>.*)"
)
_DESK = re.compile(r"\W*by\s+(?:the\s+|our\s+)?(?:[\w&'’-]+\s+){0,3}(?P<desk>\w+)\W*", re.IGNORECASE)
_CREDIT = re.compile(
    r"[(\[]\s*(?:additional\s+)?(?:reporting|writing|editing|compiled)\s+by\s[^()\[\]]*[)\]]\s*$", re.IGNORECASE
)
_REACHED = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://|www\.|\+?\d[\d\s().-]{7,}\d|^\W*(?:tel|phone|fax|email|e-mail|mobile)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD = " \t*_#>•·-–—([|"


def marked(page: Page) -> Page:
    """The page with every part known for what it is, and with the date and author that its text states."""
    blocks = tuple(_marked(page.text, page.blocks or blocks_of(page.text)))
    said = [page.text[b.start : b.end] for b in blocks if b.kind is BlockKind.DATELINE]
    by = [page.text[b.start : b.end] for b in blocks if b.kind is BlockKind.BYLINE]
    date = page.date or next(filter(None, map(day_in, said)), "")
    return replace(page, blocks=blocks, date=date, author=page.author or next(filter(None, map(_author, by)), ""))


def marked_document(document: Document) -> Document:
    """A document that no reader made, with its blocks."""
    return (
        document
        if document.blocks
        else replace(document, blocks=tuple(_marked(document.text, blocks_of(document.text))))
    )


def _marked(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    below = ""  # what the heading above makes of what follows
    for number, block in enumerate(blocks):
        said = _folded(text[block.start : block.end])
        if block.kind in _HEADINGS or is_heading(said) or _is_led(said):
            below = _section(said, below)
        if block.kind not in PROSE:
            yield block
        elif below and _is_below(below, said):
            yield replace(block, kind=BlockKind.BOILERPLATE)
        else:
            below = "" if below == "contact" else below
            yield from _parts(text, block, said, number)


def _is_led(said: str) -> bool:
    """Whether a line ends in a colon and is the name of a section of contacts."""
    return said.endswith(":") and said.rstrip(": ") in words().contacts


def _section(heading: str, above: str) -> str:
    """What stands below a heading: "section", "contact", or "" for what is read."""
    name = heading.rstrip(":.! ")
    if name in words().sections:
        return "section"
    if name.startswith(words().about):
        return ""
    if name in words().contacts:
        return "contact"
    return above if above == "contact" else ""


def _is_below(section: str, said: str) -> bool:
    """Whether a part is still of its section: of contacts names, numbers and addresses are."""
    return section == "section" or is_heading(said) or _is_led(said) or _REACHED.search(said) is not None


def _parts(text: str, block: Block, said: str, number: int) -> Iterator[Block]:
    """A block as what it is, cut where a dateline or the names of reporters stand within it."""
    raw = text[block.start : block.end]
    if is_day(raw):
        yield replace(block, kind=BlockKind.DATELINE)
    elif 0 < number < _OPENING and _is_byline(raw):
        yield replace(block, kind=BlockKind.BYLINE)
    elif _is_boilerplate(said):
        yield replace(block, kind=BlockKind.BOILERPLATE)
    else:
        head = dateline_end(raw) if block.kind is BlockKind.PARAGRAPH else 0
        credit = _CREDIT.search(raw, max(len(raw) - 3 * _LONGEST, 0))
        tail = credit.start() if credit else len(raw)
        for start, end, kind in (
            (0, head, BlockKind.DATELINE),
            (head, tail, BlockKind.BYLINE if head and _is_byline(raw[head:tail]) else block.kind),
            (tail, len(raw), BlockKind.BOILERPLATE),
        ):
            if raw[start:end].strip():
                last = len(raw[:end].rstrip())
                yield replace(block, start=block.start + start, end=block.start + last, kind=kind)


def _is_byline(raw: str) -> bool:
    if len(raw) > _LONGEST:
        return False
    named = _BYLINE.fullmatch(" ".join(raw.split()))
    if named is None:
        desk = _DESK.fullmatch(" ".join(raw.split()))
        return desk is not None and desk["desk"].lower() in words().desks
    first, rest = named["who"].split()[0], named["rest"].strip(" ,|•·–—-")
    plain = not first.endswith("ing") and len(rest) <= 60
    return plain and (
        not rest
        or is_day(rest)
        or day_in(rest) != ""
        or rest[0] in "(@"
        or bool(words().desks.intersection(_folded(rest).split()))
        or named["rest"].lstrip()[:1] in "|•·"
    )


def _author(byline: str) -> str:
    named = _BYLINE.match(" ".join(byline.split()))
    names = re.split(r"\s*(?:,|\band\b|&|\bAND\b|\bwith\b)\s*", named["who"]) if named else []
    return ", ".join(name for name in names if name and name.split()[-1].lower() not in words().desks)


def _is_boilerplate(said: str) -> bool:
    known = words()
    return (
        said.startswith(known.openings)
        or any(phrase in said for phrase in known.phrases)
        or (len(said.split()) <= _SHORT and any(phrase in said for phrase in known.short_phrases))
    )


def _folded(text: str) -> str:
    """In lower case, with straight quotes and single blanks, without marks in front."""
    return " ".join(text.lower().replace("’", "'").split()).lstrip(_LEAD)
