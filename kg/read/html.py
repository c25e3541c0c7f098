"""HTML: the main text of the page without menus and notices, its title and date."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from kg.model import Block, BlockKind
from kg.read.beside import strip
from kg.read.elements import name_of, parts_of
from kg.read.page import Page
from kg.read.parts import Part, joined
from kg.read.stated import stated
from kg.read.text import with_one_line_end
from kg.read.words import words

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# characters that lxml reads and then refuses to write, as they are or by number
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})(?![0-9a-f]);?"
    r"|&#0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d);?",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes in which a page declares its encoding
_ALIGNED = 0.8  # of the parts of an article, that stand in the page as they are
_NEARLY = 0.85  # of an article, which one element holds
_WHOLE = frozenset({"ul", "ol", "dl", "p", "blockquote", "pre", "table"})  # which no page is within
_LARGE = 1_000_000  # characters of a page beyond which its second opinions take too long
_SHORT = 250  # characters below which an article is doubted, as its extractor does itself
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
    text, blocks = joined(_article(tree))
    if len(text) < _SHORT:
        text, blocks = joined(parts_of(_middle(tree)))
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


def _article(tree: Any) -> Iterator[Part]:
    """The article as trafilatura sees it, with what it leaves out amid it: headings, lists, rows, questions."""
    found = list(_extracted(tree))
    kept = {_letters(part.text) for part in found}
    parts = list(parts_of(tree))
    places = [number for number, part in enumerate(parts) if _letters(part.text) in kept]
    if not places or len(places) < _ALIGNED * len(found):  # it cut the text otherwise than the page does
        yield from found
        return
    first, last = places[0], places[-1]
    while first > 0 and parts[first - 1].kind is BlockKind.HEADING:
        first -= 1
    while last + 1 < len(parts) and parts[last].kind is parts[last + 1].kind is BlockKind.BULLET:
        last += 1
    yield from parts[first : min(last, _end(tree, parts, kept)) + 1]


def _end(tree: Any, parts: Sequence[Part], kept: set[str]) -> int:
    """The number of the last part of the innermost element that holds nearly all of what was extracted.

    What follows below it is of the page, unless a company tells there what it is.
    """

    def held(node: Any) -> int:
        return sum(len(letters) for part in parts_of(node) if (letters := _letters(part.text)) in kept)

    whole, node = held(tree), tree
    while (
        inner := next(
            (child for child in node if name_of(child) not in _WHOLE and held(child) >= _NEARLY * whole), None
        )
    ) is not None:
        node = inner
    own = [_letters(part.text) for part in parts_of(node)]
    end = max((n for n, part in enumerate(parts) if own and _letters(part.text) == own[-1]), default=len(parts))
    tells = any(part.text.lower().startswith(words().about) for part in parts[end + 1 :])
    return len(parts) if tells else end


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _extracted(tree: Any) -> Iterator[Part]:
    from trafilatura import bare_extraction

    try:
        large = sum(map(len, tree.itertext())) > _LARGE
        page: Any = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False, fast=large)
    except (ValueError, TypeError, AttributeError, RecursionError):  # its own faults on broken pages
        return
    if page is not None and page.body is not None:
        yield from parts_of(page.body)


def _parse(source: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    source = _UNFIT.sub(" ", with_one_line_end(source))
    source = re.sub(r"^\s*<\?xml[^>]*>", "", source)  # lxml refuses a stated encoding in a str
    try:
        return html.document_fromstring(source, parser=html.HTMLParser(remove_comments=True, huge_tree=False))
    except (etree.LxmlError, ValueError):  # nothing in it but blanks or comments
        return None
