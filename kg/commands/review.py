"""kg review: a person decides what is doubtful."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, graph_of, output_of
from kg.commands.output import print_json, print_lines
from kg.errors import InputError


@click.command()
@click.argument("out", type=FOLDER)
@click.option("--decisions", "file", metavar="FILE", type=FOLDER, help="The file; OUT/decisions.toml if left out.")
@click.option("--list", "is_list", is_flag=True, help="List the pairs and ask nothing.")
@AS_JSON
def review(out: Path, file: Path | None, is_list: bool, as_json: bool) -> int:
    """Decide which names are one company.

    OUT is an output folder or a store. Walks through the pairs of names that are alike but not surely one,
    and those that were merged but not surely, the nearest first, each with its reasons. What you decide is
    added to decisions.toml, which the next kg build into the same folder reads (a store reads its own),
    and every build that names it with --decisions.
    """
    from kg import merges
    from kg.resolve import DECISIONS, read_decisions

    graph, file = graph_of(output_of(out)), file or out / DECISIONS
    decided = {pair for d in read_decisions(file) for pair in (*d.pairs, *(p[::-1] for p in d.pairs))}
    pairs = merges.undecided(graph, decided)
    if as_json:
        print_json([merges.match_json(match) for match in pairs])
        return FINE
    if is_list or not pairs:
        print_lines(line for match in pairs for line in merges.match_lines(match))
        click.echo(f"{merges.counted(len(pairs), 'doubtful pair')}.", err=True)
        return FINE
    made = 0
    for number, match in enumerate(pairs, 1):
        print_lines(merges.match_lines(match))
        answer = _asked(number, len(pairs))
        if answer == "q":
            break
        if answer != "s":
            _write(file, merges.decision(match, same=answer == "y"))
            made += 1
    click.echo(f"{merges.counted(made, 'decision')} written to {file}; the next build reads them.", err=True)
    return FINE


def _asked(number: int, pairs: int) -> str:
    question = f"  {number} of {pairs}: one company? [y]es, [n]o, [s]kip, [q]uit"
    answers = click.Choice(["y", "n", "s", "q"])
    return str(click.prompt(question, type=answers, show_choices=False, prompt_suffix=" ", err=True))


def _write(file: Path, entry: str) -> None:
    """Add an entry at once, so that what is decided outlasts an interruption."""
    try:
        is_new = not file.exists()
        with file.open("a", encoding="utf-8") as decisions:
            decisions.write(entry if is_new else "\n" + entry)
    except OSError as error:
        raise InputError(f"Cannot write to {file}: {error.strerror or error}.") from error
