"""Show given pairs of spans to the relation model, in windows where a text is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.datasets import Example, Scheme
from kg.models import Mark, RelationModel

WIDTH = 1000  # characters around a pair that the model is shown; a pair further apart is not judged

Ends = tuple[int, int]  # two spans, by their indices
Chances = Mapping[Ends, Mapping[str, float]]  # probabilities of the labels, by subject and object


class View(NamedTuple):
    """A text to show with its marks, the spans that these stand for, and the ordered pairs of marks to judge."""

    text: str
    marks: list[Mark]
    spans: list[int]
    pairs: list[Ends]


def pairs_of(example: Example, scheme: Scheme) -> list[Ends]:
    """The pairs of spans to judge: those that are linked and, unless the scheme has a type for "no relation", all
    others of scored types that do not overlap.
    """
    linked = {(min(link.head, link.tail), max(link.head, link.tail)) for link in example.links}
    if scheme.none and linked:
        return sorted(linked)
    spans = example.spans
    scored = [n for n, span in enumerate(spans) if not span.type or span.type in scheme.kinds]
    apart = {
        (a, b) for a, b in combinations(scored, 2) if spans[a].end <= spans[b].start or spans[b].end <= spans[a].start
    }
    return sorted(linked | apart)


def chances(examples: Sequence[Example], scheme: Scheme, model: RelationModel) -> list[Chances]:
    """What the model says of all pairs of each example."""
    shown = [(n, view) for n, example in enumerate(examples) for view in _views(example, scheme, model)]
    judged = model.judge([(v.text, v.marks) for _, v in shown], [v.pairs for _, v in shown], scheme.name)
    found: list[dict[Ends, Mapping[str, float]]] = [{} for _ in examples]
    for (n, view), judgements in zip(shown, judged, strict=True):
        found[n] |= {(view.spans[j.subject], view.spans[j.object]): j.labels for j in judgements}
    return list(found)


def _views(example: Example, scheme: Scheme, model: RelationModel) -> Iterator[View]:
    pairs = pairs_of(example, scheme)
    if len(example.text) <= WIDTH:
        yield _view(example, pairs, 0, scheme, model)
        return
    for a, b in pairs:
        start = min(example.spans[a].start, example.spans[b].start)
        end = max(example.spans[a].end, example.spans[b].end)
        if end - start <= WIDTH:
            yield _view(example, [(a, b)], max(0, (start + end - WIDTH) // 2), scheme, model)


def _view(example: Example, pairs: Sequence[Ends], first: int, scheme: Scheme, model: RelationModel) -> View:
    # in the order of the text, so that the order of the gold does not tell the direction
    spans = sorted({n for pair in pairs for n in pair}, key=lambda n: (example.spans[n].start, example.spans[n].end))
    at = {n: place for place, n in enumerate(spans)}
    marks = []
    for span in (example.spans[n] for n in spans):
        kinds = scheme.kinds.get(span.type, ())
        is_name = any(letter.isupper() for letter in example.text[span.start : span.end])
        kind = kinds[0] if len(kinds) == 1 else ""
        marks.append(model.mark(span.start - first, span.end - first, kind, is_name=is_name))
    ordered = [ends for a, b in pairs for ends in ((at[a], at[b]), (at[b], at[a]))]
    return View(example.text[first : first + WIDTH], marks, spans, ordered)
