"""Objects put together by a key, in memory or, where they are many, by an external merge sort.

Runs that fit into memory are sorted and written, and read together again
(https://en.wikipedia.org/wiki/External_sorting), so that what is held does not grow with the number of objects.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from kg.disk import places
from kg.disk.codec import from_json, to_json
from kg.disk.shelf import Stretch, kept

T = TypeVar("T")
_TYPICAL = 2000  # bytes that an object takes in memory
_MOST_RUNS = 100  # files open at once
_first = itemgetter(0)


class ByKey(Generic[T]):
    """Pairs of a key and an object of one class of the model; going through them gives each key once, in order.

    The objects of a key come in the order in which they were added.
    """

    def __init__(self, kind: type[T], pairs: Iterable[tuple[str, T]] = ()) -> None:
        self._kind = kind
        self._held: list[tuple[str, T]] = []
        self._runs: list[_Run] = []
        self._most = places.LIMIT // _TYPICAL
        for key, item in pairs:
            self.add(key, item)

    def add(self, key: str, item: T) -> None:
        """Put an object under a key.

        Raises:
            DiskError: the disk is full.
        """
        self._held.append((key, item))
        if len(self._held) > self._most:
            self._held.sort(key=_first)
            self._runs.append(_Run((key, to_json(self._kind, item)) for key, item in self._held))
            self._held.clear()
            if len(self._runs) == _MOST_RUNS:
                self._runs = [_Run(heapq.merge(*self._runs, key=_first))]

    def __iter__(self) -> Iterator[tuple[str, list[T]]]:
        """Each key with its objects."""
        self._held.sort(key=_first)
        if not self._runs:
            for key, pairs in groupby(self._held, _first):
                yield key, [item for _, item in pairs]
            return
        last = ((key, to_json(self._kind, item)) for key, item in self._held)
        for key, lines in groupby(heapq.merge(*self._runs, last, key=_first), _first):
            yield key, [from_json(self._kind, line) for _, line in lines]

    def sequences(self) -> dict[str, Sequence[T]]:
        """The objects of each key as a sequence; those of all keys lie on disk where they are many."""
        ranges: dict[str, tuple[int, int]] = {}

        def in_order() -> Iterator[T]:
            number = 0
            for key, items in self:
                ranges[key] = number, number + len(items)
                number += len(items)
                yield from items

        whole = kept(self._kind, in_order())
        if isinstance(whole, tuple):
            return {key: whole[start:end] for key, (start, end) in ranges.items()}
        return {key: Stretch(whole, start, end) for key, (start, end) in ranges.items()}


class _Run:
    """Sorted pairs of a key and a line in a file, each on a line of its own."""

    def __init__(self, pairs: Iterable[tuple[str, bytes]]) -> None:
        self._file = places.Scratch()
        for key, line in pairs:
            self._file.write(b"%b\n%b\n" % (json.dumps(key).encode(), line))
        self._file.end()

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        lines = self._file.lines()
        for key in lines:
            yield json.loads(key), next(lines)[:-1]
