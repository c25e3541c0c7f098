"""What speaks for and against two names meaning one thing: named features, each with its weight and reason.

The score is 1 / (1 + exp(-sum)) over the values of the features times their weights, a logistic regression. The
weights of what names tell were learned from pairs of names of companies (matching.md), those of what documents
and registers tell were set by hand.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.model import Reason
from kg.resolve.compare import Comparison
from kg.resolve.names import LINKING, Name

_HERE = Path(__file__).parent
_WEIGHTS = tomllib.loads((_HERE / "matching.toml").read_text(encoding="utf-8"))
LEARNED: dict[str, float] = _WEIGHTS["learned"]
SET: dict[str, float] = _WEIGHTS["set"]
BIAS: float = _WEIGHTS["bias"]
ENOUGH: float = _WEIGHTS["enough"]
DOUBTFUL: float = _WEIGHTS["doubtful"]

_MOST_RARE = 14.0
_FEW_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What documents and registers tell of a pair, as counts of documents or things.

    `named`: documents that give the one name as another name or ticker of the other; `lettered`: those that give it as
    letters in brackets; `short`: those that use it as its short form; `apart`: those that name both and mean two
    things; `related`: facts that link the two; `shared`: things that facts link to both; `homes`: 1 where both have
    one seat, -1 where they have two; `listing`: 1 where a register takes both for one company, -1 for two. `open`
    tells that further names may exist, as in any texts.
    """

    named: int = 0
    lettered: int = 0
    short: int = 0
    apart: int = 0
    related: int = 0
    shared: int = 0
    homes: int = 0
    listing: int = 0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with their comparison. `rivals` counts the other things that the shorter name could mean."""

    one: Name
    other: Name
    how: Comparison
    rivals: int = 0
    told: Told = Told()


@dataclass(frozen=True, slots=True)
class Feature:
    """A `value` of a pair, and how its reason reads; `words` says more where there is more to say."""

    name: str
    value: Callable[[Pair], float]
    words: Callable[[Pair], str] = lambda _: ""


def score(pair: Pair) -> tuple[float, tuple[Reason, ...]]:
    """The chance (0 to 1) that two names mean one thing, and the reasons with their weights, heaviest first."""
    found = [(feature, feature.value(pair)) for feature in FEATURES]
    reasons = [Reason(f.name, round(_weight(f.name) * v, 2), f.words(pair)) for f, v in found if v]
    total = BIAS + sum(_weight(f.name) * v for f, v in found)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r)))


def _weight(name: str) -> float:
    return LEARNED[name] if name in LEARNED else SET[name]


@lru_cache(maxsize=1)
def _counts() -> tuple[int, dict[str, int]]:
    lines = (_HERE / "name_words.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return int(rows[0][1]), {word: int(number) for word, number in rows[1:]}


def rarity(words: tuple[str, ...]) -> float:
    """How much words tell: the logarithm of how many names of companies there are for each that has the word."""
    names, counts = _counts()
    return sum(math.log((names + 1) / (counts.get(word, 0) + 1)) for word in words if word not in LINKING)


def is_common(words: tuple[str, ...]) -> bool:
    """Whether several names of companies have each of the words, so that two companies may well share the name."""
    counts = _counts()[1]
    return all(word in counts or word in LINKING for word in words)


def _shorter(pair: Pair) -> Name:
    return min(pair.one, pair.other, key=lambda n: (len(n.words), n.words))


def _first_shortened(pair: Pair) -> bool:
    return bool(pair.how.shortened) and pair.one.words[0] != pair.other.words[0] and not pair.how.joined


def _letters(pair: Pair) -> int:
    return len(_shorter(pair).key) if pair.how.acronym else 0


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _pairs(words: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{x} for {y}" for x, y in words)


def _forms(pair: Pair) -> str:
    return f"{pair.one.form} and {pair.other.form}"


def _documents(number: int) -> str:
    return f"{number} document{'s' if number > 1 else ''}"


def _named(pair: Pair) -> int:
    return pair.told.named + pair.told.lettered


def _gap(pair: Pair) -> bool:
    """Whether one name is more than the other spelled in another way, so that a text should say they are one."""
    how, told = pair.how, pair.told
    forms_differ = bool(pair.one.form and pair.other.form) and pair.one.form != pair.other.form
    is_more = not how.is_whole or forms_differ or not how.same or (bool(how.dispensed) and len(how.same) < 2)
    # three letters have many meanings, and one document may use them in its own way
    is_clear = told.lettered > 1 or bool(told.shared) or len(_shorter(pair).key) > _FEW_LETTERS
    is_short = told.short > 1 or (told.short and (told.shared or len(how.same) > 1))
    is_said = told.named or (told.lettered and is_clear) or is_short or told.listing > 0
    return told.open and is_more and not is_said


# of names alone
NAMES: tuple[Feature, ...] = (
    Feature("shared words", lambda p: min(rarity(p.how.same), _MOST_RARE) / 5, lambda p: _listed(p.how.same)),
    Feature("shortened words", lambda p: len(p.how.shortened), lambda p: _pairs(p.how.shortened)),
    Feature("first word shortened", lambda p: float(_first_shortened(p))),
    Feature("words spelled alike", lambda p: len(p.how.respelled), lambda p: _pairs(p.how.respelled)),
    Feature("words written as one", lambda p: p.how.joined),
    Feature("dispensable words", lambda p: len(p.how.dispensed), lambda p: _listed(p.how.dispensed)),
    Feature("further words", lambda p: len(p.how.more), lambda p: _listed(p.how.more)),
    Feature("rare further words", lambda p: rarity(p.how.more) / 5),
    Feature("words in between", lambda p: len(p.how.within), lambda p: _listed(p.how.within)),
    Feature("words replaced", lambda p: float(p.how.replaced)),
    Feature("initials, two", lambda p: float(_letters(p) == 2)),
    Feature("initials, three", lambda p: float(_letters(p) == 3)),
    Feature("initials, more", lambda p: float(_letters(p) > 3)),
    Feature("nothing shared but a beginning", lambda p: float(not p.how.same and not p.how.acronym)),
    Feature(
        "other legal form", lambda p: float(bool(p.one.form and p.other.form) and p.one.form != p.other.form), _forms
    ),
    Feature("could mean others", lambda p: min(p.rivals, 3), lambda p: str(p.rivals)),
)

# of the texts and registers that the names come from
CONTEXT: tuple[Feature, ...] = (
    Feature("a document names it so", lambda p: float(_named(p) > 0), lambda p: _documents(_named(p))),
    Feature("a document calls it so for short", lambda p: float(p.told.short > 0), lambda p: _documents(p.told.short)),
    Feature("no document says so", lambda p: float(_gap(p))),
    Feature("no document decides which", lambda p: float(p.told.open and not _named(p)) * min(p.rivals, 2)),
    Feature("told apart in a document", lambda p: min(p.told.apart, 2), lambda p: _documents(p.told.apart)),
    Feature("linked by a fact", lambda p: float(p.told.related > 0)),
    Feature("facts in common", lambda p: min(p.told.shared, 3), lambda p: f"{p.told.shared}"),
    Feature("same seat", lambda p: float(p.told.homes > 0)),
    Feature("other seat", lambda p: float(p.told.homes < 0)),
    Feature("same listing in a register", lambda p: float(p.told.listing > 0)),
    Feature("other listing in a register", lambda p: float(p.told.listing < 0)),
)

FEATURES = NAMES + CONTEXT
