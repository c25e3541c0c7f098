"""Names taken apart for comparison, and the parts of ids made of them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.resolve.legal_forms import without_form

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
LINKING = frozenset(_WORDS["linking"])
DISPENSABLE = frozenset(_WORDS["dispensable"])
ABBREVIATIONS: dict[str, str] = _WORDS["abbreviations"]

_SHARES = re.compile(r"[\s,.]+(?:" + "|".join(_WORDS["shares"]["patterns"]) + r")[\s.]*$")
_POSSESSIVE = re.compile(r"(?<=\w)(\s?'s|(?<=s)'|')(?!\w)")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.[ ]?)+[^\W\d_]\b\.?")  # A. O., S.p.A.
_NOT_WORD = re.compile(r"[^\w&.+/]+")
_GLUED = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W_]|-)")  # EN.CORP
_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_]{1,2}) ?& ?([^\W\d_])(?![^\W_])")  # P & O
_CLASSES = frozenset("abch")
_WEB = re.compile(r"\.(com|net|org|io|ai|co)\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as compared: folded words without legal form, class of shares, article and possessive.

    `form` is the legal form, "" where there is none, `shortened` the positions of words written with a point
    ("COMM."), `clipped` whether words may be cut without one, as lists of securities do. `initials` are what a name of
    several words may be called, two to six letters.
    """

    text: str
    words: tuple[str, ...]
    form: str = ""
    shortened: tuple[int, ...] = ()
    clipped: bool = False
    initials: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The words as one text; names with one key are the same words."""
        return " ".join(self.words)


@lru_cache(maxsize=1 << 14)
def parsed(text: str) -> Name:
    """A name taken apart."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").strip(" ,;:'\"")
    folded = _GLUED.sub(". ", _WEB.sub(r" \1", _folded(plain)))
    listed = _without_shares(folded)
    is_listed = plain.isupper() or listed != folded
    tokens = _once(list(_tokens(listed)))
    words, form = _without_form(tokens, is_listed=is_listed)
    words = _initials_joined(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    short = tuple(i for i, w in enumerate(words) if w.endswith("."))
    clipped = is_listed and len(words) > 1
    letters = _initials(plain, tokens, words) if len(tokens) > 1 else ()
    return Name(text, tuple(w.rstrip(".") for w in words), form, short, clipped, letters)


def _initials(plain: str, tokens: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """The first letters of the words, with and without legal form and small words, and the capitals."""
    found = {"".join(word[0] for word in some) for some in (tokens, words)}
    found |= {"".join(word[0] for word in some if word not in LINKING) for some in (tokens, words)}
    found.add("".join("&" if word == "and" else word[0] for word in words))
    if not plain.isupper():
        found.add("".join(c for c in plain if c.isupper()).casefold())
    return tuple(sorted(letters for letters in found if 2 <= len(letters) <= 6))


def _once(tokens: list[str]) -> list[str]:
    """A name that begins again behind its legal form, as lists of securities write it, only once."""
    for i in range(1, len(tokens)):
        rest = [w.rstrip(".") for w in tokens[i:]]
        whole = zip(rest[:-1], tokens, strict=False)
        again = all(a == b.rstrip(".") for a, b in whole) and tokens[len(rest) - 1].startswith(rest[-1])
        if again and i >= len(rest) and without_form(tokens[:i])[1]:
            return tokens[:i]
    return tokens


def _folded(text: str) -> str:
    """Lower case without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def _without_shares(text: str) -> str:
    while True:
        shorter = _SHARES.sub("", text)
        if shorter == text or len(shorter) < 2:
            return text
        text = shorter


def _tokens(text: str) -> Iterator[str]:
    text = _DOTTED.sub(lambda m: " " + re.sub(r"[.\s]", "", m.group()) + " ", text)
    text = _INITIALS.sub(r"\1&\2", _POSSESSIVE.sub("", text))
    text = re.sub(r"(?<=\w)\+(?=\w)|\+", " and ", text)
    for word in _NOT_WORD.sub(" ", text).replace("/", " ").split():
        word = "and" if word in {"&", "+"} else word.strip("_")
        bare = word.rstrip(".")
        if bare:
            yield bare + "." if word.endswith(".") and len(bare) > 1 else bare


def _without_form(words: Sequence[str], *, is_listed: bool) -> tuple[Sequence[str], str]:
    """Words without their legal forms ("Corp Plc") and the last of these; of a listed name without its class too."""
    last = ""
    while True:
        if is_listed and len(words) > 1 and words[-1] in _CLASSES:
            words = words[:-1]
        shorter, form = without_form(words)
        if form and not last and len(words) > len(shorter) and list(shorter) == list(words[1:]) and len(words[0]) < 3:
            return words, ""
        # what is left may end in the initials of a person, which look like a form
        if not form or (last and len(words[-1]) == 1):
            return words, last
        words, last = shorter, last or form


def _initials_joined(words: Sequence[str]) -> list[str]:
    """Single letters in a row as one word: A O Smith is AO Smith."""
    joined: list[str] = []
    for i, word in enumerate(words):
        if i and len(word) == 1 and len(words[i - 1]) == 1 and word.isalpha() and words[i - 1].isalpha():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def slug(normal: str) -> str:
    """A normalised name as the readable end of an id; letters of any script stay."""
    return re.sub(r"[^\w]+", "-", normal.replace("&", " and ")).strip("-_") or "unnamed"
