"""The formats by name, and how files of them come into place: all complete before the first is put there.

The module of a format has `FILES`, the names of what it writes, `OPENED_IN`, the tools it is for, `write(graph,
folder)`, and `NEEDS` where it needs a library that kg does not bring.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING

from kg.errors import FormatError, InputError
from kg.export.encodable import encodable

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

# the modules of this room that each write a format of their own name
FORMATS = (
    "cypher",
    "explorer",
    "gexf",
    "graphml",
    "html",
    "jsonl",
    "jsonld",
    "neo4j",
    "nquads",
    "parquet",
    "pyg",
    "rdf12",
    "turtle",
)
# what people ask for by another name
_ALSO = {
    "csv": "neo4j",
    "gephi": "gexf",
    "json": "jsonld",
    "networkx": "graphml",
    "nq": "nquads",
    "pandas": "parquet",
    "rdf": "turtle",
    "rdflib": "turtle",
    "torch": "pyg",
    "ttl": "turtle",
}
_IN_PYTHON = {"networkx", "rdflib"}


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a format."""

    format: str
    files: tuple[Path, ...]


def checked(names: Iterable[str]) -> tuple[str, ...]:
    """Names of formats, each once, in the given order.

    Raises:
        FormatError: a name is not known, or the library of its format is missing.
    """
    found = tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))
    if not found:
        raise FormatError(f"Name a format: {', '.join(FORMATS)}.")
    for name in found:
        if name not in FORMATS:
            raise FormatError(f"There is no format {name!r}{_instead(name)}.")
        needs = getattr(_module(name), "NEEDS", "")
        if needs and find_spec(needs) is None:
            raise FormatError(f'The format {name} needs {needs}: pip install "kg-business[{name}]".')
    return found


def opened_in(name: str) -> str:
    """The tools that a format is for, in words."""
    return str(_module(name).OPENED_IN)


def write_formats(graph: KnowledgeGraph, target: Path, names: Sequence[str]) -> tuple[Written, ...]:
    """Write files of some formats into a folder; or to a file, when one format of one file is asked for.

    A target is meant as a file when it has the ending of the format's file and is no folder.

    Raises:
        FormatError: a name is not known, or the library of its format is missing.
        InputError: the target cannot be written.
    """
    names = checked(names)
    file = _file_meant(target, names)
    folder = target.parent if file else target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".writing-") as place, no_collection():
            _write_all(encodable(graph), names, Path(place))
            return tuple(_put_in_place(name, Path(place), folder, file) for name in names)
    except OSError as error:
        raise InputError(f"Cannot write to {target}: {error.strerror or error}.") from error


@contextmanager
def no_collection() -> Iterator[None]:
    """Writing makes millions of objects and no cycles: to look for some would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write_all(graph: KnowledgeGraph, names: Iterable[str], place: Path) -> None:
    for name in names:
        (place / name).mkdir()
        _module(name).write(graph, place / name)


def _put_in_place(name: str, place: Path, folder: Path, file: Path | None) -> Written:
    paths = []
    for written in _module(name).FILES:
        path = file or folder / written
        path.parent.mkdir(exist_ok=True)
        os.replace(place / name / written, path)
        paths.append(path)
    return Written(name, tuple(paths))


def _file_meant(target: Path, names: Sequence[str]) -> Path | None:
    files = [file for name in names for file in _module(name).FILES]
    alone = len(files) == 1 and target.suffix.lower() == Path(files[0]).suffix
    return target if alone and not target.is_dir() else None


def _module(name: str) -> ModuleType:
    return import_module(f"kg.export.{name}")


def _instead(name: str) -> str:
    """What may be meant."""
    if name in _IN_PYTHON:
        return f" of files; in Python there is KnowledgeGraph.to_{name}(), and {_ALSO[name]} is a file for it"
    near = [_ALSO[name]] if name in _ALSO else get_close_matches(name, FORMATS, n=2, cutoff=0.6)
    return f"; perhaps {' or '.join(near)} is meant" if near else f"; there are {', '.join(FORMATS)}"
