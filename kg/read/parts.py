"""Parts of a page put together: its text, with blank lines between, and where each part stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Block, BlockKind

BETWEEN = "\n\n"
CELLS = " | "  # between the cells of a row


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, bullet or row of a table, and where the file has it."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    place: str = ""


def joined(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The text of all parts that are not blank, and their blocks."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for part in parts:
        if not part.text.strip():
            continue
        texts.append(part.text)
        blocks.append(Block(at, at + len(part.text), part.kind, part.place))
        at += len(part.text) + len(BETWEEN)
    return BETWEEN.join(texts), tuple(blocks)


def row(cells: Iterable[str], place: str = "") -> Part:
    """A row of a table, its empty cells left out."""
    return Part(CELLS.join(filter(None, (" ".join(cell.split()) for cell in cells))), BlockKind.TABLE, place)
