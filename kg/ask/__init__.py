"""Questions in plain English to the shipped questions, without guessing.

Words are compared with the patterns beside each question, names with those of the graph, and the whole question has
to be covered. What has no meaning, or two, is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.ask import refusal
from kg.ask.english import SWAPPED
from kg.ask.reading import Asked, Reading, readings, relative_time, trimmed
from kg.ask.words import words_of
from kg.ontology import Ontology
from kg.query import Answer, Dataset, full_text, run

__all__ = ["Reply", "ask", "understood"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What was understood: the shipped question with its parameters, the SPARQL that ran and its answer."""

    question: str
    parameters: Mapping[str, str]
    sparql: str
    answer: Answer


def ask(data: Dataset, words: str) -> Reply:
    """Answer a question in plain English.

    Raises:
        QueryError: it is not understood; the message names near questions or names.
    """
    question, parameters = understood(data, words)
    return Reply(question, parameters, full_text(data, question, parameters), run(data, question, parameters))


def understood(data: Dataset, words: str) -> tuple[str, dict[str, str]]:
    """The name of the shipped question that the words ask, and its parameters.

    Raises:
        QueryError: they ask none, or more than one.
    """
    asked = words_of(words.encode(errors="replace").decode())
    if not asked:
        raise refusal.nothing_asked()
    ways = list(trimmed(asked))
    for way in ways:
        if found := readings(data, way):
            reading = _one(found)
            return reading.question.name, _values(reading, way)
    if time := relative_time(asked):
        raise refusal.relative_time(time)
    for way in ways:
        for reading in sorted(readings(data, way, any_kind=True), key=lambda r: r.borrowed):
            if "relation" not in reading.parameters:
                full_text(data, reading.question.name, _values(reading, way))  # says which kind it would have to be
    for way in reversed(ways):
        if found := [r for r in readings(data, way, unknown=True) if r.unknown]:
            raise refusal.unknown_name(data, _first(found))
    raise refusal.not_understood(words, ways[1].words)


def _one(found: Sequence[Reading]) -> Reading:
    """The reading that is meant: a question of its own before facts of any kind, longer names before shorter ones.

    And words that its pattern holds before those that it borrows of the lexicon.
    """
    kept = [r for r in found if "relation" not in r.parameters] or list(found)
    kept = [r for r in kept if r.covered == max(o.covered for o in kept)]
    kept = [r for r in kept if r.borrowed == min(o.borrowed for o in kept)]
    if any(r != kept[0] for r in kept):
        raise refusal.several(kept)
    return kept[0]


def _first(found: Sequence[Reading]) -> Reading:
    """The reading with the fewest and shortest unknown names."""
    return min(found, key=lambda r: ("relation" in r.parameters, len(r.unknown), sum(map(len, r.unknown)), r.borrowed))


def _values(reading: Reading, asked: Asked) -> dict[str, str]:
    """The parameters as `kg query` takes them."""
    takes = {p.name for p in reading.question.parameters}
    values = dict(reading.parameters)
    for name in asked.times:
        if name not in takes:
            raise refusal.timeless(reading, name)
    relation = values.get("relation", "")
    if relation:
        if relation.startswith(SWAPPED):
            sides = {"subject": "object", "object": "subject"}
            values = {sides.get(name, name): value for name, value in values.items()}
        values["relation"] = Ontology.load().relations[relation.removeprefix(SWAPPED)].label
    return {p.name: values[p.name] for p in reading.question.parameters if p.name in values}
