"""What a graph did not get from its texts: silent sentences and documents, relations, kinds and metrics never seen.

Sentences are cut by a light splitter, at the end of a paragraph or at a full stop before a capital that ends no
abbreviation; never within a name or a passage that says something. It is not the splitter that reads.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.analysis.lines import TRADE
from kg.analysis.parts import words
from kg.graph import KnowledgeGraph
from kg.model import Document, Fact, Observation, Status
from kg.query import relations_that

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n\s*\n|\Z")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"“‘])([\w.&’'-]+)\Z")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Silent:
    """A sentence that names parties of which some relation could hold, and yielded no fact or number."""

    document: str
    start: int
    end: int
    quote: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Density:
    """How much a document gave: counts, and facts with observations in a thousand words."""

    document: str
    words: int
    sentences: int
    entities: int
    facts: int
    observations: int
    silent: int

    @property
    def per_thousand(self) -> float:
        """Facts and observations in a thousand words."""
        return round(1000 * (self.facts + self.observations) / self.words, 1) if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A term of the ontology with how often it occurs; of relations by status."""

    name: str
    label: str
    number: int
    statuses: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What texts gave and what they did not, each sorted.

    `silent` are sentences that name two parties that could trade, `joinable` how many name two entities of which any
    relation could hold, and yielded nothing. What was never seen has the number 0.
    """

    documents: tuple[Density, ...]
    silent: tuple[Silent, ...]
    sentences: int
    joinable: int
    relations: tuple[Seen, ...]
    kinds: tuple[Seen, ...]
    metrics: tuple[Seen, ...]

    @property
    def empty(self) -> tuple[Density, ...]:
        """Documents without a fact."""
        return tuple(d for d in self.documents if not d.facts)


def coverage(graph: KnowledgeGraph) -> Coverage:
    """What the texts of a graph gave."""
    named, said = _named(graph), _said(graph)
    facts, observations = _per_document(graph.facts), _per_document(graph.observations)
    trading = _joins(graph, relations_that(graph.ontology, TRADE))
    any_two = _joins(graph, graph.ontology.relations)
    densities, silent, sentences, joinable = [], [], 0, 0
    for document in sorted(graph.documents, key=lambda d: d.id):
        names, passages = named.get(document.id, []), said.get(document.id, [])
        spans = list(split(document.text, [*((s, e) for s, e, _ in names), *passages]))
        mute = [(span, _within(names, span)) for span in spans if not _overlaps(passages, span)]
        found = [_silent(graph, document, span, ids) for span, ids in mute if trading(ids)]
        silent += found
        sentences += len(spans)
        joinable += sum(any_two(ids) for _, ids in mute)
        id, length = document.id, len(document.text.split())
        entities = len({entity for _, _, entity in names})
        densities.append(Density(id, length, len(spans), entities, facts[id], observations[id], len(found)))
    terms = _relations(graph), _kinds(graph), _metrics(graph)
    return Coverage(tuple(densities), tuple(silent), sentences, joinable, *terms)


def split(text: str, whole: Iterable[Span] = ()) -> Iterator[Span]:
    """Sentences as half-open spans of characters without the space around them; `whole` spans are never cut."""
    held = sorted(whole)
    starts = [start for start, _ in held]
    furthest: list[int] = []
    for _, end in held:
        furthest.append(max(end, furthest[-1] if furthest else 0))
    at = 0
    for found in _END.finditer(text):
        before = bisect_right(starts, found.end() - 1) - 1
        if before >= 0 and found.end() < furthest[before]:
            continue
        if found.group().startswith(".") and _is_abbreviated(text[at : found.start()]):
            continue
        start, end = _trimmed(text, at, found.end())
        if start < end:
            yield start, end
        at = found.end()


def _is_abbreviated(text: str) -> bool:
    """Whether a full stop behind these words belongs to the last one."""
    last = _LAST_WORD.search(text[-40:])
    word = last[1] if last else "-"
    return (len(word) == 1 and word.isalpha()) or "." in word or word.lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words()["abbreviations"])


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _named(graph: KnowledgeGraph) -> dict[str, list[tuple[int, int, str]]]:
    """The names of entities in each document, in order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity in graph.entities:
        for m in entity.mentions:
            found.setdefault(m.document, []).append((m.start, m.end, entity.id))
    return {document: sorted(names) for document, names in found.items()}


