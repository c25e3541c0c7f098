"""The part of the models that reads a sentence, once for whatever is asked of it.

Finding names gives, beside the tags, what pairs of mentions may see of the sentence. It is kept until they ask.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from kg.models.inputs import AHEAD, plain
from kg.models.pieces import Pieces, Vocabulary
from kg.models.weights import FOLDER, VOCABULARY, Weights, load

POSITIONS = 500  # pieces that the encoder knows places for
KEPT = 8_000  # pieces of sentences whose reading is kept: about 70 MB


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as read: its pieces, the scores of the tags of each (pieces, tags), and what pairs see of it."""

    pieces: Pieces
    scores: np.ndarray
    seen: np.ndarray


@dataclass
class TextModel:
    """Reads sentences one by one: the scales of 8-bit sums are then those of the sentence, whatever stands beside."""

    weights: Weights
    vocabulary: Vocabulary
    _kept: dict[tuple[str, int], Reading] = field(default_factory=dict)
    _room: int = KEPT

    def scheme(self, name: str) -> int:
        """The number of an annotation guide, that of kg for one that the model has not seen."""
        return int(self.weights.meta["schemes"].get(name, 0))

    def read(self, pieces: Pieces, scheme: int) -> Reading:
        """Read the pieces of a sentence."""
        given = plain(pieces, scheme)
        scores, seen = self.weights.run(ids=np.array([given.ids]), shapes=np.array([given.shapes]))
        return Reading(pieces, scores[0, AHEAD:-1], seen)

    def forget(self) -> None:
        """Keep no reading: another document begins."""
        self._kept.clear()
        self._room = KEPT

    def keep(self, text: str, scheme: int, reading: Reading) -> None:
        """Keep the reading of a text while there is room."""
        if len(reading.pieces.ids) <= self._room and (text, scheme) not in self._kept:
            self._kept[text, scheme] = reading
            self._room -= len(reading.pieces.ids)

    def reading(self, text: str, scheme: int) -> Reading | None:
        """The reading of a text, kept or new, and not kept any longer; none of a text too long for the model."""
        found = self._kept.pop((text, scheme), None)
        if found is not None:
            self._room += len(found.pieces.ids)
            return found
        pieces = self.vocabulary.pieces([text])[0]
        return self.read(pieces, scheme) if len(pieces.ids) <= POSITIONS else None


@lru_cache(maxsize=16)
def text_model(path: Path) -> TextModel:
    """The reading part of a weight file, shared by those who ask; its vocabulary lies beside it.

    Raises:
        ModelError: the file is missing or damaged.
    """
    beside = path.parent / VOCABULARY
    return TextModel(load(path), Vocabulary(beside if beside.exists() else FOLDER / VOCABULARY))
