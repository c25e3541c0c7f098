"""An edition: one state of a graph, copied and indexed in a folder of its own, so that no answer mixes two.

Editions lie in the user's cache, named by the content of the files that they were made from, and a folder is
complete before it has its name. Whoever serves one holds a lock on it; what nobody holds is swept after a day.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pyoxigraph as ox
from platformdirs import user_cache_path

from kg import __version__
from kg.errors import InputError
from kg.export import no_output
from kg.query import Dataset, fill
from kg.serve.records import write_records

try:
    import fcntl
except ImportError:  # not on Windows, where open files cannot be deleted anyway
    fcntl = None  # type: ignore[assignment]

TURTLE, PAGE, RECORDS = "graph.ttl", "explorer.html", "records.sqlite"
_MADE_FROM = (TURTLE, PAGE, "documents.jsonl", "entities.jsonl", "facts.jsonl", "observations.jsonl")
_OPTIONAL = {PAGE}  # the graph within a store has none until it is asked for
_STORE, _ABOUT, _LOCK, _UNFINISHED = "store", "edition.json", "lock", ".making-"
_FORM = "1"  # to be raised when what is in a folder changes
# Turtle up to this size, about 1.6 million triples, is kept in memory, where queries are two to five times as quick;
# it takes nine times its size there, once for all readers
IN_MEMORY = 64 << 20
_DAY = 86_400.0
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Edition:
    """A graph that can be served; `key` names its content."""

    folder: Path
    key: str
    base: str
    prefixes: dict[str, str]
    triples: int

    @property
    def page(self) -> Path:
        """The explorer, which may be still in the making."""
        return self.folder / PAGE

    @property
    def is_on_disk(self) -> bool:
        """Whether the triples are too many for memory."""
        return (self.folder / _STORE).is_dir()

    def opened(self) -> Dataset:
        """The triples, for one process that reads them."""
        if self.is_on_disk:
            return Dataset(ox.Store.read_only(str(self.folder / _STORE)), self.base, self.prefixes)
        return fill(ox.Store(), self.folder / TURTLE)

    def held(self) -> IO[bytes]:
        """A file that keeps the folder from being swept as long as it is open.

        Raises:
            OSError: the folder is gone.
        """
        lock = (self.folder / _LOCK).open("rb")
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_SH)
        return lock


def cache() -> Path:
    """The folder of all editions."""
    return user_cache_path("kg", appauthor=False) / "serve"


def signature(output: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when the files of an output folder do."""
    found = []
    for name in _MADE_FROM:
        with suppress(OSError):
            stat = (output / name).stat()
            found.append((name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def edition_of(output: Path, root: Path) -> Edition:
    """The edition of an output folder as it is now, made where the cache has none.

    Raises:
        InputError: the folder is no output of kg, is never at rest, or the cache cannot be written.
    """
    try:
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for _ in range(_TRIES):
            before = signature(output)
            with TemporaryDirectory(dir=root, prefix=_UNFINISHED) as scratch:
                key = _copied(output, Path(scratch))
                if signature(output) == before:
                    return _finished(Path(scratch), root / key)
            time.sleep(0.5)
    except OSError as error:
        raise InputError(f"Cannot keep the graph of {output} in {root}: {error.strerror or error}.") from error
    raise InputError(f"The files in {output} do not come to rest.")


def read_edition(folder: Path) -> Edition:
    """An edition that was made before.

    Raises:
        OSError: there is none.
    """
    about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    return Edition(folder, folder.name, **about)


def sweep(root: Path, gone: Iterable[str] = ()) -> None:
    """Delete editions that nobody holds: those named in `gone`, and what has not been asked for in a day."""
    named = set(gone)
    for folder in root.iterdir():
        with suppress(OSError):
            if (folder.name in named or time.time() - folder.stat().st_mtime > _DAY) and not _is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _copied(output: Path, scratch: Path) -> str:
    """Copy the files that an edition is made from; the name of their content."""
    content = hashlib.blake2b(f"{_FORM} {__version__} {ox.__version__}".encode(), digest_size=16)
    for name in _MADE_FROM:
        try:
            shutil.copyfile(output / name, scratch / name)
        except FileNotFoundError as error:
            if name in _OPTIONAL:
                continue
            raise no_output(output, name) from error
        with (scratch / name).open("rb") as file:
            content.update(name.encode() + hashlib.file_digest(file, "sha256").digest())
    return content.hexdigest()


def _finished(scratch: Path, place: Path) -> Edition:
    with suppress(OSError):
        os.utime(place)
        return read_edition(place)
    made = scratch / "made"
    made.mkdir()
    for name in (TURTLE, PAGE):
        if (scratch / name).exists():
            os.rename(scratch / name, made / name)
    write_records(scratch, made / RECORDS)
    is_large = (made / TURTLE).stat().st_size > IN_MEMORY
    store = ox.Store(str(made / _STORE)) if is_large else ox.Store()
    data = fill(store, made / TURTLE)
    edition = Edition(place, place.name, data.base, dict(data.prefixes), _size(data))
    if is_large:
        store.optimize()
    del data, store  # whatever is still in memory goes to the disk
    about = {k: v for k, v in asdict(edition).items() if k not in {"folder", "key"}}
    (made / _ABOUT).write_text(json.dumps(about), encoding="utf-8")
    (made / _LOCK).touch()
    try:
        os.rename(made, place)
    except OSError:  # another process has made the same
        return read_edition(place)
    return edition


def _size(data: Dataset) -> int:
    rows = data.store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert isinstance(rows, ox.QuerySolutions)
    return int(next(rows)["n"].value)


def _is_held(folder: Path) -> bool:
    if fcntl is None:
        return False
    try:
        with (folder / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # unfinished, and left by a process that was killed
        return False
    return False
