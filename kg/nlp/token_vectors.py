"""The token vectors of a spaCy pipeline, computed as its model says but faster.

The model embeds each word by its features, joins these in a layer, and then looks at the neighbours in some layers more
(a maxout window encoder). Here the words of a batch that have the same features are embedded once, and a layer is done
stretch by stretch, so that what it works on stays near the processor. A model of another build is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import ORTH, intify_attr
from spacy.tokens import Doc

from kg.nlp.products import ROWS, Floats, Products, product, stretches

CLOSE = 1e-3  # how far the values may lie from spaCy's, which are of the order of 1
_EPSILON = np.float32(1e-8)  # as in thinc
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, without pattern: tells combinations of features apart


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer with what normalizes it: weight (k, pieces * n), its pieces one after the other."""

    weight: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> Layer:
        """From the layers of thinc."""
        weight, bias = maxout.get_param("W"), maxout.get_param("b")  # (n, pieces, k) and (n, pieces)
        return cls(
            np.ascontiguousarray(weight.transpose(2, 1, 0)).reshape(weight.shape[2], -1),
            np.ascontiguousarray(bias.T).reshape(-1),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, x: Floats) -> Floats:
        """The states (at most ROWS, n) after this layer."""
        width = len(self.gain)
        y = product(x, self.weight)
        y += self.bias
        best = y[:, :width].copy()
        for start in range(width, y.shape[1], width):
            np.maximum(best, y[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.square(best, out=y[:, :width]).mean(axis=1, keepdims=True)
        spread += _EPSILON
        best /= np.sqrt(spread, out=spread)
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Table:
    """Vectors for the values of a feature, found by hashes."""

    column: int
    seed: int
    vectors: Floats


@dataclass(frozen=True)
class TokenVectors:
    """Reads documents to vectors, one row a token."""

    attrs: tuple[int, ...]
    tables: tuple[Table, ...]
    static: Floats
    join: Layer
    window: tuple[Layer, ...]
    pad: int
    ops: Products

    @classmethod
    def of(cls, model: Any, ops: Products) -> TokenVectors | None:
        """From a model of spaCy (Tok2Vec.v2 of a MultiHashEmbed with vectors and a MaxoutWindowEncoder), or none."""
        parts = {name: [n for n in model.walk() if n.name == name] for name in _PARTS}
        one = all(len(parts[name]) == 1 for name in ("extract_features", "static_vectors"))
        layers = [Layer.of(*pair) for pair in zip(parts["maxout"], parts["layernorm"], strict=False)]
        windows = parts["expand_window"]
        if not one or len(layers) != 1 + len(windows) or any(w.attrs["window_size"] != 1 for w in windows):
            return None
        tables = [Table(t.attrs["column"], t.attrs["seed"], t.get_param("E")) for t in parts["hashembed"]]
        names = parts["extract_features"][0].attrs["columns"]
        weight = np.ascontiguousarray(parts["static_vectors"][0].get_param("W").T)
        attrs = tuple(intify_attr(name) for name in names)
        return cls(attrs, tuple(tables), weight, layers[0], tuple(layers[1:]), len(windows), ops)

    def agrees(self, model: Any, docs: Sequence[Doc]) -> bool:
        """Whether spaCy's model gives the same of some documents."""
        theirs = model.predict(list(docs))
        return all(
            a.shape == b.shape and np.allclose(a, b, atol=CLOSE) for a, b in zip(self(docs), theirs, strict=True)
        )

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of each document."""
        lengths = [len(doc) for doc in docs]
        if not any(lengths):
            return [np.zeros((0, len(self.join.gain)), np.float32) for _ in docs]
        embedded = self._embedded(docs)
        # between documents stand rows of nothing, as many as there are layers that look at neighbours
        starts = np.cumsum([self.pad, *(n + self.pad for n in lengths)])
        states = np.zeros((int(starts[-1]), embedded.shape[1]), np.float32)
        at = 0
        for start, n in zip(starts, lengths, strict=False):
            states[start : start + n] = embedded[at : at + n]
            at += n
        for layer in self.window:
            states = _looked_around(states, layer)
        return [states[start : start + n] for start, n in zip(starts, lengths, strict=False)]

    def _embedded(self, docs: Sequence[Doc]) -> Floats:
        """The vector of each word by itself, for all documents one after the other."""
        features = np.concatenate([doc.to_array([ORTH, *self.attrs]) for doc in docs])
        mixed = np.zeros(len(features), np.uint64)
        for column in features.T:
            mixed = (mixed ^ column) * _MIX
            mixed ^= mixed >> np.uint64(29)
        _, first, back = np.unique(mixed, return_index=True, return_inverse=True)
        words = features[first]
        width = len(self.join.gain)
        found = np.empty((len(words), width), np.float32)
        for part in stretches(len(words)):
            found[part] = self.join(self._features(words[part], docs[0]))
        return found[back]

    def _features(self, words: np.ndarray[Any, np.dtype[np.uint64]], doc: Doc) -> Floats:
        """The vectors of the features of some words, side by side; the first column is the word, by its own vector."""
        x = np.empty((len(words), self.static.shape[1] * (len(self.tables) + 1)), np.float32)
        width = self.static.shape[1]
        for n, table in enumerate(self.tables):
            keys = self.ops.hash(np.ascontiguousarray(words[:, 1 + table.column]), table.seed) % len(table.vectors)
            x[:, n * width : (n + 1) * width] = self.ops.gather_add(table.vectors, keys)
        vectors = doc.vocab.vectors
        rows = vectors.find(keys=words[:, 0])
        static = product(np.ascontiguousarray(vectors.data[rows]), self.static)
        static[rows < 0] = 0
        x[:, -width:] = static
        return x


_PARTS = ("extract_features", "hashembed", "static_vectors", "maxout", "layernorm", "expand_window")


def _looked_around(states: Floats, layer: Layer) -> Floats:
    """The states after a layer that sees each with its two neighbours, added to what they were."""
    rows, width = states.shape
    around = np.zeros((rows + 2, width), np.float32)
    around[1:-1] = states
    found = np.empty_like(states)
    seen = np.empty((ROWS, 3 * width), np.float32)
    for part in stretches(rows):
        n = part.stop - part.start
        for shift in range(3):
            seen[:n, shift * width : (shift + 1) * width] = around[part.start + shift : part.stop + shift]
        np.add(states[part], layer(seen[:n]), out=found[part])
    return found
