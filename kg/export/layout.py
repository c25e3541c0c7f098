"""Where the entities of a picture stand: fixed, seeded, without overlaps.

Connected parts are drawn by `stress` and `clearing`, all together, and set side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from kg.export.clearing import crossings, spaced, tangles
from kg.export.pairs import Array
from kg.export.starts import Piece, piece, start
from kg.export.stress import in_a_row, levelled, relaxed, unfolded

TRIES = 12  # starts, of which the clearest drawing is taken
WORTH = 100_000  # pairs of boxes, and of edges, in all drawings of a part; big parts get fewer, for time
ASPECT = 1.4  # width to height of the whole picture
GAP = 14.0  # free space between two boxes
BETWEEN = 60.0  # free space between two parts
WIDTHS = (1.0, 1.1, 1.25, 1.5)  # that are tried, of the side of a frame without any space left
CELL = 20.0  # grain of the packing

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room that an entity and its label take."""

    width: float
    height: float


def arrange(boxes: Mapping[str, Box], links: Mapping[tuple[str, str], float]) -> dict[str, Point]:
    """The centre of each box; `links` gives the wanted length of the edge between two boxes."""
    parts = _connected(boxes, links)
    single = [part[0] for part in parts if len(part) == 1]
    drawn = _drawn([part for part in parts if len(part) > 1], boxes, links)
    return _pack([*drawn, *([rows(single, boxes)] if single else [])], boxes)


