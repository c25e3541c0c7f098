"""The legal forms of companies at the ends of their names, read from legal_forms.toml beside this module.

Inc, Corp and Corporation are one family and agree; Corp and Oyj are two and disagree. Group, Holdings
and Company are weak: part of the name that may be left out and that no form contradicts.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_SEPARATOR = re.compile(r"[\s,;()-]+")
_FRONT = "<"
_AND = {"and": "&", "und": "&", "et": "&", "och": "&"}


@dataclass(frozen=True, slots=True)
class LegalForm:
    """What one family of the file says: `key` tells forms apart, `long` is what they are short for."""

    key: str
    long: str
    countries: tuple[str, ...]
    is_weak: bool = False


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word as compared: no case, accents or punctuation, "&" for "and"."""
    plain = word.casefold()
    if not plain.isalnum() or not plain.isascii():
        spread = unicodedata.normalize("NFKD", plain.replace("ł", "l").replace("ı", "i").replace("ø", "o"))
        spread = unicodedata.normalize("NFKD", spread.casefold())  # what was one sign may hold capitals
        plain = "".join(c for c in spread if c.isalnum() or c == "&")
    return _AND.get(plain, plain)


def without_form(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The words of a name before (or behind) its legal form, and the family of that form, "" where it has none.

    The longest form at the end goes, one only: Acme Holdings Inc. leaves Acme Holdings. Weak forms stay
    (see `without_weak`), and so does a name that is nothing but a form. Words come back as they were given.
    """
    form, start, end = _found([folded(w) for w in words])
    return (tuple(words), "") if form is None else (tuple(words[start:end]), form.key)


def without_weak(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without Group, Holdings, Company and the like at its end, at least one word long."""
    plain, end = [folded(w) for w in words], len(words)
    while (size := _tail(plain[:end], weak=True)[1]) and size < end:
        end -= size
    return tuple(words[:end])


def agree(one: str, other: str) -> bool | None:
    """Whether two families from `without_form` are the same; None where a name has no form, which says nothing."""
    return None if not one or not other else one == other


@lru_cache(maxsize=1)
def legal_forms() -> dict[str, LegalForm]:
    """The form behind each way to write it, folded; those that stand before names with a "<" in front."""
    text = resources.files(__package__).joinpath("legal_forms.toml").read_text(encoding="utf-8")
    table: dict[str, LegalForm] = {}
    for entry in tomllib.loads(text)["form"]:
        key = entry.get("family") or _written(entry["forms"][0])
        form = LegalForm(key, entry["long"], tuple(entry["countries"]), entry.get("weak", False))
        table |= {_written(written): form for written in entry["forms"]}
        table |= {_FRONT + _written(written): form for written in entry.get("front", ())}
    return table


def _written(form: str) -> str:
    return _joined(folded(w) for w in _SEPARATOR.split(form) if w)


def _joined(plain: Iterable[str]) -> str:
    """Folded words with runs of single letters put together: "s p a" is "spa", "s de r l" is "s de rl"."""
    joined: list[str] = []
    run = False
    for word in plain:
        single = len(word) == 1 and word != "&"
        if single and run:
            joined[-1] += word
        elif word:
            joined.append(word)
        run = single
    return " ".join(joined)


def _found(plain: list[str]) -> tuple[LegalForm | None, int, int]:
    """The form of a name, and where the rest of the name starts and ends."""
    form, size = _tail(plain, weak=False)
    if form is not None:
        return form, 0, len(plain) - size
    form, size = _front(plain)
    return form, size, len(plain)


@lru_cache(maxsize=1)
def _edges() -> tuple[frozenset[str], int]:
    """What the last word of a form may be, for a quick no, and how many words a form has at most."""
    # a form of single letters may end in any letter
    ends = {key.split()[-1] for key in legal_forms() if key}
    return frozenset(ends | {e[-1] for e in ends}), max(len(key.split()) for key in legal_forms()) + 3


def _tail(plain: list[str], *, weak: bool) -> tuple[LegalForm | None, int]:
    ends, most = _edges()
    if len(plain) < 2 or plain[-1] not in ends:
        return None, 0
    for size in range(min(most, len(plain) - 1), 0, -1):
        form = legal_forms().get(_joined(plain[-size:]))
        # "Larkwell & Co. Ltd" is "Larkwell & Co" with a form, not "Larkwell &"
        if form is not None and form.is_weak is weak and plain[-size - 1] != "&":
            return form, size
    return None, 0


def _front(plain: list[str]) -> tuple[LegalForm | None, int]:
    form = legal_forms().get(_FRONT + plain[0]) if len(plain) > 1 else None
    return (None, 0) if form is None else (form, 1)
