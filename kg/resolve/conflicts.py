"""Facts that cannot both be so, and facts that are over.

- A fact contradicts the denial of the same, said by another sentence and not of another time.
- Where the ontology says that a subject has one object at a time (`kg:oneAtATime`: its seat, its parent), asserted
  facts with two objects contradict each other. Two are only what is surely two (`kg.resolve.places`), said by
  different documents (one tells of units of units, or of a move) less than a year apart, with no fact that would
  explain it: one that links the two objects (a parent and its own parent), or one that says what one of them did
  with the subject (bought, sold it).
- Where the ontology says that shares add up (`kg:addsUp`), asserted shares in one object of more than 100 % in all
  contradict each other.
- An asserted fact is ended by the fact that says it is over, unless a newer document, or a later sentence of the same
  one, asserts it again.

Plans and possibilities contradict nothing. All facts are kept. Of a crowd, such as thousands of parents of one company,
each fact is compared with `MOST` others, so that what is listed grows with the facts and not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from kg.disk import OnDisk
from kg.model import Entity, Fact, Period, Status, Value
from kg.ontology import Ontology
from kg.resolve.places import are_apart
from kg.resolve.qualifiers import agree

_CHANGES = 366  # days after which a thing may have another seat or parent
_WHOLE = 100  # percent
_ROUNDED = 2  # percent by which rounded shares may exceed the whole
_AT_ONCE = 1000  # facts that are read at once
MOST = 100
"""With how many others at most a fact is compared that has one object at a time, or listed whose shares add up."""
Days = Mapping[str, str]


@dataclass(frozen=True)
class _Links:
    contradicts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ended_by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def oppose(self, one: Fact, other: Fact) -> None:
        self.contradicts[one.id].add(other.id)
        self.contradicts[other.id].add(one.id)

    def of(self, fact: Fact) -> Fact:
        """The fact with what was found of it."""
        if fact.id not in self.contradicts and fact.id not in self.ended_by:
            return fact
        contradicts, ended_by = (found.get(fact.id, ()) for found in (self.contradicts, self.ended_by))
        return replace(fact, contradicts=tuple(sorted(contradicts)), ended_by=tuple(sorted(ended_by)))


def linked(facts: Sequence[Fact], entities: Iterable[Entity], ontology: Ontology, days: Days) -> Sequence[Fact]:
    """The same facts with what contradicts and what ends them; `days` are the dates of documents in ISO 8601.

    Facts are gone through several times, and only those held that may contradict or end another.
    """
    links = _Links()
    alone = {name for name, relation in ontology.relations.items() if relation.one_at_a_time}
    parts = {name for name, relation in ontology.relations.items() if relation.adds_up}
    suspects = _Suspects.of(facts, alone, parts)
    _link_triples(suspects.triples, links, days)
    rivals = _grouped((f for f in suspects.alone if f.id not in links.ended_by), _by_subject)
    if rivals:
        _link_rivals(rivals, _Explained.of(facts, rivals, alone, entities), links, days)
    _link_parts((f for f in suspects.parts if f.id not in links.ended_by), links, days)
    if not (links.contradicts or links.ended_by):
        return facts
    return _Linked(facts, links) if isinstance(facts, OnDisk) else tuple(map(links.of, facts))


class _Linked(OnDisk[Fact]):
    """Facts on disk with what was found of them, which is added as they are read."""

    def __init__(self, facts: Sequence[Fact], links: _Links) -> None:
        self._facts, self._links = facts, links

    def __len__(self) -> int:
        """How many there are."""
        return len(self._facts)

    def _read(self, start: int, stop: int) -> Iterator[Fact]:
        for at in range(start, stop, _AT_ONCE):
            yield from map(self._links.of, self._facts[at : min(at + _AT_ONCE, stop)])


@dataclass(frozen=True)
class _Suspects:
    """Facts that may contradict or end one another.

    `triples` are denied or ended, or say the same with another status; `alone` and `parts` are several of a subject
    or in an object.
    """

    triples: list[Fact]
    alone: list[Fact]
    parts: list[Fact]

    @classmethod
    def of(cls, facts: Iterable[Fact], alone: Set[str], parts: Set[str]) -> _Suspects:
        """Those among many, which are gone through twice; relations are one at a time (`alone`) or add up (`parts`)."""
        doubted: set[tuple[str, str, str]] = set()
        subjects: Counter[tuple[str, str]] = Counter()
        objects: Counter[tuple[str, str]] = Counter()
        for f in facts:
            if f.status in (Status.NEGATED, Status.ENDED):
                doubted.add(_triple(f))
            elif f.status is Status.ASSERTED:
                subjects.update([_by_subject(f)] if f.relation in alone else ())
                objects.update([_by_object(f)] if f.relation in parts else ())
        found = cls([], [], [])
        for f in facts:
            if _triple(f) in doubted:
                found.triples.append(f)
            if f.status is Status.ASSERTED and subjects[_by_subject(f)] > 1:
                found.alone.append(f)
            if f.status is Status.ASSERTED and objects[_by_object(f)] > 1:
                found.parts.append(f)
        return found


def _by_subject(fact: Fact) -> tuple[str, str]:
    return fact.relation, fact.subject


def _by_object(fact: Fact) -> tuple[str, str]:
    return fact.relation, fact.object


def _triple(fact: Fact) -> tuple[str, str, str]:
    return fact.subject, fact.relation, fact.object


def _link_triples(facts: Iterable[Fact], links: _Links, days: Days) -> None:
    same: dict[tuple[str, str, str], dict[Status, Fact]] = defaultdict(dict)
    for fact in facts:
        same[_triple(fact)][fact.status] = fact
    for found in same.values():
        asserted, denied, ended = (found.get(s) for s in (Status.ASSERTED, Status.NEGATED, Status.ENDED))
        if asserted and denied and not (_share_sentence(asserted, denied) or _tell_other_times(asserted, denied)):
            links.oppose(asserted, denied)
        if asserted and ended and _is_over(asserted, ended, days):
            links.ended_by[asserted.id].add(ended.id)


def _is_over(asserted: Fact, ended: Fact, days: Days) -> bool:
    """Whether nothing tells that the fact was asserted again after its end."""
    last = [max((days.get(e.document, "") for e in f.evidence), default="") for f in (asserted, ended)]
    if all(last) and last[0] != last[1]:
        return last[0] < last[1]
    places = [{e.document: e.start for e in f.evidence} for f in (asserted, ended)]
    both = places[0].keys() & places[1].keys()
    return all(places[0][document] <= places[1][document] for document in both)


# ---------------------------------------------------------------- one at a time


@dataclass(frozen=True)
class _Explained:
    """What links entities, so that two objects of one subject need be no contradiction."""

    names: Mapping[str, str]
    acts: frozenset[tuple[str, str]]
    """Who stands in a fact that is not denied, from subject to object."""
    above: Mapping[tuple[str, str], frozenset[str]]
    """The objects of an entity in a relation."""

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        rivals: Iterable[Sequence[Fact]],
        relations: Collection[str],
        entities: Iterable[Entity],
    ) -> _Explained:
        """What concerns the ends of some facts, and all that these relations link."""
        ends = {end for group in rivals for f in group for end in (f.subject, f.object)}
        acts: set[tuple[str, str]] = set()
        above: dict[tuple[str, str], set[str]] = defaultdict(set)
        for f in facts:
            if f.status is Status.NEGATED:
                continue
            if f.subject in ends and f.object in ends:
                acts.add((f.subject, f.object))
            if f.relation in relations:
                above[f.relation, f.subject].add(f.object)
        names = {e.id: e.name for e in entities if e.id in ends}
        return cls(names, frozenset(acts), {key: frozenset(objects) for key, objects in above.items()})

    def are_rivals(self, one: Fact, other: Fact) -> bool:
        """Whether two objects of a subject exclude each other."""
        first, second = one.object, other.object
        dealt = {(first, one.subject), (second, one.subject), (first, second), (second, first)}
        return (
            are_apart(self.names.get(first, first), self.names.get(second, second))
            and not dealt & self.acts
            and second not in self._all_above(one.relation, first)
            and first not in self._all_above(one.relation, second)
        )

    def _all_above(self, relation: str, entity: str) -> set[str]:
        """All that can be reached from an entity over a relation, itself included."""
        found, waiting = {entity}, [entity]
        while waiting:
            new = self.above.get((relation, waiting.pop()), frozenset()) - found
            found |= new
            waiting += sorted(new)
        return found


def _link_rivals(groups: Iterable[Sequence[Fact]], explained: _Explained, links: _Links, days: Days) -> None:
    for group in groups:
        for one, other in _pairs(group):
            apart = not _share_document(one, other) and _are_of_one_time(one, other, days)
            if apart and explained.are_rivals(one, other):
                links.oppose(one, other)


def _link_parts(facts: Iterable[Fact], links: _Links, days: Days) -> None:
    for group in _grouped(facts, _by_object):
        shares = [(f, v.number) for f in group for v in [dict(f.qualifiers).get("share")] if isinstance(v, Value)]
        parts = [(f, n) for f, n in shares if n is not None and all(_are_of_one_time(f, g, days) for g, _ in shares)]
        if sum(n for _, n in parts) > _WHOLE + _ROUNDED:
            for one, other in _pairs([f for f, _ in parts]):
                links.oppose(one, other)


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Each pair once; of more than `MOST` and one, each with those next to it in a circle."""
    count = len(facts)
    for step in range(1, min(count, MOST) // 2 + 1):
        for at in range(step if 2 * step == count else count):
            yield facts[at], facts[(at + step) % count]


def _grouped(facts: Iterable[Fact], key: Callable[[Fact], tuple[str, str]]) -> list[list[Fact]]:
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[key(fact)].append(fact)
    return [group for group in groups.values() if len(group) > 1]


def _share_sentence(one: Fact, other: Fact) -> bool:
    """Whether a sentence says both: it does not contradict itself."""
    return bool({(e.document, e.start) for e in one.evidence} & {(e.document, e.start) for e in other.evidence})


def _share_document(one: Fact, other: Fact) -> bool:
    return bool({e.document for e in one.evidence} & {e.document for e in other.evidence})


def _tell_other_times(one: Fact, other: Fact) -> bool:
    """Whether both have times that are known, and these are no part of each other."""
    times = [{n: q for n, q in f.qualifiers if isinstance(q, Period) and q.value} for f in (one, other)]
    return any(not agree(times[0][n], times[1][n]) for n in times[0].keys() & times[1].keys())


def _are_of_one_time(one: Fact, other: Fact, days: Days) -> bool:
    """Whether both are of one time, or said within a year, as far as times and dates are known."""
    if _tell_other_times(one, other):
        return False
    spans = [sorted(days[e.document] for e in f.evidence if e.document in days) for f in (one, other)]
    if not all(spans):
        return True
    (first, *_, last), (start, *_, end) = ([s[0], s[-1]] for s in spans)
    gap = max(first, start), min(last, end)
    return (date.fromisoformat(gap[0]) - date.fromisoformat(gap[1])).days < _CHANGES
