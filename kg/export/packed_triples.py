"""Triples as columns of small numbers, for the query engine in the page.

`terms` are listed in the order in which they first appear, each with a sort: an IRI below a namespace, a literal of
a datatype or language, or a quote, which is a place in a text that the page holds anyway. Subjects are given by
their distance from the last one, objects by their number plus one, or 0 for the next new term.
"""

from __future__ import annotations

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
    count = sum(1 for _ in found())
    kept = found() if count <= LIMIT else _without_evidence(found(), base)
    return _columns(kept, places) | {"complete": count <= LIMIT, "all": count}


def _without_evidence(found: Iterable[ox.Triple], base: str) -> Iterator[ox.Triple]:
    left_out = tuple(f"{base}{folder}/" for folder in (v.EVIDENCE, v.PASSAGE))
    return (t for t in found if not str(getattr(t.subject, "value", "")).startswith(left_out))


def _columns(found: Iterable[ox.Triple], places: Mapping[str, Place]) -> Json:
    sorts: dict[tuple[str, str], int] = {}
    index: dict[Any, int] = {}
    sort_of: list[int] = []
    words: list[Any] = []

    def number(term: Any, *, quoted: bool = False) -> int:
        if term not in index:
            sort, word = _split(term)
            place = places.get(word) if quoted else None
            if place:
                sort = ("text", "")
            index[term] = len(words)
            sort_of.append(sorts.setdefault(sort, len(sorts)))
            words.append(place or word)
        return index[term]

    subjects, predicates, objects, last = [], [], [], 0
    for t in found:
        subject = number(t.subject)
        subjects.append(subject - last)
        last = subject
        predicates.append(number(t.predicate))
        known = len(words)
        place = number(t.object, quoted=t.predicate == _EXACT)
        objects.append(0 if place == known else place + 1)
    return {
        "sorts": list(sorts),
        "sort": sort_of,
        "words": words,
        "s": subjects,
        "p": predicates,
        "o": objects,
    }


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
