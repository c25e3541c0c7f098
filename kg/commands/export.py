"""kg export and kg log: what an output or a store says, in files of any format, and how a store came to that."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, SOME_PROBLEMS, Day, graph_of, refuse_unwritable
from kg.commands.output import print_json, print_lines, print_summary
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.export import Written
    from kg.graph import KnowledgeGraph


@click.command()
@click.argument("source", metavar="OUT_OR_STORE", type=FOLDER)
@click.option("--format", "formats", metavar="NAME[,NAME...]", help="One format or several, see above.")
@click.option("-o", "--output", "target", metavar="PATH", type=FOLDER, help="Folder to write into; OUT if left out.")
@click.option("--as-of", metavar="DATE", type=Day(), help="Of a store: the graph as it was known at the end of DATE.")
@click.option("--derived", is_flag=True, help="Write what follows by arithmetic too, in files of its own.")
@click.option("--inferred", is_flag=True, help="Write what follows by the ontology too, in files of its own.")
@AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def export(
    source: Path,
    formats: str | None,
    target: Path | None,
    as_of: date | None,
    derived: bool,
    inferred: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Write the graph of an output or a store, in files for other tools.

    \b
    cypher    graph.cypher     Neo4j, by cypher-shell
    gexf      graph.gexf       Gephi
    graphml   graph.graphml    yEd, Cytoscape, igraph, networkx
    jsonld    graph.jsonld     JSON-LD processors
    neo4j     neo4j/*.csv      Neo4j, by neo4j-admin import
    nquads    graph.nq         RDF stores, a named graph a document
    parquet   parquet/*        pandas, Polars, DuckDB, Spark
    pyg       graph.pt         PyTorch Geometric
    rdf12     graph.rdf12.ttl  RDF 1.2 stores
    turtle, jsonl, html and explorer are what kg build writes.

    \b
    kg export output --format graphml,gexf
    kg export store --format turtle -o graph.ttl

    PATH may be a file where one format of one file is asked for.

    Without --format PATH gets the same files as from kg build, byte for byte, whatever the order in
    which documents were added to a store or others removed. With --as-of it is the graph as it was
    known at the end of a day, month or year, without documents of no known date.
    """
    from kg.export import checked, write_formats

    started = time.monotonic()
    names = checked(formats.split(",")) if formats is not None else ()
    if names and (derived or inferred):
        option = "--derived" if derived else "--inferred"
        raise click.UsageError(f"{option} goes with all files of a build, not with --format.")
    target = _target(source, target)
    graph = _graph(source, as_of)
    if not names:
        graph.write(target, derived=derived, inferred=inferred)
        print_summary(graph, target, time.monotonic() - started, as_json=as_json, quiet=quiet)
        return SOME_PROBLEMS if any(problem.severity == "error" for problem in graph.problems) else FINE
    written = write_formats(graph, target, names)
    if as_json:
        print_json(_summary(written, graph, time.monotonic() - started))
    elif not quiet:
        print_lines(_lines(written))
    return FINE


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


def _target(source: Path, target: Path | None) -> Path:
    """Where to write: a place that is no store and can be written."""
    from kg.errors import StoreError
    from kg.store import is_store

    if target is None and is_store(source):
        raise click.UsageError(f"{source} is a store: say with -o where to write.")
    target = target or source
    if is_store(target):
        raise StoreError(f"{target} is a store: give another folder for the graph.")
    refuse_unwritable(target.parent if target.is_file() else target)
    return target


def _graph(source: Path, as_of: date | None) -> KnowledgeGraph:
    from kg import upkeep
    from kg.store import is_store

    if is_store(source):
        return upkeep.graph_of(source, as_of)
    if as_of is not None:
        raise click.UsageError("--as-of goes with a store; of an output, kg build --as-of makes another.")
    if not source.is_dir():
        raise InputError(f"{source} is neither an output of kg nor a store.")
    return graph_of(source)


def _lines(written: Iterable[Written]) -> Iterator[str]:
    """What was written, and where it is opened."""
    from kg.export import opened_in
    from kg.terminal import clean

    for each in written:
        tools = opened_in(each.format)
        for path in each.files:
            yield clean(f"{path} ({tools})" if path is each.files[0] else str(path))


def _summary(written: Iterable[Written], graph: KnowledgeGraph, seconds: float) -> dict[str, Any]:
    """The same for a program; bytes of each file, wall-clock seconds."""
    files = [
        {"format": each.format, "path": str(path), "bytes": path.stat().st_size}
        for each in written
        for path in each.files
    ]
    sizes = {name: len(getattr(graph, name)) for name in ("documents", "entities", "facts", "observations")}
    return {"files": files, **sizes, "seconds": round(seconds, 3)}
