"""Order without holding all: what memory should not hold waits, sorted, in temporary files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import attrgetter
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

HELD = 20_000  # rows in memory
FILES = 64  # runs open at once; more are merged into one

T = TypeVar("T")
Row = tuple[str | int, ...]


def by_id(items: Sequence[T]) -> Iterable[T]:
    """Items in the order of their ids; what is no tuple lies on disk, and lies there in this order."""
    return sorted(items, key=attrgetter("id")) if isinstance(items, tuple) else items


class Ordered:
    """Rows of texts and numbers that come in any order and are given back sorted, each once.

    Beyond `HELD` rows they lie in temporary files (of the folder that TMPDIR names), which closing deletes.
    """

    def __init__(self) -> None:
        self._held: set[Row] = set()
        self._runs: list[IO[str]] = []

    def add(self, row: Row) -> None:
        """Take one more."""
        self._held.add(row)
        if len(self._held) >= HELD:
            self._runs.append(_written(sorted(self._held)))
            self._held.clear()
        if len(self._runs) >= FILES:
            together = _written(self)
            self.close()
            self._runs.append(together)

    def __iter__(self) -> Iterator[Row]:
        """All rows so far; only one iteration at a time."""
        last: Row | None = None
        for row in merge(sorted(self._held), *map(_read, self._runs)):
            if row != last:
                yield row
            last = row

    def close(self) -> None:
        """Forget all rows."""
        self._held.clear()
        for run in self._runs:
            run.close()
        self._runs.clear()

    def __enter__(self) -> Ordered:
        """For a `with` that closes it."""
        return self

    def __exit__(self, *_: Any) -> None:
        """Close it."""
        self.close()


def _written(rows: Iterable[Row]) -> IO[str]:
    run = TemporaryFile("w+", encoding="ascii", newline="\n")  # noqa: SIM115 - closed with the rows
    try:
        run.writelines(json.dumps(row) + "\n" for row in rows)
    except BaseException:
        run.close()
        raise
    return run


def _read(run: IO[str]) -> Iterator[Row]:
    run.seek(0)
    return map(tuple, map(json.loads, run))
