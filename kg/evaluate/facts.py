"""Facts and observations of a graph against gold, document by document.

A fact is right when subject, relation and object are those of a gold fact, in either order where
the relation is symmetric; strictly right when the status is the same too. An entity is the same
when one of its names, aliases or mentions in the document is a name or mention in the gold. An
observation is right when subject, metric, kind of change and number are. Each gold statement
counts once: what the graph says of it again is neither right nor wrong, and so is what the gold
calls optional. What is right of the facts that were found is told in `kg.evaluate.finds`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.evaluate.comparing import agree, guide, normalise, number_in, number_of
from kg.evaluate.finds import mark_assertion, mark_find
from kg.evaluate.gold import Gold, GoldDocument, GoldFact, GoldObservation
from kg.evaluate.marking import (
    BY_STATUS,
    BY_TYPE,
    FALSE,
    OBSERVATIONS,
    OVERALL,
    QUALIFIERS,
    STATUS,
    STRICT,
    Evaluation,
    Sheet,
)
from kg.graph import KnowledgeGraph
from kg.model import Fact, Observation
from kg.ontology import Ontology

ALWAYS = OVERALL, STRICT, OBSERVATIONS, (STATUS, ""), (QUALIFIERS, ""), (FALSE, "")

Said = TypeVar("Said", Fact, Observation)
Names = Callable[[str, str], frozenset[str]]  # of a document and an entity


@dataclass(frozen=True, slots=True)
class _Page:
    """A document of the gold, what entities are called in it, and how it is marked."""

    gold: GoldDocument
    called: Mapping[str, frozenset[str]]
    """The names of the gold's entities by their ids."""
    names: Names
    sheet: Sheet


def evaluate_graph(graph: KnowledgeGraph, gold: Gold) -> Evaluation:
    """Score what a graph says of the gold's documents."""
    names = _names(graph)
    facts = _by_document(_scored(graph, gold))
    observations = _by_document(graph.observations)
    pages = [_Page(document, _gold_names(document), names, Sheet(document.id)) for document in gold.documents]
    for page in pages:
        _mark_facts(page, facts[page.gold.id], graph)
        _mark_observations(page, observations[page.gold.id], graph)
    return Evaluation.of((page.sheet for page in pages), ALWAYS)


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


def _mark_facts(page: _Page, facts: Sequence[Fact], graph: KnowledgeGraph) -> None:
    used: set[int] = set()
    wrong = []
    for fact in facts:
        fits = _fitting_facts(page, fact, graph.ontology)
        said = [page.gold.facts[n] for n in fits]
        if not said or not all(gold.optional for gold in said):
            mark_assertion(page.sheet, fact, said, _ends(fact, graph), _quote(fact, page.gold.id))
        free = [number for number in fits if number not in used]
        if fits and not free:  # said again
            continue
        golds = page.gold.facts
        best = min(free, key=lambda n: (golds[n].status != fact.status, golds[n].optional), default=None)
        if best is not None:
            used.add(best)
        else:
            wrong.append(fact)
        _mark_fact(page, fact, None if best is None else golds[best], graph)
    missed = [gold for n, gold in enumerate(page.gold.facts) if n not in used and not gold.optional]
    for gold in page.gold.facts:
        if not gold.optional:
            page.sheet.add("gold", OVERALL, STRICT, (BY_TYPE, gold.relation), (BY_STATUS, gold.status))
    for gold in missed:
        subject, object_ = _called(page.gold, gold.subject), _called(page.gold, gold.object)
        page.sheet.note("missed", (subject, gold.relation, object_, gold.status), gold.quote)
        given = [fact.relation for fact in wrong if _same_ends(page, fact, gold, either_way=True)]
        page.sheet.confuse([gold.relation], given)
    for fact in wrong:
        if not any(_same_ends(page, fact, gold, either_way=True) for gold in missed):
            page.sheet.confuse([], [fact.relation])


