"""Which files to read, and the id of each.

A document's id is its path below the given folder without its ending, of a file given by itself
its stem. Where ids clash, all files of the clash take their ending on, then as many parent folders
as tell them apart. A file that is reached twice is read once. Hidden files and the output of an
earlier build are passed over, and so are stores.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.model import Problem
from kg.read.formats import BY_ENDING, ENDINGS, HEAD, Shape, holds_many, is_known, of_content, without_ending
from kg.read.reading import Reading
from kg.read.sidecar import is_sidecar
from kg.read.web import id_of, is_url

STANDARD_INPUT = "-"

# what a build writes, passed over where it stands together, so that a second build reads the same
_OUTPUTS = frozenset({"graph.ttl", "graph.html", "explorer.html"})
_OUTPUTS |= {f"{name}.jsonl" for name in ("entities", "facts", "matches", "observations", "problems", "documents")}
_STORE = "claims.sqlite"  # what makes a folder a store
_SHOWN = ", ".join(ENDINGS)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: `source` is its path below the given folder, its name or URL.

    `url` is "-" for standard input and "" for files; `named` are inputs that somebody gave by themselves.
    """

    id: str
    source: str
    path: Path
    url: str = ""
    named: bool = False

    @property
    def holds_many(self) -> bool:
        """Whether it holds any number of documents, each with an id of its own."""
        return bool(self.url) or holds_many(self.path.name)


def find(inputs: Iterable[str | Path], reading: Reading | None = None) -> tuple[list[Found], list[Problem]]:
    """Look through files and folders, in an order that does not depend on theirs.

    Raises:
        InputError: a path does not exist, a folder holds no documents, or a URL is not to be fetched.
    """
    reading = reading or Reading()
    given = set(inputs)
    elsewhere = sorted(str(g) for g in given if g == STANDARD_INPUT or is_url(g))
    found: dict[str, _Place] = {}
    problems: set[Problem] = set()
    for path in sorted({Path(g) for g in given if str(g) not in elsewhere}):
        places, refused = _look_through(path) if os.path.isdir(path) else _look_at(path, reading)
        problems.update(refused)
        for place in places:
            real = os.path.realpath(place.path)
            found[real] = min(found.get(real, place), place, key=_Place.rank)
    files = _with_ids(found.values())
    return [*files, *_elsewhere(elsewhere, {file.id for file in files}, reading)], sorted(problems)


def _elsewhere(given: Iterable[str], taken: set[str], reading: Reading) -> Iterator[Found]:
    """Standard input and URLs."""
    for url in given:
        if url != STANDARD_INPUT and not reading.fetch:
            raise InputError(f"{url} is not on this machine: kg fetches URLs only with --fetch.")
        id_ = "stdin" if url == STANDARD_INPUT else id_of(url)
        while id_ in taken:
            id_ += "~"
        taken.add(id_)
        yield Found(id_, "" if url == STANDARD_INPUT else url, Path(), url, named=True)


@dataclass(frozen=True, slots=True)
class _Place:
    """A file as somebody came by it."""

    path: Path
    source: str
    named: bool = False

    def rank(self) -> tuple[int, str, str]:
        """Of several ways to a file the one that says most of where it lies."""
        return -self.source.count("/"), self.source, os.path.abspath(self.path)


def _look_at(path: Path, reading: Reading) -> tuple[list[_Place], list[Problem]]:
    """A file that somebody named."""
    name = _readable(path.name)
    try:
        path.lstat()
    except PermissionError as error:
        raise InputError(f"{_readable(path)} cannot be reached: a folder above it may not be opened.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"There is no file or folder {_readable(path)}.") from error
    if not (reading.format or _is_known(path)):
        return [], [Problem(name, "error", f"is not in a format that kg reads ({_SHOWN})")]
    return [_Place(path, name, named=True)], []


def _is_known(path: Path) -> bool:
    """Whether a file is of a format of kg by its ending, or else by its content."""
    if is_known(path.name) or path.suffix.lower() not in ("", ".xml"):
        return is_known(path.name)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return bool(of_content(stream.read(HEAD)))
    except OSError:
        return True  # the problem is told when it is read


def _look_through(folder: Path) -> tuple[list[_Place], list[Problem]]:
    """All files below a folder but hidden ones, each folder once however links lead to it."""
    places: list[_Place] = []
    problems: list[Problem] = []
    for path in _files_below(folder, problems):
        source = _readable(path.relative_to(folder))
        if _is_known(path):
            places.append(_Place(path, source))
        else:
            problems.append(Problem(source, "warning", "is not in a format that kg reads"))
    if not places and not any(problem.severity == "error" for problem in problems):
        raise InputError(f"The folder {_readable(folder)} holds no documents ({_SHOWN}).")
    return places, problems


def _files_below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    waiting = [folder]
    visited: set[str] = set()
    while waiting:
        # folders that lie here come before those that are only linked
        waiting.sort(key=lambda p: (p.is_symlink(), p), reverse=True)
        current = waiting.pop()
        real = os.path.realpath(current)
        if real in visited:
            continue
        visited.add(real)
        try:
            paths = sorted(current.iterdir())
        except OSError as error:
            place = _readable(current.relative_to(folder))
            problems.append(Problem(place, "error", f"cannot be opened: {error.strerror or error}"))
            continue
        names = {path.name for path in paths}
        if _STORE in names:
            continue
        is_output = names >= {"graph.ttl", "facts.jsonl"}
        paths = [path for path in paths if not (path.name.startswith(".") or is_sidecar(path.name))]
        paths = [path for path in paths if not (is_output and _is_written(path.name))]
        waiting += [path for path in paths if os.path.isdir(path)]
        yield from (path for path in paths if not os.path.isdir(path))


def _is_written(name: str) -> bool:
    """Whether a file in an output folder is one of kg's: what it always writes, and tables, which it exports."""
    format_ = BY_ENDING.get(PurePath(name).suffix.lower())
    return name in _OUTPUTS or (format_ is not None and format_.shape is Shape.RECORDS)


def _readable(path: PurePath | str) -> str:
    """A path with forward slashes, bytes that are not UTF-8 replaced."""
    text = path.as_posix() if isinstance(path, PurePath) else path
    return os.fsencode(text).decode("utf-8", "replace")


def _with_ids(places: Iterable[_Place]) -> list[Found]:
    steps = dict.fromkeys(places, 0)
    while True:
        ids = {place: _id(place, step) for place, step in steps.items()}
        uses = Counter(ids.values())
        clashing = [place for place, id_ in ids.items() if uses[id_] > 1]
        if not clashing:
            return sorted(Found(id_, place.source, place.path, named=place.named) for place, id_ in ids.items())
        for place in clashing:
            steps[place] += 1


def _id(place: _Place, step: int) -> str:
    """The id at each step of a clash: without the ending, with it, with ever more of the parents."""
    source = PurePath(place.source)
    if step == 0:
        return without_ending(place.source)
    parts = Path(os.path.abspath(place.path)).parts
    return _readable(PurePath(*parts[-(len(source.parts) + step - 1) :]))
