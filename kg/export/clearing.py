"""Room in a drawing: boxes pushed off each other and off foreign edges, edges as long as their labels.

What may meet is looked for among all pairs now and then only, since in a large part most are far from each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kg.export.pairs import Array, Mask, Numbers, pairs_within, pushed, summed
from kg.export.stress import LOOK, Parts, Pulls, growth

ROUNDS = 120  # of big parts a third
BIG = 150  # boxes
THICKET = 300  # edges of a part among which no box can keep clear of all
CLEAR = 400  # rounds at most until no two boxes overlap
HASTE = 1.5  # of the moves that clear boxes, as those in a crowd hinder each other
SLACK = 60.0  # how far from each other are those that may meet until the next look
MOST = 40.0  # that a box moves in a round for the sake of edges
ENOUGH, AT_LAST = 0.5, 2.0  # pixels: boxes that overlap by less, with the free space around them, do not


def spaced(parts: Parts, places: Array) -> Array:
    """Places that have grown until boxes, edges and labels have room, with little stress."""
    grown = growth(parts, places)
    places = places * grown[parts.of]
    pulls = Pulls.of(replace(parts, wanted=parts.wanted * grown[parts.of[parts.one]]))
    rounds = np.where(parts.boxes > 2, np.where(parts.boxes < BIG, ROUNDS, ROUNDS // 3), 0)
    foreign = _foreign(parts)
    for turn in range(int(rounds.max())):
        if turn % LOOK == 0:
            going = turn < rounds
            pulls = pulls.among(parts, going)
            edges = np.flatnonzero(going[parts.by])
            near, beside = _near(parts, places, going), foreign.beside(parts, places)
        pace = 0.3 * np.maximum(1 - turn / np.maximum(rounds, 1), 0)
        places = places + pulls.move(places) * pace[parts.of]
        places = places + 0.4 * _stretch(parts, places, edges)
        places = places + 0.5 * beside.push(parts, places)
        places = places + _apart(parts, places, near)
    return _cleared(parts, places)


def _cleared(parts: Parts, places: Array) -> Array:
    """Boxes moved only as far as they overlap, until none do."""
    every = np.ones(parts.count, dtype=bool)
    looked = -1
    for turn in range(CLEAR):
        if turn - looked >= LOOK or looked < 0:
            near, looked = _near(parts, places, every), turn
        push = _apart(parts, places, near, AT_LAST)
        if not push.any():
            if looked == turn:
                break
            looked = -1
        places = places + HASTE * push
    return places


def _near(parts: Parts, places: Array, going: Mask) -> Numbers:
    """The pairs of boxes that may overlap soon, of the parts that still move."""
    close = going[parts.of[parts.one]]
    for axis, size in zip(places, parts.size / 2, strict=True):
        close &= np.abs(axis[parts.one] - axis[parts.other]) < size[parts.one] + size[parts.other] + SLACK
    return np.flatnonzero(close)


def _apart(parts: Parts, places: Array, near: Numbers, enough: float = ENOUGH) -> Array:
    """How far each box must move, along the cheaper axis, to clear the boxes that it overlaps."""
    one, other = parts.one[near], parts.other[near]
    gap = places[:, one] - places[:, other]
    over = (parts.size[:, one] + parts.size[:, other]) / 2 - np.abs(gap)
    hit = np.flatnonzero((over > enough).all(axis=0))
    one, other, gap, over = one[hit], other[hit], gap[:, hit], over[:, hit]
    push = np.where(over <= over[::-1], over, 0.0) * np.where(gap < 0, -0.5, 0.5)
    count = len(parts.of)
    crowd = np.bincount(one, minlength=count) + np.bincount(other, minlength=count)
    return np.asarray(pushed(one, other, push, count) / np.sqrt(np.maximum(crowd, 1)))


def _stretch(parts: Parts, places: Array, edges: Numbers) -> Array:
    """How far each box must move so that no edge is too short for its label."""
    start, end = parts.start[edges], parts.end[edges]
    right, down = places[:, end] - places[:, start]
    length = np.sqrt(right * right + down * down) + 1e-9
    lack = np.maximum(parts.length[edges] - length, 0.0) / length / 2
    return np.clip(pushed(end, start, (right * lack, down * lack), len(parts.of)), -MOST, MOST)


@dataclass(frozen=True, slots=True)
class Beside:
    """Boxes with edges of their part that are not their own."""

    box: Numbers
    edge: Numbers

    def beside(self, parts: Parts, places: Array) -> Beside:
        """Those where the box may stand on the edge soon."""
        far, along, length, reach, _, _ = self._seen(parts, places)
        close = (np.abs(far) < reach + SLACK) & (along > -SLACK) & (along < length + SLACK)
        return Beside(self.box[close], self.edge[close])

    def push(self, parts: Parts, places: Array) -> Array:
        """How far each box must move to leave the edges, and edges to leave it."""
        far, along, length, reach, across, down = self._seen(parts, places)
        hit = np.flatnonzero((along > 0.05 * length) & (along < 0.95 * length) & (reach > np.abs(far)))
        lack = np.where(far[hit] < 0, np.abs(far[hit]) - reach[hit], reach[hit] - far[hit])
        box, edge, count = self.box[hit], self.edge[hit], len(parts.of)
        start, end = parts.start[edge], parts.end[edge]
        moves = []
        for push in (lack * across[hit], lack * down[hit]):
            back = summed(start, push, count) + summed(end, push, count)
            moves.append(0.5 * summed(box, push, count) - 0.25 * back)
        return np.clip(np.stack(moves), -MOST, MOST)

    def _seen(self, parts: Parts, places: Array) -> tuple[Array, ...]:
        """How far boxes are off the lines of edges and along them, the lengths of these, how far boxes reach towards
        them, and the directions across them.
        """
        start = places[:, parts.start]
        right, down = places[:, parts.end] - start
        length = np.sqrt(right * right + down * down) + 1e-9
        right, down, length = ((each[self.edge]) for each in (right / length, down / length, length))
        x, y = places[:, self.box] - start[:, self.edge]
        wide, high = parts.size[:, self.box] / 2
        reach = np.abs(down) * wide + np.abs(right) * high
        return y * right - x * down, x * right + y * down, length, reach, -down, right


def _foreign(parts: Parts) -> Beside:
    """Each box with all edges of its part but its own; of thickets none."""
    edges = np.bincount(parts.by, minlength=parts.count)
    first_box, first_edge = np.cumsum(parts.boxes) - parts.boxes, np.cumsum(edges) - edges
    box, edge = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)]
    for part in np.flatnonzero((edges < THICKET) & (parts.boxes > 2)):
        box.append(np.repeat(np.arange(parts.boxes[part]), edges[part]) + first_box[part])
        edge.append(np.tile(np.arange(edges[part]), parts.boxes[part]) + first_edge[part])
    every = Beside(np.concatenate(box), np.concatenate(edge))
    strange = (parts.start[every.edge] != every.box) & (parts.end[every.edge] != every.box)
    return Beside(every.box[strange], every.edge[strange])


def tangles(parts: Parts, places: Array) -> Array:
    """How hard the drawing of each part is to read: edges that cross, run over boxes or lack room for their label."""
    right, down = places[:, parts.end] - places[:, parts.start]
    short = np.maximum(parts.length - np.sqrt(right * right + down * down), 0.0)
    covered = np.abs(_foreign(parts).push(parts, places)).sum(axis=0)
    return np.round(crossings(parts, places) + parts.total(covered) / 20 + summed(parts.by, short, parts.count) / 40, 3)


def crossings(parts: Parts, places: Array) -> Array:
    """How many pairs of edges of each part cross; of thickets they are not counted."""
    edges = np.bincount(parts.by, minlength=parts.count)
    clear = edges < THICKET
    each = np.flatnonzero(clear[parts.by])
    one, other = (each[side] for side in pairs_within(edges[clear].tolist()))
    (x, y), (right, down) = places[:, parts.start], places[:, parts.end] - places[:, parts.start]
    turn = right[one] * down[other] - down[one] * right[other]
    turn = np.where(np.abs(turn) < 1e-9, np.inf, turn)
    off_x, off_y = x[other] - x[one], y[other] - y[one]
    crossing = np.ones(len(one), dtype=bool)
    for each in (other, one):
        at = (off_x * down[each] - off_y * right[each]) / turn
        crossing &= (at > 1e-6) & (at < 1 - 1e-6)
    return summed(parts.by[one], crossing.astype(float), parts.count)
