"""kg serve: a graph over HTTP."""

from __future__ import annotations

import time
from pathlib import Path

import click

from kg.commands.options import FINE, FOLDER


@click.command()
@click.argument("out", type=FOLDER)
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen here; 0.0.0.0 lets other machines read.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="Stop a query after this.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=32, show_default=True, metavar="MB", help="Refuse a larger answer."
)
@click.option(
    "--max-body", type=click.IntRange(1), default=1024, show_default=True, metavar="KB", help="Refuse a larger request."
)
@click.option("--readers", type=click.IntRange(1, 64), help="Queries at once; the number of cores, at least 4.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help="Let pages of this origin ask, too.")
@click.option("-q", "--quiet", is_flag=True, help="Log no requests.")
def serve(
    out: Path,
    host: str,
    port: int,
    timeout: float,
    limit: int,
    max_body: int,
    readers: int | None,
    origins: tuple[str, ...],
    quiet: bool,
) -> int:
    """Serve a graph to browsers and SPARQL clients.

    OUT is what kg build wrote, or a store. The service only reads, listens only to this machine unless
    --host says otherwise, and takes up what kg build or kg add change while it runs.

    \b
    /            the explorer
    /sparql      SPARQL 1.1 queries: GET or POST; JSON, XML, CSV, TSV, Turtle, N-Triples ...
    /data        whole graphs: ?default, or ?graph=IRI
    /id/...      a page for each company, product, fact ...; Turtle and JSON-LD for programs
    /questions   the shipped questions, /questions/NAME?PARAM=VALUE the answer of one
    /healthz     whether it is up

    \b
    curl 'localhost:8000/sparql' --data-urlencode 'query=SELECT ?name { ?x a kg:Company; rdfs:label ?name }'
    """
    from kg.serve import MEGABYTE, Settings
    from kg.serve import serve as serve_until_interrupted

    settings = Settings(host, port, timeout, limit * MEGABYTE, max_body * 1024, origins=origins, quiet=quiet)
    if readers:
        from dataclasses import replace

        settings = replace(settings, readers=readers)
    serve_until_interrupted(out, settings, _tell)
    return FINE


def _tell(line: str) -> None:
    from kg.terminal import clean

    click.echo(f"{time.strftime('%H:%M:%S')} {clean(line)}", err=True)
