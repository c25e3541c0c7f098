"""Facts and observations of a graph against gold, document by document.

A fact is right when subject, relation and object are those of a gold fact, in either order where
the relation is symmetric; strictly right when the status is the same too. An entity is the same
when one of its names, aliases or mentions in the document is a name or mention in the gold. An
observation is right when subject, metric, kind of change and number are. Each gold statement
counts once: what the graph says of it again is neither right nor wrong, and so is what the gold
calls optional.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.evaluate.bootstrap import interval
from kg.evaluate.comparing import agree, guide, normalise, number_in, number_of
from kg.evaluate.gold import Gold, GoldDocument, GoldFact, GoldObservation
from kg.evaluate.measures import Counts, Score, total
from kg.graph import KnowledgeGraph
from kg.model import Fact, Observation
from kg.ontology import Ontology

Part = tuple[str, str]  # what a score is of: a heading and, below some, a name
OVERALL, STRICT, OBSERVATIONS = ("overall", ""), ("strict", ""), ("observations", "")
BY_TYPE, BY_STATUS = "by_type", "by_status"

Said = TypeVar("Said", Fact, Observation)
Names = Callable[[str, str], frozenset[str]]  # of a document and an entity


@dataclass(frozen=True, slots=True)
class Error:
    """A statement that is wrong or missed, or has another status: `detail` is its status or kind of change."""

    error: str
    document: str
    subject: str
    predicate: str
    object: str
    detail: str
    quote: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a graph by what they are of, and its errors."""

    documents: tuple[str, ...]
    scores: Mapping[Part, Score]
    errors: tuple[Error, ...]


@dataclass(slots=True)
class _Sheet:
    """How a document is marked."""

    gold: GoldDocument
    names: Names
    counts: Counter[tuple[Part, str]] = field(default_factory=Counter)
    errors: list[Error] = field(default_factory=list)

    def add(self, what: str, *parts: Part) -> None:
        self.counts.update((part, what) for part in parts)

    def of(self, part: Part) -> Counts:
        return Counts(*(self.counts[part, what] for what in Counts._fields))


def evaluate(graph: KnowledgeGraph, gold: Gold) -> Evaluation:
    """Score what a graph says of the gold's documents."""
    names = _names(graph)
    facts = _by_document(_scored(graph, gold))
    observations = _by_document(graph.observations)
    sheets = [_Sheet(document, names) for document in gold.documents]
    for sheet in sheets:
        _mark_facts(sheet, facts[sheet.gold.id], graph)
        _mark_observations(sheet, observations[sheet.gold.id], graph)
    parts = {part for sheet in sheets for part, _ in sheet.counts} - {OVERALL, STRICT, OBSERVATIONS}
    scores = {}
    for part in (OVERALL, STRICT, OBSERVATIONS, *sorted(parts)):
        counts = [sheet.of(part) for sheet in sheets]
        scores[part] = Score.of(total(counts), interval(counts))
    documents = tuple(document.id for document in gold.documents)
    return Evaluation(documents, scores, tuple(error for sheet in sheets for error in sheet.errors))


def _names(graph: KnowledgeGraph) -> Names:
    """What an entity is called: its name and aliases anywhere, its mentions in the document."""
    known = {e.id: {normalise(name) for name in (e.name, *e.aliases)} for e in graph.entities}
    local: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in graph.entities:
        for mention in entity.mentions:
            local[mention.document, entity.id].add(normalise(mention.text))
    return lambda document, entity: frozenset(known.get(entity, set()) | local[document, entity]) - {""}


def _scored(graph: KnowledgeGraph, gold: Gold) -> list[Fact]:
    """The facts whose relation could be in the gold, in the direction in which gold has them."""
    kinds = guide()["kinds"] | {entity.kind for document in gold.documents for entity in document.entities}
    relations = graph.ontology.relations
    reverse = {relation.inverse: name for name, relation in relations.items() if relation.inverse}
    facts = [_turned(fact, reverse) if fact.relation in reverse else fact for fact in graph.facts]
    return [
        fact
        for fact in facts
        if fact.relation in relations
        and relations[fact.relation].domain & kinds
        and relations[fact.relation].range & kinds
    ]


def _turned(fact: Fact, reverse: Mapping[str, str]) -> Fact:
    return replace(fact, subject=fact.object, relation=reverse[fact.relation], object=fact.subject)


def _by_document(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda s: s.id):
        for document in {evidence.document for evidence in one.evidence}:
            found[document].append(one)
    return found


