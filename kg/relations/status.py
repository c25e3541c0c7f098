"""Whether a clause says that something is so, is planned, is possible, is not so or is over.

The trigger's own negation and auxiliaries come first, then every word that governs its clause
("plans to", "denied that", "in talks to"), up to the sentence's root. All words are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import syntax as syn

_DEPTH = 8  # clauses
_ORDER = (Status.NEGATED, Status.ENDED, Status.POSSIBLE, Status.PLANNED)


@dataclass(frozen=True)
class StatusReader:
    """Reads the status of a trigger word from its clause."""

    lexicon: Lexicon

    def read(self, trigger: Token) -> Status:
        """The status that the words around a trigger give it."""
        found = set(self._signs(trigger))
        if Status.ENDED in found and {Status.POSSIBLE, Status.PLANNED} & found:
            return Status.ASSERTED  # what may or will end goes on
        return next((s for s in _ORDER if s in found), Status.ASSERTED)

    def failed(self, trigger: Token) -> bool:
        """Whether an act only came near: "nearly bought"."""
        near = self.lexicon.words(Status.NEGATED, "nearly")
        return any(c.lower_ in near for c in syn.children(trigger, "advmod"))

    def modified(self, noun: Token) -> Status | None:
        """The status in an adjective or determiner of a noun: "former", "potential", "no"."""
        ended = self.lexicon.words(Status.ENDED, "adverb")
        if any(c.lower_ in ended for c in syn.children(noun, "advmod")):
            return Status.ENDED  # "once a customer"
        for child in syn.children(noun, "amod", "compound", "advmod", "det", "neg", "nmod"):
            if child.dep_ == "det" and child.lower_ == "no":
                return Status.NEGATED
            for status in _ORDER:
                if child.lower_ in self.lexicon.words(status, "modifier"):
                    return status
        return None

    def _signs(self, trigger: Token) -> Iterator[Status]:
        """Every status that a word in or above the trigger's clause stands for."""
        if syn.is_verb(trigger):
            yield from self._of_clauses(trigger)
            return
        if (modified := self.modified(trigger)) is not None:
            yield modified
        verb = syn.verb_over(trigger, "prep")
        if verb is None:
            yield from self._lost(trigger)
        elif syn.children(trigger, "poss") and trigger.dep_ != "attr":
            yield from self._presupposed(trigger, verb)  # "its stake" takes for granted that there is one
        else:
            yield from self._governing(verb)  # "denied a merger", "lost customers"
            yield from self._of_clauses(verb)

    def _of_clauses(self, verb: Token) -> Iterator[Status]:
        """The signs of a verb, and of what governs its clause, up to the root."""
        token, first = verb, True
        spent = False  # the negation of a word such as "deny" or "stop" turns that word round and nothing else
        for _ in range(_DEPTH):
            yield from (s for s in self._of_verb(token, first) if not (spent and s is Status.NEGATED))
            first = False
            above = self._above(token)
            if above is None:
                return
            governor, following = above
            spent = governor is not None and self._turns(governor, token)
            if governor is not None:
                yield from self._governing(governor)
            if following is not None and governor is not None and governor.i != following.i:
                yield from self._governing(following)  # "scrapped plans to launch"
            if following is None:
                return
            token = following

    def _turns(self, governor: Token, clause: Token) -> bool:
        """Whether a negation at a governor does not reach the clause: "did not stop", "not decided whether"."""
        if not syn.is_verb(governor) or not _negated(governor):
            return False
        undoing = self.lexicon.words(Status.NEGATED, "governor") | self.lexicon.words(Status.ENDED, "governor")
        open_question = any(c.lower_ in {"whether", "if"} for c in clause.children)
        return bool(_forms(governor) & undoing) or open_question

    def _undoes(self, verb: Token) -> bool:
        return bool(_forms(verb) & self.lexicon.words(Status.NEGATED, "governor"))

    def _lost(self, noun: Token) -> Iterator[Status]:
        """ "lost X, its biggest customer": an apposition ends with the thing lost."""
        losing = self.lexicon.words(Status.ENDED, "losing")
        lost = noun.dep_ == "appos" and noun.head.dep_ in {"dobj", "nsubjpass"}
        if lost and noun.head.head.lemma_.lower() in losing:
            yield Status.ENDED

    def _presupposed(self, noun: Token, verb: Token) -> Iterator[Status]:
        """Only what undoes it counts: "sold its stake", "called off its merger"."""
        if noun.dep_ not in {"dobj", "nsubjpass"} or self.read(verb) is not Status.ASSERTED:
            return
        forms = _forms(verb) - {"use"}
        held = noun.lemma_.lower() in self.lexicon.words("Held", "word")
        ending = self.lexicon.words(Status.ENDED, "governor")
        if held:
            ending |= self.lexicon.words(Status.ENDED, "dispossess")
        if noun.dep_ == "dobj" and forms & self.lexicon.words(Status.NEGATED, "governor"):
            yield Status.NEGATED
        elif forms & ending:
            yield Status.ENDED

    def _of_verb(self, verb: Token, first: bool) -> Iterator[Status]:
        """Negation, auxiliaries, adverbs and conditions of one verb."""
        shared = verb
        while _shares_auxiliaries(shared):
            shared = shared.head
        both = {verb, shared}
        if _denied(verb, first):
            yield Status.NEGATED
        adverbs = {_adverb(c) for v in both for c in syn.children(v, "neg", "advmod", "npadvmod")}
        yield from (s for s in _ORDER if adverbs & self.lexicon.words(s, "adverb"))
        yield from self._auxiliaries(shared)
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "have":
            yield Status.PLANNED  # "has to sell"
        if verb.tag_ == "VBD" and any(c.lower_ in {"until", "till"} for c in _prepositions(verb)):
            yield Status.ENDED
        conditions = self.lexicon.words(Status.POSSIBLE, "condition")
        if any(c.lower_ in conditions for v in both for c in syn.children(v, "mark")):
            yield Status.POSSIBLE

    def _auxiliaries(self, verb: Token) -> Iterator[Status]:
        for aux in syn.children(verb, "aux"):
            word = aux.lower_.replace("'ll", "will").replace("'d", "would")
            if word == "would" and self._reported(verb):
                yield Status.PLANNED
                continue
            for status in (Status.POSSIBLE, Status.PLANNED):
                if word in self.lexicon.words(status, "auxiliary"):
                    yield status

    def _reported(self, verb: Token) -> bool:
        """Whether "would" is the past of "will": "said it would buy"."""
        top = verb
        while top.dep_ == "conj" and syn.is_verb(top.head):
            top = top.head
        if top.dep_ != "ccomp" or top.head.lemma_ not in self.lexicon.words("Report", "verb"):
            return False
        return not any(m.lower_ == "if" for c in syn.children(top, "advcl") for m in syn.children(c, "mark"))

    def _above(self, verb: Token) -> tuple[Token | None, Token | None] | None:
        """The word that governs a verb's clause, and the verb to go on from."""
        head = verb.head
        if verb.dep_ == "ROOT" or head.i == verb.i:
            return None
        if verb.dep_ == "ccomp" and any(t.text == ";" for t in verb.doc[verb.i : max(verb.i, head.i)]):
            return None  # "X sued Y; Y believes that it will win" is two sentences, whatever the parser makes of it
        if verb.dep_ in {"xcomp", "ccomp", "csubj"} and syn.is_verb(head):
            return head, head
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ == "NOUN":
            return head, syn.verb_over(head, "prep")
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ == "ADJ":
            return head, head.head if syn.is_verb(head.head) else None
        if verb.dep_ == "conj" and syn.is_verb(head):
            return None, head if not syn.children(verb, "nsubj", "nsubjpass") else _up_from(head)
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN"} and _is_content(verb):
            if head.dep_ in {"nsubj", "nsubjpass"} and self._undoes(head.head):
                return head.head, None  # "the plan to buy X failed"
            return head, syn.verb_over(head, "prep")
        if verb.dep_ == "relcl" and head.lemma_.lower() in self.lexicon.words("Report", "word"):
            return head, syn.verb_over(head, "prep")  # "denied a report that X would"
        if verb.dep_ == "pcomp":
            host = head.head
            return (host, host) if syn.is_verb(host) else (host, syn.verb_over(host, "prep"))
        if verb.dep_ == "advcl" and syn.is_verb(head) and verb.tag_ == "VBG":
            return None, head if not syn.children(verb, "mark", "prep") else None
        return None

    def _is_hearsay(self, verb: Token) -> bool:
        """Whether nobody in particular says so: "sources said", "people familiar with the plans said"."""
        if verb.lemma_ not in self.lexicon.words("Report", "verb"):
            return False
        unnamed = self.lexicon.words(Status.POSSIBLE, "speaker")
        return any(s.lemma_.lower() in unnamed and s.pos_ == "NOUN" for s in syn.children(verb, "nsubj"))

    def _governing(self, governor: Token) -> Iterator[Status]:
        """What a governing word does to what it governs; a denied denial does nothing."""
        if self._is_hearsay(governor):
            yield Status.POSSIBLE
        forms = _forms(governor)
        negated = _negated(governor)
        if not syn.is_verb(governor) and self.modified(governor) is Status.NEGATED:
            yield Status.NEGATED  # "no plans to"
            return
        for status in _ORDER:
            if forms & self.lexicon.words(status, "governor"):
                if negated and status in {Status.NEGATED, Status.ENDED}:
                    if status is Status.NEGATED:
                        yield Status.POSSIBLE  # what is not ruled out may be
                    return
                if status is Status.ENDED and governor.lemma_ == "use" and not _used_to(governor):
                    return
                yield status
                return
        if governor.pos_ == "NOUN" and governor.lemma_.lower() in self.lexicon.words("Report", "word"):
            yield Status.POSSIBLE
        if not syn.is_verb(governor) and (modified := self.modified(governor)) is not None:
            yield modified


