"""What documents tell of two senses: that one is another form of the other, that they are two, what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from kg.model import Alias
from kg.resolve.features import Told, is_common
from kg.resolve.names import parsed
from kg.resolve.records import Records, key_of
from kg.resolve.senses import Meanings, Sense, numbers_by_key

_HELD = 512  # senses of which sets are held
_LETTERS, _TICKER = "bracket", "ticker"
OUTRIGHT = frozenset({_TICKER, "former", "also"})
_AS_WRITTEN = frozenset({_LETTERS, _TICKER})  # ABC the ticker is not Abc the name
_SHORT = "short form"
_PASSING = frozenset({"surname", "region"})  # good within its document alone: Dublin, Ohio is not each Dublin

Listing = Callable[[str, tuple[str, ...], tuple[str, ...]], Mapping[str, str]]
"""The companies by register that a kind, names (most used first) and tickers mean."""


def unlisted(_kind: str, _names: tuple[str, ...], _tickers: tuple[str, ...]) -> Mapping[str, str]:
    """The listing of things where there is no register."""
    return {}


class Telling:
    """Evidence from the documents, asked for pair by pair."""

    def __init__(self, found: Sequence[Sense], meanings: Meanings, records: Records, listing: Listing) -> None:
        self.senses = found
        self._meanings = meanings
        last = {(a.document, a.name): a.form for a in records.borne if a.how == _TICKER}
        symbols: dict[int, set[str]] = defaultdict(set)
        for place, ticker in last.items():
            symbols[meanings.of(*place)].add(ticker)
        listings = ((sense.number, _listing(sense, symbols.get(sense.number, ()), listing)) for sense in found)
        self.listing = {number: companies for number, companies in listings if companies}
        # made when they are asked for: few senses are like another
        self._documents = lru_cache(_HELD)(lambda number: {r.document for r in found[number].records})
        self._linked = lru_cache(_HELD)(lambda number: {key for r in found[number].records for key in r.linked})
        self._seats = lru_cache(_HELD)(lambda number: {key for r in found[number].records for key in r.seats})
        self._symbols: set[tuple[int, int]] = set()
        self._is_vague, self._class_words = records.vague.holds, records.vague.class_words
        self._named, self._lettered, self._short = self._given(records.borne)

    def told(self, one: int, other: int) -> Told:
        """What is known of two senses by their numbers."""
        keys = self.senses[one].key, self.senses[other].key
        pair = (one, other) if one < other else (other, one)
        apart = len(self._documents(one) & self._documents(other))
        # a text that has company and ticker side by side does not say that they are two
        if pair in self._symbols:
            apart = 0
        return Told(
            named=self._named[pair],
            lettered=self._lettered[pair],
            short=self._short[pair],
            apart=apart,
            related=int(keys[1] in self._linked(one) or keys[0] in self._linked(other)) if apart else 0,
            shared=len((self._linked(one) & self._linked(other)) - set(keys)),
            homes=self._homes(one, other),
            listing=self._listings(one, other),
            open=True,
        )

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Pairs that some document gives as one, whether or not their names are alike."""
        return sorted({*self._named, *self._lettered, *self._listed()})

    def _homes(self, one: int, other: int) -> int:
        a, b = self._seats(one), self._seats(other)
        if not a or not b:
            return 0
        return 1 if {w for key in a for w in key.split()} & {w for key in b for w in key.split()} else -1

    def _listings(self, one: int, other: int) -> int:
        a, b = self.listing.get(one, {}), self.listing.get(other, {})
        shared = a.keys() & b.keys()
        return 0 if not shared else 1 if all(a[register] == b[register] for register in shared) else -1

    def is_one_listing(self, one: int, other: int) -> bool:
        """Whether a register takes both for one company."""
        return self._listings(one, other) > 0

    def _listed(self) -> Iterable[tuple[int, int]]:
        by_listing: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, listing in self.listing.items():
            for company in listing.items():
                by_listing[company].append(number)
        # a chain will do: what is the same as one of them is the same as all
        return [pair for numbers in by_listing.values() for pair in pairwise(numbers)]

    def _is_plainly_short(self, alias: Alias) -> bool:
        """Whether a short form leaves out only words that say what bodies are, such as Foods or Semiconductor."""
        short, long = parsed(alias.form).words, parsed(alias.name).words
        return long[: len(short)] == short and self._class_words.issuperset(long[len(short) :])

    def _given(self, aliases: Iterable[Alias]) -> tuple[Counter[tuple[int, int]], ...]:
        """How many documents give one sense as a form of another: as a name, as letters, as a short form."""
        by_key = numbers_by_key(self.senses)
        writes = cache(lambda number, form: any(r.name == form for r in self.senses[number].records))
        given: dict[str, Counter[tuple[int, int]]] = {sort: Counter() for sort in ("named", "lettered", "short")}
        for alias in aliases:
            if alias.how in _PASSING:
                continue
            target = self.senses[self._meanings.of(alias.document, alias.name)]
            # each Summit Something may be called Summit
            if min(len(alias.form), len(alias.name)) < 3 or self._is_vague(key_of(alias.form), target.kind):
                continue
            if alias.how == _SHORT and not self._is_plainly_short(alias):
                continue
            if alias.how == _SHORT and is_common(parsed(alias.form).words):
                continue
            alike = map(self.senses.__getitem__, by_key.get(key_of(alias.form), ()))
            meant = [s for s in alike if s.sort == target.sort and s.number != target.number]
            if alias.how in _AS_WRITTEN:
                is_letters = alias.how != _LETTERS or _letters_of(alias.form, alias.name)
                meant = [s for s in meant if is_letters and writes(s.number, alias.form)]
            if len(meant) == 1:
                sort = "lettered" if alias.how == _LETTERS else "named" if alias.how in OUTRIGHT else "short"
                given[sort][meant[0].number, target.number] += 1
                if alias.how == _TICKER:
                    self._symbols.add((min(meant[0].number, target.number), max(meant[0].number, target.number)))
        return tuple(map(_unrivalled, given.values()))


def _listing(sense: Sense, tickers: Iterable[str], listing: Listing) -> Mapping[str, str]:
    counts = Counter(name for record in sense.records for name in record.names)
    names = tuple(sorted(counts, key=lambda n: (-counts[n], n)))
    return listing(sense.kind, names, tuple(sorted(tickers)))


def _letters_of(form: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name in their order; two letters have too many meanings."""
    letters = iter(name.casefold())
    return len(form) > 2 and all(c in letters for c in form.casefold() if c.isalnum())


def _unrivalled(given: Counter[tuple[int, int]]) -> Counter[tuple[int, int]]:
    """Forms with the one thing that documents give them to, as ordered pairs; a form of several things is of none."""
    targets: dict[int, set[int]] = defaultdict(set)
    for form, target in given:
        targets[form].add(target)
    found: Counter[tuple[int, int]] = Counter()
    for (form, target), number in given.items():
        if len(targets[form]) == 1:
            found[min(form, target), max(form, target)] += number
    return found
