"""When two names, or two values, are the same for the scorer."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from kg.model import Value

_POSSESSIVE = re.compile(r"'s\b|'(?=\w)")
_NOT_WORD = re.compile(r"[^\w&]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = (("doubl", 2.0), ("tripl", 3.0), ("halv", 0.5))
_SCALES = {
    1e12: ("trillion", "tn"),
    1e9: ("billion", "bn", "b"),
    1e7: ("crore",),
    1e6: ("million", "mln", "mn", "m"),
    1e5: ("lakh",),
    1e3: ("thousand", "k"),
}
_SCALE = {word: scale for scale, words in _SCALES.items() for word in words}
_SCALE_WORD = re.compile(rf"\s*({'|'.join(_SCALE)})\b")
_NEAR = 12  # characters behind a number among which its scale stands
_TOLERANCE = 1e-6


@cache
def guide() -> dict[str, frozenset[str]]:
    """The lists of guide.toml by their name."""
    text = Path(__file__).with_name("guide.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """A name in lower case without punctuation, article, possessive and legal forms; may be empty."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    words = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", text)).split()
    if words and words[0] in guide()["articles"]:
        words = words[1:]
    while len(words) > 1 and words[-1] in guide()["suffixes"]:
        words = words[:-1]
    return " ".join(words)


def number_in(text: str) -> float | None:
    """The first number that words hold, scaled by the word behind it: "$1.5 billion" is 1.5e9."""
    low = text.casefold().replace(",", "")
    spoken = next((number for word, number in _WORDS if word in low), None)
    found = _NUMBER.search(low)
    if spoken is not None or found is None:
        return spoken
    scale = _SCALE_WORD.match(low[found.end() : found.end() + _NEAR])
    return float(found[0]) * (_SCALE[scale[1]] if scale else 1)


def number_of(value: Value | None) -> float | None:
    """The number of a value without its sign; of a value that is words alone, the number in them."""
    if value is None:
        return None
    if value.number is not None:
        return abs(float(value.number))
    is_words_alone = value.high is None and not (value.unit or value.currency or value.bound or value.per or value.noun)
    return number_in(value.text) if is_words_alone else None


def agree(given: float | None, gold: float | None) -> bool:
    """Whether a number meets that of the gold, a percentage also as a fraction; no number meets any."""
    if given is None or gold is None:
        return given is None
    allowed = _TOLERANCE * max(1.0, abs(gold))
    return any(abs(number - gold) <= allowed for number in (given, given * 100, given / 100))
