"""Cross-validation: each part of a data set is read by a model that was trained on all else.

The models together are scored as `kg evaluate` scores one. Parts are taken by the hash of the text, so that no sentence
is trained on and tested, in whichever sets it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.datasets import OWN, Example, Labelled, Link, Row, Scheme, Span
from kg.errors import ConfigError
from kg.evaluate import Evaluation, evaluate_entities, evaluate_relations, to_json
from kg.lexicon import Lexicon
from kg.model import Document
from kg.models import VOCABULARY, Judgement, Mark, Name, NameModel, RelationModel
from kg.nlp import Annotated, Annotator
from kg.train.cutting import part
from kg.train.loop import Progress
from kg.train.name_task import NameTask
from kg.train.recipe import DataSet, Recipe
from kg.train.relation_examples import Labelled as LabelledRow
from kg.train.relation_task import RelationTask
from kg.train.relations import STATUSES, UNKNOWN
from kg.train.sets import OWN as OWN_FORMS
from kg.train.training import CHECKPOINT, Lesson, Task, lessons_of, trained_model, without, write_models

_KNOWN_FORMS = ("knowledgenet", "dfki_product")  # those of kg evaluate; all else is written as tokens


def run_folds(
    recipe: Recipe,
    folder: Path,
    out: Path,
    *,
    folds: int,
    hold_out: str,
    resume: bool = False,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Train once a fold, and write the graphs, predictions.jsonl and figures.json to a folder.

    A set that teaches relations is scored on them, another one on names.

    Raises:
        ConfigError: the recipe has no set of that name.
    """
    lessons = lessons_of(recipe, folder)
    lesson = next((found for found in reversed(lessons) if hold_out in found.rows), None)
    if lesson is None:
        raise ConfigError(f"The recipe has no set {hold_out!r}.")
    task, rows = lesson.task, lesson.rows[hold_out]
    out.mkdir(parents=True, exist_ok=True)
    places = [out / f"fold{fold}" for fold in range(folds)]
    for fold, place in enumerate(places):
        if not (resume and (place / VOCABULARY).exists()):
            tested = {row.text for row in rows if part(row.text, folds) == fold}
            _train(recipe, without(lessons, tested), place, resume, progress)
    data = next(data for data in task.recipe.sets if data.name == hold_out)
    graphs = [place / f"{task.name}.onnx" for place in places]
    if isinstance(task, NameTask):
        examples = [replace(e, spans=tuple(s for s in e.spans if s.is_name)) for e in rows]
        figures, lines = _names(task, _gold(data, task, examples), graphs)
    else:
        figures, lines = _relations(task, _gold(data, task, [_example(row, task) for row in rows]), graphs)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (out / "predictions.jsonl").write_text(text, encoding="utf-8")
    (out / "figures.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return figures


def _train(recipe: Recipe, lessons: Sequence[Lesson], place: Path, resume: bool, progress: Progress | None) -> None:
    """Train and write the models of a fold."""
    place.mkdir(exist_ok=True)
    checkpoint = place / CHECKPOINT
    if not resume:
        checkpoint.unlink(missing_ok=True)
    model = trained_model(recipe, lessons, checkpoint=checkpoint, progress=progress)
    write_models(lessons, [], model, place)
    checkpoint.unlink()


def _gold(data: DataSet, task: Task, examples: Iterable[Example]) -> Labelled:
    """A set as kg evaluate reads it."""
    is_own = data.form in OWN_FORMS
    form = data.form if data.form in _KNOWN_FORMS else "tokens"
    found = (replace(e, set=OWN) if is_own else e for e in examples)
    scheme = Scheme.of(OWN if is_own else data.name, task.ontology)
    return Labelled(Path(data.name), form, scheme, tuple(replace(e, document=e.document or e.id) for e in found))


def _example(row: LabelledRow, task: RelationTask) -> Example:
    """The example that a row was made from; of one's own passages, one in the words of the ontology."""
    if row.example is not None:
        return row.example
    names, kinds = task.labels.names, task.labels.kinds
    links = []
    for pair in row.pairs:
        status = "" if pair.status == UNKNOWN else str(STATUSES[pair.status])
        for number in (group[0] for group in pair.right):
            ends = (pair.first, pair.second) if number < len(names) else (pair.second, pair.first)
            links.append(Link(*ends, names[number % len(names)], status))
    spans = tuple(Span(m.start, m.end, kinds[m.kind], m.is_name) for m in row.marks)
    return Example(row.id, OWN, row.text, spans, tuple(links))


def _names(task: NameTask, gold: Labelled, graphs: Sequence[Path]) -> tuple[dict[str, Any], list[Row]]:
    models = tuple(NameModel.load(graph) for graph in graphs)
    annotators = [Annotator(Lexicon.of(task.ontology), names=model) for model in models]

    def annotate(documents: Iterable[Document]) -> Iterator[Annotated]:
        for document in documents:
            yield from annotators[part(document.text, len(graphs))].annotate([document])

    found, lines = evaluate_entities(gold, annotate, model=_NamesTogether(models[0].text, models))
    return _figures(found, "entities", gold), lines


def _relations(task: RelationTask, gold: Labelled, graphs: Sequence[Path]) -> tuple[dict[str, Any], list[Row]]:
    models = tuple(RelationModel.load(graph) for graph in graphs)
    texts = {example.text: part(example.text, len(graphs)) for example in gold.examples}
    together = _Together(models[0].text, models[0].weights, models, texts)
    found, lines = evaluate_relations(gold, together, task.ontology)
    directed, _ = evaluate_relations(gold, together, task.ontology, directed=True)
    figures = _figures(found, "relations", gold)
    figures["directed"] = _figures(directed, "relations", gold)["overall"]
    return figures, lines


def _figures(found: Evaluation, task: str, gold: Labelled) -> dict[str, Any]:
    return to_json(found, task=task, data=gold.path, form=gold.form) | {"data": gold.path.name}


@dataclass(frozen=True)
class _NamesTogether(NameModel):
    """The models of all folds as one: each text is read by the one that never saw it."""

    models: tuple[NameModel, ...]

    def names(self, texts: Sequence[str], scheme: str = "guide") -> list[list[Name]]:
        """The names of each text."""
        return [self.models[part(text, len(self.models))].names([text], scheme)[0] for text in texts]


@dataclass(frozen=True)
class _Together(RelationModel):
    """The models of all folds as one: each text, or part of a text, is judged by the one that never saw it."""

    models: tuple[RelationModel, ...]
    fold_of: Mapping[str, int]

    def judge(
        self,
        texts: Sequence[tuple[str, Sequence[Mark]]],
        pairs: Sequence[Sequence[tuple[int, int]]],
        scheme: str = "guide",
    ) -> list[list[Judgement]]:
        """For each text with its marks, a judgement of each of its ordered pairs."""
        folds = [self._fold(text) for text, _ in texts]
        found: list[list[Judgement]] = [[] for _ in texts]
        for fold, model in enumerate(self.models):
            mine = [n for n, other in enumerate(folds) if other == fold]
            judged = model.judge([texts[n] for n in mine], [pairs[n] for n in mine], scheme)
            for n, judgements in zip(mine, judged, strict=True):
                found[n] = judgements
        return found

    def _fold(self, text: str) -> int:
        if text in self.fold_of:
            return self.fold_of[text]
        return next(fold for whole, fold in self.fold_of.items() if text in whole)
