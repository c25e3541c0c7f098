"""What of a graph a page shows: all of it, or of a large one the most connected entities and what is said among them.

A page is made in memory and opened in a browser, so it has a room: as many entities, facts, observations and passages
as it takes. Entities come into it by rank, each with what is said of it and of it with those before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from kg.model import Entity, Fact, Observation

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

ROOM = 100_000  # of the explorer
PASSAGES = 40  # of one saying; more are in the data files
OBSERVED = 1000  # observations of one entity, where there is no room for all

Saying = Fact | Observation


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown of a graph, itself a graph; `of` is the whole, the same object where all of it is shown.

    Of a part, `facts` tells how many facts of the whole each entity shown has, `passages` how many passages a saying
    has that is shown with fewer, and documents have no text.
    """

    graph: KnowledgeGraph
    of: KnowledgeGraph
    facts: Mapping[str, int]
    passages: Mapping[str, int]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.graph is self.of


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many of the ranked entities there is room for, and what is said among them, in the graph's order.

    `passages` tells how many passages a saying has that is held with fewer.
    """

    entities: int
    facts: tuple[Fact, ...]
    observations: tuple[Observation, ...]
    passages: Mapping[str, int]


def part_of(graph: KnowledgeGraph) -> Part:
    """What the explorer shows."""
    if _fits(graph):
        return Part(graph, graph, {}, {})
    ranked, facts = most_connected(graph, ROOM)
    chosen = most_important(graph, ranked, ROOM)
    shown = {entity.id for entity in ranked[: chosen.entities]}
    quoted = {e.document for each in chain[Saying](chosen.facts, chosen.observations) for e in each.evidence}
    part = replace(
        graph,
        documents=tuple(replace(d, text="", blocks=()) for d in graph.documents if d.id in quoted),
        entities=tuple(entity for entity in graph.entities if entity.id in shown),
        facts=chosen.facts,
        observations=chosen.observations,
    )
    return Part(part, graph, {id: facts[id] for id in shown}, chosen.passages)


def most_connected(graph: KnowledgeGraph, most: int) -> tuple[list[Entity], Mapping[str, int]]:
    """The entities with most facts, then most observations, and how many facts each entity has."""
    facts = {entity.id: 0 for entity in graph.entities}
    observed = Counter[str]()
    for fact in graph.facts:
        for end in {fact.subject, fact.object} & facts.keys():
            facts[end] += 1
    for observation in graph.observations:
        observed[observation.subject] += 1
    ranked = nsmallest(most, graph.entities, key=lambda e: (-facts[e.id], -observed[e.id], e.name, e.id))
    return ranked, facts


def most_important(graph: KnowledgeGraph, ranked: Sequence[Entity], room: int) -> Chosen:
    """The first of some entities and what is said of them: of the last one perhaps not all, where room is short."""
    rank = {entity.id: number for number, entity in enumerate(ranked)}
    weights, most = _weights(graph, rank), 0
    if sum(weights[most]) > room:
        most = OBSERVED
    ends = list(accumulate(weights[most]))
    last = bisect_right(ends, room)  # the first entity that has no room for all that is said of it
    left = room - (ends[last - 1] if last else 0)
    kept: list[Saying] = []
    passages = {}
    for level, saying, turn in _leveled(graph, rank):
        if level > last or (most and turn >= most):
            continue
        left -= _weight(saying) if level == last else 0
        if level < last or left > 0:
            kept.append(_short(saying))
            if len(saying.evidence) > PASSAGES:
                passages[saying.id] = len(saying.evidence)
    facts = tuple(each for each in kept if isinstance(each, Fact))
    observations = tuple(each for each in kept if isinstance(each, Observation))
    return Chosen(min(last + 1, len(ranked)), facts, observations, passages)


def _weights(graph: KnowledgeGraph, rank: Mapping[str, int]) -> Mapping[int, list[int]]:
    """The room that each entity takes with what is said of it and those before it, with few observations and all."""
    found = {most: [1] * len(rank) for most in (0, OBSERVED)}
    for level, saying, turn in _leveled(graph, rank):
        for most, weights in found.items():
            if not most or turn < most:
                weights[level] += _weight(saying)
    return found


def _leveled(graph: KnowledgeGraph, rank: Mapping[str, int]) -> Iterator[tuple[int, Saying, int]]:
    """Sayings among ranked entities with the rank of the last of them; observations numbered by entity."""
    turns = Counter[str]()
    for fact in graph.facts:
        if fact.subject in rank and fact.object in rank:
            yield max(rank[fact.subject], rank[fact.object]), fact, 0
    for observation in graph.observations:
        if observation.subject in rank:
            yield rank[observation.subject], observation, turns[observation.subject]
            turns[observation.subject] += 1


def _weight(saying: Saying) -> int:
    return 1 + min(len(saying.evidence), PASSAGES)


def _fits(graph: KnowledgeGraph) -> bool:
    count = len(graph.documents) + len(graph.entities) + len(graph.facts) + len(graph.observations)
    sayings = chain[Saying](graph.facts, graph.observations)
    return count <= ROOM and count + sum(len(each.evidence) for each in sayings) <= ROOM


def _short(saying: Saying) -> Saying:
    return saying if len(saying.evidence) <= PASSAGES else replace(saying, evidence=saying.evidence[:PASSAGES])
