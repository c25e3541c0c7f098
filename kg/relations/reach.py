"""How far a fact reaches in its sentence: which numbers and times belong to its cue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp import syntax as syn

_CLAUSES = frozenset({"acl", "relcl"})


@dataclass(frozen=True)
class Reach:
    """What hangs on a trigger word."""

    lexicon: Lexicon
    trigger: Token

    @cached_property
    def head(self) -> Token:
        """The verb of the cue: the trigger itself, or the one that its noun hangs on."""
        trigger = self.trigger
        if syn.is_verb(trigger):
            return trigger
        verb = syn.governing_verb(trigger)
        tied = syn.list_head(trigger).dep_ in {"dobj", "attr", "nsubjpass", "pobj"}
        return verb if verb is not None and tied else trigger

    @cached_property
    def verbs(self) -> list[Token]:
        """The head and the verbs whose complement it is: "agreed on Monday to buy", "stopped buying in May"."""
        found = [self.head]
        while found[-1].dep_ == "xcomp" and syn.is_verb(found[-1].head) and not syn.children(found[-1].head, "dobj"):
            found.append(found[-1].head)
        return found

    def holds(self, word: Token) -> bool:
        """Whether the nearest verb of a word is the cue's, or the word stands within the cue's own phrase."""
        chain = [word, *word.ancestors]
        verb = next((t for t in chain[1:] if syn.is_verb(t)), None)
        below = chain[: chain.index(verb)] if verb is not None else chain
        return any(t.i == self.trigger.i for t in below) or (verb is not None and self._is_own(verb))

    def times(self, word: Token) -> bool:
        """Whether a time hangs on the cue's verb or noun."""
        verb = syn.governing_verb(word)
        on_noun = (
            not syn.is_verb(self.trigger) and self.trigger in word.ancestors and verb not in set(self.trigger.subtree)
        )
        return on_noun or word.head == self.head or (verb is not None and self._is_own(verb))

    def _is_own(self, verb: Token) -> bool:
        """Whether a verb is one of the cue's, or tells more of a deal that hangs on one: "in a deal valued at $5"."""
        if verb in self.verbs:
            return True
        if verb.dep_ in {"advcl", "xcomp"} and verb.lemma_.lower() in self.lexicon.words("Claim", "word"):
            return verb.head in self.verbs  # "sued X on Monday seeking $5 million"
        noun = verb.head
        agreements = self.lexicon.words("Agreement", "word") | self.lexicon.words("Contract", "word")
        if verb.dep_ not in _CLAUSES or noun.lemma_.lower() not in agreements:
            return False
        return noun == self.trigger or syn.governing_verb(noun) in self.verbs
