"""What several commands take and how they read it: paths, settings, exit codes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.config import Config
    from kg.graph import KnowledgeGraph

FINE, SOME_PROBLEMS, WRONG_USAGE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130

FOLDER = click.Path(path_type=Path)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
CONFIG = click.option("--config", "config_file", metavar="FILE", type=FOLDER, help="Settings in TOML.")


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
