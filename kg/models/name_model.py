"""The model that finds names: sentences in, names with kinds and probabilities out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from kg.models.pieces import Pieces
from kg.models.text_model import TextModel, text_model
from kg.models.weights import FOLDER, NAMES

WINDOW, STEP = 160, 128  # pieces; long sentences are read in windows that overlap
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
    """Finds names in sentences."""

    text: TextModel

    @classmethod
    def load(cls, path: Path | None = None) -> NameModel:
        """The shipped model, or one from a file.

        Raises:
            ModelError: the file is missing or damaged.
        """
        return cls(text_model(path or FOLDER / NAMES))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the model tells apart."""
        return tuple(self.text.weights.meta["kinds"])

    @cached_property
    def schemes(self) -> frozenset[str]:
        """The annotation guides by which the model has learned to find names, "guide" and those of data sets."""
        return frozenset(self.text.weights.meta["names_by"])

    def names(self, texts: Sequence[str], scheme: str = "guide") -> list[list[Name]]:
        """The names of each text by an annotation guide, left to right, without overlaps."""
        self.text.forget()
        number = self.text.scheme(scheme)
        different = list(dict.fromkeys(texts))  # what stands there a thousand times is read once
        found = {}
        for text, pieces in zip(different, self.text.vocabulary.pieces(different), strict=True):
            found[text] = list(_names(pieces, self._chances(text, pieces, number), self.kinds))
        return [found[text] for text in texts]

    def _chances(self, text: str, pieces: Pieces, scheme: int) -> np.ndarray:
        """Tag probabilities (pieces, tags) of a text."""
        scores = np.zeros((len(pieces.ids), 1 + 2 * len(self.kinds)), np.float32)
        if 0 < len(pieces.ids) <= WINDOW:
            reading = self.text.read(pieces, scheme)
            self.text.keep(text, scheme, reading)
            scores = reading.scores
        else:
            for start in range(0, max(0, len(pieces.ids) - (WINDOW - STEP)), STEP):
                part = self.text.read(pieces.cut(start, start + WINDOW), scheme).scores
                # where windows overlap, each piece is read in the one that shows more around it
                skip = (WINDOW - STEP) // 2 if start else 0
                scores[start + skip : start + len(part)] = part[skip:]
        odds: np.ndarray = np.exp(scores - scores.max(-1, keepdims=True, initial=-np.inf))
        odds /= odds.sum(-1, keepdims=True)
        return odds


def _names(pieces: Pieces, scores: np.ndarray, kinds: Sequence[str]) -> Iterator[Name]:
    """Runs of words whose best tag is not O; a B tag starts a new one."""
    run: list[int] = []
    for word, best in enumerate(scores.argmax(1).tolist()):
        if pieces.shapes[word] % 2:
            continue
        if run and (best == 0 or best % 2 == 1):
            yield _name(pieces, scores, run, kinds)
            run = []
        if best:
            run.append(word)
    if run:
        yield _name(pieces, scores, run, kinds)


def _name(pieces: Pieces, scores: np.ndarray, run: list[int], kinds: Sequence[str]) -> Name:
    tags = scores[run]
    by_kind = np.add.reduce(tags[:, 1::2] + tags[:, 2::2], 0) / len(run)
    ranked = sorted(zip(kinds, by_kind.tolist(), strict=True), key=lambda k: (-k[1], k[0]))
    end = run[-1] + 1
    while end < len(pieces.ids) and pieces.shapes[end] % 2:
        end += 1
    chances = (ranked[0], *(r for r in ranked[1:] if r[1] >= WORTH))
    return Name(pieces.spans[run[0]][0], pieces.spans[end - 1][1], chances)
