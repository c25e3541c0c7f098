"""Train the models by a recipe, write them for the runtime, and say what they are made of and how well they do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch

from kg.errors import ConfigError, InputError
from kg.models import VOCABULARY
from kg.ontology import Ontology
from kg.train.card import card
from kg.train.cutting import part
from kg.train.distilling import Read, Teacher, texts_of_names, texts_of_relations
from kg.train.encoder import Reader
from kg.train.export import describe, shrink, smooth, write_graph
from kg.train.loop import Course, Progress, device, fit, read_weights
from kg.train.measuring import Bin, bins, calibration_error, fit_slope, reliability_plot
from kg.train.name_task import NameTask
from kg.train.recipe import NAMES, Recipe
from kg.train.relation_task import RelationTask
from kg.train.relations import STATUSES
from kg.train.shapes import settle
from kg.train.start import base_folder, layers_in, take, vocabulary

Task = NameTask | RelationTask
Rows = list[Any]  # of the task's own type, each with `set`, `id` and `text`
CHECKPOINT = "checkpoint.pt"
TRAINED = "reader.pt"
FED = 60  # texts that show how large the states of a model are


@dataclass(frozen=True)
class Lesson:
    """A task with the labelled texts of each set that teaches it."""

    task: Task
    rows: dict[str, Rows]

    @property
    def all_rows(self) -> Rows:
        """The texts of all sets."""
        return [row for rows in self.rows.values() for row in rows]


def lessons_of(recipe: Recipe, folder: Path) -> list[Lesson]:
    """What a recipe teaches, both tasks if its sets do.

    Raises:
        InputError: a file is missing or wrong, or holds nothing to learn from.
        ConfigError: the recipe does not fit the data.
    """
    found = []
    for task in tasks_of(recipe):
        rows: dict[str, Rows] = {}
        for data in task.recipe.sets:
            rows.setdefault(data.name, []).extend(task.examples(data, folder))
        found.append(Lesson(task, rows))
    if not any(row for lesson in found for row in lesson.rows.values()):
        raise InputError("The sets of the recipe hold nothing to learn from.")
    return found


def tasks_of(recipe: Recipe) -> list[Task]:
    """The tasks of a recipe, whether its sets teach them or not: what is written has the outputs of both."""
    ontology, pieces = Ontology.load(*recipe.ontology), vocabulary(recipe.base)
    of: tuple[type[NameTask], type[RelationTask]] = (NameTask, RelationTask)
    return [task(recipe.teaching(task.name), ontology, pieces) for task in of]


def run(
    recipe: Recipe,
    folder: Path,
    out: Path,
    *,
    resume: bool = False,
    weights: Path | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Train, or take trained `weights`, and write graphs, vocabulary, reports, cards and checkpoints to a folder.

    Raises:
        InputError: data, base encoder or checkpoint cannot be used.
        ConfigError: the recipe does not fit the data.
    """
    lessons = lessons_of(recipe, folder)
    trained, held_out = _apart(lessons)
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / CHECKPOINT
    if not resume:
        checkpoint.unlink(missing_ok=True)
    if weights is None:
        model = trained_model(recipe, trained, checkpoint=checkpoint, progress=progress)
    else:
        model = _new(trained, 0.0, layers_in(weights))
        take(model, weights, _outputs(trained))
    data = {lesson.task.name: _told(recipe, lesson, kept) for lesson, kept in zip(lessons, held_out, strict=True)}
    torch.save({"model": model.state_dict(), "outputs": _outputs(trained), "data": data}, out / TRAINED)
    reports = write_models(trained, held_out, model, out)
    for lesson in lessons:
        if report := reports.get(lesson.task.name):
            mine = data[lesson.task.name]
            beside = [
                about for sets in data.values() for about in sets if about["name"] not in {m["name"] for m in mine}
            ]
            report |= {"version": recipe.version, "schedule": asdict(recipe.schedule)}
            report |= {"data": mine, "encoder_data": beside}
            _tell(lesson.task.recipe, report, out)
    return reports


def trained_model(
    recipe: Recipe, lessons: Sequence[Lesson], *, checkpoint: Path | None = None, progress: Progress | None = None
) -> Reader:
    """A model trained on these texts, from the base encoder or from where the recipe starts.

    Raises:
        ConfigError: the recipe wants layers that its start does not have.
        InputError: the base encoder or the start cannot be used.
    """
    schedule = recipe.schedule
    torch.manual_seed(schedule.seed)
    whole = layers_in(recipe.start) if recipe.start else None
    if recipe.layers and (whole is None or recipe.layers[-1] >= whole):
        raise ConfigError("A recipe with layers needs a start that has them, a checkpoint or names.onnx.")
    model = _new(lessons, schedule.dropout, len(recipe.layers) or whole)
    if recipe.start is None:
        model.encoder.start_from(base_folder(recipe.base) / "model.safetensors")
    else:
        take(model, recipe.start, _outputs(lessons), recipe.layers)
    model.to(device())
    courses = _taught(recipe, lessons, whole) if recipe.layers else [_course(lesson) for lesson in lessons]
    fit(model, [c for c in courses if c.examples], schedule, checkpoint=checkpoint, progress=progress)
    return model.cpu()


def _new(lessons: Sequence[Lesson], dropout: float, layers: int | None) -> Reader:
    """A model with random weights, as large as the base encoder if nothing else is said."""
    tags, labels = (len(names) for names in _outputs(lessons).values())
    return Reader(tags, labels - 1, len(STATUSES), dropout, layers)


