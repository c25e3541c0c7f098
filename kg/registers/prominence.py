"""What the names of a whole register say of each other: which short forms mean one company.

It needs a register that ranks its companies by size. The first words of a name are short for it when

- the company is among the largest 500, and ten times nearer the top than any other whose name begins with them;
- it is among the largest 200 ("Exxon" for Exxon Mobil), or the words left out say only what firms do ("Micron"
  for Micron Technology, but not "Warner Bros" for Warner Bros Discovery), which they must where the words are
  English ones ("International Business" is a subject of study);
- of one word: at most three names have it, it is no given name and no place, and if it is an English word, the
  words left out say what firms do even of the largest 200.

Never are words that are another company's whole name, or that end before or behind "of", "&" and the like.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.registers.keys import Parted, common_words, words

LARGEST, PROMINENT, KNOWN = 200, 500, 2000
RARE, NEARER = 3, 10
USUAL = 10  # so many names have a word that says what firms do

Ranked = tuple[int, int, Parted]
"""The number of a company, its rank (0 without) and its name."""
Start = tuple[str, ...]


def is_nearer(rank: int, other: int) -> bool:
    """Whether a rank is so much nearer the top than another (0 for none) that a name rather means the first."""
    return other == 0 or other >= NEARER * rank


def short_forms(companies: Iterable[Ranked], prominent: Iterable[Ranked]) -> Iterator[tuple[str, int]]:
    """Short forms, put together as keys, with the number of the company that each means.

    `prominent` are the largest 500 of `companies` in order of rank; `companies` is read once.
    """
    wanted: dict[Start, Ranked] = {}
    for company in prominent:
        for start in _starts(company[2]):
            wanted.setdefault(start, company)
    seen = _Seen.of(companies, wanted)
    for start, (number, rank, name) in wanted.items():
        left_out = name.core[len(start) :]
        usual = all(seen.uses[word] >= USUAL for word in left_out)
        if "".join(start) not in seen.whole and _means(start, rank, seen, usual=usual):
            yield "".join(start), number


@dataclass
class _Seen:
    """The ranks of others that begin so, how many names have a word, and the starts that are whole names."""

    others: dict[Start, list[int]] = field(default_factory=lambda: defaultdict(list))
    uses: Counter[str] = field(default_factory=Counter)
    whole: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, companies: Iterable[Ranked], wanted: dict[Start, Ranked]) -> _Seen:
        seen = cls()
        counted = {word for _, _, name in wanted.values() for word in name.words}
        keys = {"".join(start) for start in wanted}
        for number, rank, name in companies:
            seen.uses.update(counted.intersection(name.words))
            seen.whole.update(keys.intersection((name.key, name.core_key)))
            for size in range(1, len(name.words) + 1):
                held = wanted.get(name.words[:size])
                if held is None and size > 1:
                    break
                if held is not None and held[0] != number:
                    seen.others[name.words[:size]].append(rank)
        return seen


def _means(start: Start, rank: int, seen: _Seen, *, usual: bool) -> bool:
    if not (usual or rank <= LARGEST) or not all(is_nearer(rank, rival) for rival in seen.others.get(start, ())):
        return False
    if len(start) > 1:
        return usual or not common_words().issuperset(start)
    (word,) = start
    if word in words()["given"] or word in words()["places"] or seen.uses[word] > RARE:
        return False
    return usual or word not in common_words()


def _starts(name: Parted) -> Iterator[Start]:
    small = words()["small_set"]
    for size in range(1, len(name.core)):
        if name.words[size] not in small and name.words[size - 1] not in small:
            yield name.words[:size]
