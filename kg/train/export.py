"""Write a trained model as an ONNX graph, small by whole numbers of 8 bits, with metadata that the runtime reads."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Mapping
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
