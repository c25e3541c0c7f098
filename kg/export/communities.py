"""Where the entities of a large graph stand: communities apart, their members around the most important one.

Positions are a function of the graph alone (seeded), and take close to linear time: Louvain communities (Blondel and
others 2008) are split until each is small, every small one is drawn by forces, and what is drawn becomes one circle
among the circles of the next level.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import networkx as nx
import numpy as np

from kg.export.circles import GAP, Group, Links, set_apart
from kg.export.pairs import Array

SEED = 7
SMALL = 70  # members that forces can set in a readable way
LEAST_STEPS, MOST_STEPS = 30, 240  # of the forces; a large graph gets fewer
ASPECT = 1.3  # names are wide, so pictures are too
GRAVITY, TOGETHER = 0.08, 0.45  # the pull to the middle of members, and of communities
ROOM = 1.7  # that a member takes with its name, of its radius
Edge = tuple[int, int, float]  # two members and the weight between them


@dataclass(frozen=True, slots=True)
class Plan:
    """Coordinates and community of each entity, both by its place in the given order; -1 is no community."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    community: tuple[int, ...]


@dataclass(slots=True)
class _Circle:
    """Members and the edges among them; of a large community the circles that it is split into, with their links."""

    members: list[int]
    edges: list[Edge]
    inner: list[_Circle] = field(default_factory=list)
    between: dict[tuple[int, int], float] = field(default_factory=dict)
    reach: float = 0.0


def plan(weights: Sequence[float], links: Links) -> Plan:
    """Places of entities with these importances; `links` holds a weight for each linked pair (low, high)."""
    count = len(weights)
    edges = [(a, b, w) for (a, b), w in sorted(links.items()) if a != b]
    radii = 1 + np.sqrt(np.array(weights, dtype=float) / (max(weights, default=0) or 1))
    steps = max(LEAST_STEPS, min(MOST_STEPS, 200_000 // (count + 1)))
    whole = _Circle(sorted({end for one, other, _ in edges for end in (one, other)}), edges)
    with _collected():
        _split(whole, weights)
    places, community = np.zeros((count, 2)), [-1] * count
    for level in reversed(list(_levels(whole))):
        _draw(level, places, radii, steps)
    for number, group in enumerate(whole.inner):
        for member in group.members:
            community[member] = number
    _set_alone(places, [at for at, found in enumerate(community) if found < 0], whole.members)
    places[:, 0] *= ASPECT
    x, y = places.round(2).T.tolist()
    return Plan(tuple(x), tuple(y), tuple(community))


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


def _split(circle: _Circle, weights: Sequence[float], least: int = 1) -> None:
    """Make the circles within, the weightiest first, their members too, unless fewer than `least` are found."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from(circle.edges)
    found = nx.community.louvain_communities(graph, seed=SEED) if circle.edges else []
    ranked = [sorted(group, key=lambda i: (-weights[i], i)) for group in found]
    ranked.sort(key=lambda group: (-sum(weights[i] for i in group), group[0]))
    if len(ranked) < least:
        return
    circle.inner = [_Circle(group, []) for group in ranked]
    home = {member: number for number, group in enumerate(ranked) for member in group}
    for edge in circle.edges:
        one, other = sorted((home[edge[0]], home[edge[1]]))
        if one == other:
            circle.inner[one].edges.append(edge)
        else:
            circle.between[one, other] = circle.between.get((one, other), 0.0) + edge[2]
    for inner in circle.inner:
        if len(inner.members) > SMALL:
            _split(inner, weights, 2)


def _levels(whole: _Circle) -> Iterator[list[_Circle]]:
    """All circles, the outermost first, then those within them, and so on."""
    level = [whole]
    while level:
        yield level
        level = [inner for circle in level for inner in circle.inner]


def _draw(circles: Sequence[_Circle], places: Array, radii: Array, steps: int) -> None:
    """Set the members of each circle around the origin, or the circles within it, which are drawn already."""
    found = set_apart([_group(circle, radii) for circle in circles], steps)
    for circle, spots in zip(circles, found, strict=True):
        if circle.inner:
            for inner, spot in zip(circle.inner, spots, strict=True):
                places[inner.members] += spot
        elif circle.members:
            places[circle.members] = spots - spots.mean(axis=0)
        if circle.members:
            far = np.hypot(*places[circle.members].T) + ROOM * radii[circle.members]
            circle.reach = float(far.max()) + GAP


def _group(circle: _Circle, radii: Array) -> Group:
    """What stands in a circle: other circles, or members."""
    if circle.inner:
        return Group(np.array([inner.reach for inner in circle.inner]), circle.between, TOGETHER)
    at = {member: rank for rank, member in enumerate(circle.members)}
    links = {(min(at[a], at[b]), max(at[a], at[b])): weight for a, b, weight in circle.edges}
    return Group(radii[circle.members] * ROOM, links, GRAVITY)


def _set_alone(places: Array, alone: Sequence[int], others: Sequence[int]) -> None:
    """Entities without a link: in even rows below the picture of the others."""
    reach = float(np.abs(places[others]).max()) if others else 0.0
    width = max(int(np.ceil(np.sqrt(len(alone)) * 1.6)), int(reach / 2), 1)
    for rank, member in enumerate(alone):
        places[member] = (rank % width - (width - 1) / 2) * 4.0, -(reach + 6 + (rank // width) * 4.0)
