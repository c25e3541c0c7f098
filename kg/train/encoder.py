"""The reader that is trained, in PyTorch: an encoder of sentences, the tags of names and the relations of pairs.

The encoder is BERT (Devlin et al. 2019) at the size of MiniLM (Wang et al. 2020), its weights read from a safetensors
file in the naming of the library transformers. To the word embedding of each piece is added one for its shape, since
the vocabulary knows no capitals.

A pair of mentions is three tokens more, that of the pair and one for each mention, which stand where the mentions
stand. They go through the same layers and see the sentence and each other, but the sentence does not see them (the
levitated markers of Zhong and Chen 2021 and of Ye et al. 2022). So a sentence is read once, whatever is asked of it.
Tensor shapes are given as B sentences, L pieces, H hidden units, P pairs, R labels, D units of a head.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.models import ALL_SHAPES, ROLES

LAYERS, HEADS, HIDDEN, INNER, VOCABULARY, POSITIONS = 6, 12, 384, 1536, 30522, 512
TOKENS = 3  # of a pair: its own, and one for each mention
WIDTHS = 16  # pieces of a mention that are told apart
_NEVER = -1e4  # score of what is not to be seen


Seen = tuple[Tensor, Tensor]  # keys and values of a layer (B, heads, L, D)


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def read(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Seen]:
        """The states (B, L, H) after this layer, and the keys and values that they were made of."""
        q, k, v = self._heads(x)
        mixed = (q @ k.transpose(2, 3) + mask).softmax(-1) @ v
        return self._after(x, mixed), (k, v)

    def ask(self, x: Tensor, seen: Seen, mask: Tensor) -> Tensor:
        """The states (B, 3P, H) of pairs after this layer, which see their sentences."""
        q, k, v = self._heads(x)
        there = q @ seen[0].transpose(2, 3) + mask
        q, k, v = (_in_threes(each) for each in (q, k, v))
        weights = torch.cat([there, (q @ k.transpose(3, 4)).flatten(2, 3)], 3).softmax(-1)
        length = there.shape[3]
        among = _in_threes(weights[..., length:]) @ v
        return self._after(x, weights[..., :length] @ seen[1] + among.flatten(2, 3))

    def _heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        b, n, _ = x.shape
        maps = (self.query, self.key, self.value)
        weight, bias = torch.cat([f.weight for f in maps]), torch.cat([f.bias for f in maps])  # one product, not three
        q, k, v = nn.functional.linear(x, weight, bias).view(b, n, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        return q / math.sqrt(HIDDEN // HEADS), k, v

    def _after(self, x: Tensor, mixed: Tensor) -> Tensor:
        b, n, _ = x.shape
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, n, HIDDEN))))
        after: Tensor = self.norm2(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))
        return after


class Encoder(nn.Module):
    """Sentences and pairs of mentions to states."""

    def __init__(self, dropout: float = 0.1, layers: int | None = None) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.shapes = nn.Embedding(ALL_SHAPES, HIDDEN)
        self.roles = nn.Embedding(1 + ROLES, HIDDEN)  # that of the pair, and those of mentions
        self.widths = nn.Embedding(WIDTHS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers or LAYERS))
        for table in (self.shapes, self.roles, self.widths):
            nn.init.normal_(table.weight, std=0.02)
        self.words.requires_grad_(False)  # half of the weights, and hardly moved by so little text

    def read(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, list[Seen]]:
        """States of sentences (B, L, H), and what pairs may see of them at each layer."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.kinds.weight[0] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask, seen = hidden(ids), []
        for layer in self._layers():
            x, made = layer.read(x, mask)
            seen.append(made)
        return x, seen

    def ask(self, seen: Sequence[Seen], mask: Tensor, pairs: Tensor) -> Tensor:
        """States of pairs (B, P, 3, H): of the pair, its first and its second mention; `pairs` as of pair_rows."""
        nothing = torch.zeros_like(pairs[..., :1])
        first, last = torch.cat([nothing, pairs[..., 0::3]], 2), torch.cat([nothing, pairs[..., 1::3]], 2)
        role = torch.cat([nothing, 1 + pairs[..., 2::3]], 2)
        where = (self.positions(first) + self.positions(last)) / 2 + self.widths((last - first).clamp(0, WIDTHS - 1))
        x = self.dropout(self.norm(where + self.roles(role) + self.kinds.weight[0])).flatten(1, 2)
        for layer, there in zip(self._layers(), seen, strict=True):
            x = layer.ask(x, there, mask)
        states: Tensor = x.view(x.shape[0], -1, TOKENS, HIDDEN)
        return states

    def _layers(self) -> Iterator[Layer]:
        yield from cast("Iterable[Layer]", self.layers)

    def start_from(self, file: Path) -> None:
        """Take the weights of a BERT in the naming of transformers."""
        w = {name.removeprefix("bert."): value.float() for name, value in load_file(file).items()}
        mine = {
            "words.weight": "embeddings.word_embeddings.weight",
            "positions.weight": "embeddings.position_embeddings.weight",
            "kinds.weight": "embeddings.token_type_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        theirs = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
            "inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm",
        }  # fmt: skip
        for n in range(len(self.layers)):
            for a, b in theirs.items():
                for part in ("weight", "bias"):
                    mine[f"layers.{n}.{a}.{part}"] = f"encoder.layer.{n}.{b}.{part}"
        self.load_state_dict({**self.state_dict(), **{name: w[other] for name, other in mine.items()}})


