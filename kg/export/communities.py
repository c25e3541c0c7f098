"""Where the entities of a large graph stand: communities apart, their members around the most important one.

Positions are a function of the graph alone (seeded), and take close to linear time: Louvain communities
(Blondel and others, 2008) are split until each is small, every small one is drawn by forces, and what is
drawn becomes one circle among the circles of the next level.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

SEED = 7
CROWD = 5000  # entities of whose layout much memory is left to be collected
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


@dataclass(frozen=True, slots=True)
class Plan:
    """Coordinates and community of each entity, both by its place in the given order; -1 is no community."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    community: tuple[int, ...]


def plan(weights: Sequence[float], links: Links) -> Plan:
    """Places of entities with these importances; `links` holds a weight for each linked pair (low, high)."""
    count = len(weights)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in sorted(links.items()) if a != b)
    radii = 1 + np.sqrt(np.array(weights, dtype=float) / (max(weights, default=0) or 1))
    groups = _groups(graph, weights)
    steps = max(LEAST_STEPS, min(MOST_STEPS, 200_000 // (count + 1)))
    spots = _drawn(graph, groups, radii, weights, steps)
    places = np.zeros((count, 2))
    community = [-1] * count
    for number, group in enumerate(groups):
        for member in group:
            community[member] = number
    for member, spot in spots.items():
        places[member] = spot
    _set_alone(places, [i for i in range(count) if i not in spots], spots)
    places[:, 0] *= ASPECT
    if count > CROWD:
        del graph, groups, spots
        gc.collect()  # graphs of networkx are cycles, which would lie in memory while the page is written
    return Plan(tuple(places[:, 0].round(2).tolist()), tuple(places[:, 1].round(2).tolist()), tuple(community))


def _groups(graph: nx.Graph[int], weights: Sequence[float]) -> list[list[int]]:
    """Communities, the weightiest first, their members too."""
    if not graph:
        return []
    found = nx.community.louvain_communities(graph, seed=SEED)
    ranked = [sorted(group, key=lambda i: (-weights[i], i)) for group in found]
    return sorted(ranked, key=lambda group: (-sum(weights[i] for i in group), group[0]))


def _drawn(
    graph: nx.Graph[int], groups: Sequence[Sequence[int]], radii: Array, weights: Sequence[float], steps: int
) -> dict[int, Array]:
    """The spot of each member of the groups, around the origin."""
    drawn = [_draw(graph, group, radii, weights, steps) for group in groups]
    sizes = np.array([_reach(spots, radii) for spots in drawn])
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    between: dict[tuple[int, int], float] = {}
    for a, b, weight in graph.subgraph(group_of).edges(data="weight"):
        one, other = sorted((group_of[a], group_of[b]))
        if one != other:
            between[one, other] = between.get((one, other), 0.0) + weight
    centres = settle(sizes, between, steps, TOGETHER)
    return {
        member: spot + centre for spots, centre in zip(drawn, centres, strict=True) for member, spot in spots.items()
    }


def _draw(
    graph: nx.Graph[int], group: Sequence[int], radii: Array, weights: Sequence[float], steps: int
) -> dict[int, Array]:
    """One community around the origin, split again where it is large."""
    part = nx.Graph()
    part.add_nodes_from(sorted(group))
    part.add_weighted_edges_from(
        sorted((min(a, b), max(a, b), w) for a, b, w in graph.subgraph(group).edges(data="weight"))
    )
    if len(group) > SMALL:
        inner = _groups(part, weights)
        if 1 < len(inner) < len(group):
            return _drawn(part, inner, radii, weights, steps)
    at = {member: rank for rank, member in enumerate(group)}
    links = {(min(at[a], at[b]), max(at[a], at[b])): w for a, b, w in part.edges(data="weight")}
    spots = settle(radii[list(group)] * ROOM, links, steps, GRAVITY)
    spots -= spots.mean(axis=0)
    return {member: spots[rank] for member, rank in at.items()}


def _reach(spots: Mapping[int, Array], radii: Array) -> float:
    """The radius of a circle around the origin that holds these members."""
    return float(max(np.hypot(*spot) + ROOM * radii[member] for member, spot in spots.items())) + GAP


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
    ends = np.array(sorted(links), dtype=int).reshape(-1, 2)
    pull = 0.16 * np.minimum(np.log1p(np.array([links[pair] for pair in sorted(links)], dtype=float)), 3.0)
    near = radii[:, None] + radii[None, :]
    rest = 1.25 * near[ends[:, 0], ends[:, 1]]
    force = REPULSION * near**2 / np.sqrt(len(radii))
    for step in range(steps):
        move = _push(places, force) - gravity * places
        if len(ends):
            along = places[ends[:, 1]] - places[ends[:, 0]]
            length = np.hypot(along[:, 0], along[:, 1]) + 1e-6
            tug = along * (pull * (length - rest) / length)[:, None]
            np.add.at(move, ends[:, 0], tug)
            np.add.at(move, ends[:, 1], -tug)
        size = np.hypot(move[:, 0], move[:, 1]) + 1e-9
        most = radii.mean() * (1.3 - 1.2 * step / steps)
        places = places + move * np.minimum(1.0, most / size)[:, None]
        if step % 3 == 2:
            places = _parted(places, near)
    for _ in range(steps // 2):
        moved = _parted(places, near)
        if np.abs(moved - places).max() < 0.02:
            break
        places = moved
    return places


def _push(places: Array, force: Array) -> Array:
    """How much each place is pushed by all others, with a force that falls with the distance."""
    right = places[:, 0, None] - places[None, :, 0]
    down = places[:, 1, None] - places[None, :, 1]
    share = force / (right * right + down * down + 1.0)
    return np.column_stack(((right * share).sum(axis=1), (down * share).sum(axis=1)))


def _parted(places: Array, near: Array) -> Array:
    """Overlapping circles pushed apart, each by a part of the overlap."""
    right = places[:, 0, None] - places[None, :, 0]
    down = places[:, 1, None] - places[None, :, 1]
    length = np.sqrt(right * right + down * down) + 1e-6
    share = np.maximum((1 + GAP) * near / length - 1, 0.0) * 0.35
    np.fill_diagonal(share, 0.0)
    result: Array = places + np.column_stack(((right * share).sum(axis=1), (down * share).sum(axis=1)))
    return result


def _set_alone(places: Array, alone: Iterable[int], spots: Mapping[int, Array]) -> None:
    """Entities without a link: in even rows below the picture."""
    members = list(alone)
    reach = max((float(np.abs(spot).max()) for spot in spots.values()), default=0.0)
    width = max(int(np.ceil(np.sqrt(len(members)) * 1.6)), int(reach / 2), 1)
    for rank, member in enumerate(members):
        places[member] = (rank % width - (width - 1) / 2) * 4.0, -(reach + 6 + (rank // width) * 4.0)