def _shares_auxiliaries(verb: Token) -> bool:
    """Whether a verb is joined to one whose auxiliaries are also its own: "will buy and sell"."""
    own = syn.children(verb, "nsubj", "nsubjpass", "aux")
    return verb.dep_ == "conj" and syn.is_verb(verb.head) and not own


def _is_content(verb: Token) -> bool:
    """Whether a clause says what its noun is about: "plans to buy", "the claim that X bought"."""
    return verb.tag_ == "VB" or bool(syn.children(verb, "mark"))


def _denied(verb: Token, first: bool) -> bool:
    """Whether subject or object says none: "no supplier", "neither X nor Y", and of the trigger "has no plans"."""
    objects = syn.children(verb, "dobj") if first else []
    if any(c.lower_ in {"no", "neither"} for o in objects for c in syn.children(o, "det", "preconj", "cc")):
        return True
    return any(c.lower_ in {"neither", "no"} for s in syn.children(verb, "nsubj", "nsubjpass") for c in s.children)


def _negated(verb: Token) -> bool:
    return any(c.lower_ in {"not", "n't", "never"} for c in syn.children(verb, "neg"))


def _used_to(verb: Token) -> bool:
    """ "used to buy" is over, "uses X to buy" is not."""
    return verb.tag_ in {"VBD", "VBN"} and not syn.children(verb, "dobj", "auxpass")


