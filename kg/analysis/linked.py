"""How a graph hangs together: who is central, which groups there are, and what would fall apart without whom.

Facts count as links between two entities, whatever they say and however many there are. Deterministic: what is
sampled is sampled with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np

from kg.graph import KnowledgeGraph
from kg.model import Fact, Status

EXACT_UP_TO = 600  # entities; of more the betweenness is sampled
SAMPLES = 200
SEED = 7
_DAMPING, _ROUNDS, _SETTLED = 0.85, 200, 1e-10


@dataclass(frozen=True, slots=True)
class Central:
    """An entity and how central it is.

    `degree` is how many others it is linked to, `betweenness` the part of shortest ways between others that pass
    through it (0 to 1), `rank` its PageRank (all add up to 1), `community` a number from 1 on, the largest first.
    """

    entity: str
    name: str
    kind: str
    degree: int
    betweenness: float
    rank: float
    community: int
    cuts: bool
    """Whether something would fall apart without it (an articulation point)."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two entities whose link is the only one between two parts, the smaller of them of `size` entities."""

    one: str
    other: str
    size: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """The measures of a network; `entities` are all, the most central first, `alone` how many have no link.

    `density` is the part of possible links that are there. `is_sampled` says that betweenness is estimated.
    """

    statuses: tuple[str, ...]
    links: int
    facts: int
    alone: int
    density: float
    components: tuple[int, ...]
    """Their sizes, the largest first."""
    communities: tuple[tuple[str, ...], ...]
    """Names of members, the most central first; the largest community first."""
    modularity: float
    entities: tuple[Central, ...]
    bridges: tuple[Bridge, ...]
    is_sampled: bool


def network(graph: KnowledgeGraph, statuses: Iterable[Status] = (Status.ASSERTED,)) -> Network:
    """The network of the facts that have one of these statuses; what a text says is over counts as ended."""
    wanted = frozenset(statuses)
    facts = [f for f in sorted(graph.facts, key=lambda f: f.id) if _status(f) in wanted and f.subject != f.object]
    links: dict[tuple[str, str], list[Fact]] = {}
    for f in facts:
        one, other = sorted((f.subject, f.object))
        links.setdefault((one, other), []).append(f)
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from(sorted({end for pair in links for end in pair}))
    drawn.add_edges_from((*pair, {"weight": len(found)}) for pair, found in sorted(links.items()))
    groups = _communities(drawn)
    ranks = _pagerank(graph, drawn, facts)
    entities = _entities(graph, drawn, groups, ranks)
    names = {e.entity: (n, e.name) for n, e in enumerate(entities)}
    return Network(
        tuple(s.value for s in reversed(Status) if s in wanted),
        drawn.number_of_edges(),
        len(facts),
        len(graph.entities) - sum(e.id in drawn for e in graph.entities),
        float(nx.density(drawn)),
        tuple(sorted((len(c) for c in nx.connected_components(drawn)), reverse=True)),
        tuple(tuple(name for _, name in sorted(names[id] for id in group)) for group in groups),
        float(nx.community.modularity(drawn, groups)) if drawn.number_of_edges() else 0.0,
        entities,
        _bridges(graph, drawn, links),
        len(drawn) > EXACT_UP_TO,
    )


def _status(fact: Fact) -> Status:
    return Status.ENDED if fact.ended_by and fact.status is Status.ASSERTED else fact.status


def _communities(drawn: nx.Graph[str]) -> list[frozenset[str]]:
    if not drawn:
        return []
    found = nx.community.louvain_communities(drawn, seed=SEED)
    return [frozenset(group) for group in sorted(found, key=lambda group: (-len(group), min(group)))]


def _entities(
    graph: KnowledgeGraph, drawn: nx.Graph[str], groups: list[frozenset[str]], ranks: Mapping[str, float]
) -> tuple[Central, ...]:
    samples = SAMPLES if len(drawn) > EXACT_UP_TO else None
    between = nx.betweenness_centrality(drawn, k=samples, seed=SEED)
    cuts = set(nx.articulation_points(drawn))
    community = {id: number for number, group in enumerate(groups, 1) for id in group}
    found = []
    for id in drawn:
        known = graph.by_id.get(id)
        name, kind = (known.name, known.kind) if known else (id, "")
        measured = (drawn.degree[id], round(between[id], 4), round(ranks[id], 4))
        found.append(Central(id, name, kind, *measured, community[id], id in cuts))
    return tuple(sorted(found, key=lambda c: (-c.degree, -c.betweenness, -c.rank, c.entity)))


def _pagerank(graph: KnowledgeGraph, drawn: nx.Graph[str], facts: Iterable[Fact]) -> dict[str, float]:
    """PageRank (Brin and Page, 1998) along facts from subject to object, both ways where a relation is symmetric.

    By power iteration, since networkx wants SciPy for it.
    """
    at = {id: n for n, id in enumerate(drawn)}
    if not at:
        return {}
    both = {name for name, r in graph.ontology.relations.items() if r.symmetric}
    pairs = {(at[f.subject], at[f.object]) for f in facts}
    pairs |= {(at[f.object], at[f.subject]) for f in facts if f.relation in both}
    start, end = np.array(sorted(pairs), dtype=int).reshape(-1, 2).T
    count = len(at)
    out = np.bincount(start, minlength=count).astype(float)
    rank = np.full(count, 1 / count)
    for _ in range(_ROUNDS):
        passed = np.bincount(end, weights=rank[start] / out[start], minlength=count)
        new = (1 - _DAMPING) / count + _DAMPING * (passed + rank[out == 0].sum() / count)
        settled, rank = float(np.abs(new - rank).sum()) < _SETTLED, new
        if settled:
            break
    return {id: float(rank[n]) for id, n in at.items()}


def _bridges(
    graph: KnowledgeGraph, drawn: nx.Graph[str], links: Mapping[tuple[str, str], list[Fact]]
) -> tuple[Bridge, ...]:
    """Links without which two parts of more than one entity fall apart, the largest parts first."""
    sizes = _sizes_below(drawn)
    found = []
    for a, b in nx.bridges(drawn):
        one, other = sorted((a, b))
        size = sizes.get((a, b)) or sizes.get((b, a)) or 1
        if size > 1:
            names = [graph.by_id[id].name if id in graph.by_id else id for id in (one, other)]
            found.append(Bridge(names[0], names[1], size, tuple(links[one, other])))
    return tuple(sorted(found, key=lambda b: (-b.size, b.one, b.other)))


def _sizes_below(drawn: nx.Graph[str]) -> dict[tuple[str, str], int]:
    """Of each edge of a spanning tree the size of the smaller side: that of the bridge, which is in every such tree."""
    found: dict[tuple[str, str], int] = {}
    for component in nx.connected_components(drawn):
        root = min(component)
        order = list(nx.dfs_edges(drawn, root))
        below = dict.fromkeys(component, 1)
        for parent, child in reversed(order):
            below[parent] += below[child]
            found[parent, child] = min(below[child], len(component) - below[child])
    return found
