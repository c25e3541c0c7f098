"""Teach a model of fewer layers to say what a larger one says: faster to run, and hardly worse.

It begins with some layers of the larger one, its teacher, and learns the chances that this one gives to tags, relations
and statuses (Hinton et al. 2015) and, as it does so from within, its states (Jiao et al. 2020): the last ones, and the
keys and values of the layers that both have. Only texts are needed for that, so each is also read with other names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, kl_div

from kg.models import KINDS, Input, Mark, by_scheme, pair_rows, plain
from kg.train.encoder import TOKENS, Reader, hidden
from kg.train.names import padded

if TYPE_CHECKING:
    from kg.datasets import Example
    from kg.train.name_task import NameTask
    from kg.train.relation_examples import Labelled
    from kg.train.relation_task import RelationTask

GUIDE_SCHEME = 0  # by which kg reads
WITHIN = 0.5  # how much states within count beside what is said
STATUS = 0.3  # how much statuses count beside relations
BLIND = 0.15  # how often the kinds of a text's mentions are hidden
MOST_PAIRS = 40  # of a text
Rows = list[list[int]]  # of pairs, as of pair_rows


@dataclass(frozen=True, slots=True)
class Read:
    """A text that both models read, with the pairs of its mentions that both judge."""

    input: Input
    pairs: Rows

    @staticmethod
    def length(read: Read) -> int:
        """How long the text is, in pieces."""
        return len(read.input.ids)


@dataclass(frozen=True)
class Teacher:
    """The larger model, and which of its layers the smaller one has."""

    model: Reader
    layers: Sequence[int]

    def loss(self, student: Reader, batch: Sequence[Read]) -> Tensor:
        """How far the smaller model is from saying what the larger one says."""
        ids, shapes = padded([read.input for read in batch])
        rows = [read.pairs for read in batch]
        is_pair = torch.arange(max(map(len, rows))) < torch.tensor([[len(r)] for r in rows])
        pairs = torch.zeros(*is_pair.shape, 6, dtype=torch.long)
        if is_pair.any():
            pairs[is_pair] = torch.tensor([row for r in rows for row in r])
            pairs = _blind(pairs)
        with torch.no_grad():
            told = _said(self.model, ids, shapes, pairs, is_pair)
        said = _said(student, ids, shapes, pairs, is_pair)
        there = ids != 0
        total = _apart(said.tags[there], told.tags[there]) + _distance(said.states[there], told.states[there])
        for mine, layer in zip(said.seen, self.layers, strict=True):
            for ours, theirs in zip(mine, told.seen[layer], strict=True):
                total = total + WITHIN / len(self.layers) * _distance(
                    ours.transpose(1, 2)[there], theirs.transpose(1, 2)[there]
                )
        if is_pair.any():
            total = total + _distance(said.of_pairs, told.of_pairs) + STATUS * _apart(said.statuses, told.statuses)
            chances = (told.labels[:, 1:] - told.labels[:, :1]).sigmoid()
            odds = said.labels[:, 1:] - said.labels[:, :1]
            total = total + binary_cross_entropy_with_logits(odds, chances, reduction="none").sum(1).mean()
        return total


@dataclass(frozen=True, slots=True)
class _Said:
    """Scores and states of a model: of pieces (B, L, ...), and of the pairs of all texts (P, ...)."""

    states: Tensor
    seen: Sequence[tuple[Tensor, Tensor]]
    tags: Tensor
    of_pairs: Tensor
    labels: Tensor
    statuses: Tensor


def _said(model: Reader, ids: Tensor, shapes: Tensor, pairs: Tensor, is_pair: Tensor) -> _Said:
    states, seen = model.encoder.read(ids, shapes)
    # without pairs: none of as many tokens
    of_pairs = model.encoder.ask(seen, hidden(ids), pairs)[is_pair] if is_pair.any() else states[:0, :TOKENS]
    return _Said(states, seen, model.names(states), of_pairs, *model.relations(of_pairs))


def _apart(said: Tensor, told: Tensor) -> Tensor:
    """The divergence of chances, the mean over rows of scores."""
    return kl_div(said.log_softmax(-1), told.log_softmax(-1), reduction="batchmean", log_target=True)


def _distance(said: Tensor, told: Tensor) -> Tensor:
    """The mean square of the difference, over that of what it should be."""
    return (said - told).float().square().mean() / told.float().square().mean().clamp(min=1e-6)


def _blind(pairs: Tensor) -> Tensor:
    """The pairs of a batch (B, P, 6), those of a few texts with kinds hidden."""
    roles = pairs[..., 2::3]
    is_hidden = torch.rand(len(pairs), 1, 1) < BLIND
    plain_pairs = pairs.clone()
    plain_pairs[..., 2::3] = torch.where(is_hidden, roles - roles % (2 * KINDS) + roles % 2, roles)
    return plain_pairs


def texts_of_names(task: NameTask, rows: Sequence[Example], copies: int) -> list[Read]:
    """Texts whose names are learned, by the guide of their set and by that of kg."""
    draw = Random(0)
    words = _by_sort((row.set, span.type, row.text[span.start : span.end]) for row in rows for span in row.spans)
    found = list(rows)
    for row in rows:
        for _ in range(copies):
            spans = [(s.start, s.end, words[row.set, s.type] if s.is_name else ()) for s in row.spans]
            if swapped := with_others(row.text, spans, draw):
                text, places = swapped
                moved = tuple(replace(s, start=a, end=b) for s, (a, b) in zip(row.spans, places, strict=True))
                found.append(replace(row, text=text, spans=moved))
    return [Read(given, []) for tagged in task.prepared(found) for given in _by_guide(tagged.input)]


def texts_of_relations(task: RelationTask, rows: Sequence[Labelled], copies: int) -> list[Read]:
    """Texts whose pairs are judged, by the guide of their set and by that of kg."""
    draw = Random(0)
    words = _by_sort((row.set, str(m.kind), row.text[m.start : m.end]) for row in rows for m in row.marks if m.is_name)
    found = list(rows)
    for row in rows:
        for _ in range(copies):
            spans = [(m.start, m.end, words[row.set, str(m.kind)] if m.is_name else ()) for m in row.marks]
            if swapped := with_others(row.text, spans, draw):
                text, places = swapped
                marks = tuple(Mark(a, b, m.kind, m.is_name) for m, (a, b) in zip(row.marks, places, strict=True))
                found.append(replace(row, text=text, marks=marks))
    reads = []
    for sentence in task.prepared(found):
        asked = [(p.first, p.second) for p in sentence.pairs]
        pairs = pair_rows(sentence.pieces, sentence.marks, draw.sample(asked, min(len(asked), MOST_PAIRS)))
        reads += [Read(given, pairs) for given in _by_guide(plain(sentence.pieces, sentence.scheme))]
    return reads


def _by_sort(words: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], list[str]]:
    """The different words of each set and sort of names."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for of, sort, text in words:
        found[of, sort][text] = None
    return {key: list(texts) for key, texts in found.items()}


def with_others(
    text: str, spans: Sequence[tuple[int, int, Sequence[str]]], draw: Random
) -> tuple[str, list[tuple[int, int]]] | None:
    """A text with other words at its spans, drawn from those that each has (none: it stays), and where these stand.

    None where spans overlap or nothing changes.
    """
    order = sorted(range(len(spans)), key=lambda n: spans[n][:2])
    parts, places, at, size = [], [(0, 0)] * len(spans), 0, 0
    instead: dict[str, str] = {}
    for n in order:
        start, end, others = spans[n]
        if start < at:
            return None
        word = text[start:end]
        if others:
            word = instead.setdefault(word, draw.choice(others))
        parts += [text[at:start], word]
        size += start - at
        places[n] = (size, size + len(word))
        size += len(word)
        at = end
    return ("".join([*parts, text[at:]]), places) if instead else None


def _by_guide(given: Input) -> Iterator[Input]:
    """A text as its set is annotated and, where that is another way, as kg reads it."""
    yield given
    plainly = by_scheme(given, GUIDE_SCHEME)
    if plainly != given:
        yield plainly
