"""What each document says of each thing that it names, and the senses in which a name is used.

A record is a document's view of one thing: within it the language stage has given every mention the fullest name.
Records with the same name are one sense, unless they are of different sorts (a person, a place, anything else), of
different legal forms, or have different seats and nothing else in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from kg.lexicon import Lexicon
from kg.model import Alias, Claim, Extraction, Mention, Status
from kg.ontology import Relation
from kg.resolve.decisions import Decision
from kg.resolve.features import is_common
from kg.resolve.names import Name, parsed
from kg.resolve.vague import Vague

SPOKEN = frozenset({"pronoun", "nominal"})
PERSON, PLACE, OTHER = "person", "place", "other"
_FEW = 3  # times more documents for one seat than for another make the other a slip


@dataclass(slots=True)
class Record:
    """A document's view of one thing.

    `kinds` are those of its mentions, one each, `forms` the different words of its mentions but for pronouns and
    nominals. `linked` are keys of what facts link to it, `seats` those of its seats. `entity` is the id of the thing,
    once it is known. All is in tuples of shared words, as there may be millions of records.
    """

    document: str
    name: str
    key: str
    kinds: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    entity: str = ""

    @property
    def kind(self) -> str:
        """The most frequent kind of its mentions, "" where it has none."""
        return most(self.kinds) if self.kinds else ""

    @property
    def names(self) -> list[str]:
        """Its name, once for each mention."""
        return [self.name] * len(self.kinds)


@dataclass(frozen=True, slots=True)
class Sense:
    """A name in one meaning: its records, by document."""

    number: int
    name: Name
    kind: str
    sort: str
    records: tuple[Record, ...]

    @property
    def label(self) -> str:
        """The name as written most often."""
        return most(name for r in self.records for name in r.names)


def most(values: Iterable[str]) -> str:
    """The most frequent value, of equals the longest, of those the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))


class Records:
    """The records of all documents, with the names that decisions give mentions, and their aliases in order.

    Texts are gone through a second time, to see which names are written small.
    """

    def __init__(
        self, extractions: Iterable[Extraction], lexicon: Lexicon, decisions: Sequence[Decision], texts: Iterable[str]
    ) -> None:
        self.lexicon = lexicon
        self._by_document: dict[str, dict[str, Record]] = defaultdict(dict)
        self._split = {pair for d in decisions if not d.same for pair in d.pairs if pair[0] != pair[1]}
        self._seat = frozenset(r.name for r in lexicon.ontology.relations.values() if is_seat(r, lexicon))
        aliases: list[Alias] = []
        for extraction in extractions:
            self._note(extraction.mentions)
            for claim in extraction.claims:
                self._link(claim)
            aliases += map(_shared, extraction.aliases)
        self.aliases = sorted(aliases)
        self.vague = Vague(texts, Counter(record.key for record in self), lexicon)

    def __iter__(self) -> Iterator[Record]:
        """The records by document and name."""
        for _, records in sorted(self._by_document.items()):
            yield from (record for _, record in sorted(records.items()))

    def of(self, mention: Mention) -> Record:
        """The record of a mention that was noted.

        Raises:
            KeyError: it was not.
        """
        return self._by_document[mention.document][self._name(mention)]

    def _name(self, mention: Mention) -> str:
        """The name under which a mention is recorded: its own words where a decision says so."""
        name = mention.name
        if self._split and mention.text != name:
            keys = parsed(mention.text).key, parsed(name).key
            if keys in self._split or keys[::-1] in self._split:
                name = mention.text
        return name

    def _of(self, mention: Mention) -> Record:
        records, name = self._by_document[intern(mention.document)], intern(self._name(mention))
        if name not in records:
            records[name] = Record(intern(mention.document), name, intern(key_of(name)))
        return records[name]

    def _note(self, mentions: Iterable[Mention]) -> None:
        kinds: dict[tuple[str, str], list[str]] = defaultdict(list)
        for mention in mentions:
            record = self._of(mention)
            kinds[record.document, record.name].append(intern(mention.kind))
            if mention.how not in SPOKEN:
                record.forms = _with(record.forms, mention.text)
        for (document, name), found in kinds.items():
            record = self._by_document[document][name]
            record.kinds = (*record.kinds, *found)

    def _link(self, claim: Claim) -> None:
        if not isinstance(claim.object, Mention):
            return
        subject, object_ = self._of(claim.subject), self._of(claim.object)
        if claim.predicate in self._seat and claim.status is Status.ASSERTED:
            subject.seats = _with(subject.seats, object_.key)
        else:
            subject.linked = _with(subject.linked, object_.key)
            object_.linked = _with(object_.linked, subject.key)


