"""Open a weight file: an ONNX graph whose metadata says what its outputs mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from kg.errors import ModelError
from kg.models.inputs import Input

FOLDER = Path(__file__).parent
VOCABULARY = FOLDER / "vocabulary.json"
AGAIN = "Install kg-business again, or make the file with: kg train"
PAD = 0


@dataclass(frozen=True)
class Weights:
    """A loaded graph and its metadata: labels, kinds, schemes, calibration, version."""

    session: ort.InferenceSession
    meta: dict[str, Any]

    def run(self, inputs: Sequence[Input], **more: np.ndarray) -> list[np.ndarray]:
        """The outputs for a batch of inputs, padded to the longest."""
        longest = max(len(i.ids) for i in inputs)
        ids = np.full((len(inputs), longest), PAD, np.int64)
        shapes = np.zeros((len(inputs), longest), np.int64)
        for row, given in enumerate(inputs):
            ids[row, : len(given.ids)] = given.ids
            shapes[row, : len(given.shapes)] = given.shapes
        found: list[np.ndarray] = self.session.run(None, {"ids": ids, "shapes": shapes, **more})
        return found


@lru_cache(maxsize=4)
def load(path: Path) -> Weights:
    """Open a weight file.

    Raises:
        ModelError: the file is missing or damaged; the message says how to get it.
    """
    if not path.exists():
        raise ModelError(f"The weights {path} are missing. {AGAIN}.")
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # the same sums in the same order on every machine
    options.log_severity_level = 3
    try:
        session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        meta = {key: json.loads(value) for key, value in session.get_modelmeta().custom_metadata_map.items()}
    except Exception as error:  # onnxruntime raises many kinds for a broken file
        raise ModelError(f"The weights {path} are damaged ({type(error).__name__}). {AGAIN}.") from error
    return Weights(session, meta)
