"""The senses in which a name is used.

Records with the same name are one sense, unless they are of different sorts (a person, a place, anything else), of
different legal forms, or have different seats and nothing else in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.resolve.decisions import Decision
from kg.resolve.features import is_common
from kg.resolve.linking import Groups
from kg.resolve.names import Name, parsed
from kg.resolve.records import Record, Records, Some, key_of, most
from kg.resolve.vague import Vague

PERSON, PLACE, OTHER = "person", "place", "other"
_FEW = 3  # times more documents for one seat than for another make the other a slip


@dataclass(frozen=True, slots=True)
class Sense:
    """A name in one meaning: its records, by document, and as `label` the way in which it is written most often."""

    number: int
    key: str
    label: str
    kind: str
    sort: str
    records: Sequence[Record]

    @property
    def name(self) -> Name:
        """The label taken apart."""
        return parsed(self.label)


class Meanings:
    """Which sense a name has in a document: most names have one in all documents."""

    def __init__(self, found: Iterable[Sense]) -> None:
        self._of_name: dict[str, int] = {}
        several: dict[str, None] = {}
        for sense in found:
            for record in sense.records:
                if self._of_name.setdefault(record.name, sense.number) != sense.number:
                    several[record.name] = None
        self._of_place = {(r.document, r.name): s.number for s in found for r in s.records if r.name in several}
        for name in several:
            del self._of_name[name]

    def of(self, document: str, name: str) -> int:
        """The number of the sense of a name that a document has.

        Raises:
            KeyError: it has not.
        """
        number = self._of_name.get(name)
        return self._of_place[document, name] if number is None else number


def numbers_by_key(found: Iterable[Sense]) -> dict[str, list[int]]:
    """The senses of each key, by number."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for sense in found:
        by_key[sense.key].append(sense.number)
    return by_key


def senses(records: Records, decisions: Sequence[Decision] = ()) -> list[Sense]:
    """The senses of all names, in the order of their keys."""
    by_document = [d for d in decisions if not d.same and d.documents]
    parts = (
        (key, sort, part)
        for key, group in records.groups()
        for sort, some in _by_sort(group, records.lexicon)
        for decided in _decided(some, key, by_document)
        for same_form in _by_form(decided)
        for same_seat in _by_seat(same_form)
        for part in (_by_links(same_seat, records.vague) if _is_vague(key, same_seat, records) else [same_seat])
    )
    return [
        Sense(
            number,
            key,
            most(name for r in part for name in r.names),
            most(kind for r in part for kind in r.kinds),
            sort,
            Some(records.table, (r.number for r in part)),
        )
        for number, (key, sort, part) in enumerate(parts)
    ]


def _by_sort(group: list[Record], lexicon: Lexicon) -> Iterable[tuple[str, list[Record]]]:
    """Persons, places and other things apart; what one document alone takes for something else is a slip of it."""
    persons, places = lexicon.kinds_like("title"), lexicon.kinds_like("region")
    sorts: dict[str, list[Record]] = defaultdict(list)
    for record in group:
        sorts[PERSON if record.kind in persons else PLACE if record.kind in places else OTHER].append(record)
    main = max(sorts, key=lambda s: (sum(len(r.kinds) for r in sorts[s]), s))
    for sort in sorted(sorts):
        if sort != main and len(sorts[sort]) == 1 and not sorts[sort][0].linked and len(sorts[main]) > 1:
            sorts[main] += sorts.pop(sort)
    return sorted(sorts.items())


def _decided(group: list[Record], key: str, decisions: Iterable[Decision]) -> Iterable[list[Record]]:
    """Records that a decision tells apart by their documents; others stay with the first."""
    apart: dict[str, int] = {}
    for decision in decisions:
        for number, (name, documents) in enumerate(zip(decision.names, decision.documents, strict=True)):
            if number and key_of(name) == key:
                apart |= dict.fromkeys(documents, number)
    parts: dict[int, list[Record]] = defaultdict(list)
    for record in group:
        parts[apart.get(record.document, 0)].append(record)
    return parts.values()


def _by_form(group: list[Record]) -> Iterable[list[Record]]:
    """Merck KGaA and Merck Corp apart; plain Merck goes with neither unless facts link both to the same."""
    if len(group) == 1:
        return [group]
    forms: dict[str, list[Record]] = defaultdict(list)
    for record in group:
        forms[parsed(record.name).form].append(record)
    named = sorted(set(forms) - {""})
    if len(named) < 2:
        return [group]
    return _attached([forms[form] for form in named], forms.get("", []))


def _by_seat(group: list[Record]) -> Iterable[list[Record]]:
    """Records of a common name with different seats and nothing else in common apart.

    One seat far more frequent is the only one.
    """
    # Denver, and Denver, Colorado are one seat
    parts = _connected((r, {("seat", w) for s in r.seats for w in s.split()} | _links(r)) for r in group if r.seats)
    sizes = sorted(map(len, parts), reverse=True)
    # a name that nobody else has is of one company that moved, or of which one text is wrong
    if len(parts) < 2 or not is_common(parsed(group[0].name).words) or sizes[0] >= _FEW * sum(sizes[1:]):
        return [group]
    return _attached(parts, [record for record in group if not record.seats])


def _is_vague(key: str, group: Sequence[Record], records: Records) -> bool:
    return records.vague.holds(key, most(record.kind for record in group))


def _by_links(group: list[Record], vague: Vague) -> Iterable[list[Record]]:
    """A vague name means one thing in two documents only if facts link both to the same."""
    return _connected((r, {key for key in r.linked if not vague.is_word(key)}) for r in group)


def _links(record: Record) -> set[Hashable]:
    return {("link", key) for key in record.linked}


def _connected(records: Iterable[tuple[Record, Collection[Hashable]]]) -> list[list[Record]]:
    """Records in parts: those that have something in common, straight or by way of others, in the order of the last."""
    held = list(records)
    groups = Groups(range(len(held)))
    first: dict[Hashable, int] = {}
    for number, (_, things) in enumerate(held):
        for thing in things:
            groups.join(first.setdefault(thing, number), number)
    parts: dict[int, list[Record]] = defaultdict(list)
    for number, (record, _) in enumerate(held):
        parts[groups.of(number)].append(record)
    return sorted(parts.values(), key=lambda part: part[-1].number)


def _attached(parts: Sequence[list[Record]], rest: Sequence[Record]) -> Iterable[list[Record]]:
    """The parts, each with those of the rest that facts link to the same as it alone; what is left is a part too."""
    found = [list(part) for part in parts]
    linking: dict[str, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for key in {key for record in part for key in record.linked}:
            linking[key].add(number)
    left: list[Record] = []
    for record in rest:
        fitting = set[int]().union(*(linking.get(key, ()) for key in record.linked))
        (found[fitting.pop()] if len(fitting) == 1 else left).append(record)
    return [*found, left] if left else found