def _shared(alias: Alias) -> Alias:
    """The same with words of which there is one copy."""
    words = intern(alias.form), intern(alias.name), intern(alias.how), intern(alias.where)
    return Alias(intern(alias.document), alias.start, alias.end, *words)


def _with(found: tuple[str, ...], word: str) -> tuple[str, ...]:
    return found if word in found else (*found, intern(word))


def key_of(name: str) -> str:
    """The words of a name as one text; the name itself where it has none."""
    return parsed(name).key or name


def is_seat(relation: Relation, lexicon: Lexicon) -> bool:
    """Whether a relation leads to a place, one at a time."""
    bodies = frozenset(lexicon.kinds_like("nameWord"))
    return relation.one_at_a_time and not relation.range & bodies


def senses(records: Records, decisions: Sequence[Decision] = ()) -> list[Sense]:
    """The senses of all names, in the order of their keys."""
    by_key: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_key[record.key].append(record)
    by_document = [d for d in decisions if not d.same and d.documents]
    parts = (
        (sort, part)
        for key, group in sorted(by_key.items())
        for sort, some in _by_sort(group, records.lexicon)
        for decided in _decided(some, key, by_document)
        for same_form in _by_form(decided)
        for same_seat in _by_seat(same_form)
        for part in (_by_links(same_seat, records.vague) if _is_vague(same_seat, records) else [same_seat])
    )
    return [_sense(number, sort, part) for number, (sort, part) in enumerate(parts)]


def _sense(number: int, sort: str, records: Sequence[Record]) -> Sense:
    name = parsed(most(name for r in records for name in r.names))
    return Sense(number, name, most(kind for r in records for kind in r.kinds), sort, tuple(records))


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
    seated = [record for record in group if record.seats]
    parts: list[tuple[set[str], set[str], list[Record]]] = []
    for record in seated:
        alike = [p for p in parts if _same_seat(p[0], record.seats) or p[1].intersection(record.linked)]
        merged = (set(record.seats), set(record.linked), [record])
        for part in alike:
            parts.remove(part)
            merged = (merged[0] | part[0], merged[1] | part[1], part[2] + merged[2])
        parts.append(merged)
    sizes = sorted((len(part[2]) for part in parts), reverse=True)
    # a name that nobody else has is of one company that moved, or of which one text is wrong
    if not is_common(parsed(group[0].name).words) or len(parts) < 2 or sizes[0] >= _FEW * sum(sizes[1:]):
        return [group]
    return _attached([part[2] for part in parts], [record for record in group if not record.seats])


def _is_vague(group: Sequence[Record], records: Records) -> bool:
    return records.vague.holds(group[0].key, most(record.kind for record in group))


def _by_links(group: list[Record], vague: Vague) -> Iterable[list[Record]]:
    """A vague name means one thing in two documents only if facts link both to the same."""
    parts: list[tuple[set[str], list[Record]]] = []
    for record in group:
        linked = {key for key in record.linked if not vague.is_word(key)}
        alike = [part for part in parts if part[0] & linked]
        merged = (linked, [record])
        for part in alike:
            parts.remove(part)
            merged = (merged[0] | part[0], part[1] + merged[1])
        parts.append(merged)
    return [part[1] for part in parts]


def _attached(parts: Sequence[list[Record]], rest: Sequence[Record]) -> Iterable[list[Record]]:
    """The parts, each with those of the rest that facts link to the same as it alone; what is left is a part too."""
    found = [list(part) for part in parts]
    linked = [{key for record in part for key in record.linked} for part in parts]
    left: list[Record] = []
    for record in rest:
        fitting = [i for i, keys in enumerate(linked) if keys.intersection(record.linked)]
        (found[fitting[0]] if len(fitting) == 1 else left).append(record)
    return [*found, left] if left else found


def _same_seat(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether seats agree: one may be more exact (Denver, and Denver, Colorado)."""
    return any(set(a.split()) & set(b.split()) for a in one for b in other)


def by_place(found: Iterable[Sense]) -> Mapping[tuple[str, str], Sense]:
    """Senses by the document and name of their records."""
    return {(record.document, record.name): sense for sense in found for record in sense.records}
