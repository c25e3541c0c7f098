"""Communities of a graph: groups with more weight inside than chance would give them (Blondel and others 2008)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

SEED = 7
LEAST = 1e-9  # of all weight, that a move must gain

Edge = tuple[int, int, float]  # two members and the weight between them


def communities(edges: Sequence[Edge]) -> list[list[int]]:
    """The members of each community of those who have edges, in order; the same edges give the same communities."""
    members = sorted({end for one, other, _ in edges for end in (one, other)})
    number = {member: at for at, member in enumerate(members)}
    found = list(range(len(members)))  # the community of each member
    inner = [(number[one], number[other], weight) for one, other, weight in edges]
    while True:
        graph = _Graph(max(found, default=-1) + 1, inner)
        joined = graph.joined()
        if len(set(joined)) == len(joined):
            break
        names = {name: at for at, name in enumerate(sorted(set(joined)))}
        found = [names[joined[each]] for each in found]
        inner = _between([names[each] for each in joined], inner)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for member, community in zip(members, found, strict=True):
        groups[community].append(member)
    return list(groups.values())


def _between(community: Sequence[int], edges: Iterable[Edge]) -> list[Edge]:
    """The edges between communities, and within each as one with itself."""
    weights: defaultdict[tuple[int, int], float] = defaultdict(float)
    for one, other, weight in edges:
        pair = community[one], community[other]
        weights[min(pair), max(pair)] += weight
    return [(one, other, weight) for (one, other), weight in weights.items()]


class _Graph:
    """Neighbours with their weights, and what each weighs with all its edges."""

    def __init__(self, count: int, edges: Iterable[Edge]) -> None:
        self._near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
        self._weights = [0.0] * count
        for one, other, weight in edges:
            self._weights[one] += weight
            self._weights[other] += weight
            if one != other:
                self._near[one].append((other, weight))
                self._near[other].append((one, weight))

    def joined(self) -> list[int]:
        """The community of each after all have moved to the one that draws them most, until none moves any more."""
        order = list(range(len(self._near)))
        Random(SEED).shuffle(order)
        community, totals = list(range(len(order))), list(self._weights)
        whole = sum(totals) or 1.0
        least, waiting = LEAST * whole, True
        while waiting:
            waiting = False
            for me in order:
                old, mine = community[me], self._weights[me]
                totals[old] -= mine
                drawn = {old: 0.0}
                for other, weight in self._near[me]:
                    their = community[other]
                    drawn[their] = drawn.get(their, 0.0) + weight
                share = mine / whole
                best, most = old, drawn[old] - totals[old] * share + least
                for their, weight in drawn.items():
                    gain = weight - totals[their] * share
                    if gain > most:
                        best, most = their, gain
                totals[best] += mine
                if best != old:
                    community[me], waiting = best, True
        return community
