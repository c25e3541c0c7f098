"""The weights of written graphs as a checkpoint, so that training can go on from models of which only these are left.

Weights of 8 bits come back as they are multiplied, a little off from those that were trained.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx.numpy_helper import to_array

from kg.errors import InputError
from kg.train.names import tag_names
from kg.train.recipe import NAMES, RELATIONS

_OF_LAYER = ("query", "out", "inner", "outer")  # its products in the order of the graph; the first is of three maps
_THREE = ("query", "key", "value")
_QUANTIZED = "_quantized"
Array = np.ndarray[Any, Any]


def checkpoint_of(names: Path) -> dict[str, Any]:
    """What a checkpoint holds, from a names.onnx with its relations.onnx, and their reports, beside it.

    Raises:
        InputError: a graph is missing or was not written by kg.
    """
    weights: dict[str, Array] = {}
    outputs, data = {}, {}
    for file in (names, names.with_name(f"{RELATIONS}.onnx")):
        try:
            graph = _Graph(file)
            weights = {**graph.weights(), **weights}  # what both hold is taken from the first
            kinds, labels = graph.meta["kinds"], graph.meta.get("labels", ())
        except Exception as error:  # onnx and what it stands on raise many kinds for a broken file
            raise InputError(f"Cannot take weights from {file}: {type(error).__name__}.") from error
        outputs[file.stem] = tag_names(kinds) if file.stem == NAMES else ["", *labels]
        report = file.with_suffix(".json")
        data[file.stem] = json.loads(report.read_text(encoding="utf-8"))["data"] if report.is_file() else []
    model = {name: torch.tensor(table, dtype=torch.float32) for name, table in weights.items()}
    return {"model": model, "outputs": outputs, "data": data}


class _Graph:
    """A graph that kg.train.export wrote."""

    def __init__(self, file: Path) -> None:
        found = onnx.load(str(file))
        self.tables = {table.name: to_array(table) for table in found.graph.initializer}
        self.nodes = found.graph.node
        self.meta = {entry.key: json.loads(entry.value) for entry in found.metadata_props}

    def weights(self) -> dict[str, Array]:
        """Weights by the names that the model in PyTorch gives them."""
        whole = {n: t for n, t in self.tables.items() if not n.endswith((_QUANTIZED, "_scale", "_point"))}
        named = {n.removeprefix("reader."): table for n, table in whole.items() if n.startswith("reader.")}
        sums = [table for n, table in whole.items() if n.startswith("onnx::Add")]  # of the first kind, then of layers
        named["encoder.kinds.weight"] = np.stack([sums[0], sums[0]])
        for table in self.tables:
            if table.startswith("reader.encoder") and table.endswith(_QUANTIZED):
                name = table.removesuffix(_QUANTIZED)
                named[name.removeprefix("reader.")] = self._embedding(name)
        products = self._products()
        for number, biases in enumerate(sums[1:]):
            layer = f"encoder.layers.{number}"
            for part in _OF_LAYER:
                _, product = next(products)
                parts = _THREE if part == _OF_LAYER[0] else (part,)
                for name, rows in zip(parts, np.split(product, len(parts)), strict=True):
                    named[f"{layer}.{name}.weight"] = rows
            for name, rows in zip(_THREE, np.split(biases, 3), strict=True):
                named[f"{layer}.{name}.bias"] = rows
        for name, product in products:
            head = name.removeprefix("reader.").removesuffix("_Transposed") if name.startswith("reader.") else ""
            named[head or "names.out.weight"] = product
        return named

    def _embedding(self, name: str) -> Array:
        zero: Array = self.tables[f"{name}_zero_point"].astype(np.float32)
        table: Array = (self.tables[name + _QUANTIZED].astype(np.float32) - zero) * self.tables[f"{name}_scale"]
        return table

    def _products(self) -> Iterator[tuple[str, Array]]:
        """The names of what states are multiplied by, each once, and the weights (outputs, inputs)."""
        seen = set()
        for node in self.nodes:
            if node.op_type == "MatMulInteger" and node.input[1] not in seen:
                seen.add(node.input[1])
                name, fed = (text.removesuffix(_QUANTIZED) for text in (node.input[1], node.input[0]))
                table = self.tables[node.input[1]].astype(np.float32) * self.tables[f"{name}_scale"]
                evened = self.tables.get(f"{fed.removesuffix('_calm')}_scale")  # by kg.train.export.smooth
                yield name, (table if evened is None else table * evened[:, None]).T
