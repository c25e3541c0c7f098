"""The SQLite file of a store: how it is opened, what its tables are, and what its errors mean.

A rollback journal rather than a write-ahead log: one file when nobody writes, safe on network drives, and what
is deleted is gone at the commit (`secure_delete` overwrites it) instead of at some later checkpoint.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from kg.errors import StoreError

FILE = "claims.sqlite"
OUTPUT = "graph.ttl"  # lies in what kg build wrote
FORMAT = 3  # of hashes that heed blocks; raised whenever an older kg could not read what this one writes
WAIT = 20.0  # seconds to wait for another writer
_APPLICATION = 0x6B677374  # "kgst"

_TABLES = """
CREATE TABLE held (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    reader TEXT NOT NULL,
    added TEXT NOT NULL,
    record BLOB NOT NULL
);
CREATE TABLE problems (
    document TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (document, severity, message)
) WITHOUT ROWID;
CREATE TABLE log (number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, command TEXT NOT NULL);
CREATE TABLE logged (
    number INTEGER NOT NULL REFERENCES log,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    what TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (number, position)
) WITHOUT ROWID;
"""


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, as far as its files tell."""
    return (folder / FILE).is_file()


def connect(folder: Path, create: dict[str, Any] | None, wait: float) -> sqlite3.Connection:
    """Open the file of a store; with `create` settings make it where there is none.

    Raises:
        StoreError: there is no store, or it cannot be opened.
    """
    _look(folder, create is not None)
    with telling(folder):
        uri = (folder / FILE).absolute().as_uri()
        connection = sqlite3.connect(
            f"{uri}?mode={'rw' if create is None else 'rwc'}", wait, isolation_level=None, uri=True
        )
        try:
            for pragma in ("synchronous=EXTRA", "secure_delete=ON", "temp_store=MEMORY"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            if create is not None:
                _make(connection, create)
            _recognise(folder, connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _look(folder: Path, may_make: bool) -> None:
    """Refuse what is no place for a store, and make the folder."""
    try:
        names = set(os.listdir(folder))
    except FileNotFoundError:
        names = set()
    except OSError as error:
        raise StoreError(f"{folder} is not a store of kg: {error.strerror or error}.") from error
    if not may_make and OUTPUT in names:
        raise StoreError(
            f"{folder} is what kg build wrote, not a store: kg build writes it anew, kg add makes a store."
        )
    if not may_make and FILE not in names:
        raise StoreError(f"{folder} is not a store of kg; make one with: kg add {folder} INPUT...")
    if names and not is_store(folder):
        raise StoreError(f"{folder} holds other files: give a new folder for the store.")
    if may_make and not names:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"Cannot make the store {folder}: {error.strerror or error}.") from error
        with suppress(OSError):
            _sync(folder.absolute().parent)


def _sync(folder: Path) -> None:
    """Have the name of a new folder survive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make(connection: sqlite3.Connection, settings: dict[str, Any]) -> None:
    """Make the tables in one transaction, unless another process was first."""
    with transaction(connection):
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        held = {"settings": json.dumps(settings, ensure_ascii=False, sort_keys=True), "state": new_state()}
        connection.executemany("INSERT INTO held VALUES (?, ?)", held.items())
        connection.execute(f"PRAGMA application_id={_APPLICATION}")
        connection.execute(f"PRAGMA user_version={FORMAT}")


def new_state() -> str:
    """A name for what a store holds: random, so that a restored copy never takes the name of something else."""
    return os.urandom(8).hex()


def _recognise(folder: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not version and not application:
        raise StoreError(f"The store {folder} was never finished; make it with: kg add {folder} INPUT...")
    if application != _APPLICATION:
        raise StoreError(f"{folder / FILE} is the file of another program.")
    if version > FORMAT:
        raise StoreError(f"The store {folder} was made by a newer version of kg: install that or a later one.")


@contextmanager
def transaction(connection: sqlite3.Connection, *, reading: bool = False) -> Iterator[None]:
    """All or nothing of what happens inside; `reading` holds one state without keeping writers out for long."""
    connection.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back after some errors, such as a full disk
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


DAMAGED = "is damaged: restore a copy, or build it anew from the documents"
_MEANINGS = {
    sqlite3.SQLITE_BUSY: "is in use by another process: try again when that is done",
    sqlite3.SQLITE_LOCKED: "is in use by another process: try again when that is done",
    sqlite3.SQLITE_FULL: "cannot grow, the disk is full: what was committed before is safe",
    sqlite3.SQLITE_READONLY: "cannot be changed: its file or folder is read-only",
    sqlite3.SQLITE_PERM: "cannot be opened: permission denied",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: its file or folder is missing or not permitted",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error or is full",
}


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Turn the errors of SQLite into one sentence.

    Raises:
        StoreError: instead of any of them.
    """
    try:
        yield
    except sqlite3.Error as error:
        # the low byte is the kind, the rest which of its cases
        code = getattr(error, "sqlite_errorcode", None)
        meaning = _MEANINGS.get(code & 0xFF) if code is not None else None
        raise StoreError(f"The store {folder} {meaning or f'cannot be used ({error})'}.") from error
