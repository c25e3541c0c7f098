"""Order without holding all: what memory should not hold waits, sorted, in temporary files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import attrgetter
from typing import TypeVar

from kg.disk import Scratch

HELD = 50_000  # rows in memory
FILES = 64  # runs open at once; more are merged into one

T = TypeVar("T")
Row = tuple[str | int, ...]


def by_id(items: Sequence[T]) -> Iterable[T]:
    """Items in the order of their ids; what is no tuple lies on disk, and lies there in this order."""
    return sorted(items, key=attrgetter("id")) if isinstance(items, tuple) else items


class Ordered:
    """Rows of texts and numbers that come in any order and are given back sorted, each once.

    Beyond `HELD` rows they lie in temporary files.
    """

    def __init__(self) -> None:
        self._held: set[Row] = set()
        self._runs: list[Scratch] = []

    def add(self, row: Row) -> None:
        """Take one more."""
        self._held.add(row)
        if len(self._held) >= HELD:
            self._runs.append(_written(sorted(self._held)))
            self._held.clear()
        if len(self._runs) >= FILES:
            self._runs = [_written(self)]

    def __iter__(self) -> Iterator[Row]:
        """All rows so far; only one iteration at a time."""
        last: Row | None = None
        for row in merge(sorted(self._held), *map(_read, self._runs)):
            if row != last:
                yield row
            last = row


def _written(rows: Iterable[Row]) -> Scratch:
    run = Scratch()
    for row in rows:
        run.write(json.dumps(row).encode() + b"\n")
    run.end()
    return run


def _read(run: Scratch) -> Iterator[Row]:
    return map(tuple, map(json.loads, run.lines()))
