"""Where the entities of a large graph stand: communities apart, their members around the most important one.

Positions are a function of the graph alone (seeded), and take close to linear time: Louvain communities
(Blondel and others, 2008) are split until each is small, every small one is drawn by forces, and what is
drawn becomes one circle among the circles of the next level.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

SEED = 7
SMALL = 70  # members that forces can set in a readable way
MANY = 400  # circles that forces can set in little time; further ones stand around them
LEAST_STEPS, MOST_STEPS = 30, 240  # of the forces; a large graph gets fewer
GAP = 0.35  # free space between circles, of a member's radius
ASPECT = 1.3  # names are wide, so pictures are too
REPULSION = 0.35
GRAVITY, TOGETHER = 0.08, 0.45  # the pull to the middle of members, and of communities
ROOM = 1.7  # that a member takes with its name, of its radius
_GOLDEN = np.pi * (3 - 5**0.5)

Array = NDArray[np.float64]
Links = Mapping[tuple[int, int], float]
Edge = tuple[int, int, float]  # from the lower to the higher number


@dataclass(frozen=True, slots=True)
class Plan:
    """Coordinates and community of each entity, both by its place in the given order; -1 is no community."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    community: tuple[int, ...]


def plan(weights: Sequence[float], links: Links) -> Plan:
    """Places of entities with these importances; `links` holds a weight for each linked pair (low, high)."""
    count = len(weights)
    edges = [(a, b, w) for (a, b), w in sorted(links.items()) if a != b]
    radii = 1 + np.sqrt(np.array(weights, dtype=float) / (max(weights, default=0) or 1))
    steps = max(LEAST_STEPS, min(MOST_STEPS, 200_000 // (count + 1)))
    with _collected():
        groups = _groups((), edges, weights)
        spots = _drawn(groups, edges, radii, weights, steps)
    places = np.zeros((count, 2))
    community = [-1] * count
    for number, group in enumerate(groups):
        for member in group:
            community[member] = number
    for member, spot in spots.items():
        places[member] = spot
    _set_alone(places, [i for i in range(count) if i not in spots], spots)
    places[:, 0] *= ASPECT
    return Plan(tuple(places[:, 0].round(2).tolist()), tuple(places[:, 1].round(2).tolist()), tuple(community))


@contextmanager
def _collected() -> Iterator[None]:
    """Leave no cycles in memory, which graphs of networkx are; of all that was there before none is looked for."""
    apart = not gc.get_freeze_count()
    if apart:
        gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        if apart:
            gc.unfreeze()


def _groups(members: Iterable[int], edges: Sequence[Edge], weights: Sequence[float]) -> list[list[int]]:
    """Communities of some members and all that have edges, the weightiest first, their members too."""
    if not edges:
        return []
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_weighted_edges_from(edges)
    found = nx.community.louvain_communities(graph, seed=SEED)
    ranked = [sorted(group, key=lambda i: (-weights[i], i)) for group in found]
    return sorted(ranked, key=lambda group: (-sum(weights[i] for i in group), group[0]))


def _drawn(
    groups: Sequence[Sequence[int]], edges: Iterable[Edge], radii: Array, weights: Sequence[float], steps: int
) -> dict[int, Array]:
    """The spot of each member of the groups, around the origin."""
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    inside: list[list[Edge]] = [[] for _ in groups]
    between: dict[tuple[int, int], float] = {}
    for a, b, weight in edges:
        one, other = sorted((group_of[a], group_of[b]))
        if one == other:
            inside[one].append((a, b, weight))
        else:
            between[one, other] = between.get((one, other), 0.0) + weight
    drawn = [_draw(group, inner, radii, weights, steps) for group, inner in zip(groups, inside, strict=True)]
    sizes = np.array([_reach(spots, radii) for spots in drawn])
    centres = settle(sizes, between, steps, TOGETHER)
    return {
        member: spot + centre for spots, centre in zip(drawn, centres, strict=True) for member, spot in spots.items()
    }


def _draw(
    group: Sequence[int], edges: Sequence[Edge], radii: Array, weights: Sequence[float], steps: int
) -> dict[int, Array]:
    """One community around the origin, split again where it is large."""
    if len(group) > SMALL:
        inner = _groups(sorted(group), edges, weights)
        if 1 < len(inner) < len(group):
            return _drawn(inner, edges, radii, weights, steps)
    at = {member: rank for rank, member in enumerate(group)}
    links = {(min(at[a], at[b]), max(at[a], at[b])): w for a, b, w in edges}
    spots = settle(radii[list(group)] * ROOM, links, steps, GRAVITY)
    spots -= spots.mean(axis=0)
    return {member: spots[rank] for member, rank in at.items()}


def _reach(spots: Mapping[int, Array], radii: Array) -> float:
    """The radius of a circle around the origin that holds these members."""
    far = np.hypot(*np.array(list(spots.values())).T) + ROOM * radii[list(spots)]
    return float(far.max()) + GAP


def settle(radii: Array, links: Links, steps: int, gravity: float) -> Array:
    """Centres of circles, linked ones near each other, none over another; the first ones in the middle."""
    count = len(radii)
    places = _sunflower(radii)
    few = min(count, MANY)
    if few > 2:
        inner = {pair: w for pair, w in links.items() if pair[1] < few}
        places[:few] = _forced(places[:few], radii[:few], inner, steps, gravity)
        if few < count:
            rim = float((np.hypot(*places[:few].T) + radii[:few]).max())
            places[few:] = _around(radii[few:], rim)
    return places


def _sunflower(radii: Array) -> Array:
    """Circles on a spiral that leaves each about its own area."""
    area = np.cumsum(radii**2) - radii**2 / 2
    angle = _GOLDEN * np.arange(len(radii))
    distance = 1.25 * np.sqrt(area - area[0]) if len(radii) else area
    return np.column_stack((distance * np.cos(angle), distance * np.sin(angle)))


def _around(radii: Array, rim: float) -> Array:
    """Circles in rings outside a rim."""
    area = np.cumsum((1.5 * radii) ** 2) + (rim + radii[0]) ** 2
    angle = _GOLDEN * np.arange(len(radii))
    return np.column_stack((np.sqrt(area) * np.cos(angle), np.sqrt(area) * np.sin(angle)))


def _forced(places: Array, radii: Array, links: Links, steps: int, gravity: float) -> Array:
    """Springs along links, repulsion between all, a pull to the middle; then overlaps are pushed apart."""
    one, other = np.array(sorted(links), dtype=int).reshape(-1, 2).T
    pull = 0.16 * np.minimum(np.log1p(np.array([links[pair] for pair in sorted(links)], dtype=float)), 3.0)
    near = radii[:, None] + radii[None, :]
    rest = 1.25 * near[one, other]
    force = REPULSION * near**2 / np.sqrt(len(radii))
    room, middle = (1 + GAP) * near, radii.mean()
    x, y = places.T.copy()  # numpy is slow where the last axis is short
    for step in range(steps):
        over, up = _push(x, y, force)
        over, up = over - gravity * x, up - gravity * y
        if len(one):
            along, across = x[other] - x[one], y[other] - y[one]
            length = np.hypot(along, across) + 1e-6
            tug = pull * (length - rest) / length
            for move, pulled in ((over, along * tug), (up, across * tug)):
                np.add.at(move, one, pulled)
                np.add.at(move, other, -pulled)
        pace = np.minimum(1.0, middle * (1.3 - 1.2 * step / steps) / (np.hypot(over, up) + 1e-9))
        x, y = x + over * pace, y + up * pace
        if step % 3 == 2:
            over, up = _parted(x, y, room)
            x, y = x + over, y + up
    for _ in range(steps // 2):
        over, up = _parted(x, y, room)
        if max(np.abs(over).max(), np.abs(up).max()) < 0.02:
            break
        x, y = x + over, y + up
    return np.column_stack((x, y))


def _push(x: Array, y: Array, force: Array) -> tuple[Array, Array]:
    """How much each place is pushed by all others, with a force that falls with the distance."""
    right, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
    share = force / (right * right + down * down + 1.0)
    return (right * share).sum(axis=1), (down * share).sum(axis=1)


def _parted(x: Array, y: Array, room: Array) -> tuple[Array, Array]:
    """How much overlapping circles are pushed apart, each by a part of the overlap."""
    right, down = x[:, None] - x[None, :], y[:, None] - y[None, :]
    length = np.sqrt(right * right + down * down) + 1e-6
    share = np.maximum(room / length - 1, 0.0) * 0.35
    np.fill_diagonal(share, 0.0)
    return (right * share).sum(axis=1), (down * share).sum(axis=1)


def _set_alone(places: Array, alone: Iterable[int], spots: Mapping[int, Array]) -> None:
    """Entities without a link: in even rows below the picture."""
    members = list(alone)
    reach = max((float(np.abs(spot).max()) for spot in spots.values()), default=0.0)
    width = max(int(np.ceil(np.sqrt(len(members)) * 1.6)), int(reach / 2), 1)
    for rank, member in enumerate(members):
        places[member] = (rank % width - (width - 1) / 2) * 4.0, -(reach + 6 + (rank // width) * 4.0)
