"""How the shipped models are made, and made again on data of one's own. Needs the extra `train`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import ConfigError
from kg.train.recipe import DataSet, Recipe, Schedule, read_recipe

__all__ = ["DataSet", "Recipe", "Schedule", "cross_validate", "figure_lines", "read_recipe", "train"]

_NEEDED = ("torch", "safetensors", "onnx")


def train(
    recipe: Recipe,
    data: Path,
    out: Path,
    *,
    resume: bool = False,
    weights: Path | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> dict[str, Any]:
    """Train the models on the sets of a recipe, whose files lie in `data`, and write them to `out` with their cards.

    With `resume`, training goes on from the checkpoint in `out`; with the `weights` of a checkpoint, nothing is
    trained, only written and measured. The result holds, by task, the reports that are written beside the weights.

    Raises:
        ConfigError: the packages of the extra are missing, or the recipe does not fit the data.
        InputError: data, base encoder or checkpoint cannot be used.
    """
    _refuse_missing()
    from kg.train.training import run

    return run(recipe, data, out, resume=resume, weights=weights, progress=progress)


def cross_validate(
    recipe: Recipe,
    data: Path,
    out: Path,
    *,
    folds: int,
    hold_out: str,
    resume: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
) -> dict[str, Any]:
    """Train once for each fold of the set `hold_out` on all else, and write what each model says of its fold.

    With `resume`, models of folds that `out` holds already are kept, and the next goes on from its checkpoint.
    The result is as that of `kg evaluate`.

    Raises:
        ConfigError: the packages of the extra are missing, or the recipe has no such set.
        InputError: data or base encoder cannot be used.
    """
    _refuse_missing()
    from kg.train.folds import run_folds

    return run_folds(recipe, data, out, folds=folds, hold_out=hold_out, resume=resume, progress=progress)


def figure_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The figures of reports or of a cross-validation, a type a line."""
    if "overall" in found:
        directed = {"directed": found["directed"]} if "directed" in found else {}
        yield from _table({"all": found["overall"], **directed, **found["by_type"]})
        return
    for task, report in found.items():
        yield f"{task}: {report['megabytes']} MB"
        if "held_out" in report:
            yield from _table({"all": report["held_out"], **report["held_out"]["by_type"]})
        else:
            yield "No text was held out, so nothing was measured."


def _table(figures: Mapping[str, Any]) -> Iterator[str]:
    width = max(map(len, figures))
    yield f"{'':{width}}  precision  recall     F1   gold"
    for name, of in figures.items():
        yield f"{name:{width}}  {of['precision']:9.3f}  {of['recall']:6.3f}  {of['f1']:.3f}  {of['gold']:5}"


def _refuse_missing() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise ConfigError(f"Training needs {' and '.join(missing)}; install with: pip install 'kg-business[train]'.")
