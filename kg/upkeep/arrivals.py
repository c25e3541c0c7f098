"""What of some inputs a store does not know yet, found without loading a model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.config import Config
from kg.errors import InputError
from kg.model import Document, Problem
from kg.read import Reading, find, read_files
from kg.store import Stored, hash_of
from kg.upkeep.fingerprint import file_hash

How = Callable[[Config], Reading]  # how inputs are read, given the settings of a store
Inputs = str | Path | Document | Iterable[str | Path | Document]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Inputs beside a store.

    `new` and `changed` are to be read, by id, `same` are the ids of texts that are stored. `untouched` are documents
    whose very bytes are known, so that they were not even parsed. `files` are hashes of the files, `problems` what was
    found in reading, by the id of the document or the name of the file. `broken` says that a file of any number of
    documents could not be read, so that nobody knows which of them are gone.
    """

    new: Mapping[str, Document]
    changed: Mapping[str, Document]
    same: frozenset[str]
    untouched: frozenset[str]
    files: Mapping[str, str]
    problems: Mapping[str, tuple[Problem, ...]]
    broken: bool = False

    @property
    def seen(self) -> frozenset[str]:
        """Everything that is among the inputs, readable or not."""
        return self.untouched.union(self.new, self.changed, self.same, self.problems)

    @property
    def unreadable(self) -> frozenset[str]:
        """What has problems and gave no document."""
        return frozenset(self.problems) - self.untouched.union(self.new, self.changed, self.same)

    def gone(self, stored: Iterable[str]) -> list[str]:
        """The documents that are not among the inputs, nor within a folder that cannot be opened."""
        if self.broken:
            return []
        lost = {p.document for found in self.problems.values() for p in found if p.severity == "error"}
        seen = self.seen
        return [id_ for id_ in stored if id_ not in seen and not lost.intersection(_above(id_))]


def look(inputs: Inputs, stored: Mapping[str, Stored], reading: Reading, reader: str) -> Arrivals:
    """Look through inputs; `reader` is the fingerprint of who reads now.

    Texts that are stored already are let go of one by one, so that only what is new is held.

    Raises:
        InputError: a path does not exist, a folder holds no documents or two documents have one id.
    """
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    paths = [g for g in given if not isinstance(g, Document)]
    found, problems = find(paths, reading) if paths else ([], [])
    files = {file.id: file_hash(file.path) for file in found if not file.holds_many}
    untouched = frozenset(
        id_ for id_, file in files.items() if file and id_ in stored and _is(stored[id_], file, reader)
    )
    unknown = [file for file in found if file.id not in untouched]
    new: dict[str, Document] = {}
    changed: dict[str, Document] = {}
    same: dict[str, str] = {}
    told: list[Problem] = []
    for item in chain((g for g in given if isinstance(g, Document)), read_files(unknown, problems, reading)):
        if isinstance(item, Problem):
            told.append(item)
            continue
        known = stored.get(item.id)
        sha256 = hash_of(item)
        before = new.get(item.id) or changed.get(item.id)
        if item.id in untouched or (before or item) != item or same.get(item.id, sha256) != sha256:
            raise InputError(f"Two documents have the id {item.id}.")
        if known is not None and known.sha256 == sha256:
            same[item.id] = sha256
        else:
            (new if known is None else changed)[item.id] = item
    many = {file.id for file in found if file.holds_many}
    broken = any(problem.severity == "error" and problem.document in many for problem in told)
    new, changed = dict(sorted(new.items())), dict(sorted(changed.items()))
    return Arrivals(new, changed, frozenset(same), untouched, files, _grouped(told), broken)


def _above(id_: str) -> set[str]:
    """All folders that a document lies in, the given one first of all."""
    parts = id_.split("/")
    return {".", *("/".join(parts[:n]) for n in range(1, len(parts)))}


def _is(known: Stored, file: str, reader: str) -> bool:
    return known.file == file and known.reader == reader


def _grouped(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, set[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.document, set()).add(problem)
    return {id_: tuple(sorted(of_one)) for id_, of_one in sorted(found.items())}
