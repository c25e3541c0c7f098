"""How sure a model is and how often it is right: calibration (Guo et al. 2017) and figures on held-out text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

BINS = 10
_LIMIT = 30.0  # log-odds beyond which there is nothing to learn


class Point(NamedTuple):
    """One statement: the log-odds that the model gives it, and whether it is right."""

    odds: float
    right: bool


class Bin(NamedTuple):
    """Statements of like confidence: how many, their mean confidence and the share that is right."""

    statements: int
    confidence: float
    accuracy: float


@dataclass
class Tally:
    """What is said, what is right and what should have been said, by type; the statements behind calibration; and
    how often which status was taken for which ("planned as possible").
    """

    said: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    gold: dict[str, int] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)

    def count(self, of: dict[str, int], type_: str) -> None:
        """Count one more of a type."""
        of[type_] = of.get(type_, 0) + 1

    def figures(self) -> dict[str, Any]:
        """Precision, recall and F1, overall and by type."""
        types = sorted({*self.said, *self.gold})
        overall = figures_of(*(sum(part.values()) for part in (self.right, self.said, self.gold)))
        parts = (self.right, self.said, self.gold)
        return {**overall, "by_type": {t: figures_of(*(part.get(t, 0) for part in parts)) for t in types}}


def log_odds(chance: float) -> float:
    """The logarithm of chance to counter-chance, kept within limits."""
    with np.errstate(divide="ignore"):
        return float(np.clip(np.log(chance) - np.log1p(-chance), -_LIMIT, _LIMIT))


def fit_slope(points: Iterable[Point]) -> float:
    """What log-odds are to be multiplied by: logistic regression without a constant, by Newton's method."""
    found = list(points)
    odds, right = np.array([p.odds for p in found]), np.array([p.right for p in found], float)
    slope = 1.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-slope * odds))
        curve = float((odds**2 * chance * (1 - chance)).sum()) + 1e-9
        step = float((odds * (right - chance)).sum()) / curve
        slope = min(max(slope + step, slope / 2), slope * 2)  # stays positive, and does not jump
        if abs(step) < 1e-6:
            break
    return round(min(max(slope, 0.05), 20.0), 4)


def bins(points: Iterable[Point], slope: float = 1.0) -> list[Bin]:
    """Statements by confidence, in bins of equal width; empty ones are left out."""
    found = list(points)
    chance = 1 / (1 + np.exp(-slope * np.array([p.odds for p in found])))
    right = np.array([p.right for p in found], float)
    place = np.minimum((chance * BINS).astype(int), BINS - 1)
    return [
        Bin(int(inside.sum()), round(float(chance[inside].mean()), 4), round(float(right[inside].mean()), 4))
        for inside in (place == n for n in range(BINS))
        if inside.any()
    ]


def calibration_error(found: Iterable[Bin]) -> float:
    """The expected calibration error: the mean distance of confidence and accuracy."""
    found = list(found)
    total = sum(b.statements for b in found)
    return round(sum(b.statements * abs(b.confidence - b.accuracy) for b in found) / total, 4) if total else 0.0


def reliability_plot(found: Iterable[Bin], title: str) -> str:
    """An SVG picture: how often statements of a confidence are right, beside the diagonal of an honest model."""
    found = list(found)
    side, edge = 320, 40
    most = max((b.statements for b in found), default=1)

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + x * side, 1), round(edge + (1 - y) * side, 1)

    spots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{3 + 7 * (b.statements / most) ** 0.5:.1f}">'
        f"<title>{b.statements}</title></circle>"
        for b in found
        for x, y in [at(b.confidence, b.accuracy)]
    )
    line = " ".join(f"{x},{y}" for x, y in (at(b.confidence, b.accuracy) for b in found))
    whole = side + 2 * edge
    middle = whole / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="12" text-anchor="middle">'
        f'<rect width="{whole}" height="{whole}" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#999"/>'
        f'<path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#999" stroke-dasharray="4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/><g fill="#1f5fa8">{spots}</g>'
        f'<text x="{middle}" y="24">{title}</text>'
        f'<text x="{middle}" y="{whole - 12}">confidence, 0 to 1</text>'
        f'<text transform="translate(24 {middle}) rotate(-90)">share that is right</text></svg>\n'
    )


def figures_of(right: int, said: int, gold: int) -> dict[str, Any]:
    """Precision, recall and F1 of counts, to four digits."""
    return {
        "precision": round(right / said, 4) if said else 0.0,
        "recall": round(right / gold, 4) if gold else 0.0,
        "f1": round(2 * right / (said + gold), 4) if said + gold else 0.0,
        "right": right,
        "system": said,
        "gold": gold,
    }
