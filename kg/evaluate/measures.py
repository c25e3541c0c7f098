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
        right, system, gold = counts
        precision, recall = (right / n if n else 0.0 for n in (system, gold))
        shown = (round(number, 4) for number in (precision, recall, counts.f1))
        low, high = (round(number, 4) for number in interval)
        return cls(*shown, *counts, low, high)
