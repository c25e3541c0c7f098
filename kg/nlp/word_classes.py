"""Parts of speech from the tags of the base model, by the rules of its attribute ruler but by looking them up.

Most of the rules ask for a tag, or a tag and a word, of a single token. Those are looked up; the few others are left to
spaCy's matcher. Of several rules for a token the later ones count, as in spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis
from spacy.vocab import Vocab

Attrs = dict[int, int]
Pair = tuple[int, int]  # a tag and a word in small letters, or 0 for any word; hashes of spaCy


@dataclass(frozen=True)
class WordClasses:
    """Applies the rules of an attribute ruler."""

    attrs: Sequence[Attrs]  # what each rule sets
    rules: dict[Pair, tuple[int, ...]]  # the rules that ask for a tag and a word
    words: frozenset[int]  # that rules ask for
    rest: AttributeRuler
    numbers: tuple[int, ...]  # of the rules of the rest
    _morphs: dict[int, MorphAnalysis]
    _made: dict[Pair, Attrs] = field(default_factory=dict)

    @classmethod
    def of(cls, ruler: AttributeRuler) -> WordClasses | None:
        """From the component of a pipeline, or none where it sets more than these."""
        if any(set(attrs) - {POS, MORPH, LEMMA, TAG, DEP} for attrs in ruler.attrs):
            return None
        rules: dict[Pair, tuple[int, ...]] = {}
        rest, numbers = AttributeRuler(ruler.vocab), []
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        for number, rule in enumerate(patterns):
            asked = [_pairs(pattern, ruler.vocab) for pattern in rule["patterns"]]
            if all(asked):
                for pair in {pair for pairs in asked for pair in pairs}:
                    rules[pair] = (*rules.get(pair, ()), number)
            else:
                rest.add(**rule)
                numbers.append(number)
        words = frozenset(word for _, word in rules)
        blank: Any = Doc(ruler.vocab, ["x"])
        morphs = {}
        for key in {attrs[MORPH] for attrs in ruler.attrs if MORPH in attrs}:
            blank[0].set_morph(key)
            morphs[key] = blank[0].morph
        return cls(ruler.attrs, rules, words, rest, tuple(numbers), morphs)

    def apply(self, doc: Doc) -> None:
        """Set the parts of speech of a document."""
        pairs = [(tag, word if word in self.words else 0) for tag, word in doc.to_array([TAG, LOWER]).tolist()]
        found = [self._attrs(pair) for pair in pairs]
        for at, numbers in self._by_rest(doc).items():
            found[at] = self._merged({*self._numbers(pairs[at]), *numbers})
        values: Any = np.array([attrs.get(POS, 0) for attrs in found], np.uint64)
        doc.from_array([POS], values)
        for token, attrs in zip(doc, found, strict=True):
            if attrs.get(MORPH):
                token.morph = self._morphs[attrs[MORPH]]
            if len(attrs) > 2 or LEMMA in attrs or TAG in attrs or DEP in attrs:
                token.lemma = attrs.get(LEMMA, token.lemma)
                token.tag = attrs.get(TAG, token.tag)
                token.dep = attrs.get(DEP, token.dep)

    def _attrs(self, pair: Pair) -> Attrs:
        attrs = self._made.get(pair)
        if attrs is None:
            attrs = self._made[pair] = self._merged(self._numbers(pair))
        return attrs

    def _numbers(self, pair: Pair) -> set[int]:
        """The rules that speak of a tag and a word."""
        tag, word = pair
        return {n for asked in ((tag, 0), (0, word), pair) for n in self.rules.get(asked, ())}

    def _merged(self, numbers: Iterable[int]) -> Attrs:
        return {name: value for n in sorted(numbers) for name, value in self.attrs[n].items()}

    def _by_rest(self, doc: Doc) -> dict[int, list[int]]:
        """The other rules that match, by the place of the token that they speak of."""
        found: dict[int, list[int]] = {}
        for number, _, start, end in self.rest.match(doc):
            index = self.rest.indices[number]
            found.setdefault((start if index >= 0 else end) + index, []).append(self.numbers[number])
        return found


def _pairs(pattern: Sequence[dict[str, Any]], vocab: Vocab) -> list[Pair]:
    """The tags and words that a pattern of one token asks for; none of a pattern that asks for more."""
    if len(pattern) != 1 or not pattern[0] or set(pattern[0]) - {"TAG", "LOWER"}:
        return []
    tags, words = (_values(pattern[0].get(name, "")) for name in ("TAG", "LOWER"))
    return [(vocab.strings.add(t) if t else 0, vocab.strings.add(w) if w else 0) for t in tags for w in words]


def _values(asked: str | dict[str, Any]) -> list[str]:
    """What may stand there; the empty string for anything."""
    if isinstance(asked, str):
        return [asked]
    return list(asked["IN"]) if set(asked) == {"IN"} else []
