"""Write a trained model as an ONNX graph, small by whole numbers of 8 bits, with metadata that the runtime reads."""

from __future__ import annotations

import json
import logging
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.errors import ModelError

OPSET = 17
AGREEMENT = 1e-3  # how far scores of torch and ONNX may lie apart


@dataclass(frozen=True, slots=True)
class Signature:
    """The inputs and outputs of a graph: examples of inputs, and the names of the dimensions that vary."""

    inputs: dict[str, Tensor]
    varying: dict[str, dict[int, str]]
    outputs: tuple[str, ...]


def write_graph(model: nn.Module, signature: Signature, file: Path) -> float:
    """Write a graph with weights of 32 bits; gives how far its scores lie from those of torch.

    Raises:
        ModelError: they lie too far apart.
    """
    model = model.cpu().eval()
    given = tuple(signature.inputs.values())
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter warns of constants that are constants
        torch.onnx.export(
            model,
            given,
            str(file),
            input_names=list(signature.inputs),
            output_names=list(signature.outputs),
            dynamic_axes=signature.varying,
            opset_version=OPSET,
            dynamo=False,
        )
        expected = model(*given)
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: value.numpy() for name, value in signature.inputs.items()})
    expected = expected if isinstance(expected, tuple) else (expected,)
    apart = max(
        float(np.abs(a - b.numpy()).max()) for a, b in zip(found, expected, strict=True) if b.dtype == torch.float32
    )
    if apart > AGREEMENT:
        raise ModelError(f"The written graph does not do what the model does: its scores lie {apart:.4f} apart.")
    return apart


def smooth(file: Path, feeds: Sequence[Mapping[str, np.ndarray]]) -> None:
    """Even out what the products of a graph are fed, so that whole numbers of 8 bits hold it better.

    A few channels of a transformer's states are far larger than the rest. Each channel is divided by the root of its
    largest value in the `feeds` over that of its weights, and these are multiplied by it; the product stays the same.
    (SmoothQuant, Xiao et al. 2023, with a migration strength of one half.)
    """
    model = onnx.load(str(file))
    tables = {table.name: table for table in model.graph.initializer}
    products: dict[str, list[Any]] = defaultdict(list)
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in tables:
            products[node.input[0]].append(node)
    if not feeds:
        return
    peaks = _peaks(model, list(products), feeds)
    for fed, nodes in products.items():
        weights = {name: onnx.numpy_helper.to_array(tables[name]) for name in {node.input[1] for node in nodes}}
        rows = np.max([np.abs(table).max(1) for table in weights.values()], 0)
        scale = np.sqrt(np.maximum(peaks[fed], 1e-5) / np.maximum(rows, 1e-5)).astype(np.float32)
        for name, table in weights.items():
            tables[name].CopyFrom(onnx.numpy_helper.from_array(table * scale[:, None], name))
        model.graph.initializer.append(onnx.numpy_helper.from_array(1 / scale, f"{fed}_scale"))
        calm = onnx.helper.make_node("Mul", [fed, f"{fed}_scale"], [f"{fed}_calm"])
        model.graph.node.insert(list(model.graph.node).index(nodes[0]), calm)
        for node in nodes:
            node.input[0] = f"{fed}_calm"
    onnx.save(model, str(file))


def _peaks(model: Any, names: Sequence[str], feeds: Sequence[Mapping[str, np.ndarray]]) -> dict[str, Any]:
    """The largest absolute value of each channel of some tensors."""
    shown = onnx.ModelProto()
    shown.CopyFrom(model)
    shown.graph.output.extend(onnx.helper.make_empty_tensor_value_info(name) for name in names)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(shown.SerializeToString(), options, providers=["CPUExecutionProvider"])
    found = [session.run(list(names), dict(feed)) for feed in feeds]
    return {
        name: np.max([np.abs(outputs[n]).reshape(-1, outputs[n].shape[-1]).max(0) for outputs in found], 0)
        for n, name in enumerate(names)
    }


def shrink(file: Path, small: Path) -> None:
    """Write a graph with weights of 8 bits, a scale for each channel; sums are still made in 32 bits."""
    logging.disable(logging.WARNING)  # it advises a step that changes nothing here
    try:
        quantize_dynamic(file, small, per_channel=True, weight_type=QuantType.QInt8)
    finally:
        logging.disable(logging.NOTSET)


def describe(file: Path, meta: Mapping[str, Any]) -> None:
    """Write metadata into a graph, each value as JSON."""
    graph = onnx.load(str(file))
    onnx.helper.set_model_props(graph, {key: json.dumps(value, ensure_ascii=False) for key, value in meta.items()})
    onnx.save(graph, str(file))
