"""Filings with the SEC: a main document in HTML, or the full submission with all its documents.

https://www.sec.gov/info/edgar/specifications: a submission is a header of "NAME: VALUE" lines, then documents, each a
<TYPE> and a <TEXT>. The items of a form ("Item 1A. Risk Factors") are the places of the text below them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Block, BlockKind
from kg.read.encoding import decode
from kg.read.forms import blocks_of
from kg.read.html import declared_encoding, whole_page
from kg.read.page import Page, Unreadable
from kg.read.text import with_one_line_end

_DOCUMENT = re.compile(r"<DOCUMENT>(.*?)(?:</DOCUMENT>|(?=<DOCUMENT>)|\Z)", re.DOTALL | re.IGNORECASE)
_TEXT = re.compile(r"<TEXT>(.*?)(?:</TEXT>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\n<]*)", re.IGNORECASE)
_WRAPPER = re.compile(r"</?(?:XBRL|PAGE)>", re.IGNORECASE)
_FIELD = re.compile(r"^[ \t]*([A-Z][A-Z /-]+?):[ \t]*(\S[^\n]*)$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:-\s+)?item\s+(\d{1,2}(?:\.\d{2}|[A-C])?)\s*[.:\-–—|]?(?:\s|$)", re.IGNORECASE)
_PART = re.compile(r"\s*part\s+([IV]{1,3})\b\W*", re.IGNORECASE)
_HEADING = 200  # characters of the heading of an item at most
_CONTENTS = 400  # characters between two items below which they are entries of a table of contents
_MARKED_UP = re.compile(r"<(?:html|body|div|table|p)\b", re.IGNORECASE)
# documents of a submission without text of its makers: pictures, data, style sheets
_UNREAD = re.compile(r"GRAPHIC|XML|EX-10[14]|ZIP|EXCEL|JSON|PDF|COVER", re.IGNORECASE)
_HIDDEN = re.compile(r"<ix:(hidden|header)\b.*?</ix:\1\s*>", re.DOTALL | re.IGNORECASE)


def read_filing(data: bytes) -> list[Page]:
    """The main document of a filing, and of a full submission its exhibits too.

    Raises:
        Unreadable: nothing in it is text, or in no encoding that could be recognised.
    """
    decoded = decode(data, declared_encoding(data))
    if decoded.refused:
        raise Unreadable(decoded.refused)
    source = with_one_line_end(decoded.text)
    documents = list(_DOCUMENT.finditer(source))
    if not documents:
        return [_page(source, _Header())]
    header = _header(source[: documents[0].start()])
    pages = [page for found in documents if (page := _document(found[1], header)) is not None]
    if not pages:
        raise Unreadable("is a filing without text")
    return pages


@dataclass(frozen=True, slots=True)
class _Header:
    """What the header of a submission tells, each "" where it does not."""

    company: str = ""
    form: str = ""
    filed: str = ""
    period: str = ""


def _header(text: str) -> _Header:
    told: dict[str, str] = {}
    for name, value in _FIELD.findall(text):
        told.setdefault(name.strip(), value.strip())
    return _Header(
        html.unescape(told.get("COMPANY CONFORMED NAME", "")),
        told.get("CONFORMED SUBMISSION TYPE", ""),
        _day(told.get("FILED AS OF DATE", "")),
        _day(told.get("CONFORMED PERIOD OF REPORT", "")),
    )


def _day(digits: str) -> str:
    found = re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", digits)
    return "-".join(found.groups()) if found else ""


def _document(found: str, header: _Header) -> Page | None:
    """A document of a submission, None where it is no text to read."""
    told = {name.upper(): value.strip() for name, value in _TAG.findall(found[:2000])}
    text, kind = _TEXT.search(found), told.get("TYPE", "")
    if text is None or _UNREAD.match(kind) or re.match(r"\s*begin \d{3} ", text[1]):
        return None
    page = _page(text[1], header)
    if not page.text.strip():
        return None
    main = kind == header.form
    title = _title(header, "" if main else told.get("DESCRIPTION") or kind)
    return replace(page, title=title or page.title, id="" if main else told.get("SEQUENCE") or kind)


def _title(header: _Header, exhibit: str) -> str:
    """ "Orlune Inc, 10-K for 2025-12-31, exhibit"."""
    form = f"{header.form} for {header.period}" if header.form and header.period else header.form
    return ", ".join(filter(None, (header.company, form, exhibit)))


def _page(source: str, header: _Header) -> Page:
    source = _WRAPPER.sub("", source)
    if _MARKED_UP.search(source[:20_000]):
        page = whole_page(_HIDDEN.sub("", source))
        text, blocks = page.text, page.blocks
    else:
        page = Page("")
        text = html.unescape(re.sub(r"</?(?:TABLE|CAPTION|S|C|FN)>", "", source, flags=re.IGNORECASE))
        blocks = blocks_of(text)
    return replace(page, text=text, blocks=tuple(_placed(text, blocks)), date=header.filed or page.date)


def _placed(text: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with the item that each is of; the table of contents names items without being of them."""
    heads = [(n, found[1].upper()) for n, b in enumerate(blocks) if (found := _item(text, b)) is not None]
    starts = dict(heads)
    for (number, _), (following, _) in pairwise(heads):
        if blocks[following].start - blocks[number].start < _CONTENTS and _repeated(starts[number], number, heads):
            del starts[number]
    place = ""
    for number, block in enumerate(blocks):
        if number in starts:
            place = f"item {starts[number]}"
            yield replace(block, kind=BlockKind.HEADING, place=place)
        else:
            kind = BlockKind.HEADING if _PART.fullmatch(text[block.start : block.end]) else block.kind
            yield replace(block, kind=kind, place=place)


def _item(text: str, block: Block) -> re.Match[str] | None:
    return _ITEM.match(text[block.start : block.end]) if block.end - block.start <= _HEADING else None


def _repeated(item: str, number: int, heads: list[tuple[int, str]]) -> bool:
    """Whether an item comes again further on, so that this is its entry in a table of contents."""
    return any(later > number and name == item for later, name in heads)
