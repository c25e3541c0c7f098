"""kg export and kg log: what a store says, and how it came to that."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, SOME_PROBLEMS, Day, refuse_unwritable
from kg.commands.output import print_json, print_lines, print_summary


@click.command()
@click.argument("store", type=FOLDER)
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=FOLDER, help="Folder to write into.")
@click.option("--as-of", metavar="DATE", type=Day(), help="The graph as it was known at the end of DATE.")
@click.option("--derived", is_flag=True, help="Write what follows by arithmetic too, in files of its own.")
@AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def export(store: Path, out: Path, as_of: date | None, derived: bool, as_json: bool, quiet: bool) -> int:
    """Write the graph of a store.

    OUT gets the same files as from kg build, byte for byte, whatever the order in which documents
    were added or others removed. With --as-of it is the graph as it was known at the end of a day,
    month or year, without documents of no known date.
    """
    from kg import upkeep
    from kg.errors import StoreError
    from kg.store import is_store

    started = time.monotonic()
    if is_store(out):
        raise StoreError(f"{out} is a store: give another folder for the graph.")
    refuse_unwritable(out)
    graph = upkeep.graph_of(store, as_of)
    graph.write(out, derived=derived)
    print_summary(graph, out, time.monotonic() - started, as_json=as_json, quiet=quiet)
    return SOME_PROBLEMS if any(problem.severity == "error" for problem in graph.problems) else FINE


@click.command()
@click.argument("store", type=FOLDER)
@AS_JSON
def log(store: Path, as_json: bool) -> int:
    """Print what was added, replaced and removed, and when.

    One line a call, the latest last: number, time, command, how many documents. With --json each
    document with the hash of what was stored or removed.
    """
    from dataclasses import asdict

    from kg.outcomes import entry_line
    from kg.store import Store

    with Store.open(store) as opened:
        entries = opened.log()
    if as_json:
        print_json([asdict(entry) for entry in entries])
    else:
        print_lines(map(entry_line, entries))
    return FINE
