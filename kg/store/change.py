"""What can be done to a store within one transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from kg.model import Document, Extraction, Problem
from kg.store.database import FORMAT
from kg.store.records import to_bytes

ABSENT, ANY = "", "*"  # what a change may expect of a document besides a hash
ADDED, REPLACED, REREAD, REMOVED = "added", "replaced", "read again", "removed"  # what is logged of a document


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the store knows it: hash of what was read, of its file ("" for none), and who read it."""

    sha256: str
    file: str
    reader: str


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a document, such as ADDED; the hash is of what was stored, or of what was removed."""

    document: str
    what: str
    sha256: str


class Change:
    """A transaction under way. `number` is that of its entry in the log, None while nothing is logged."""

    def __init__(self, connection: sqlite3.Connection, command: str, number: int | None) -> None:
        self.number = number
        self._command = command
        self._connection = connection

    def stored(self, id_: str) -> Stored | None:
        """A document as it is stored now."""
        row = self._one("SELECT sha256, file, reader FROM documents WHERE id = ?", id_)
        return Stored(*row) if row else None

    def put(
        self, extraction: Extraction, *, reader: str, file: str = "", expected: str = ANY, what: str = REPLACED
    ) -> str:
        """Store what was read in a document; gives what is logged of it: ADDED, or `what` where it was there before.

        Nothing is done, and "" given, where the store holds anything but what is `expected`: a hash, ABSENT or ANY.
        """
        id_, sha256 = extraction.document.id, hash_of(extraction.document)
        before = self.stored(id_)
        if expected != ANY and expected != (before.sha256 if before else ABSENT):
            return ""
        self._run(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256,"
            " file = excluded.file, reader = excluded.reader, added = excluded.added, record = excluded.record",
            *(id_, sha256, file, reader, _now(), to_bytes(extraction)),
        )
        self._run(f"PRAGMA user_version={FORMAT}")  # an older store holds a newer record now
        logged = what if before else ADDED
        self._log(Logged(id_, logged, sha256))
        return logged

    def renew(self, id_: str, file: str) -> None:
        """Note the hash of a file whose text has stayed the same."""
        self._run("UPDATE documents SET file = ? WHERE id = ? AND file <> ?", file, id_, file)

    def remove(self, id_: str) -> bool:
        """Take a document and its problems out, and say whether it was there."""
        before = self.stored(id_)
        self._run("DELETE FROM problems WHERE document = ?", id_)
        if before is None:
            return False
        self._run("DELETE FROM documents WHERE id = ?", id_)
        self._log(Logged(id_, REMOVED, before.sha256))
        return True

    def set_problems(self, id_: str, problems: Iterable[Problem]) -> None:
        """Let these and no others be the problems of a document or file."""
        rows = self._connection.execute("SELECT document, severity, message FROM problems WHERE document = ?", (id_,))
        if {Problem(*row) for row in rows.fetchall()} == (wanted := set(problems)):
            return
        self._run("DELETE FROM problems WHERE document = ?", id_)
        for problem in sorted(wanted):
            self._run("INSERT INTO problems VALUES (?, ?, ?)", id_, problem.severity, problem.message)

    def _log(self, logged: Logged) -> None:
        if self.number is None:
            self.number = self._run("INSERT INTO log (time, command) VALUES (?, ?)", _now(), self._command)
        self._run(
            "INSERT INTO logged SELECT ?, coalesce(max(position) + 1, 0), ?, ?, ? FROM logged WHERE number = ?",
            *(self.number, logged.document, logged.what, logged.sha256, self.number),
        )

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return found

    def _run(self, query: str, *values: object) -> int | None:
        return self._connection.execute(query, values).lastrowid


def hash_of(document: Document) -> str:
    """The hash of what kg reads of a document; its id is not part of it."""
    blocks = [[block.start, block.end, block.kind, block.place] for block in document.blocks]
    return _hash_of([document.text, document.title, document.date, document.source, document.author, blocks])


def is_hash_of(sha256: str, document: Document) -> bool:
    """Whether a hash is that of a document, or the one of stores before format 3: blind to author and blocks."""
    former = [document.text, document.title, document.date, document.source]
    return sha256 in (hash_of(document), _hash_of(former))


def _hash_of(parts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
