"""The command line: one call a command. Results go to standard output, everything else to standard error."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.commands import CUT_OFF, FAILED, INTERRUPTED, SECTIONS, WRONG_USAGE
from kg.errors import ConfigError, FormatError, KgError, QueryError


class _Sections(click.Group):
    """Help with the commands in groups."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one definition list a group."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(command.name or "", command.get_short_help_str(70)) for command in commands])


@click.group(cls=_Sections, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Knowledge graphs from business text.

    Who buys from, makes, owns, sues and fears what, how much of it, whether it is so, planned or
    denied, and the exact words that say it.

    \b
    kg build seeds -o output        read texts, web pages, PDF, filings ... into a graph
    kg show output Microsoft        what the graph says of a company
    kg query output --list          questions that it answers
    kg add store news/              keep documents in a store, each read once

    Then open output/explorer.html, or graph.ttl in any RDF tool. Every command explains itself with
    --help and answers programs with --json.

    \b
    Exit codes:
      0  all went well
      1  done, but some documents could not be read, or a check found violations
      2  wrong usage: an unknown option, setting, question or format
      3  nothing could be read or found, or the output cannot be written
    """


for _commands in SECTIONS.values():
    for _command in _commands:
        cli.add_command(_command)

_CODES: dict[type[KgError], int] = {ConfigError: WRONG_USAGE, FormatError: WRONG_USAGE, QueryError: WRONG_USAGE}


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; errors become one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = int(cli.main(_meant(given), prog_name="kg", standalone_mode=False) or 0)
        sys.stdout.flush()  # a full disk or a closed pipe shows here at the latest
        return code
    except SystemExit:  # what click makes of a pipe that nobody reads any more
        return CUT_OFF
    except click.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KgError as error:
        from kg.terminal import clean

        click.echo(f"kg: {clean(str(error))}", err=True)
        return _CODES.get(type(error), FAILED)
    except OSError as error:
        return _unwritable(error)


def _meant(given: list[str]) -> list[str]:
    """Arguments with "help build" for "build --help"."""
    return [*given[1:], "--help"] if given[:1] == ["help"] else given


def _unwritable(error: OSError) -> int:
    """Say what became of the output, and let nothing else be written to it when Python ends."""
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  open until the end
    if isinstance(error, BrokenPipeError):
        return CUT_OFF
    place = f" {error.filename}" if error.filename else ""
    click.echo(f"kg: Cannot write{place or ' the output'}: {error.strerror or error}.", err=True)
    return FAILED


def main() -> None:
    """The `kg` command."""
    sys.exit(run())
