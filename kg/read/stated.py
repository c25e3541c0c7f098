"""What a web page states of itself: title, day, author and language, in its meta elements, its JSON-LD or its marks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.read.elements import name_of

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
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_ARTICLE = re.compile(r"Article|Posting|Report|WebPage|Review", re.IGNORECASE)
_LONGEST = 200_000  # characters of a script that are looked at


@dataclass(frozen=True, slots=True)
class Stated:
    """Title, ISO 8601 day, authors and ISO 639-1 language, each "" where nothing is stated."""

    title: str
    date: str
    author: str
    language: str


def stated(tree: Any) -> Stated:
    """What the elements of a page state."""
    meta, data = _meta(tree), _linked_data(tree)
    days = (*(meta.get(name, "") for name in _DATES), str(data.get("datePublished", "")), _time(tree))
    date = next((found[0] for day in days if (found := _ISO_DATE.match(day))), "")
    title = next((meta[name] for name in _TITLES if meta.get(name)), "") or _headline(
        tree, str(data.get("headline", ""))
    )
    author = next((meta[name] for name in _AUTHORS if meta.get(name)), "") or ", ".join(_names(data.get("author")))
    author = re.sub(r"^by\s+", "", " ".join(author.split()), flags=re.IGNORECASE)
    language = (tree.get("lang") or "").partition("-")[0].lower()
    return Stated(
        " ".join(title.split()),
        date,
        "" if author.startswith("http") else author,
        language if re.fullmatch("[a-z]{2}", language) else "",
    )


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each meta element by its lower-cased name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), (element.get("content") or "").strip())
    return found


def _headline(tree: Any, headline: str) -> str:
    """The headline that is stated, else the title of the page without the name of its site."""
    whole = " ".join((tree.findtext(".//title") or "").split())
    first = next(tree.iter("h1"), None)
    said = " ".join("".join(first.itertext()).split()) if first is not None else ""
    return headline or (said if said and (said.lower() in whole.lower() or not whole) else whole)


def _time(tree: Any) -> str:
    """The day of the element that says so, or of the one above the first paragraph."""
    for element in tree.iter("time"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            return str(element.get("datetime") or "")
    for element in tree.iter("time", "p"):
        if name_of(element) == "p":
            break
        if any(name_of(above) in {"article", "main", "header"} for above in element.iterancestors()):
            return str(element.get("datetime") or "")
    return ""


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first article that a script of JSON-LD describes."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and len(script.text or "") <= _LONGEST:
            try:
                found = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for thing in _things(found):
                if _ARTICLE.search(str(thing.get("@type", ""))) and (
                    thing.get("headline") or thing.get("datePublished")
                ):
                    return thing
    return {}


def _things(found: Any) -> Iterator[dict[str, Any]]:
    for thing in found if isinstance(found, list) else [found]:
        if isinstance(thing, dict):
            yield thing
            inner = thing.get("@graph")
            yield from (each for each in inner if isinstance(each, dict)) if isinstance(inner, list) else ()


def _names(found: Any) -> Iterator[str]:
    for author in found if isinstance(found, list) else [found]:
        name = author.get("name") if isinstance(author, dict) else author
        if isinstance(name, str) and name.strip():
            yield name.strip()
