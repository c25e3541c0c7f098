"""The names that the base model sees, decoded as spaCy's recognizer would but for all words at once.

The recognizer steps from word to word: outside, a name begins, goes on, ends, or is this word alone. What it does at a
word outside a name depends on that word alone, so it is found for all words together; only inside names one goes step
by step. Another recognizer than the one of the pipelines en_core_web is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc, Span

from kg.nlp.products import Floats, Products, product
from kg.nlp.token_vectors import TokenVectors

_FEATURES = 3  # of a state: the word, the first word of the open name, the word before


@dataclass(frozen=True, slots=True)
class Moves:
    """What may be done at a word. Places are columns of the scores."""

    outside: np.ndarray  # columns of what may be done outside a name, in their order
    begins: np.ndarray  # which of these begin a name, and which are a name of one word
    alone: np.ndarray
    inside: dict[int, tuple[int, int]]  # for the column of each beginning those of going on and of ending
    labels: dict[int, str]  # of the columns of beginnings and of names of one word

    @classmethod
    def of(cls, names: Sequence[str]) -> Moves | None:
        """From the names of spaCy ("B-ORG"), or none where a name could not go on."""
        place = {name: n for n, name in enumerate(names)}
        outside = [n for n, name in enumerate(names) if name == "O" or (name[:2] in {"B-", "U-"} and name[2:])]
        letters = np.array([names[n][0] for n in outside])
        begun = [n for n in outside if names[n][0] == "B"]
        try:
            inside = {n: (place["I-" + names[n][2:]], place["L-" + names[n][2:]]) for n in begun}
        except KeyError:
            return None
        labels = {n: names[n][2:] for n in outside}
        return cls(np.array(outside), letters == "B", letters == "U", inside, labels)


@dataclass(frozen=True)
class BaseNames:
    """Sets the names of documents."""

    vectors: TokenVectors
    linear: tuple[Floats, Floats]  # weight (k, h) and bias
    lower: tuple[Floats, Floats, Floats]  # weight (h, features * 2 * h), bias (2 * h), and what stands for no word
    upper: tuple[Floats, Floats]  # weight (h, moves) and bias
    moves: Moves

    @classmethod
    def of(cls, recognizer: Any, ops: Products) -> BaseNames | None:
        """From the component of a pipeline, or none where it is of another build."""
        model = recognizer.model
        if model.name != "parser_model" or recognizer.cfg.get("beam_width") != 1:
            return None
        lower, upper, last = model.get_ref("lower"), model.get_ref("upper"), model.get_ref("tok2vec").layers[-1]
        known = recognizer.moves
        moves = Moves.of([known.get_class_name(n) for n in range(known.n_moves)])
        vectors = TokenVectors.of(model.get_ref("tok2vec"), ops)
        plain = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and last.name == "linear"
        if not plain or moves is None or vectors is None or not lower.has_dim("nP"):
            return None
        weight = lower.get_param("W")  # (features, h, pieces, k)
        if weight.shape[0] != _FEATURES or weight.shape[2] != 2:
            return None
        pad, bias = lower.get_param("pad")[0], lower.get_param("b")
        return cls(
            vectors,
            (np.ascontiguousarray(last.get_param("W").T), last.get_param("b")),
            (
                np.ascontiguousarray(weight.transpose(3, 0, 2, 1)).reshape(weight.shape[3], -1),
                np.ascontiguousarray(bias.T).reshape(-1),
                np.ascontiguousarray(pad.transpose(0, 2, 1)).reshape(_FEATURES, -1),
            ),
            (np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")),
            moves,
        )

    def agrees(self, recognizer: Any, docs: Sequence[Doc]) -> bool:
        """Whether spaCy's recognizer finds the same names in some documents; these have them then."""
        found = list(self.spans(docs))
        for doc, mine in zip(recognizer.pipe(list(docs)), found, strict=True):
            if [(e.start, e.end, e.label_) for e in doc.ents] != mine:
                return False
        return True

    def apply(self, docs: Sequence[Doc]) -> None:
        """Set the names of documents."""
        for doc, found in zip(docs, self.spans(docs), strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found])

    def spans(self, docs: Sequence[Doc]) -> Iterator[list[tuple[int, int, str]]]:
        """The names of each document: first token, last token and one more, label."""
        flags = [doc.to_array([SENT_START, IS_SPACE]) for doc in docs]
        vectors = [v for v in self.vectors(docs) if len(v)]
        if not vectors:
            yield from ([] for _ in docs)
            return
        weight, bias = self.linear
        states = product(np.concatenate(vectors), weight)
        states += bias
        made = product(states, self.lower[0])  # what each word gives as each of the features
        ends = np.concatenate([_ends(f[:, 0]) for f in flags])  # whether a name must end at a word
        spaces = np.concatenate([f[:, 1] for f in flags]) != 0
        chosen = self._outside(made, ends, spaces)
        at = 0
        for doc in docs:
            yield list(self._names(made, ends, chosen, (at, at + len(doc))))
            at += len(doc)

    def _outside(self, made: Floats, ends: np.ndarray, spaces: np.ndarray) -> np.ndarray:
        """What is done at each word outside a name: a column of the scores."""
        _, bias, pad = self.lower
        width = len(bias)
        sums = made[:, :width] + pad[1]
        sums += pad[2]
        sums += bias
        hidden = np.maximum(sums[:, : width // 2], sums[:, width // 2 :])
        scores = product(hidden, self.upper[0])
        scores += self.upper[1]
        moves = self.moves
        scores = scores[:, moves.outside]
        scores[np.ix_(ends | spaces, moves.begins)] = -np.inf
        scores[np.ix_(spaces, moves.alone)] = -np.inf
        chosen: np.ndarray = moves.outside[scores.argmax(axis=1)]
        return chosen

    def _names(
        self, made: Floats, ends: np.ndarray, chosen: np.ndarray, reach: tuple[int, int]
    ) -> Iterator[tuple[int, int, str]]:
        """The names of the words in reach, their places counted from its start."""
        moves = self.moves
        start, stop = reach
        at = start
        while at < stop:
            column, first = int(chosen[at]), at
            at += 1
            if column in moves.inside:
                at = self._end(made, ends, first, moves.inside[column])
            elif not moves.labels[column]:
                continue
            yield first - start, at - start, moves.labels[column]

    def _end(self, made: Floats, ends: np.ndarray, first: int, columns: tuple[int, int]) -> int:
        """Where a name ends that begins at a word and is of two words or more."""
        _, bias, _ = self.lower
        width = len(bias)
        on, end = columns
        at = first + 1
        while not ends[at]:
            sums = made[at, :width] + made[first, width : 2 * width]
            sums += made[at - 1, 2 * width :]
            sums += bias
            scores = np.maximum(sums[: width // 2], sums[width // 2 :]) @ self.upper[0][:, columns]
            scores += self.upper[1][list(columns)]
            if scores[1] > scores[0] or (scores[0] == scores[1] and end < on):
                break
            at += 1
        return at + 1


def _ends(starts: np.ndarray) -> np.ndarray:
    """At which words a name must end: the last of each sentence."""
    following = np.ones(len(starts), bool)
    following[:-1] = starts[1:] == 1
    return following
