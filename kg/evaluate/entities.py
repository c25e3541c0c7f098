"""Names with their kinds against gold spans.

A name is right when its offsets are those of a gold span and its kind is one that the span's type may be. Types that
the scheme leaves out are not scored, nor are kinds that no scored type may be. Where the scheme says that text without
a mark may still hold a kind, such a name counts only if it is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from kg.datasets import Example, Labelled, Row, Scheme, Span, row_of
from kg.evaluate.marking import BY_TYPE, OVERALL, Evaluation, Progress, Sheet, Sheets
from kg.model import Document
from kg.models import NameModel
from kg.nlp import Annotated

_BREAK = "\n"
Annotate = Callable[[Iterable[Document]], Iterable[Annotated]]


class Found(NamedTuple):
    """A name that kg found: half-open character offsets and kind."""

    start: int
    end: int
    kind: str


def evaluate_entities(
    gold: Labelled, annotate: Annotate, progress: Progress | None = None, *, model: NameModel | None = None
) -> tuple[Evaluation, list[Row]]:
    """Score the names that are found in the texts of a file, and give them in the form of the file.

    Where a `model` has learned the guide by which the file is annotated, its names by that guide are scored, else what
    kg as a whole finds by its own guide.
    """
    by_guide = model is not None and gold.scheme.name in model.schemes
    found = _by_guide(gold, model) if model is not None and by_guide else _by_kg(gold, annotate)
    sheets, rows = Sheets(), []
    for example, names in found:
        spans = [Span(n.start, n.end, _type(n, example, gold.scheme)) for n in names]
        given = [span for span in spans if span.type]
        _mark(sheets[example.document], example, given, gold.scheme)
        rows.append(row_of(replace(example, spans=tuple(given), links=()), gold.form))
        if progress is not None:
            progress(len(rows), len(gold.examples), example.id)
    return Evaluation.of(sheets.values()), rows


def _by_guide(gold: Labelled, model: NameModel) -> Iterator[tuple[Example, list[Found]]]:
    for example in gold.examples:
        (names,) = model.names([example.text], gold.scheme.name)
        yield example, [Found(name.start, name.end, name.kind) for name in names]


def _by_kg(gold: Labelled, annotate: Annotate) -> Iterator[tuple[Example, list[Found]]]:
    pages = [_Page(list(found)) for _, found in groupby(gold.examples, lambda example: example.document)]
    for page, annotated in zip(pages, annotate(page.document for page in pages), strict=True):
        yield from page.apart(_names(annotated))


@dataclass(frozen=True, slots=True)
class _Page:
    """Examples of one document, in its order: kg reads them together, as it reads any document."""

    examples: Sequence[Example]

    @property
    def document(self) -> Document:
        """The document, a line an example."""
        return Document(self.examples[0].document, _BREAK.join(example.text for example in self.examples))

    def apart(self, found: Iterable[Found]) -> Iterator[tuple[Example, list[Found]]]:
        """Each example with the names that lie in it, their offsets counted in it."""
        start, left = 0, list(found)
        for example in self.examples:
            end = start + len(example.text)
            inside = [n for n in left if start <= n.start and n.end <= end]
            yield example, [Found(n.start - start, n.end - start, n.kind) for n in inside]
            start = end + len(_BREAK)


def _names(annotated: Annotated) -> list[Found]:
    mentions = {named.mention for parsed in annotated.passages for named in parsed.mentions.values()}
    return sorted(Found(m.start, m.end, m.kind) for m in mentions if m.how == "name")


def _type(name: Found, example: Example, scheme: Scheme) -> str:
    """The type that a name has in the words of the gold, "" where it does not count.

    Of types that may be the kind it is that of the gold span there, else the one that means it first.
    """
    types = [type_ for type_, kinds in scheme.kinds.items() if name.kind in kinds]
    here = [span.type for span in example.spans if (span.start, span.end) == (name.start, name.end)]
    for type_ in types:
        if type_ in here:
            return type_
    is_marked = any(span.start < name.end and name.start < span.end for span in example.spans)
    if name.kind in scheme.outside and not is_marked:
        return ""
    return min(types, key=lambda type_: scheme.kinds[type_].index(name.kind), default="")


def _mark(sheet: Sheet, example: Example, given: list[Span], scheme: Scheme) -> None:
    gold = [span for span in example.spans if span.type in scheme.kinds]
    wrong, missed = [s for s in given if s not in gold], [s for s in gold if s not in given]
    for what, spans in (("gold", gold), ("system", given), ("right", [s for s in given if s in gold])):
        for span in spans:
            sheet.add(what, OVERALL, (BY_TYPE, span.type))
    for error, spans in (("wrong", wrong), ("missed", missed)):
        for span in spans:
            sheet.note(error, (example.text[span.start : span.end], span.type, "", ""), example.text)
    for span in missed:
        instead = [_instead(span, other) for other in wrong if other.start < span.end and span.start < other.end]
        sheet.confuse([span.type], instead)
    for span in wrong:
        if not any(span.start < other.end and other.start < span.end for other in missed):
            sheet.confuse([], [span.type])


def _instead(gold: Span, given: Span) -> str:
    is_same = (gold.start, gold.end) == (given.start, given.end)
    return given.type if is_same else f"{given.type} of other extent"
