"""How clauses hang together: what governs a clause, and the words beside a verb that bear on whether it is so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import syntax as syn

_DEPTH = 8  # clauses
_CONTENT = frozenset({"xcomp", "ccomp", "advcl"})

_NEW_TIMES = frozenset({"now", "instead", "since", "then"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step up from a clause: the word that governs it, if any, and the verb to go on from, if any."""

    governor: Token | None
    following: Token | None


@dataclass(frozen=True)
class Clauses:
    """Climbs from a clause to those that it is part of."""

    lexicon: Lexicon

    def upward(self, verb: Token) -> Iterator[tuple[Token, Step]]:
        """Each clause from a verb's own to the outermost, with the step out of it."""
        token = verb
        for _ in range(_DEPTH):
            step = self._above(token)
            yield token, step
            if step.following is None:
                return
            token = step.following

    def _above(self, verb: Token) -> Step:
        head = verb.head
        nothing = Step(None, None)
        if verb.dep_ == "ROOT" or head.i == verb.i:
            return nothing
        if verb.dep_ == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : max(verb.i, head.i)]):
            return nothing  # "X sued Y; Y believes that it will win" is two sentences, whatever the parser makes of it
        if verb.dep_ in {"xcomp", "ccomp", "csubj"} and syn.is_verb(head):
            return Step(head, head)
        if verb.dep_ in _CONTENT and head.pos_ in {"NOUN", "ADJ"}:
            return Step(head, self._over(head))
        if verb.dep_ == "conj" and syn.is_verb(head):
            return Step(None, head if _shares_clause(verb) and not turns_to_now(verb) else _up_from(head))
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN"}:
            return self._of_noun(verb)
        if verb.dep_ == "pcomp":
            host = head.head
            return Step(host, host if syn.is_verb(host) else self._over(host))
        if verb.dep_ == "advcl" and syn.is_verb(head) and not syn.children(verb, "mark"):
            if verb.tag_ == "VBG" and not syn.children(verb, "prep"):
                return Step(None, head)
            if verb.tag_ == "VB":
                return Step(head if self._aims(head) else None, head)  # "is on track to buy", but "will pay $5 to buy"
        return nothing

    def _of_noun(self, verb: Token) -> Step:
        """Out of a clause that says what a noun is about: "plans to buy", "a report that X would"."""
        noun = verb.head
        told = verb.dep_ == "relcl" and noun.lemma_.lower() in self.lexicon.words("Report", "word")
        if not (_is_content(verb) or told):
            return Step(None, None)
        if noun.dep_ in {"nsubj", "nsubjpass"} and self.undoes(noun.head):
            return Step(noun.head, None)  # "the plan to buy X failed"
        return Step(noun, self._over(noun))

    def _aims(self, verb: Token) -> bool:
        """Whether a verb with its particle or complement governs what it is done for: "is gearing up to sell"."""
        governing = self.lexicon.words(Status.PLANNED, "governor") | self.lexicon.words(Status.POSSIBLE, "governor")
        return verb.lemma_ == "be" or any(" " in form for form in forms(verb) & governing)

    def undoes(self, verb: Token) -> bool:
        """Whether a verb or its complement denies what its subject or object is: "failed", "is false"."""
        return bool(forms(verb) & self.lexicon.words(Status.NEGATED, "governor"))

    def _over(self, word: Token) -> Token | None:
        """The verb over a noun or adjective that governs a clause."""
        if word.pos_ == "ADJ" or (word.pos_ == "ADV" and syn.is_verb(word.head)):
            return word.head if syn.is_verb(word.head) else None
        return syn.verb_over(word, "prep")


def shares_auxiliaries(verb: Token) -> bool:
    """Whether a verb is joined to one whose auxiliaries are also its own: "will buy and sell"."""
    own = syn.children(verb, "nsubj", "nsubjpass", "aux")
    return verb.dep_ == "conj" and syn.is_verb(verb.head) and not own and not turns_to_now(verb)


