"""Which language a text is in, as far as that is sure.

English is known by its small words, so that texts full of foreign names stay English; only a text without them is
shown to the model, and only one that is long enough and plainly of another language is taken to be.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from kg.config import ENGLISH

_SAMPLE = 4000  # characters at the beginning, in the middle and at the end
_WORD = re.compile(r"[^\W\d_]+")
# none of them is a frequent word of another language
_SMALL = frozenset(
    "the and of to for with that by from this which has have had will would its their are were been".split()
)
_ENGLISH_SHARE = 0.08  # of the words of an English text; names-heavy news has about 0.15
_DOUBTFUL_SHARE = 0.04  # up to here a text may be in another language with English names and titles in it
_LETTERS, _LETTERS_BEYOND_LATIN = 150, 20  # below them nothing is sure
_SURE, _HARDLY = 0.95, 0.01  # what the model says of the other language and of English


def language_of(text: str) -> str:
    """The ISO 639 code of a text's language, "" where it is not sure; a text that is partly English is English."""
    samples = _samples(text)
    shares = [_english_share(sample) for sample in samples]
    if max(shares) >= _ENGLISH_SHARE:
        return ENGLISH
    together = "\n".join(samples)
    letters = [character for character in together if character.isalpha()]
    beyond = sum(not unicodedata.name(character, "").startswith("LATIN") for character in letters)
    if 2 * beyond > len(letters) > _LETTERS_BEYOND_LATIN:
        return _ranked(together)[0][0]
    if len(letters) < _LETTERS or max(shares) > _DOUBTFUL_SHARE:
        return ""
    ranked = dict(_ranked(together))
    best = max(ranked, key=lambda code: ranked[code])
    return best if ranked[best] >= _SURE and ranked.get(ENGLISH, 0.0) <= _HARDLY else ""


def language_name(code: str) -> str:
    """The name of a language in English, or its code."""
    return _names().get(code, f'the language "{code}"')


def _samples(text: str) -> list[str]:
    if len(text) <= 3 * _SAMPLE:
        return [text]
    middle = (len(text) - _SAMPLE) // 2
    return [text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]]


def _english_share(text: str) -> float:
    words = _WORD.findall(text.lower())
    return sum(word in _SMALL for word in words) / len(words) if words else 0.0


def _ranked(text: str) -> list[tuple[str, float]]:
    ranked: list[tuple[str, float]] = _model().rank(text)
    return ranked


@cache
def _model() -> Any:
    # on first use: it takes half a second and 80 MB, and English texts do not need it
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
