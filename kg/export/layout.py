"""Where the entities of a picture stand: fixed, seeded, without overlaps.

Connected parts are drawn one by one by stress majorization (Gansner, Koren and North 2004): entities stand
as far apart as the paths between them are long. Then boxes are pushed off each other and off foreign edges,
and the parts are set side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

SEED = 7
TRIES = 8  # starts, of which the clearest drawing is taken; big parts get fewer, for time
ASPECT = 1.4  # width to height of the whole picture
THICKET = 300  # edges of a part among which no box can keep clear of all
GAP = 14.0  # free space between two boxes
BETWEEN = 60.0  # free space between two parts
CELL = 20.0  # grain of the packing

Array = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room that an entity and its label take."""

    width: float
    height: float


def arrange(boxes: Mapping[str, Box], links: Mapping[tuple[str, str], float]) -> dict[str, Point]:
    """The centre of each box; `links` gives the wanted length of the edge between two boxes."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(boxes)
    graph.add_weighted_edges_from((a, b, length) for (a, b), length in sorted(links.items()) if a != b)
    parts = [sorted(part) for part in nx.connected_components(graph)]
    drawn = [_draw(graph.subgraph(part), boxes) for part in sorted(parts) if len(part) > 1]
    single = [part[0] for part in parts if len(part) == 1]
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


def _draw(part: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """One connected part."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(part))
    graph.add_weighted_edges_from(sorted((min(a, b), max(a, b), length) for a, b, length in part.edges(data="weight")))
    names = list(graph)
    index = {name: i for i, name in enumerate(names)}
    wanted = np.asarray(nx.floyd_warshall_numpy(graph, names))
    size = np.array([(boxes[name].width + GAP, boxes[name].height + GAP) for name in names])
    ends = np.array([(index[a], index[b]) for a, b in graph.edges])
    lengths = np.array([length for _, _, length in graph.edges(data="weight")])
    best, clearest = np.inf, np.empty((0, 2))
    tries = _tries(len(names))
    for seed in range(SEED, SEED + tries):
        start = nx.spring_layout(graph, seed=seed, method="force", weight=None, iterations=100)
        places = np.array([start[name] for name in names]) * wanted.max() / 2
        places = _settle(places, wanted, size, ends, lengths)
        tangle = _tangle(places, size, ends, lengths) if tries > 1 else 0.0  # which takes edges by edges of memory
        if tangle < best:
            best, clearest = tangle, places
        if best == 0:
            break  # nothing can be clearer
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, clearest, strict=True)}


def _tries(count: int) -> int:
    return 1 if count < 4 else max(1, min(TRIES, 160 // count))


def _tangle(places: Array, size: Array, ends: NDArray[np.int_], lengths: Array) -> float:
    """How hard a drawing is to read: edges that cross, run over boxes or lack room for their label."""
    start, along = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    offset = start[None, :, :] - start[:, None, :]
    turn = along[:, None, 0] * along[None, :, 1] - along[:, None, 1] * along[None, :, 0]
    turn = np.where(np.abs(turn) < 1e-9, np.inf, turn)
    at = (offset[:, :, 0] * along[None, :, 1] - offset[:, :, 1] * along[None, :, 0]) / turn
    crossing = ((at > 1e-6) & (at < 1 - 1e-6) & (at.T > 1e-6) & (at.T < 1 - 1e-6)).sum() / 2
    covered = np.abs(_off_edges(places, size, ends)).sum() / 20
    short = np.maximum(lengths - np.sqrt((along**2).sum(axis=1)), 0.0).sum() / 40
    return round(float(crossing + covered + short), 3)


def _settle(places: Array, wanted: Array, size: Array, ends: NDArray[np.int_], lengths: Array) -> Array:
    """Stress first, then stress with boxes and edges pushed apart, at last boxes alone until none overlap."""
    rounds = 120 if len(places) < 150 else 60
    weight = _weights(wanted)
    for _ in range(2 * rounds):
        before, places = places, _relax(places, wanted, weight, 1.0)
        if np.abs(places - before).max() < 0.1:
            break
    places = _level(places)
    grown = _growth(places, size)
    places, wanted = places * grown, wanted * grown
    weight = _weights(wanted)
    for turn in range(rounds if len(places) > 2 else 0):
        places = _relax(places, wanted, weight, 0.3 * (1 - turn / rounds))
        places = places + 0.4 * _stretch(places, ends, lengths)
        if len(ends) < THICKET:
            places = places + 0.5 * _off_edges(places, size, ends)
        places = places + _apart(places, size)
    for _ in range(400):
        push = _apart(places, size)
        if not push.any():
            break
        places = places + push
    return places


def _weights(wanted: Array) -> Array:
    """How much each pair counts for each of its two, the nearer the more."""
    return np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)


def _relax(places: Array, wanted: Array, weight: Array, pace: float) -> Array:
    """A step of stress majorization: each place becomes the weighted mean of where its partners want it."""
    # numpy is slow over an axis of two, so right and down go by themselves
    gaps = [axis[:, None] - axis[None, :] for axis in places.T.copy()]
    distance = np.sqrt(gaps[0] * gaps[0] + gaps[1] * gaps[1])
    pull = weight * wanted / np.maximum(distance, 1e-9)
    votes = [
        np.einsum("ij,j->i", weight, axis) + np.einsum("ij,ij->i", pull, gap)
        for axis, gap in zip(places.T, gaps, strict=True)
    ]
    target = np.stack(votes, axis=1) / weight.sum(axis=1)[:, None]
    return np.asarray(places + pace * (target - places))


def _growth(places: Array, size: Array) -> float:
    """By how much a drawing must grow for its boxes to fill no more than half of the room it spans."""
    spread = places.std(axis=0)
    room = np.pi * 4 * max(spread[0] * spread[1], spread[0] ** 2 / 9)
    return float(max(1.0, np.sqrt(2 * size.prod(axis=1).sum() / room)))


def _level(places: Array) -> Array:
    """Turned so that the long side lies flat."""
    x, y = (places - places.mean(axis=0)).T
    angle = 0.5 * np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum())
    return np.stack([x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)], axis=1)