def _fitting_facts(page: _Page, fact: Fact, ontology: Ontology) -> list[int]:
    """Which gold facts a fact may be, whatever their status."""
    either_way = ontology.relations[fact.relation].symmetric
    return [
        n
        for n, gold in enumerate(page.gold.facts)
        if gold.relation == fact.relation and _same_ends(page, fact, gold, either_way=either_way)
    ]


def _same_ends(page: _Page, fact: Fact, gold: GoldFact, *, either_way: bool) -> bool:
    subject, object_ = (page.names(page.gold.id, end) for end in (fact.subject, fact.object))
    ends = page.called[gold.subject], page.called[gold.object]
    straight = ends[0] & subject and ends[1] & object_
    return bool(straight or (either_way and ends[0] & object_ and ends[1] & subject))


def _mark_fact(page: _Page, fact: Fact, gold: GoldFact | None, graph: KnowledgeGraph) -> None:
    if gold is not None and gold.optional:
        return
    by_type, by_status = (BY_TYPE, fact.relation), (BY_STATUS, fact.status.value)
    page.sheet.add("system", OVERALL, STRICT, by_type, by_status)
    ends = _ends(fact, graph)
    if gold is None:
        page.sheet.note("wrong", (*ends, fact.status.value), _quote(fact, page.gold.id))
        return
    page.sheet.add("right", OVERALL, by_type)
    mark_find(page.sheet, fact, gold, ends)
    if gold.status == fact.status:
        page.sheet.add("right", STRICT, by_status)
    else:
        page.sheet.note("status", (*ends, f"{fact.status.value} for {gold.status}"), _quote(fact, page.gold.id))


def _mark_observations(page: _Page, observations: Sequence[Observation], graph: KnowledgeGraph) -> None:
    used: set[int] = set()
    for said in observations:
        fits = _fitting_observations(page, said)
        best = next((number for number in fits if number not in used), None)
        if fits and best is None:  # said again
            continue
        if best is not None:
            used.add(best)
            if page.gold.observations[best].optional:
                continue
            page.sheet.add("right", OBSERVATIONS)
        page.sheet.add("system", OBSERVATIONS)
        if best is None:
            value = said.value.text if said.value else ""
            parts = _label(graph, said.subject), said.metric, value, said.change.value
            page.sheet.note("wrong observation", parts, _quote(said, page.gold.id))
    for number, gold in enumerate(page.gold.observations):
        if not gold.optional:
            page.sheet.add("gold", OBSERVATIONS)
            if number not in used:
                parts = _called(page.gold, gold.subject), gold.metric, gold.value, gold.change
                page.sheet.note("missed observation", parts, gold.quote)


def _fitting_observations(page: _Page, said: Observation) -> list[int]:
    subject, number = page.names(page.gold.id, said.subject), number_of(said.value)

    def fits(gold: GoldObservation) -> bool:
        same = gold.metric == said.metric and gold.change == said.change
        return bool(same and page.called[gold.subject] & subject and agree(number, number_in(gold.value)))

    return [n for n, gold in enumerate(page.gold.observations) if fits(gold)]


def _gold_names(gold: GoldDocument) -> dict[str, frozenset[str]]:
    return {e.id: frozenset(map(normalise, (e.name, *e.mentions))) - {""} for e in gold.entities}


def _called(gold: GoldDocument, entity: str) -> str:
    return next(e.name for e in gold.entities if e.id == entity)


def _ends(fact: Fact, graph: KnowledgeGraph) -> tuple[str, str, str]:
    return _label(graph, fact.subject), fact.relation, _label(graph, fact.object)


def _label(graph: KnowledgeGraph, entity: str) -> str:
    return graph.by_id[entity].name if entity in graph.by_id else entity


def _quote(said: Fact | Observation, document: str) -> str:
    return next(evidence.quote for evidence in said.evidence if evidence.document == document)
