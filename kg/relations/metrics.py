"""Words that name a metric: "net sales", "workforce"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Change
from kg.nlp import syntax as syn
from kg.relations.numbers import Numbers

_LONGEST = 4  # words


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric word in a sentence: tokens `start` to the head `token`."""

    name: str
    token: Token
    start: int
    change: Change | None = None
    """What the word says by itself of the metric: "savings" are a fall in costs."""


@dataclass(frozen=True)
class MetricFinder:
    """Finds metric words with the lexicon's phrases."""

    numbers: Numbers

    def within(self, sentence: Iterable[Token]) -> Iterator[Metric]:
        """The metric words of a sentence, outside of names and quantities."""
        parsed = self.numbers.args.parsed
        for token in sentence:
            known = token.i in parsed.mentions or token.i in parsed.amounts
            if token.pos_ in {"NOUN", "PROPN"} and not known and (metric := self.ending_at(token)) is not None:
                yield metric

    def ending_at(self, token: Token) -> Metric | None:
        """The metric that the longest phrase ending at a token names; not where the phrase goes on."""
        if self._goes_on(token) or not self._stands_alone(token):
            return None
        if (part := self._part(token)) is not None:
            return part
        for length in range(_LONGEST, 0, -1):
            if metric := self._named(token, length):
                falling = token.lower_ in self.numbers.lexicon.words(metric, "nounDown")
                return Metric(metric, token, token.i - length + 1, Change.DECREASE if falling else None)
        return None

    def referred_to(self, noun: Token) -> set[str]:
        """The metrics that a bare "this amount" may refer back to."""
        lexicon = self.numbers.lexicon
        return {m for m in lexicon.ontology.metrics if noun.lemma_.lower() in lexicon.words(m, "anaphor")}

    def _part(self, token: Token) -> Metric | None:
        """The metric of a part that is told by its whole: "share of the Norwegian market"."""
        lexicon, lemma = self.numbers.lexicon, token.lemma_.lower()
        wholes = {t.lemma_.lower() for t in syn.objects_of(token, "of")} if lemma in self.numbers.words.parts else set()
        found = (m for m in self.numbers.words.parts.get(lemma, ()) if wholes & lexicon.words(m, "whole"))
        return next((Metric(m, token, token.i) for m in found), None)

    def _goes_on(self, token: Token) -> bool:
        """As "share" in "share price"."""
        if token.dep_ != "compound" or token.i + 1 >= len(token.doc):
            return False
        following = token.doc[token.i + 1]
        return following.head.i == token.head.i and bool(self._named(following, 2))

    def _stands_alone(self, token: Token) -> bool:
        """Not as "stock" in "stock rating", but as "revenue" in "revenue growth"."""
        if token.dep_ not in {"compound", "nmod"} or token.head.i < token.i:
            return True
        head = token.head
        word = head.lemma_.lower()
        changes = word in self.numbers.words.change_nouns | self.numbers.lexicon.words("Consensus", "word")
        return changes or bool(self._named(head, 1)) or bool(self._named(head, 2))

    def _named(self, token: Token, length: int) -> str:
        """The metric that the words up to a token name, or ""."""
        start, known = token.i - length + 1, self.numbers.words
        if start < 0 or not (known.may_end(token.lower_) or known.may_end(token.lemma_.lower())):
            return ""
        words = [t.lower_ for t in token.doc[start : token.i]]
        phrases = {" ".join([*words, token.lower_])}
        if length > 1 or token.tag_ == "NN":
            phrases.add(" ".join([*words, token.lemma_.lower()]))
        joined = {p.replace(" - ", "-") for p in phrases}
        return next((known.phrases[p] for p in sorted(phrases | joined) if p in known.phrases), "")
