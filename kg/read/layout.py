"""Words on a page of paper to parts in reading order: columns, rows of tables, paragraphs across line ends.

All lengths are in points, with y growing upwards as in PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from kg.model import BlockKind
from kg.read.forms import bullet_end, is_heading
from kg.read.parts import Part, row

_LARGER = 1.15  # times the body's type: a heading
_WIDE = 1.2  # times the type: a gap between cells or columns
_COLUMN_ROWS = 3  # lines beside each other that make columns
_PROSE = 18  # characters of a line in a column of prose, in the middle of all
_APART = 1.5  # times the type: a gap below which something else begins beside a column
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
    for flow in _flows(rows):
        yield from _flow(flow, body, place)


def _flows(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that are read from top to bottom before the next ones."""
    gutter = _gutter([line for found in rows for line in found])
    if gutter is None:
        yield list(rows)
        return
    plain: list[Row] = []
    for in_columns, run in _runs(rows, gutter):
        sides = _sides(run, gutter) if in_columns else None
        if sides is None:
            plain += run
            continue
        yield from [plain] if plain else []
        plain = []
        for side in sides:
            yield from _flows(side)
    yield from [plain] if plain else []


def _runs(rows: Sequence[Row], gutter: float) -> Iterator[tuple[bool, list[Row]]]:
    """Rows that keep out of the gutter, and those that cross it; a gap where one column is over ends a run."""
    run: list[Row] = []
    was = False
    for found in rows:
        apart = not any(line.left < gutter < line.right for line in found)
        alone = len({line.left < gutter for line in found}) == 1
        gap = run[-1][0].middle - found[0].middle if run else 0.0
        if run and (apart != was or (apart and alone and gap > _APART * found[0].size)):
            yield was, run
            run = []
        was = apart
        run.append(found)
    if run:
        yield was, run


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where most lines stand on either side, None where nothing stands beside anything."""
    best: tuple[int, float] | None = None
    for x in sorted({round(line.left) - 1.0 for line in lines}):
        left = [line for line in lines if line.right <= x]
        right = [line for line in lines if line.left >= x]
        if len(right) >= _COLUMN_ROWS <= len(left):
            low, high = min(line.middle for line in right), max(line.middle for line in right)
            beside = sum(low - line.size <= line.middle <= high + line.size for line in left)
            best = max(best or (0, 0.0), (min(beside, len(right)), x))
    return best[1] if best is not None and best[0] >= _COLUMN_ROWS else None


def _sides(zone: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]] | None:
    """What stands left and right of a gutter, None unless both are columns of prose."""
    left = [found for each in zone if (found := [line for line in each if line.left < gutter])]
    right = [found for each in zone if (found := [line for line in each if line.left >= gutter])]
    for side in (left, right):
        if len(side) < _COLUMN_ROWS or median(len(line.text) for found in side for line in found) < _PROSE:
            return None
    return left, right


def _flow(rows: Sequence[Row], body: float, place: str) -> Iterator[Part]:
    """Paragraphs and rows of tables out of rows that follow each other."""
    lines: list[Line] = []
    for number, found in enumerate(rows):
        beside = [rows[i] for i in (number - 1, number + 1) if 0 <= i < len(rows)]
        if len(found) > 2 or (len(found) == 2 and any(len(near) > 1 for near in beside)):
            yield from _paragraphs(lines, body, place)
            lines = []
            yield row([line.text for line in found], place)
        else:
            lines.append(Line(tuple(word for line in found for word in line.words)))
    yield from _paragraphs(lines, body, place)


def _paragraphs(lines: Sequence[Line], body: float, place: str) -> Iterator[Part]:
    if not lines:
        return
    edge, end = min(line.left for line in lines), max(line.right for line in lines)
    gaps = [a.middle - b.middle for a, b in pairwise(lines) if a.middle > b.middle]
    leading = median(gaps) if gaps else 0.0
    block: list[Line] = []
    for line in lines:
        if block and _begins(block, line, (edge, end, leading)):
            yield _part(block, body, place)
            block = []
        block.append(line)
    yield _part(block, body, place)


def _begins(block: Sequence[Line], line: Line, column: tuple[float, float, float]) -> bool:
    """Whether a line begins a paragraph behind those of `block`, in a column of this edge, end and leading."""
    edge, end, leading = column
    last, first = block[-1], line.words[0]
    ended = last.text.rstrip().endswith((".", "!", "?", ":", "”", '"'))
    return (
        abs(line.size - last.size) > 0.1 * last.size
        or last.middle - line.middle > _LEADING * max(min(leading, 2 * line.size), line.size)
        or last.middle < line.middle
        or bullet_end(line.text) > 0
        or (
            line.left - edge > 0.8 * line.size
            and abs(last.left - edge) < 0.5 * line.size
            and not bullet_end(block[0].text)
        )
        # the word would have found room in the line before
        or (end - last.right > first.right - first.left + 0.5 * line.size and (ended or line.text[:1].isupper()))
    )


def _part(block: Sequence[Line], body: float, place: str) -> Part:
    text = "\n".join(line.text for line in block)
    if bullet_end(text):
        return Part(text, BlockKind.BULLET, place)
    large = block[0].size > _LARGER * body and len(text) < 300
    return Part(text, BlockKind.HEADING if large or is_heading(text) else BlockKind.PARAGRAPH, place)
