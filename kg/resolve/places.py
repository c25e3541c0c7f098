"""Whether two names of places can be two places, of which neither lies in the other."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[^\W_]+")
_TOWN = "towns"


def are_apart(one: str, other: str) -> bool:
    """Whether two names are sure to be of different things side by side: two towns, two countries, two firms.

    False where one may lie in the other (a town and a country), or where all words of one are words of the other
    ("New York", "New York City"). Names that are in no list of places, those of firms too, are of the level of towns.
    """
    (level, first), (other_level, second) = _placed(one), _placed(other)
    words, others = set(_words(one)), set(_words(other))
    near = words <= others or others <= words or " ".join(sorted(words)) == " ".join(sorted(others))
    return bool(level) and level == other_level and first != second and not near


def _placed(name: str) -> tuple[str, str]:
    """The level of a place and its first name there; no level where the name is used on several."""
    bare = " ".join(_words(name.partition(",")[0]))
    found = _levels().get(bare, {_TOWN: bare})
    return next(iter(found.items())) if len(found) == 1 else ("", bare)


def _words(name: str) -> list[str]:
    words = _WORD.findall(name.replace(".", "").casefold())
    return words[1:] if words[:1] == ["the"] else words


@lru_cache(maxsize=1)
def _levels() -> dict[str, dict[str, str]]:
    """Of each name the levels on which it is used, with the first name of the place there."""
    with (Path(__file__).parent / "places.toml").open("rb") as file:
        lists = tomllib.load(file)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for level, names in lists.items():
        for same in names.split(";"):
            first, *others = (" ".join(_words(n)) for n in same.split("="))
            for name in (first, *others):
                found[name][level] = first
    return dict(found)
