"""kg ontology: look after kinds, relations and words of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, SOME_PROBLEMS
from kg.commands.output import print_json, print_lines


@click.group()
def ontology() -> None:
    """Look after kinds, relations and words of your own."""


@ontology.command("check")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=FOLDER)
@AS_JSON
def check_ontology(files: Sequence[Path], as_json: bool) -> int:
    """Check that an ontology and its words hold together.

    FILE is Turtle that adds to the shipped ontology; several are checked as one, and without any it is the
    shipped ontology itself. Finds missing labels and definitions, unknown kinds in domains and ranges,
    inverses that do not match, relations without words, words of nothing, words that evoke two relations
    alike, lists that nothing reads, and SHACL shapes that are not well formed. Exit code 1 when there is an
    error; a warning is none.
    """
    from dataclasses import asdict

    from kg.report import counted
    from kg.terminal import clean
    from kg.vet import ERROR, check_files

    found = check_files(files)
    errors = sum(finding.severity == ERROR for finding in found)
    if as_json:
        print_json([asdict(finding) for finding in found])
    else:
        print_lines(clean(f"{f.file}: {f.severity}: {f.message}") for f in found)
        click.echo(f"{counted(errors, 'error')}, {counted(len(found) - errors, 'warning')}.", err=True)
    return SOME_PROBLEMS if errors else FINE
