"""PDF with a text layer: the text in reading order, without running heads, each part with its page.

Read with pdfium, the reader of PDF in Chromium, one file at a time: it is not made for several threads.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Any

from kg.config import MAX_CHARACTERS
from kg.model import BlockKind
from kg.read.layout import Line, Row, Word, body_size, parts_of, rows_of
from kg.read.marking import marked
from kg.read.page import Page, Unreadable
from kg.read.parts import Part, joined
from kg.read.words import words

MAX_PAGES = 2_000
_EDGE = 0.13  # of the height of a page, at either end, where running heads stand
_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*|\W*[ivxl]{1,6}\W*", re.IGNORECASE)
# what browsers print around a page
_PRINTED = re.compile(r"(?:https?|file):\S+|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?.{0,200}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MADE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_NO_TITLE = re.compile(r"microsoft|untitled|\.(?:docx?|pdf|indd|pptx?|rtf|tex|html?)$|^\W*$|^\w+-?\d*$", re.IGNORECASE)
_HYPHENS = "-\u00ad\x02\ufffe\u2010"
_LOCK = Lock()


def read_pdf(data: bytes, limit: int = MAX_CHARACTERS) -> Page:
    """The text of a PDF file, its pages read until there are `limit` characters.

    Raises:
        Unreadable: the file is encrypted, damaged, or holds pictures of pages only.
    """
    with _LOCK:
        pages, told = _pages(data, limit)
    if not any(pages):
        raise Unreadable("has no text layer: its pages are pictures, or empty")
    pages = _without_running(pages)
    body = body_size([found for page in pages for found in page])
    parts = [part for number, page in enumerate(pages, 1) for part in parts_of(page, body, f"page {number}")]
    text, blocks = joined(_unbroken(_continued(parts)))
    page = marked(Page(text, _title(told.get("Title", ""), pages, body), "", blocks))
    return replace(page, date=page.date or _day(told.get("CreationDate", "")), author=page.author)


def _pages(data: bytes, limit: int) -> tuple[list[list[Row]], dict[str, str]]:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        secret = "password" in str(error).lower() or "security" in str(error).lower()
        locked = "is locked by a password: kg reads a copy that is saved without one"
        raise Unreadable(locked if secret else "is not a PDF file that can be read") from error
    try:
        pages: list[list[Row]] = []
        characters = 0
        for number in range(min(len(document), MAX_PAGES)):
            words = list(_words(document, number)) if characters < limit else []
            characters += sum(len(word.text) for word in words)
            pages.append(rows_of(words))
        return pages, {name: str(said) for name, said in document.get_metadata_dict().items()}
    finally:
        document.close()


def _words(document: Any, number: int) -> Iterator[Word]:
    """The words of a page, none where it is damaged."""
    import pypdfium2 as pdfium

    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return
    try:
        yield from _cut(text, pdfium.raw)
    finally:
        text.close()
        page.close()


def _cut(text: Any, raw: Any) -> Iterator[Word]:
    """Characters put together up to a blank, a gap or another line."""
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]  # left, bottom, right, top
    rectangle = raw.FS_RECTF()
    for index in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or not letter:
            yield from _word(letters, box)
            letters = []
            continue
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle)):
            continue
        left, bottom, right, top = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        size = max(top - bottom, 0.1)
        if letters and (left - box[2] > 0.25 * size or left < box[0] - size or abs(bottom - box[1]) > 0.5 * size):
            yield from _word(letters, box)
            letters = []
        if not letters:
            box = [left, bottom, right, top]
        letters.append(letter)
        box = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
    yield from _word(letters, box)


def _letter(code: int) -> str:
    if code in (0, 0xFEFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    if code in (0x02, 0xFFFE, 0xAD):  # pdfium's mark of a hyphen at the end of a line
        return "-"
    return {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}.get(code, chr(code))


def _word(letters: Sequence[str], box: Sequence[float]) -> Iterator[Word]:
    if letters:
        left, bottom, right, top = box
        yield Word("".join(letters), left, bottom, right, top, round(top - bottom, 1))


def _without_running(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """Pages without what recurs at their heads and feet, and without their numbers."""
    every = [line.middle for page in pages for found in page for line in found]
    low, high = min(every), max(every)
    margin = _EDGE * (high - low)

    def key(line: Line) -> str:
        at_edge = line.middle >= high - margin or line.middle <= low + margin
        return _DIGITS.sub("0", line.text.lower()) if at_edge else ""

    times = Counter(k for page in pages for k in {key(line) for found in page for line in found} if k)
    often = max(2, min(3, (len(pages) + 1) // 2))

    def left(found: Row) -> Row:
        """What stays of a row; a number beside words is a figure, not that of the page."""
        own = [line for line in found if times[key(line)] < often or not key(line)]
        own = [line for line in own if not (key(line) and _PRINTED.fullmatch(line.text))]
        return [] if all(key(line) and _NUMBER.fullmatch(line.text) for line in own) else own

    kept = (map(left, page) for page in pages)
    return [list(filter(None, page)) for page in kept]


def _continued(parts: Sequence[Part]) -> Iterator[Part]:
    """Paragraphs that go on in the next column or on the next page made one."""
    held: Part | None = None
    for part in parts:
        prose = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BULLET}
        if (
            held is not None
            and {held.kind, part.kind} <= prose
            and part.kind is not BlockKind.BULLET
            and part.text[:1].islower()
            and len(held.text) > 40
            and not held.text.endswith((".", "!", "?", ":"))
        ):
            kind = BlockKind.BULLET if held.kind is BlockKind.BULLET else BlockKind.PARAGRAPH
            held = Part(f"{held.text}\n{part.text}", kind, _both(held.place, part.place))
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _both(one: str, other: str) -> str:
    return one if one == other else f"pages {one.split()[-1].partition('-')[0]}-{other.split()[-1]}"


def _unbroken(parts: Iterator[Part]) -> Iterator[Part]:
    """Parts with their lines joined, and words that were broken at line ends whole again."""
    found = list(parts)
    whole = set(re.findall(r"[\w-]+", " ".join(part.text for part in found).lower()))

    def mend(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        one, two = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
        compound = one not in whole and (two in whole or tail.lower() in words().second_halves)
        return f"{head}-{tail}" if compound or not (tail[0].islower() and head[-1].isalpha()) else head + tail

    broken = re.compile(rf"(?P<head>\w+)[{_HYPHENS}]\n(?P<tail>\w+)")
    for part in found:
        yield replace(part, text=broken.sub(mend, part.text).replace("\n", " "))


def _title(told: str, pages: Sequence[list[Row]], body: float) -> str:
    """The title that is stated, unless it is a file's name, else the largest type of the first page."""
    told = " ".join(told.split())
    if told and not _NO_TITLE.search(told):
        return told
    lines = [line for found in pages[0] for line in found] if pages else []
    largest = max((line.size for line in lines), default=0.0)
    if largest <= 1.15 * body:
        return ""
    return " ".join(line.text for line in lines if line.size > 0.95 * largest)[:300]


def _day(made: str) -> str:
    """The day of "D:20260305101500Z", as far as it is one."""
    found = _MADE.match(made)
    try:
        return date(int(found[1]), int(found[2] or 0), int(found[3] or 0)).isoformat() if found else ""
    except ValueError:
        return ""
