"""The model that says how two mentions of a text are related."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from kg.models.inputs import Mark, marked
from kg.models.pieces import Vocabulary
from kg.models.weights import FOLDER, VOCABULARY, Weights, load

FILE = FOLDER / "relations.onnx"
POSITIONS = 512  # pieces, marks included, that the encoder knows places for; of more, no pair is judged
BATCH = 1  # the scales of 8-bit activations are those of a batch: alone, a sentence reads alike everywhere

Row = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of an ordered pair of marks: a calibrated probability for each label and for each status."""

    subject: int
    object: int
    labels: dict[str, float]
    statuses: dict[str, float]


@dataclass(frozen=True)
class RelationModel:
    """Judges ordered pairs of marked mentions. `scheme` is "guide", or the name of a training set."""

    weights: Weights
    vocabulary: Vocabulary

    @classmethod
    def load(cls, path: Path | None = None) -> RelationModel:
        """The shipped model, or one from a file.

        Raises:
            ModelError: the file is missing or damaged.
        """
        return cls(load(path or FILE), Vocabulary(VOCABULARY))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Relations of the ontology, and the refinements of mappings.toml."""
        return tuple(self.weights.meta["labels"])

    def mark(self, start: int, end: int, kind: str = "", *, is_name: bool = True) -> Mark:
        """A mark for a mention; a kind that the model does not know counts as none."""
        kinds: list[str] = self.weights.meta["kinds"]
        return Mark(start, end, kinds.index(kind) if kind in kinds else 0, is_name)

    def judge(
        self,
        texts: Sequence[tuple[str, Sequence[Mark]]],
        pairs: Sequence[Sequence[tuple[int, int]]],
        scheme: str = "guide",
    ) -> list[list[Judgement]]:
        """For each text with its marks, a judgement of each of its ordered pairs (indices of subject and object)."""
        number = self.weights.meta["schemes"].get(scheme, 0)
        pieces = self.vocabulary.pieces([text for text, _ in texts])
        inputs = [marked(p, marks, number) for p, (_, marks) in zip(pieces, texts, strict=True)]
        found: list[list[Judgement]] = [[] for _ in texts]
        # the model sees a pair once, in the order of its marks, and judges both directions
        both = [sorted({(min(pair), max(pair)) for pair in given}) for given in pairs]
        fitting = (n for n in range(len(texts)) if both[n] and len(inputs[n].ids) <= POSITIONS)
        order = sorted(fitting, key=lambda n: len(inputs[n].ids))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            rows = [(b, inputs[n].places[i], inputs[n].places[j]) for b, n in enumerate(batch) for i, j in both[n]]
            scores, statuses = self.weights.run([inputs[n] for n in batch], pairs=np.array(rows, np.int64))
            at = 0
            for n in batch:
                wanted = set(pairs[n])
                for i, j in both[n]:
                    found[n] += [
                        self._judgement(*pair, scores[at], statuses[at], back=pair == (j, i))
                        for pair in ((i, j), (j, i))
                        if pair in wanted
                    ]
                    at += 1
        return found

    def _judgement(self, subject: int, object_: int, scores: Row, statuses: Row, *, back: bool) -> Judgement:
        # a label is said when it scores above "none"; the slope was fitted on held-out text
        count = len(self.labels)
        odds = (scores[1 + count * back : 1 + count * (1 + back)] - scores[0]) * self.weights.meta["slope"]
        chances = 1 / (1 + np.exp(-odds))
        said = np.exp(statuses - statuses.max())
        said /= said.sum()
        return Judgement(
            subject,
            object_,
            dict(zip(self.labels, map(float, chances), strict=True)),
            dict(zip(self.weights.meta["statuses"], map(float, said), strict=True)),
        )
