"""Which documents are copies of one text: the same report with another headline, cut short or lightly edited.

Texts are compared as sets of four-word sequences. Candidates come from MinHash signatures whose bands fall into one
bucket (https://en.wikipedia.org/wiki/MinHash), in time that grows with the number of documents, not of pairs. Two
candidates are copies when most sequences of the shorter stand in the longer, and so do its numbers and its names
with capitals: forms filled in anew each quarter share their sentences, but not what is filled in. Reports of
one event in own words share neither.

Copies of copies are copies. More documents can only join groups, except in buckets of more than `_CROWD` documents,
where each is compared with the nearest few alone, by their numbers. Hashes are fixed, so that every run gives the
same groups.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from kg.disk import OnDisk
from kg.model import Document

SAME = 0.5  # of the four-word sequences of the shorter text stand in a copy
_SAME_NUMBERS = 0.7  # of its numbers; one may always differ, such as the day above a text
_SAME_NAMES = 0.7  # of its words with capitals
_WORDS = 4  # in a sequence
_BANDS, _ROWS = 48, 3  # pairs that share half of their sequences meet with a chance of 0.998, a twentieth 0.006
_CROWD, _NEAREST = 200, 20
_HELD = 2000  # texts that are looked at once and held
_AT_ONCE = 4096  # pairs that are looked at
_SHORT = 2000  # sequences of which all products are made at once
_WORD = re.compile(r"\w+(?:[.,]\d+)*")

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Text:
    """Sorted hashes of what is compared: sequences of words, words, of these the numbers and those with capitals."""

    sequences: Hashes
    words: Hashes
    numbers: Hashes
    names: Hashes


class _Texts:
    """The texts of documents by their number in the order of ids, each looked at when it is needed.

    `bands` are a hash for each band of each signature; that of a text without words is its number, which no other has.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = documents if isinstance(documents, OnDisk) else sorted(documents, key=lambda d: d.id)
        self._held = lru_cache(maxsize=_HELD)(lambda number: _text(self._documents[number]))
        self.ids: list[str] = []
        bands = array("Q")
        for number, document in enumerate(self._documents):
            self.ids.append(document.id)
            few = len(self._documents) <= _HELD
            sequences = self[number].sequences if few else _sequences(_hashed(_WORD.findall(document.text)))
            bands.extend(_bands(sequences).tolist() if len(sequences) else [number] * _BANDS)
        self.bands = np.frombuffer(bands, np.uint64).reshape(-1, _BANDS)

    def __getitem__(self, number: int) -> _Text:
        return self._held(number)


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """The group of each document by its id: the id, first in the alphabet, of those that are one text.

    A document without copies is a group of its own.
    """
    texts = _Texts(documents)
    leaders = list(range(len(texts.ids)))

    def leader(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = number = leaders[leaders[number]]
        return number

    for one, other in _candidates(texts):
        first, second = sorted((leader(one), leader(other)))
        if first != second and _is_copy(texts[one], texts[other]):
            leaders[second] = first
    return {id_: texts.ids[leader(number)] for number, id_ in enumerate(texts.ids)}


def words_of(text: str) -> str:
    """A text as compared word for word: lower case, without punctuation."""
    return " ".join(_WORD.findall(text.casefold()))


def _text(document: Document) -> _Text:
    words = _WORD.findall(document.text)
    hashed = _hashed(words)
    numbers = np.fromiter((w[0].isdigit() for w in words), np.bool_, len(words))
    names = np.fromiter((w[0].isupper() for w in words), np.bool_, len(words))
    return _Text(*map(np.unique, (_sequences(hashed), hashed, hashed[numbers], hashed[names])))


def _hashed(words: Sequence[str]) -> Hashes:
    return np.fromiter((_hash(w.casefold()) for w in words), np.uint64, len(words))


def _sequences(words: Hashes) -> Hashes:
    """The hashes of all words in a row."""
    length = min(_WORDS, len(words))
    found: Hashes = np.zeros(max(len(words) - length + 1, 0) if length else 0, np.uint64)
    for n in range(length):
        found = _mixed(found + words[n : n + len(found)])
    return found


@lru_cache(maxsize=1 << 15)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data)


def _mixed(values: Hashes) -> Hashes:
    """Each value spread over all 64 bits (the finalizer of splitmix64); overflow wraps around."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


# odd factors of multiply-shift hashing, which keeps of each set the smallest product
_FACTORS: Hashes = _mixed(np.arange(_BANDS * _ROWS, dtype=np.uint64)) | np.uint64(1)


def _bands(sequences: Hashes) -> Hashes:
    """The MinHash signature of a text, the rows of each band as one hash."""
    if len(sequences) < _SHORT:
        smallest = (sequences * _FACTORS[:, np.newaxis]).min(axis=1)
    else:
        smallest = np.array([(sequences * factor).min() for factor in _FACTORS])
    rows = smallest.reshape(_BANDS, _ROWS)
    found: Hashes = rows[:, 0]
    for row in rows.T[1:]:
        found = _mixed(found) ^ row
    return found


def _candidates(texts: _Texts) -> Iterator[tuple[int, int]]:
    """Pairs that meet in a bucket, each once unless the bucket is a crowd."""
    for band in range(_BANDS):
        met = array("I")
        for bucket in _buckets(texts.bands[:, band]):
            met.extend(chain.from_iterable(_pairs(bucket.tolist(), texts)))
            if len(bucket) > _CROWD:
                texts.bands[bucket, band] = bucket  # they have not all met
        pairs = np.frombuffer(met, np.uint32).reshape(-1, 2)
        for at in range(0, len(pairs), _AT_ONCE):
            one, other = pairs[at : at + _AT_ONCE].T
            is_new = (texts.bands[one, :band] != texts.bands[other, :band]).all(axis=1)
            yield from zip(one[is_new].tolist(), other[is_new].tolist(), strict=True)


def _buckets(hashes: Hashes) -> Iterator[NDArray[np.intp]]:
    """The numbers of texts with one hash, where there are several, in their order and in that of the first of each."""
    order = np.argsort(hashes, kind="stable")
    found = hashes[order]
    edges = np.flatnonzero(np.concatenate(([True], found[1:] != found[:-1], [True])))
    several = np.flatnonzero(np.diff(edges) > 1)
    for at in several[np.argsort(order[edges[several]])].tolist():
        yield order[edges[at] : edges[at + 1]]


def _pairs(bucket: list[int], texts: _Texts) -> Iterator[tuple[int, int]]:
    if len(bucket) <= _CROWD:
        yield from combinations(bucket, 2)
        return
    near = sorted(bucket, key=lambda n: (texts[n].numbers.tobytes(), texts[n].names.tobytes(), n))
    for at, one in enumerate(near):
        for other in near[at + 1 : at + 1 + _NEAREST]:
            yield (one, other) if one < other else (other, one)


def _is_copy(one: _Text, other: _Text) -> bool:
    short, long = sorted((one, other), key=lambda t: len(t.sequences))
    if _missing(short.numbers, long.words) > max(1, (1 - _SAME_NUMBERS) * len(short.numbers)):
        return False
    if _missing(short.names, long.words) > (1 - _SAME_NAMES) * len(short.names):
        return False
    return _missing(short.sequences, long.sequences) <= (1 - SAME) * len(short.sequences)


def _missing(some: Hashes, others: Hashes) -> int:
    """How many of some hashes are not among others; both are sorted, and there are others."""
    places = np.minimum(np.searchsorted(others, some), len(others) - 1)
    return int((others[places] != some).sum())
