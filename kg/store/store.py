"""What a store holds and how it is changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any

from kg.errors import StoreError
from kg.model import Document, Extraction, Problem
from kg.store.change import Change, Logged, Stored, is_hash_of
from kg.store.database import DAMAGED, WAIT, connect, new_state, telling, transaction
from kg.store.recorded import Recorded
from kg.store.records import document_from_bytes, from_bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One call that changed the store; `time` is UTC in ISO 8601."""

    number: int
    time: str
    command: str
    documents: tuple[Logged, ...]


@dataclass(frozen=True, slots=True)
class Snapshot(Recorded):
    """All that a graph is made of, at one moment. `state` names what the store held then."""

    state: str
    problems: tuple[Problem, ...]
    _folder: Path
    _records: tuple[tuple[str, bytes], ...]

    def __iter__(self) -> Iterator[Extraction]:
        """The extractions in the order of the ids.

        Raises:
            StoreError: a record is damaged.
        """
        for id_, record in self._records:
            with _reading(self._folder, id_):
                found = from_bytes(record)
            yield found


class Store:
    """A folder with the durable record; several processes may read and write it at once."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    @classmethod
    def open(cls, folder: str | Path, *, create: dict[str, Any] | None = None, wait: float = WAIT) -> Store:
        """Open a store; with `create`, the settings of a new one, make it where there is none.

        `wait` is how many seconds to wait for another process that writes.

        Raises:
            StoreError: there is no store, or it is damaged, of a newer kg or not permitted.
        """
        return cls(Path(folder), connect(Path(folder), create, wait))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        """Close at the end."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close."""
        self.close()

    @property
    def settings(self) -> dict[str, Any]:
        """What the store was made with."""
        try:
            found: dict[str, Any] = json.loads(self._held("settings"))
        except ValueError as error:
            raise StoreError(f"The store {self.folder} {DAMAGED}.") from error
        return found

    @property
    def state(self) -> str:
        """A name for what the store holds, another after every change."""
        return self._held("state")

    def documents(self) -> dict[str, Stored]:
        """What is stored, by id and in that order."""
        rows = self._rows("SELECT id, sha256, file, reader FROM documents ORDER BY id")
        return {id_: Stored(*row) for id_, *row in rows}

    def texts(self, ids: Iterable[str]) -> list[Document]:
        """These documents as they were read, without those that are gone.

        Raises:
            StoreError: a record is damaged.
        """
        return [found for id_ in ids for found in self._texts(id_)]

    def _texts(self, id_: str) -> Iterator[Document]:
        for (record,) in self._rows("SELECT record FROM documents WHERE id = ?", id_):
            with _reading(self.folder, id_):
                yield document_from_bytes(record)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or was read with a warning, sorted."""
        return tuple(sorted(Problem(*row) for row in self._rows("SELECT document, severity, message FROM problems")))

    def log(self) -> list[Entry]:
        """All changes, the latest last."""
        rows = self._rows(
            "SELECT number, time, command, document, what, sha256"
            " FROM log JOIN logged USING (number) ORDER BY number, position"
        )
        return [
            Entry(number, when, command, tuple(Logged(*row[3:]) for row in of_entry))
            for (number, when, command), of_entry in groupby(rows, key=lambda row: row[:3])
        ]

    def snapshot(self) -> Snapshot:
        """All that a graph is made of; writers wait only until the records are in memory, still compressed."""
        with telling(self.folder), transaction(self._connection, reading=True):
            records = self._rows("SELECT id, record FROM documents ORDER BY id")
            return Snapshot(self.state, self.problems(), self.folder, tuple(records))

    @contextmanager
    def change(self, command: str, entry: int | None = None) -> Iterator[Change]:
        """A transaction: what is done to the change inside is kept as a whole at the end, or not at all.

        It is logged under `command`; with the number of an earlier `entry`, as a part of that.

        Raises:
            StoreError: another process writes for too long, the disk is full, or the store cannot be changed.
        """
        with telling(self.folder), transaction(self._connection):
            before = self._connection.total_changes
            yield Change(self._connection, command, entry)
            if self._connection.total_changes != before:
                self._connection.execute("UPDATE held SET value = ? WHERE key = 'state'", (new_state(),))

    def verify(self) -> list[str]:
        """What is wrong with the file, a sentence each; nothing when all is well."""
        found = [f"SQLite: {said}" for (said,) in self._rows("PRAGMA integrity_check") if said != "ok"]
        for id_, sha256, record in self._rows("SELECT id, sha256, record FROM documents ORDER BY id"):
            try:
                if not is_hash_of(sha256, from_bytes(record).document):
                    found.append(f"The text of {id_} is not the one that was stored.")
            except ValueError:
                found.append(f"The record of {id_} cannot be read.")
        return found

    def _held(self, key: str) -> str:
        rows = self._rows("SELECT value FROM held WHERE key = ?", key)
        if not rows:
            raise StoreError(f"The store {self.folder} {DAMAGED}.")
        return str(rows[0][0])

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with telling(self.folder):
            return self._connection.execute(query, values).fetchall()


@contextmanager
def _reading(folder: Path, id_: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise StoreError(
            f"The store {folder} cannot read its record of {id_}: it is damaged, or of a newer version of kg."
        ) from error
