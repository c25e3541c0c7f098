"""What the explorer shows, as columns: one list a property, in the order of entities, sayings and documents.

Facts and observations are sayings: what they share stands in one set of columns, facts first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.export import wording
from kg.export.communities import Plan, plan
from kg.export.part import PASSAGES, Part, Saying
from kg.export.passages import Piece, Text, texts_of
from kg.export.picture import look_of
from kg.export.qualifiers import joined
from kg.export.values import in_words
from kg.export.vocabulary import web_address
from kg.model import Document, Entity, Evidence, Fact, Observation, Period, Qualifier, Status, Value

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

ALIASES = 40
NUMBER = "number"  # the part that a quantity plays, beside those that evidence names
_MOMENT = re.compile(r"(?:FY)?(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[/-].*)?\Z", re.ASCII)

Json = dict[str, Any]
WEIGHT: Mapping[Status, float] = {Status.ASSERTED: 1.0}
LIGHT = 0.5  # weight of a fact that is not asserted


@dataclass(frozen=True)
class Shown:
    """A graph, or part of it, in the order in which the page lists what is in it."""

    part: Part

    @property
    def graph(self) -> KnowledgeGraph:
        """What is shown."""
        return self.part.graph

    @cached_property
    def entities(self) -> list[Entity]:
        """The most important first."""
        weights = self.weights
        return sorted(self.graph.entities, key=lambda e: (-weights.get(e.id, 0.0), -len(e.mentions), e.name, e.id))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much is said of each entity, more where its kind takes part in more relations."""
        found: defaultdict[str, float] = defaultdict(float)
        for fact in self.facts:
            for end in {fact.subject, fact.object}:
                found[end] += fact.confidence * WEIGHT.get(fact.status, LIGHT)
        for observation in self.graph.observations:
            found[observation.subject] += LIGHT * observation.confidence
        kinds = {entity.id: entity.kind for entity in self.graph.entities}
        return {id: weight * self._role(kinds[id]) for id, weight in found.items() if id in kinds}

    def _role(self, kind: str) -> float:
        relations = self.graph.ontology.relations.values()
        return 0.3 + sum(kind in relation.domain for relation in relations) / (len(relations) or 1)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of each entity."""
        return {entity.id: number for number, entity in enumerate(self.entities)}

    @cached_property
    def facts(self) -> list[Fact]:
        """Facts between entities that there are."""
        known = {entity.id for entity in self.graph.entities}
        kept = (f for f in self.graph.facts if f.subject in known and f.object in known)
        return sorted(kept, key=lambda f: (f.subject, f.relation, f.object, f.id))

    @cached_property
    def observations(self) -> list[Observation]:
        """Numbers about entities that there are, by time."""
        known = {entity.id for entity in self.graph.entities}
        kept = (o for o in self.graph.observations if o.subject in known)
        return sorted(kept, key=lambda o: (o.subject, o.metric, moment(o.qualifiers), o.id))

    @cached_property
    def sayings(self) -> list[Saying]:
        """Facts, then observations."""
        return [*self.facts, *self.observations]

    @cached_property
    def evidence(self) -> list[tuple[Evidence, ...]]:
        """What the page shows of the evidence of each saying."""
        return [saying.evidence[:PASSAGES] for saying in self.sayings]

    @cached_property
    def read(self) -> tuple[dict[str, Text], bool]:
        """The texts by document, and whether they are whole."""
        evidence = (e for several in self.evidence for e in several)
        return texts_of(self.part.of.documents, evidence, cut=not self.part.is_whole)

    @cached_property
    def texts(self) -> list[Text]:
        """The texts of all documents, those that are only quoted too."""
        return list(self.read[0].values())

    @cached_property
    def documents(self) -> list[Document]:
        """All documents, without their texts."""
        return [text.document for text in self.texts]

    def plan(self) -> Plan:
        """Where the entities stand."""
        links: Counter[tuple[int, int]] = Counter()
        for fact in self.facts:
            one, other = sorted((self.index[fact.subject], self.index[fact.object]))
            links[one, other] += 1
        return plan([self.weights.get(entity.id, 0.0) for entity in self.entities], links)


def overview(shown: Shown) -> Json:
    """What is needed to draw the graph and to filter it."""
    graph, places = shown.graph, shown.plan()
    ontology = graph.ontology
    kinds = _numbered(_kind_names(shown))
    relations = _numbered(sorted({f.relation for f in shown.facts}))
    statuses = _numbered(list(ontology.statuses))
    documents = _numbered([d.id for d in shown.documents])
    return {
        "title": _title(shown.part.of),
        "base": graph.base,
        "kinds": [_kind(graph, name) for name in kinds],
        "relations": [_relation(graph, name) for name in relations],
        "statuses": [
            {"name": n, "label": ontology.statuses[n].label, "about": ontology.statuses[n].definition} for n in statuses
        ],
        "entities": {
            "id": [e.id for e in shown.entities],
            "name": [wording.shown(e.name) or e.id for e in shown.entities],
            "kind": [kinds[e.kind] for e in shown.entities],
            "weight": [round(shown.weights.get(e.id, 0.0), 2) for e in shown.entities],
            "x": places.x,
            "y": places.y,
            "community": places.community,
        },
        "facts": {
            "subject": [shown.index[f.subject] for f in shown.facts],
            "relation": [relations[f.relation] for f in shown.facts],
            "object": [shown.index[f.object] for f in shown.facts],
        },
        "observations": [shown.index[o.subject] for o in shown.observations],
        "status": [statuses[s.status.value] for s in shown.sayings],
        "confidence": [round(100 * s.confidence) for s in shown.sayings],
        "when": [moment(s.qualifiers) for s in shown.sayings],
        "in": [sorted({documents[e.document] for e in several}) for several in shown.evidence],
        "documents": [_document(d) for d in shown.documents],
        "whole": shown.read[1],
    } | _sizes(shown.part)


def details(shown: Shown) -> Json:
    """What cards show."""
    labels: dict[str, int] = {}
    named, documents = _documents_naming(shown)
    extractors = _numbered(sorted({e.extractor for several in shown.evidence for e in several}))
    changes = shown.graph.ontology.changes
    said = [[_qualifier(shown, labels, *pair) for pair in s.qualifiers] for s in shown.sayings]
    return {
        "id": [s.id for s in shown.sayings],
        "aliases": [[wording.shown(a) for a in e.aliases[:ALIASES] if a != e.name] for e in shown.entities],
        "identifiers": [_identifiers(shown, e) for e in shown.entities],
        "mentions": [len(e.mentions) for e in shown.entities],
        "named": named,
        "qualifiers": said,
        "sources": [s.sources for s in shown.sayings],
        "contradicts": _others(shown, "contradicts"),
        "ended": _others(shown, "ended_by"),
        "headline": [wording.headline(s.qualifiers) for s in shown.sayings],
        "labels": list(labels),
        "observations": [
            [o.metric, changes[o.change].label, wording.shown(in_words(o.value)) if o.value else "", *_figure(o)]
            for o in shown.observations
        ],
        "extractors": list(extractors),
        **_evidence_columns(shown, extractors),
    } | _of_all(shown, documents)


def texts(shown: Shown) -> list[list[Piece]]:
    """The pieces of each document with their offsets in UTF-16 units."""
    return [[(text.place(start), words) for start, words in text.pieces] for text in shown.texts]


def _sizes(part: Part) -> Json:
    """Of a part, how much of the whole it is."""
    if part.is_whole:
        return {}
    names = ("entities", "facts", "observations", "documents")
    return {"part": {name: [len(getattr(part.graph, name)), len(getattr(part.of, name))] for name in names}}


def _of_all(shown: Shown, documents: list[int]) -> Json:
    """Of a part, how many facts each entity has in the whole, and how many documents name it."""
    if shown.part.is_whole:
        return {}
    return {"facts": [shown.part.facts[e.id] for e in shown.entities], "documents": documents}


def _documents_naming(shown: Shown) -> tuple[list[list[int]], list[int]]:
    """The numbers of the documents shown that name each entity, and how many name it in all."""
    numbers = _numbered([d.id for d in shown.documents])
    named, counts = [], []
    for entity in shown.entities:
        found = {mention.document for mention in entity.mentions}
        named.append(sorted(numbers[name] for name in found if name in numbers))
        counts.append(len(found))
    return named, counts


def moment(qualifiers: Iterable[tuple[str, Qualifier]]) -> str:
    """The year, month or day that the first time of the qualifiers starts with, or ""."""
    times = (value.value for _, value in qualifiers if isinstance(value, Period))
    return next((match[1] for match in map(_MOMENT.match, times) if match), "")


def _others(shown: Shown, name: str) -> list[list[int]]:
    """The numbers of the facts that an attribute of each fact names."""
    numbers = {fact.id: number for number, fact in enumerate(shown.facts)}
    return [[numbers[i] for i in getattr(fact, name) if i in numbers] for fact in shown.facts]


def _evidence_columns(shown: Shown, extractors: Mapping[str, int]) -> Json:
    """One list of all passages; `passages` counts those of a saying, `marks` carry its parts."""
    roles: dict[str, int] = {}
    numbers = _numbered([d.id for d in shown.documents])
    places = [text.place for text in shown.texts]
    flat = [(saying, e) for saying, several in zip(shown.sayings, shown.evidence, strict=True) for e in several]
    columns: Json = {"document": [], "start": [], "length": [], "extractor": [], "marks": []}
    for saying, e in flat:
        document = numbers[e.document]
        place = places[document]
        start = place(e.start)
        columns["document"].append(document)
        columns["start"].append(start)
        columns["length"].append(place(e.end) - start)
        columns["extractor"].append(extractors[e.extractor])
        columns["marks"].append([n for mark in _marks(saying, e) for n in _mark(mark, start, place, roles)])
    passages = [len(several) for several in shown.evidence]
    return {
        "evidence": columns,
        "passages": passages,
        "all": [shown.part.passages.get(s.id, len(s.evidence)) for s in shown.sayings],
        "roles": list(roles),
    }


def _marks(saying: Saying, e: Evidence) -> Iterator[tuple[str, int, int]]:
    """Marks within the document in order, none within another: those of the evidence, and its numbers."""
    at = 0
    marks = [*e.marks, *_numbers(saying, e)]
    for role, start, end in sorted(marks, key=lambda mark: (mark[1], -mark[2], mark[0])):
        if at <= start < end:
            yield role, start, end
            at = end


def _numbers(saying: Saying, e: Evidence) -> Iterator[tuple[str, int, int]]:
    """Where the words of a saying's quantities stand in a quote that holds them once."""
    own = [value for _, value in saying.qualifiers]
    own += [saying.value] if isinstance(saying, Observation) and saying.value else []
    for value in own:
        if isinstance(value, Value) and value.text and e.quote.count(value.text) == 1:
            start = e.start + e.quote.index(value.text)
            yield NUMBER, start, start + len(value.text)


