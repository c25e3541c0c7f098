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

_ORDER = (Status.NEGATED, Status.ENDED, Status.POSSIBLE, Status.PLANNED)
_SAYING = frozenset({"say", "announce", "report", "add", "tell", "state", "note", "confirm", "write", "claim"})


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
        for child in noun.children:
            word = child.lower_
            if child.dep_ in {"amod", "compound", "advmod", "det", "neg", "nmod", "poss"} and child.dep_ != "poss":
                for status in _ORDER:
                    if child.dep_ == "det" and word == "no" and status is Status.NEGATED:
                        return status
                    if word in self.lexicon.words(status, "modifier"):
                        return status
        return None

    def _signs(self, trigger: Token) -> Iterator[Status]:
        token, first = trigger, True
        if not syn.is_verb(token):
            modified = self.modified(token)
            if modified is not None:
                yield modified
            step = _verb_over(token)
            if step is None:
                yield from self._lost(token)
                return
            if syn.children(token, "poss"):
                # "its stake" takes for granted that there is one
                yield from self._presupposed(token, step)
                return
            # the verb of a noun governs it: "denied a merger", "lost customers"
            yield from self._governing(step)
            token = step
        spent = False  # the negation of a word such as "deny" or "stop" turns that word round and nothing else
        for _ in range(8):
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

    def _lost(self, noun: Token) -> Iterator[Status]:
        """ "lost X, its biggest customer": an apposition ends with the thing lost."""
        if noun.dep_ == "appos" and noun.head.dep_ in {"dobj", "nsubjpass"}:
            if noun.head.head.lemma_.lower() in self.lexicon.words(Status.ENDED, "losing"):
                yield Status.ENDED

    def _presupposed(self, noun: Token, verb: Token) -> Iterator[Status]:
        """Only what undoes it counts: "sold its stake", "called off its merger"."""
        if noun.dep_ not in {"dobj", "nsubjpass"} or self.read(verb) is not Status.ASSERTED:
            return
        forms = _forms(verb) - {"use"}
        held = noun.lemma_.lower() in self.lexicon.words("Held", "word")
        for status, lists in (
            (Status.NEGATED, ("governor",)),
            (Status.ENDED, ("governor", *(["dispossess"] if held else []))),
        ):
            if any(forms & self.lexicon.words(status, name) for name in lists):
                yield status
                return

    def _of_verb(self, verb: Token, first: bool) -> Iterator[Status]:
        """Negation, auxiliaries, adverbs and conditions of one verb."""
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "have":
            yield Status.PLANNED  # "has to sell"
        shared = verb
        while (
            shared.dep_ == "conj" and syn.is_verb(shared.head) and not syn.children(shared, "nsubj", "nsubjpass", "aux")
        ):
            shared = shared.head
        adverbs = {_adverb(c) for v in {verb, shared} for c in syn.children(v, "neg", "advmod", "npadvmod")}
        if first and any(c.dep_ == "det" and c.lower_ == "no" for o in syn.children(verb, "dobj") for c in o.children):
            yield Status.NEGATED
        if any(c.lower_ in {"neither", "no"} for t in syn.children(verb, "nsubj", "nsubjpass") for c in t.children):
            yield Status.NEGATED
        for status in _ORDER:
            if adverbs & self.lexicon.words(status, "adverb"):
                yield status
        yield from self._auxiliaries(shared)
        if verb.tag_ == "VBD" and any(c.lower_ in {"until", "till"} for c in syn.children(verb, "prep")):
            yield Status.ENDED
        conditions = self.lexicon.words(Status.POSSIBLE, "condition")
        if any(c.lower_ in conditions for v in {verb, shared} for c in syn.children(v, "mark")):
            yield Status.POSSIBLE

    def _auxiliaries(self, verb: Token) -> Iterator[Status]:
        for aux in syn.children(verb, "aux"):
            word = aux.lower_.replace("'ll", "will").replace("'d", "would")
            if word == "would" and _reported(verb):
                yield Status.PLANNED
                continue
            for status in (Status.POSSIBLE, Status.PLANNED):
                if word in self.lexicon.words(status, "auxiliary"):
                    yield status

    def _above(self, verb: Token) -> tuple[Token | None, Token | None] | None:
        """The word that governs a verb's clause, and the verb to go on from."""
        head = verb.head
        if verb.dep_ == "ROOT" or head.i == verb.i:
            return None
        if verb.dep_ in {"xcomp", "ccomp", "csubj"} and syn.is_verb(head):
            return head, head
        if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ in {"ADJ", "NOUN"}:
            return head, _verb_over(head) if head.pos_ == "NOUN" else head.head if syn.is_verb(head.head) else None
        if verb.dep_ == "conj" and syn.is_verb(head):
            return None, head if not syn.children(verb, "nsubj", "nsubjpass") else _up_from(head)
        if (
            verb.dep_ in {"acl", "relcl"}
            and head.pos_ in {"NOUN", "PROPN"}
            and (verb.tag_ == "VB" or syn.children(verb, "mark"))
        ):
            return head, _verb_over(head)
        if verb.dep_ == "relcl" and head.lemma_.lower() in self.lexicon.words("Report", "word"):
            return head, _verb_over(head)  # "denied a report that X would"
        if verb.dep_ == "pcomp":
            host = head.head
            return (host, host) if syn.is_verb(host) else (host, _verb_over(host))
        if verb.dep_ == "advcl" and syn.is_verb(head) and verb.tag_ == "VBG":
            return None, head if not syn.children(verb, "mark", "prep") else None
        return None

    def _governing(self, governor: Token) -> Iterator[Status]:
        """What a governing word does to what it governs; a denied denial does nothing."""
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
        if child.dep_ in {"prt", "acomp", "advmod", "dobj"} or child.dep_ == "prep":
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


def _verb_over(noun: Token) -> Token | None:
    """The verb whose object, complement or prepositional object a noun is; none for a mere apposition."""
    token = syn.list_head(noun)
    for _ in range(3):
        if token.dep_ in {"dobj", "attr", "oprd", "nsubjpass"}:
            return token.head if syn.is_verb(token.head) else None
        if token.dep_ == "pobj" and token.head.dep_ == "prep":
            token = token.head.head
            if syn.is_verb(token):
                return token
            continue
        return None
    return None


def _up_from(verb: Token) -> Token | None:
    """Out of a list of clauses to the verb that reports them."""
    while verb.dep_ == "conj" and syn.is_verb(verb.head):
        verb = verb.head
    return verb.head if verb.dep_ in {"ccomp", "xcomp"} and syn.is_verb(verb.head) else None


def _reported(verb: Token) -> bool:
    """Whether "would" is the past of "will": "said it would buy"."""
    top = verb
    while top.dep_ == "conj" and syn.is_verb(top.head):
        top = top.head
    said = top.dep_ == "ccomp" and top.head.lemma_ in _SAYING
    return said and not any(
        c.dep_ == "advcl" and any(m.lower_ == "if" for m in syn.children(c, "mark")) for c in top.children
    )
