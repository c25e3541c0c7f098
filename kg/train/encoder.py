"""The encoder and the two heads that are trained on it, in PyTorch.

The encoder is BERT (Devlin et al. 2019) at the size of MiniLM (Wang et al. 2020), its weights read from a safetensors
file in the naming of the library transformers. To the word embedding of each piece is added one for its shape, since
the vocabulary knows no capitals. Tensor shapes are given as B sentences, L pieces, H hidden units, P pairs, R labels.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.models import ALL_SHAPES

LAYERS, HEADS, HIDDEN, INNER, VOCABULARY, POSITIONS = 6, 12, 384, 1536, 30522, 512


class Layer(nn.Module):
    """One transformer layer; returns its states (B, L, H) and attention (B, heads, L, L)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The states after this layer, and its attention."""
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = (q @ k.transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + mask).softmax(-1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        x = self.norm2(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))
        return x, weights


class Encoder(nn.Module):
    """Word pieces to states (B, L, H) and the attention of the last layer (B, heads, L, L)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.shapes = nn.Embedding(ALL_SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.words.requires_grad_(False)  # half of the weights, and hardly moved by so little text

    def forward(self, ids: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """The states of the last layer, and its attention."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.kinds.weight[0] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x, weights = layer(x, mask)
        return x, weights

    def read(self, file: Path) -> None:
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
        for n in range(LAYERS):
            for a, b in theirs.items():
                for part in ("weight", "bias"):
                    mine[f"layers.{n}.{a}.{part}"] = f"encoder.layer.{n}.{b}.{part}"
        state = {name: w[other] for name, other in mine.items()}
        state["shapes.weight"] = self.shapes.weight.data
        self.load_state_dict(state)


class Names(nn.Module):
    """Scores of the tags of each piece, (B, L, tags)."""

    def __init__(self, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(HIDDEN, tags)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """The scores of the tags."""
        states, _ = self.encoder(ids, shapes)
        scores: Tensor = self.out(self.dropout(states))
        return scores


class Relations(nn.Module):
    """Scores of what relates pairs of mentions, (P, 1 + 2R): none, R labels from first to second, R back; and statuses.

    A pair is three numbers: sentence, and the pieces that open the marks of the first and second mention. It is seen as
    the states of both marks, what both attend to (localized context of ATLOP, Zhou et al. 2021) and the mean of the
    sentence, for which the encoder was made.
    """

    def __init__(self, labels: int, statuses: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.inner, self.out = nn.Linear(4 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1 + labels)
        self.status = nn.Linear(HIDDEN, statuses)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, pairs: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of labels and of statuses."""
        states, weights = self.encoder(ids, shapes)
        b, i, j = pairs.unbind(1)
        seen = (weights[b, :, i] * weights[b, :, j]).mean(1)
        context = ((seen / (seen.sum(1, keepdim=True) + 1e-6))[:, None, :] @ states[b]).squeeze(1)
        inside = (ids != 0).to(states.dtype)[:, :, None]
        whole = ((states * inside).sum(1) / inside.sum(1))[b]
        there, back = (self._hidden(states[b, x], states[b, y], context, whole) for x, y in ((i, j), (j, i)))
        there_scores, back_scores = self.out(there), self.out(back)
        none = (there_scores[:, :1] + back_scores[:, :1]) / 2
        return torch.cat([none, there_scores[:, 1:], back_scores[:, 1:]], 1), self.status(there + back)

    def _hidden(self, *parts: Tensor) -> Tensor:
        hidden: Tensor = self.dropout(torch.tanh(self.inner(self.dropout(torch.cat(parts, 1)))))
        return hidden
