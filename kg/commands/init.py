"""kg init: a folder to start an ontology of one's own in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from kg.commands.options import FINE, FOLDER
from kg.errors import InputError

STARTER = Path(__file__).parent.parent / "starter"


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> int:
    """Start kinds and relations of your own.

    Writes into DIR an ontology with two kinds and a relation (own.ttl), the words that tell them
    (words.ttl), settings that name both (kg.toml), a text to read and ten labelled sentences to
    measure with. All of it works at once and is explained in comments. Nothing that exists is
    overwritten.
    """
    files = sorted(starter_files())
    if there := [name for name in files if os.path.lexists(folder / name)]:
        raise InputError(f"{folder / there[0]} exists already, and kg init overwrites nothing.")
    try:
        for name in files:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write((STARTER / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"Cannot write to {folder}: {error.strerror or error}.") from error
    click.echo(f"{len(files)} files written to {folder}.\n\nNext:")
    for line in (
        f"kg build {folder}/texts -o {folder}/output --config {folder}/kg.toml",
        f"kg evaluate facts {folder}/labelled.txt --config {folder}/kg.toml",
        f"kg ontology check {folder}/own.ttl {folder}/words.ttl",
    ):
        click.echo(f"  {line}")
    return FINE


def starter_files() -> Iterator[str]:
    """The files of the starter, by their paths in it."""
    return (path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file())
