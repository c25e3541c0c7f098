"""All pairs of the members of many groups in one row, so that numpy handles many small groups as one large one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = NDArray[np.intp]
Mask = NDArray[np.bool_]


def pairs_within(counts: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The lower and the higher member of each pair in a group, for groups of these sizes, numbered through."""
    none = np.empty(0, dtype=np.intp)
    lower, higher, first = [none], [none], 0
    for count in counts:
        one, other = pairs_of(count)
        lower.append(one + first)
        higher.append(other + first)
        first += count
    return np.concatenate(lower), np.concatenate(higher)


@lru_cache(maxsize=100)
def pairs_of(count: int) -> tuple[Numbers, Numbers]:
    """The same for one group: first all neighbours, since sums are slow where one member follows itself."""
    one, other = np.triu_indices(count, 1)
    order = np.argsort(other - one, kind="stable")
    return one[order], other[order]


def summed(at: Numbers, values: Array, count: int) -> Array:
    """The sum of the values at each of `count` numbers."""
    return np.asarray(np.bincount(at, values, count), dtype=float)


def pushed(one: Numbers, other: Numbers, push: Sequence[Array] | Array, count: int) -> Array:
    """How each of `count` members moves, right and down, if one of each pair is moved so and the other against it."""
    return np.stack([np.bincount(one, each, count) - np.bincount(other, each, count) for each in push])
