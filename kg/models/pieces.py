"""Cut text into word pieces that keep their offsets and the casing that the vocabulary lacks.

Word pieces: Schuster and Nakajima 2012, in the form of BERT (Devlin et al. 2019), by the library tokenizers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

# What a piece looks like; each also exists as the continuation of a word.
SHAPES = ("other", "lower", "title", "upper", "letter", "mixed", "digits")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces without special tokens: ids, shapes, and half-open character offsets into the text."""

    ids: list[int]
    shapes: list[int]
    spans: list[tuple[int, int]]

    def cut(self, start: int, end: int) -> Pieces:
        """The pieces from one index to another."""
        return Pieces(self.ids[start:end], self.shapes[start:end], self.spans[start:end])


@dataclass(frozen=True)
class Vocabulary:
    """The word pieces of a tokenizer file (the form of the library tokenizers)."""

    path: Path

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self.path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The pieces of each text."""
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [_pieces(text, encoded.ids, encoded.offsets) for text, encoded in zip(texts, found, strict=True)]

    def id(self, piece: str) -> int:
        """The number of a piece, such as "[CLS]"."""
        number: int = self._tokenizer.token_to_id(piece)
        return number


def _pieces(text: str, ids: list[int], spans: list[tuple[int, int]]) -> Pieces:
    shapes = []
    end = -1
    for start, stop in spans:
        shapes.append(2 * shape(text[start:stop]) + (start == end and text[start].isalnum() and text[start - 1].isalnum()))
        end = stop
    return Pieces(ids, shapes, spans)


def shape(piece: str) -> int:
    """The index in SHAPES of what a piece looks like."""
    if piece.isdigit():
        return 6
    if not piece.isalpha():
        return 0
    if piece.islower():
        return 1
    if len(piece) == 1:
        return 4
    if piece.isupper():
        return 3
    return 2 if piece[0].isupper() and piece[1:].islower() else 5
