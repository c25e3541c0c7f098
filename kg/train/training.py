"""Train a model by a recipe, write it for the runtime, and say what it is made of and how well it does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import nn

from kg.errors import InputError
from kg.ontology import Ontology
from kg.train.card import card
from kg.train.cutting import part
from kg.train.export import describe, shrink, write_graph
from kg.train.loop import Progress, device, fit
from kg.train.measuring import Bin, bins, calibration_error, fit_slope, reliability_plot
from kg.train.name_task import NameTask
from kg.train.recipe import DataSet, Recipe
from kg.train.relation_task import RelationTask
from kg.train.start import base_folder, take, vocabulary

Task = NameTask | RelationTask
Rows = list[Any]  # of the task's own type, each with `set`, `id` and `text`
CHECKPOINT = "checkpoint.pt"


def task_of(recipe: Recipe) -> Task:
    """What a recipe trains."""
    of: type[NameTask] | type[RelationTask] = NameTask if recipe.model == "names" else RelationTask
    return of(recipe, Ontology.load(*recipe.ontology), vocabulary(recipe.base))


def run(
    recipe: Recipe,
    folder: Path,
    out: Path,
    *,
    resume: bool = False,
    weights: Path | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Train, or take trained `weights`, and write graph, vocabulary, report, plot, card and checkpoints to a folder.

    Raises:
        InputError: data, base encoder or checkpoint cannot be used.
        ConfigError: the recipe does not fit the data.
    """
    task = task_of(recipe)
    rows = read_sets(task, folder)
    trained, held_out = _apart(recipe, rows)
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / CHECKPOINT
    if not resume:
        checkpoint.unlink(missing_ok=True)
    if weights is None:
        model = trained_model(task, trained, checkpoint=checkpoint, progress=progress)
    else:
        model = task.model(0.0)
        take(model, weights, task.outputs)
    torch.save({"model": model.state_dict(), "outputs": list(task.outputs)}, out / f"{recipe.model}.pt")
    report = _write(task, model, held_out, out)
    report["data"] = [_about(data, rows[data.name], held_out) for data in recipe.sets]
    _tell(recipe, report, out)
    return report


def read_sets(task: Task, folder: Path) -> dict[str, Rows]:
    """The labelled texts of each set of a recipe."""
    found: dict[str, Rows] = {}
    for data in task.recipe.sets:
        found.setdefault(data.name, []).extend(task.examples(data, folder))
    if not any(found.values()):
        raise InputError("The sets of the recipe hold nothing to learn from.")
    return found


def trained_model(
    task: Task, rows: Rows, *, checkpoint: Path | None = None, progress: Progress | None = None
) -> nn.Module:
    """A model trained on these texts, from the base encoder or from where the recipe starts."""
    schedule = task.recipe.schedule
    torch.manual_seed(schedule.seed)
    model: Any = task.model(schedule.dropout)
    if task.recipe.start is None:
        model.encoder.read(base_folder(task.recipe.base) / "model.safetensors")
    else:
        take(model, task.recipe.start, task.outputs)
    model.to(device())
    examples: Sequence[Any] = task.prepared(rows)
    length: Callable[[Any], int] = task.length
    fit(model, examples, length, task.loss, schedule, checkpoint=checkpoint, progress=progress)
    trained: nn.Module = model.cpu()
    return trained


def _apart(recipe: Recipe, rows: dict[str, Rows]) -> tuple[Rows, Rows]:
    """Texts to train on, and those held out; a text that is held out in one set is trained on in none."""
    parts = {data.name: data.hold_out for data in recipe.sets if data.hold_out}
    held_out = [row for name, of in parts.items() for row in rows[name] if part(row.text, of) == 0]
    texts = {row.text for row in held_out}
    return [row for found in rows.values() for row in found if row.text not in texts], held_out


def write_model(task: Task, model: nn.Module, file: Path, held_out: Rows) -> dict[str, Any]:
    """Write a graph of 8-bit weights, calibrated on held-out texts; gives what was measured on the way."""
    with TemporaryDirectory() as place:
        full, small = Path(place) / "full.onnx", Path(place) / "small.onnx"
        apart = write_graph(model, task.signature(), full)
        shrink(full, small)
        found: dict[str, Any] = {"megabytes": round(small.stat().st_size / 1e6, 1), "graph_differs_by": round(apart, 7)}
        slope = 1.0
        if held_out:
            for graph in (full, small):
                describe(graph, task.meta(1.0))
            tally, before = task.tally(small, held_out), task.tally(full, held_out)
            if task.slope_is_fitted and tally.points:
                slope = fit_slope(tally.points)
            sure = bins(tally.points, slope)
            found["held_out"] = {"texts": len(held_out), **tally.figures(), "statuses": tally.statuses}
            found["f1_in_32_bits"] = before.figures()["f1"]
            found["calibration"] = {
                "slope": slope,
                "error": calibration_error(sure),
                "error_without_slope": calibration_error(bins(tally.points)),
                "bins": [b._asdict() for b in sure],
            }
        describe(small, task.meta(slope))
        shutil.copyfile(small, file)
    return found


def _write(task: Task, model: nn.Module, held_out: Rows, out: Path) -> dict[str, Any]:
    name = task.recipe.model
    found = write_model(task, model, out / f"{name}.onnx", held_out)
    shutil.copyfile(task.vocabulary.path, out / "vocabulary.json")
    return {"model": name, "version": task.recipe.version, "schedule": asdict(task.recipe.schedule), **found}


def _about(data: DataSet, rows: Rows, held_out: Sequence[Any]) -> dict[str, Any]:
    kept_back = sum(row.set == data.name for row in held_out)
    return {"name": data.name, "texts": len(rows), "held_out": kept_back, "one_in": data.every}


def _tell(recipe: Recipe, report: dict[str, Any], out: Path) -> None:
    """Write report, plot and card."""
    name = recipe.model
    (out / f"{name}.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if "calibration" in report:
        found = [Bin(**b) for b in report["calibration"]["bins"]]
        (out / f"{name}.svg").write_text(reliability_plot(found, f"{name}: held-out texts"), encoding="utf-8")
    (out / f"{name}.md").write_text(card(recipe, report), encoding="utf-8")
