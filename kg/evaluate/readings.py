"""What kg reads in a text, in the words of the model and of a data set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kg.datasets import Example, Link, Scheme, Span, refinements
from kg.lexicon import Lexicon
from kg.model import Claim, Document, Status
from kg.nlp import DATE, Annotator
from kg.relations import Extractor, Judged, LearnedReader

LIKELY = 0.5  # probability from which a label of the model counts
Extent = tuple[int, int]  # half-open character offsets


@dataclass(frozen=True, slots=True)
class Reading:
    """A label (a relation of the ontology or a refinement) between two places of a text, and how likely it is."""

    subject: Extent
    label: str
    object: Extent
    probability: float


Read = Callable[[Document], Iterable[Reading]]
"""What kg reads in a document: the one place where another source of readings can be put in."""


def reader_of(annotator: Annotator, extractor: Extractor, scheme: str) -> Read:
    """Reads what the relation model says by the guide of a data set, of pronouns and dates too, beside the claims."""

    def read(document: Document) -> Iterator[Reading]:
        for annotated in annotator.annotate([document]):
            for claim in extractor.extract(annotated):
                if claim.status is not Status.NEGATED:
                    yield from _reading(claim)
            if extractor.model is not None:
                reader = LearnedReader(extractor.lexicon, extractor.model)
                for judged in reader.read(annotated, loose=True, scheme=scheme):
                    yield from _labels(judged, extractor.lexicon)

    return read


def _labels(judged: Judged, lexicon: Lexicon) -> Iterator[Reading]:
    """The likely labels of a pair; the model was taught each only for kinds that may stand in it."""
    subject, object_ = judged.subject.mention, judged.object.mention
    for label, chance in judged.judgement.labels.items():
        if chance >= LIKELY and _may_hold(label, subject.kind, object_.kind, lexicon):
            yield Reading((subject.start, subject.end), label, (object_.start, object_.end), chance)


def _may_hold(label: str, subject: str, object_: str, lexicon: Lexicon) -> bool:
    """Whether kinds ("" for unknown) may stand in a relation, or in the one that a refinement entails."""
    entailed = refinements().get(label, label)
    if not entailed:
        return object_ == DATE and subject in {"", *lexicon.kinds_like("nameWord")}
    relation = lexicon.ontology.relations[entailed.removeprefix("^")]
    first, second = (object_, subject) if entailed.startswith("^") else (subject, object_)
    return first in {"", *relation.domain} and second in {"", *relation.range}


def _reading(claim: Claim) -> Iterator[Reading]:
    places = {part: (start, end) for part, start, end in claim.evidence.marks}
    if claim.change is None and {"subject", "object"} <= set(places):
        yield Reading(places["subject"], claim.predicate, places["object"], claim.confidence)


class Said(NamedTuple):
    """A relation in the words of a data set, from one place of a text to another."""

    type: str
    head: Extent
    tail: Extent


def said(readings: Iterable[Reading], scheme: Scheme, types: Iterable[str]) -> list[Said]:
    """Readings as what they may mean among these types, each once, in the order of the text."""
    wanted = {type_: scheme.relations[type_] for type_ in types}
    found = {
        Said(type_, *((r.object, r.subject) if meaning.inverse else (r.subject, r.object)))
        for r in readings
        for type_, meaning in wanted.items()
        if r.label in meaning.labels
    }
    return sorted(found, key=lambda s: (s.head, s.tail, s.type))


def overlap(one: Extent, other: Extent) -> bool:
    """Whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def as_example(example: Example, found: Sequence[Said], types: tuple[str, str] = ("", "")) -> Example:
    """An example with what kg said in place of the gold; `types` are those of heads and tails."""
    ends = [Span(*end, type_) for one in found for end, type_ in zip((one.head, one.tail), types, strict=True)]
    spans = sorted(set(ends), key=lambda s: (s.start, s.end, s.type))
    links = tuple(
        Link(spans.index(head), spans.index(tail), one.type)
        for one, head, tail in zip(found, ends[::2], ends[1::2], strict=True)
    )
    return replace(example, spans=tuple(spans), links=links)
