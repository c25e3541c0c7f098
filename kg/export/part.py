"""What of a graph a page shows: all of it, or of a large one the most connected entities and what is said among them.

A page is made in memory and opened in a browser, so it has a room: as many entities, facts, observations and passages
as it takes. Entities come into it by rank, each with what is said of it and of it with those before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kg.export.outline import Outline
from kg.model import Fact, Observation

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

ROOM = 100_000  # of the explorer
PASSAGES = 40  # of one saying; more are in the data files
OBSERVED = 1000  # observations of one entity, where there is no room for all

Saying = Fact | Observation
T = TypeVar("T", Fact, Observation)


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
    """The numbers of the entities that there is room for, by rank, and what is said among them, in the graph's order.

    `passages` tells how many passages a saying has that is held with fewer.
    """

    entities: list[int]
    facts: tuple[Fact, ...]
    observations: tuple[Observation, ...]
    passages: Mapping[str, int]


class _Said(NamedTuple):
    """A saying among ranked entities, by its number: the rank of the last of them, and its place among what is
    observed of it.
    """

    number: int
    level: int
    passages: int
    turn: int = 0

    @property
    def weight(self) -> int:
        """The room that it takes."""
        return 1 + min(self.passages, PASSAGES)


def part_of(graph: KnowledgeGraph, outline: Outline) -> Part:
    """What the explorer shows."""
    if is_shown_whole(graph, outline):
        return Part(graph, graph, {}, {})
    chosen = most_important(graph, outline, ROOM, ROOM)
    shown = sorted(chosen.entities)
    quoted = {e.document for each in chain[Saying](chosen.facts, chosen.observations) for e in each.evidence}
    part = replace(
        graph,
        documents=tuple(replace(d, text="", blocks=()) for d in graph.documents if d.id in quoted),
        entities=tuple(graph.entities[number] for number in shown),
        facts=chosen.facts,
        observations=chosen.observations,
    )
    facts = {entity.id: outline.facts[number] for number, entity in zip(shown, part.entities, strict=True)}
    return Part(part, graph, facts, chosen.passages)


def most_important(graph: KnowledgeGraph, outline: Outline, most: int, room: int) -> Chosen:
    """At most `most` entities and what is said of them; of the last one perhaps not all, for lack of room."""
    ranked = outline.ranked[:most]
    rank = {number: place for place, number in enumerate(ranked)}
    weights, turns = _weights(outline, rank), 0
    if sum(weights[turns]) > room:
        turns = OBSERVED
    ends = list(accumulate(weights[turns]))
    last = bisect_right(ends, room)  # the first entity that has no room for all that is said of it
    left = room - (ends[last - 1] if last else 0)
    kept: tuple[list[_Said], list[_Said]] = [], []
    for sort, found in enumerate((_facts(outline, rank), _observations(outline, rank))):
        for said in found:
            if said.level > last or (turns and said.turn >= turns):
                continue
            left -= said.weight if said.level == last else 0
            if said.level < last or left > 0:
                kept[sort].append(said)
    facts, observations = _picked(graph.facts, kept[0]), _picked(graph.observations, kept[1])
    passages = {
        saying.id: said.passages
        for said, saying in zip(chain(*kept), chain[Saying](facts, observations), strict=True)
        if said.passages > PASSAGES
    }
    return Chosen(ranked[: last + 1], facts, observations, passages)


def _weights(outline: Outline, rank: Mapping[int, int]) -> Mapping[int, list[int]]:
    """The room that each entity takes with what is said of it and those before it, with few observations and all."""
    found = {turns: [1] * len(rank) for turns in (0, OBSERVED)}
    for said in chain(_facts(outline, rank), _observations(outline, rank)):
        for turns, weights in found.items():
            if not turns or said.turn < turns:
                weights[said.level] += said.weight
    return found


def _facts(outline: Outline, rank: Mapping[int, int]) -> Iterator[_Said]:
    for number, (one, other, passages) in enumerate(outline.said):
        if one in rank and other in rank:
            yield _Said(number, max(rank[one], rank[other]), passages)


def _observations(outline: Outline, rank: Mapping[int, int]) -> Iterator[_Said]:
    turns = Counter[int]()
    for number, (subject, _, passages) in enumerate(outline.observed):
        if subject in rank:
            yield _Said(number, rank[subject], passages, turns[subject])
            turns[subject] += 1


def is_shown_whole(graph: KnowledgeGraph, outline: Outline) -> bool:
    """Whether the explorer has room for all of a graph."""
    count = len(graph.documents) + len(graph.entities) + len(graph.facts) + len(graph.observations)
    return count + sum(outline.said.passages) + sum(outline.observed.passages) <= ROOM


def _picked(sayings: Sequence[T], chosen: Sequence[_Said]) -> tuple[T, ...]:
    return tuple(_short(sayings[each.number]) for each in chosen)


def _short(saying: T) -> T:
    return saying if len(saying.evidence) <= PASSAGES else replace(saying, evidence=saying.evidence[:PASSAGES])
