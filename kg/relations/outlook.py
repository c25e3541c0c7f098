"""Whether a number is so, expected, possible or denied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Change, Status
from kg.nlp import syntax as syn
from kg.relations.metric_words import TURNS
from kg.relations.sayings import Said
from kg.relations.status import StatusReader

_UNSURE = frozenset({"may", "might", "could"})
# clauses that only set the scene: what governs them says nothing of the number
_SET_APART = frozenset({"despite", "after", "following", "amid", "because", "since", "although", "though"})
_OF_READ = {Status.PLANNED: Status.EXPECTED, Status.POSSIBLE: Status.POSSIBLE}


@dataclass(frozen=True)
class OutlookReader:
    """Reads the status of what is said of a metric word."""

    lexicon: Lexicon
    status: StatusReader

    def read(self, token: Token, said: Said) -> Status:
        """The status of a number or direction, from the verb, the metric word and what governs them."""
        read = self.status.read(said.verb)
        nouns = [t for t in (token, token.head) if t.pos_ == "NOUN" and not self._moves(t)]
        if read is Status.NEGATED or any(self.status.read(t) is Status.NEGATED for t in nouns):
            return Status.NEGATED  # "denied reports of job cuts"
        around = {
            token,
            said.verb,
            *syn.children(token, "amod", "compound", "aux", "advmod", "nmod"),
            *self._governors(token),
            *self._governors(said.verb),
        }
        words = {form for t in around for form in (t.lemma_.lower(), t.lower_)}
        if words & (self.lexicon.words(Status.EXPECTED, "modifier") | self.lexicon.words(Status.EXPECTED, "governor")):
            return Status.POSSIBLE if words & _UNSURE else Status.EXPECTED
        return _OF_READ.get(read, Status.ASSERTED)

    def _moves(self, noun: Token) -> bool:
        """Whether a word above a noun is one of change: a drop in sales does not drop them."""
        above = {t.lemma_.lower() for t in noun.ancestors}
        return any(above & self.lexicon.words(change, form) for change in TURNS for form in ("verb", "noun"))

    def is_wish(self, token: Token, said: Said) -> bool:
        """Whether a bare infinitive only names a change that somebody would like: "to cut costs"."""
        verb = said.verb
        if not syn.is_verb(verb) or verb.tag_ != "VB" or syn.children(verb, "nsubj", "nsubjpass"):
            return False
        modal = any(c.tag_ == "MD" for c in syn.children(verb, "aux"))
        return not modal and self.read(token, said) is not Status.EXPECTED

    def _governors(self, token: Token) -> Iterator[Token]:
        """Words above a token up to its clause's reporting verb, with their auxiliaries."""
        if token.dep_ == "relcl":
            return  # what a relative clause says does not hang on what is said of its noun
        for ancestor in token.ancestors:
            if ancestor.dep_ in {"relcl", "acl"} or ancestor.lower_ in _SET_APART:
                return
            if syn.is_verb(ancestor):
                yield from syn.children(ancestor, "aux")
                if not self._is_level(ancestor):
                    yield ancestor
            elif ancestor.pos_ in {"NOUN", "ADJ"}:
                yield ancestor

    def _is_level(self, verb: Token) -> bool:
        """A verb such as "see" both expects and states: above a number it states."""
        expects = verb.lemma_ in self.lexicon.words(Status.EXPECTED, "governor")
        return expects and verb.lemma_ in self.lexicon.words(Change.LEVEL, "verb")
