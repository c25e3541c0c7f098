"""kg build."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.engines import HERE, engine_of, reads_by_engine
from kg.commands.options import (
    AS_JSON,
    CONFIG,
    FINE,
    FOLDER,
    SOME_PROBLEMS,
    WORKERS,
    Day,
    Input,
    as_given,
    decided,
    reading_of,
    reads_inputs,
    refuse_unwritable,
    settings_of,
)
from kg.commands.output import print_summary
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...", type=Input())
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=FOLDER, help="Folder to write into.")
@CONFIG
@click.option("--base", metavar="IRI", help="Namespace of the entities and facts in RDF.")
@click.option("--ontology", metavar="TTL", type=FOLDER, multiple=True, help="More kinds, relations and words.")
@click.option(
    "--decisions", metavar="FILE", type=FOLDER, help="Which names are one thing; OUT/decisions.toml if left out."
)
@click.option("--derived", is_flag=True, help="Write what follows by arithmetic too, in files of its own.")
@click.option("--inferred", is_flag=True, help="Write what follows by the ontology too, in files of its own.")
@click.option("--as-of", metavar="DATE", type=Day(), help="Read only what was published by the end of DATE.")
@click.option(
    "--date", "undated", metavar="DATE", callback=as_given, help="When documents without a date were published."
)
@reads_inputs
@reads_by_engine
@WORKERS
@AS_JSON
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def build(
    inputs: Sequence[Path | str],
    out: Path,
    config_file: Path | None,
    base: str | None,
    ontology: Sequence[Path],
    decisions: Path | None,
    derived: bool,
    inferred: bool,
    as_of: date | None,
    undated: str,
    workers: int | None,
    engine: str,
    master: str | None,
    more: Sequence[Path | str],
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> int:
    """Read documents and write a graph.

    INPUT is a file, a folder of files, - for standard input, or with --fetch a URL: text, Markdown, web
    pages, PDF, Word, mail, feeds, filings, records (JSON lines, CSV, Parquet) or archives of these; kg read
    shows what is read of it. OUT gets graph.ttl, graph.html, explorer.html and entities, facts,
    observations, matches, documents and problems as JSON lines. With --derived it also gets
    derived.jsonl and derived.ttl: yearly figures, implied wholes, parts and changes, each with the
    facts and observations that it follows from. With --inferred it gets inferred.jsonl and
    inferred.ttl: inverses, symmetry and ownership chains, each with its facts. With --as-of it is the
    graph as it was known at the end of a day, month or year (2026-03-05, 2026-03, 2026), without
    documents of no known date; web pages and Markdown may tell their dates, others have the one that
    --date gives. With --engine spark the workers of Spark read, INPUT may also be the URI of a table
    (s3a://, hdfs://, file://; Parquet or JSON lines) that they read themselves, and OUT/spark gets
    claims, N-Quads and tables in parts. A build that is interrupted keeps what it has read in OUT; the
    same command goes on from there.

    \b
    Exit codes:
      0  all went well
      1  the graph is written, but some documents could not be read
      2  wrong usage, or a wrong setting in FILE
      3  nothing could be read, or OUT cannot be written
    """
    from kg import pipeline
    from kg.report import counted
    from kg.store import Journal
    from kg.terminal import progress_bar
    from kg.upkeep import fingerprint

    started = time.monotonic()
    inputs = (*inputs, *more)
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.")
    config = decided(settings_of(config_file, base, ontology), out, decisions)
    refuse_unwritable(out)
    with (
        engine_of(engine, master, inputs, out, config, undated, as_of, workers) as reads,
        progress_bar(shown=not (quiet or as_json)) as progress,
        Journal(out if engine == HERE else None, fingerprint.reader(config)) as journal,
    ):
        try:
            graph = pipeline.build(
                reads.inputs,
                config=config,
                progress=progress,
                as_of=as_of,
                undated=undated,
                reading=reading_of(how, workers),
                extracting=reads.extracting,
                expecting=reads.expecting,
                journal=journal,
            )
        except KeyboardInterrupt:
            if engine == HERE and len(journal):
                kept = counted(len(journal), "document")
                click.echo(f"What was read of {kept} is kept: the same command goes on from there.", err=True)
            raise
        if journal.resumed and not quiet:
            found = counted(journal.resumed, "document")
            click.echo(f"{found} had been read by a build that was interrupted.", err=True)
        failed = _refuse_nothing(graph, as_of, quiet=quiet)
        graph.write(out, derived=derived, inferred=inferred)
        reads.publish()
        journal.discard()
    print_summary(graph, out, time.monotonic() - started, as_json=as_json, quiet=quiet)
    return SOME_PROBLEMS if failed else FINE


def _refuse_nothing(graph: KnowledgeGraph, as_of: date | None, *, quiet: bool) -> bool:
    """Whether some documents could not be read.

    Raises:
        InputError: none could.
    """
    from kg import pipeline, report

    left_out = sum(problem.message == pipeline.UNDATED for problem in graph.problems)
    if left_out and not quiet:
        click.echo(f"{report.counted(left_out, 'document')} without a date left out.", err=True)
    failed = any(problem.severity == "error" for problem in graph.problems)
    if as_of and not (graph.documents or failed):
        raise InputError(f"None of the documents is known to have been published by {as_of}, so nothing was written.")
    if not graph.documents:
        click.echo("\n".join(report.problem_lines(graph.problems)), err=True)
        raise InputError("None of the documents could be read, so nothing was written.")
    return failed
