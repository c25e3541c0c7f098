"""From where a connected part is drawn: the paths between its boxes, and boxes in the sectors of those they hang on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from kg.export.pairs import Array, Numbers


@dataclass(frozen=True, slots=True)
class Piece:
    """A connected part: the room of its boxes, its edges with their lengths, and how long the shortest path between
    each two boxes is.
    """

    size: Array
    ends: Numbers
    lengths: Array
    paths: Array


def piece(size: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int, float]]) -> Piece:
    """A part of boxes, by width and height, and of edges between two of them, by number, with their lengths."""
    ends = np.array([(one, other) for one, other, _ in edges], dtype=np.intp)
    lengths = np.array([length for _, _, length in edges], dtype=float)
    return Piece(np.array(size, dtype=float), ends, lengths, _paths(len(size), ends, lengths))


def _paths(count: int, ends: Numbers, lengths: Array) -> Array:
    """The lengths of the shortest paths (Floyd 1962), found among the boxes that paths can lead over."""
    one, other = ends.T
    inner = np.bincount(ends.ravel(), minlength=count) > 1
    inner[0] |= not inner.any()
    found = np.full((count, count), np.inf)
    found[one, other] = found[other, one] = lengths
    np.fill_diagonal(found, 0.0)
    among = found[inner][:, inner].astype(np.float32)  # which takes half of the time, and no picture shows it
    for middle in range(len(among)):
        np.minimum(among, among[:, middle, None] + among[middle], out=among)
    door = np.where(inner, np.arange(count), np.argmin(np.where(inner, found, np.inf), axis=1))
    place, way = (np.cumsum(inner) - 1)[door], found[np.arange(count), door]
    paths: Array = among[place[:, None], place] + way[:, None] + way
    np.fill_diagonal(paths, 0.0)
    return paths


def start(given: Piece, turn: int) -> Array:
    """Places around the box in the middle, as far away as paths are long; turns differ in the order around it."""
    count = len(given.size)
    rank = list(range(count))
    if turn:
        Random(turn).shuffle(rank)
    middle = int(np.argmin(given.paths.max(axis=1)))
    far = given.paths[middle]
    outwards = np.lexsort((rank, far)).tolist()
    angle = _sectors(outwards, _hanging(given, middle, rank))
    odd = np.arange(count)  # none may stand on another
    return np.column_stack((far * np.cos(angle) + np.sin(odd), far * np.sin(angle) + np.cos(3 * odd)))


def _hanging(given: Piece, middle: int, rank: Sequence[int]) -> list[list[int]]:
    """The boxes that hang on each box: those to which a shortest path from the middle leads over it."""
    far = given.paths[middle].tolist()
    leading: list[tuple[float, int]] = [(np.inf, -1)] * len(rank)
    for (a, b), length in zip(given.ends.tolist(), given.lengths.tolist(), strict=True):
        for one, other in ((a, b), (b, a)):
            if far[one] < far[other]:
                leading[other] = min(leading[other], (far[one] + length, one))
    hanging: list[list[int]] = [[] for _ in rank]
    for box in sorted(range(len(rank)), key=rank.__getitem__):
        if box != middle:
            hanging[leading[box][1]].append(box)
    return hanging


def _sectors(outwards: Sequence[int], hanging: Sequence[Sequence[int]]) -> Array:
    """The angle of each box: the middle of a sector as wide as the ends that hang on it are many."""
    ends = [0] * len(outwards)
    for box in reversed(outwards):
        ends[box] = sum(ends[each] for each in hanging[box]) or 1
    low, step = [0.0] * len(outwards), 2 * np.pi / ends[outwards[0]]
    for box in outwards:
        at = low[box]
        for each in hanging[box]:
            low[each] = at
            at += ends[each] * step
    return np.array(low) + np.array(ends) * step / 2
