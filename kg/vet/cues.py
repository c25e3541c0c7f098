"""Cues: those that cannot be read, relations without any, and words that evoke two relations alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import combinations

from kg.errors import OntologyError
from kg.lexicon import Cue, Lexicon, cues_of
from kg.ontology import LEX, Ontology, Relation, local_name, node_key
from kg.vet.finding import ERROR, WARNING

Fault = tuple[str, str, str]
# what a cue says of the sentence; two that differ in one of these are told apart by it
_CONDITIONS = [
    f.name
    for f in fields(Cue)
    if f.name not in {"relation", "words", "subject_kind", "object_kind", "subject_kinds", "object_kinds"}
    and f.name not in {"qualifiers", "status", "confidence"}
]


def broken_cues(ontology: Ontology) -> Iterator[Fault]:
    """Cues that cannot be read, and those of what is no relation."""
    yield from _strays(ontology)
    for relation in ontology.relations.values():
        yield from _broken(ontology, relation)


def doubtful_cues(lexicon: Lexicon) -> Iterator[Fault]:
    """Relations that nothing evokes or reads aloud, and words that evoke two relations, or one twice."""
    ontology, cued = lexicon.ontology, {cue.relation.name for cue in lexicon.cues}
    for relation in ontology.relations.values():
        name = relation.name
        if name not in cued:
            yield relation.iri, WARNING, f"{name} has no cue, so no rule reads it."
        if not ontology.triples[relation.iri].get(LEX + "reads"):
            yield relation.iri, WARNING, f"{name} has no lex:reads, so its facts are read aloud by its label."
    yield from _doubtful(lexicon.cues)


def _strays(ontology: Ontology) -> Iterator[Fault]:
    known = {relation.iri for relation in ontology.relations.values()}
    for subject, properties in sorted(ontology.triples.items()):
        if LEX + "cue" in properties and subject not in known:
            yield subject, ERROR, f"{local_name(subject)} has cues but is no kg:Relation of the ontology."


def _broken(ontology: Ontology, relation: Relation) -> Iterator[Fault]:
    for node in ontology.triples[relation.iri].get(LEX + "cue", ()):
        try:
            for _ in cues_of(ontology, relation, node_key(node)):
                pass
        except OntologyError as error:
            yield relation.iri, ERROR, str(error)


def _doubtful(cues: Iterable[Cue]) -> Iterator[Fault]:
    """Words that evoke two relations at the same places for the same kinds, or one relation twice."""
    by_word: dict[tuple[str, str], list[Cue]] = {}
    for cue in cues:
        for word in cue.words:
            by_word.setdefault((cue.form, word.lower()), []).append(cue)
    for (form, word), several in sorted(by_word.items()):
        for one, other in combinations(several, 2):
            if not _alike(one, other):
                continue
            first, second = sorted((one.relation.name, other.relation.name))
            for cue in (one, other):
                if first == second:
                    yield cue.relation.iri, WARNING, f"The {form} {word!r} stands twice among the cues of {first}."
                else:
                    yield (
                        cue.relation.iri,
                        WARNING,
                        f"The {form} {word!r} evokes {first} and {second} alike, of the same kinds at the same places.",
                    )


def _alike(one: Cue, other: Cue) -> bool:
    conditions = all(getattr(one, name) == getattr(other, name) for name in _CONDITIONS)
    kinds = one.subject_kinds & other.subject_kinds and one.object_kinds & other.object_kinds
    return conditions and bool(kinds)
