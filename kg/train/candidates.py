"""The mentions that kg itself finds in a text, for sets that mark only those of their facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.datasets import Example
from kg.lexicon import Lexicon
from kg.model import Document
from kg.nlp import Annotated, Annotator, unresolved
from kg.ontology import Ontology


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
    return [_of(annotated) for annotated in found]


def _of(annotated: Annotated) -> list[Candidate]:
    found: dict[tuple[int, int], Candidate] = {}
    for parsed in annotated.passages:
        for named in (*dict.fromkeys(parsed.mentions.values()), *unresolved(parsed, annotated.document.id)):
            m = named.mention
            found.setdefault((m.start, m.end), Candidate(m.start, m.end, m.kind, m.how == "name"))
    return sorted(found.values(), key=lambda c: (c.start, c.end))
