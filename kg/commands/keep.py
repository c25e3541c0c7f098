"""kg add, kg update and kg remove: what a store holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import (
    AS_JSON,
    CONFIG,
    FINE,
    FOLDER,
    SOME_PROBLEMS,
    WORKERS,
    Input,
    extracting_by,
    reading_of,
    reads_inputs,
    settings_of,
)
from kg.commands.output import print_json, print_lines
from kg.terminal import progress_bar

if TYPE_CHECKING:
    from kg.config import Config
    from kg.upkeep import Outcome

_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")


@click.command()
@click.argument("store", type=FOLDER)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=Input())
@CONFIG
@click.option("--base", metavar="IRI", help="Namespace of the entities and facts in RDF.")
@click.option("--ontology", metavar="TTL", type=FOLDER, multiple=True, help="More kinds, relations and words.")
@reads_inputs
@WORKERS
@AS_JSON
@_QUIET
def add(
    store: Path,
    inputs: Sequence[Path | str],
    config_file: Path | None,
    base: str | None,
    ontology: Sequence[Path],
    workers: int | None,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> int:
    """Read documents into a store.

    STORE is a folder, made when there is none; INPUT is as for kg build. Documents that are stored
    already are passed over, so the same call may be repeated, and one that was interrupted goes on.
    A document whose content has changed is refused: kg update replaces it.

    --config, --base and --ontology are kept in a new store and hold for all that is added later.

    \b
    kg add store news/
    kg show store "Some Company"
    kg export store -o output

    \b
    Exit codes:
      0  all went well
      1  some documents could not be read or were refused, all others are stored
      2  wrong usage, or settings other than the store's
      3  the store or an input cannot be used
    """
    from kg import upkeep

    started = time.monotonic()
    config = _settings(store, config_file, base, ontology)
    with progress_bar(shown=not (quiet or as_json)) as progress:
        outcome = upkeep.add(
            store,
            inputs,
            config=config,
            progress=progress,
            reading=reading_of(how, workers),
            extracting=extracting_by(workers),
        )
    return _told(store, outcome, started, as_json=as_json, quiet=quiet)


@click.command()
@click.argument("store", type=FOLDER)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=Input())
@click.option("--prune", is_flag=True, help="Remove documents that are not among the inputs.")
@reads_inputs
@WORKERS
@AS_JSON
@_QUIET
def update(
    store: Path,
    inputs: Sequence[Path | str],
    prune: bool,
    workers: int | None,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> int:
    """Replace what has changed in a store.

    Documents that are new are added, changed ones replaced, all others passed over. What cannot be
    read stays as it is stored. Without INPUT, the stored texts are read again that another version
    of kg has read, or one with other weights or another ontology.

    \b
    kg update store news/ --prune      make the store hold what the folder holds
    kg update store                    after kg, the weights or the ontology have changed
    """
    from kg import upkeep

    if prune and not inputs:
        raise click.UsageError("--prune needs the inputs that are to stay.")
    started = time.monotonic()
    by = extracting_by(workers)
    with progress_bar(shown=not (quiet or as_json)) as progress:
        if inputs:
            outcome = upkeep.update(
                store, inputs, prune=prune, progress=progress, reading=reading_of(how, workers), extracting=by
            )
        else:
            outcome = upkeep.reread(store, progress=progress, extracting=by)
    return _told(store, outcome, started, as_json=as_json, quiet=quiet)


@click.command()
@click.argument("store", type=FOLDER)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@AS_JSON
@_QUIET
def remove(store: Path, documents: Sequence[str], as_json: bool, quiet: bool) -> int:
    """Remove documents from a store, with all that they say.

    DOCUMENT is an id or a shell pattern of ids, in quotes: 'news/*'. When one of them is unknown
    nothing is removed. The text is overwritten in the file; the log keeps the id and the hash.
    """
    from kg import upkeep

    started = time.monotonic()
    return _told(store, upkeep.remove(store, documents), started, as_json=as_json, quiet=quiet)


def _settings(store: Path, file: Path | None, base: str | None, ontology: Sequence[Path]) -> Config | None:
    """The settings that were asked for; without a file they differ from those of the store in what was named."""
    from kg import upkeep
    from kg.store import is_store

    if file is None and base is None and not ontology:
        return None
    if file is not None or not is_store(store):
        return settings_of(file, base, ontology)
    made = upkeep.settings_of(store)
    return replace(made, base=base or made.base, ontology=tuple(ontology) or made.ontology)


def _told(store: Path, outcome: Outcome, started: float, *, as_json: bool, quiet: bool) -> int:
    """Say what was done, and give the exit code."""
    from kg import outcomes

    failed = [p for p in (*outcome.refused, *outcome.problems) if p.severity == "error"]
    seconds = time.monotonic() - started
    if as_json:
        print_json(outcomes.outcome_json(store, outcome, seconds))
    elif not quiet:
        print_lines(outcomes.outcome_lines(store, outcome, seconds))
    elif failed:
        click.echo("\n".join(outcomes.trouble_lines(outcome)), err=True)
    return SOME_PROBLEMS if failed else FINE
