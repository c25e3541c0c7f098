"""What changed from one graph to another, as an analyst would tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from kg.graph import KnowledgeGraph
from kg.model import Evidence, Fact, Status
from kg.query.matching import Matched, Triple, measures_differ
from kg.query.series import number_changes
from kg.resolve import known
from kg.sentences import fact_sentence
from kg.terminal import clean

_OPEN = frozenset({Status.PLANNED, Status.POSSIBLE})


class Kind(StrEnum):
    """What happened, in the order in which it is told."""

    NEW = "new"
    DONE = "done"  # planned or possible before, asserted now
    ENDED = "ended"
    DENIED = "denied"
    CHANGED = "changed"
    CONTRADICTED = "contradicted"
    PLANNED = "planned"  # or possible, and not before
    NUMBER = "number"  # of a metric without one before
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: its sentence, that of before ("" where there was nothing), and what says so now.

    `heading` is the relation or metric, `ids` are the facts or observations, of a contradiction both.
    Of what is gone, evidence and ids are those of before; else what was not there before stands first.
    """

    kind: Kind
    heading: str
    sentence: str
    before: str
    ids: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences, sorted, and how many entities came and went."""

    differences: tuple[Difference, ...]
    new_entities: int
    gone_entities: int


def changes(before: KnowledgeGraph, after: KnowledgeGraph) -> Changes:
    """What `after` says and `before` did not, and the reverse.

    Entities are the same by id, else by a shared name where one entity of that kind has it.
    """
    matched = Matched.of(before, after)
    found = chain(_fact_changes(matched), _contradictions(matched), _gone(matched), _numbers(matched))
    order = list(Kind)
    ordered = sorted(found, key=lambda d: (order.index(d.kind), d.heading, d.sentence, d.ids))
    return Changes(tuple(ordered), len(matched.new), len(matched.gone))


def as_known(graph: KnowledgeGraph, day: date) -> tuple[KnowledgeGraph, int]:
    """The part of a graph that documents published by the end of a day say, and how many tell no date.

    A fact stands with the status and the amounts of the whole graph, whichever document gave them; only
    the documents themselves can tell what was known of them then (`kg.build` with `as_of`).
    """
    documents, undated = known(graph.documents, day)
    ids = {d.id for d in documents}
    facts = [f for f in graph.facts if any(e.document in ids for e in f.evidence)]
    held = {f.id for f in facts}
    part = replace(
        graph,
        documents=tuple(documents),
        entities=tuple(e for e in graph.entities if any(m.document in ids for m in (*e.mentions, *e.references))),
        facts=tuple(
            replace(
                f,
                evidence=(found := _of(f.evidence, ids)),
                sources=min(f.sources, len({e.document for e in found})),
                contradicts=tuple(i for i in f.contradicts if i in held),
                ended_by=tuple(i for i in f.ended_by if i in held),
            )
            for f in facts
        ),
        observations=tuple(
            replace(o, evidence=found, sources=min(o.sources, len({e.document for e in found})))
            for o in graph.observations
            if (found := _of(o.evidence, ids))
        ),
    )
    return part, len(undated)


def _of(evidence: Iterable[Evidence], documents: set[str]) -> tuple[Evidence, ...]:
    return tuple(e for e in evidence if e.document in documents)


# ---------------------------------------------------------------- facts


def _fact_changes(matched: Matched) -> Iterator[Difference]:
    graph = matched.after
    for fact in graph.facts:
        old = matched.before_of(fact)
        same = old.get(fact.status)
        if same is not None:
            if measures_differ(dict(same.qualifiers), dict(fact.qualifiers)):
                yield _difference(graph, Kind.CHANGED, fact, fact_sentence(matched.before, same), same.evidence)
        elif not (fact.status is Status.ASSERTED and fact.ended_by):  # told as its end
            kind, earlier = _kind(fact, old)
            yield _difference(graph, kind, fact, fact_sentence(matched.before, earlier) if earlier else "")


def _kind(fact: Fact, old: Mapping[Status, Fact]) -> tuple[Kind, Fact | None]:
    """What a fact is that was not there, and what was said of the same before."""
    so, ideas = old.get(Status.ASSERTED), [old[s] for s in (Status.PLANNED, Status.POSSIBLE) if s in old]
    idea = ideas[0] if ideas else None
    if fact.status is Status.ASSERTED:
        return (Kind.DONE, idea) if idea else (Kind.NEW, old.get(Status.ENDED) or old.get(Status.NEGATED))
    if fact.status in _OPEN:
        return Kind.PLANNED, so or idea
    return (Kind.ENDED if fact.status is Status.ENDED else Kind.DENIED), so or idea


def _difference(
    graph: KnowledgeGraph, kind: Kind, fact: Fact, before: str, old: Collection[Evidence] = ()
) -> Difference:
    evidence = tuple(sorted(fact.evidence, key=lambda e: e in old))  # what is new stands first
    sentence = fact_sentence(graph, fact)
    return Difference(kind, _label(graph, fact), sentence, before, (fact.id,), fact.confidence, evidence)


def _contradictions(matched: Matched) -> Iterator[Difference]:
    """Pairs that contradict each other now and did not, each once."""
    graph = matched.after
    by_id = {f.id: f for f in graph.facts}
    old = {matched.key(f): f for f in matched.before.facts}
    ids = {f.id: matched.key(f) for f in matched.before.facts}
    known_pairs = {frozenset((k, ids[i])) for k, f in old.items() for i in f.contradicts if i in ids}
    for fact in graph.facts:
        for other in (by_id[i] for i in fact.contradicts if i in by_id):
            first, second = sorted((fact, other), key=lambda f: (f.status is not Status.ASSERTED, f.id))
            is_new = frozenset((matched.own_key(fact), matched.own_key(other))) not in known_pairs
            if first is fact and is_new:
                sentence = f"{fact_sentence(graph, first)}, but {fact_sentence(graph, second)}"
                sure = min(first.confidence, second.confidence)
                evidence = (*first.evidence, *second.evidence)
                label = _label(graph, first)
                yield Difference(Kind.CONTRADICTED, label, sentence, "", (first.id, second.id), sure, evidence)


def _gone(matched: Matched) -> Iterator[Difference]:
    now: dict[Triple, set[Status]] = defaultdict(set)
    for fact in matched.after.facts:
        now[matched.own_key(fact)[0]].add(fact.status)
    for fact in matched.before.facts:
        if fact.status not in now[matched.key(fact)[0]]:
            yield _difference(matched.before, Kind.GONE, fact, "")


def _numbers(matched: Matched) -> Iterator[Difference]:
    for name, o, sentence, before in number_changes(matched):
        yield Difference(Kind(name), clean(o.metric), sentence, before, (o.id,), o.confidence, o.evidence)


def _label(graph: KnowledgeGraph, fact: Fact) -> str:
    relation = graph.ontology.relations.get(fact.relation)
    return relation.label if relation else clean(fact.relation)
