"""kg train."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, refuse_unwritable
from kg.commands.output import print_json, print_lines


@click.command()
@click.argument("recipe_file", metavar="RECIPE.toml", type=FOLDER)
@click.option("--data", required=True, metavar="DIR", type=FOLDER, help="Folder of the data sets.")
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=FOLDER, help="Folder to write into.")
@click.option("--resume", is_flag=True, help="Go on from the checkpoint in OUT.")
@click.option("--weights", metavar="FILE.pt", type=FOLDER, help="Write and measure this checkpoint, train nothing.")
@click.option("--start", metavar="FILE.pt", type=FOLDER, help="Start from this checkpoint, not from the base encoder.")
@click.option("--epochs", type=click.IntRange(1), help="Instead of the recipe's.")
@click.option("--folds", type=click.IntRange(2), metavar="N", help="Cross-validate: train N times.")
@click.option("--hold-out", metavar="SET", help="The set that is cross-validated.")
@AS_JSON
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
    refuse_unwritable(out)
    with progress_bar(shown=not as_json) as progress:
        if folds and hold_out:
            found = room.cross_validate(
                recipe, data, out, folds=folds, hold_out=hold_out, resume=resume, progress=progress
            )
        else:
            found = room.train(recipe, data, out, resume=resume, weights=weights, progress=progress)
    if as_json:
        print_json(found)
    else:
        print_lines([*room.figure_lines(found), f"\nWritten to {out}."])
    return FINE
