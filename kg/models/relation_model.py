"""The model that says how two mentions of a text are related."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kg.models.inputs import KINDS, Mark, pair_rows
from kg.models.text_model import Reading, TextModel, text_model
from kg.models.weights import FOLDER, NAMES, RELATIONS, Weights, load

Rows = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of an ordered pair of marks: a calibrated probability for each label and for each status."""

    subject: int
    object: int
    labels: dict[str, float]
    statuses: dict[str, float]


@dataclass(frozen=True)
class RelationModel:
    """Judges ordered pairs of marked mentions."""

    text: TextModel
    weights: Weights

    @classmethod
    def load(cls, path: Path | None = None) -> RelationModel:
        """The shipped model, or one from a file that has the names.onnx that it was trained with beside it.

        Raises:
            ModelError: a file is missing or damaged.
        """
        path = path or FOLDER / RELATIONS
        return cls(text_model(path.parent / NAMES), load(path))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Relations of the ontology, and the refinements of mappings.toml."""
        return tuple(self.weights.meta["labels"])

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of mentions that the model tells apart."""
        return frozenset(self.weights.meta["kinds"][:KINDS])

    def mark(self, start: int, end: int, kind: str = "", *, is_name: bool = True) -> Mark:
        """A mark for a mention; a kind that the model does not know counts as none."""
        kinds: list[str] = self.weights.meta["kinds"]
        return Mark(start, end, kinds.index(kind) if kind in kinds[:KINDS] else 0, is_name)

    def judge(
        self,
        texts: Sequence[tuple[str, Sequence[Mark]]],
        pairs: Sequence[Sequence[tuple[int, int]]],
        scheme: str = "guide",
    ) -> list[list[Judgement]]:
        """For each text with its marks, a judgement of each of its ordered pairs (indices of subject and object).

        `scheme` is the annotation guide to follow, "guide" or that of a data set that the model has learned from.
        """
        number = self.text.scheme(scheme)
        return [
            self._judged(self.text.reading(text, number), marks, wanted) if wanted else []
            for (text, marks), wanted in zip(texts, pairs, strict=True)
        ]

    def _judged(
        self, reading: Reading | None, marks: Sequence[Mark], wanted: Sequence[tuple[int, int]]
    ) -> list[Judgement]:
        if reading is None:
            return []
        # the model sees a pair once, in the order of its marks, and judges both directions
        asked = set(wanted)
        both = sorted({(min(pair), max(pair)) for pair in asked})
        rows = np.array([pair_rows(reading.pieces, marks, both)])
        scores, statuses = self.weights.run(seen=reading.seen, pairs=rows)
        one, other = self._chances(scores)
        said = np.exp(statuses - statuses.max(1, keepdims=True))
        said /= said.sum(1, keepdims=True)
        return [
            self._judgement(pair, chances, status)
            for (i, j), *both_ways, status in zip(both, one.tolist(), other.tolist(), said.tolist(), strict=True)
            for pair, chances in zip(((i, j), (j, i)), both_ways, strict=True)
            if pair in asked
        ]

    def _chances(self, scores: Rows) -> tuple[Rows, Rows]:
        """The probability of each label for pairs as they stand, and for them turned around."""
        # a label is said when it scores above "none"; the slope was fitted on held-out text
        odds = (scores[:, 1:] - scores[:, :1]) * self.weights.meta["slope"]
        chances = 1 / (1 + np.exp(-odds))
        return chances[:, : len(self.labels)], chances[:, len(self.labels) :]

    def _judgement(self, pair: tuple[int, int], chances: Sequence[float], statuses: Sequence[float]) -> Judgement:
        return Judgement(
            *pair,
            dict(zip(self.labels, chances, strict=True)),
            dict(zip(self.weights.meta["statuses"], statuses, strict=True)),
        )
