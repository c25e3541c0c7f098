"""Triples as columns of small numbers, for the query engine in the page.

`terms` are listed in the order in which they first appear, each with a sort: an IRI below a namespace, a literal of
a datatype or language, or a quote, which is a place in a text that the page holds anyway. Subjects are given by
their distance from the last one, objects by their number plus one, or 0 for the next new term.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.export import vocabulary as v

LIMIT = 1_000_000  # triples that a browser can hold with ease; beyond it evidence is left out
_STRING = v.XSD + "string"
_EXACT = ox.NamedNode(v.OA + "exact")

Json = dict[str, Any]
Place = tuple[int, int, int]  # document, start, length


def packed_triples(found: Callable[[], Iterable[ox.Triple]], places: Mapping[str, Place], base: str) -> Json:
    """All triples, or all but those of evidence where there are too many."""
    columns, count = _Columns(places), 0
    for triple in found():
        count += 1
        if count <= LIMIT:
            columns.add(triple)
    if count > LIMIT:
        columns = _Columns(places)
        for triple in _without_evidence(found(), base):
            columns.add(triple)
    return columns.packed() | {"complete": count <= LIMIT, "all": count}


def _without_evidence(found: Iterable[ox.Triple], base: str) -> Iterator[ox.Triple]:
    left_out = tuple(f"{base}{folder}/" for folder in (v.EVIDENCE, v.PASSAGE))
    return (t for t in found if not str(getattr(t.subject, "value", "")).startswith(left_out))


class _Columns:
    """Terms are known by their words within a sort: nodes of pyoxigraph as keys would take twice the memory."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places, self._last = places, 0
        self._subject: Any = None
        self._predicates: dict[Any, int] = {}
        self._sorts: dict[tuple[str, str], int] = {}
        self._index: dict[tuple[str, str], dict[str, int]] = {}
        self._words: list[Any] = []
        self._sort, self._s, self._p, self._o = (array("l") for _ in range(4))

    def add(self, t: ox.Triple) -> None:
        """Take one more triple."""
        subject = self._last if t.subject == self._subject else self._number(t.subject)
        self._s.append(subject - self._last)
        self._last, self._subject = subject, t.subject
        predicate = self._predicates.get(t.predicate)
        if predicate is None:
            predicate = self._predicates[t.predicate] = self._number(t.predicate)
        self._p.append(predicate)
        known = len(self._words)
        place = self._number(t.object, quoted=t.predicate == _EXACT)
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
        number = self._index.setdefault(sort, {}).setdefault(word, len(self._words))
        if number == len(self._words):
            place = self._places.get(word) if quoted else None
            if place:
                sort = ("text", "")
            self._sort.append(self._sorts.setdefault(sort, len(self._sorts)))
            self._words.append(place or word)
        return number


def _split(term: Any) -> tuple[tuple[str, str], str]:
    """The sort of a term and what is its own."""
    if isinstance(term, ox.Literal):
        if term.language:
            return ("lang", term.language), term.value
        return ("literal", "" if term.datatype.value == _STRING else term.datatype.value), term.value
    if isinstance(term, ox.BlankNode):
        return ("blank", ""), term.value
    cut = max(term.value.rfind("/"), term.value.rfind("#")) + 1
    return ("iri", term.value[:cut]), term.value[cut:]
