"""Sequences of objects on disk."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, overload

from kg.disk import places
from kg.disk.codec import from_json, to_json

T = TypeVar("T")
_TYPICAL = 1500  # characters in which an object is written
_CHUNK = 1 << 18  # bytes that are read at once


class OnDisk(Sequence[T]):
    """A sequence that reads its objects when they are asked for: each time new ones, equal to those before."""

    __slots__ = ()

    def _read(self, start: int, stop: int) -> Iterator[T]:
        raise NotImplementedError

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """One object, or a tuple of some."""
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            return tuple(self._read(start, stop)) if step == 1 else tuple(self[i] for i in range(start, stop, step))
        at = range(len(self))[at]
        return next(self._read(at, at + 1))

    def __iter__(self) -> Iterator[T]:
        """The objects in order, read some at a time."""
        return self._read(0, len(self))

    def __eq__(self, other: object) -> bool:
        """Whether a sequence, of whatever sort, holds the same."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """As it holds so many, the length is all that goes in."""
        return hash((OnDisk, len(self)))

    def __repr__(self) -> str:
        """How many there are."""
        return f"<{len(self)} on disk>"


class Shelf(OnDisk[T]):
    """Objects of one class of the model in a file without a name, which goes with the last that refers to it.

    Raises:
        DiskError: the file cannot be written, as the disk is full.
    """

    def __init__(self, kind: type[T], items: Iterable[T]) -> None:
        self._kind = kind
        self._file = places.Scratch()
        self._ends = array("Q", [0])
        for item in items:
            line = to_json(kind, item)
            self._file.write(line)
            self._ends.append(self._ends[-1] + len(line))
        self._file.end()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def _read(self, start: int, stop: int) -> Iterator[T]:
        at, held = 0, b""  # what was read of the file, from which place on
        for number in range(start, stop):
            first, last = self._ends[number], self._ends[number + 1]
            if last > at + len(held):
                size = max(last - first, min(_CHUNK, self._ends[stop] - first))
                at, held = first, self._file.read(first, size)
            yield from_json(self._kind, held[first - at : last - at])


class Stretch(OnDisk[T]):
    """Some objects of a longer sequence, from one place to another; there are two for each entity."""

    __slots__ = ("_start", "_stop", "_whole")

    def __init__(self, whole: Sequence[T], start: int, stop: int) -> None:
        self._whole, self._start, self._stop = whole, start, stop

    def __len__(self) -> int:
        """How many there are."""
        return self._stop - self._start

    def _read(self, start: int, stop: int) -> Iterator[T]:
        yield from self._whole[self._start + start : self._start + stop]


def _typical(_item: object) -> int:
    return _TYPICAL


def kept(kind: type[T], items: Iterable[T], size: Callable[[T], int] = _typical) -> Sequence[T]:
    """The objects as a tuple, or on disk where they are many; `size` tells about how many characters one has.

    Raises:
        DiskError: the disk is full.
    """
    coming = iter(items)
    held: list[T] = []
    total = 0
    for item in coming:
        held.append(item)
        total += size(item)
        if total > places.LIMIT:
            return Shelf(kind, chain(held, coming))
    return tuple(held)