def turns_to_now(verb: Token) -> bool:
    """Whether a verb speaks of another time than the one before: "no longer buys from X and now buys from Y"."""
    return any(c.lower_ in _NEW_TIMES for c in syn.children(verb, "advmod"))


def is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands with a verb."""
    return any(c.lower_ in {"not", "n't", "never"} for c in syn.children(verb, "neg"))


def is_denied(verb: Token, first: bool) -> bool:
    """Whether subject or object says none: "no supplier", "neither X nor Y", and of the trigger "has no plans"."""
    objects = syn.children(verb, "dobj") if first else []
    if any(c.lower_ in {"no", "neither"} for o in objects for c in syn.children(o, "det", "preconj", "cc")):
        return True
    return any(c.lower_ in {"neither", "no"} for s in syn.children(verb, "nsubj", "nsubjpass") for c in s.children)


def is_habit(verb: Token) -> bool:
    """ "used to buy" is over, "uses X to buy" is not."""
    return verb.tag_ in {"VBD", "VBN"} and not syn.children(verb, "dobj", "auxpass")


def is_past(verb: Token) -> bool:
    """Whether a verb tells of a time that is over: "bought", "was listed", "did buy", "had bought"."""
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in syn.children(verb, "aux", "auxpass"))


def is_pluperfect(verb: Token) -> bool:
    """ "had supplied"."""
    return verb.tag_ == "VBN" and any(c.lower_ in {"had", "'d"} and c.tag_ == "VBD" for c in syn.children(verb, "aux"))


def forms(word: Token) -> set[str]:
    """A word with what makes a phrase of it.

    Particle, object, adjective ("be false"), preposition with its noun ("agree in principle") and the "to" of a clause
    that it governs ("apply to").
    """
    lemma = word.lemma_.lower()
    found = {lemma, word.lower_}
    for child in word.children:
        if child.dep_ in {"prt", "acomp", "advmod", "dobj", "prep"}:
            found |= {f"{lemma} {child.lower_}", f"{lemma} {child.lemma_.lower()}"}
        if child.dep_ == "acomp":
            found.add(child.lemma_.lower())
        if child.dep_ in {"prep", "advmod"}:
            found |= {f"{lemma} {child.lower_} {p.lemma_.lower()}" for p in syn.children(child, "pobj")}
        if child.dep_ in {"xcomp", "advcl", "acl"} and any(a.lower_ == "to" for a in syn.children(child, "aux")):
            found.add(f"{lemma} to")
    return found


def adverb(token: Token) -> str:
    """An adverb with its negation: "no longer"."""
    before = [c.lower_ for c in token.children if c.dep_ in {"neg", "advmod", "det"}]
    return " ".join([*before, token.lower_])


def prepositions(verb: Token) -> list[Token]:
    """Those of a verb, and those between it and the conjunction before it, which the parser gives to the verb before:
    "buys from Orran and, until May, bought from Marlow".
    """
    found = list(syn.children(verb, "prep"))
    if verb.dep_ == "conj":
        ties = [t.i for t in syn.children(verb.head, "cc") if t.i < verb.i]
        found += [t for t in syn.children(verb.head, "prep") if ties and ties[-1] < t.i < verb.i]
    return found


def _shares_clause(verb: Token) -> bool:
    """Whether a joined verb stands under what governs and denies the first: "plans to buy A and to sell B"."""
    if syn.children(verb, "nsubj", "nsubjpass"):
        return False
    return all(c.lower_ == "to" for c in syn.children(verb, "aux")) and not syn.children(verb, "auxpass", "neg")


def _is_content(verb: Token) -> bool:
    """Whether a clause says what its noun is about: "plans to buy", "the claim that X bought"."""
    return (
        verb.tag_ == "VB"
        or any(a.lower_ == "to" for a in syn.children(verb, "aux"))
        or bool(syn.children(verb, "mark"))
    )


def _up_from(verb: Token) -> Token | None:
    """Out of a list of clauses to the verb that reports them."""
    while verb.dep_ == "conj" and syn.is_verb(verb.head):
        verb = verb.head
    return verb.head if verb.dep_ in {"ccomp", "xcomp"} and syn.is_verb(verb.head) else None
