"""Train the model that finds names: a tag for each word, B- or I- and a kind, or O.

A data set that does not tell two kinds apart teaches their sum: the loss of a word is the negative logarithm of the
probability of all tags that its label allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from kg.datasets import Example
from kg.datasets import kinds as kinds_of
from kg.models import AHEAD, Input, Pieces, Vocabulary, plain

WINDOW, STEP = 160, 128  # pieces
_NO_CAPITAL = (0, 1, 6)  # shapes: other, lower, digits
Table = Mapping[str, Any]  # as in mappings.toml: a list of kinds for each type, "?", and `outside`


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence for training: what goes in, and the tags that each piece of text may have (bits; 0: ignored)."""

    input: Input
    allowed: list[int]


def tag_names(kinds: Sequence[str]) -> list[str]:
    """O, then B- and I- of each kind."""
    return ["O", *(f"{side}-{kind}" for kind in kinds for side in "BI")]


def tagged(
    examples: Iterable[Example],
    vocabulary: Vocabulary,
    kinds: Sequence[str],
    schemes: Mapping[str, int],
    tables: Mapping[str, Table] | None = None,
) -> list[Tagged]:
    """Examples as sentences for training, long ones in overlapping windows.

    `schemes` numbers the annotation guide of each set; `tables` say what the types of a set mean, where not
    mappings.toml does.
    """
    examples = list(examples)
    found = []
    for example, pieces in zip(examples, vocabulary.pieces([e.text for e in examples]), strict=True):
        table = (tables or {}).get(example.set) or kinds_of(example.set)
        allowed = _allowed(example, pieces, kinds, table)
        for start in range(0, max(1, len(pieces.ids) - (WINDOW - STEP)), STEP):
            part = pieces.cut(start, start + WINDOW)
            if any(allowed[start : start + WINDOW]):
                found.append(Tagged(plain(part, schemes[example.set]), allowed[start : start + WINDOW]))
    return found


def _allowed(example: Example, pieces: Pieces, kinds: Sequence[str], table: Table) -> list[int]:
    everything = (1 << (1 + 2 * len(kinds))) - 1
    marks = _outside(pieces, kinds, table["outside"])
    for span in sorted(example.spans, key=lambda s: s.start - s.end):  # inner spans last
        meaning = table.get(span.type, "?") if span.is_name else []
        side = "B"
        for i, (start, end) in enumerate(pieces.spans):
            if start >= span.end or end <= span.start or pieces.shapes[i] % 2:
                continue
            if meaning == "?":
                marks[i] = everything
            else:
                marks[i] = _bits(meaning, kinds, side) if meaning else 1
            side = "I"
    return [0 if m == everything else m for m in marks]


def _outside(pieces: Pieces, kinds: Sequence[str], outside: Sequence[str] | str) -> list[int]:
    """The tags that words without a mark may have; what goes on inside a word has none."""
    loose = [kind for kind in kinds if outside == "capitals" or kind in outside]
    free = 1 | _bits(loose, kinds, "BI")
    return [
        0 if shape % 2 else 1 if outside == "capitals" and shape // 2 in _NO_CAPITAL else free
        for shape in pieces.shapes
    ]


def _bits(allowed: Iterable[str], kinds: Sequence[str], sides: str) -> int:
    return sum(1 << (1 + 2 * kinds.index(kind) + "BI".index(side)) for kind in allowed for side in sides)


def loss(model: Any, batch: Sequence[Tagged]) -> Tensor:
    """The mean over words of the negative log-probability of the tags they may have."""
    ids, shapes = padded([t.input for t in batch])
    scores = model.tags(ids, shapes).log_softmax(-1)
    width = scores.shape[-1]
    at = torch.tensor([(b, place) for b, t in enumerate(batch) for place, m in enumerate(t.allowed, AHEAD) if m])
    masks = torch.tensor(
        [[m >> bit & 1 for bit in range(width)] for t in batch for m in t.allowed if m], dtype=torch.bool
    )
    words = scores[at[:, 0], at[:, 1]]
    mean: Tensor = -words.masked_fill(~masks, -1e9).logsumexp(-1).mean()
    return mean


def padded(inputs: Sequence[Input]) -> tuple[Tensor, Tensor]:
    """Ids and shapes as tensors (B, L)."""
    longest = max(len(i.ids) for i in inputs)
    ids = torch.tensor([i.ids + [0] * (longest - len(i.ids)) for i in inputs])
    shapes = torch.tensor([i.shapes + [0] * (longest - len(i.shapes)) for i in inputs])
    return ids, shapes
