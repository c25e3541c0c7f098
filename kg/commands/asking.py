"""kg ask: questions in plain English."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, output_of
from kg.commands.output import print_answer, print_json, print_lines, tell_cut

if TYPE_CHECKING:
    from kg.ask import Reply
    from kg.query import Answer

_PASSAGE = "quote"  # long; kg why shows it with its words marked


@click.command()
@click.argument("out", type=FOLDER)
@click.argument("words", nargs=-1, required=True, metavar="QUESTION")
@click.option("--sparql", "shows_sparql", is_flag=True, help="Print the SPARQL that ran, too.")
@AS_JSON
def ask(out: Path, words: tuple[str, ...], shows_sparql: bool, as_json: bool) -> int:
    """Ask a question in plain English.

    It is answered by a shipped question of kg query, which is printed with its parameters, or not at all:
    kg does not guess. Columns without values and passages are left out; --json has everything.

    \b
    kg ask output "Who are Microsoft's customers and how much do they pay?"
    kg ask output which suppliers has Some Company lost
    """
    from kg import ask as room
    from kg import query

    reply = room.ask(query.load(output_of(out)), " ".join(words))
    if as_json:
        print_json(_json(reply))
        tell_cut(reply.answer)
        return FINE
    print_lines([_title(reply), _line(out, reply), ""])
    print_answer(_short(reply.answer))
    if shows_sparql:
        print_lines(["", reply.sparql.rstrip()])
    tell_cut(reply.answer)
    return FINE


def _title(reply: Reply) -> str:
    """What was understood, as a sentence."""
    from kg.query import questions
    from kg.terminal import bold, clean

    values = ", ".join(f"{name} {value}" for name, value in reply.parameters.items())
    title = questions()[reply.question].title
    return bold(clean(f"{title}: {values}" if values else title))


def _line(out: Path, reply: Reply) -> str:
    """The command that asks the same."""
    from kg.terminal import clean, faint

    values = (f"{name}={shlex.quote(value)}" for name, value in reply.parameters.items())
    return faint(clean(" ".join(["kg query", shlex.quote(str(out)), reply.question, *values])))


def _short(answer: Answer) -> Answer:
    """The answer without passages and empty columns."""
    from kg.query import Answer

    kept = [
        number
        for number, name in enumerate(answer.columns)
        if name != _PASSAGE and any(row[number] is not None for row in answer.rows)
    ]
    rows = tuple(tuple(row[number] for number in kept) for row in answer.rows)
    return Answer(tuple(answer.columns[number] for number in kept), rows, answer.prefixes)


def _json(reply: Reply) -> dict[str, Any]:
    return {
        "question": reply.question,
        "parameters": dict(reply.parameters),
        "sparql": reply.sparql,
        "answer": json.loads(reply.answer.to_json()),
        "cut": reply.answer.cut,
    }
