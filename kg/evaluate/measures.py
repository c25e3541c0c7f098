"""Precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Counts(NamedTuple):
    """How many statements are right, were given by the system, and stand in the gold."""

    right: int = 0
    system: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where there is nothing at all."""
        return 2 * self.right / (self.system + self.gold) if self.system + self.gold else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of several documents together."""
    return Counts(*map(sum, zip(*counts, strict=True)))


@dataclass(frozen=True, slots=True)
class Score:
    """A score with the ends of the 95 % interval of its F1."""

    precision: float
    recall: float
    f1: float
    right: int
    system: int
    gold: int
    low: float
    high: float

    @classmethod
    def of(cls, counts: Counts, interval: tuple[float, float]) -> Score:
        """The score of counts, to four digits."""
        precision, recall = (counts.right / n if n else 0.0 for n in (counts.system, counts.gold))
        low, high = interval
        return cls(
            round(precision, 4), round(recall, 4), round(counts.f1, 4), *counts, low=round(low, 4), high=round(high, 4)
        )
