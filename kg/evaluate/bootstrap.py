"""Confidence intervals by resampling documents.

Statements of one document resemble each other, so documents are drawn and not statements: as many
as there are, with replacement, many times over. The middle 95 % of the scores of the draws are the
interval. Draws in which a score has nothing to count are left out. The seed is fixed: the same
counts have the same interval. With a single document the interval is its score and tells nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from kg.evaluate.measures import Counts

DRAWS = 1000
_SEED = 20240501
_TAIL = 0.025


def interval(by_document: Sequence[Counts]) -> tuple[float, float]:
    """The ends of the 95 % interval of the F1 of documents with these counts."""
    return spread(by_document, lambda counts: counts.f1 if counts.system + counts.gold else None)


def spread(by_document: Sequence[Counts], measure: Callable[[Counts], float | None]) -> tuple[float, float]:
    """The ends of the 95 % interval of a measure; draws of which it gives None are left out."""
    if not by_document:
        return 0.0, 0.0
    drawn = (_draws(len(by_document)) @ np.array(by_document, dtype=np.float32)).astype(int)
    scores = sorted(s for counts in drawn.tolist() if (s := measure(Counts(*counts))) is not None)
    if not scores:
        return 0.0, 0.0
    tail = int(_TAIL * len(scores))
    return scores[tail], scores[-1 - tail]


@lru_cache(maxsize=2)
def _draws(documents: int) -> np.ndarray:
    """How often each draw takes each document; the same for all scores, so that they can be compared."""
    chance = random.Random(_SEED)
    draws = (chance.choices(range(documents), k=documents) for _ in range(DRAWS))
    return np.stack([np.bincount(draw, minlength=documents) for draw in draws]).astype(np.float32)
