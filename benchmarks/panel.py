"""A panel of a picture: axes, lines with their marks, and their names beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

TOP, HEIGHT = 66, 290  # pixels, of every panel
_LINE = 15  # pixels between names
_AXIS = 38  # pixels left of a panel, for what its lines of the grid stand for
_MARKS = {
    "circle": "M{x:.1f} {y:.1f}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "square": "M{x:.1f} {y:.1f}m-4-4h8v8h-8z",
    "diamond": "M{x:.1f} {y:.1f}m0-5l5 5l-5 5l-5-5z",
    "triangle": "M{x:.1f} {y:.1f}m0-5l5 9h-10z",
    "down": "M{x:.1f} {y:.1f}m0 5l5-9h-10z",
    "bar": "M{x:.1f} {y:.1f}m-6-3h12v6h-12z",
    "post": "M{x:.1f} {y:.1f}m-3-6h6v12h-6z",
}
MARKS = tuple(_MARKS)
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """A system in a panel: points of documents and a quantity, its look and what is said at its end."""

    points: Points
    colour: str
    mark: str
    label: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """From a quantity to pixels, by logarithm or not."""

    low: float
    high: float
    start: float
    end: float
    log: bool = True

    def __call__(self, value: float) -> float:
        """Where it is, in pixels."""
        low, high, value = (math.log10(v) if self.log else v for v in (self.low, self.high, value))
        return self.start + (value - low) / (high - low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Panel:
    """Where it stands, and its axes: documents across, a quantity up, with what is said at some of its values.

    Names stand at the right. Where lines are `rising` the lower right corner is free, and the names of those that end
    early stand there, otherwise at the right too, at the height where the line ends.
    """

    title: str
    left: float
    width: float
    across: Scale
    up: Scale
    ticks: Sequence[tuple[float, str]]
    rising: bool = False


def panel(given: Panel, lines: Sequence[Line]) -> Iterator[str]:
    """The parts of it in SVG."""
    yield text(given.left - _AXIS, TOP - 12, "ink", given.title, bold=True)
    yield from _grid(given)
    placed = [(line, [(given.across(x), given.up(y)) for x, y in line.points]) for line in lines]
    for line, points in placed:
        yield from _line(line, points)
    longest = max(points[-1][0] for _, points in placed)
    early = [line for line, points in placed if points[-1][0] < longest]
    beside = [(line, points[-1][1]) for line, points in placed if not (given.rising and line in early)]
    yield from _names(longest, beside, early)
    for number, line in enumerate(reversed(early) if given.rising else ()):
        x, y = given.left + given.width - 126, TOP + HEIGHT - 14 - _LINE * number
        yield _mark(line, x, y)
        yield text(x + 10, y + 4, f"{line.colour} name", line.label)


def _grid(given: Panel) -> Iterator[str]:
    for value, label in given.ticks:
        y = given.up(value)
        yield f'<line class="grid" x1="{given.left}" y1="{y:.1f}" x2="{given.left + given.width}" y2="{y:.1f}"/>'
        yield text(given.left - 6, y + 4, "faint", label, anchor="end")
    decade = given.across.low
    while decade <= given.across.high * 1.001:
        x = given.across(decade)
        yield f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{TOP + HEIGHT}"/>'
        yield text(x, TOP + HEIGHT + 17, "faint", _count(decade), anchor="middle")
        decade *= 10
    yield text(given.left + given.width / 2, TOP + HEIGHT + 34, "faint", "documents", anchor="middle")


def _line(line: Line, points: Points) -> Iterator[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashes = ' stroke-dasharray="2 4"' if line.dashed else ""
    yield f'<polyline class="{line.colour}" points="{path}"{dashes}/>'
    for x, y in points if not line.dashed or len(points) == 1 else ():
        yield _mark(line, x, y)


def _mark(line: Line, x: float, y: float) -> str:
    return f'<path class="{line.colour} mark" d="{_MARKS[line.mark].format(x=x, y=y)}"/>'


def _names(x: float, lines: Iterable[tuple[Line, float]], early: Sequence[Line]) -> Iterator[str]:
    """Each at the height at which its line ends, moved apart; with its mark where the line ends before `x`."""
    ordered = sorted(lines, key=lambda pair: pair[1])
    for (line, y), height in zip(ordered, _apart([y for _, y in ordered]), strict=True):
        if line in early:
            yield _mark(line, x + 18, height)
        elif abs(height - y) > 3:
            ends = f'x1="{x + 5:.1f}" y1="{y:.1f}" x2="{x + 12:.1f}" y2="{height:.1f}"'
            yield f'<line class="{line.colour} lead" {ends}/>'
        yield text(x + (28 if line in early else 14), height + 4, f"{line.colour} name", line.label)


def _apart(heights: Sequence[float]) -> list[float]:
    """Rising heights, moved as little as may be so that a line of text lies between any two."""
    groups: list[tuple[float, int]] = []  # the middle of labels that touch, and how many they are
    for height in heights:
        groups.append((height, 1))
        while len(groups) > 1 and groups[-1][0] - groups[-2][0] < _LINE * (groups[-1][1] + groups[-2][1]) / 2:
            (a, m), (b, n) = groups[-2:]
            groups[-2:] = [((a * m + b * n) / (m + n), m + n)]
    return [middle + _LINE * (n - (size - 1) / 2) for middle, size in groups for n in range(size)]


def text(x: float, y: float, look: str, words: str, *, anchor: str = "start", bold: bool = False) -> str:
    """Words at a place."""
    more = (f' text-anchor="{anchor}"' if anchor != "start" else "") + (' font-weight="600"' if bold else "")
    return f'<text class="{look}" x="{x:.1f}" y="{y:.1f}"{more}>{escape(words)}</text>'


def _count(value: float) -> str:
    return f"{value / 1e6:g} M" if value >= 1e6 else f"{value / 1000:g} k" if value >= 1000 else f"{value:g}"
