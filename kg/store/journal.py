"""What a build has read so far, so that one that was interrupted goes on and none needs memory for all texts.

One SQLite file, deleted when the build is done. Several builds at once do not share it: the second has one of its own
in a temporary file.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kg.disk import folder
from kg.errors import DiskError
from kg.model import Document, Extraction
from kg.store.change import hash_of
from kg.store.recorded import Recorded
from kg.store.records import from_bytes, to_bytes

FILE = ".reading.sqlite"
_SECONDS = 5.0  # at most so much work is lost
_PAGE = 200  # records read at once
_TABLES = """
CREATE TABLE IF NOT EXISTS read (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL, record BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_id ON read (id);
CREATE TEMP TABLE wanted (id TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (id, number)) WITHOUT ROWID;
"""


class Journal(Recorded):
    """Extractions on disk; `reader` names what reads, as other weights or words would read otherwise.

    With a `place`, a folder that need not exist, it outlives the process until `discard`.
    """

    def __init__(self, place: Path | None = None, reader: str = "") -> None:
        self._file = None if place is None else place / FILE
        self._reader = reader
        self._connection: sqlite3.Connection | None = None
        self._saved = time.monotonic()
        self.resumed = 0
        """How many documents an earlier build had read already."""
        if self._file is not None and self._file.exists():
            self._open()

    def __enter__(self) -> Journal:
        """At the end let go of the file, which keeps what was read even if the build fails."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.commit()
            self._connection.close()
            self._connection = None

    def discard(self) -> None:
        """Delete the file, as nothing is to be resumed."""
        self.__exit__()
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        """The file, or a temporary one where it is not to be had: another build has it, or it is of something else."""
        if self._file is not None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._connection = _with_tables(sqlite3.connect(self._file, timeout=0.5), lock=True)
            except (OSError, sqlite3.Error):
                self._file = None
        if self._connection is None:
            self._connection = _with_tables(sqlite3.connect(""))
        return self._connection

    def holds(self, document: Document) -> bool:
        """Whether a document was read already, just as it is; it then counts as one of this build."""
        if self._connection is None:
            return False
        found = self._connection.execute(
            "SELECT number FROM read WHERE id = ? AND sha256 = ? AND reader = ?",
            (document.id, hash_of(document), self._reader),
        ).fetchone()
        if found is None:
            return False
        self._connection.execute("INSERT OR IGNORE INTO wanted VALUES (?, ?)", (document.id, *found))
        self.resumed += 1
        return True

    def put(self, extraction: Extraction) -> None:
        """Keep what a document says.

        Raises:
            DiskError: the disk is full.
        """
        connection = self._connection or self._open()
        document = extraction.document
        try:
            number = connection.execute(
                "INSERT INTO read (id, sha256, reader, record) VALUES (?, ?, ?, ?)",
                (document.id, hash_of(document), self._reader, to_bytes(extraction)),
            ).lastrowid
            connection.execute("INSERT INTO wanted VALUES (?, ?)", (document.id, number))
            if time.monotonic() - self._saved > _SECONDS:
                connection.commit()
                self._saved = time.monotonic()
        except sqlite3.Error as error:
            place = self._file or folder() or "the folder for temporary files"
            raise DiskError(f"Cannot keep what was read in {place}: {error}.") from error

    def __len__(self) -> int:
        """How many documents this build has read."""
        if self._connection is None:
            return 0
        found: int = self._connection.execute("SELECT count(*) FROM wanted").fetchone()[0]
        return found

    def __iter__(self) -> Iterator[Extraction]:
        """The extractions of this build in the order of their documents' ids."""
        last: tuple[str, int] = ("", -1)
        while self._connection is not None:
            rows = self._connection.execute(
                "SELECT wanted.id, number, record FROM wanted JOIN read USING (number) "
                "WHERE (wanted.id, number) > (?, ?) ORDER BY wanted.id, number LIMIT ?",
                (*last, _PAGE),
            ).fetchall()
            yield from (from_bytes(record) for *_, record in rows)
            if len(rows) < _PAGE:
                return
            last = rows[-1][:2]


def _with_tables(connection: sqlite3.Connection, *, lock: bool = False) -> sqlite3.Connection:
    try:
        if lock:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
        connection.execute("SELECT number, id, sha256, reader, record FROM read LIMIT 0")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
