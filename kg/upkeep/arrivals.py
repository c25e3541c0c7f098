"""What of some inputs a store does not know yet, found without loading a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.config import Config
from kg.errors import InputError
from kg.model import Document, Problem
from kg.read import find, read_files
from kg.store import Stored, hash_of
from kg.upkeep.fingerprint import file_hash

Inputs = str | Path | Document | Iterable[str | Path | Document]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Inputs beside a store.

    `new` and `changed` are to be read, `same` hold the text that is stored, all by id. `untouched` are documents
    whose very bytes are known, so that they were not even parsed. `files` are hashes of the files, `problems` what was
    found in reading, by the id of the document or the name of the file.
    """

    new: Mapping[str, Document]
    changed: Mapping[str, Document]
    same: Mapping[str, Document]
    untouched: frozenset[str]
    files: Mapping[str, str]
    problems: Mapping[str, tuple[Problem, ...]]

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
        lost = {p.document for found in self.problems.values() for p in found if p.severity == "error"}
        seen = self.seen
        return [id_ for id_ in stored if id_ not in seen and not lost.intersection(_above(id_))]


def look(inputs: Inputs, stored: Mapping[str, Stored], config: Config, reader: str) -> Arrivals:
    """Look through inputs; `reader` is the fingerprint of who reads now.

    Raises:
        InputError: a path does not exist, a folder holds no documents or two documents have one id.
    """
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    paths = [g for g in given if not isinstance(g, Document)]
    found, problems = find(paths) if paths else ([], [])
    files = {file.id: file_hash(file.path) for file in found}
    untouched = frozenset(
        id_ for id_, file in files.items() if file and id_ in stored and _is(stored[id_], file, reader)
    )
    unknown = [file for file in found if file.id not in untouched]
    items = [
        *(g for g in given if isinstance(g, Document)),
        *read_files(unknown, problems, max_characters=config.max_characters),
    ]
    documents = _by_id((item for item in items if isinstance(item, Document)), untouched)
    kinds = {id_: _compared(document, stored.get(id_)) for id_, document in documents.items()}
    new, changed, same = (
        {id_: documents[id_] for id_ in sorted(documents) if kinds[id_] == kind} for kind in ("new", "changed", "same")
    )
    return Arrivals(new, changed, same, untouched, files, _grouped(i for i in items if isinstance(i, Problem)))


def _above(id_: str) -> set[str]:
    """All folders that a document lies in, the given one first of all."""
    parts = id_.split("/")
    return {".", *("/".join(parts[:n]) for n in range(1, len(parts)))}


def _is(known: Stored, file: str, reader: str) -> bool:
    return known.file == file and known.reader == reader


def _compared(document: Document, known: Stored | None) -> str:
    if known is None:
        return "new"
    return "same" if known.sha256 == hash_of(document) else "changed"


def _by_id(documents: Iterable[Document], taken: frozenset[str]) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for document in documents:
        if found.setdefault(document.id, document) != document or document.id in taken:
            raise InputError(f"Two documents have the id {document.id}.")
    return found


def _grouped(problems: Iterator[Problem]) -> dict[str, tuple[Problem, ...]]:
    found: dict[str, set[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.document, set()).add(problem)
    return {id_: tuple(sorted(of_one)) for id_, of_one in sorted(found.items())}
