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

# what a build writes, passed over where it stands together, so that a second build reads the same
_OUTPUTS = frozenset({"graph.ttl", "graph.html", "explorer.html"})
_OUTPUTS |= {f"{name}.jsonl" for name in ("entities", "facts", "matches", "observations", "problems", "documents")}
_STORE = "claims.sqlite"  # what makes a folder a store

ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: `source` is its path below the given folder, or its name."""

    id: str
    source: str
    path: Path


def find(inputs: Iterable[str | Path]) -> tuple[list[Found], list[Problem]]:
    """Look through files and folders, in an order that does not depend on theirs.

    Raises:
        InputError: a path does not exist, or a folder holds no documents.
    """
    found: dict[str, _Place] = {}
    problems: set[Problem] = set()
    for path in sorted({Path(given) for given in inputs}):
        places, refused = _look_through(path) if os.path.isdir(path) else _look_at(path)
        problems.update(refused)
        for place in places:
            real = os.path.realpath(place.path)
            found[real] = min(found.get(real, place), place, key=_Place.rank)
    return _with_ids(found.values()), sorted(problems)


@dataclass(frozen=True, slots=True)
class _Place:
    """A file as somebody came by it."""

    path: Path
    source: str

    def rank(self) -> tuple[int, str, str]:
        """Of several ways to a file the one that says most of where it lies."""
        return -self.source.count("/"), self.source, os.path.abspath(self.path)


def _look_at(path: Path) -> tuple[list[_Place], list[Problem]]:
    """A file that somebody named."""
    name = _readable(path.name)
    if not os.path.lexists(path):
        raise InputError(f"There is no file or folder {_readable(path)}.")
    if path.suffix.lower() not in ENDINGS:
        return [], [Problem(name, "error", f"is not in a format that kg reads ({', '.join(ENDINGS)})")]
    return [_Place(path, name)], []


def _look_through(folder: Path) -> tuple[list[_Place], list[Problem]]:
    """All files below a folder but hidden ones, each folder once however links lead to it."""
    places: list[_Place] = []
    problems: list[Problem] = []
    for path in _files_below(folder, problems):
        source = _readable(path.relative_to(folder))
        if path.suffix.lower() in ENDINGS:
            places.append(_Place(path, source))
        else:
            problems.append(Problem(source, "warning", "is not in a format that kg reads"))
    if not places and not any(problem.severity == "error" for problem in problems):
        raise InputError(f"The folder {_readable(folder)} holds no documents ({', '.join(ENDINGS)}).")
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
        passed_over = _OUTPUTS if names >= {"graph.ttl", "facts.jsonl"} else frozenset()
        paths = [path for path in paths if not path.name.startswith(".") and path.name not in passed_over]
        waiting += [path for path in paths if os.path.isdir(path)]
        yield from (path for path in paths if not os.path.isdir(path))


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
            return sorted(Found(id_, place.source, place.path) for place, id_ in ids.items())
        for place in clashing:
            steps[place] += 1


def _id(place: _Place, step: int) -> str:
    """The id at each step of a clash: without the ending, with it, with ever more of the parents."""
    source = PurePath(place.source)
    if step == 0:
        return source.with_suffix("").as_posix()
    parts = Path(os.path.abspath(place.path)).parts
    return _readable(PurePath(*parts[-(len(source.parts) + step - 1) :]))