def _forms(word: Token) -> set[str]:
    """A word with what makes a phrase of it: particle, object, adjective complement."""
    lemma = word.lemma_.lower()
    forms = {lemma, word.lower_}
    for child in word.children:
        if child.dep_ in {"prt", "acomp", "advmod", "dobj", "prep"}:
            forms.add(f"{lemma} {child.lower_}")
        if child.dep_ == "acomp":
            forms.add(child.lemma_.lower())
        if child.dep_ == "prep" and child.lower_ == "of":
            forms |= {f"{lemma} of {p.lemma_.lower()}" for p in syn.children(child, "pobj")}
    return forms


def _adverb(token: Token) -> str:
    """An adverb with its negation: "no longer"."""
    before = [c.lower_ for c in token.children if c.dep_ in {"neg", "advmod", "det"}]
    return " ".join([*before, token.lower_])


def _up_from(verb: Token) -> Token | None:
    """Out of a list of clauses to the verb that reports them."""
    while verb.dep_ == "conj" and syn.is_verb(verb.head):
        verb = verb.head
    return verb.head if verb.dep_ in {"ccomp", "xcomp"} and syn.is_verb(verb.head) else None


def _prepositions(verb: Token) -> list[Token]:
    """Those of a verb, and those between it and the conjunction before it, which the parser gives to the verb before:
    "buys from Orran and, until May, bought from Marlow".
    """
    found = list(syn.children(verb, "prep"))
    if verb.dep_ == "conj":
        ties = [t.i for t in syn.children(verb.head, "cc") if t.i < verb.i]
        found += [t for t in syn.children(verb.head, "prep") if ties and ties[-1] < t.i < verb.i]
    return found