def _outputs(lessons: Sequence[Lesson]) -> dict[str, list[str]]:
    return {lesson.task.name: list(lesson.task.outputs) for lesson in lessons}


def _course(lesson: Lesson) -> Course[Any]:
    task: Any = lesson.task
    return Course(task.prepared(lesson.all_rows) if lesson.rows else [], task.length, task.loss)


def _taught(recipe: Recipe, lessons: Sequence[Lesson], layers: int | None) -> list[Course[Read]]:
    """What a model of fewer layers learns from the one that the recipe starts from, which has so many."""
    model = _new(lessons, 0.0, layers)
    if recipe.start is not None:
        take(model, recipe.start, _outputs(lessons))
    teacher = Teacher(model.to(device()).eval(), recipe.layers)
    texts: list[list[Read]] = []
    for lesson in lessons:
        task, rows = lesson.task, lesson.all_rows
        if isinstance(task, NameTask):
            texts.append(texts_of_names(task, rows, recipe.copies))
        else:
            texts.append(texts_of_relations(task, rows, recipe.copies))
    return [Course(reads, Read.length, teacher.loss) for reads in texts]


def _apart(lessons: Sequence[Lesson]) -> tuple[list[Lesson], list[Lesson]]:
    """Texts to train on, and those held out; a text that is held out in one set is trained on in none."""
    held_out = [
        Lesson(
            lesson.task,
            {
                data.name: [r for r in lesson.rows[data.name] if data.hold_out and part(r.text, data.hold_out) == 0]
                for data in lesson.task.recipe.sets
            },
        )
        for lesson in lessons
    ]
    texts = {row.text for lesson in held_out for row in lesson.all_rows}
    return without(lessons, texts), held_out


def without(lessons: Sequence[Lesson], texts: Collection[str]) -> list[Lesson]:
    """Lessons that leave out some texts."""
    return [
        Lesson(lesson.task, {name: [r for r in rows if r.text not in texts] for name, rows in lesson.rows.items()})
        for lesson in lessons
    ]


def write_models(
    trained: Sequence[Lesson], held_out: Sequence[Lesson], model: Reader, out: Path
) -> dict[str, dict[str, Any]]:
    """Write graphs of 8-bit weights, and their vocabulary, calibrated on the held-out texts of each lesson.

    Gives what was measured on the way, by task. Without sets that teach relations, only that of names is written.
    """
    model.eval()
    trained = [lesson for lesson in trained if lesson.task.name == NAMES or lesson.rows]
    with TemporaryDirectory() as place:
        full, small = Path(place) / "full", Path(place) / "small"
        reports = {lesson.task.name: _graphs(lesson, model, full, small) for lesson in trained}
        for lesson in held_out:
            if rows := lesson.all_rows:
                reports[lesson.task.name] |= _measured(lesson.task, full, small, rows)
        for file in small.iterdir():
            shutil.copyfile(file, out / file.name)
    return reports


def _graphs(lesson: Lesson, model: Reader, full: Path, small: Path) -> dict[str, Any]:
    """Write the graph of a task with weights of 32 and of 8 bits."""
    task: Any = lesson.task
    files = []
    for folder in (full, small):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(task.vocabulary.path, folder / VOCABULARY)
        files.append(folder / f"{task.name}.onnx")
    graph, signature = task.graph(model)
    apart = write_graph(graph, signature, files[0])
    rows = lesson.all_rows
    smooth(files[0], task.feeds(model, rows[:: len(rows) // FED + 1]))
    settle(files[0])
    shrink(*files)
    for file in files:
        describe(file, task.meta(1.0))
    return {
        "model": task.name,
        "megabytes": round(files[1].stat().st_size / 1e6, 1),
        "graph_differs_by": round(apart, 7),
    }


def _measured(task: Task, full: Path, small: Path, held_out: Rows) -> dict[str, Any]:
    """Figures of the graphs on held-out texts; the slope of their confidence is fitted and written."""
    tally, before = task.tally(small, held_out), task.tally(full, held_out)
    slope = fit_slope(tally.points) if task.slope_is_fitted and tally.points else 1.0
    describe(small / f"{task.name}.onnx", task.meta(slope))
    sure = bins(tally.points, slope)
    return {
        "held_out": {"texts": len(held_out), **tally.figures(), "statuses": tally.statuses},
        "f1_in_32_bits": before.figures()["f1"],
        "calibration": {
            "slope": slope,
            "error": calibration_error(sure),
            "error_without_slope": calibration_error(bins(tally.points)),
            "bins": [b._asdict() for b in sure],
        },
    }


def _told(recipe: Recipe, lesson: Lesson, held_out: Lesson) -> list[dict[str, Any]]:
    """What the sets of a lesson are, and those that the weights learned from before."""
    here = [
        {"name": d.name, "texts": len(lesson.rows[d.name]), "held_out": len(held_out.rows[d.name]), "one_in": d.every}
        for d in lesson.task.recipe.sets
    ]
    before = read_weights(recipe.start).get("data", {}).get(lesson.task.name, []) if recipe.start else []
    named = {about["name"] for about in here}
    return here + [about for about in before if about["name"] not in named]


def _tell(recipe: Recipe, report: dict[str, Any], out: Path) -> None:
    """Write report, plot and card."""
    name = report["model"]
    (out / f"{name}.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if "calibration" in report:
        found = [Bin(**b) for b in report["calibration"]["bins"]]
        (out / f"{name}.svg").write_text(reliability_plot(found, f"{name}: held-out texts"), encoding="utf-8")
    (out / f"{name}.md").write_text(card(recipe, report), encoding="utf-8")
