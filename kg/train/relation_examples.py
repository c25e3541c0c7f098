"""Labelled texts as examples for the model of relations: which labels are right, wrong and not known of each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.datasets import Example, Marked, Meaning, meanings
from kg.models import Mark
from kg.train.candidates import candidates
from kg.train.cutting import sentences
from kg.train.labels import Labels
from kg.train.passages import Passage
from kg.train.recipe import DataSet
from kg.train.relations import STATUSES, UNKNOWN, Pair
from kg.train.sets import OWN, read_examples, read_passages

Gold = dict[tuple[int, int], set[str]]  # ordered pairs of spans with their labels
Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Directed:
    """What is known of an ordered pair of marks: groups of labels one of which is right, wrong labels, status."""

    subject: int
    object: int
    right: Groups
    wrong: int  # bits
    status: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with marks and labelled pairs, and the example of the set that it was made from, if any."""

    set: str
    id: str
    text: str
    marks: tuple[Mark, ...]
    pairs: tuple[Pair, ...]
    example: Example | None = None


def relation_examples(data: DataSet, folder: Path, labels: Labels) -> list[Labelled]:
    """The examples of a set that have a pair to learn from.

    Raises:
        InputError: a file is missing or wrong.
    """
    found: Iterable[Labelled]
    if data.form in OWN:
        found = (_of_passage(data.name, p, labels) for p in read_passages(data, folder, labels.ontology))
    elif data.form == "knowledgenet":
        found = _of_candidates(data, read_examples(data, folder), labels)
    else:
        found = (_of_example(data, example, labels) for example in read_examples(data, folder))
    return [labelled for labelled in found if labelled.pairs]


def _pairs(directed: Iterable[Directed], labels: Labels) -> tuple[Pair, ...]:
    """Both directions of a pair as one; a label that holds both ways is right in either."""
    by = {(d.subject, d.object): d for d in directed}
    count = len(labels.names)
    both_ways = {labels.numbers[name] for name in labels.symmetric}
    found = []
    for i, j in sorted({(min(place), max(place)) for place in by}):
        right: dict[tuple[int, ...], None] = {}
        wrong, status = 0, UNKNOWN
        for one, shift in ((by.get((i, j)), 0), (by.get((j, i)), count)):
            if one is None:
                continue
            for group in one.right:
                sym = len(group) == 1 and group[0] in both_ways
                right[(group[0], count + group[0]) if sym else tuple(shift + n for n in group)] = None
            wrong |= one.wrong << shift
            status = one.status if one.right and one.status != UNKNOWN else status
        found.append(Pair(i, j, tuple(right), wrong, status))
    return tuple(found)


def _of_passage(name: str, passage: Passage, labels: Labels) -> Labelled:
    """All that is so is listed, so a label that may hold between two kinds and is not listed is wrong."""
    facts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for fact in passage.facts:
        if fact.relation in labels.numbers:
            facts[fact.subject, fact.object].append((fact.relation, fact.status))
            if fact.relation in labels.symmetric:
                facts[fact.object, fact.subject].append((fact.relation, fact.status))
    said_by = _nearest(passage)
    kinds = labels.kinds
    pairs = []
    for i, j in _ordered(passage.mentions):
        a, b = passage.mentions[i], passage.mentions[j]
        between = (a.entity, b.entity)
        right = facts.get(between, [])
        allowed = labels.allowed(a.kind, b.kind, labels.relations)
        if (right and not said_by(i, j)) or (between in passage.unsure and not right) or not (allowed or right):
            continue
        wrong = () if between in passage.unsure else allowed - {relation for relation, _ in right}
        groups = tuple((labels.numbers[relation],) for relation in dict.fromkeys(relation for relation, _ in right))
        pairs.append(Directed(i, j, groups, labels.bits(wrong), _status({status for _, status in right})))
    marks = tuple(
        Mark(m.start, m.end, kinds.index(m.kind) if m.kind in kinds else 0, m.is_name) for m in passage.mentions
    )
    return Labelled(name, passage.id, passage.text, marks, _pairs(pairs, labels))


