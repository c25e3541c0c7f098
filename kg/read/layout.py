"""Words on a page of paper to parts in reading order: columns, rows of tables, paragraphs across line ends.

All lengths are in points, with y growing upwards as in PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from kg.model import BlockKind
from kg.read.forms import bullet_end, is_heading
from kg.read.parts import Part, row

_LARGER = 1.15  # times the body's type: a heading
_WIDE = 1.6  # times the type: a gap between cells or columns
_COLUMN_ROWS = 3  # lines beside each other that make columns
_PROSE = 18  # characters of a line in a column of prose, in the middle of all
_FULL = 0.75  # of the width of a column, which a line reaches unless its paragraph ends there
_LEADING = 1.35  # times the usual distance of lines: a new paragraph


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a blank, the box around them, and the size of their type."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True)
class Line:
    """Words beside each other without a wide gap."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @cached_property
    def middle(self) -> float:
        """The height at which it stands."""
        return median((word.top + word.bottom) / 2 for word in self.words)

    @cached_property
    def size(self) -> float:
        """The type of most of it."""
        return median(word.size for word in self.words)


Row = list[Line]  # what stands at one height


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words by height, from the top, cut where a gap is wide."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-(w.top + w.bottom), w.left)):
        middle = (word.top + word.bottom) / 2
        last = rows[-1][0] if rows else None
        if last is not None and abs((last.top + last.bottom) / 2 - middle) < 0.4 * max(min(last.size, word.size), 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_cut(sorted(found, key=lambda w: w.left)) for found in rows]


def _cut(words: list[Word]) -> Row:
    lines: list[list[Word]] = []
    for word in words:
        near = lines and word.left - lines[-1][-1].right <= _WIDE * max(word.size, lines[-1][-1].size)
        lines[-1].append(word) if near else lines.append([word])
    return [Line(tuple(found)) for found in lines]


def body_size(rows: Sequence[Row]) -> float:
    """The type in which most is set."""
    sizes: Counter[float] = Counter()
    for line in (line for found in rows for line in found):
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def parts_of(rows: Sequence[Row], body: float, place: str) -> Iterator[Part]:
    """The parts of a page, columns from left to right."""
    zone: list[Row] = []
    gutter = _gutter(rows)
    for found in rows:
        if gutter is not None and not any(line.left < gutter < line.right for line in found):
            zone.append(found)
            continue
        yield from _zone(zone, gutter, body, place)
        zone = []
        yield from _plain([found], body, place) if len(found) > 1 else ()
        if len(found) == 1:
            zone_of_one = [found]
            yield from _plain(zone_of_one, body, place)
    yield from _zone(zone, gutter, body, place)
