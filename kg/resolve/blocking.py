"""Which names are worth comparing: those that begin alike, have the same initials or the same words in another order.

No group is compared all with all once it is large: it is split by more of its names first, and what is still large
is compared with its nearest neighbours in the alphabet, so the work grows with the number of names.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeVar

import numpy as np

from kg.resolve.names import ABBREVIATIONS, LINKING, Name

K = TypeVar("K", bound=Hashable)

MOST = 40  # names that are compared all with all
NEAR = 8  # neighbours on each side in a group that stays larger

_BEGINNINGS: tuple[Callable[[str, str], tuple[str, ...]], ...] = (
    lambda first, _: (first[:3],),
    lambda first, second: (first[:3], second[:1]),
    lambda first, second: (first[:5], second[:3]),
    lambda first, second: (first, second),
)


def candidates(names: Mapping[K, Name]) -> Iterator[tuple[K, K]]:
    """Pairs to compare, each once, in the order of `names`."""
    keys = list(names)
    order = {key: place for place, key in enumerate(keys)}
    found = array("Q")  # each pair as one number
    for group in chain(_beginnings(names, keys, 0), _initials(names), _turned(names)):
        places = sorted(order[key] for key in group)
        pairs = combinations(places, 2) if len(places) <= MOST else _neighbours(places)
        found.extend(one * len(keys) + other for one, other in pairs)
    for pair in np.unique(np.frombuffer(found, np.uint64)):
        one, other = divmod(int(pair), len(keys))
        yield keys[one], keys[other]


def _neighbours(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    for i, place in enumerate(places):
        yield from ((place, other) for other in places[i + 1 : i + 1 + NEAR])


def _beginnings(names: Mapping[K, Name], keys: Sequence[K], level: int) -> Iterator[Sequence[K]]:
    groups: dict[tuple[str, ...], list[K]] = defaultdict(list)
    for key in keys:
        groups[_BEGINNINGS[level](*_first_two(names[key]))].append(key)
    for group in groups.values():
        if len(group) > MOST and level + 1 < len(_BEGINNINGS):
            yield from _beginnings(names, group, level + 1)
        elif len(group) > 1:
            yield sorted(group, key=lambda k: names[k].words)


def _first_two(name: Name) -> tuple[str, str]:
    words = [ABBREVIATIONS.get(word, word) for word in name.words if word not in LINKING] or list(name.words) or [""]
    return words[0], words[1] if len(words) > 1 else ""


def _initials(names: Mapping[K, Name]) -> Iterable[Sequence[K]]:
    short: dict[str, list[K]] = defaultdict(list)
    long: dict[str, list[K]] = defaultdict(list)
    for key, name in names.items():
        if len(name.words) == 1:
            short[name.words[0]].append(key)
        for letters in name.initials if len(name.words) > 1 else ():
            long[letters].append(key)
    for letters, keys in short.items():
        # initials that many names have tell nothing
        if letters in long and len(keys) + len(long[letters]) <= MOST:
            yield from ([one, other] for one in keys for other in long[letters])


def _turned(names: Mapping[K, Name]) -> Iterable[Sequence[K]]:
    groups: dict[tuple[str, ...], list[K]] = defaultdict(list)
    for key, name in names.items():
        if len(name.words) > 1:
            groups[tuple(sorted(name.words))].append(key)
    return [group for group in groups.values() if len(group) > 1]
