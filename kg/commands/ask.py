"""kg show, kg why and kg query: what a graph says."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, graph_of, output_of
from kg.commands.output import print_answer, print_json, print_lines, print_raw, tell_cut
from kg.errors import QueryError


@click.command()
@click.argument("out", type=FOLDER)
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@AS_JSON
def show(out: Path, words: tuple[str, ...], as_json: bool) -> int:
    """Print what a graph says of a company, product, person ...

    OUT is what kg build or kg export wrote, or a store.
    NAME is a name, alias or id, or some words of a name. Facts are sentences grouped by relation,
    read from either side, numbers by metric; what is planned, possible, denied or over is said so
    in words. Each has the passage that says it best, how sure it is and its id.
    """
    from kg import report

    out = output_of(out)
    graph = graph_of(out)
    entities = report.find_entities(graph, " ".join(words))
    if as_json:
        print_json([report.entity_json(graph, out, entity) for entity in entities])
        return FINE
    for number, entity in enumerate(entities):
        print_lines(["", *report.entity_lines(graph, entity)] if number else report.entity_lines(graph, entity))
    return FINE


@click.command()
@click.argument("out", type=FOLDER)
@click.argument("fact", required=False)
@click.option("--merge", "names", nargs=2, metavar="A B", help="Say instead why two names are one thing, or two.")
@AS_JSON
def why(out: Path, fact: str | None, names: tuple[str, str] | None, as_json: bool) -> int:
    """Print the sentences behind a fact, its words marked.

    FACT is the id of a fact or observation as kg show prints it; its beginning is enough. With --merge,
    A and B are names, aliases or ids.

    \b
    kg why output 3f1c
    kg why output --merge MSFT "Microsoft Corp."
    """
    from kg import merges, reasons, report

    if (fact is None) == (names is None):
        raise click.UsageError("Give the id of a fact, or --merge with two names.")
    out = output_of(out)
    graph = graph_of(out)
    if names is not None:
        if as_json:
            print_json(merges.merge_json(graph, *names))
        else:
            print_lines(merges.merge_lines(graph, *names))
        return FINE
    assert fact is not None
    said = reasons.find_said(graph, fact)
    if as_json:
        print_json(report.said_json(out, said))
    else:
        print_lines(reasons.reason_lines(graph, said))
    return FINE


@click.command()
@click.argument("out", type=FOLDER)
@click.argument("words", nargs=-1, metavar="[QUERY_OR_NAME] [PARAM=VALUE]...")
@click.option("--file", "file", metavar="FILE.rq", type=FOLDER, help="Read SPARQL from a file.")
@click.option("--list", "is_list", is_flag=True, help="List the shipped questions with their parameters.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--inferred", is_flag=True, help="Ask what follows by the ontology too: inverses, ownership chains.")
@AS_JSON
def query(
    out: Path, words: Sequence[str], file: Path | None, is_list: bool, form: str, inferred: bool, as_json: bool
) -> int:
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
    answer = room.run(room.load(output_of(out), inferred=inferred), text, parameters)
    if form == "table":
        print_answer(answer)
    else:
        print_raw(answer.to_csv() if form == "csv" else answer.to_json())
    tell_cut(answer)
    return FINE


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
    wrong = next(("".join(pair) for pair in pairs if not (pair[0].isidentifier() and pair[1])), None)
    if wrong is not None:
        raise click.UsageError(f"{wrong!r} is not of the form PARAM=VALUE{_such_as(text, wrong)}.")
    return text, {name: value for name, _, value in pairs}


def _such_as(question: str, value: str) -> str:
    """How a value is written for the first parameter of a shipped question."""
    from kg.query import questions

    asked = questions().get(question)
    return f", such as {asked.parameters[0].name}={shlex.quote(value)}" if asked and asked.parameters else ""


def _print_questions(form: str) -> None:
    from dataclasses import asdict

    from kg.query import questions
    from kg.report import question_lines

    if form == "json":
        print_json([{k: v for k, v in asdict(q).items() if k != "query"} for q in questions().values()])
    else:
        print_lines(question_lines(questions().values()))
        print_lines(["", 'For example: kg query OUT customers-of entity="Some Company"'])
