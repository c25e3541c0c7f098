"""What the words beside a verb say of whether it is so: negation, auxiliaries, adverbs, times, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import syntax as syn
from kg.relations import clauses as cl

ORDER = (Status.NEGATED, Status.ENDED, Status.POSSIBLE, Status.PLANNED)
GOES_ON = Status.ASSERTED  # as a sign: "will continue to"


@dataclass(frozen=True)
class VerbReader:
    """Reads the words beside verbs."""

    lexicon: Lexicon

    def signs(self, verb: Token, first: bool, lasting: bool) -> Iterator[Status]:
        """Negation, auxiliaries, adverbs, times and conditions of one verb."""
        shared = verb
        while cl.shares_auxiliaries(shared):
            shared = shared.head
        both = list(dict.fromkeys((verb, shared)))
        if first and verb.lemma_.lower() in self.lexicon.words(Status.ASSERTED, "governor"):
            yield GOES_ON
        if cl.is_denied(verb, first):
            yield Status.NEGATED
        adverbs = {cl.adverb(c) for v in both for c in syn.children(v, "neg", "advmod", "npadvmod")}
        found = [s for s in ORDER if adverbs & self.lexicon.words(s, "adverb")]
        is_over = self._is_over(verb, first and lasting)
        yield from (Status.ENDED,) if is_over or Status.ENDED in found else found
        yield from self._auxiliaries(shared)
        yield from self.conditions(both)

    def _is_over(self, verb: Token, lasting: bool) -> bool:
        """ "bought X until May", "supplied X from 2012 to 2019", "had supplied X before"."""
        if not cl.is_past(verb) or cl.is_negated(verb) or verb.lemma_.lower() in self.lexicon.words("Contract", "made"):
            return False
        before = [c.lower_ for c in cl.prepositions(verb)]
        marks = {m.lower_ for c in syn.children(verb, "advcl") for m in syn.children(c, "mark")}
        if not lasting:
            return False
        if {"until", "till"} & {*before, *marks}:
            return True
        stative = verb.lemma_.lower() in self.lexicon.words(Status.ENDED, "stative")
        if cl.is_pluperfect(verb) and stative:
            return verb.dep_ != "ccomp" or "before" in marks
        return _spans_time(verb)

    def conditions(self, verbs: list[Token]) -> Iterator[Status]:
        """That what is said hangs on something: "if X buys Y", "X will buy Y if"."""
        words = self.lexicon.words(Status.POSSIBLE, "condition")
        if any(c.lower_ in words for v in verbs for c in syn.children(v, "mark")):
            yield Status.POSSIBLE
        for clause in (c for v in verbs for c in syn.children(v, "advcl", "acl")):
            marks = syn.children(clause, "mark")
            even = any(c.lower_ == "even" for c in syn.children(clause, "advmod"))
            if not even and any(m.lower_ in words for m in marks):
                yield Status.POSSIBLE

    def _auxiliaries(self, verb: Token) -> Iterator[Status]:
        auxiliaries = [a.lower_.replace("'ll", "will").replace("'d", "would") for a in syn.children(verb, "aux")]
        would = "would" in auxiliaries and self._reported(verb)
        if "have" in auxiliaries and not would and self._unreal(verb, auxiliaries):
            yield Status.NEGATED  # "would have bought", "was to have bought"
            return
        for word in auxiliaries:
            wished = verb.lemma_.lower() in self.lexicon.words(Status.POSSIBLE, "wish")  # "would like to buy"
            if word == "would" and (would or wished):
                yield Status.PLANNED
                continue
            for status in (Status.POSSIBLE, Status.PLANNED):
                if word in self.lexicon.words(status, "auxiliary"):
                    yield status
        if verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "be"}:
            yet = any(c.lower_ == "yet" for v in (verb, verb.head) for c in syn.children(v, "advmod"))
            yield Status.NEGATED if yet else Status.PLANNED  # "has yet to sell", "has to sell"

    def _unreal(self, verb: Token, auxiliaries: list[str]) -> bool:
        """Whether a perfect speaks of what did not happen."""
        was_to = "to" in auxiliaries and verb.dep_ == "xcomp" and verb.head.lower_ in {"was", "were"}
        passive = bool(syn.children(verb.head, "auxpass"))
        return bool({"would", "should"} & set(auxiliaries)) or (was_to and verb.head.lemma_ == "be" and not passive)

    def _reported(self, verb: Token) -> bool:
        """Whether "would" is the past of "will": "said it would buy", or what an agreed deal brings with it."""
        deal = self.lexicon.words("Sequel", "bringing")
        if any(t.lemma_.lower() in deal for t in syn.children(verb, "nsubj")):
            return not any(m.lower_ == "if" for c in syn.children(verb, "advcl") for m in syn.children(c, "mark"))
        top = verb
        while top.dep_ == "conj" and syn.is_verb(top.head):
            top = top.head
        if top.dep_ != "ccomp" or top.head.lemma_ not in self.lexicon.words("Report", "verb"):
            return False
        return not any(m.lower_ == "if" for c in syn.children(top, "advcl") for m in syn.children(c, "mark"))


def _spans_time(verb: Token) -> bool:
    """Whether "from ... to" or "between ... and" of a verb or its object speak of times."""
    for word in verb.subtree:
        if word.lower_ not in {"from", "between"} or syn.governing_verb(word) != verb:
            continue
        dates = [p for p in syn.children(word, "pobj") if p.ent_type_ == "DATE"]
        tied = word.lower_ == "between" or any(
            c.lower_ == "to" for h in (word, word.head) for c in syn.children(h, "prep")
        )
        if dates and tied:
            return True
    return False
