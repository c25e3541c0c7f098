"""kg read."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import (
    AS_JSON,
    CONFIG,
    FAILED,
    FINE,
    SOME_PROBLEMS,
    Input,
    reading_of,
    reads_inputs,
    settings_of,
)

if TYPE_CHECKING:
    from kg.model import Document, Problem


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=Input())
@CONFIG
@reads_inputs
@AS_JSON
def read(inputs: Sequence[Path | str], config_file: Path | None, as_json: bool, **how: Any) -> int:
    """Print the text that kg reads.

    INPUT is as for kg build. Standard output gets the very text that offsets of evidence count in, standard error what
    is known of each document and what could not be read. With --json it is a line of JSON a document, with its id,
    title, date, author, language, source, text and the blocks of the text.

    \b
    kg read report.pdf
    kg read news.csv --column text=story --json
    curl -s https://example.com/feed.xml | kg read - --as feed

    \b
    Exit codes:
      0  all was read
      1  some documents could not be read
      3  nothing could be read
    """
    from kg.model import Problem
    from kg.read import read as read_inputs
    from kg.terminal import clean_json

    failed = any_read = False
    ends_line = True
    for item in read_inputs(inputs, reading_of(how)(settings_of(config_file, None, ()))):
        if isinstance(item, Problem):
            failed = failed or item.severity == "error"
            _tell(item)
        elif as_json:
            click.echo(clean_json(json.dumps(_json(item), ensure_ascii=False)))
            any_read = True
        else:
            _show(item, on_new_line=ends_line)
            any_read, ends_line = True, item.text.endswith("\n")
    return FAILED if not any_read else SOME_PROBLEMS if failed else FINE


def _tell(problem: Problem) -> None:
    from kg.terminal import clean

    click.echo(clean(f"{problem.document}: {problem.severity}: {problem.message}"), err=True)


def _show(document: Document, *, on_new_line: bool) -> None:
    """The text on standard output to the letter, but harmless on a terminal."""
    from kg.terminal import clean, safe_lines

    known = (document.title, document.date, document.author, document.source)
    click.echo(clean(f"== {document.id}" + "".join(f" | {part}" for part in known if part)), err=True)
    text = document.text if on_new_line else f"\n{document.text}"
    watched = sys.stdout.isatty()
    click.echo(safe_lines(text) if watched else text, nl=watched)


def _json(document: Document) -> dict[str, Any]:
    found = asdict(document)
    text = found.pop("text")
    return {**found, "text": text}
