"""The mentions that kg itself finds in a text, for sets that mark only those of their facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.datasets import Example
from kg.lexicon import Lexicon
from kg.model import Document
from kg.nlp import Annotator, Parsed
from kg.ontology import Ontology

DATE = "Date"
# words that stand for a person or a body and that kg leaves open
PRONOUNS = frozenset("he she him her his it its they their who whose i we our my".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a fact may be about: half-open character offsets, kind ("" for unknown), and whether a name."""

    start: int
    end: int
    kind: str
    is_name: bool


def candidates(examples: Sequence[Example], ontology: Ontology) -> list[list[Candidate]]:
    """The candidates of each text, left to right."""
    documents = [Document(id=example.id, text=example.text, title="") for example in examples]
    found = Annotator(Lexicon.of(ontology)).annotate(documents)
    return [_of(annotated.passages) for annotated in found]


def _of(passages: Sequence[Parsed]) -> list[Candidate]:
    found: dict[tuple[int, int], Candidate] = {}
    for parsed in passages:
        for candidate in (*_named(parsed), *_dates(parsed), *_pronouns(parsed)):
            found.setdefault((candidate.start, candidate.end), candidate)
    return sorted(found.values(), key=lambda c: (c.start, c.end))


def _named(parsed: Parsed) -> Iterator[Candidate]:
    for named in dict.fromkeys(parsed.mentions.values()):
        mention = named.mention
        yield Candidate(mention.start, mention.end, mention.kind, mention.how == "name")


def _dates(parsed: Parsed) -> Iterator[Candidate]:
    for entity in parsed.doc.ents:
        start, end = parsed.span(entity.start, entity.end)
        if entity.label_ == "DATE" and any(c.isdigit() for c in parsed.source[start:end]):
            yield Candidate(start, end, DATE, True)


def _pronouns(parsed: Parsed) -> Iterator[Candidate]:
    for token in parsed.doc:
        if token.lower_ in PRONOUNS and token.i not in parsed.mentions:
            yield Candidate(*parsed.span(token.i, token.i + 1), "", False)
