"""Names put together as one company against lists that say which are one.

All names of a file are clustered together, without any text. Scored are pairs of names that are put together
(precision, recall, F1), and the B-cubed measures, which give every name the share of its cluster that is right and of
its company that is found (Bagga and Baldwin 1998).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kg.datasets import NameCluster
from kg.resolve import joined, parsed, scored

COLUMNS = ("", "names", "pairs: precision", "recall", "F1", "B-cubed: precision", "recall", "F1")


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision, recall and F1, fractions."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, precision: float, recall: float) -> Quality:
        """With their harmonic mean."""
        whole = precision + recall
        return cls(*(round(v, 4) for v in (precision, recall, 2 * precision * recall / whole if whole else 0.0)))


@dataclass(frozen=True, slots=True)
class Clustering:
    """How well the names of a file are put together, and the pairs that are wrongly together or apart."""

    data: str
    names: int
    pairs: Quality
    b_cubed: Quality
    wrong: tuple[tuple[str, str], ...] = ()
    missed: tuple[tuple[str, str], ...] = ()

    def row(self) -> tuple[str, ...]:
        """The cells of the columns."""
        return (self.data, f"{self.names:,}", *(f"{v:.3f}" for q in (self.pairs, self.b_cubed) for v in _values(q)))

    def to_json(self, *, errors: bool = False) -> dict[str, Any]:
        """The scores, and the pairs that are wrong where they are asked for."""
        found = asdict(self)
        return found if errors else {k: v for k, v in found.items() if k not in ("wrong", "missed")}


def evaluate_clusters(data: str, gold: Sequence[NameCluster]) -> Clustering:
    """Cluster all names of gold and score that."""
    keys = {name: cluster.key for cluster in gold for name in cluster.names}
    names = {name: parsed(name) for name in sorted(keys)}
    groups = joined(names, scored(names))
    found = {name: groups.of(name) for name in names}
    right, given, wanted = (_pairs(of) for of in ({n: (keys[n], found[n]) for n in names}, found, keys))
    together, all_of, whole = (_sets(of) for of in ({n: (keys[n], found[n]) for n in names}, found, keys))
    share = [len(together[keys[n], found[n]]) for n in names]
    precise = _mean(s / len(all_of[found[n]]) for s, n in zip(share, names, strict=True))
    complete = _mean(s / len(whole[keys[n]]) for s, n in zip(share, names, strict=True))
    return Clustering(
        data,
        len(names),
        Quality.of(len(right) / len(given) if given else 1.0, len(right) / len(wanted) if wanted else 1.0),
        Quality.of(precise, complete),
        tuple(sorted(given - wanted)),
        tuple(sorted(wanted - given)),
    )


def mean(found: Sequence[Clustering]) -> Clustering:
    """The mean of several files, each counting alike."""

    def of(qualities: Iterable[Quality]) -> Quality:
        return Quality(*(round(_mean(values), 4) for values in zip(*map(_values, qualities), strict=True)))

    return Clustering("mean", sum(f.names for f in found), of(f.pairs for f in found), of(f.b_cubed for f in found))


def _values(quality: Quality) -> tuple[float, float, float]:
    return quality.precision, quality.recall, quality.f1


def _sets(of: Mapping[str, Hashable]) -> dict[Hashable, list[str]]:
    sets: dict[Hashable, list[str]] = defaultdict(list)
    for name, cluster in of.items():
        sets[cluster].append(name)
    return sets


def _pairs(of: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    return {(a, b) for some in _sets(of).values() for a in some for b in some if a < b}


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