def _mark_facts(sheet: _Sheet, facts: Sequence[Fact], graph: KnowledgeGraph) -> None:
    used: set[int] = set()
    for fact in facts:
        fits = _fitting_facts(sheet, fact, graph.ontology)
        free = [number for number in fits if number not in used]
        if fits and not free:  # said again
            continue
        golds = sheet.gold.facts
        best = min(free, key=lambda n: (golds[n].status != fact.status, golds[n].optional), default=None)
        if best is not None:
            used.add(best)
        _mark_fact(sheet, fact, None if best is None else golds[best], graph)
    for number, gold in enumerate(sheet.gold.facts):
        if not gold.optional:
            sheet.add("gold", OVERALL, STRICT, (BY_TYPE, gold.relation), (BY_STATUS, gold.status))
            if number not in used:
                subject, object_ = _called(sheet.gold, gold.subject), _called(sheet.gold, gold.object)
                _note(sheet, "missed", (subject, gold.relation, object_, gold.status), gold.quote)


def _fitting_facts(sheet: _Sheet, fact: Fact, ontology: Ontology) -> list[int]:
    """Which gold facts a fact may be, whatever their status."""
    subject, object_ = (sheet.names(sheet.gold.id, end) for end in (fact.subject, fact.object))
    names = _gold_names(sheet.gold)
    symmetric = ontology.relations[fact.relation].symmetric

    def fits(gold: GoldFact) -> bool:
        ends = names[gold.subject], names[gold.object]
        straight = ends[0] & subject and ends[1] & object_
        return bool(straight or (symmetric and ends[0] & object_ and ends[1] & subject))

    return [n for n, gold in enumerate(sheet.gold.facts) if gold.relation == fact.relation and fits(gold)]


def _mark_fact(sheet: _Sheet, fact: Fact, gold: GoldFact | None, graph: KnowledgeGraph) -> None:
    if gold is not None and gold.optional:
        return
    by_type, by_status = (BY_TYPE, fact.relation), (BY_STATUS, fact.status.value)
    sheet.add("system", OVERALL, STRICT, by_type, by_status)
    ends = _label(graph, fact.subject), fact.relation, _label(graph, fact.object)
    if gold is None:
        _note(sheet, "wrong", (*ends, fact.status.value), _quote(fact, sheet.gold.id))
        return
    sheet.add("right", OVERALL, by_type)
    if gold.status == fact.status:
        sheet.add("right", STRICT, by_status)
    else:
        _note(sheet, "status", (*ends, f"{fact.status.value} for {gold.status}"), _quote(fact, sheet.gold.id))


def _mark_observations(sheet: _Sheet, observations: Sequence[Observation], graph: KnowledgeGraph) -> None:
    used: set[int] = set()
    for said in observations:
        fits = _fitting_observations(sheet, said)
        best = next((number for number in fits if number not in used), None)
        if fits and best is None:  # said again
            continue
        if best is not None:
            used.add(best)
            if sheet.gold.observations[best].optional:
                continue
            sheet.add("right", OBSERVATIONS)
        sheet.add("system", OBSERVATIONS)
        if best is None:
            value = said.value.text if said.value else ""
            parts = _label(graph, said.subject), said.metric, value, said.change.value
            _note(sheet, "wrong observation", parts, _quote(said, sheet.gold.id))
    for number, gold in enumerate(sheet.gold.observations):
        if not gold.optional:
            sheet.add("gold", OBSERVATIONS)
            if number not in used:
                parts = _called(sheet.gold, gold.subject), gold.metric, gold.value, gold.change
                _note(sheet, "missed observation", parts, gold.quote)


def _fitting_observations(sheet: _Sheet, said: Observation) -> list[int]:
    subject, number = sheet.names(sheet.gold.id, said.subject), number_of(said.value)
    names = _gold_names(sheet.gold)

    def fits(gold: GoldObservation) -> bool:
        same = gold.metric == said.metric and gold.change == said.change
        return bool(same and names[gold.subject] & subject and agree(number, number_in(gold.value)))

    return [n for n, gold in enumerate(sheet.gold.observations) if fits(gold)]


def _gold_names(gold: GoldDocument) -> dict[str, frozenset[str]]:
    return {e.id: frozenset(map(normalise, (e.name, *e.mentions))) - {""} for e in gold.entities}


def _note(sheet: _Sheet, error: str, parts: tuple[str, str, str, str], quote: str) -> None:
    sheet.errors.append(Error(error, sheet.gold.id, *parts, quote))


def _called(gold: GoldDocument, entity: str) -> str:
    return next(e.name for e in gold.entities if e.id == entity)


def _label(graph: KnowledgeGraph, entity: str) -> str:
    return graph.by_id[entity].name if entity in graph.by_id else entity


def _quote(said: Fact | Observation, document: str) -> str:
    return next(evidence.quote for evidence in said.evidence if evidence.document == document)
