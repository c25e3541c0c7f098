"""A question as words that can be compared: no case, accents or punctuation, possessives apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SPLIT = re.compile(r"[\s/,;:()\[\]\"“”„«»?!-]+|[–—]")
_HELD = re.compile(r"[^\w&]+|_")
OF = "'s"
_NOT = {"dont": "do", "doesnt": "does", "didnt": "did", "isnt": "is", "arent": "are", "wasnt": "was", "havent": "have"}
_IS = re.compile(r"(who|what|where|which|there|how|it)'(s|re)")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as compared, and as it was written."""

    text: str
    written: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a question or name; "Halden's" is "halden" and "'s"."""
    found: list[Word] = []
    for piece in _SPLIT.split(unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")):
        low = piece.casefold().strip(".'") if not piece.casefold().endswith("s'") else piece.casefold()
        contracted = _IS.fullmatch(low)
        if contracted:
            found += [Word(contracted[1], piece), Word("is" if contracted[2] == "s" else "are", "")]
        elif low.endswith("'s"):
            found += [*_word(low[:-2], piece[: piece.casefold().rindex("'s")]), Word(OF, OF)]
        elif low.endswith("s'"):
            found += [*_word(low[:-1], piece.rstrip(".")[:-1]), Word(OF, "'")]
        else:
            plain = _folded(low)
            found += [Word(_NOT[plain], piece), Word("not", "")] if plain in _NOT else _word(low, piece)
    return tuple(found)


def texts(words: tuple[Word, ...]) -> tuple[str, ...]:
    """The words as compared."""
    return tuple(w.text for w in words)


def as_written(words: tuple[Word, ...]) -> str:
    """The words as they were written."""
    return " ".join(w.written.strip(".") for w in words if w.written).replace(" 's", "'s").strip("'")


def _word(low: str, written: str) -> list[Word]:
    text = _folded(low)
    return [Word("and" if text == "&" else text, written)] if text else []


def _folded(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return _HELD.sub("", "".join(c for c in spread if not unicodedata.combining(c)).casefold())
