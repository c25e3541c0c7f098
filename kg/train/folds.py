"""Cross-validation: each part of a data set is judged by a model that was trained on all else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.datasets import Example, Meaning, Scheme, Span, kinds, meanings, row_of
from kg.errors import ConfigError
from kg.models import Judgement, NameModel, RelationModel
from kg.train.cutting import part
from kg.train.loop import Progress
from kg.train.measuring import Tally, figures_of
from kg.train.name_task import NameTask
from kg.train.recipe import DataSet, Recipe
from kg.train.relation_examples import Labelled
from kg.train.relation_task import RelationTask
from kg.train.relations import Pair
from kg.train.sets import OWN
from kg.train.training import Rows, Task, read_sets, task_of, trained_model, write_model

Line = dict[str, Any]
_TOKENS = "tokens"
DIRECTED = "directed"


def run_folds(
    recipe: Recipe, folder: Path, out: Path, *, folds: int, hold_out: str, progress: Progress | None = None
) -> dict[str, Any]:
    """Train once a fold, and write graphs, predictions.jsonl and figures.json to a folder.

    Raises:
        ConfigError: the recipe has no set of that name, or there are fewer than two folds.
    """
    data = next((data for data in recipe.sets if data.name == hold_out), None)
    if data is None or folds < 2:
        raise ConfigError(
            f"The recipe has no set {hold_out!r}." if data is None else "There must be at least two folds."
        )
    task = task_of(recipe)
    rows = read_sets(task, folder)
    out.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with (out / "predictions.jsonl").open("w", encoding="utf-8") as file:
        for fold in range(folds):
            trained, tested = apart(rows, hold_out, fold, folds)
            model = trained_model(task, trained, progress=progress)
            graph = out / f"fold{fold}.onnx"
            write_model(task, model, graph, [])
            for line in _predictions(task, data, graph, tested, tally):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    figures = tally.figures()
    by_type = figures.pop("by_type")
    found = {"task": _TASKS[recipe.model], "data": hold_out, "overall": figures, "by_type": by_type}
    if DIRECTED in tally.statuses:
        found["directed"] = figures_of(tally.statuses[DIRECTED], figures["system"], figures["gold"])
    (out / "figures.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return found


_TASKS = {"names": "entities", "relations": "relations"}


def apart(rows: Mapping[str, Rows], hold_out: str, fold: int, folds: int) -> tuple[Rows, Rows]:
    """Texts to train on and to test on; a text of the fold is trained on in no set."""
    tested = [row for row in rows[hold_out] if part(row.text, folds) == fold]
    texts = {row.text for row in tested}
    return [row for found in rows.values() for row in found if row.text not in texts], tested


def _predictions(task: Task, data: DataSet, graph: Path, rows: Rows, tally: Tally) -> Iterator[Line]:
    if isinstance(task, NameTask):
        return _names(task, data, graph, rows, tally)
    return _relations(task, data, graph, rows, tally)


def _names(task: NameTask, data: DataSet, graph: Path, rows: Sequence[Example], tally: Tally) -> Iterator[Line]:
    """The examples with the names of the model, in the form of the data and its own types."""
    table = {} if data.form in OWN else kinds(data.name)
    types = {
        found[0]: type_ for type_, found in reversed(table.items()) if type_ != "outside" and found != "?" and found
    }
    model = replace(NameModel.load(graph), vocabulary=task.vocabulary)
    for row, said in zip(rows, model.names([row.text for row in rows], data.scheme), strict=True):
        task.count(tally, row, said)
        spans = tuple(Span(name.start, name.end, types.get(name.kind, name.kind)) for name in said)
        form = data.form if data.form == "dfki_product" else _TOKENS
        yield row_of(replace(row, spans=spans, links=()), form)


def _relations(
    task: RelationTask, data: DataSet, graph: Path, rows: Sequence[Labelled], tally: Tally
) -> Iterator[Line]:
    """A line for each pair of marks: the type that is right, the one that the model says, its chance and direction."""
    own = {name: Meaning((name,)) for name in task.labels.relations}
    table = own if data.form in OWN else meanings(data.name)
    none = "" if data.form in OWN else Scheme.of(data.name, task.ontology).none
    model = replace(RelationModel.load(graph), vocabulary=task.vocabulary)
    asked = [[place for p in row.pairs for place in ((p.first, p.second), (p.second, p.first))] for row in rows]
    for row, judged in zip(rows, model.judge([(r.text, r.marks) for r in rows], asked, data.scheme), strict=True):
        said = {(j.subject, j.object): j for j in judged}
        for pair in row.pairs:
            gold = list(_gold(task, pair, table))
            line = {"id": row.id, "gold": gold[0][0] if gold else none} | _best(pair, said, table, none)
            _count(tally, [one for one in gold if one[0] == line["predicted"]] or gold, line, none)
            yield line


def _gold(task: RelationTask, pair: Pair, table: Mapping[str, Meaning]) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """The types of a pair, each with the ways in which it may be read, from head to tail."""
    names = task.labels.names
    for group in pair.right:
        labels = {names[n % len(names)] for n in group}
        for type_, meaning in table.items():
            if labels <= set(meaning.labels):
                backs = {bool(n >= len(names)) != meaning.inverse for n in group}
                yield type_, {(pair.second, pair.first) if back else (pair.first, pair.second) for back in backs}
                break


def _best(
    pair: Pair, said: Mapping[tuple[int, int], Judgement], table: Mapping[str, Meaning], none: str
) -> dict[str, Any]:
    """The type of the most odds, all its labels and both directions taken together; none where they are below even."""
    odds: dict[str, dict[tuple[int, int], float]] = {}
    for head, tail in ((pair.first, pair.second), (pair.second, pair.first)):
        for type_, meaning in table.items():
            labels = said[(tail, head) if meaning.inverse else (head, tail)].labels
            chances = (labels[name] for name in meaning.labels if name in labels)
            odds.setdefault(type_, {})[head, tail] = sum(chance / max(1 - chance, 1e-9) for chance in chances)
    best = max(odds, key=lambda type_: sum(odds[type_].values()))
    total = sum(odds[best].values())
    head, tail = max(odds[best], key=lambda place: odds[best][place])
    if total <= 1:
        return {"predicted": none, "score": round(1 / (1 + total), 4)}
    return {"predicted": best, "score": round(total / (1 + total), 4), "head": head, "tail": tail}


def _count(tally: Tally, gold: Sequence[tuple[str, set[tuple[int, int]]]], line: Line, none: str) -> None:
    """Count a pair by its type and, apart, whether the direction is right as well."""
    if gold:
        tally.count(tally.gold, gold[0][0])
    if line["predicted"] != none:
        tally.count(tally.said, line["predicted"])
        if gold and gold[0][0] == line["predicted"]:
            tally.count(tally.right, line["predicted"])
            if (line["head"], line["tail"]) in gold[0][1]:
                tally.count(tally.statuses, DIRECTED)
