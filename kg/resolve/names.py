"""Names as compared, and the parts of ids made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"'s?(?!\w)")
_NOT_WORD = re.compile(r"[^\w&]+")


@lru_cache(maxsize=65536)
def normalise(name: str, endings: frozenset[str]) -> str:
    """A name in lower case without punctuation, article, possessive and legal form.

    `endings` are the legal forms as written ("Inc", "A/S").
    """
    text = unicodedata.normalize("NFKC", name).replace("’", "'")
    words = _without_endings(text.split(), endings)
    bare = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", " ".join(words)).casefold()).split()
    return " ".join(bare[1:] if len(bare) > 1 and bare[0] == "the" else bare)


def _without_endings(words: list[str], endings: frozenset[str]) -> list[str]:
    while len(words) > 1 and (words[-1] in endings or words[-1].rstrip(".,") in endings):
        words = words[:-1]
    return words


def slug(normal: str) -> str:
    """A normalised name as the readable end of an id; letters of any script stay."""
    return re.sub(r"[^\w]+", "-", normal.replace("&", " and ")).strip("-_") or "unnamed"
