"""kg diff: what changed."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, Day, graph_of, output_of
from kg.commands.output import print_json, print_lines


@click.command(short_help="Print what changed between two graphs or two days.")
@click.argument("out", type=FOLDER)
@click.argument("what", nargs=-1, required=True, metavar="OTHER | DATE DATE")
@AS_JSON
def diff(out: Path, what: tuple[str, ...], as_json: bool) -> int:
    """Print what changed: new customers, ended deals, other shares, contradictions.

    \b
    kg diff monday tuesday                  from one output to another
    kg diff store 2026-01-31 2026-02-28     of a store, as it was known at two days

    An output folder takes two dates as well: a fact then counts from the first of its dated documents on,
    with the status and amounts that the whole graph gives it. A store is exact, and so are two builds
    with --as-of. Documents without a date are left out.
    """
    from kg import news, upkeep
    from kg.query import as_known, changes
    from kg.store import is_store

    if len(what) > 2:
        raise click.UsageError("Give OUT and another output, or OUT and two dates.")
    days = [Day().convert(text, None, None) for text in what] if len(what) > 1 else []
    if days and is_store(out):
        before, after = (upkeep.graph_of(out, day) for day in days)
    elif days:
        before = after = graph_of(out)
        (before, undated), (after, _) = (as_known(before, day) for day in days)
        if undated:
            click.echo(f"Documents without a date, left out: {undated}.", err=True)
    else:
        before, after = (graph_of(output_of(each)) for each in (out, Path(what[0])))
    found = changes(before, after)
    if as_json:
        print_json(news.changes_json(found))
    else:
        print_lines(news.change_lines(found, before, after))
    return FINE
