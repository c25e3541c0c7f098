"""Training the model that judges relations: its examples, its graph, and how well it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kg.datasets import meanings
from kg.errors import ConfigError
from kg.models import RelationModel, Vocabulary, pair_rows, plain
from kg.ontology import Ontology
from kg.train import relations
from kg.train.encoder import PairGraph, Reader, TextGraph
from kg.train.export import Signature
from kg.train.labels import Labels
from kg.train.measuring import Point, Tally, log_odds
from kg.train.recipe import RELATIONS, DataSet, Recipe
from kg.train.relation_examples import Labelled, relation_examples
from kg.train.relations import LONGEST, STATUSES, Pair, Sentence
from kg.train.sets import OWN


@dataclass(frozen=True)
class RelationTask:
    """Judging relations, as a recipe says."""

    recipe: Recipe
    ontology: Ontology
    vocabulary: Vocabulary

    name = RELATIONS
    slope_is_fitted = True

    @cached_property
    def labels(self) -> Labels:
        """What is learned."""
        return Labels(self.ontology, self.recipe.left_out, ("", *self.recipe.kinds, *self.recipe.marked_only))

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        """None and the labels, in the order of the model's outputs."""
        return ("", *self.labels.names)

    def examples(self, data: DataSet, folder: Path) -> list[Labelled]:
        """The labelled texts of a set.

        Raises:
            InputError: a file is missing or wrong.
            ConfigError: nothing says what the types of the set mean.
        """
        if data.form not in OWN and not meanings(data.name):
            raise ConfigError(f"The set {data.name} has no table [relations.{data.name}] in kg/datasets/mappings.toml.")
        return relation_examples(data, folder, self.labels)

    def prepared(self, rows: Sequence[Labelled]) -> list[Sentence]:
        """Texts as examples for training; those too long for the model are left out."""
        schemes = {data.name: self.recipe.schemes[data.scheme] for data in self.recipe.sets}
        pieces = self.vocabulary.pieces([row.text for row in rows])
        return [
            Sentence(found, row.marks, row.pairs, schemes[row.set])
            for row, found in zip(rows, pieces, strict=True)
            if len(found.ids) <= LONGEST
        ]

    @staticmethod
    def length(example: Sentence) -> int:
        """How long an example is, in pieces."""
        return len(example.pieces.ids)

    @staticmethod
    def loss(model: Any, batch: Sequence[Sentence]) -> Tensor:
        """The loss of a batch."""
        return relations.loss(model, batch)

    def meta(self, slope: float) -> dict[str, Any]:
        """What the runtime must know."""
        return {
            "labels": list(self.labels.names),
            "kinds": list(self.labels.kinds),
            "statuses": [str(status) for status in STATUSES],
            "schemes": dict(self.recipe.schemes),
            "slope": slope,
            "version": self.recipe.version,
        }

    @staticmethod
    def graph(reader: Reader) -> tuple[nn.Module, Signature]:
        """What is written, with its inputs and outputs."""
        pairs = torch.tensor([[[2, 3, 4, 5, 5, 36], [2, 2, 1, 4, 6, 33]]])
        ids = torch.arange(2, 11)[None]
        _, seen = TextGraph(reader)(ids, ids % 7)
        inputs = {"seen": seen.detach(), "pairs": pairs}
        axes = {"seen": {4: "piece"}, "pairs": {1: "pair"}, "scores": {0: "pair"}, "statuses": {0: "pair"}}
        return PairGraph(reader), Signature(inputs, axes, ("scores", "statuses"))

    def feeds(self, reader: Reader, rows: Sequence[Labelled]) -> list[dict[str, np.ndarray]]:
        """What the graph is fed for some texts."""
        found, text = [], TextGraph(reader)
        for sentence in self.prepared(rows):
            given = plain(sentence.pieces, sentence.scheme)
            with torch.no_grad():
                _, seen = text(torch.tensor([given.ids]), torch.tensor([given.shapes]))
            pairs = pair_rows(sentence.pieces, sentence.marks, [(p.first, p.second) for p in sentence.pairs])
            found.append({"seen": seen.numpy(), "pairs": np.array([pairs])})
        return found

    def tally(self, folder: Path, rows: Sequence[Labelled]) -> Tally:
        """What a written model says of the pairs of held-out texts, as far as it is known what is so."""
        model = RelationModel.load(folder / f"{self.name}.onnx")
        found = Tally()
        scheme_of = {data.name: data.scheme for data in self.recipe.sets}
        for scheme in sorted({scheme_of[row.set] for row in rows}):
            texts = [row for row in rows if scheme_of[row.set] == scheme]
            asked = [[place for p in row.pairs for place in _both(p)] for row in texts]
            for row, judged in zip(texts, model.judge([(r.text, r.marks) for r in texts], asked, scheme), strict=True):
                said = {(j.subject, j.object): j for j in judged}
                for pair in row.pairs:
                    there, back = (said[place] for place in _both(pair))
                    self._count(found, pair, [*there.labels.values(), *back.labels.values()])
                    self._count_status(found, pair, there.statuses)
        return found

    def _count(self, found: Tally, pair: Pair, chances: Sequence[float]) -> None:
        """Count the labels of a pair that are known, and take the best of each direction as a point."""
        names = self.labels.names
        right = {n for group in pair.right for n in group}
        for group in pair.right:
            found.count(found.gold, names[group[0] % len(names)])
        said: set[str] = set()
        for half in (0, len(names)):
            known = [n for n in range(half, half + len(names)) if n in right or pair.wrong >> n & 1]
            if known:
                best = max(known, key=lambda n: chances[n])
                found.points.append(Point(log_odds(chances[best]), best in right))
            for n in known:
                name = names[n % len(names)]
                if chances[n] > 0.5 and name not in said:  # a label that holds both ways is said once
                    said |= {name} & self.labels.symmetric
                    found.count(found.said, name)
                    if n in right:
                        found.count(found.right, name)

    @staticmethod
    def _count_status(found: Tally, pair: Pair, chances: dict[str, float]) -> None:
        if pair.right and pair.status >= 0:
            gold, said = str(STATUSES[pair.status]), max(chances, key=lambda name: chances[name])
            found.count(found.statuses, f"{gold} as {said}")


def _both(pair: Pair) -> Iterator[tuple[int, int]]:
    yield pair.first, pair.second
    yield pair.second, pair.first
