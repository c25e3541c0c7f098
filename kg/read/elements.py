"""Elements of a page to the parts of its text: of HTML as of what its extractor makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.model import BlockKind
from kg.read.parts import Part, row

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"})
_WITHIN_LINE = set(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span".split()
)
_WITHIN_LINE |= set(
    "strike strong sub sup time tt u var wbr hi ref graphic nonfraction nonnumeric fraction continuation".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_SET_APART = frozenset({"a", "b", "label", "small", "span", "strong"})  # which styles may put on lines of their own
_ITEMS, _ROWS, _CELLS = frozenset({"li", "item", "dd"}), frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})
_UNPRINTED = re.compile("[\u00ad\u200b\u2060\ufeff]")  # where a line may break or may not
_WORDS = 40  # in a cell, beyond which a table lays out a page rather than figures
_LAID_OUT = frozenset({"table", "ul", "ol", "list", "h1", "h2", "h3", "article", "section", "form"})


def name_of(node: Any) -> str:
    """The name of an element without the prefix that XBRL gives it, "" of a comment."""
    tag = node.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _printed(text: str) -> str:
    return text if text.isascii() else _UNPRINTED.sub("", text)


def is_heading(node: Any) -> bool:
    """Whether an element is a heading, by its name or its role."""
    return name_of(node) in _HEADINGS or node.get("role") == "heading"


def is_first_heading(node: Any) -> bool:
    """Whether it is one of the highest rank."""
    return name_of(node) == "h1" or (node.get("role") == "heading" and node.get("aria-level") == "1")


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a page, the innermost element that it is of, and how much of it is links, from 0 to 1."""

    part: Part
    node: Any
    linked: float


def parts_of(root: Any) -> Iterator[Part]:
    """The parts in reading order: a line that an element begins or ends is a part, and so is a row of figures."""
    return (line.part for line in lines_of(root))


def lines_of(root: Any) -> Iterator[Line]:
    """The same parts with where they stand in the page."""
    said: list[str] = []
    kinds: list[BlockKind] = [BlockKind.PARAGRAPH]
    fresh: list[bool] = []  # whether an item that is open has had no line so far
    walk: list[tuple[Any, bool]] = [(root, False)]
    open_: list[Any] = [root]
    links, linked = 0, 0  # links that are open, letters of the line within one

    def says(text: str | None) -> None:
        nonlocal linked
        said.append(text or "")
        linked += len("".join((text or "").split())) if links else 0

    def ended() -> Iterator[Line]:
        nonlocal linked
        text = " ".join(_printed("".join(said)).split())
        share, linked = linked / max(len(text.replace(" ", "")), 1), 0
        said.clear()
        if text:
            bullet = kinds[-1] is BlockKind.BULLET
            first = bullet and fresh[-1]
            if bullet:
                fresh[-1] = False
            kind = BlockKind.PARAGRAPH if bullet and not first else kinds[-1]
            yield Line(Part(f"- {text}" if first else text, kind), open_[-1], share)

    while walk:
        node, left = walk.pop()
        name = name_of(node)
        within = name in _WITHIN_LINE
        if left:
            if not within:
                yield from ended()
                open_.pop()
                if name in _ITEMS or is_heading(node):
                    kinds.pop()
                if name in _ITEMS:
                    fresh.pop()
            links -= name == "a"
            says(node.tail if node is not root else "")
            continue
        if not name or name in UNSEEN or name == "hidden":
            says(node.tail if node is not root else "")
            continue
        if not within:
            yield from ended()
        if name in _ROWS and is_row(node):
            yield Line(row(map(_said, _cells(node))), node, _linked(node))
            says(node.tail if node is not root else "")
            continue
        if not within:
            open_.append(node)
        if name in _ITEMS:
            kinds.append(BlockKind.BULLET)
            fresh.append(True)
        elif not within and is_heading(node):
            kinds.append(BlockKind.HEADING)
        if name in _SET_APART and _is_set_apart(node):
            said.append(" ")
        links += name == "a"
        says(node.text)
        walk.append((node, True))
        walk += [(child, False) for child in reversed(node)]


def _is_set_apart(node: Any) -> bool:
    """Whether the words of an element touch those of another before it, which is something else: "264" and "people"."""
    before = node.getprevious()
    if before is None or before.tail or name_of(before) not in _SET_APART:
        return False
    if (name_of(before), before.get("class")) == (name_of(node), node.get("class")):
        return False
    first, second = "".join(before.itertext()), "".join(node.itertext())
    several = len(first.split()) > 1 or len(second.split()) > 1
    return several and len(first) > 1 and first[-1].isalnum() and second[:1].isalnum()  # but for a drop cap


def _linked(node: Any) -> float:
    links = sum(len(_said(link)) for link in node.iter("a"))
    return links / max(len(_said(node)), 1)


def is_row(node: Any) -> bool:
    """Whether a row holds figures and names rather than a part of the page."""
    cells = _cells(node)
    if len([cell for cell in cells if _said(cell).strip()]) < 2:
        return False
    return not any(name_of(inner) in _LAID_OUT for cell in cells for inner in cell.iter()) and all(
        len(_said(cell).split()) <= _WORDS for cell in cells
    )


def _cells(node: Any) -> list[Any]:
    return [child for child in node if name_of(child) in _CELLS]


def _said(node: Any) -> str:
    """All words below an element that are seen, with a blank where an element ends a line."""
    pieces = [node.text or ""]
    for child in node:
        name = name_of(child)
        edge = "" if name in _WITHIN_LINE or not name else " "
        seen = name and name not in UNSEEN and name != "hidden"
        pieces += [edge, _said(child) if seen else "", edge, child.tail or ""]
    return _printed("".join(pieces).replace("\xa0", " "))