def _said(graph: KnowledgeGraph) -> dict[str, list[Span]]:
    """The passages that say something, by document, in order."""
    found: dict[str, set[Span]] = {}
    for evidence in (each.evidence for found in (graph.facts, graph.observations) for each in found):
        for e in evidence:
            found.setdefault(e.document, set()).add((e.start, e.end))
    return {document: sorted(spans) for document, spans in found.items()}


def _per_document(said: Iterable[Fact | Observation]) -> Counter[str]:
    return Counter(document for each in said for document in {e.document for e in each.evidence})


def _within(names: list[tuple[int, int, str]], span: Span) -> frozenset[str]:
    first = bisect_right(names, (span[0], -1, ""))
    found = set()
    for start, _, entity in names[first:]:
        if start >= span[1]:
            break
        found.add(entity)
    return frozenset(found)


def _overlaps(passages: list[Span], span: Span) -> bool:
    return any(start < span[1] and end > span[0] for start, end in passages)


class _joins:  # noqa: N801 - a function with a memory
    """Whether two of some entities are of kinds that one of these relations may join."""

    def __init__(self, graph: KnowledgeGraph, relations: Iterable[str]) -> None:
        known = [graph.ontology.relations[name] for name in relations]
        kinds = sorted({e.kind for e in graph.entities})
        pairs = {(a, b) for a in kinds for b in kinds if any(r.allows(a, b) or r.allows(b, a) for r in known)}
        self._graph, self._pairs = graph, pairs

    def __call__(self, ids: Iterable[str]) -> bool:
        kinds = sorted(self._graph.by_id[id].kind for id in ids)
        return any((a, b) in self._pairs for n, a in enumerate(kinds) for b in kinds[n + 1 :])


def _silent(graph: KnowledgeGraph, document: Document, span: Span, ids: Iterable[str]) -> Silent:
    names = tuple(sorted(graph.by_id[id].name for id in ids))
    return Silent(document.id, *span, document.text[slice(*span)], names)


def _relations(graph: KnowledgeGraph) -> tuple[Seen, ...]:
    seen = Counter((f.relation, f.status.value) for f in graph.facts)
    found = []
    for name in sorted({*graph.ontology.relations, *(relation for relation, _ in seen)}):
        term = graph.ontology.relations.get(name)
        statuses = tuple((s.value, seen[name, s.value]) for s in reversed(Status) if seen[name, s.value])
        found.append(Seen(name, term.label if term else name, sum(n for _, n in statuses), statuses))
    return _ranked(found)


def _kinds(graph: KnowledgeGraph) -> tuple[Seen, ...]:
    seen = Counter(e.kind for e in graph.entities)
    labels = {name: graph.ontology.kinds[name].label for name in graph.ontology.leaf_kinds}
    return _ranked(_terms(seen, labels))


def _metrics(graph: KnowledgeGraph) -> tuple[Seen, ...]:
    seen = Counter(o.metric for o in graph.observations)
    return _ranked(_terms(seen, {name: term.label for name, term in graph.ontology.metrics.items()}))


def _terms(seen: Counter[str], labels: Mapping[str, str]) -> Iterator[Seen]:
    yield from (Seen(name, labels.get(name, name), seen[name]) for name in {*labels, *seen})


def _ranked(terms: Iterable[Seen]) -> tuple[Seen, ...]:
    return tuple(sorted(terms, key=lambda t: (-t.number, t.name)))
