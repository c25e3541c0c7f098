"""Passages with entities and facts, from files in the marked form or from gold of the guide's form.

Gold says which entities a document has, by their words, and quotes the words of each fact. A passage is made of each
sentence, and of the sentences before it where a fact that it states is about something that they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import MAX_CHARACTERS
from kg.datasets import Marked, read_marked
from kg.evaluate import Gold, read_gold, read_texts
from kg.ontology import Ontology
from kg.train.cutting import sentences

if TYPE_CHECKING:
    from kg.evaluate.gold import GoldDocument, GoldFact

_BACK = 2  # sentences before the one of a fact


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact between two entities, by their ids."""

    subject: str
    relation: str
    object: str
    status: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with its mentions and facts. Of pairs of entities in `unsure` nothing is known beyond the facts."""

    id: str
    text: str
    mentions: tuple[Marked, ...]
    facts: tuple[Fact, ...]
    unsure: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def shipped() -> list[Path]:
    """The files of the passages written for kg."""
    return sorted((Path(__file__).parent / "sentences").glob("*.txt"))


def from_marked(path: Path, ontology: Ontology) -> Iterator[Passage]:
    """The passages of a file in the marked form."""
    for read in read_marked(path, ontology):
        facts = tuple(Fact(f.subject, f.relation, f.object, str(f.status)) for f in read.facts)
        yield Passage(read.id, read.text, read.mentions, facts)


def from_guide(path: Path, texts: Path, ontology: Ontology) -> Iterator[Passage]:
    """The passages of a gold file beside its texts."""
    gold: Gold = read_gold(path, ontology)
    found = read_texts(gold, texts, max_characters=MAX_CHARACTERS)
    for document, text in zip(gold.documents, found, strict=True):
        yield from _of_document(document, text.text)


def _of_document(document: GoldDocument, text: str) -> Iterator[Passage]:
    mentions = _mentions(document, text)
    spans = sentences(text)
    quoted = [(fact, text.find(fact.quote) if fact.quote else -1) for fact in document.facts]
    for n, (start, end) in enumerate(spans):
        here = [f for f, at in quoted if start <= at < end]
        first = _first(spans, n, mentions, here)
        # a quote may go on into the next sentence
        last = max([end, *(at + len(f.quote) for f, at in quoted if f in here)])
        inside = [m for m in mentions if spans[first][0] <= m.start and m.end <= last]
        if inside:
            yield _passage(document, text, (spans[first][0], last), inside, here)


def _passage(
    document: GoldDocument, text: str, span: tuple[int, int], inside: list[Marked], here: list[GoldFact]
) -> Passage:
    start, end = span
    named = {m.entity for m in inside}
    told = [f for f in here if {f.subject, f.object} <= named]
    # what the document says elsewhere may or may not be said here as well
    unsure = {(f.subject, f.object) for f in document.facts if f not in told}
    return Passage(
        f"{document.id}:{start}",
        text[start:end],
        tuple(Marked(m.start - start, m.end - start, m.entity, m.kind, m.is_name) for m in inside),
        tuple(Fact(f.subject, f.relation, f.object, f.status) for f in told),
        frozenset(unsure | {(o, s) for s, o in unsure}),
    )


def _first(spans: list[tuple[int, int]], n: int, mentions: list[Marked], facts: list[GoldFact]) -> int:
    """The sentence from which on all that the facts of sentence n are about is named."""
    wanted = {entity for f in facts for entity in (f.subject, f.object)}
    best = n
    for back in range(_BACK + 1):
        if n - back < 0:
            break
        if wanted & {m.entity for m in mentions if spans[n - back][0] <= m.start < spans[n - back][1]}:
            best = n - back
        wanted -= {m.entity for m in mentions if spans[n - back][0] <= m.start < spans[n - back][1]}
    return best


def _mentions(document: GoldDocument, text: str) -> list[Marked]:
    """Where the words of the entities stand; of overlapping ones the longest."""
    found: list[Marked] = []
    for entity in document.entities:
        for words in sorted({entity.name, *entity.mentions} - {""}, key=len, reverse=True):
            is_name = any(c.isupper() or c.isdigit() for c in words)
            for place in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                found.append(Marked(place.start(), place.end(), entity.id, entity.kind, is_name))
    found.sort(key=lambda m: (m.start - m.end, m.start))
    taken: list[Marked] = []
    for m in found:
        if all(m.end <= other.start or other.end <= m.start for other in taken):
            taken.append(m)
    return sorted(taken, key=lambda m: m.start)
