"""What several commands take and how they read it: paths, settings, exit codes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.config import Config
    from kg.graph import KnowledgeGraph
    from kg.pipeline import Extracting
    from kg.read import Reading

FINE, SOME_PROBLEMS, WRONG_USAGE, FAILED, INTERRUPTED, CUT_OFF = 0, 1, 2, 3, 130, 141

FOLDER = click.Path(path_type=Path)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
CONFIG = click.option("--config", "config_file", metavar="FILE", type=FOLDER, help="Settings in TOML.")


class Input(click.ParamType[Path | str]):
    """A file, a folder, a URL, or "-" for standard input."""

    name = "input"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """Keep what is no path."""
        from kg.read import STANDARD_INPUT

        return str(value) if value == STANDARD_INPUT or "://" in str(value) else Path(str(value))


class Column(click.ParamType[tuple[str, str]]):
    """A part of a document and the column that holds it."""

    name = "column"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Refuse parts that no document has."""
        from kg.read import PARTS

        if isinstance(value, tuple):
            return value
        part, _, name = str(value).partition("=")
        if part not in PARTS or not name:
            self.fail(f"{value!r} is not PART=NAME with a part of {', '.join(PARTS)}.", param, ctx)
        return part, name


class FormatName(click.ParamType[str]):
    """The name of a format that is read."""

    name = "format"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse other names."""
        from kg.read import FORMATS

        if str(value) not in FORMATS:
            self.fail(f"{value!r} is not one of {', '.join(FORMATS)}.", param, ctx)
        return str(value)


_READING = (
    click.option(
        "--column",
        "columns",
        metavar="PART=NAME",
        type=Column(),
        multiple=True,
        help="Which column of records is the text, id, title, date, author or source.",
    ),
    click.option("--any-language", is_flag=True, help="Read documents that are not in English, too."),
    click.option("--as", "format", metavar="FORMAT", type=FormatName(), help="Format of - and of files named here."),
    click.option("--fetch", is_flag=True, help="Read URLs among the inputs."),
    click.option("--fetch-local", "local", is_flag=True, help="The same, on this machine and its network too."),
)


def reads_inputs(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that tell how inputs are read; it takes them as `**how`, for `reading_of`."""
    for option in reversed(_READING):
        command = option(command)
    return command


def reading_of(how: Mapping[str, Any], workers: int | None = None) -> Callable[[Config], Reading]:
    """How inputs are read, by the options and, where these are silent, the settings; in this process with 0 workers."""

    def reading(config: Config) -> Reading:
        from kg.config import ANY
        from kg.read import Reading

        return Reading(
            config.max_characters,
            tuple({**dict(config.columns), **dict(how["columns"])}.items()),
            ANY if how["any_language"] else config.language,
            how["fetch"] or how["local"],
            how["local"],
            how["format"] or "",
            None if workers == 0 else config.max_seconds,
        )

    return reading


WORKERS = click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(0),
    envvar="KG_WORKERS",
    help="Processes that read; as many as there are processors if left out, 0 to read in this one.",
)


def extracting_by(workers: int | None) -> Extracting:
    """Who recognises and relates: processes of their own, so that no document can take the whole run down."""
    from functools import partial

    from kg import scale
    from kg.pipeline import extract

    return extract if workers == 0 else partial(scale.extract, workers=workers)


class Day(click.ParamType[date]):
    """A day, month or year, given as its last day."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Refuse what is no date in one sentence."""
        from kg.resolve import last_day

        day = value if isinstance(value, date) else last_day(str(value))
        if day is None:
            self.fail(f"{value!r} is not a day, month or year such as 2026-03-05, 2026-03 or 2026.", param, ctx)
        return day


def as_given(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """A date in the words of the command line, "" where none is given."""
    return value if value and Day().convert(value, param, ctx) else ""


def settings_of(file: Path | None, base: str | None, ontology: Sequence[Path]) -> Config:
    """The settings of a file, or the defaults, with what the command line adds.

    Raises:
        ConfigError: the file or a setting is wrong.
    """
    from kg import config

    settings = config.load(file)
    if base is not None:
        settings = replace(settings, base=base)
    return replace(settings, ontology=(*settings.ontology, *ontology))


def decided(config: Config, out: Path, file: Path | None) -> Config:
    """Settings with the decisions of a file, or of the output folder where it has some and the settings name none.

    Raises:
        InputError: there is no such file.
    """
    from kg.resolve import DECISIONS

    if file is not None and not file.exists():
        raise InputError(f"There is no file {file}.")
    if file is None and config.decisions is None and (out / DECISIONS).exists():
        file = out / DECISIONS
    return replace(config, decisions=file) if file else config


def output_of(given: Path) -> Path:
    """The output folder that is meant: of a store, the graph that is kept in it.

    Raises:
        StoreError: the store is damaged or cannot be written.
    """
    from kg.store import is_store

    if not is_store(given):
        return given
    from kg.upkeep import output_of as graph_within

    return graph_within(given)


def refuse_unwritable(out: Path) -> None:
    """Say so before the work rather than after it."""
    place = next(path for path in (out, *out.absolute().parents) if os.path.lexists(path))
    if not place.is_dir():
        raise InputError(f"Cannot write to {out}: {place} is not a folder.")
    if not os.access(place, os.W_OK | os.X_OK):
        raise InputError(f"Cannot write to {out}: permission denied in {place}.")


def graph_of(out: Path) -> KnowledgeGraph:
    """The graph in an output folder.

    Raises:
        InputError: the folder is not an output of kg.
    """
    from kg.export import read_graph

    return read_graph(out)
