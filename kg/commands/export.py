"""kg export: a graph in the files of other tools."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, graph_of, refuse_unwritable
from kg.commands.output import print_json, print_lines

if TYPE_CHECKING:
    from kg.export import Written
    from kg.graph import KnowledgeGraph


@click.command()
@click.argument("out", type=FOLDER)
@click.option(
    "--format",
    "formats",
    metavar="NAME[,NAME...]",
    help="cypher, gexf, graphml, html, jsonl, jsonld, neo4j, nquads, parquet, pyg, rdf12 or turtle; "
    "all files of a build if left out.",
)
@click.option(
    "-o", "--output", "target", metavar="PATH", type=FOLDER, help="Folder or file to write; OUT itself if left out."
)
@AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def export(out: Path, formats: str | None, target: Path | None, as_json: bool, quiet: bool) -> int:
    """Write a graph in the files of other tools.

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
    turtle, jsonl and html are what kg build writes.

    \b
    kg export output --format graphml,gexf
    kg export output --format neo4j -o /tmp/import

    PATH may be a file where one format of one file is asked for.
    """
    from kg.export import checked, write_formats

    started = time.monotonic()
    names = checked(formats.split(",") if formats is not None else ("jsonl", "turtle", "html"))
    target = target or out
    refuse_unwritable(target.parent if target.is_file() else target)
    graph = graph_of(out)
    written = write_formats(graph, target, names)
    if as_json:
        print_json(_summary(written, graph, time.monotonic() - started))
    elif not quiet:
        print_lines(_lines(written))
    return FINE


def _lines(written: Iterable[Written]) -> Iterator[str]:
    """What was written, and where it is opened."""
    from kg.export import opened_in
    from kg.terminal import clean

    for each in written:
        tools = opened_in(each.format)
        for path in each.files:
            yield clean(f"{path}  ({tools})" if path is each.files[0] else str(path))


def _summary(written: Iterable[Written], graph: KnowledgeGraph, seconds: float) -> dict[str, Any]:
    """The same for a program; bytes of each file, wall-clock seconds."""
    files = [
        {"format": each.format, "path": str(path), "bytes": path.stat().st_size}
        for each in written
        for path in each.files
    ]
    sizes = {name: len(getattr(graph, name)) for name in ("documents", "entities", "facts", "observations")}
    return {"files": files, **sizes, "seconds": round(seconds, 3)}
