"""The model that finds names: sentences in, names with kinds and probabilities out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from kg.models.inputs import plain
from kg.models.pieces import Pieces, Vocabulary
from kg.models.weights import FOLDER, VOCABULARY, Weights, load

FILE = FOLDER / "names.onnx"
WINDOW, STEP = 160, 128  # pieces; long sentences are read in windows that overlap
BATCH = 1  # the scales of 8-bit activations are those of a batch: alone, a sentence reads alike everywhere
WORTH = 0.05  # a kind less probable than this is not named


@dataclass(frozen=True, slots=True)
class Name:
    """A name: half-open character offsets into its text, and the probability of each kind worth naming, best first."""

    start: int
    end: int
    chances: tuple[tuple[str, float], ...]

    @property
    def kind(self) -> str:
        """The most probable kind."""
        return self.chances[0][0]

    @property
    def probability(self) -> float:
        """The probability that it is a name of any kind."""
        return min(1.0, sum(chance for _, chance in self.chances))


@dataclass(frozen=True)
class NameModel:
    """Finds names in sentences. `scheme` is the annotation guide to follow: "guide", or that of a training set."""

    weights: Weights
    vocabulary: Vocabulary

    @classmethod
    def load(cls, path: Path | None = None) -> NameModel:
        """The shipped model, or one from a file.

        Raises:
            ModelError: the file is missing or damaged.
        """
        return cls(load(path or FILE), Vocabulary(VOCABULARY))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the model tells apart."""
        return tuple(self.weights.meta["kinds"])

    @cached_property
    def schemes(self) -> dict[str, int]:
        """The annotation guides that the model has seen, by the name of the data set."""
        return dict(self.weights.meta["schemes"])

    def names(self, texts: Sequence[str], scheme: str = "guide") -> list[list[Name]]:
        """The names of each text, left to right, without overlaps."""
        pieces = self.vocabulary.pieces(texts)
        scores = self._scores(pieces, self.schemes.get(scheme, 0))
        return [list(_names(p, s, self.kinds)) for p, s in zip(pieces, scores, strict=True)]

    def _scores(self, pieces: Sequence[Pieces], scheme: int) -> list[np.ndarray]:
        """Tag probabilities (pieces, tags) of each text; texts of like length share a batch."""
        tags = 1 + 2 * len(self.kinds)
        found = [np.zeros((len(p.ids), tags), np.float32) for p in pieces]
        windows = [
            (n, start, plain(p.cut(start, start + WINDOW), scheme))
            for n, p in enumerate(pieces)
            for start in range(0, max(1, len(p.ids) - (WINDOW - STEP)), STEP)
            if p.ids
        ]
        windows.sort(key=lambda w: len(w[2].ids))
        for first in range(0, len(windows), BATCH):
            batch = windows[first : first + BATCH]
            (scores,) = self.weights.run([w[2] for w in batch])
            odds = np.exp(scores - scores.max(-1, keepdims=True))
            odds /= odds.sum(-1, keepdims=True)
            for (n, start, given), row in zip(batch, odds, strict=True):
                # where windows overlap, each piece is read in the one that shows more around it
                skip = (WINDOW - STEP) // 2 if start else 0
                found[n][start + skip : start + len(given.places)] = row[2 + skip : 2 + len(given.places)]
        return found


def _names(pieces: Pieces, scores: np.ndarray, kinds: Sequence[str]) -> Iterator[Name]:
    """Runs of words whose best tag is not O; a B tag starts a new one."""
    words = [i for i in range(len(pieces.ids)) if not pieces.shapes[i] % 2]
    run: list[int] = []
    for word in words:
        best = int(scores[word].argmax())
        if run and (best == 0 or best % 2 == 1):
            yield _name(pieces, scores, run, kinds)
            run = []
        if best:
            run.append(word)
    if run:
        yield _name(pieces, scores, run, kinds)


def _name(pieces: Pieces, scores: np.ndarray, run: list[int], kinds: Sequence[str]) -> Name:
    by_kind = scores[run][:, 1:].reshape(len(run), len(kinds), 2).sum(2).mean(0)
    ranked = sorted(zip(kinds, map(float, by_kind), strict=True), key=lambda k: (-k[1], k[0]))
    end = run[-1] + 1
    while end < len(pieces.ids) and pieces.shapes[end] % 2:
        end += 1
    chances = (ranked[0], *(r for r in ranked[1:] if r[1] >= WORTH))
    return Name(pieces.spans[run[0]][0], pieces.spans[end - 1][1], chances)
