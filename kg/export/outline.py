"""A graph in numbers: what must be known of all of it before some is chosen to be shown.

What is said may lie on disk, where each look costs time, so it is gone through once, and the choices of all pages are
made by these numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

RANKED = 100_000  # entities, which is more than a page shows
_NONE = -1


@dataclass(frozen=True, slots=True)
class Ends:
    """Of sayings, in the graph's order: the numbers of the entities that each is about, -1 of an unknown one, and how
    many passages say it. An observation has one entity twice.
    """

    one: array[int]
    other: array[int]
    passages: array[int]

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Both entities and the passages of each saying."""
        return zip(self.one, self.other, self.passages, strict=True)


@dataclass(frozen=True, slots=True)
class Outline:
    """Entities by their number in the graph's order: how many `facts` each has, and the most important, by rank.

    The rank goes by facts, then observations; `ranked` ends after `RANKED`.
    """

    facts: array[int]
    ranked: list[int]
    said: Ends
    observed: Ends


def outline_of(graph: KnowledgeGraph) -> Outline:
    """The outline of a graph."""
    number: dict[str, int] = {}
    names: list[str] = []
    for entity in graph.entities:
        number[entity.id] = len(names)
        names.append(entity.name)
    said, observed = _empty(), _empty()
    for fact in graph.facts:
        _add(said, number.get(fact.subject, _NONE), number.get(fact.object, _NONE), len(fact.evidence))
    for observation in graph.observations:
        subject = number.get(observation.subject, _NONE)
        _add(observed, subject, subject, len(observation.evidence))
    facts, figures = _counts(said, len(names)), _counts(observed, len(names))
    ids = list(number)
    ranked = nsmallest(RANKED, range(len(names)), key=lambda n: (-facts[n], -figures[n], names[n], ids[n]))
    return Outline(facts, ranked, said, observed)


def _empty() -> Ends:
    return Ends(array("l"), array("l"), array("l"))


def _add(ends: Ends, one: int, other: int, passages: int) -> None:
    ends.one.append(one)
    ends.other.append(other)
    ends.passages.append(passages)


def _counts(ends: Ends, entities: int) -> array[int]:
    """How many sayings there are of each entity."""
    counts = array("l", bytes(array("l").itemsize * entities))
    for one, other, _ in ends:
        if one >= 0:
            counts[one] += 1
        if other >= 0 and other != one:
            counts[other] += 1
    return counts
