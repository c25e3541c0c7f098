"""Results on standard output: lines, tables and JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.query import Answer


def progress_unless(shown: dict[str, Any]) -> AbstractContextManager[Callable[[int, int, str], None] | None]:
    """A progress bar, but none beside JSON."""
    from kg.terminal import progress_bar

    return progress_bar(shown=not shown["as_json"])


def print_summary(graph: KnowledgeGraph, out: Path, seconds: float, *, as_json: bool, quiet: bool) -> None:
    """What is in a graph that was just written; when `quiet` only what could not be read, on standard error."""
    from kg import report

    if as_json:
        print_json(report.summary_json(graph, out, seconds))
    elif not quiet:
        print_lines(report.summary(graph, out, seconds))
    elif any(problem.severity == "error" for problem in graph.problems):
        click.echo("\n".join(report.problem_lines(graph.problems, out)), err=True)


def print_answer(answer: Answer) -> None:
    """Rows as a table."""
    from kg.terminal import is_watched, print_table, safe

    if not answer.rows:
        click.echo("No answers.", err=True)
    elif is_watched():
        print_table(answer.columns, [answer.shown(row) for row in answer.rows])
    else:
        print_lines(map(safe, answer.to_table().split("\n")))


def tell_cut(answer: Answer) -> None:
    """Say on standard error where there may be more rows than the question gives."""
    if answer.cut:
        number = len(answer)
        click.echo(f"The answer ends after {number:,} rows; limit={number * 10} gives more.", err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Lines as they are."""
    for line in lines:
        click.echo(line)


def print_raw(text: str) -> None:
    """Data for programs: byte for byte, but harmless on a terminal."""
    from kg.terminal import safe_lines

    click.echo((safe_lines(text) if sys.stdout.isatty() else text).rstrip("\r\n"))


def print_json(found: Any) -> None:
    """Indented JSON, harmless on a terminal."""
    from kg.terminal import clean_json

    click.echo(clean_json(json.dumps(found, ensure_ascii=False, indent=2)))