def _apart(places: Array, size: Array) -> Array:
    """How far each box must move, along the cheaper axis, to clear the boxes that it overlaps."""
    sides = list(zip(size.T.copy() / 2, places.T.copy(), strict=True))
    over_x, over_y = (half[:, None] + half[None, :] - np.abs(at[:, None] - at[None, :]) for half, at in sides)
    one, other = np.nonzero(np.triu((over_x > 0.5) & (over_y > 0.5), 1))
    over = np.stack([over_x[one, other], over_y[one, other]], axis=1)
    over[over > over.min(axis=1, initial=np.inf, keepdims=True)] = 0.0
    push = over * np.where(places[one] < places[other], -0.5, 0.5)
    move = np.zeros_like(places)
    np.add.at(move, one, push)
    np.add.at(move, other, -push)
    crowd = np.bincount(np.concatenate([one, other]), minlength=len(places))
    return np.asarray(move / np.sqrt(np.maximum(crowd, 1))[:, None])


def _stretch(places: Array, ends: NDArray[np.int_], lengths: Array) -> Array:
    """How far each box must move so that no edge is too short for its label."""
    along = places[ends[:, 1]] - places[ends[:, 0]]
    length = np.sqrt((along**2).sum(axis=1)) + 1e-9
    push = along * (np.maximum(lengths - length, 0.0) / length / 2)[:, None]
    move = np.zeros_like(places)
    np.add.at(move, ends[:, 0], -push)
    np.add.at(move, ends[:, 1], push)
    return np.clip(move, -40.0, 40.0)


def _off_edges(places: Array, size: Array, ends: NDArray[np.int_]) -> Array:
    """How far each box must move to leave the edges that are not its own, and edges to leave it."""
    start, along = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    length = np.sqrt((along**2).sum(axis=1)) + 1e-9
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    offset = places[:, None, :] - start[None, :, :]
    far = (offset * normal[None, :, :]).sum(axis=2)
    share = (offset * along[None, :, :]).sum(axis=2) / length[None, :] ** 2
    reach = (np.abs(normal)[None, :, :] * size[:, None, :] / 2).sum(axis=2)
    own = (np.arange(len(places))[:, None, None] == ends[None, :, :]).any(axis=2)
    lacking = np.where((share > 0.05) & (share < 0.95) & ~own, np.maximum(reach - np.abs(far), 0.0), 0.0)
    push = (lacking * np.where(far < 0, -1.0, 1.0))[:, :, None] * normal[None, :, :]
    move = push.sum(axis=1) * 0.5
    for side in (0, 1):
        np.add.at(move, ends[:, side], -0.25 * push.sum(axis=0))
    return np.asarray(np.clip(move, -40.0, 40.0))


def _pack(parts: Iterable[dict[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Parts side by side, tallest first, each as high up as it goes."""
    frames = [(extent(part, boxes), part) for part in parts]
    frames.sort(key=lambda frame: (frame[0][1] - frame[0][3], min(frame[1])))
    area = sum((right - left + BETWEEN) * (bottom - top + BETWEEN) for (left, top, right, bottom), _ in frames)
    widest = max((right - left for (left, _, right, _), _ in frames), default=0.0) + BETWEEN
    skyline = [0.0] * (int(max(widest, (area * ASPECT) ** 0.5 * 1.05) / CELL) + 1)
    packed: dict[str, Point] = {}
    for (left, top, right, bottom), part in frames:
        span = min(int((right - left + BETWEEN) / CELL) + 1, len(skyline))
        floor, column = min((max(skyline[i : i + span]), i) for i in range(len(skyline) - span + 1))
        skyline[column : column + span] = [floor + bottom - top + BETWEEN] * span
        packed |= moved(part, column * CELL - left, floor - top)
    return packed