def _mark(mark: tuple[str, int, int], base: int, place: Any, roles: dict[str, int]) -> tuple[int, int, int]:
    role, start, end = mark
    return roles.setdefault(role, len(roles)), place(start) - base, place(end) - place(start)


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _title(graph: KnowledgeGraph) -> str:
    title = graph.documents[0].title if len(graph.documents) == 1 else ""
    return wording.shown(title, 90) if title else "Knowledge graph"


def _kind_names(shown: Shown) -> list[str]:
    """Kinds that entities have, those of the ontology first."""
    names, found = shown.graph.ontology.leaf_kinds, {entity.kind for entity in shown.entities}
    return [*(n for n in names if n in found), *sorted(found - set(names))]


def _kind(graph: KnowledgeGraph, name: str) -> Json:
    term = graph.ontology.kinds.get(name)
    color, shape = look_of(graph.ontology, name)
    return {
        "name": name,
        "label": term.label if term else name,
        "about": term.definition if term else "",
        "color": color,
        "shape": shape,
    }


def _relation(graph: KnowledgeGraph, name: str) -> Json:
    relation = graph.ontology.relations[name]
    inverse = relation.label if relation.symmetric else relation.inverse_label
    return {
        "name": name,
        "label": relation.label,
        "inverse": inverse,
        "about": relation.definition,
        "symmetric": relation.symmetric,
    }


def _document(document: Document) -> Json:
    found = {"id": document.id, "title": wording.shown(document.title), "date": wording.shown(document.date, 40)}
    return found | ({"source": document.source} if web_address(document.source) else {})


def _qualifier(shown: Shown, labels: dict[str, int], name: str, value: Qualifier) -> list[Any]:
    words = wording.qualifier(shown.graph.ontology, name, value)
    return [labels.setdefault(words["label"], len(labels)), words["text"]]


def _identifiers(shown: Shown, entity: Entity) -> list[list[str]]:
    words = (wording.qualifier(shown.graph.ontology, *pair) for pair in joined(entity.identifiers))
    return [[each["label"], each["text"]] for each in words]


def _figure(observation: Observation) -> list[Any]:
    """The number and what it counts, for a line of figures."""
    value = observation.value
    if value is None or value.number is None:
        return []
    return [float(value.number), value.currency or value.unit, value.per]
