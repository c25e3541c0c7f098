"""Names as a register compares them: words, legal form, and the key under which they are found.

The key is all words put together, so that Exxon Mobil and ExxonMobil, A. O. Smith and A.O. Smith are
one. `parted` is the only way from a name to what is compared.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from kg.resolve import legal_forms, without_form, without_weak

_WORD = re.compile(r"[^\W_]+|&")
_APOSTROPHE = re.compile(r"['’`´]")
_BRACKET_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_IDENTIFIER = re.compile(r"[A-Z0-9]{12}|[A-Z0-9]{20}")
_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,5}")


@dataclass(frozen=True, slots=True)
class Parted:
    """A name in words without case, accents and punctuation.

    `words` are the name without its legal form, `core` without Group, Company and the like too, `key` and
    `core_key` the same in one word. `form` is the family of the legal form or "".
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    form: str
    key: str
    core_key: str


def parted(name: str) -> Parted:
    """A name in its parts; without a letter or digit all of them are empty."""
    found = words_of(name)
    rest, form = without_form(found) if len(found) > 1 else (tuple(found), "")
    core = _core(rest) if len(rest) > 1 else rest
    return Parted(rest, core, form, "".join(rest), "".join(core))


def words_of(name: str) -> list[str]:
    """The words of a name as compared, short ones as long ones, without a leading article."""
    text = name if name.isascii() else _plain(name)
    if text[-1:] == ")":
        text = _BRACKET_BEHIND.sub("", text)
    if "'" in text:
        text = text.replace("'", "")
    same = words()["same"]
    found = [same.get(word, word) for word in _WORD.findall(text.lower())]
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def without_possessive(name: str) -> str:
    """Larkwell's as Larkwell."""
    return _POSSESSIVE.sub("", name)


def issuer(name: str) -> str:
    """The name within that of a security: Bolt Inc. Class A Common Stock is of Bolt Inc."""
    found = _securities().search(name)
    return name[: found.start()].rstrip(" ,-") if found and found.start() else name


def acronym(name: str) -> str:
    """The letters of a name that is written as an acronym, in lower case, else ""."""
    return name.replace(".", "").replace("&", "").lower() if _ACRONYM.fullmatch(name) else ""


def initials(parts: Sequence[str]) -> frozenset[str]:
    """The acronyms that words give, with and without the small ones."""
    small = words()["small_set"]
    every = "".join(word[0] for word in parts if word != "&")
    return (
        frozenset({every, "".join(word[0] for word in parts if word not in small)}) if len(parts) > 1 else frozenset()
    )


def identifier_key(name: str) -> str:
    """The key of a name that is an identifier: "cik:789019", or an LEI or ISIN as it stands; else ""."""
    key, colon, value = name.partition(":")
    if colon and key.isalpha() and value.strip():
        return key_of_identifier(key.lower(), value.strip())
    return f"#{name.lower()}" if _IDENTIFIER.fullmatch(name) and any(c.isdigit() for c in name) else ""


def key_of_identifier(key: str, value: str) -> str:
    """Where a register keeps the company with an identifier; zeros in front do not count."""
    return f"#{value.lower()}" if _IDENTIFIER.fullmatch(value) else f"#{key}:{value.lower().lstrip('0')}"


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The lists of words.toml."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    weak = {last for form, entry in legal_forms().items() if entry.is_weak for last in form.split()[-1:]}
    return {**lists, "small_set": frozenset(lists["small"]), "weak_set": frozenset({*lists["endings"], *weak})}


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """English words with which names begin: alone they name nobody for sure."""
    text = resources.files(__package__).joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=1)
def _securities() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['securities'])})", re.IGNORECASE)


def _plain(name: str) -> str:
    """A name with the nearest ASCII letters, as far as there are any."""
    spread = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", name).replace("ø", "o").replace("Ø", "O"))
    return "".join(c for c in spread.replace("ß", "ss").replace("ł", "l") if not unicodedata.combining(c))


def _core(rest: tuple[str, ...]) -> tuple[str, ...]:
    lists = words()
    core, weak, endings = rest, lists["weak_set"], lists["endings"]
    while len(core) > 1 and core[-1] in weak:
        less = core[:-1] if core[-1] in endings else without_weak(core)
        if less == core:
            break
        core = less
    return core[:-1] if len(core) > 1 and core[-1] == "&" else core
