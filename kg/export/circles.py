"""Circles in many groups, each group by itself: linked ones near each other, none over another.

Springs along links, repulsion between all, and a pull to the middle, for several groups at once: the pairs of all of
them are in one row, since numpy is slow by the call. A group comes out the same whatever is beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.export.pairs import Array, Numbers, pairs_within, pushed

GAP = 0.35  # free space between circles, of a member's radius
MANY = 400  # circles that forces can set in little time; further ones stand around them
AT_ONCE = 40_000  # pairs, which a processor keeps near; a larger group goes alone
STILL = 0.02  # a group in which no circle overlaps by more than lets it move so far is done
REPULSION = 0.35
_GOLDEN = np.pi * (3 - 5**0.5)

Links = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Group:
    """Circles with the weights of their links, by place (low, high), and how strongly the middle pulls."""

    radii: Array
    links: Links
    gravity: float


def set_apart(groups: Sequence[Group], steps: int) -> list[Array]:
    """The centres of the circles of each group, the first ones in the middle."""
    places = [_sunflower(group.radii) for group in groups]
    for few in _portions(groups):
        inner = [groups[at] for at in few]
        cuts = np.cumsum([_forced_of(group) for group in inner])[:-1]
        start = np.concatenate([places[at][: _forced_of(groups[at])] for at in few])
        for at, found in zip(few, np.split(_Forces.of(inner).settled(start, steps), cuts), strict=True):
            places[at][: len(found)] = found
            _set_around(places[at], groups[at].radii, len(found))
    return places


def _forced_of(group: Group) -> int:
    """How many circles forces set."""
    return min(len(group.radii), MANY)


def _portions(groups: Sequence[Group]) -> Iterator[list[int]]:
    """The numbers of the groups that have something to set, as many as go at once."""
    portion: list[int] = []
    pairs = 0
    for at, group in enumerate(groups):
        count = _forced_of(group)
        if count > 2:
            if portion and pairs + count**2 // 2 > AT_ONCE:
                yield portion
                portion, pairs = [], 0
            portion.append(at)
            pairs += count**2 // 2
    if portion:
        yield portion


def _sunflower(radii: Array) -> Array:
    """Circles on a spiral that leaves each about its own area."""
    area = np.cumsum(radii**2) - radii**2 / 2
    angle = _GOLDEN * np.arange(len(radii))
    distance = 1.25 * np.sqrt(area - area[0]) if len(radii) else area
    return np.column_stack((distance * np.cos(angle), distance * np.sin(angle)))


def _set_around(places: Array, radii: Array, few: int) -> None:
    """The circles after the first few in rings around these."""
    if few < len(radii):
        rim = float((np.hypot(*places[:few].T) + radii[:few]).max())
        area = np.cumsum((1.5 * radii[few:]) ** 2) + (rim + radii[few]) ** 2
        angle = _GOLDEN * np.arange(len(area))
        places[few:] = np.column_stack((np.sqrt(area) * np.cos(angle), np.sqrt(area) * np.sin(angle)))


@dataclass(frozen=True, slots=True)
class _Forces:
    """Groups in one row: the first circle of each, the group of each circle, all pairs with their repulsion and the
    room they need, links with their pull and length, and the gravity and longest step of each circle.
    """

    first: Numbers
    group: Numbers
    one: Numbers
    other: Numbers
    force: Array
    room: Array
    start: Numbers
    end: Numbers
    pull: Array
    rest: Array
    gravity: Array
    step: Array

    @classmethod
    def of(cls, groups: Sequence[Group]) -> _Forces:
        """The forces among the first circles of each group."""
        counts = np.array([_forced_of(group) for group in groups], dtype=np.intp)
        radii = [group.radii[:count] for group, count in zip(groups, counts, strict=True)]
        row = np.concatenate(radii)
        one, other = pairs_within(counts.tolist())
        near = row[one] + row[other]
        roots = np.repeat(np.sqrt(counts), counts)
        firsts = np.cumsum(counts) - counts
        links = [
            (low + first, high + first, weight)
            for first, count, group in zip(firsts.tolist(), counts.tolist(), groups, strict=True)
            for (low, high), weight in sorted(group.links.items())
            if high < count
        ]
        start, end = np.array([link[:2] for link in links], dtype=np.intp).reshape(-1, 2).T.copy()
        return cls(
            first=firsts,
            group=np.repeat(np.arange(len(groups)), counts),
            one=one,
            other=other,
            force=REPULSION * near**2 / roots[one],
            room=(1 + GAP) * near,
            start=start,
            end=end,
            pull=0.16 * np.minimum(np.log1p(np.array([link[2] for link in links], dtype=float)), 3.0),
            rest=1.25 * (row[start] + row[end]),
            gravity=np.repeat([group.gravity for group in groups], counts),
            step=np.repeat([each.mean() for each in radii], counts),
        )

    def settled(self, places: Array, steps: int) -> Array:
        """Where the circles come to rest, in columns as given."""
        spots = places.T.copy()
        for step in range(steps):
            move = self._push(spots) - self.gravity * spots + self._tug(spots)
            pace = self.step * (1.3 - 1.2 * step / steps) / (np.sqrt((move * move).sum(axis=0)) + 1e-9)
            spots = spots + move * np.minimum(1.0, pace)
            if step % 3 == 2:
                spots = spots + self._parted(spots)
        for _ in range(steps // 2):
            move = self._parted(spots)
            going = np.maximum.reduceat(np.abs(move).max(axis=0), self.first) >= STILL
            if not going.any():
                break
            spots = spots + move * going[self.group]
        return spots.T

    def _push(self, spots: Array) -> Array:
        """How much each circle is pushed by all others, with a force that falls with the distance."""
        right, down = self._gaps(spots)
        share = self.force / (right * right + down * down + 1.0)
        return pushed(self.one, self.other, (right * share, down * share), spots.shape[1])

    def _tug(self, spots: Array) -> Array:
        """How much each circle is drawn by its links to their length."""
        right, down = spots[:, self.end] - spots[:, self.start]
        length = np.hypot(right, down) + 1e-6
        tug = self.pull * (length - self.rest) / length
        return pushed(self.start, self.end, (right * tug, down * tug), spots.shape[1])

    def _parted(self, spots: Array) -> Array:
        """How much overlapping circles are pushed apart, each by a part of the overlap."""
        right, down = self._gaps(spots)
        squares = right * right + down * down
        hit = np.flatnonzero(squares < self.room * self.room)
        right, down = right[hit], down[hit]
        share = (self.room[hit] / (np.sqrt(squares[hit]) + 1e-6) - 1) * 0.35
        return pushed(self.one[hit], self.other[hit], (right * share, down * share), spots.shape[1])

    def _gaps(self, spots: Array) -> tuple[Array, Array]:
        x, y = spots
        return x.take(self.one) - x.take(self.other), y.take(self.one) - y.take(self.other)
