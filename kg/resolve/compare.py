"""Two names compared word by word: what they share, what one has more, and how the words were shortened."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.resolve.names import ABBREVIATIONS, DISPENSABLE, LINKING, Name

# what one difference costs when words are laid side by side; the cheapest way of doing so counts
SHORTENED, RESPELLED, JOINED, DISPENSED, LINKED, MORE, WITHIN = 0.4, 0.8, 0.2, 0.5, 0.1, 1.0, 3.0
MOST = 6.0  # names that differ by more have nothing to do with each other
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names differ: numbers of words, each difference once.

    `same` are words that both have, `more` those that one has at its end besides, `within` those it has elsewhere.
    `replaced` tells that each has words that the other lacks, `acronym` that one is the initials of the other,
    `turned` that the words are the same in another order.
    """

    same: tuple[str, ...] = ()
    shortened: tuple[tuple[str, str], ...] = ()
    respelled: tuple[tuple[str, str], ...] = ()
    joined: int = 0
    dispensed: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    replaced: bool = False
    acronym: bool = False
    turned: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether neither name has words of meaning that the other lacks."""
        return not (self.more or self.within or self.acronym)


def compared(one: Name, other: Name) -> Comparison | None:
    """The comparison of two names, None where they have nothing to do with each other."""
    if not one.words or not other.words:
        return None
    if one.words == other.words:
        return Comparison(same=one.words)
    if sorted(one.words) == sorted(other.words) and len(one.words) > 1:
        return Comparison(same=one.words, turned=True)
    if _is_acronym(one, other) or _is_acronym(other, one):
        return Comparison(acronym=True)
    cost, steps = _Aligner(one, other).best(0, 0)
    return _summed(steps) if cost <= MOST else None


@dataclass(frozen=True, slots=True)
class _Step:
    sort: str
    words: tuple[str, ...]
    side: int = 0  # of words that one name has alone: which one


_Path = tuple[float, tuple[_Step, ...]]


class _Aligner:
    """The cheapest way to lay the words of two names side by side."""

    def __init__(self, one: Name, other: Name) -> None:
        self.one, self.other = one, other
        self.clipped = one.clipped or other.clipped
        self.known: dict[tuple[int, int], _Path] = {}

    def best(self, i: int, j: int) -> _Path:
        """The cost and the steps from word `i` of one name and word `j` of the other to their ends."""
        if (i, j) not in self.known:
            a, b = self.one.words[i:], self.other.words[j:]
            if not a or not b:
                self.known[i, j] = _rest(a or b, 0 if a else 1, self.clipped)
            else:
                ways = (self._then(cost, step, i + di, j + dj) for cost, step, di, dj in self._moves(i, j))
                self.known[i, j] = min(ways, key=lambda w: w[0], default=(math.inf, ()))
        return self.known[i, j]

    def _then(self, cost: float, step: _Step, i: int, j: int) -> _Path:
        further, steps = self.best(i, j)
        return cost + further, (step, *steps)

    def _moves(self, i: int, j: int) -> Iterator[tuple[float, _Step, int, int]]:
        a, b = self.one.words, self.other.words
        x, y = a[i], b[j]
        if x == y or _plain(x) == _plain(y):
            yield 0.0, _Step("same", (x,)), 1, 1
            return
        if (short := _shortened(self.one, i, self.other, j) or _shortened(self.other, j, self.one, i)) is not None:
            yield SHORTENED, _Step("shortened", short), 1, 1
        elif _respelled(x, y):
            yield RESPELLED, _Step("respelled", (x, y)), 1, 1
        if j + 1 < len(b) and x == y + b[j + 1]:
            yield JOINED, _Step("joined", (x,)), 1, 2
        if i + 1 < len(a) and y == x + a[i + 1]:
            yield JOINED, _Step("joined", (y,)), 2, 1
        if i and j:  # the first word stands in both
            for word, di, dj in ((x, 1, 0), (y, 0, 1)):
                yield (*_left_out(word, within=True, side=dj, clipped=self.clipped), di, dj)


def _left_out(word: str, *, within: bool, side: int, clipped: bool) -> tuple[float, _Step]:
    # British and Commonwealth is not the British Commonwealth, but lists of securities drop the word
    if (word in LINKING and (clipped or word != "and")) or (len(word) == 1 and word.isalpha()):
        return LINKED, _Step("linking", (word,), side)
    if word in DISPENSABLE:
        return DISPENSED, _Step("dispensed", (word,), side)
    return (WITHIN, _Step("within", (word,), side)) if within else (MORE, _Step("more", (word,), side))


def _rest(words: tuple[str, ...], side: int, clipped: bool) -> _Path:
    ways = [_left_out(word, within=False, side=side, clipped=clipped) for word in words]
    if words[-1:] and words[-1] in LINKING and not clipped:  # a name that was cut off
        ways[-1] = MORE, _Step("more", words[-1:], side)
    return sum(cost for cost, _ in ways), tuple(step for _, step in ways)


def _summed(steps: tuple[_Step, ...]) -> Comparison | None:
    def of(sort: str) -> tuple[str, ...]:
        return tuple(word for step in steps if step.sort == sort for word in step.words)

    def pairs(sort: str) -> tuple[tuple[str, str], ...]:
        return tuple((step.words[0], step.words[1]) for step in steps if step.sort == sort)

    joined = of("joined")
    found = Comparison(
        (*of("same"), *joined),
        pairs("shortened"),
        pairs("respelled"),
        len(joined),
        of("dispensed"),
        of("more"),
        of("within"),
        len({step.side for step in steps if step.sort in {"more", "within"}}) == 2,
    )
    return found if found.same or found.shortened or found.respelled else None


def _shortened(one: Name, i: int, other: Name, j: int) -> tuple[str, str] | None:
    """The word of one name and the longer word of the other that it is short for."""
    x, y = one.words[i], other.words[j]
    if len(x) >= len(y) or x[0] != y[0]:
        return (x, y) if ABBREVIATIONS.get(x) == y else None
    return (x, y) if abbreviates(x, y, dotted=i in one.shortened, clipped=one.clipped) else None


@lru_cache(maxsize=1 << 12)
def abbreviates(short: str, long: str, *, dotted: bool, clipped: bool) -> bool:
    """Whether a word is short for a longer one.

    A word with a point may be any beginning of the other, in lists of securities so may one without. A word
    without vowels is its consonants ("hldg").
    """
    meant = ABBREVIATIONS.get(short)
    if meant is not None and (
        meant == long or meant.startswith(long) or long.startswith(meant[: max(4, len(meant) - 3)])
    ):
        return True
    if long.startswith(short):
        return (dotted and len(short) >= 2) or (clipped and len(short) >= 3)
    singular = short.removesuffix("s")
    if (
        (dotted or clipped)
        and len(singular) >= 3
        and short != singular
        and long.startswith(singular)
        and long[-1] == "s"
    ):
        return True
    if not (dotted or clipped) and len(short) < 3:
        return False
    shared = next((i for i, (c, d) in enumerate(zip(short, long, strict=False)) if c != d), len(short))
    skeleton = not any(c in _VOWELS for c in short[max(shared, 1) :])
    return len(short) >= 3 and skeleton and _is_within(short, long) and 0.25 <= len(short) / len(long) <= 0.8


def _plain(word: str) -> str:
    """A word with German umlauts as one letter, however they were written."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u") if "e" in word else word


def _is_within(short: str, long: str) -> bool:
    letters = iter(long)
    return all(c in letters for c in short)


@lru_cache(maxsize=1 << 12)
def _respelled(x: str, y: str) -> bool:
    """Whether two words are one but for a slip, a spelling or an ending (colour, color; laboratorios, laboratories)."""
    if min(len(x), len(y)) < 5 or x[0] != y[0] or x.isdigit() or y.isdigit():
        return False
    return OSA.normalized_similarity(x, y) >= 0.85


def _is_acronym(short: Name, long: Name) -> bool:
    return len(short.words) == 1 and len(long.words) > 1 and short.words[0] in long.initials
