"""What each document says of each thing that it names.

A record is a document's view of one thing: within it the language stage has given every mention the fullest name.
As there may be millions of records they lie in columns, and what many of them say is there once.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple, TypeVar, overload

from kg.lexicon import Lexicon
from kg.model import Alias, Claim, Extraction, Mention, Status
from kg.ontology import Relation
from kg.resolve.decisions import Decision
from kg.resolve.names import parsed
from kg.resolve.vague import Vague

SPOKEN = frozenset({"pronoun", "nominal"})
Words = tuple[str, ...]
T = TypeVar("T", str, Words)


class Record(NamedTuple):
    """A document's view of one thing.

    `kinds` are those of its mentions, one each, `forms` the different words of its mentions but for pronouns and
    nominals. `linked` are keys of what facts link to it, `seats` those of its seats.
    """

    number: int
    document: str
    name: str
    kinds: Words
    forms: Words
    linked: Words
    seats: Words

    @property
    def kind(self) -> str:
        """The most frequent kind of its mentions, "" where it has none."""
        return _most_of(self.kinds)

    @property
    def names(self) -> list[str]:
        """Its name, once for each mention."""
        return [self.name] * len(self.kinds)


def most(values: Iterable[str]) -> str:
    """The most frequent value, of equals the longest, of those the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))


@lru_cache(maxsize=1 << 12)
def _most_of(values: Words) -> str:
    return most(values) if values else ""


def key_of(name: str) -> str:
    """The words of a name as one text; the name itself where it has none."""
    return parsed(name).key or name


class Naming:
    """The name under which a mention is recorded: its own words where a decision tells these from its name."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._split = {pair for d in decisions if not d.same for pair in d.pairs if pair[0] != pair[1]}

    def __call__(self, mention: Mention) -> str:
        """The name of a mention."""
        if self._split and mention.text != mention.name:
            keys = parsed(mention.text).key, parsed(mention.name).key
            if keys in self._split or keys[::-1] in self._split:
                return mention.text
        return mention.name


class Table:
    """Records in columns, by number; each is made when it is asked for."""

    def __init__(self) -> None:
        self._documents: list[str] = []
        self._document = array("I")  # the place of each record's document
        self._names: list[str] = []
        self._kinds: list[Words] = []
        self._forms: list[Words] = []
        self._linked: list[Words] = []
        self._seats: list[Words] = []

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._names)

    def __getitem__(self, number: int) -> Record:
        """The record of a number."""
        document, name = self._documents[self._document[number]], self._names[number]
        views = self._kinds[number], self._forms[number], self._linked[number], self._seats[number]
        return Record(number, document, name, *views)

    def add(self, document: str, name: str, kinds: Words, forms: Words, linked: Words, seats: Words) -> None:
        """A further record; those of one document come in a row."""
        if not self._documents or self._documents[-1] != document:
            self._documents.append(document)
        self._document.append(len(self._documents) - 1)
        self._names.append(name)
        self._kinds.append(kinds)
        self._forms.append(forms)
        self._linked.append(linked)
        self._seats.append(seats)


class Some(Sequence[Record]):
    """Some records of a table."""

    __slots__ = ("_numbers", "_table")

    def __init__(self, table: Table, numbers: Iterable[int]) -> None:
        self._table, self._numbers = table, array("I", numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        """One record, or some of them."""
        return Some(self._table, self._numbers[at]) if isinstance(at, slice) else self._table[self._numbers[at]]

    def __iter__(self) -> Iterator[Record]:
        """The records in order."""
        return map(self._table.__getitem__, self._numbers)


@dataclass(slots=True)
class _Noted:
    """A record while its document is read."""

    key: str
    kinds: list[str] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    linked: dict[str, None] = field(default_factory=dict)
    seats: dict[str, None] = field(default_factory=dict)


class Records:
    """The records of all documents, with the names that decisions give mentions, and their aliases in order.

    The extractions are in the order of their documents' ids. Texts are gone through a second time, to see which names
    are written small. `borne` are the aliases of what their documents name.
    """

    def __init__(
        self, extractions: Iterable[Extraction], lexicon: Lexicon, decisions: Sequence[Decision], texts: Iterable[str]
    ) -> None:
        self.lexicon = lexicon
        self.naming = Naming(decisions)
        self._seat = frozenset(r.name for r in lexicon.ontology.relations.values() if is_seat(r, lexicon))
        self.table = Table()
        self._by_key: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._keys: dict[str, str] = {}
        self._shared: dict[str | Words, Any] = {}
        aliases: list[Alias] = []
        borne: list[Alias] = []
        for document, some in groupby(extractions, key=lambda e: e.document.id):
            noted: dict[str, _Noted] = {}
            own: list[Alias] = []
            for extraction in some:
                self._note(extraction, noted)
                own += map(self._alias, extraction.aliases)
            self._keep(document, noted)
            aliases += own
            borne += (alias for alias in own if alias.name in noted)
        self._keys.clear()
        self._shared.clear()
        self.aliases, self.borne = sorted(aliases), sorted(borne)
        self.vague = Vague(texts, {key: len(numbers) for key, numbers in self._by_key.items()}, lexicon)

    def groups(self) -> Iterator[tuple[str, list[Record]]]:
        """Each key in order with its records, by document and name."""
        for key in sorted(self._by_key):
            yield key, list(map(self.table.__getitem__, self._by_key[key]))

    def _note(self, extraction: Extraction, noted: dict[str, _Noted]) -> None:
        for mention in extraction.mentions:
            record = self._of(mention, noted)
            record.kinds.append(mention.kind)
            if mention.how not in SPOKEN:
                record.forms[mention.text] = None
        for claim in extraction.claims:
            if isinstance(claim.object, Mention):
                self._link(claim, self._of(claim.subject, noted), self._of(claim.object, noted))

    def _of(self, mention: Mention, noted: dict[str, _Noted]) -> _Noted:
        name = self.naming(mention)
        if name not in noted:
            name = self._once(name)
            if name not in self._keys:
                self._keys[name] = self._once(key_of(name))
            noted[name] = _Noted(self._keys[name])
        return noted[name]

    def _link(self, claim: Claim, subject: _Noted, object_: _Noted) -> None:
        if claim.predicate in self._seat and claim.status is Status.ASSERTED:
            subject.seats[object_.key] = None
        else:
            subject.linked[object_.key] = None
            object_.linked[subject.key] = None

    def _keep(self, document: str, noted: dict[str, _Noted]) -> None:
        for name, record in sorted(noted.items()):
            self._by_key[record.key].append(len(self.table))
            views = map(self._words, (record.kinds, record.forms, record.linked, record.seats))
            self.table.add(document, name, *views)

    def _words(self, words: Iterable[str]) -> Words:
        return self._once(tuple(map(self._once, words)))

    def _alias(self, alias: Alias) -> Alias:
        words = map(self._once, (alias.form, alias.name, alias.how, alias.where))
        return Alias(self._once(alias.document), alias.start, alias.end, *words)

    def _once(self, value: T) -> T:
        """What is equal to the value and there already."""
        found: T = self._shared.setdefault(value, value)
        return found


def is_seat(relation: Relation, lexicon: Lexicon) -> bool:
    """Whether a relation leads to a place, one at a time."""
    bodies = frozenset(lexicon.kinds_like("nameWord"))
    return relation.one_at_a_time and not relation.range & bodies
