"""HTML: the main text of the page without menus and notices, its title and date."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from kg.model import Block, BlockKind
from kg.read.beside import strip
from kg.read.body import body_of, letters
from kg.read.elements import lines_of, parts_of
from kg.read.page import Page
from kg.read.parts import Part, joined
from kg.read.stated import Stated, stated
from kg.read.text import with_one_line_end

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_SHORT = 250  # characters below which its article is doubted, as it does itself
# its warnings about thin pages reach whoever configures logging, and nobody else
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def declared_encoding(data: bytes) -> str:
    """The charset of the page's meta element, or ""."""
    found = _CHARSET.search(data, 0, _HEAD)
    return found[1].decode("ascii", "ignore") if found else ""


def read_html(source: str) -> Page:
    """The article where one is found, else what stands in the middle of the page, else all that a reader sees."""
    tree = _parse(source)
    if tree is None:
        return Page("")
    told = stated(tree)
    strip(tree)
    text, blocks = joined(_article(tree, told) or parts_of(_middle(tree)))
    if not text:
        text, blocks = joined(parts_of(_parse(source)))
    blocks = tuple(replace(b, kind=BlockKind.TITLE) if _is_title(b, text, told.title) else b for b in blocks)
    return Page(text, told.title, told.date, blocks, author=told.author, language=told.language)


def whole_page(source: str) -> Page:
    """All text that a reader of a page sees, a part for each line."""
    tree = _parse(source)
    text, blocks = joined(parts_of(tree)) if tree is not None else ("", ())
    return Page(text, blocks=blocks)


def _is_title(block: Block, text: str, title: str) -> bool:
    return block.kind is BlockKind.HEADING and text[block.start : block.end] == title


def _middle(tree: Any) -> Any:
    """The element that says it is the text, if it holds most of it."""
    for path in (".//article", ".//main", ".//*[@role='main']"):
        found = tree.findall(path)
        if len(found) == 1:
            return found[0]
    return tree


def _article(tree: Any, told: Stated) -> list[Part]:
    """The lines of the page that are its text, else what trafilatura makes of it, if that is not too short."""
    found = list(_extracted(tree))
    extracted = frozenset(letters(part.text) for part in found)
    kept = [line.part for line in body_of(list(lines_of(tree)), extracted, told.title, told.author)]
    return kept or (found if sum(len(part.text) for part in found) >= _SHORT else [])


def _extracted(tree: Any) -> Iterator[Part]:
    from trafilatura import bare_extraction

    try:
        # its own second opinions take a time that grows with the square of a page, and change nothing here
        page: Any = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False, fast=True)
    except (ValueError, TypeError, AttributeError, RecursionError):  # its own faults on broken pages
        return
    if page is not None and page.body is not None:
        yield from parts_of(page.body)


def _parse(source: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    source = re.sub(r"^\s*<\?xml[^>]*>", "", with_one_line_end(source))  # lxml refuses a stated encoding in a str
    try:
        return html.document_fromstring(source, parser=html.HTMLParser(remove_comments=True, huge_tree=False))
    except (etree.LxmlError, ValueError):  # nothing in it but blanks or comments
        return None
