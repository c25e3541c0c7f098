"""RSS 2.0, RSS 1.0 and Atom: each item a page with its title, day, author and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from kg.read.html import whole_page
from kg.read.page import Page, Unreadable
from kg.read.xml import local, parse_xml

# where an item has its text, the fullest first
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "issued", "date", "updated", "modified")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_XHTML = "http://www.w3.org/1999/xhtml"


def read_feed(data: bytes) -> list[Page]:
    """The items of a feed, in its order; `id` is what the feed calls an item.

    Raises:
        Unreadable: the file is not a feed, or declares entities.
    """
    root = parse_xml(data, mend=True)
    if local(root) not in {"rss", "feed", "RDF", "channel"}:
        raise Unreadable("is not an RSS or Atom feed")
    return [page for item in _items(root) if (page := _page(item)).text.strip()]


def _items(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if local(element) in {"item", "entry"})


def _page(item: Any) -> Page:
    told: dict[str, Any] = {}
    for child in item:
        told.setdefault(local(child), child)
    title = " ".join(_plain(told.get("title")).split())
    body = max((_markup(told.get(name)) for name in _TEXTS), key=len, default="")
    page = whole_page(f"<h1>{_escaped(title)}</h1>{body}" if title else body)
    day = next(filter(None, (_day(_said(told.get(name))) for name in _DAYS)), "")
    author = _said(told.get("creator")) or _author(told.get("author"))
    address = _address(item)
    return Page(
        page.text,
        title,
        day or page.date,
        page.blocks,
        author=author,
        source=address,
        id=_said(told.get("guid")) or _said(told.get("id")) or address,
    )


def _said(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _plain(element: Any) -> str:
    """The words of a title, which may be marked up."""
    said = _said(element)
    return whole_page(said).text if "<" in said or "&" in said else said


def _markup(element: Any) -> str:
    """The HTML of an element, given as text or, in Atom, as elements."""
    from lxml import etree  # type: ignore[import-untyped]

    if element is None:
        return ""
    inside = [child for child in element if isinstance(child.tag, str)]
    if any(child.tag.startswith(f"{{{_XHTML}}}") for child in inside):
        return "".join(
            re.sub(r'\sxmlns(?::\w+)?="[^"]*"|(?<=<)\w+:|(?<=</)\w+:', "", etree.tostring(c, encoding="unicode"))
            for c in inside
        )
    text = "".join(element.itertext())
    return _escaped(text) if element.get("type") == "text" else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _author(element: Any) -> str:
    if element is None:
        return ""
    name = next((child for child in element if local(child) == "name"), element)
    said = _said(name)
    in_brackets = re.search(r"\(([^()]+)\)\s*$", said)  # RSS: "jane@orlune.example (Jane Doe)"
    return in_brackets[1] if in_brackets else said


def _address(item: Any) -> str:
    links = [child for child in item if local(child) == "link"]
    best = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    return (best.get("href") or _said(best)) if best is not None else ""


def _day(said: str) -> str:
    if found := _ISO_DATE.match(said):
        return found[0]
    try:
        return parsedate_to_datetime(said).date().isoformat() if said else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
