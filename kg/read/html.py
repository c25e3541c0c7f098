"""HTML: the main text of the page without menus and notices, its title and date."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from kg.read.page import Page
from kg.read.text import with_one_line_end

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# the names under which pages state when they were published, surest first
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_TITLES = ("og:title", "twitter:title", "dc.title")
_SHORT = 250  # characters below which an article is doubted, as its extractor does itself
_UNSEEN = {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"}
_WITHIN_LINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
_WITHIN_LINE |= {"kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt"}
_WITHIN_LINE |= {"u", "var", "wbr"}

# its warnings about thin pages reach whoever configures logging, and nobody else
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def declared_encoding(data: bytes) -> str:
    """The charset of the page's meta element, or ""."""
    found = _CHARSET.search(data, 0, _HEAD)
    return found[1].decode("ascii", "ignore") if found else ""


def read_html(source: str) -> Page:
    """The article where one is found, else all text that a reader of the page sees."""
    tree = _parse(source)
    if tree is None:
        return Page("")
    meta = _meta(tree)
    date = next((found[0] for name in _DATES if (found := _ISO_DATE.match(meta.get(name, "")))), "")
    heading = tree.findtext(".//title") or ""
    title = next((meta[name] for name in _TITLES if meta.get(name)), heading)
    text = _main_text(source)
    if len(text) < _SHORT:
        text = _seen_text(tree)
    return Page(text, " ".join(title.split()), date)


def whole_text(source: str) -> str:
    """All text that a reader of the page sees, one line a block with blank lines between."""
    tree = _parse(source)
    return "" if tree is None else _seen_text(tree)


def _parse(source: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped]

    source = re.sub(r"^\s*<\?xml[^>]*>", "", with_one_line_end(source))  # lxml refuses a stated encoding in a str
    try:
        return html.document_fromstring(source, parser=html.HTMLParser(remove_comments=True, huge_tree=False))
    except (etree.LxmlError, ValueError):  # nothing in it but blanks or comments
        return None


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each meta element by its lower-cased name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), (element.get("content") or "").strip())
    return found


def _main_text(source: str) -> str:
    """The article as trafilatura sees it, with blank lines between its blocks."""
    from trafilatura import bare_extraction

    page: Any = bare_extraction(with_one_line_end(source), include_comments=False, with_metadata=False)
    lines = (page.text or "").split("\n") if page else []
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _seen_text(tree: Any) -> str:
    lines = ("".join(_words(tree)).replace("\xa0", " ")).split("\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip())


def _words(element: Any) -> Iterator[str]:
    """Text in reading order, with a line end around each block."""
    walk: list[tuple[Any, bool]] = [(element, False)]
    while walk:
        node, left = walk.pop()
        edge = "" if node.tag in _WITHIN_LINE else "\n"
        if left:
            yield edge
            yield _on_one_line(node.tail if node is not element else "")
            continue
        walk.append((node, True))
        if isinstance(node.tag, str) and node.tag not in _UNSEEN:
            yield edge + ("- " if node.tag == "li" else "")
            yield _on_one_line(node.text)
            walk += [(child, False) for child in reversed(node)]


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")
