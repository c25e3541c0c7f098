"""The lines of a page that are its text: those of the element that holds what tells of the world, without what asks.

Nothing here knows the name of a class. The text stands in one element, however deep; what stands before and behind
that element is of the page, but for what is said between the title and it. Within it boxes that ask the reader for
something, teasers of other stories and lines that are links are left out. What a second extractor found weighs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.model import BlockKind
from kg.read.boxes import Heard, pointing
from kg.read.elements import Line, name_of
from kg.read.spoken import is_last, voice
from kg.read.words import words

_NEARLY = 0.85  # of the text of a page, which one element holds
_DOUBTED = 0.25  # weight of a word which the second extractor left out
_WHOLE = frozenset({"ul", "ol", "dl", "p", "blockquote", "pre", "li"})  # which no page is within
_USUAL = 0.15  # of the words of a text that says "you", beyond which it is how it speaks
_TAG = 3  # words of a line that serves a heading
_LED = 6  # words that a line above the text has at least
_BEFORE = 0.2  # of the text, which does not stand before its title
_NEAR = 8  # lines about a title
_NAMED = re.compile(r"(?:\w+:? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,2})(?: (?:in|for|-|–|·|\||,).*)?")
_MADE = 30  # words of a line in which "we" are those who made the page


@dataclass(frozen=True, slots=True)
class Said(Heard):
    """A line, whether it points to something else, and what it weighs when the text is looked for."""

    points: bool
    weight: float


def body_of(lines: Sequence[Line], extracted: frozenset[str], title: str, author: str = "") -> list[Line]:
    """The lines of the text. `extracted` are the letters of the lines that the second extractor found."""
    said = _said(lines, extracted, title)
    held = _held(said)
    if not held:
        return []
    inside = _container(said[0].chain[-1], held)
    places = [n for n, each in enumerate(said) if inside in each.chain]
    first, last = places[0], places[-1] + 1
    heads = [n for n, each in enumerate(said[:last]) if _is_title(each.line, title)]
    total = sum(each.weight for each in said)
    start = max((n for n in heads if sum(each.weight for each in said[:n]) <= _BEFORE * total), default=first)
    text = next((n for n in range(start, last) if said[n].weight), last)
    names = _names(said[max(start - _NEAR, 0) : min(text, start + _NEAR)], author)
    names -= {word for n in (*heads, start) for word in said[n].line.part.text.split()} | set(title.split())
    above = (each.line for each in said[start:first] if _is_above(each, title))
    return [*above, *_within(said[max(start, first) : last], inside, names), *_about(said[last:])]


def _said(lines: Sequence[Line], extracted: frozenset[str], title: str) -> list[Said]:
    heard = [Heard(line, (line.node, *line.node.iterancestors()), voice(line)) for line in lines]
    points = pointing(heard, {n for n, line in enumerate(lines) if _is_title(line, title)})
    found = []
    for number, each in enumerate(heard):
        tells = each.voice.tells and not (each.voice.asks or each.voice.you or each.line.part.kind is BlockKind.TABLE)
        weight = each.voice.words * (1.0 if letters(each.line.part.text) in extracted else _DOUBTED) if tells else 0.0
        found.append(Said(each.line, each.chain, each.voice, number in points, weight))
    if sum(each.weight for each in found if each.points) > _NEARLY * sum(each.weight for each in found):
        return [replace(each, points=False) for each in found]  # a page of teasers
    return [replace(each, weight=0.0) if each.points else each for each in found]


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


def _within(said: Sequence[Said], inside: Any, names: frozenset[str]) -> Iterator[Line]:
    """The lines of the element that holds the text, without what is beside it there."""
    flows = _flows(said)
    telling = [each for each, flow in zip(said, flows, strict=True) if flow and each.voice.tells]
    usual = sum(each.voice.words for each in telling if each.voice.you) > _USUAL * _words(telling)
    asking = [_asks(each, flow, usual, names) for each, flow in zip(said, flows, strict=True)]
    out = _boxes(said, asking, inside) | {n for n, each in enumerate(said) if each.points}
    last = max((n for n, each in enumerate(said) if n not in out and each.voice.tells), default=len(said))
    out |= {n for n in range(last + 1, len(said)) if _is_behind(said[n], flows[n])}
    for n, each in enumerate(said):
        heading = each.line.part.kind is BlockKind.HEADING
        if n not in out and not (heading and _leads_nowhere(said, n, out)):
            yield each.line


def _is_behind(each: Said, flow: bool) -> bool:
    """Whether a line below all that tells of the world is not of the text: it is no list, row or paragraph."""
    part = each.line.part
    if part.kind is BlockKind.BULLET:
        return each.voice.words <= _TAG
    return is_last(part.text) or not (flow or part.kind in {BlockKind.TABLE, BlockKind.HEADING})


def _leads_nowhere(said: Sequence[Said], number: int, out: set[int]) -> bool:
    """Whether what stands below a heading is left out, or nothing stands there."""
    below = next((n for n in range(number + 1, len(said)) if n not in out or said[n].voice.words > _TAG), len(said))
    return below in out or below == len(said)


def _words(said: Sequence[Said]) -> int:
    return sum(each.voice.words for each in said)


def _flows(said: Sequence[Said]) -> list[bool]:
    """Whether each line stands where most of the text does, or as a paragraph nearer to the root of the page."""

    def form(each: Said) -> tuple[tuple[str, str], ...]:
        return tuple((name_of(node), node.get("class") or "") for node in each.chain)

    weights: dict[tuple[tuple[str, str], ...], float] = {}
    for each in said:
        weights[form(each)] = weights.get(form(each), 0.0) + each.weight
    main = max(weights, key=lambda key: weights[key], default=())
    above = {node for each in said if form(each) == main for node in each.chain}
    return [form(each) == main or (name_of(each.chain[0]) == "p" and each.chain[1] in above) for each in said]


def _asks(each: Said, flow: bool, usual: bool, names: frozenset[str]) -> bool:
    """Whether a line talks to the reader; where it stands apart less is needed to say so."""
    heard = each.voice
    if heard.asks and not (usual and heard.tells and flow):
        return True
    if heard.you and not usual:
        return True
    if _tells_of(each, names, flow):
        return True
    heading = each.line.part.kind is BlockKind.HEADING
    return not flow and (heard.apart or (heard.we and not heading and heard.words <= _MADE))


def _tells_of(each: Said, names: frozenset[str], flow: bool) -> bool:
    """Whether a line says who wrote the text."""
    first = each.line.part.text.replace(",", " ").split()[: 2 if flow else 1]
    return bool(names) and each.voice.words > 3 and all(name in names for name in first)


def _names(said: Sequence[Said], author: str) -> frozenset[str]:
    """The words of the names of who wrote the text: those stated, and those that are lines about the title."""
    found = set(author.replace(",", " ").split())
    for each in said:
        if each.line.part.kind is BlockKind.PARAGRAPH and (named := _NAMED.fullmatch(each.line.part.text)):
            found.update(named["name"].split())
    return frozenset(found)


def _boxes(said: Sequence[Said], asking: Sequence[bool], inside: Any) -> set[int]:
    """The numbers of lines in the largest elements of which something asks and nothing tells."""
    tells: set[Any] = set()
    asked: set[Any] = set()
    for each, asks in zip(said, asking, strict=True):
        below = each.chain[: each.chain.index(inside)] or (each.chain[0],)
        if each.voice.tells and not asks and not each.points:
            tells.update(below)
        if asks and each.voice.words > _TAG:
            asked.update(below)
    boxes = asked - tells
    return {n for n, each in enumerate(said) if asking[n] or not boxes.isdisjoint(each.chain)}


def _is_above(each: Said, title: str) -> bool:
    """Whether a line between the title and the text is one of them, or a standfirst or summary."""
    heard = each.voice
    plain = not (heard.asks or heard.apart or heard.you or heard.we or each.points)
    alone = each.line.part.kind in {BlockKind.TABLE, BlockKind.HEADING}
    return _is_title(each.line, title) or (plain and (alone or heard.words >= _LED))


def _is_title(line: Line, title: str) -> bool:
    return line.part.text == title or any(name_of(node) == "h1" for node in (line.node, *line.node.iterancestors()))


def _about(said: Sequence[Said]) -> Iterator[Line]:
    """What a company says of itself below the text."""
    about = False
    for each in said:
        name = each.line.part.text.lower()
        if name.startswith(words().about) and name not in words().sections:
            about = not each.points
        elif about:
            about = each.voice.tells and not (each.points or each.voice.asks or each.voice.you)
        if about:
            yield each.line


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, text))
