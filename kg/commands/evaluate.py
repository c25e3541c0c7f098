"""kg evaluate: kg measured against annotated texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, CONFIG, FINE, FOLDER, settings_of
from kg.commands.output import print_json, print_lines, progress_unless
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.config import Config
    from kg.datasets import Labelled
    from kg.evaluate import Evaluation, Gold
    from kg.graph import KnowledgeGraph
    from kg.nlp import Annotator
    from kg.relations import Extractor


@click.group()
def evaluate() -> None:
    """Measure kg against annotated texts."""


_GOLD = click.argument("file", metavar="FILE", type=FOLDER)
_FORM = click.option("--form", metavar="NAME", help="By whose words FILE is annotated; told from the file if left out.")
_ERRORS = click.option("--errors", is_flag=True, help="List what is wrong and what was missed.")
_PREDICTIONS = click.option(
    "--predictions", metavar="FILE", type=FOLDER, help="Write what kg found, one JSON object a line."
)


@evaluate.command("entities")
@_GOLD
@_FORM
@CONFIG
@_ERRORS
@_PREDICTIONS
@AS_JSON
def evaluate_entities(file: Path, form: str | None, config_file: Path | None, **shown: Any) -> int:
    """Score names with their kinds.

    FILE holds texts with marked spans, one a line, in the words of FIRE, FiNER-ORD or the DFKI
    Product Corpus or, as tokens, in the kinds of the ontology. A name is right when its extent and
    its kind are. Names are found by the guide of the data set where the model has learned it.
    """
    from kg import evaluate as room

    config = settings_of(config_file, None, ())
    gold = _labelled(file, form, "entities", config)
    annotator, _ = stages_of(config)
    with progress_unless(shown) as progress:
        found, rows = room.evaluate_entities(gold, annotator.annotate, progress, model=annotator.names)
    return _print_evaluation(found, rows, ("entities", file, gold.scheme.name), shown)


@evaluate.command("relations")
@_GOLD
@click.option("--directed", is_flag=True, help="Count a relation as right only with its direction.")
@_FORM
@CONFIG
@_ERRORS
@_PREDICTIONS
@AS_JSON
def evaluate_relations(file: Path, directed: bool, form: str | None, config_file: Path | None, **shown: Any) -> int:
    """Score the relation model on pairs of names that are given.

    FILE holds texts with marked spans and their relations, one a line, in the words of CORE,
    KnowledgeNet or FIRE or, as tokens, in the relations of the ontology.
    """
    from kg import evaluate as room
    from kg.models import RelationModel
    from kg.ontology import Ontology
    from kg.pipeline import weights_of

    config = settings_of(config_file, None, ())
    gold = _labelled(file, form, "relations", config)
    with progress_unless(shown) as progress:
        model, ontology = RelationModel.load(weights_of(config.relation_model)), Ontology.load(*config.ontology)
        found, rows = room.evaluate_relations(gold, model, ontology, directed=directed, progress=progress)
    return _print_evaluation(found, rows, ("relations", file, gold.scheme.name), shown)


@evaluate.command("facts")
@_GOLD
@click.option("--texts", metavar="DIR", type=FOLDER, help="Folder of the annotated texts, for gold of the guide.")
@click.option("--documents", metavar="ID,ID...", default="", help="Read and score these documents of the guide alone.")
@_FORM
@CONFIG
@_ERRORS
@_PREDICTIONS
@AS_JSON
def evaluate_facts(
    file: Path, texts: Path | None, documents: str, form: str | None, config_file: Path | None, **shown: Any
) -> int:
    """Score what kg reads in texts, names included.

    FILE is gold of the annotation guide, one document a line, beside a folder of its texts: kg
    reads them together and is scored document by document, on facts and observations. Or FILE is
    of KnowledgeNet or of the DFKI Product Corpus, with the texts in the lines, or it is sentences of your
    own with marked names and the facts below each (.txt, as kg init writes; a sentence is a document). The
    interval of F1 comes from drawing documents again and again.
    """
    from kg import evaluate as room
    from kg.datasets import GUIDE, MARKED

    config = settings_of(config_file, None, ())
    name = form or _form_of_facts(file, texts)
    if name == GUIDE:
        if texts is None:
            raise click.UsageError("Gold of the guide needs the folder of its texts: --texts DIR.")
        gold, graph = _annotated(file, texts, documents, config, shown)
        found, rows = room.evaluate_graph(graph, gold), room.graph_predictions(graph)
        return _print_evaluation(found, rows, ("facts", file, GUIDE), shown)
    if documents or texts is not None:
        raise click.UsageError("--texts and --documents are for gold of the guide.")
    if name == MARKED:
        gold, graph = _marked(file, config, shown)
        found, rows = room.evaluate_graph(graph, gold), room.graph_predictions(graph)
        return _print_evaluation(found, rows, ("facts", file, MARKED), shown)
    labelled = _labelled(file, name, "facts", config)
    read = room.reader_of(*stages_of(config), labelled.scheme.name)
    with progress_unless(shown) as progress:
        found, given = room.evaluate_readings(labelled, read, progress)
    return _print_evaluation(found, given, ("facts", file, name), shown)


@evaluate.command("amounts")
@_GOLD
@click.option("--texts", metavar="FILE", type=FOLDER, help="The paragraphs of TAT-QA, for gold that gives places.")
@click.option("--split", metavar="NAME", default="", help="Score the lines of this split alone.")
@_ERRORS
@_PREDICTIONS
@AS_JSON
def evaluate_amounts(file: Path, texts: Path | None, split: str, **shown: Any) -> int:
    """Score the values of amounts: number, currency and bound.

    FILE is a list of clauses with what they amount to (.tsv), or JSON lines with places in paragraphs of
    TAT-QA, which --texts gives. All amounts of a text are scored: what is found beside the gold is wrong.
    """
    from kg import evaluate as room

    found, rows = room.evaluate_amounts(room.read_amounts(file, texts, split))
    return _print_evaluation(found, rows, ("amounts", file, "list" if file.suffix == ".tsv" else "tatqa"), shown)


@evaluate.command("coreference")
@_GOLD
@click.option("--documents", metavar="ID,ID...", default="", help="Read and score these documents alone.")
@CONFIG
@_ERRORS
@AS_JSON
def evaluate_coreference(file: Path, documents: str, config_file: Path | None, errors: bool, as_json: bool) -> int:
    """Score pronouns and descriptions ("the company") by the names they are followed to.

    FILE holds chains of mentions: .conllu of GUM (or a folder of such files), .tsv of GAP, or
    .jsonl of the DFKI Product Corpus. Organisations and persons are scored apart. The intervals
    come from drawing documents again and again.
    """
    from kg import evaluate as room
    from kg.datasets import chained
    from kg.terminal import print_table, safe

    annotator, extractor = stages_of(settings_of(config_file, None, ()))
    wanted = {name.strip() for name in documents.split(",") if name.strip()}
    gold = [text for text in chained(file) if not wanted or text.id in wanted]
    if not gold:
        raise InputError(f"{file} holds no such text.")
    with progress_unless({"as_json": as_json}) as progress:
        found = room.evaluate_coreference(gold, annotator.annotate, extractor.lexicon, progress)
    if as_json:
        print_json(found.to_json(errors=errors))
        return FINE
    print_table(*found.table())
    print_lines(map(safe, ["", *room.error_lines(found)] if errors else []))
    return FINE


@evaluate.command("clusters")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FOLDER)
@click.option(
    "--half",
    type=click.Choice(["learned", "measured"]),
    help="Score half of the companies: those that the shipped weights were learned from, or the others.",
)
@_ERRORS
@AS_JSON
def evaluate_clusters(files: Sequence[Path], half: str | None, errors: bool, as_json: bool) -> int:
    """Score names that are put together as one company.

    FILE lists names that mean one company, one company a line: {"key": ..., "names": [...]}, or in the
    form of the company_er sets. The names of a file are clustered all together, without texts. Pronouns
    and descriptions are left out.
    """
    from kg import evaluate as room
    from kg.datasets import halves, read_name_clusters
    from kg.terminal import print_table, safe

    found = []
    for file in files:
        clusters = read_name_clusters(file)
        parts = {"learned": halves(clusters)[0], "measured": halves(clusters)[1]}
        found.append(room.evaluate_clusters(file.stem, parts[half] if half else clusters))
    overall = room.mean_clustering(found)
    if as_json:
        sets = [each.to_json(errors=errors) for each in found]
        print_json({"task": "clusters", "half": half or "all", "sets": sets, "mean": overall.to_json()})
        return FINE
    print_table(room.CLUSTER_COLUMNS, [each.row() for each in ([*found, overall] if len(found) > 1 else found)])
    for each in found if errors else ():
        print_lines(safe(f"{each.data}: wrongly one: {a} | {b}") for a, b in each.wrong)
        print_lines(safe(f"{each.data}: missed: {a} | {b}") for a, b in each.missed)
    return FINE


def _labelled(file: Path, form: str | None, task: str, config: Config) -> Labelled:
    """The examples of a gold file for a task."""
    from kg.datasets import read_labelled, scheme_of
    from kg.evaluate import TASKS
    from kg.ontology import Ontology

    name = form or scheme_of(file)
    known = ", ".join(TASKS[task])
    if form and form not in {each for names in TASKS.values() for each in names}:
        raise click.UsageError(f"The form {form!r} is not known; kg evaluate {task} reads {known}.")
    if name not in TASKS[task]:
        raise InputError(f"{file} is of the form {name!r}, and kg evaluate {task} reads {known}.")
    return read_labelled(file, name, Ontology.load(*config.ontology))


def stages_of(config: Config) -> tuple[Annotator, Extractor]:
    """What reads a document, as the pipeline sets it up."""
    from kg.lexicon import Lexicon
    from kg.ontology import Ontology
    from kg.pipeline import stages

    return stages(config, Lexicon.of(Ontology.load(*config.ontology)))


def _annotated(
    file: Path, texts: Path, documents: str, config: Config, shown: dict[str, Any]
) -> tuple[Gold, KnowledgeGraph]:
    """Gold, all of it or the documents of these ids, and the graph that kg makes of its texts."""
    from kg import evaluate as room
    from kg import pipeline
    from kg.ontology import Ontology

    ontology = Ontology.load(*config.ontology)
    gold = room.read_gold(file, ontology, only=[name.strip() for name in documents.split(",") if name.strip()])
    read = room.read_texts(gold, texts, max_characters=config.max_characters)
    with progress_unless(shown) as progress:
        return gold, pipeline.build(read, config=config, ontology=ontology, progress=progress)


def _form_of_facts(file: Path, texts: Path | None) -> str:
    """The form of a file: only gold of the guide has its texts in a folder, and marked sentences are no JSON."""
    from kg.datasets import GUIDE, MARKED, scheme_of

    if texts is not None:
        return GUIDE
    return MARKED if file.suffix == ".txt" else scheme_of(file)


def _marked(file: Path, config: Config, shown: dict[str, Any]) -> tuple[Gold, KnowledgeGraph]:
    """The gold of marked sentences, and the graph that kg makes of them."""
    from kg import evaluate as room
    from kg import pipeline
    from kg.ontology import Ontology

    ontology = Ontology.load(*config.ontology)
    gold, texts = room.read_marked_gold(file, ontology)
    with progress_unless(shown) as progress:
        graph = pipeline.build(texts, config=config, ontology=ontology, progress=progress)
    return gold, room.facts_alone(graph)


def _print_evaluation(
    found: Evaluation, rows: Iterable[dict[str, Any]], of: tuple[str, Path, str], shown: dict[str, Any]
) -> int:
    """Write predictions and print scores as asked for; `of` are the task, the file and its form."""
    from kg import evaluate as room
    from kg.terminal import print_table, safe

    task, file, form = of
    if shown["predictions"] is not None:
        room.write_predictions(rows, shown["predictions"])
    if shown["as_json"]:
        print_json(room.to_json(found, task=task, data=file, form=form, errors=shown["errors"]))
        return FINE
    print_table(*room.table(found, task))
    if counted := room.false_assertions(found):
        print_lines([""])
        print_table(*room.found_table(found))
        print_lines([f"false assertions: {counted[0]} in {counted[1]} asserted"])
    confusions, errors = list(room.confusion_lines(found)), list(room.error_lines(found))
    print_lines(map(safe, ["", *confusions] if confusions else []))
    print_lines(map(safe, ["", *errors] if shown["errors"] else []))
    return FINE
