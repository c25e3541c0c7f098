"""Companies and their products, document by document, as the DFKI Product Corpus marks them.

A gold pair is a company, by any of its mentions that the corpus says are one, and the place of a product. kg's pair is
right when its product overlaps the gold's and its company overlaps a mention of the gold's or has the name of one.
Pairs of kg with equal names are one pair; those that are right count as the gold pairs that they find.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.datasets import Example, Labelled, Row, Scheme, row_of
from kg.evaluate.comparing import normalise
from kg.evaluate.marking import BY_TYPE, OVERALL, Evaluation, Progress, Sheet
from kg.evaluate.readings import Extent, Read, Said, as_example, overlap, said
from kg.model import Document

_TYPES = ("organization", "product")  # of the spans at the ends of a pair


class Pair(NamedTuple):
    """A gold pair: the places of all mentions of the company, and that of the product."""

    type: str
    company: tuple[Extent, ...]
    product: Extent


def evaluate_products(gold: Labelled, read: Read, progress: Progress | None = None) -> tuple[Evaluation, list[Row]]:
    """Score what is read in the documents of a file, and give it in the form of the file."""
    sheets, rows = [], []
    for done, example in enumerate(gold.examples, 1):
        found = said(read(Document(example.id, example.text)), gold.scheme, gold.scheme.relations)
        sheets.append(_marked(example, _pairs(example, gold.scheme), found))
        rows.append(row_of(as_example(example, found, _TYPES), gold.form))
        if progress is not None:
            progress(done, len(gold.examples), example.id)
    return Evaluation.of(sheets), rows


def _pairs(example: Example, scheme: Scheme) -> list[Pair]:
    """The gold pairs, each once."""
    same = _chains(example, scheme)
    places = [(span.start, span.end) for span in example.spans]
    pairs = (
        Pair(link.type, tuple(places[n] for n in sorted(same[link.head])), places[link.tail])
        for link in example.links
        if link.type in scheme.relations
    )
    return list(dict.fromkeys(pairs))


def _chains(example: Example, scheme: Scheme) -> list[set[int]]:
    """For each span the spans that mean the same thing, itself included."""
    same = [{n} for n in range(len(example.spans))]
    for link in example.links:
        if link.type == scheme.identity:
            together = same[link.head] | same[link.tail]
            for n in together:
                same[n] = together
    return same


def _marked(example: Example, wanted: Iterable[Pair], found: Iterable[Said]) -> Sheet:
    sheet = Sheet(example.document)
    wrong = {_names(example, one): one for one in found}
    for pair in wanted:
        sheet.add("gold", OVERALL, (BY_TYPE, pair.type))
        finders = [one for one in found if _is_right(example, pair, one)]
        for one in finders:
            wrong.pop(_names(example, one), None)
        if finders:
            sheet.add("right", OVERALL, (BY_TYPE, pair.type))
            sheet.add("system", OVERALL, (BY_TYPE, pair.type))
        else:
            _note(sheet, example, "missed", Said(pair.type, pair.company[0], pair.product))
            sheet.confuse([pair.type], [])
    for one in wrong.values():
        sheet.add("system", OVERALL, (BY_TYPE, one.type))
        _note(sheet, example, "wrong", one)
        sheet.confuse([], [one.type])
    return sheet


def _is_right(example: Example, pair: Pair, one: Said) -> bool:
    if one.type != pair.type or not overlap(one.tail, pair.product):
        return False
    name = normalise(_words(example, one.head))
    return any(overlap(one.head, place) or name == normalise(_words(example, place)) for place in pair.company)


def _names(example: Example, one: Said) -> tuple[str, str, str]:
    return one.type, normalise(_words(example, one.head)), normalise(_words(example, one.tail))


def _note(sheet: Sheet, example: Example, error: str, one: Said) -> None:
    line = example.text.rfind("\n", 0, one.tail[0]) + 1, example.text.find("\n", one.tail[1])
    quote = example.text[line[0] : line[1] if line[1] >= 0 else None]
    sheet.note(error, (_words(example, one.head), one.type, _words(example, one.tail), ""), quote)


def _words(example: Example, place: Extent) -> str:
    return example.text[slice(*place)]
