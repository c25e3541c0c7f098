"""Train the model that says in which relation two mentions stand.

Data sets look for different relations, so for each pair of mentions a label is right, wrong or not known; a label that
is not known teaches nothing. The loss is in the manner of ATLOP (Zhou et al. 2021): every right label (or one of a few,
where a set does not say which) must score above "none" and all wrong ones, and "none" above every wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from kg.model import Status
from kg.models import Mark, Pieces, pair_rows, plain
from kg.train.names import padded

LONGEST = 256  # pieces of an example
STATUSES = (Status.ASSERTED, Status.PLANNED, Status.POSSIBLE, Status.NEGATED, Status.ENDED)
UNKNOWN = -100  # a status that is not taught
RELATED = 0.3  # how much it counts that wrong labels stay below none where a right one is above both


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks of a sentence: groups of labels one of which is right, labels that are wrong, and the status.

    Of R labels, number n is read from first to second and number R + n from second to first.
    """

    first: int
    second: int
    right: tuple[tuple[int, ...], ...]
    wrong: int  # bits
    status: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text with marks and pairs, for training."""

    pieces: Pieces
    marks: tuple[Mark, ...]
    pairs: tuple[Pair, ...]
    scheme: int


def loss(model: Any, batch: Sequence[Sentence], blind: float = 0.15) -> Tensor:
    """The mean over pairs; `blind` is how often the kinds of a sentence's mentions are hidden."""
    ids, shapes = padded([plain(s.pieces, s.scheme) for s in batch])
    rows = [_rows(s, blind) for s in batch]
    is_pair = torch.arange(max(map(len, rows))) < torch.tensor([[len(r)] for r in rows])
    asked = torch.zeros(*is_pair.shape, len(rows[0][0]), dtype=torch.long)
    asked[is_pair] = torch.tensor([row for r in rows for row in r])
    pairs = [p for s in batch for p in s.pairs]
    scores, statuses = model.judge(ids, shapes, asked, is_pair)
    total = _ranking(scores, pairs)
    taught = torch.tensor([p.status for p in pairs])
    if (taught != UNKNOWN).any():
        total = total + 0.3 * torch.nn.functional.cross_entropy(statuses, taught, ignore_index=UNKNOWN)
    return total


def _rows(sentence: Sentence, blind: float) -> list[list[int]]:
    marks = sentence.marks
    if torch.rand(1).item() < blind:
        marks = tuple(replace(m, kind=0) for m in marks)
    return pair_rows(sentence.pieces, marks, [(p.first, p.second) for p in sentence.pairs])


def _ranking(scores: Tensor, pairs: Sequence[Pair]) -> Tensor:
    width = scores.shape[1] - 1
    wrong = torch.tensor([[p.wrong >> n & 1 for n in range(width)] for p in pairs], dtype=torch.bool)
    none, labels = scores[:, :1], scores[:, 1:]
    below = torch.cat([none, labels.masked_fill(~wrong, -1e9)], 1).logsumexp(1)
    related = torch.tensor([bool(p.right) for p in pairs])
    total = ((below - none[:, 0]) * torch.where(related, RELATED, 1.0)).sum()
    groups = [(n, group) for n, p in enumerate(pairs) for group in p.right]
    if groups:
        at = torch.tensor([n for n, _ in groups])
        inside = torch.tensor([[n in group for n in range(width)] for _, group in groups], dtype=torch.bool)
        right = labels[at].masked_fill(~inside, -1e9).logsumexp(1)
        total = total + (torch.logaddexp(right, below[at]) - right).sum()
    return total / len(pairs)
