"""The lines of a page that are its text: those of the element that holds what tells of the world, without what asks.

Nothing here knows the name of a class. The text stands in one element, however deep; what stands before and behind
that element is of the page, but for what is said between the title and it. Within it boxes that ask the reader for
something, teasers of other stories and lines that are links are left out. What a second extractor found weighs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kg.model import BlockKind
from kg.read.amid import amid
from kg.read.boxes import Heard, pointing
from kg.read.elements import Line, is_first_heading, name_of
from kg.read.flow import Said, peers
from kg.read.spoken import signs, voice
from kg.read.words import words

_NEARLY = 0.85  # of the text of a page, which one element holds
_LISTED = 0.2  # weight of a word of an item or row of figures
_USUAL = 0.5  # of the words of a page that says "you", beyond which it is how it speaks
_DOUBTED = 0.25  # weight of a word which the second extractor left out
_WHOLE = frozenset({"ul", "ol", "dl", "p", "blockquote", "pre", "li"})  # which no page is within
_LED = 6  # words that a line above the text has at least
_BEFORE = 0.2  # of the text, which does not stand before its title
_NEAR = 8  # lines about a title
_OTHER = re.compile(r"[\W_]+")
_BY = re.compile(r"\b(?:[Bb]y|BY) ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})")
_NAMED = re.compile(r"(?:\w+:? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,2})(?: (?:in|for|-|–|·|\||,).*)?")


def body_of(lines: Sequence[Line], extracted: frozenset[str], title: str, author: str = "") -> list[Line]:
    """The lines of the text. `extracted` are the letters of the lines that the second extractor found."""
    said = _said(lines, extracted, title)
    held = _held(said)
    if not held:
        return []
    inside = _container(said[0].chain[-1], held)
    roots = {inside, *peers(said, inside)}
    places = [n for n, each in enumerate(said) if not roots.isdisjoint(each.chain)]
    first, last = places[0], places[-1] + 1
    heads = _heads(said[:last], first, title)
    total = sum(each.weight for each in said)
    start = max((n for n in heads if sum(each.weight for each in said[:n]) <= _BEFORE * total), default=first)
    text = next((n for n in range(start, last) if said[n].weight), last)
    names = _names(said[max(start - _NEAR, 0) : min(text, start + _NEAR)], author)
    names -= {word for n in (*heads, start) for word in said[n].line.part.text.split()} | set(title.split())
    above = (each.line for each in said[start:first] if _is_above(each, title))
    within = [said[n] for n in places if n >= start]
    out = amid(within, roots, names)
    kept = (each.line for n, each in enumerate(within) if n not in out)
    return [*above, *kept, *_about(said[last:], names)]


def _heads(said: Sequence[Said], first: int, title: str) -> list[int]:
    """The numbers of the lines that are the title, else of the last heading above the line where the text begins."""
    heads = [n for n, each in enumerate(said) if _is_title(each.line, title)]
    if heads:
        return heads
    return [n for n in range(first) if said[n].line.part.kind is BlockKind.HEADING and not said[n].points][-1:]


def _said(lines: Sequence[Line], extracted: frozenset[str], title: str) -> list[Said]:
    heard = [Heard(line, (line.node, *line.node.iterancestors()), voice(line)) for line in lines]
    points = pointing(heard, {n for n, line in enumerate(lines) if _is_title(line, title)})
    told = [each.voice for each in heard if each.voice.tells]
    you = sum(each.words for each in told if each.you) > _USUAL * sum(each.words for each in told)
    found = []
    for number, each in enumerate(heard):
        doubt = 1.0 if letters(each.line.part.text) in extracted else _DOUBTED
        found.append(Said(each.line, each.chain, each.voice, number in points, _weight(each, you) * doubt))
    if sum(each.weight for each in found if each.points) > _NEARLY * sum(each.weight for each in found):
        return [replace(each, points=False) for each in found]  # a page of teasers
    return [replace(each, weight=0.0) if each.points else each for each in found]


def _weight(each: Heard, you: bool) -> float:
    """What a line weighs: its words, if it tells something; `you` says whether all of the page speaks to a reader."""
    heard, kind = each.voice, each.line.part.kind
    if heard.asks or (heard.you and not you):
        return 0.0
    if kind is BlockKind.TABLE or not heard.tells:
        item = kind is BlockKind.BULLET and heard.words >= _LED
        return _LISTED * heard.words if item or heard.tells else 0.0
    return float(heard.words)


def _held(said: Sequence[Said]) -> dict[Any, float]:
    """What the lines weigh below each element."""
    held: dict[Any, float] = {}
    for each in said:
        for node in each.chain if each.weight else ():
            held[node] = held.get(node, 0.0) + each.weight
    return held


def _container(top: Any, held: dict[Any, float]) -> Any:
    """The innermost element that holds nearly all of the text."""
    node, least = top, _NEARLY * held[top]
    while True:
        inner = (child for child in node if name_of(child) not in _WHOLE and held.get(child, 0.0) >= least)
        if (child := next(inner, None)) is None:
            return node
        node = child


def _names(said: Sequence[Said], author: str) -> frozenset[str]:
    """The words of the names of who wrote the text: those stated, and those that are lines about the title."""
    found = set(author.replace(",", " ").split())
    for each in said:
        text = each.line.part.text
        if each.line.part.kind is BlockKind.PARAGRAPH:
            named = _NAMED.fullmatch(text)
            found.update(named["name"].split() if named else " ".join(_BY.findall(text)).split())
    return frozenset(found)


def _is_above(each: Said, title: str) -> bool:
    """Whether a line between the title and the text is one of them, or a standfirst or summary."""
    heard = each.voice
    plain = not (heard.asks or heard.apart or heard.you or heard.we or each.points)
    alone = each.line.part.kind in {BlockKind.TABLE, BlockKind.HEADING}
    return _is_title(each.line, title) or (plain and (alone or heard.words >= _LED or signs(each.line.part.text)))


def _is_title(line: Line, title: str) -> bool:
    if line.part.text == title:
        return True
    return line.part.kind is BlockKind.HEADING and any(map(is_first_heading, (line.node, *line.node.iterancestors())))


def _about(said: Sequence[Said], names: frozenset[str]) -> Iterator[Line]:
    """What a company says of itself below the text, and a table that stands right below it."""
    about, beside = False, True
    for each in said:
        name = each.line.part.text.lower()
        beside = beside and each.line.part.kind is BlockKind.TABLE and not each.line.linked
        if name.startswith(words().about) and name not in words().sections:
            about = not each.points and names.isdisjoint(each.line.part.text.split())
        elif about:
            about = each.voice.tells and not (each.points or each.voice.asks or each.voice.you)
        if about or beside:
            yield each.line


def letters(text: str) -> str:
    """Letters and digits alone."""
    return _OTHER.sub("", text)
