"""Names to groups of names that mean one thing: scored pairs, joined from the surest on, with bars that hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.model import Reason
from kg.resolve.blocking import candidates
from kg.resolve.compare import Comparison, compared
from kg.resolve.features import ENOUGH, Pair, Told, score
from kg.resolve.names import Name

K = TypeVar("K", bound=Hashable)

_RIVAL = 0.3  # a name with this chance of being meant is a rival


@dataclass(frozen=True, slots=True)
class Scored(Generic[K]):
    """A pair of names, and the chance (0 to 1) that they mean one thing."""

    one: K
    other: K
    pair: Pair
    score: float

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why: reckoned anew, as few are asked for."""
        return score(self.pair)[1]


class Namesakes(Generic[K]):
    """What has the same name and yet is several things: each by its name, but for pairs that may be one after all.

    A bar for each pair would be too many: a surname may have ten thousand meanings.
    """

    def __init__(self, name_of: Mapping[K, str], may_be_one: Callable[[K, K], bool]) -> None:
        self._may_be_one = may_be_one
        self._by_group = {member: {name: [member]} for member, name in name_of.items()}

    def are_apart(self, one: K, other: K) -> bool:
        """Whether two groups hold different things of one name."""
        few, many = sorted((self._by_group.get(one, {}), self._by_group.get(other, {})), key=len)
        return any(not self._may_be_one(a, b) for name in few if name in many for a in few[name] for b in many[name])

    def join(self, group: K, gone: K) -> None:
        """Note that a group now holds another."""
        for name, members in self._by_group.pop(gone, {}).items():
            self._by_group.setdefault(group, {}).setdefault(name, []).extend(members)


class Groups(Generic[K]):
    """Disjoint sets that bars keep apart."""

    def __init__(
        self, members: Iterable[K], bars: Iterable[tuple[K, K]] = (), namesakes: Namesakes[K] | None = None
    ) -> None:
        self._parent = {member: member for member in members}
        self._namesakes = namesakes or Namesakes({}, lambda _one, _other: True)
        self._barred: dict[K, set[K]] = defaultdict(set)
        for one, other in bars:
            self._barred[one].add(other)
            self._barred[other].add(one)

    def of(self, member: K) -> K:
        """The member that stands for the group of another."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: K, other: K) -> bool:
        """Put two groups together unless a bar keeps them apart; whether they are one now."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return True
        if any(self.of(barred) == second for barred in self._barred[first]):
            return False
        if self._namesakes.are_apart(first, second):
            return False
        if len(self._barred[first]) < len(self._barred[second]):
            first, second = second, first
        self._parent[second] = first
        self._barred[first] |= self._barred.pop(second, set())
        for barred in self._barred[first]:
            self._barred[barred].add(first)
        self._namesakes.join(first, second)
        return True


def scored(
    names: Mapping[K, Name],
    told: Callable[[K, K], Told] = lambda _one, _other: Told(),
    further: Collection[tuple[K, K]] = (),
) -> list[Scored[K]]:
    """All pairs worth a thought with their scores, surest first; `further` pairs are compared beside those alike."""
    pairs: list[tuple[K, K, Comparison]] = []
    known = set(further)
    for one, other in (*further, *(c for c in candidates(names) if c not in known and c[::-1] not in known)):
        how = compared(names[one], names[other])
        if how is not None or (one, other) in known:
            pairs.append((one, other, how or Comparison()))
    rivals = _rivals(names, pairs)
    found = []
    for one, other, how in pairs:
        pair = Pair(names[one], names[other], how, rivals(one, other, how), told(one, other))
        found.append(Scored(one, other, pair, score(pair)[0]))
    order = {key: place for place, key in enumerate(names)}
    return sorted(found, key=lambda s: (-s.score, order[s.one], order[s.other]))


def joined(
    names: Iterable[K],
    pairs: Iterable[Scored[K]],
    forced: Iterable[tuple[K, K]] = (),
    bars: Iterable[tuple[K, K]] = (),
    namesakes: Namesakes[K] | None = None,
) -> Groups[K]:
    """Groups of names: forced pairs first, then pairs that are sure enough, surest first, as far as bars allow."""
    groups = Groups(names, bars, namesakes)
    for one, other in forced:
        groups.join(one, other)
    for pair in pairs:
        if pair.score < ENOUGH:
            break
        groups.join(pair.one, pair.other)
    return groups


def _is_plain(how: Comparison) -> bool:
    return how.is_whole and not how.dispensed


def _rivals(names: Mapping[K, Name], pairs: Iterable[tuple[K, K, Comparison]]) -> Callable[[K, K, Comparison], int]:
    """A function that counts what else the shorter name of a pair could mean, names that are one counted once."""
    alike = Groups(names)
    longer: dict[K, set[K]] = defaultdict(set)
    for one, other, how in pairs:
        chance, _ = score(Pair(names[one], names[other], how))
        if _is_plain(how):
            if chance >= ENOUGH:
                alike.join(one, other)
        elif chance >= _RIVAL:
            short, long = _by_length(names, one, other)
            longer[short].add(long)

    def count(one: K, other: K, how: Comparison) -> int:
        if _is_plain(how):
            return 0
        short, long = _by_length(names, one, other)
        same = {alike.of(short), alike.of(long)}
        return len({alike.of(each) for each in longer[short]} - same)

    return count


def _by_length(names: Mapping[K, Name], one: K, other: K) -> tuple[K, K]:
    return (one, other) if len(names[one].words) <= len(names[other].words) else (other, one)
