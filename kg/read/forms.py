"""Plain text cut into headings, bullets, rows and paragraphs by their form: hard-wrapped lines are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Block, BlockKind

_HEADING = 14  # words at most
_ENDS = (".", "!", "?", '"', "”", ":", ";")
_BULLET = re.compile(r"\s*(?:[-*•‣◦·–—]|\d{1,2}[.)])\s+")
_ROW, _CELLS = 500, 3  # characters at most, cells between bars or wide gaps at least
_GAP = re.compile(r"[ ]{3,}|[ ]*\t[ \t]*|[ ]*\|[ ]*")
_WRAPPED = (55, 120)  # characters of a line that was broken for its length


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text of which nothing is known but its characters."""
    found = [Block(start, end, _kind(text[start:end])) for start, end in _joined_lines(text)]
    if len(found) > 1 and found[0].kind is BlockKind.HEADING:
        found[0] = Block(found[0].start, found[0].end, BlockKind.TITLE)
    return tuple(found)


def is_heading(text: str) -> bool:
    """Whether a line by itself is short and ends as no sentence does."""
    return len(text.split()) <= _HEADING and not text.rstrip().endswith(_ENDS)


def bullet_end(text: str) -> int:
    """The length of the mark that makes a bullet of a line, 0 where there is none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def _kind(text: str) -> BlockKind:
    if _is_row(text):
        return BlockKind.TABLE
    if bullet_end(text):
        return BlockKind.BULLET
    return BlockKind.HEADING if is_heading(text) else BlockKind.PARAGRAPH


def _is_row(line: str) -> bool:
    return len(line) <= _ROW and "\n" not in line and sum(map(bool, _GAP.split(line.strip()))) >= _CELLS


def _joined_lines(text: str) -> Iterator[tuple[int, int]]:
    block: tuple[int, int] | None = None
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        if not line.group().strip():
            continue
        if block and _continues(text, block, (start, end)):
            block = (block[0], end)
            continue
        if block:
            yield block
        block = (start, end)
    if block:
        yield block


def _continues(text: str, block: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line goes on with the sentence of the lines before it."""
    last = text[text.rfind("\n", 0, block[1]) + 1 : block[1]]
    gap, head = text[block[1] : line[0]], text[line[0] : line[1]]
    least, most = _WRAPPED
    return (
        gap.count("\n") == 1
        and (least <= len(last) <= most or (head.lstrip()[:1].islower() and len(last) <= most))
        and not last.rstrip().endswith(_ENDS)
        and not bullet_end(head)
        and not (_is_row(last) or _is_row(head))
    )
