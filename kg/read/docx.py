"""DOCX, the documents of Word: headings, paragraphs, lists, tables and footnotes in the order of the text.

The parts of the package are read straight from its XML, of which few elements matter (ECMA-376, part 1, 17).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.model import BlockKind
from kg.read.marking import marked
from kg.read.page import Page, Unreadable
from kg.read.parts import Part, joined, row
from kg.read.xml import local, parse_xml

MAX_PART = 100_000_000  # bytes of a part of the package, unpacked
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_HEADING = re.compile(r"heading\s?\d|title|subtitle", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError, UnicodeError)
# what is no text of the document as it stands
_UNREAD = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "tbl", "txbxContent", "drawing", "pict", "Fallback"}


def read_docx(data: bytes) -> Page:
    """The text of a DOCX file; changes that are tracked count as accepted, footnotes follow their paragraphs.

    Raises:
        Unreadable: the file is encrypted, damaged, too large, or no DOCX.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # a compound file holds what is encrypted
        raise Unreadable("is encrypted, or in the format of Word before 2007: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, _MAIN)
            if body is None:
                raise Unreadable("is not a DOCX file")
            notes = _notes(_part(package, "word/footnotes.xml"))
            names = _style_names(_part(package, "word/styles.xml"))
            told = _told(_part(package, "docProps/core.xml"))
    except _DAMAGED as error:
        raise Unreadable("is not a DOCX file that can be read") from error
    found = next((e for e in body if local(e) == "body"), None)
    parts = list(_blocks(found, names, notes)) if found is not None else []
    text, blocks = joined(parts)
    title = told["title"] or next((p.text for p in parts if p.kind is BlockKind.TITLE), "")
    page = marked(Page(text, title, "", blocks, author=told["creator"]))
    # the day in the text is that of what it says, the property that of the file
    return replace(page, date=page.date or told["created"])


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """The root of a part of the package, None where there is none."""
    try:
        held = package.getinfo(name)
    except KeyError:
        return None
    with package.open(held) as part:
        data = part.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise Unreadable(f"is too large: it unpacks to more than {MAX_PART // 1_000_000} MB")
    return parse_xml(data)


def _blocks(body: Any, names: dict[str, str], notes: dict[str, str]) -> Iterator[Part]:
    for element in body:
        match local(element):
            case "p":
                yield from _paragraph(element, names, notes)
            case "tbl":
                yield from _table(element, names, notes)
            case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo":
                yield from _blocks(element, names, notes)


def _paragraph(element: Any, names: dict[str, str], notes: dict[str, str]) -> Iterator[Part]:
    text = " ".join(_words(element).split())
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = names.get(style.get(f"{_W}val", ""), style.get(f"{_W}val", "")) if style is not None else ""
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list bullet")
    if text and _HEADING.match(name):
        yield Part(text, BlockKind.TITLE if name.lower() == "title" else BlockKind.HEADING)
    elif text:
        yield Part(f"- {text}", BlockKind.BULLET) if listed else Part(text)
    for box in element.iter(f"{_W}txbxContent"):
        if all(local(above) != "Fallback" for above in box.iterancestors()):  # the same box for older programs
            yield from _blocks(box, names, notes)
    for reference in element.iter(f"{_W}footnoteReference"):
        if note := notes.get(reference.get(f"{_W}id", "")):
            yield Part(note, place="footnote")


def _table(table: Any, names: dict[str, str], notes: dict[str, str]) -> Iterator[Part]:
    """A row a part; the cells of a table that only lays out paragraphs are read as the text around it."""
    rows = [[cell for cell in found if local(cell) == "tc"] for found in table if local(found) == "tr"]
    if all(len(cells) <= 1 for cells in rows) or any(
        cell.find(f".//{_W}tbl") is not None for cells in rows for cell in cells
    ):
        for cell in (cell for cells in rows for cell in cells):
            yield from _blocks(cell, names, notes)
        return
    for cells in rows:
        yield row([" ".join(_words(p) for p in cell.iter(f"{_W}p")) for cell in cells])


def _words(element: Any) -> str:
    """The characters of a paragraph."""
    pieces: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        node = waiting.pop()
        match local(node):
            case "t":
                pieces.append(node.text or "")
            case "tab" | "br" | "cr":
                pieces.append(" ")
            case "noBreakHyphen":
                pieces.append("-")
            case name if name not in _UNREAD:
                waiting += reversed(node)
    return "".join(pieces)


def _notes(root: Any) -> dict[str, str]:
    """The text of each footnote by its id."""
    if root is None:
        return {}
    notes = [note for note in root if local(note) == "footnote" and note.get(f"{_W}type") is None]
    return {n.get(f"{_W}id", ""): " ".join(" ".join(_words(p) for p in n.iter(f"{_W}p")).split()) for n in notes}


def _style_names(root: Any) -> dict[str, str]:
    """What each style is called in English, whatever the language of its id."""
    styles = root.iter(f"{_W}style") if root is not None else ()
    named = ((style.get(f"{_W}styleId", ""), style.find(f"{_W}name")) for style in styles)
    return {id_: name.get(f"{_W}val", "") for id_, name in named if name is not None}


def _told(root: Any) -> dict[str, str]:
    """The title, author and day that the properties state."""
    said = {local(e): " ".join((e.text or "").split()) for e in root} if root is not None else {}
    day = _DAY.match(said.get("created", ""))
    return {"title": said.get("title", ""), "creator": said.get("creator", ""), "created": day[0] if day else ""}
