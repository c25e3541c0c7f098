"""What stands beside the text of a web page: menus, boxes, banners and links, taken out before its text is looked for.

An element is known by its name, its role, and the words of its class and id (html.toml). What a word would take away
must not be much of the page: some sites call the text itself by the name of the box in front of it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kg.read.elements import UNSEEN, name_of

_MOST = 0.4  # of the words of a page that one word may take away
_MOST_HIDDEN = 0.5  # of what is no link, beyond which what is hidden is the page
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NEVER = frozenset({"html", "body", "main", "article", "head", "h1", "title", "p"})
_ASKED = 60  # words in a box with a button, which asks for something
_LINKED = 0.6  # of the characters of a list that are links
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def strip(tree: Any) -> None:
    """Take out what stands beside the text."""
    for node in [n for n in tree.iter() if _is_never_seen(n) or _is_in_front(n)]:
        _drop(node)
    hidden = [n for n in tree.iter() if _is_hidden(n)]
    most = _MOST_HIDDEN * _unlinked(tree) if hidden else 0
    # what hides most of the page stands behind something that a reader can close
    for node in [n for n in hidden if _unlinked(n) <= most]:
        _drop(node)
    total = max(_length(tree), 1)
    by_word: dict[str, list[Any]] = {}
    for node in tree.iter():
        for word in _reasons(node):
            by_word.setdefault(word, []).append(node)
    for nodes in by_word.values():
        outer = [node for node in nodes if not _holds_title(node)]
        if sum(map(_length, outer)) <= _MOST * total:
            for node in outer:
                _drop(node)
    for node in list(_elsewhere(tree)):
        _drop(node)


@cache
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    held = tomllib.loads(Path(__file__).with_name("html.toml").read_text(encoding="utf-8"))
    return frozenset(held["beside"]), frozenset(held["elements"]), frozenset(held["elsewhere"])


def _is_never_seen(node: Any) -> bool:
    return name_of(node) in UNSEEN - {"head"}


def _is_in_front(node: Any) -> bool:
    """Whether an element stands before all else until its reader answers."""
    return node.get("aria-modal") == "true" and not _holds_title(node)


def _is_hidden(node: Any) -> bool:
    if name_of(node) in {"", "html", "body"}:
        return False
    told = node.get("hidden") is not None or node.get("aria-hidden") == "true"
    return told or bool(_HIDDEN.search(node.get("style", "")))


def _unlinked(node: Any) -> int:
    return _length(node) - sum(_length(link) for link in node.iter("a"))


def _reasons(node: Any) -> Iterator[str]:
    """Why an element is not the text, if it is not."""
    name = name_of(node)
    if not name or name in _NEVER:
        return
    beside, elements, _ = _tables()
    if name in elements:
        yield name
    asks = name in {"div", "section"} and any(name_of(child) in {"button", "form", "input"} for child in node)
    if asks and len(" ".join(node.itertext()).split()) <= _ASKED:
        yield "asks"
    told = " ".join(filter(None, (node.get("class"), node.get("id"), node.get("role"))))
    yield from beside.intersection(word.lower() for word in _WORDS.findall(told))


def _elsewhere(tree: Any) -> Iterator[Any]:
    """Headings of links to elsewhere, with the links below, and lists and headers that are links."""
    for node in tree.iter():
        name = name_of(node)
        said = (
            " ".join("".join(node.itertext()).split()).lower().rstrip(":") if name[:1] == "h" and len(name) == 2 else ""
        )
        following = node.getnext()
        if said in _tables()[2] and (following is None or _is_linked(following) or name_of(following) in {"ul", "ol"}):
            yield node
            if following is not None:
                yield following
        elif name in {"ul", "ol", "header"} and not _holds_title(node) and _is_linked(node):
            yield node


def _is_linked(node: Any) -> bool:
    links = sum(_length(link) for link in node.iter("a"))
    return links > _LINKED * max(_length(node), 1)


def _holds_title(node: Any) -> bool:
    return node.find(".//h1") is not None or node.find(".//article") is not None or node.find(".//main") is not None


def _length(node: Any) -> int:
    return sum(len(text.strip()) for text in node.itertext())


def _drop(node: Any) -> None:
    """Take an element out; what follows it stays."""
    parent = node.getparent()
    if parent is None:
        return
    before = node.getprevious()
    if node.tail:
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)
