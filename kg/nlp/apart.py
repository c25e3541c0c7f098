"""Names that begin alike and that the text holds apart: "Nordlys and its unit Nordlys Energy"."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from kg.nlp.aliases import key
from kg.nlp.annotation import Parsed
from kg.nlp.discourse import SUBJECTS
from kg.nlp.given import Found
from kg.nlp.syntax import governing_verb

Pair = frozenset[str]
"""The keys of two names."""
REACH = 90  # characters between two names


def pairs(firsts: Sequence[Found], seconds: Sequence[Found]) -> Iterator[tuple[Found, Found, str]]:
    """Names in one sentence, near to each other, with what stands between them."""
    starts = {id(f.parsed): [s.start for s in f.parsed.doc.sents] for f in {id(n.parsed): n for n in seconds}.values()}
    by_sentence: dict[tuple[int, int], list[Found]] = {}
    for found in firsts:
        by_sentence.setdefault(_sentence(found, starts), []).append(found)
    begins = {}
    for place, group in by_sentence.items():
        group.sort(key=lambda f: f.begin)
        begins[place] = [f.begin for f in group]
    for second in seconds:
        place = _sentence(second, starts)
        for first in reversed(by_sentence.get(place, [])[: bisect_left(begins.get(place, []), second.begin)]):
            if second.begin - first.past > REACH:
                break
            yield first, second, first.parsed.passage.text[first.past : second.begin]


def pair(a: Found, b: Found) -> Pair:
    """Two names as compared."""
    return frozenset((key(a.name), key(b.name)))


def held_apart(names: Sequence[Found], among: Collection[Pair]) -> frozenset[Pair]:
    """Those of some pairs that the text holds apart: "X and Y", "X's Y", "Y, a unit of X", "its Y unit"."""
    if not among:
        return frozenset()
    near = ((pair(a, b), gap) for a, b, gap in pairs(names, names))
    beside = {both for both, gap in near if both in among and _between().fullmatch(gap)}
    parts = {key(n.name) for n in names if _is_part(n)}
    return frozenset(beside | {both for both in among if max(both, key=len) in parts})


def alike(names: Sequence[Found]) -> frozenset[Pair]:
    """The pairs of names that begin alike."""
    keys = dict.fromkeys(key(n.name) for n in names)
    starts = ((k[: end.start()], k) for k in keys for end in re.finditer(r"[ .]", k))
    return frozenset(frozenset((short, k)) for short, k in starts if short in keys)


def in_one_clause(names: Sequence[Found], among: Collection[Pair]) -> frozenset[Pair]:
    """Those of some pairs of which one is the subject and one something else of the same verb."""
    return frozenset(both for a, b, _ in pairs(names, names) if (both := pair(a, b)) in among and _is_of_clause(a, b))


def in_one_sentence(names: Sequence[Found], among: Collection[Pair]) -> frozenset[Pair]:
    """Those of some pairs that stand near to each other."""
    return frozenset(pair(a, b) for a, b, _ in pairs(names, names)) & frozenset(among)


def _sentence(found: Found, starts: Mapping[int, list[int]]) -> tuple[int, int]:
    """The passage and sentence of a name, given the first tokens of sentences by passage."""
    return id(found.parsed), bisect_right(starts.get(id(found.parsed), []), found.run.start)


def _root(found: Found) -> Token:
    parsed: Parsed = found.parsed
    return parsed.doc[found.run.start : found.run.end].root


def _is_part(found: Found) -> bool:
    """Whether a name is said to be of a part of something: "its Y arm", "the Y unit"."""
    text, parsed = found.parsed.passage.text, found.parsed
    before = parsed.doc[found.run.start - 1].lower_ if found.run.start else ""
    return before in {"its", "their"} or _unit().match(text, found.stop) is not None


def _is_of_clause(a: Found, b: Found) -> bool:
    subject, other = _root(a), _root(b)
    verb = governing_verb(subject)
    return (
        subject.dep_ in SUBJECTS
        and other.dep_ in {"dobj", "pobj"}
        and verb is not None
        and verb == governing_verb(other)
    )


@cache
def _words() -> tuple[list[str], str]:
    words = tomllib.loads(Path(__file__).with_name("apart.toml").read_text(encoding="utf-8"))
    return words["between"], "|".join(words["unit"])


@cache
def _between() -> re.Pattern[str]:
    between, unit = _words()
    return re.compile("|".join(p.replace("{unit}", f"(?:{unit})") for p in between))


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_words()[1]})\b")
