"""The files that are checked, and to which of them each term belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import OntologyError
from kg.lexicon import Lexicon
from kg.ontology import LEX, Ontology, folder, local_name, read_triples
from kg.vet.cues import broken_cues, doubtful_cues
from kg.vet.finding import ERROR, Finding
from kg.vet.shapes import shape_findings
from kg.vet.terms import term_findings
from kg.vet.words import word_findings

Fault = tuple[str, str, str]
"""The IRI of a term, a severity and a sentence."""


@dataclass(frozen=True)
class Sources:
    """Files with what each says; the shipped ontology is known without being among them."""

    files: Sequence[Path]

    @cached_property
    def own(self) -> tuple[Path, ...]:
        """The files given that are not shipped."""
        shipped = {path.resolve() for path in _shipped()}
        return tuple(path for path in self.files if path.resolve() not in shipped)

    @cached_property
    def owners(self) -> Mapping[tuple[str, bool], str]:
        """The file among those given that speaks of a term first, and the one that first has words for it."""
        found: dict[tuple[str, bool], str] = {}
        for path in self.files:
            for subject, properties in read_triples([path]).items():
                is_worded = any(predicate.startswith(LEX) for predicate in properties)
                found.setdefault((subject, False), str(path))
                if is_worded:
                    found.setdefault((subject, True), str(path))
        return found

    def owner(self, term: str, *, of_words: bool) -> str:
        """The file that a finding about a term, or about its words, belongs to; "" where it is none of those given."""
        return self.owners.get((term, of_words)) or self.owners.get((term, False), "")


def check_files(files: Sequence[Path] = ()) -> list[Finding]:
    """What is wrong with Turtle files that add to the shipped ontology or, where none are given, with that itself.

    Sorted by file and term.
    """
    unread = [finding for path in files for finding in _unreadable(path)]
    if unread:
        return sorted(unread)
    # both of the shipped ones are read anyway
    given = list(files) or _shipped()
    sources = Sources(given)
    try:
        found = set(_findings(sources))
        return sorted(found.union(f for path in given for f in shape_findings(path)))
    except OntologyError as error:
        return [Finding(str(given[0]), "", ERROR, str(error))]


def _shipped() -> list[Path]:
    return [folder() / "core.ttl", folder() / "lexicon.en.ttl"]


def _unreadable(path: Path) -> Iterator[Finding]:
    try:
        read_triples([path])
    except OntologyError as error:
        yield Finding(str(path), "", ERROR, str(error))


def _findings(sources: Sources) -> Iterator[Finding]:
    """What is wrong with the terms; with the words only where the terms are right."""
    faults = list(term_findings(read_triples([*_shipped(), *sources.own])))
    yield from _placed(sources, faults, of_words=False)
    if not any(severity == ERROR for _, severity, _ in faults):
        yield from _placed(sources, _word_faults(Ontology.load(*sources.own)), of_words=True)


def _word_faults(ontology: Ontology) -> Iterator[Fault]:
    if broken := list(broken_cues(ontology)):
        yield from broken
        return
    lexicon = Lexicon.of(ontology)
    yield from doubtful_cues(lexicon)
    yield from word_findings(lexicon)


def _placed(sources: Sources, faults: Iterable[Fault], *, of_words: bool) -> Iterator[Finding]:
    for term, severity, message in faults:
        if file := sources.owner(term, of_words=of_words):
            yield Finding(file, local_name(term), severity, message)
