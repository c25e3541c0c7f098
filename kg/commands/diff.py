"""kg diff: what changed."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, Day, graph_of
from kg.commands.output import print_json, print_lines


@click.command()
@click.argument("out", type=FOLDER)
@click.argument("what", nargs=-1, required=True, metavar="OTHER | DATE DATE")
@AS_JSON
def diff(out: Path, what: tuple[str, ...], as_json: bool) -> int:
    """Print what changed: new customers, ended deals, other shares, contradictions.

    \b
    kg diff monday tuesday                  from one output to another
    kg diff output 2026-01-31 2026-02-28    within one, by the dates of its documents

    With dates, a fact counts from the first of its dated documents on, with the status and amounts that
    the whole graph gives it; documents without a date are left out. For the graph exactly as it was known,
    build it twice with --as-of and compare the outputs.
    """
    from kg import news
    from kg.query import as_known, changes

    if len(what) > 2:
        raise click.UsageError("Give OUT and another output, or OUT and two dates.")
    days = [Day().convert(text, None, None) for text in what] if len(what) > 1 else []
    before = graph_of(out)
    after = before if days else graph_of(Path(what[0]))
    if days:
        (before, undated), (after, _) = (as_known(before, day) for day in days)
        if undated:
            click.echo(f"Documents without a date, left out: {undated}.", err=True)
    found = changes(before, after)
    if as_json:
        print_json(news.changes_json(found))
    else:
        print_lines(news.change_lines(found, before, after))
    return FINE
