"""Boxes of a page that point to something else: teasers of other stories, and rows of cards, of comments, of products.

Nothing here knows the name of a class: a box is an element with few lines and words, and what it is for is seen by
how it begins and by how many of its like stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import BlockKind
from kg.read.elements import Line, name_of
from kg.read.spoken import Voice

LINKED = 0.8  # of a line that is a link
_MOSTLY = 0.5  # of one that tells nothing
_WORDS, _LINES = 60, 6  # of a box at most
_ALIKE = 3  # boxes in a row at least
_TOLD = 0.5  # of the words of a row of boxes, as many as the text beside it must have
_MIDST = 30  # words of the text before and behind
_LISTED = frozenset({"li", "tr", "td", "th", "dd", "dt", "p"})  # which are no boxes in a row of such


@dataclass(frozen=True, slots=True)
class Heard:
    """A line, the elements that it is in, innermost first, and its voice."""

    line: Line
    chain: tuple[Any, ...]
    voice: Voice


def pointing(lines: Sequence[Heard], heads: set[int]) -> set[int]:
    """The numbers of lines that point to something else; `heads` are those of the title."""
    within: dict[Any, list[int]] = {}
    for number, each in enumerate(lines):
        for node in each.chain:
            within.setdefault(node, []).append(number)
    boxes = {
        node: numbers
        for node, numbers in within.items()
        if 2 <= len(numbers) <= _LINES and len(numbers) < len(lines) and heads.isdisjoint(numbers)
        if sum(lines[n].voice.words for n in numbers) <= _WORDS
    }
    found = {n for n, each in enumerate(lines) if _is_link(each)}
    found.update(n for numbers in boxes.values() if _is_led_by_link(lines, numbers) for n in numbers)
    told = {n for n, each in enumerate(lines) if n not in found and each.voice.tells}
    for row in _rows(lines, boxes):
        if _are_features(lines, row, told):
            continue
        if _words(lines, told.difference(row)) >= _TOLD * _words(lines, told.intersection(row)):
            found.update(row)
    return found


def _is_link(each: Heard) -> bool:
    least = LINKED if each.voice.tells else _MOSTLY
    return each.line.linked >= least and each.line.part.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}


def _is_led_by_link(lines: Sequence[Heard], numbers: Sequence[int]) -> bool:
    return any(lines[n].line.linked >= LINKED and lines[n].voice.words > 2 for n in numbers[:2])


def _rows(lines: Sequence[Heard], boxes: Mapping[Any, Sequence[int]]) -> Iterator[set[int]]:
    """The lines of each row of boxes that are alike: a line that tells something below one that tells nothing."""
    rows: dict[tuple[Any, str, str], list[Sequence[int]]] = {}
    for node, numbers in boxes.items():
        if name_of(node) not in _LISTED and (parent := node.getparent()) is not None:
            rows.setdefault((parent, name_of(node), node.get("class") or ""), []).append(numbers)
    for alike in rows.values():
        cards = [
            numbers
            for numbers in alike
            if not lines[numbers[0]].voice.tells and sum(lines[n].voice.tells for n in numbers) <= 1
        ]
        if len(cards) >= _ALIKE and len(cards) == len(alike):
            yield {n for numbers in cards for n in numbers}


def _are_features(lines: Sequence[Heard], row: set[int], told: set[int]) -> bool:
    """Whether a row is headings and sentences without links, in the midst of the text: what it says side by side."""
    plain = all(
        not lines[n].line.linked and (lines[n].voice.tells or lines[n].line.part.kind is BlockKind.HEADING) for n in row
    )
    return plain and all(_words(lines, part) >= _MIDST for part in _about(told, row))


def _about(told: set[int], row: set[int]) -> tuple[set[int], set[int]]:
    """What is told before a row and behind it."""
    first, last = min(row), max(row)
    return {n for n in told if n < first}, {n for n in told if n > last}


def _words(lines: Sequence[Heard], numbers: set[int]) -> int:
    return sum(lines[n].voice.words for n in numbers)
