"""Names that many things have: surnames, words for bodies (Ministry, Labour Party), what texts write small."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from kg.lexicon import Lexicon
from kg.resolve.names import DISPENSABLE, LINKING

_LOWER = re.compile(r"(?<![^\W\d_])[a-z][a-z'&-]*(?![^\W\d_])|[^a-z\s]+")
_LONGEST = 4  # words of a phrase


class Vague:
    """Which names are vague, given the texts and in how many documents each name stands."""

    def __init__(self, texts: Iterable[str], names: Mapping[str, int], lexicon: Lexicon) -> None:
        words = lexicon.words_of_kinds("nameWord") | lexicon.words_of_kinds("institution")
        self.class_words = {word.casefold() for word in words if not word.isupper()} | DISPENSABLE | LINKING
        self._persons, self._bodies = lexicon.kinds_like("title"), lexicon.kinds_like("nameWord")
        self._everywhere = {word.casefold() for word in lexicon.words_of_kinds("everywhere")}
        several = {key for key, number in names.items() if number > 1}
        parts = {word for key in several if self._everywhere.intersection(key.split()) for word in key.split()}
        common = written_small(texts, several | parts)
        self._small = parts.intersection(common)
        self._common = {key for key in several if common[key] >= names[key]}
        self._written = several.intersection(common)
        self._firms = lexicon.kinds_like("nameEnding")

    def holds(self, key: str, kind: str) -> bool:
        """Whether a name as compared is vague: two documents that have it need not mean one thing."""
        words = key.split()
        if kind in self._persons:
            return len(words) == 1
        # a firm may be called Apple; an executive council is any
        common = self._common if kind in self._firms else self._written
        is_any = self.class_words.issuperset(words) or (
            bool(self._everywhere.intersection(words)) and (self.class_words | self._small).issuperset(words)
        )
        return kind in self._bodies and (key in common or is_any)

    def is_word(self, key: str) -> bool:
        """Whether as many texts write a name in small letters as use it."""
        return key in self._common


def written_small(texts: Iterable[str], phrases: Collection[str]) -> Counter[str]:
    """In how many texts each phrase stands in small letters."""
    by_first: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        if len(phrase.split()) <= _LONGEST:
            by_first[phrase.split()[0] if phrase.split() else ""].add(phrase)
    found: Counter[str] = Counter()
    for text in texts:
        tokens = _LOWER.findall(text)
        here: set[str] = set()
        for i, token in enumerate(tokens):
            if token in by_first:
                ahead = (" ".join(tokens[i : i + n]) for n in range(1, _LONGEST + 1))
                here.update(by_first[token].intersection(ahead))
        found.update(here)
    return found
