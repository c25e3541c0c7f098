"""Triples as columns of small numbers, for the query engine in the page.

`terms` are listed in the order in which they first appear, each with a sort: an IRI below a namespace, a literal of
a datatype or language, or a quote, which is a place in a text that the page holds anyway. Subjects are given by
their distance from the last one, objects by their number plus one, or 0 for the next new term.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.measured import Property
from kg.export.turtle import Node, said_of

LIMIT = 1_000_000  # triples that a browser can hold with ease; beyond it evidence is left out
_STRING = v.XSD + "string"
_EXACT = ox.NamedNode(v.OA + "exact")

Json = dict[str, Any]
Place = tuple[int, int, int]  # document, start, length
Said = tuple[ox.NamedNode, Collection[Property]]


class Packer:
    """Takes what is said of nodes while they are gone through for another end, or by itself, and packs it."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places, self._columns, self._count = places, _Columns(places), 0

    def take(self, subject: ox.NamedNode, properties: Collection[Property]) -> None:
        """Take one more node."""
        self._count += len(properties)
        if self._count <= LIMIT:
            self._columns.add(subject, properties)

    def packed(self, nodes: Callable[[], Iterable[Node]], base: str) -> Json:
        """The triples taken or, if none were, those of all nodes; without those of evidence if they are too many."""
        if not self._count:
            for each in said_of(nodes()):
                self.take(*each)
        if self._count > LIMIT:
            self._columns = _Columns(self._places)
            for each in _without_evidence(said_of(nodes()), base):
                self._columns.add(*each)
        return self._columns.packed() | {"complete": self._count <= LIMIT, "all": self._count}


def _without_evidence(found: Iterable[Said], base: str) -> Iterator[Said]:
    left_out = tuple(f"{base}{folder}/" for folder in (v.EVIDENCE, v.PASSAGE))
    return (each for each in found if not each[0].value.startswith(left_out))


class _Columns:
    """Terms are known by their words within a sort: nodes of pyoxigraph as keys would take twice the memory."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places, self._last = places, 0
        self._predicates: dict[Any, int] = {}
        self._sorts: dict[tuple[str, str], int] = {}
        self._index: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self._words: list[Any] = []
        self._sort, self._s, self._p, self._o = (array("l") for _ in range(4))

    def add(self, subject: ox.NamedNode, properties: Iterable[Property]) -> None:
        """Take what is said of one more node."""
        me = self._number(subject)
        for predicate, value in properties:
            self._s.append(me - self._last)
            self._last = me
            if predicate not in self._predicates:
                self._predicates[predicate] = self._number(predicate)
            self._p.append(self._predicates[predicate])
            known = len(self._words)
            place = self._number(value, quoted=predicate == _EXACT)
            self._o.append(0 if place == known else place + 1)

    def packed(self) -> Json:
        """What the page holds of them."""
        return {
            "sorts": list(self._sorts),
            "sort": self._sort,
            "words": self._words,
            "s": self._s,
            "p": self._p,
            "o": self._o,
        }

    def _number(self, term: Any, *, quoted: bool = False) -> int:
        sort, word = _split(term)
        known = self._index[sort]
        number = known.get(word)
        if number is None:
            number = known[word] = len(self._words)
            place = self._places.get(word) if quoted else None
            if place:
                sort = ("text", "")
            self._sort.append(self._sorts.setdefault(sort, len(self._sorts)))
            self._words.append(place or word)
        return number


def _split(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> tuple[tuple[str, str], str]:
    """The sort of a term and what is its own."""
    if isinstance(term, ox.Literal):
        return ("lang", term.language) if term.language else _sort_of(term.datatype), term.value
    word = term.value
    if isinstance(term, ox.BlankNode):
        return ("blank", ""), word
    cut = max(word.rfind("/"), word.rfind("#")) + 1
    return ("iri", word[:cut]), word[cut:]


@lru_cache(maxsize=1000)
def _sort_of(datatype: ox.NamedNode) -> tuple[str, str]:
    return "literal", "" if datatype.value == _STRING else datatype.value
