"""Open a weight file: an ONNX graph whose metadata says what its outputs mean."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from kg.errors import ModelError

FOLDER = Path(__file__).parent
NAMES, RELATIONS, VOCABULARY = "names.onnx", "relations.onnx", "vocabulary.json"  # files that belong together
SEEN = "seen"  # what both graphs share: the reading of a sentence
SLOWER = ["SkipLayerNormFusion"]  # makes a graph slower, in onnxruntime 1.32 by a tenth
AGAIN = "Install kg-business again, or make the file with: kg train"


@dataclass(frozen=True)
class Weights:
    """A loaded graph and its metadata: labels, kinds, schemes, calibration, version."""

    session: ort.InferenceSession
    meta: dict[str, Any]

    def run(self, **inputs: np.ndarray) -> list[np.ndarray]:
        """The outputs of the graph."""
        found: list[np.ndarray] = self.session.run(None, inputs)
        return found


@lru_cache(maxsize=16)
def load(path: Path) -> Weights:
    """Open a weight file.

    Raises:
        ModelError: the file is missing, damaged or of another version; the message says how to get it.
    """
    if not path.exists():
        raise ModelError(f"The weights {path} are missing. {AGAIN}.")
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # the same sums in the same order on every machine
    options.enable_mem_pattern = False  # sentences differ in length, so that no plan of memory is used again
    options.log_severity_level = 3
    try:
        session = ort.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
        meta = {key: json.loads(value) for key, value in session.get_modelmeta().custom_metadata_map.items()}
    except Exception as error:  # onnxruntime raises many kinds for a broken file
        raise ModelError(f"The weights {path} are damaged ({type(error).__name__}). {AGAIN}.") from error
    if SEEN not in {each.name for each in (*session.get_inputs(), *session.get_outputs())}:
        raise ModelError(f"The weights {path} were made by another version of kg. {AGAIN}.")
    return Weights(session, meta)