class Names(nn.Module):
    """Scores of the tags of each piece."""

    def __init__(self, tags: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(HIDDEN, tags)

    def forward(self, states: Tensor) -> Tensor:
        """From states of sentences (B, L, H) to scores (B, L, tags)."""
        scores: Tensor = self.out(self.dropout(states))
        return scores


class Relations(nn.Module):
    """Scores of what relates pairs of mentions, and of statuses."""

    def __init__(self, labels: int, statuses: int, dropout: float) -> None:
        super().__init__()
        self.inner, self.out = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1 + labels)
        self.status = nn.Linear(HIDDEN, statuses)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """From states of pairs (P, 3, H) to scores (P, 1 + 2R) of none, the labels from first to second and back."""
        there, back = (self._seen(states[:, 0], states[:, i], states[:, j]) for i, j in ((1, 2), (2, 1)))
        there_scores, back_scores = self.out(there), self.out(back)
        none = (there_scores[:, :1] + back_scores[:, :1]) / 2
        return torch.cat([none, there_scores[:, 1:], back_scores[:, 1:]], 1), self.status(there + back)

    def _seen(self, *parts: Tensor) -> Tensor:
        seen: Tensor = self.dropout(torch.tanh(self.inner(self.dropout(torch.cat(parts, 1)))))
        return seen


class Reader(nn.Module):
    """Finds names in sentences and judges pairs of mentions."""

    def __init__(self, tags: int, labels: int, statuses: int, dropout: float = 0.1, layers: int | None = None) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, layers)
        self.names = Names(tags, dropout)
        self.relations = Relations(labels, statuses, dropout)

    def tags(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Scores of the tags of each piece (B, L, tags)."""
        states, _ = self.encoder.read(ids, shapes)
        scores: Tensor = self.names(states)
        return scores

    def judge(self, ids: Tensor, shapes: Tensor, pairs: Tensor, is_pair: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the pairs (B, P, 6) that `is_pair` (B, P) tells from padding."""
        _, seen = self.encoder.read(ids, shapes)
        states = self.encoder.ask(seen, hidden(ids), pairs)
        scores: tuple[Tensor, Tensor] = self.relations(states[is_pair])
        return scores


class TextGraph(nn.Module):
    """What is written as names.onnx: a sentence to the scores of its tags and what pairs see of it, in 16 bits."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """The scores (B, L, tags) and what is seen (layers, 2, B, heads, L, D)."""
        states, seen = self.reader.encoder.read(ids, shapes)
        return self.reader.names(states), torch.stack([torch.stack(layer) for layer in seen]).half()


class PairGraph(nn.Module):
    """What is written as relations.onnx: what is seen of one sentence, with its pairs, to their scores."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, seen: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of labels and of statuses, from what is seen (layers, 2, 1, heads, L, D) and pairs (1, P, 6)."""
        layers = [(keys, values) for keys, values in seen.float()]
        states = self.reader.encoder.ask(layers, torch.zeros(1), pairs)
        scores: tuple[Tensor, Tensor] = self.reader.relations(states[0])
        return scores


def _in_threes(x: Tensor) -> Tensor:
    """From (B, heads, 3P, D) to (B, heads, P, 3, D)."""
    return x.reshape(*x.shape[:2], -1, TOKENS, x.shape[3])


def hidden(ids: Tensor) -> Tensor:
    """What to add to scores of pieces (B, 1, 1, L) so that padding is not seen."""
    return (ids == 0).float()[:, None, None, :] * _NEVER
