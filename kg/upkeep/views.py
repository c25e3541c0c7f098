"""The graph that a store stands for, and its files kept beside the record until something changes."""

from __future__ import annotations

import atexit
import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from kg.config import Config
from kg.errors import StoreError
from kg.graph import KnowledgeGraph
from kg.model import Extraction, Problem, content_id
from kg.ontology import Ontology
from kg.pipeline import UNDATED, assemble
from kg.resolve import DECISIONS, as_of
from kg.store import Snapshot, Store
from kg.upkeep import fingerprint

_VIEW, _UNFINISHED = "graph-", ".graph-"
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_ASIDE: dict[Path, Path] = {}  # graphs of stores that cannot be written, for as long as this process runs
_OLD = 3600.0  # seconds after which an unfinished view is taken to be of a process that was killed


def graph_of(folder: str | Path, day: date | None = None) -> KnowledgeGraph:
    """The graph of all documents in a store, the same as a build of these documents makes.

    With a `day`, the graph as it was known at its end; documents of no known date are left out, each a problem.

    Raises:
        StoreError: there is no store, or it is damaged.
        OntologyError: an ontology file of the store's settings is missing or wrong.
    """
    with Store.open(folder) as store:
        config, snapshot = Config.from_json(store.settings), store.snapshot()
    return _assembled(snapshot, _decided(folder, config), day)


def output_of(folder: str | Path) -> Path:
    """The graph of a store as an output folder, made when it is asked for and anew when something has changed.

    It lies within the store and may be deleted at any time; of a store that cannot be written, among the temporary
    files of this process.

    Raises:
        StoreError: there is no store, it is damaged or cannot be written.
        OntologyError: an ontology file of the store's settings is missing or wrong.
    """
    folder = Path(folder)
    with Store.open(folder) as store:
        config = _decided(folder, Config.from_json(store.settings))
        kept = _place(folder, store.state, config)
        if kept.is_dir() or kept in _ASIDE:
            return _ASIDE.get(kept, kept)
        snapshot = store.snapshot()
    place = _place(folder, snapshot.state, config)
    try:
        with TemporaryDirectory(dir=folder, prefix=_UNFINISHED) as scratch:
            _assembled(snapshot, config).write(Path(scratch) / _VIEW, pages=False)
            with suppress(FileExistsError):  # another process has made the same
                os.rename(Path(scratch) / _VIEW, place)
    except OSError as error:
        if error.errno in _READ_ONLY:
            return _aside(place, snapshot, config)
        if not place.is_dir():
            raise StoreError(f"Cannot write the graph of {folder}: {error.strerror or error}.") from error
    for old in _views(folder):
        if old != place and (old.name.startswith(_VIEW) or _is_abandoned(old)):
            shutil.rmtree(old, ignore_errors=True)
    return place


def _aside(place: Path, snapshot: Snapshot, config: Config) -> Path:
    """The graph of a store that only others may change, in a folder that goes when this process ends."""
    if place not in _ASIDE:
        scratch = mkdtemp(prefix="kg-")
        atexit.register(shutil.rmtree, scratch, ignore_errors=True)
        _assembled(snapshot, config).write(scratch, pages=False)
        _ASIDE[place] = Path(scratch)
    return _ASIDE[place]


def forget(folder: Path) -> None:
    """Delete all that was made from the record, since it holds text that is about to go."""
    for old in _views(folder):
        shutil.rmtree(old, ignore_errors=True)


def _decided(folder: str | Path, config: Config) -> Config:
    """Settings with the decisions that lie in the store, unless they name a file of their own."""
    file = Path(folder) / DECISIONS
    return replace(config, decisions=file) if config.decisions is None and file.exists() else config


def _assembled(snapshot: Snapshot, config: Config, day: date | None = None) -> KnowledgeGraph:
    ontology = Ontology.load(*config.ontology)
    extractions: Iterable[Extraction] = snapshot
    problems = list(snapshot.problems)
    if day is not None:
        extractions, left_out = as_of(extractions, day)
        problems += [Problem(e.document.id, "warning", UNDATED) for e in left_out]
    return assemble(extractions, problems, config, ontology)


def _place(folder: Path, state: str, config: Config) -> Path:
    return folder / f"{_VIEW}{content_id(state, fingerprint.maker(config))}"


def _views(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.name.startswith((_VIEW, _UNFINISHED)))


def _is_abandoned(scratch: Path) -> bool:
    try:
        return time.time() - scratch.stat().st_mtime > _OLD
    except OSError:
        return False
