"""Training the model that finds names: its examples, its graph, and how well it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from kg.datasets import Example, Span
from kg.datasets import tables as mapping_tables
from kg.errors import ConfigError
from kg.models import Name, NameModel, Vocabulary
from kg.ontology import Ontology
from kg.train import names
from kg.train.encoder import Reader, TextGraph
from kg.train.export import Signature
from kg.train.measuring import Point, Tally, log_odds
from kg.train.recipe import NAMES, DataSet, Recipe
from kg.train.sets import OWN, read_examples, read_passages


@dataclass(frozen=True)
class NameTask:
    """Finding names, as a recipe says."""

    recipe: Recipe
    ontology: Ontology
    vocabulary: Vocabulary

    name = NAMES
    slope_is_fitted = False

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        """The tags, in the order of the model's outputs."""
        return tuple(names.tag_names(self.recipe.kinds))

    def examples(self, data: DataSet, folder: Path) -> list[Example]:
        """The labelled texts of a set.

        Raises:
            InputError: a file is missing or wrong.
            ConfigError: nothing says what the types of the set mean.
        """
        if data.form not in OWN:
            if data.name not in mapping_tables()["entities"]:
                raise ConfigError(
                    f"The set {data.name} has no table [entities.{data.name}] in kg/datasets/mappings.toml."
                )
            return read_examples(data, folder)
        return [
            Example(p.id, data.name, p.text, tuple(Span(m.start, m.end, m.kind, m.is_name) for m in p.mentions))
            for p in read_passages(data, folder, self.ontology)
        ]

    def prepared(self, rows: Sequence[Example]) -> list[names.Tagged]:
        """Texts as examples for training."""
        schemes = {data.name: self.recipe.schemes[data.scheme] for data in self.recipe.sets}
        return names.tagged(rows, self.vocabulary, self.recipe.kinds, schemes, self._tables)

    @cached_property
    def _tables(self) -> dict[str, names.Table]:
        """What the types of each set mean."""
        own = {kind: [kind] for kind in self.recipe.kinds}
        return {
            data.name: {**own, "outside": list(data.outside)}
            if data.form in OWN
            else mapping_tables()["entities"][data.name]
            for data in self.recipe.sets
        }

    @staticmethod
    def length(example: names.Tagged) -> int:
        """How long an example is, in pieces."""
        return len(example.allowed)

    @staticmethod
    def loss(model: Any, batch: Sequence[names.Tagged]) -> Tensor:
        """The loss of a batch."""
        return names.loss(model, batch)

    def meta(self, slope: float) -> dict[str, Any]:
        """What the runtime must know."""
        del slope
        return {
            "kinds": list(self.recipe.kinds),
            "schemes": dict(self.recipe.schemes),
            "names_by": sorted({data.scheme for data in self.recipe.sets}),
            "version": self.recipe.version,
        }

    @staticmethod
    def graph(reader: Reader) -> tuple[nn.Module, Signature]:
        """What is written, with its inputs and outputs."""
        ids = torch.randint(2, 100, (2, 9), generator=torch.Generator().manual_seed(1))
        ids[1, 6:] = 0
        inputs = {"ids": ids, "shapes": ids % 7}
        axes = {name: {0: "sentence", 1: "piece"} for name in (*inputs, "scores")}
        return TextGraph(reader), Signature(inputs, {**axes, "seen": {2: "sentence", 4: "piece"}}, ("scores", "seen"))

    def feeds(self, reader: Reader, rows: Sequence[Example]) -> list[dict[str, np.ndarray]]:
        """What the graph is fed for some texts."""
        inputs = [tagged.input for tagged in self.prepared(rows)]
        return [{"ids": np.array([i.ids]), "shapes": np.array([i.shapes])} for i in inputs]

    def tally(self, folder: Path, rows: Sequence[Example]) -> Tally:
        """What a written model finds in held-out texts: names with the right offsets and kind are right."""
        model = NameModel.load(folder / f"{self.name}.onnx")
        found = Tally()
        scheme_of = {data.name: data.scheme for data in self.recipe.sets}
        for scheme in sorted({scheme_of[row.set] for row in rows}):
            texts = [row for row in rows if scheme_of[row.set] == scheme]
            for row, said in zip(texts, model.names([row.text for row in texts], scheme), strict=True):
                self._count(found, row, said)
        return found

    def _count(self, found: Tally, row: Example, said: Sequence[Name]) -> None:
        """Count what a set can judge: not kinds that it leaves unmarked, nor words of a type without a meaning."""
        table = self._tables[row.set]
        unmarked = self.recipe.kinds if table["outside"] == "capitals" else table["outside"]
        gold = {(s.start, s.end): table.get(s.type, "?") for s in row.spans if s.is_name}
        for meaning in gold.values():
            if meaning and meaning != "?":
                found.count(found.gold, meaning[0])
        for name in said:
            meaning = gold.get((name.start, name.end), [])
            if meaning == "?" or (not meaning and name.kind in unmarked):
                continue
            is_right = name.kind in meaning
            found.count(found.said, meaning[0] if is_right else name.kind)
            found.points.append(Point(log_odds(name.probability), is_right))
            if is_right:
                found.count(found.right, meaning[0])
