"""kg mcp: the graph for language models."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.commands.options import FINE, FOLDER


@click.command()
@click.argument("source", metavar="OUT_OR_STORE", type=FOLDER)
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(min=0.1), default=30, show_default=True, help="For a query."
)
def mcp(source: Path, timeout: float) -> int:
    """Serve the graph to an assistant, by the Model Context Protocol.

    An assistant's program starts this command and talks to it over standard input and output. Its
    tools search entities, give facts and numbers with their evidence and status, read documents,
    and answer SPARQL and plain English; nothing can be changed. A store or output may change while
    it is served. It needs the extra mcp: pip install "kg-business[mcp]".

    \b
    {"mcpServers": {"kg": {"command": "kg", "args": ["mcp", "/path/to/output"]}}}
    """
    from kg.mcp import serve

    if sys.stdin.isatty():
        click.echo("An assistant's program is to start this command; Ctrl-C ends it.", err=True)
    serve(source, timeout=timeout)
    return FINE
