"""What the models are given: word pieces between [CLS] and [SEP], a token for the scheme, and marks around mentions.

Scheme tokens and marks are one unused piece of BERT's vocabulary, told apart by shapes of their own. The scheme says
by whose guide a sentence was annotated in training, so that data sets which draw the lines differently can teach one
model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.models.pieces import SHAPES, Pieces

START, END, MARK = 101, 102, 1  # [CLS], [SEP], [unused0]
_CLOSE = 2 * len(SHAPES)
_SCHEME, _OPEN = _CLOSE + 1, _CLOSE + 17
ALL_SHAPES = _OPEN + 32


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be marked: half-open character offsets, index of its kind (0 for unknown), and whether a name."""

    start: int
    end: int
    kind: int = 0
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Input:
    """Pieces and shapes of a sentence; `places` are the indices of the marks' openings, or of the text's pieces."""

    ids: list[int]
    shapes: list[int]
    places: list[int]


def plain(pieces: Pieces, scheme: int) -> Input:
    """A sentence as it is."""
    ids = [START, MARK, *pieces.ids, END]
    return Input(ids, [0, _SCHEME + scheme, *pieces.shapes, 0], list(range(2, 2 + len(pieces.ids))))


def marked(pieces: Pieces, marks: Sequence[Mark], scheme: int) -> Input:
    """A sentence with its mentions marked. A mention that covers no piece opens at the end of the sentence."""
    opens: dict[int, list[int]] = {}
    closes: dict[int, int] = {}
    for n, mark in enumerate(marks):
        covered = [i for i, (start, end) in enumerate(pieces.spans) if start < mark.end and end > mark.start]
        first, last = (covered[0], covered[-1]) if covered else (len(pieces.ids), len(pieces.ids) - 1)
        opens.setdefault(first, []).append(n)
        closes[last] = closes.get(last, 0) + 1
    ids, shapes, places = [START, MARK], [0, _SCHEME + scheme], [0] * len(marks)
    for i in range(len(pieces.ids) + 1):
        for n in sorted(opens.get(i, ()), key=lambda n: -marks[n].end):
            places[n] = len(ids)
            ids.append(MARK)
            shapes.append(_OPEN + 2 * marks[n].kind + (not marks[n].is_name))
        if i < len(pieces.ids):
            ids.append(pieces.ids[i])
            shapes.append(pieces.shapes[i])
        for _ in range(closes.get(i, 0)):
            ids.append(MARK)
            shapes.append(_CLOSE)
    return Input([*ids, END], [*shapes, 0], places)
