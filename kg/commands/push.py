"""kg push: the graph in an RDF server."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, graph_of
from kg.commands.output import print_json, print_lines

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.push import Login, Pushed, Server

_PASSWORD = "KG_PASSWORD"
_LISTED = 20  # graphs that a dry run lists of each sort


@click.command()
@click.argument("source", metavar="OUT_OR_STORE", type=FOLDER)
@click.option("--endpoint", metavar="URL", help="A SPARQL service; its graph store is found from it.")
@click.option("--graph-store", metavar="URL", help="The graph store itself, where it is not found.")
@click.option("--user", metavar="NAME", help=f"Who writes; the password is in ${_PASSWORD} or asked for.")
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and change nothing.")
@click.option("--all", "everything", is_flag=True, help="Write graphs too that the server has already.")
@click.option("--replace", is_flag=True, help="Take away what was pushed of other documents under this base.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=60,
    show_default=True,
    help="For the answer to one request.",
)
@AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def push(
    source: Path,
    endpoint: str | None,
    graph_store: str | None,
    user: str | None,
    dry_run: bool,
    everything: bool,
    replace: bool,
    timeout: float,
    as_json: bool,
    quiet: bool,
) -> int:
    """Load the graph into an RDF server, and keep it there up to date.

    Any server with the SPARQL 1.1 Graph Store HTTP Protocol will do: Oxigraph, Fuseki, Virtuoso,
    GraphDB, RDF4J ... Each document is a named graph of its own IRI, entities are in graphs below
    graph/. A second push writes only what has changed and deletes the graphs of documents that are
    gone. The graph graph/pushed tells which graphs a push wrote, with a fingerprint of each; others
    are never touched.

    \b
    kg push output --endpoint http://localhost:7878/query                      Oxigraph
    kg push store --endpoint http://localhost:3030/news/sparql                 Fuseki
    kg push store --endpoint http://localhost:8890/sparql --user dba           Virtuoso
    kg push store --graph-store http://localhost:7200/repositories/news/rdf-graphs/service

    \b
    Exit codes:
      0  the server holds the graph
      2  wrong usage
      3  the server cannot be reached or refuses, or there is no such output or store
    """
    from kg import push as room

    if endpoint is None and graph_store is None:
        raise click.UsageError("Say with --endpoint which server.")
    started = time.monotonic()
    login = _login(user)
    graph, known = _held(source)
    with _server(endpoint, graph_store, login, timeout) as server, _progress(shown=not (quiet or as_json)) as progress:
        pushed = room.push(
            graph, server, known=known, everything=everything, replace=replace, dry_run=dry_run, progress=progress
        )
    seconds = time.monotonic() - started
    if as_json:
        print_json(_summary(pushed, server, seconds, dry_run))
    elif not quiet:
        print_lines(_dry_lines(pushed, server) if dry_run else _lines(pushed, server, seconds))
    return FINE


def _login(user: str | None) -> Login | None:
    from kg.push import Login

    if user is None:
        return None
    password = os.environ.get(_PASSWORD)
    if password is None:
        if not sys.stdin.isatty():
            raise click.UsageError(f"The password of {user} is to be in the environment, as {_PASSWORD}.")
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    return Login(user, password)


def _held(source: Path) -> tuple[KnowledgeGraph, set[str]]:
    """The graph of an output or a store, and of a store all documents that it ever held."""
    from kg import upkeep
    from kg.store import Store, is_store

    if not is_store(source):
        return graph_of(source), set()
    with Store.open(source) as store:
        known = {logged.document for entry in store.log() for logged in entry.documents}
    return upkeep.graph_of(source), known


def _server(endpoint: str | None, graph_store: str | None, login: Login | None, timeout: float) -> Server:
    from kg.push import Server

    if graph_store is not None:
        return Server(graph_store, login, timeout=timeout)
    return Server.behind(endpoint or "", login, timeout=timeout)


def _progress(*, shown: bool) -> Any:
    from kg.terminal import progress_bar

    return progress_bar(shown=shown, verb="writing")


def _lines(pushed: Pushed, server: Server, seconds: float) -> Iterator[str]:
    from kg.report import counted
    from kg.terminal import bold

    plan = pushed.plan
    numbers = ((len(plan.new), "new"), (len(plan.changed), "changed"), (len(plan.gone), "deleted"))
    done = ", ".join(f"{number:,} {what}" for number, what in numbers if number) or "nothing to do"
    yield f"{bold(done)} in {seconds:.1f} s; {server.address} holds {counted(_total(pushed), 'graph')} of kg"
    if plan.written:
        yield f"{counted(pushed.triples, 'triple')} written, {counted(len(plan.unchanged), 'graph')} left as they were"


def _dry_lines(pushed: Pushed, server: Server) -> Iterator[str]:
    from kg.report import counted
    from kg.terminal import clean

    plan = pushed.plan
    yield f"{server.address}: nothing was changed; a push would write {counted(pushed.triples, 'triple')}"
    for verb, names in (("add", plan.new), ("replace", plan.changed), ("delete", plan.gone)):
        yield from (f"  {verb:<8} {clean(name)}" for name in names[:_LISTED])
        if len(names) > _LISTED:
            yield f"  {verb:<8} {len(names) - _LISTED:,} more"
    yield f"  leave    {counted(len(plan.unchanged), 'graph')}"


def _total(pushed: Pushed) -> int:
    return len(pushed.plan.written) + len(pushed.plan.unchanged)


def _summary(pushed: Pushed, server: Server, seconds: float, dry_run: bool) -> dict[str, Any]:
    """What was done, for a program; seconds are wall-clock time, bytes those of N-Triples."""
    plan = pushed.plan
    lists = {"new": plan.new, "changed": plan.changed, "deleted": plan.gone}
    return {
        "graph_store": server.address,
        "dry_run": dry_run,
        **{name: list(found) for name, found in lists.items()},
        "unchanged": len(plan.unchanged),
        "triples": pushed.triples,
        "bytes": pushed.bytes,
        "seconds": round(seconds, 3),
    }
