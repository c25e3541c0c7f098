"""The command line: one call a command. Results go to standard output, everything else to standard error."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import __version__
from kg.errors import ConfigError, InputError, KgError, QueryError

if TYPE_CHECKING:
    from kg.config import Config
    from kg.datasets import Labelled
    from kg.evaluate import Evaluation, Gold
    from kg.graph import KnowledgeGraph
    from kg.nlp import Annotator
    from kg.query import Answer
    from kg.relations import Extractor

FINE, SOME_PROBLEMS, WRONG_USAGE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130

_SECTIONS = {
    "Build": ("build",),
    "Read": ("show", "why", "query"),
    "Verify": ("check", "evaluate"),
    "Train": ("train",),
}


class _Sections(click.Group):
    """Help with the commands in groups."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one definition list a group."""
        for title, names in _SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(70)) for name in names])


_FOLDER = click.Path(path_type=Path)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(cls=_Sections, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Knowledge graphs from business text.

    Who buys from, makes, owns, sues and fears what, how much of it, whether it is so, planned or
    denied, and the exact words that say it.

    \b
    kg build seeds -o output        read text, Markdown and HTML into a graph
    kg show output Microsoft        what the graph says of a company
    kg query output --list          questions that it answers

    Then open output/graph.html, or graph.ttl in any RDF tool. Every command explains itself with
    --help and answers programs with --json.

    \b
    Exit codes:
      0  all went well
      1  done, but some documents could not be read, or a check found violations
      2  wrong usage: an unknown option, setting or question
      3  nothing could be read or found, or the output cannot be written
    """


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=_FOLDER)
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=_FOLDER, help="Folder to write into.")
@click.option("--config", "config_file", metavar="FILE", type=_FOLDER, help="Settings in TOML.")
@click.option("--base", metavar="IRI", help="Namespace of the entities and facts in RDF.")
@click.option("--ontology", metavar="TTL", type=_FOLDER, multiple=True, help="More kinds, relations and words.")
@click.option("--derived", is_flag=True, help="Write what follows by arithmetic too, in files of its own.")
@_AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def build(
    inputs: Sequence[Path],
    out: Path,
    config_file: Path | None,
    base: str | None,
    ontology: Sequence[Path],
    derived: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Read documents and write a graph.

    INPUT is a file (.txt, .md, .html) or a folder of them. OUT gets graph.ttl, graph.html and
    entities, facts, observations, documents and problems as JSON lines. With --derived it also gets
    derived.jsonl and derived.ttl: yearly figures, implied wholes, parts and changes, each with the
    facts and observations that it follows from.

    \b
    Exit codes:
      0  all went well
      1  the graph is written, but some documents could not be read
      2  wrong usage, or a wrong setting in FILE
      3  nothing could be read, or OUT cannot be written
    """
    from kg import pipeline, report
    from kg.terminal import progress_bar

    started = time.monotonic()
    config = _settings(config_file, base, ontology)
    _refuse_unwritable(out)
    with progress_bar(shown=not (quiet or as_json)) as progress:
        graph = pipeline.build(inputs, config=config, progress=progress)
    failed = any(problem.severity == "error" for problem in graph.problems)
    if not graph.documents:
        click.echo("\n".join(report.problem_lines(graph.problems)), err=True)
        raise InputError("None of the documents could be read, so nothing was written.")
    graph.write(out, derived=derived)
    seconds = time.monotonic() - started
    if as_json:
        _print_json(report.summary_json(graph, out, seconds))
    elif quiet and failed:
        click.echo("\n".join(report.problem_lines(graph.problems, out)), err=True)
    elif not quiet:
        _print(report.summary(graph, out, seconds))
    return SOME_PROBLEMS if failed else FINE


def _settings(file: Path | None, base: str | None, ontology: Sequence[Path]) -> Config:
    from kg import config

    settings = config.load(file)
    if base is not None:
        settings = replace(settings, base=base)
    return replace(settings, ontology=(*settings.ontology, *ontology))


def _refuse_unwritable(out: Path) -> None:
    """Say so before the work rather than after it."""
    place = next(path for path in (out, *out.absolute().parents) if os.path.lexists(path))
    if not place.is_dir():
        raise InputError(f"Cannot write to {out}: {place} is not a folder.")
    if not os.access(place, os.W_OK | os.X_OK):
        raise InputError(f"Cannot write to {out}: permission denied in {place}.")


@cli.command()
@click.argument("out", type=_FOLDER)
@click.argument("name")
@_AS_JSON
def show(out: Path, name: str, as_json: bool) -> int:
    """Print what a graph says of a company, product, person ...

    NAME is a name, alias or id, or some words of a name. Facts are sentences grouped by relation,
    read from either side, numbers by metric; what is planned, possible, denied or over is said so
    in words. Each has the passage that says it best, how sure it is and its id.
    """
    from kg import report

    graph = _read(out)
    entities = report.find_entities(graph, name)
    if as_json:
        _print_json([report.entity_json(graph, out, entity) for entity in entities])
        return FINE
    for number, entity in enumerate(entities):
        _print(["", *report.entity_lines(graph, entity)] if number else report.entity_lines(graph, entity))
    return FINE


@cli.command()
@click.argument("out", type=_FOLDER)
@click.argument("fact")
@_AS_JSON
def why(out: Path, fact: str, as_json: bool) -> int:
    """Print the sentences behind a fact, its words marked.

    FACT is the id of a fact or observation as kg show prints it; its beginning is enough.
    """
    from kg import reasons, report

    graph = _read(out)
    said = reasons.find_said(graph, fact)
    if as_json:
        _print_json(report.said_json(out, said))
    else:
        _print(reasons.reason_lines(graph, said))
    return FINE


@cli.command()
@click.argument("out", type=_FOLDER)
@click.argument("words", nargs=-1, metavar="[QUERY_OR_NAME] [PARAM=VALUE]...")
@click.option("--file", "file", metavar="FILE.rq", type=_FOLDER, help="Read SPARQL from a file.")
@click.option("--list", "is_list", is_flag=True, help="List the shipped questions with their parameters.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@_AS_JSON
def query(out: Path, words: Sequence[str], file: Path | None, is_list: bool, form: str, as_json: bool) -> int:
    """Ask a shipped question or SPARQL.

    \b
    kg query output --list
    kg query output suppliers-of entity=TikTok
    kg query output 'SELECT ?name { ?x a kg:Company ; rdfs:label ?name }'
    """
    from kg import query as room

    form = "json" if as_json else form
    if is_list:
        _print_questions(form)
        return FINE
    text, parameters = _question(words, file)
    answer = room.run(room.load(out), text, parameters)
    if form == "table":
        _print_table(answer)
    else:
        _print_raw(answer.to_csv() if form == "csv" else answer.to_json())
    return FINE


@cli.command()
@click.argument("out", type=_FOLDER)
@click.option("--numbers", is_flag=True, help="Check the arithmetic of amounts, shares and periods instead.")
@click.option(
    "--tolerance",
    type=click.FloatRange(0, 50),
    metavar="PERCENT",
    help="With --numbers: how far computed figures may be off beyond the rounding of written digits; 2 if left out.",
)
@_AS_JSON
def check(out: Path, numbers: bool, tolerance: float | None, as_json: bool) -> int:
    """Check that a graph holds what it promises, or that its numbers fit each other.

    Quotes that are in their documents, facts between known entities of the right kinds, direct
    triples for asserted facts alone. Exit code 1 on a violation; a warning is none.

    With --numbers: whether a share of a whole is the part that is stated, a rise leads from the old
    figure to the new, shares add up to no more than 100 %, and texts agree on one figure. Exit code
    1 when something is inconsistent; what is unclear may be of different times or parts.
    """
    if tolerance is not None and not numbers:
        raise click.UsageError("--tolerance goes with --numbers.")
    return _check_numbers(out, tolerance, as_json) if numbers else _check_promises(out, as_json)


def _check_promises(out: Path, as_json: bool) -> int:
    from dataclasses import asdict

    from kg.query.check import VIOLATION
    from kg.query.check import check as find_violations
    from kg.verdicts import violation_lines

    found = find_violations(out)
    if as_json:
        _print_json([asdict(violation) for violation in found])
    else:
        _print(violation_lines(found))
    return SOME_PROBLEMS if any(violation.severity == VIOLATION for violation in found) else FINE


def _check_numbers(out: Path, tolerance: float | None, as_json: bool) -> int:
    from decimal import Decimal

    from kg.query import TOLERANCE, Verdict, check_numbers
    from kg.verdicts import number_lines

    found = check_numbers(_read(out), TOLERANCE if tolerance is None else Decimal(str(tolerance)) / 100)
    if as_json:
        _print_json([each.as_json() for each in found])
    else:
        _print(number_lines(found))
    return SOME_PROBLEMS if any(each.verdict is Verdict.INCONSISTENT for each in found) else FINE


@cli.group()
def evaluate() -> None:
    """Measure kg against annotated texts."""


_GOLD = click.argument("file", metavar="FILE", type=_FOLDER)
_FORM = click.option("--form", metavar="NAME", help="By whose words FILE is annotated; told from the file if left out.")
_CONFIG = click.option("--config", "config_file", metavar="FILE", type=_FOLDER, help="Settings in TOML.")
_ERRORS = click.option("--errors", is_flag=True, help="List what is wrong and what was missed.")
_PREDICTIONS = click.option(
    "--predictions", metavar="FILE", type=_FOLDER, help="Write what kg found, one JSON object a line."
)


@evaluate.command("entities")
@_GOLD
@_FORM
@_CONFIG
@_ERRORS
@_PREDICTIONS
@_AS_JSON
def evaluate_entities(file: Path, form: str | None, config_file: Path | None, **shown: Any) -> int:
    """Score names with their kinds.

    FILE holds texts with marked spans, one a line, in the words of FIRE, FiNER-ORD or the DFKI
    Product Corpus or, as tokens, in the kinds of the ontology. A name is right when its extent and
    its kind are. Names are found by the guide of the data set where the model has learned it.
    """
    from kg import evaluate as room

    config = _settings(config_file, None, ())
    gold = _labelled(file, form, "entities", config)
    annotator, _ = _stages(config)
    with _progress(shown) as progress:
        found, rows = room.evaluate_entities(gold, annotator.annotate, progress, model=annotator.names)
    return _print_evaluation(found, rows, ("entities", file, gold.scheme.name), shown)


@evaluate.command("relations")
@_GOLD
@click.option("--directed", is_flag=True, help="Count a relation as right only with its direction.")
@_FORM
@_CONFIG
@_ERRORS
@_PREDICTIONS
@_AS_JSON
def evaluate_relations(file: Path, directed: bool, form: str | None, config_file: Path | None, **shown: Any) -> int:
    """Score the relation model on pairs of names that are given.

    FILE holds texts with marked spans and their relations, one a line, in the words of CORE,
    KnowledgeNet or FIRE or, as tokens, in the relations of the ontology.
    """
    from kg import evaluate as room
    from kg.models import RelationModel
    from kg.ontology import Ontology
    from kg.pipeline import weights_of

    config = _settings(config_file, None, ())
    gold = _labelled(file, form, "relations", config)
    with _progress(shown) as progress:
        model, ontology = RelationModel.load(weights_of(config.relation_model)), Ontology.load(*config.ontology)
        found, rows = room.evaluate_relations(gold, model, ontology, directed=directed, progress=progress)
    return _print_evaluation(found, rows, ("relations", file, gold.scheme.name), shown)


@evaluate.command("facts")
@_GOLD
@click.option("--texts", metavar="DIR", type=_FOLDER, help="Folder of the annotated texts, for gold of the guide.")
@click.option("--documents", metavar="ID,ID...", default="", help="Read and score these documents of the guide alone.")
@_FORM
@_CONFIG
@_ERRORS
@_PREDICTIONS
@_AS_JSON
def evaluate_facts(
    file: Path, texts: Path | None, documents: str, form: str | None, config_file: Path | None, **shown: Any
) -> int:
    """Score what kg reads in texts, names included.

    FILE is gold of the annotation guide, one document a line, beside a folder of its texts: kg
    reads them together and is scored document by document, on facts and observations. Or FILE is
    of KnowledgeNet or of the DFKI Product Corpus, with the texts in the lines. The interval of F1
    comes from drawing documents again and again.
    """
    from kg import evaluate as room
    from kg.datasets import GUIDE, scheme_of

    config = _settings(config_file, None, ())
    # only gold of the guide has its texts in a folder
    name = form or (GUIDE if texts is not None else scheme_of(file))
    if name == GUIDE:
        if texts is None:
            raise click.UsageError("Gold of the guide needs the folder of its texts: --texts DIR.")
        gold, graph = _annotated(file, texts, documents, config, shown)
        found, rows = room.evaluate_graph(graph, gold), room.graph_predictions(graph)
        return _print_evaluation(found, rows, ("facts", file, GUIDE), shown)
    if documents or texts is not None:
        raise click.UsageError("--texts and --documents are for gold of the guide.")
    labelled = _labelled(file, name, "facts", config)
    read = room.reader_of(*_stages(config), labelled.scheme.name)
    with _progress(shown) as progress:
        found, given = room.evaluate_readings(labelled, read, progress)
    return _print_evaluation(found, given, ("facts", file, name), shown)


@evaluate.command("amounts")
@_GOLD
@click.option("--texts", metavar="FILE", type=_FOLDER, help="The paragraphs of TAT-QA, for gold that gives places.")
@click.option("--split", metavar="NAME", default="", help="Score the lines of this split alone.")
@_ERRORS
@_PREDICTIONS
@_AS_JSON
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
@_CONFIG
@_ERRORS
@_AS_JSON
def evaluate_coreference(file: Path, documents: str, config_file: Path | None, errors: bool, as_json: bool) -> int:
    """Score pronouns and descriptions ("the company") by the names they are followed to.

    FILE holds chains of mentions: .conllu of GUM (or a folder of such files), .tsv of GAP, or
    .jsonl of the DFKI Product Corpus. Organisations and persons are scored apart. The intervals
    come from drawing documents again and again.
    """
    from kg import evaluate as room
    from kg.datasets import chained
    from kg.terminal import print_table, safe

    annotator, extractor = _stages(_settings(config_file, None, ()))
    wanted = {name.strip() for name in documents.split(",") if name.strip()}
    gold = [text for text in chained(file) if not wanted or text.id in wanted]
    if not gold:
        raise InputError(f"{file} holds no such text.")
    with _progress({"as_json": as_json}) as progress:
        found = room.evaluate_coreference(gold, annotator.annotate, extractor.lexicon, progress)
    if as_json:
        _print_json(found.to_json(errors=errors))
        return FINE
    print_table(*found.table())
    _print(map(safe, ["", *room.error_lines(found)] if errors else []))
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


def _stages(config: Config) -> tuple[Annotator, Extractor]:
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
    with _progress(shown) as progress:
        return gold, pipeline.build(read, config=config, ontology=ontology, progress=progress)


def _progress(shown: dict[str, Any]) -> AbstractContextManager[Callable[[int, int, str], None] | None]:
    from kg.terminal import progress_bar

    return progress_bar(shown=not shown["as_json"])


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
        _print_json(room.to_json(found, task=task, data=file, form=form, errors=shown["errors"]))
        return FINE
    print_table(*room.table(found, task))
    if counted := room.false_assertions(found):
        _print([""])
        print_table(*room.found_table(found))
        _print([f"false assertions: {counted[0]} in {counted[1]} asserted"])
    confusions, errors = list(room.confusion_lines(found)), list(room.error_lines(found))
    _print(map(safe, ["", *confusions] if confusions else []))
    _print(map(safe, ["", *errors] if shown["errors"] else []))
    return FINE


@cli.command()
@click.argument("recipe_file", metavar="RECIPE.toml", type=_FOLDER)
@click.option("--data", required=True, metavar="DIR", type=_FOLDER, help="Folder of the data sets.")
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=_FOLDER, help="Folder to write into.")
@click.option("--resume", is_flag=True, help="Go on from the checkpoint in OUT.")
@click.option("--weights", metavar="FILE.pt", type=_FOLDER, help="Write and measure this checkpoint, train nothing.")
@click.option("--start", metavar="FILE.pt", type=_FOLDER, help="Start from this checkpoint, not from the base encoder.")
@click.option("--epochs", type=click.IntRange(1), help="Instead of the recipe's.")
@click.option("--folds", type=click.IntRange(2), metavar="N", help="Cross-validate: train N times.")
@click.option("--hold-out", metavar="SET", help="The set that is cross-validated.")
@_AS_JSON
def train(
    recipe_file: Path,
    data: Path,
    out: Path,
    resume: bool,
    weights: Path | None,
    start: Path | None,
    epochs: int | None,
    folds: int | None,
    hold_out: str | None,
    as_json: bool,
) -> int:
    """Train the models that find names and judge relations.

    RECIPE.toml says on which sets, with which schedule. OUT gets the weights with their cards, reports
    and reliability plots. With --folds each part of a set is judged by a model trained on all else; OUT
    gets what they said.

    \b
    kg train kg/train/reader.toml --data DIR -o OUT
    kg train kg/train/core.toml --data DIR -o OUT --folds 5 --hold-out core
    """
    from kg import train as room
    from kg.terminal import progress_bar

    if (folds is None) != (hold_out is None):
        raise click.UsageError("--folds and --hold-out belong together.")
    if folds and weights:
        raise click.UsageError("--weights does not go with --folds.")
    recipe = room.read_recipe(recipe_file).changed(start=start, epochs=epochs)
    _refuse_unwritable(out)
    with progress_bar(shown=not as_json) as progress:
        if folds and hold_out:
            found = room.cross_validate(
                recipe, data, out, folds=folds, hold_out=hold_out, resume=resume, progress=progress
            )
        else:
            found = room.train(recipe, data, out, resume=resume, weights=weights, progress=progress)
    if as_json:
        _print_json(found)
    else:
        _print([*room.figure_lines(found), f"\nWritten to {out}."])
    return FINE


def _read(out: Path) -> KnowledgeGraph:
    from kg.export import read_graph

    return read_graph(out)


def _question(words: Sequence[str], file: Path | None) -> tuple[str, dict[str, str]]:
    """The query or the name of a question, and its parameters."""
    words = list(words)
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise QueryError(f"Cannot read the query {file}: {getattr(error, 'strerror', '') or error}.") from error
    elif words:
        text = words.pop(0)
    else:
        raise click.UsageError("Give a question's name, SPARQL or --file; --list shows the questions.")
    pairs = [word.partition("=") for word in words]
    wrong = next((name for name, equals, _ in pairs if not (name.isidentifier() and equals)), None)
    if wrong is not None:
        raise click.UsageError(f"{wrong!r} is not of the form PARAM=VALUE.")
    return text, {name: value for name, _, value in pairs}


def _print_questions(form: str) -> None:
    from dataclasses import asdict

    from kg.query import questions
    from kg.report import question_lines

    if form == "json":
        _print_json([{k: v for k, v in asdict(q).items() if k != "query"} for q in questions().values()])
    else:
        _print(question_lines(questions().values()))
        _print(["", 'For example: kg query OUT customers-of entity="Some Company"'])


def _print_table(answer: Answer) -> None:
    from kg.terminal import is_watched, print_table, safe

    if not answer.rows:
        click.echo("No answers.", err=True)
    elif is_watched():
        print_table(answer.columns, [answer.shown(row) for row in answer.rows])
    else:
        _print(map(safe, answer.to_table().split("\n")))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_raw(text: str) -> None:
    """Data for programs: byte for byte, but harmless on a terminal."""
    from kg.terminal import safe_lines

    click.echo((safe_lines(text) if sys.stdout.isatty() else text).rstrip("\r\n"))


def _print_json(found: Any) -> None:
    from kg.terminal import clean_json

    click.echo(clean_json(json.dumps(found, ensure_ascii=False, indent=2)))


_CODES: dict[type[KgError], int] = {ConfigError: WRONG_USAGE, QueryError: WRONG_USAGE}


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; errors become one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return int(cli.main(arguments, prog_name="kg", standalone_mode=False) or FINE)
    except click.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KgError as error:
        from kg.terminal import clean

        click.echo(f"kg: {clean(str(error))}", err=True)
        return _CODES.get(type(error), FAILED)


def main() -> None:
    """The `kg` command."""
    sys.exit(run())