def _ordered(mentions: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Ordered pairs of mentions of different entities."""
    for i, a in enumerate(mentions):
        for j, b in enumerate(mentions):
            if a.entity != b.entity:
                yield i, j


def _status(said: set[str]) -> int:
    return next((n for n, status in enumerate(STATUSES) if {str(status)} == said), UNKNOWN)


def _nearest(passage: Passage) -> Callable[[int, int], bool]:
    """Whether two mentions say what holds between their entities: in one sentence, or where none has both, nearest."""
    spans = sentences(passage.text)
    mentions = passage.mentions
    sentence = [max((n for n, (start, _) in enumerate(spans) if start <= m.start), default=0) for m in mentions]
    together: set[tuple[str, str]] = set()
    near: dict[tuple[str, str], tuple[int, int, int]] = {}
    for i, j in _ordered(mentions):
        between = (mentions[i].entity, mentions[j].entity)
        if sentence[i] == sentence[j]:
            together.add(between)
        apart = (abs(mentions[i].start - mentions[j].start), i, j)
        near[between] = min(near.get(between, apart), apart)

    def said_by(i: int, j: int) -> bool:
        between = (mentions[i].entity, mentions[j].entity)
        return sentence[i] == sentence[j] if between in together else near[between][1:] == (i, j)

    return said_by


def _of_example(data: DataSet, example: Example, labels: Labels) -> Labelled:
    """Every pair of spans, with the labels that the set can say."""
    table = meanings(data.name)
    gold, groups = _gold(example, table, labels)
    kinds = [data.kinds.get(span.type, "") for span in example.spans]
    known = labels.known(table.values())
    pairs = []
    for i, j in _all(len(example.spans)):
        right = gold.get((i, j), set())
        wrong = labels.allowed(kinds[i], kinds[j], known) - right
        if right or wrong:
            pairs.append(Directed(i, j, groups.get((i, j), ()), labels.bits(wrong)))
    marks = tuple(
        Mark(s.start, s.end, labels.kinds.index(kind), s.is_name) for s, kind in zip(example.spans, kinds, strict=True)
    )
    return Labelled(data.name, example.id, example.text, marks, _pairs(pairs, labels), example)


def _gold(example: Example, table: dict[str, Meaning], labels: Labels) -> tuple[Gold, dict[tuple[int, int], Groups]]:
    """What links say of ordered pairs: as a set of labels, and as groups one label of which is right."""
    gold: Gold = defaultdict(set)
    groups: dict[tuple[int, int], dict[tuple[int, ...], None]] = defaultdict(dict)
    for link in example.links:
        if link.type not in table:
            continue
        meaning = table[link.type]
        names = [name for name in meaning.labels if name in labels.numbers]
        there = (link.tail, link.head) if meaning.inverse else (link.head, link.tail)
        both = (there, there[::-1]) if names and names[0] in labels.symmetric else (there,)
        for place in both if names else ():
            gold[place] |= set(names)
            groups[place][tuple(labels.numbers[name] for name in names)] = None
    return gold, {place: tuple(found) for place, found in groups.items()}


def _all(count: int) -> Iterator[tuple[int, int]]:
    return ((i, j) for i in range(count) for j in range(count) if i != j)


def _of_candidates(data: DataSet, examples: Iterable[Example], labels: Labels) -> Iterator[Labelled]:
    """Pairs of what kg finds and of what the set marks, with the labels that were looked for in each text."""
    table = meanings(data.name)
    checked = [example for example in examples if example.checked & set(table)]
    for example, found in zip(checked, candidates(checked, labels.ontology), strict=True):
        spans = [(c.start, c.end, c.kind if c.kind in labels.kinds else "", c.is_name) for c in found]
        gold: Gold = defaultdict(set)
        for link in example.links:
            if link.type in table:
                meaning = table[link.type]
                heads, tails = _places(example, link.head, spans), _places(example, link.tail, spans)
                subjects, objects = (tails, heads) if meaning.inverse else (heads, tails)
                for i in subjects:
                    for j in objects:
                        gold[i, j] |= {meaning.labels[0]} & set(labels.numbers)
        known = labels.known(table[type_] for type_ in example.checked if type_ in table)
        pairs = []
        for i, j in _all(len(spans)):
            right = gold.get((i, j), set())
            wrong = labels.allowed(spans[i][2], spans[j][2], known) - right
            if right or wrong:
                groups = tuple((labels.numbers[name],) for name in sorted(right))
                pairs.append(Directed(i, j, groups, labels.bits(wrong)))
        marks = tuple(Mark(start, end, labels.kinds.index(kind), is_name) for start, end, kind, is_name in spans)
        yield Labelled(data.name, example.id, example.text, marks, _pairs(pairs, labels), example)


def _places(example: Example, span: int, spans: list[tuple[int, int, str, bool]]) -> list[int]:
    """The candidates that overlap a span of the set; where there are none, the span becomes one."""
    start, end = example.spans[span].start, example.spans[span].end
    hit = [n for n, (first, last, _, _) in enumerate(spans) if first < end and last > start]
    if not hit:
        hit = [len(spans)]
        spans.append((start, end, "", any(c.isupper() for c in example.text[start:end])))
    return hit
