"""What the models are given: word pieces between [CLS] and [SEP] behind a token for the scheme, and pairs of mentions.

The scheme token is an unused piece of BERT's vocabulary, told apart by shapes of its own. It says by whose guide a
sentence was annotated in training, so that data sets which draw the lines differently can teach one model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.models.pieces import SHAPES, Pieces

START, END, SCHEME = 101, 102, 1  # [CLS], [SEP], [unused0]
AHEAD = 2  # pieces before those of the text
_SCHEME = 2 * len(SHAPES)
SCHEMES = 16
ALL_SHAPES = _SCHEME + SCHEMES
KINDS = 16  # kinds that a mention can be marked as, the unknown one included
ROLES = 4 * KINDS

Ints = np.ndarray  # of int64


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be marked: half-open character offsets, index of its kind (0 for unknown), and whether a name."""

    start: int
    end: int
    kind: int = 0
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Input:
    """Pieces and shapes of a sentence."""

    ids: list[int]
    shapes: list[int]


def plain(pieces: Pieces, scheme: int) -> Input:
    """A sentence as the models are given it."""
    return Input([START, SCHEME, *pieces.ids, END], [0, _SCHEME + scheme, *pieces.shapes, 0])


def by_scheme(given: Input, scheme: int) -> Input:
    """The same sentence by another scheme."""
    return Input(given.ids, [given.shapes[0], _SCHEME + scheme, *given.shapes[2:]])


def pair_rows(pieces: Pieces, marks: Sequence[Mark], pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Six numbers a pair of marks: for the first and the second, first piece, last piece and role.

    A role is a kind, whether it is a name, and whether it comes first. A mark that covers no piece stands at the end.
    """
    places = [_place(pieces, mark) for mark in marks]
    return [[*places[i], _role(marks[i], 0), *places[j], _role(marks[j], 1)] for i, j in pairs]


def _place(pieces: Pieces, mark: Mark) -> tuple[int, int]:
    covered = [n for n, (start, end) in enumerate(pieces.spans) if start < mark.end and end > mark.start]
    first, last = (covered[0], covered[-1]) if covered else (len(pieces.ids), len(pieces.ids))
    return AHEAD + first, AHEAD + last


def _role(mark: Mark, side: int) -> int:
    return 2 * (side * KINDS + mark.kind) + (not mark.is_name)