def rows(names: Sequence[str], boxes: Mapping[str, Box], width: float = 0.0) -> dict[str, Point]:
    """Boxes in even rows of about the given width, in the given order."""
    if not names:
        return {}
    across = max(boxes[name].width for name in names) + GAP
    down = max(boxes[name].height for name in names) + GAP
    wanted = width or (len(names) * across * down * ASPECT) ** 0.5
    columns = max(1, round(wanted / across))
    return {name: (i % columns * across, i // columns * down) for i, name in enumerate(names)}


def extent(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes."""
    if not places:
        return 0.0, 0.0, 0.0, 0.0
    return (
        min(x - boxes[name].width / 2 for name, (x, _) in places.items()),
        min(y - boxes[name].height / 2 for name, (_, y) in places.items()),
        max(x + boxes[name].width / 2 for name, (x, _) in places.items()),
        max(y + boxes[name].height / 2 for name, (_, y) in places.items()),
    )


def moved(places: Mapping[str, Point], right: float, down: float) -> dict[str, Point]:
    """The same drawing elsewhere."""
    return {name: (x + right, y + down) for name, (x, y) in places.items()}


def _connected(boxes: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The names of each connected part in order, and the parts by their first names."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    seen: set[str] = set()
    parts = []
    for name in sorted(boxes):
        if name not in seen:
            part = {name}
            coming = [name]
            while coming:
                fresh = set(near[coming.pop()]) - part
                part |= fresh
                coming += fresh
            seen |= part
            parts.append(sorted(part))
    return parts


def _drawn(
    parts: Sequence[Sequence[str]], boxes: Mapping[str, Box], links: Mapping[tuple[str, str], float]
) -> list[dict[str, Point]]:
    """Each connected part: where the first drawing could be clearer, the best of several further starts is tried."""
    pieces = _pieces(parts, boxes, links)
    best = _spaced(_relaxed([(piece, 0) for piece in pieces], unfold=True))
    again = [(at, turn) for at, drawing in enumerate(best) if drawing.tangle for turn in range(1, _tries(pieces[at]))]
    others: dict[int, _Drawing] = {}
    for (at, _), found in zip(again, _relaxed([(pieces[at], turn) for at, turn in again]), strict=True):
        others[at] = min(others.get(at, found), found, key=attrgetter("tangle"))
    for at, found in zip(others, _spaced(list(others.values())), strict=True):
        best[at] = min(best[at], found, key=attrgetter("tangle"))
    return [
        {name: (float(x), float(y)) for name, (x, y) in zip(part, drawing.places, strict=True)}
        for part, drawing in zip(parts, best, strict=True)
    ]


def _pieces(
    parts: Sequence[Sequence[str]], boxes: Mapping[str, Box], links: Mapping[tuple[str, str], float]
) -> list[Piece]:
    place = {name: (number, at) for number, part in enumerate(parts) for at, name in enumerate(part)}
    edges: list[list[tuple[int, int, float]]] = [[] for _ in parts]
    for (one, other), length in sorted(links.items()):
        if one != other:
            number, at = place[one]
            edges[number].append((at, place[other][1], length))
    sizes = [[(boxes[name].width + GAP, boxes[name].height + GAP) for name in part] for part in parts]
    return [piece(*each) for each in zip(sizes, edges, strict=True)]


class _Drawing(NamedTuple):
    """Places of the boxes of a part, and how hard these are to read."""

    piece: Piece
    places: Array
    tangle: float


def _relaxed(starts: Sequence[tuple[Piece, int]], *, unfold: bool = False) -> list[_Drawing]:
    """Drawings without much stress, from starts of these numbers, in which edges may cross."""
    if not starts:
        return []
    parts = in_a_row([piece for piece, _ in starts])
    places = np.concatenate([start(*each) for each in starts]).T.copy()
    places = relaxed(parts, unfolded(parts, places) if unfold else places)
    return _drawings([piece for piece, _ in starts], places, crossings(parts, places))


def _spaced(given: Sequence[_Drawing]) -> list[_Drawing]:
    """The same with room for boxes, edges and labels."""
    if not given:
        return []
    parts = in_a_row([drawing.piece for drawing in given])
    places = levelled(parts, np.concatenate([drawing.places for drawing in given]).T.copy())
    places = spaced(parts, places)
    return _drawings([drawing.piece for drawing in given], places, tangles(parts, places))


def _drawings(pieces: Sequence[Piece], places: Array, tangle: Array) -> list[_Drawing]:
    apart = np.split(places.T, np.cumsum([len(piece.size) for piece in pieces])[:-1])
    return list(map(_Drawing, pieces, apart, tangle.tolist()))


def _tries(piece: Piece) -> int:
    count = max(len(piece.size), len(piece.ends))
    return 1 if count < 3 else max(1, min(TRIES, WORTH // count**2))


def _pack(parts: Iterable[dict[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Parts side by side, tallest first, each as high up as it goes, in the width that shows them largest."""
    frames = [(extent(part, boxes), part) for part in parts]
    frames.sort(key=lambda frame: (frame[0][1] - frame[0][3], min(frame[1])))
    sizes = [(right - left + BETWEEN, bottom - top + BETWEEN) for (left, top, right, bottom), _ in frames]
    side = (sum(width * height for width, height in sizes) * ASPECT) ** 0.5
    widths = (max([side * share, *(width for width, _ in sizes)]) for share in WIDTHS)
    corners = min((_corners(sizes, width) for width in widths), key=lambda found: _reach(found, sizes))
    packed: dict[str, Point] = {}
    for ((left, top, _, _), part), (x, y) in zip(frames, corners, strict=True):
        packed |= moved(part, x - left, y - top)
    return packed


def _corners(sizes: Iterable[Point], width: float) -> list[Point]:
    """The upper left corners of rectangles, set into a width in this order."""
    skyline = [0.0] * (int(width / CELL) + 1)
    corners = []
    for across, down in sizes:
        span = min(int(across / CELL) + 1, len(skyline))
        floor, column = min((max(skyline[i : i + span]), i) for i in range(len(skyline) - span + 1))
        skyline[column : column + span] = [floor + down] * span
        corners.append((column * CELL, floor))
    return corners


def _reach(corners: Iterable[Point], sizes: Iterable[Point]) -> float:
    """How large a frame of the wanted shape must be to hold the rectangles."""
    ends = [(x + across, y + down) for (x, y), (across, down) in zip(corners, sizes, strict=True)]
    return max((max(right, bottom * ASPECT) for right, bottom in ends), default=0.0)
