"""Where the boxes of connected parts stand so that they are as far apart as the paths between them are long.

By stress majorization (Gansner, Koren and North 2004) with momentum (Nesterov 1983), for many parts at once: the
pairs of all of them are in one row, since numpy is slow by the call. A part comes out the same whatever is beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.export.pairs import Array, Mask, Numbers, pairs_of, pairs_within, pushed, summed
from kg.export.starts import Piece

HASTE = 0.7  # of a whole step, as momentum carries boxes that have few partners beyond
ROUNDS = 48
SCALINGS = 15  # steps towards classical scaling (Torgerson 1952), which unfolds the start
STILL = 1.0  # pixels: a part that moves less has settled
LOOK = 8  # rounds between two looks at what has settled


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts in one row. `of` tells the part of each box, `by` that of each edge; pairs are of boxes of one part.

    Sizes are widths in one row, heights in the other, and so are places, which functions take and give back.
    """

    boxes: Numbers
    of: Numbers
    by: Numbers
    size: Array
    start: Numbers
    end: Numbers
    length: Array
    one: Numbers
    other: Numbers
    wanted: Array

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.boxes)

    def total(self, values: Array) -> Array:
        """The sum of the values of the boxes of each part."""
        return summed(self.of, values, self.count)

    def most(self, values: Array) -> Array:
        """The largest value, none below 0, of the boxes of each part."""
        found = np.zeros(self.count)
        np.maximum.at(found, self.of, values)
        return found


def in_a_row(pieces: Sequence[Piece]) -> Parts:
    """Parts by their pieces."""
    boxes = np.array([len(piece.size) for piece in pieces])
    first = np.cumsum(boxes) - boxes
    ends = np.concatenate([piece.ends + at for piece, at in zip(pieces, first, strict=True)]).T.copy()
    one, other = pairs_within(boxes.tolist())
    return Parts(
        boxes=boxes,
        of=np.repeat(np.arange(len(pieces)), boxes),
        by=np.repeat(np.arange(len(pieces)), [len(piece.ends) for piece in pieces]),
        size=np.concatenate([piece.size for piece in pieces]).T.copy(),
        start=ends[0],
        end=ends[1],
        length=np.concatenate([piece.lengths for piece in pieces]),
        one=one,
        other=other,
        wanted=np.concatenate([piece.paths[pairs_of(len(piece.size))] for piece in pieces]),
    )


@dataclass(frozen=True, slots=True)
class Pulls:
    """What draws the boxes of pairs together or apart: nearer ones count for more."""

    one: Numbers
    other: Numbers
    wanted: Array
    weight: Array
    share: Array

    @classmethod
    def of(cls, parts: Parts) -> Pulls:
        """The pulls of all pairs."""
        weight = parts.wanted**-2.0
        count = len(parts.of)
        total = summed(parts.one, weight, count) + summed(parts.other, weight, count)
        return cls(parts.one, parts.other, weight * parts.wanted, weight, 1 / total)

    def among(self, parts: Parts, chosen: Mask) -> Pulls:
        """Those within some of the parts."""
        kept = chosen[parts.of[self.one]]
        return Pulls(self.one[kept], self.other[kept], self.wanted[kept], self.weight[kept], self.share)

    def move(self, places: Array) -> Array:
        """From each place to the weighted mean of where its partners want it."""
        x, y = places
        right, down = x.take(self.one) - x.take(self.other), y.take(self.one) - y.take(self.other)
        force = self.wanted / np.maximum(np.sqrt(right * right + down * down), 1e-9) - self.weight
        return pushed(self.one, self.other, (right * force, down * force), len(x)) * self.share


def unfolded(parts: Parts, places: Array) -> Array:
    """Places nearer to classical scaling, which sees a part as a whole, by a few steps of the power method."""
    squares, count = parts.wanted**2, len(parts.of)

    def scaled(axis: Array) -> tuple[Array, Array]:
        pull = summed(parts.one, squares * axis[parts.other], count)
        axis = -(pull + summed(parts.other, squares * axis[parts.one], count))
        axis -= (parts.total(axis) / parts.boxes)[parts.of]
        length = np.sqrt(parts.total(axis * axis)) + 1e-9
        return axis / length[parts.of], length

    x, y = places
    for _ in range(SCALINGS):
        x, wide = scaled(x)
        y, high = scaled(y - parts.total(x * y)[parts.of] * x)
    return np.stack([x * np.sqrt(wide / 2)[parts.of], y * np.sqrt(high / 2)[parts.of]])


def relaxed(parts: Parts, places: Array) -> Array:
    """Places of little stress; a part whose momentum leads uphill loses it."""
    every = pulls = Pulls.of(parts)
    age, speed = np.zeros(parts.count), np.zeros_like(places)
    for turn in range(1, ROUNDS + 1):
        ahead = places + (age / (age + 3))[parts.of] * speed
        move = HASTE * pulls.move(ahead)
        speed = ahead + move - places
        places = places + speed
        uphill = parts.total((move * speed).sum(axis=0)) < 0
        age = np.where(uphill, 0.0, age + 1)
        if turn % LOOK == 0:
            moving = parts.most(np.abs(speed).max(axis=0)) >= STILL
            if not moving.any():
                break
            speed = speed * moving[parts.of]
            pulls = every.among(parts, moving)
    return places


def levelled(parts: Parts, places: Array) -> Array:
    """Places around the origin, turned so that the long side of each part lies flat."""
    x, y = (axis - (parts.total(axis) / parts.boxes)[parts.of] for axis in places)
    angle = 0.5 * np.arctan2(2 * parts.total(x * y), parts.total(x * x - y * y))
    cos, sin = np.cos(angle)[parts.of], np.sin(angle)[parts.of]
    return np.stack([x * cos + y * sin, y * cos - x * sin])


def growth(parts: Parts, places: Array) -> Array:
    """By how much each level part must grow for its boxes to fill no more than half of the room that it spans."""
    along, across = (np.sqrt(parts.total(axis * axis) / parts.boxes) for axis in places)
    room = np.pi * 4 * np.maximum(along * across, along**2 / 9)
    filled = parts.total(parts.size[0] * parts.size[1])
    return np.asarray(np.maximum(1.0, np.sqrt(2 * filled / np.maximum(room, 1e-9))))
