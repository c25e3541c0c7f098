"""What the words before a noun say of whether there is such a thing, and what kind of noun it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import syntax as syn
from kg.relations import clauses as cl
from kg.relations.verb_status import ORDER


@dataclass(frozen=True)
class NounReader:
    """Reads the words before nouns."""

    lexicon: Lexicon

    def modified(self, noun: Token) -> Status | None:
        """The status in an adjective or determiner of a noun: "former", "potential", "no"."""
        ended = self.lexicon.words(Status.ENDED, "adverb")
        if any(cl.adverb(c) in ended for c in [*syn.children(noun, "advmod"), *_adverb_before(noun)]):
            return Status.ENDED  # "once a customer", "no longer a partner"
        words = syn.children(noun, "amod", "compound", "advmod", "det", "neg", "nmod")
        if any(c.dep_ == "det" and c.lower_ == "no" for c in words):
            return Status.NEGATED
        said = [*(c.lower_ for c in words), *_prefix(noun)]
        return next((s for word in said for s in ORDER if word in self.lexicon.words(s, "modifier")), None)

    def is_party(self, noun: Token) -> bool:
        """Whether a noun says what somebody is ("supplier") and not what happens ("takeover")."""
        return noun.lemma_.lower() in self._parties

    @cached_property
    def _parties(self) -> frozenset[str]:
        cues = (c for c in self.lexicon.cues if c.form == "noun" and ("self",) in (c.subject, c.object))
        said = {phrase.lower().split()[-1] for cue in cues for phrase in cue.words}
        return frozenset(said) | self.lexicon.words_of_kinds("relational") | self.lexicon.words_of_kinds("descriptor")


def hosts(noun: Token) -> Iterator[Token]:
    """Nouns that a noun hangs on by a preposition: "talks" of "talks on a merger"."""
    token = syn.list_head(noun)
    while token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ == "NOUN":
        token = syn.list_head(token.head.head)
        yield token


def _first(noun: Token) -> Token:
    """The first word of a noun phrase."""
    before = [c for c in syn.children(noun, "amod", "compound", "nmod", "det") if c.i < noun.i]
    return min([noun, *before], key=lambda t: t.i)


def _adverb_before(noun: Token) -> list[Token]:
    """The adverb right before a noun phrase, wherever the parser hangs it: "X, then chief executive of Y"."""
    first = _first(noun)
    before = first.doc[first.i - 1] if first.i > noun.sent.start else first
    return [before] if before.pos_ == "ADV" and noun.dep_ in {"appos", "attr"} else []


def _prefix(noun: Token) -> list[str]:
    """The first half of a hyphenated word that a noun phrase begins with: "ex" of "ex-finance director"."""
    doc, starts = noun.doc, {noun.i, *(c.i for c in syn.children(noun, "amod", "compound", "nmod") if c.i < noun.i)}
    halves = [doc[i - 2].lower_ for i in sorted(starts) if i - 2 >= noun.sent.start and doc[i - 1].text == "-"]
    return [*halves, *(t.lower_ for t in _adverb_before(noun))]
