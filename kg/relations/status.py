"""Whether a clause says that something is so, is planned, is possible, is not so or is over.

The trigger's own negation and auxiliaries come first, then every word that governs its clause
("plans to", "denied that", "in talks to"), up to the sentence's root. All words are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp import syntax as syn
from kg.relations import clauses as cl
from kg.relations.clauses import Clauses
from kg.relations.speakers import SpeakerReader

_ORDER = (Status.NEGATED, Status.ENDED, Status.POSSIBLE, Status.PLANNED)
_OPEN = frozenset({Status.POSSIBLE, Status.PLANNED})
_QUESTIONS = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})
_GOES_ON = Status.ASSERTED  # as a sign: "will continue to"


@dataclass(frozen=True)
class StatusReader:
    """Reads the status of a trigger word from its clause."""

    lexicon: Lexicon

    @cached_property
    def clauses(self) -> Clauses:
        """Climbs from clause to clause."""
        return Clauses(self.lexicon)

    @cached_property
    def speakers(self) -> SpeakerReader:
        """Finds who says so."""
        return SpeakerReader(self.lexicon, self.clauses)

    def read(self, trigger: Token, *, lasting: bool = False) -> Status:
        """The status that the words around a trigger give it.

        `lasting` is whether what it states goes on for some time, as being a customer does and a takeover does not.
        """
        modified = None if syn.is_verb(trigger) else self.modified(trigger)
        if modified in {Status.NEGATED, Status.ENDED}:
            return modified
        status = _resolved(self._signs(trigger, modified, lasting))
        if status in {Status.ASSERTED, Status.PLANNED}:
            verb = self.stated_by(trigger)
            if verb is not None and self.speakers.is_hearsay(verb):
                return Status.POSSIBLE
        return status

    def stated_by(self, trigger: Token) -> Token | None:
        """The verb that states what a trigger stands for; None where it is only mentioned by the way."""
        if syn.is_verb(trigger):
            return trigger
        verb = self._over(trigger)
        return None if verb is None or self._is_given(trigger) else verb

    def failed(self, trigger: Token) -> bool:
        """Whether an act only came near: "nearly bought"."""
        near = self.lexicon.words(Status.NEGATED, "nearly")
        return any(c.lower_ in near for c in syn.children(trigger, "advmod"))

    def modified(self, noun: Token) -> Status | None:
        """The status in an adjective or determiner of a noun: "former", "potential", "no"."""
        ended = self.lexicon.words(Status.ENDED, "adverb")
        if any(cl.adverb(c) in ended for c in [*syn.children(noun, "advmod"), *_adverb_before(noun)]):
            return Status.ENDED  # "once a customer", "no longer a partner"
        words = syn.children(noun, "amod", "compound", "advmod", "det", "neg", "nmod")
        if any(c.dep_ == "det" and c.lower_ == "no" for c in words):
            return Status.NEGATED
        said = [*(c.lower_ for c in words), *_prefix(noun)]
        return next((s for word in said for s in _ORDER if word in self.lexicon.words(s, "modifier")), None)

    def _over(self, trigger: Token) -> Token | None:
        """The verb over a noun or adjective."""
        if trigger.pos_ == "ADJ" and trigger.dep_ in {"acomp", "oprd"} and syn.is_verb(trigger.head):
            return trigger.head
        return syn.verb_over(trigger, "prep")

    def _is_given(self, noun: Token) -> bool:
        """Whether a phrase takes for granted that there is such a thing: "its stake", "the supplier of X"."""
        definite = any(c.lower_ == "the" for c in syn.children(noun, "det")) and self._is_party(noun)
        named_so = noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "as")
        return not named_so and (bool(syn.children(noun, "poss")) or (definite and noun.dep_ != "pobj"))

    def _is_party(self, noun: Token) -> bool:
        """Whether a noun says what somebody is ("supplier") and not what happens ("takeover")."""
        word = noun.lemma_.lower()
        return word in self.lexicon.words_of_kinds("relational") | self.lexicon.words_of_kinds("descriptor")

    def _signs(self, trigger: Token, modified: Status | None, lasting: bool) -> Iterator[Status]:
        """Every status that a word in or above the trigger's clause stands for, from the inside out."""
        if syn.is_verb(trigger):
            yield from self._of_clauses(trigger, lasting)
            return
        verb = self._over(trigger)
        done = verb is not None and bool(cl.forms(verb) & self.lexicon.words(Status.ASSERTED, "completing"))
        if modified is not None and not done:
            yield modified
        if verb is None:
            yield from self._lost(trigger)
            yield from self._fate(trigger, lasting)
        elif self._is_given(trigger):
            yield from self._presupposed(trigger, verb, lasting)
        else:
            for host in _hosts(trigger):
                yield from self._governing(host)  # "held talks on a merger"
            if self._is_party(trigger) and verb.lemma_.lower() in self.lexicon.words(Status.ENDED, "losing"):
                yield from () if cl.is_negated(verb) else (Status.ENDED,)
            else:
                yield from self._governing(verb)  # "denied a merger", "lost customers"
            yield from self._of_clauses(verb, lasting, spent=self._turns(verb, trigger))

    def _of_clauses(self, verb: Token, lasting: bool, *, spent: bool = False) -> Iterator[Status]:
        """The signs of a verb, and of what governs its clause, up to the root.

        The negation of a word such as "deny" or "stop" is spent on that word: it says nothing of the clause.
        """
        for token, step in self.clauses.upward(verb):
            signs = self._of_verb(token, token == verb, lasting)
            yield from (s for s in signs if not (spent and s is Status.NEGATED))
            governor, following = step.governor, step.following
            if governor is None:
                spent = False
                continue
            spent = self._turns(governor, token)
            yield from self._governing(governor, token)
            for host in _hosts(governor):
                yield from self._governing(host)  # "no truth in reports that X bought Y"
            if following is not None and governor.i != following.i:
                yield from self._governing(following)  # "scrapped plans to launch"

    def _turns(self, governor: Token, clause: Token) -> bool:
        """Whether a negation at a governor does not reach the clause: "did not stop", "not decided whether"."""
        if not syn.is_verb(governor) or not cl.is_negated(governor):
            return False
        passed_by = self.lexicon.words(Status.NEGATED, "governor") | self.lexicon.words(Status.ENDED, "governor")
        passed_by |= self.lexicon.words(Status.ENDED, "losing") | self.lexicon.words(Status.ASSERTED, "governor")
        open_question = any(c.lower_ in _QUESTIONS for c in clause.children)
        return bool(cl.forms(governor) & passed_by) or open_question

    def _lost(self, noun: Token) -> Iterator[Status]:
        """ "lost X, its biggest customer", "parted company with its supplier X": it ends with the thing lost."""
        beside = noun.head if noun.dep_ in {"appos", "compound", "nmod"} else noun
        verb = syn.verb_over(beside, "prep")
        if verb is None or cl.is_negated(verb):
            return
        lost = beside.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in self.lexicon.words(Status.ENDED, "losing")
        parted = beside.dep_ == "pobj" and bool(cl.forms(verb) & self.lexicon.words(Status.ENDED, "parting"))
        if lost or parted:
            yield from (Status.ENDED, *self._of_clauses(verb, lasting=False))

    def _fate(self, noun: Token, lasting: bool) -> Iterator[Status]:
        """What becomes of what a noun names: "X's takeover of Y fell through", "talks on a merger collapsed"."""
        if self._is_party(noun):
            return
        hosts = list(_hosts(noun))
        for host in hosts:
            yield from self._governing(host)
        subject = syn.list_head(hosts[-1] if hosts else noun)
        verb = subject.head
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            return
        if not lasting:  # what has not happened yet "would create", "if approved", something
            would = any(a.lower_ == "would" for a in syn.children(verb, "aux"))
            yield from (*self._conditions([subject, verb]), *([Status.PLANNED] if would else []))
        found = cl.forms(verb) if not syn.children(verb, "dobj", "xcomp", "ccomp") else set()
        fates = (s for s in (Status.NEGATED, Status.ENDED) if found & self.lexicon.words(s, "governor"))
        if (fate := next(fates, None)) is not None:
            yield from self._of_clauses(verb, lasting=False) if cl.is_negated(verb) else (fate,)

    def _presupposed(self, noun: Token, verb: Token, lasting: bool) -> Iterator[Status]:
        """Only what undoes it counts: "sold its stake", "called off its merger", "fired its chief executive"."""
        forms = cl.forms(verb) - {"use"}
        undone = bool(forms & self.lexicon.words(Status.NEGATED, "governor"))
        ending, giving_up = (self.lexicon.words(Status.ENDED, kind) for kind in ("governor", "dispossess"))
        if noun.dep_ == "pobj":
            ending = frozenset(w for w in giving_up if " " in w) if noun.head.lower_ in {"from", "of", "on"} else frozenset()
            undone = False
        elif noun.lemma_.lower() in self.lexicon.words("Held", "word"):
            ending |= giving_up
        elif noun.pos_ == "PROPN":
            ending |= self.lexicon.words(Status.ENDED, "unmake")
        if self._is_party(noun) and noun.dep_ != "pobj":
            ending |= self.lexicon.words(Status.ENDED, "losing")
        over = bool(forms & ending)
        if not (undone or over) or self.read(verb) is not Status.ASSERTED:
            return
        lasts = lasting and noun.lemma_.lower() in self.lexicon.words("Agreement", "word")
        yield Status.NEGATED if undone and not over and not lasts else Status.ENDED

    def _of_verb(self, verb: Token, first: bool, lasting: bool) -> Iterator[Status]:
        """Negation, auxiliaries, adverbs, times and conditions of one verb."""
        shared = verb
        while cl.shares_auxiliaries(shared):
            shared = shared.head
        both = list(dict.fromkeys((verb, shared)))
        if first and verb.lemma_.lower() in self.lexicon.words(Status.ASSERTED, "governor"):
            yield _GOES_ON
        if cl.is_denied(verb, first):
            yield Status.NEGATED
        adverbs = {cl.adverb(c) for v in both for c in syn.children(v, "neg", "advmod", "npadvmod")}
        found = [s for s in _ORDER if adverbs & self.lexicon.words(s, "adverb")]
        is_over = self._is_over(verb, first and lasting)
        yield from (Status.ENDED,) if is_over or Status.ENDED in found else found
        yield from self._auxiliaries(shared)
        yield from self._conditions(both)

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

    def _conditions(self, verbs: list[Token]) -> Iterator[Status]:
        """ "if X buys Y", "X will buy Y if"."""
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
        """Whether "would" is the past of "will": "said it would buy"."""
        top = verb
        while top.dep_ == "conj" and syn.is_verb(top.head):
            top = top.head
        if top.dep_ != "ccomp" or top.head.lemma_ not in self.lexicon.words("Report", "verb"):
            return False
        return not any(m.lower_ == "if" for c in syn.children(top, "advcl") for m in syn.children(c, "mark"))

    def _governing(self, governor: Token, clause: Token | None = None) -> Iterator[Status]:
        """What a governing word does to what it governs; a denied denial does nothing."""
        forms = cl.forms(governor)
        negated = cl.is_negated(governor)
        if forms & self.lexicon.words(Status.ASSERTED, "governor"):
            yield from () if negated else (_GOES_ON,)
            return
        if not syn.is_verb(governor) and self.modified(governor) is Status.NEGATED:
            yield Status.NEGATED  # "no plans to"
            return
        for status in _ORDER:
            if forms & self.lexicon.words(status, "governor"):
                yield from self._governed(governor, clause, status, negated=negated)
                return
        if governor.pos_ == "NOUN" and governor.lemma_.lower() in self.lexicon.words("Report", "word"):
            yield Status.POSSIBLE
        if governor.dep_ == "nsubj" and self.clauses.undoes(governor.head):
            yield Status.NEGATED  # "the claim that X bought Y is false"
        if not syn.is_verb(governor) and (modified := self.modified(governor)) is not None:
            yield modified

    def _governed(self, governor: Token, clause: Token | None, status: Status, *, negated: bool) -> Iterator[Status]:
        if negated and status in {Status.NEGATED, Status.ENDED}:
            if status is Status.NEGATED:
                yield Status.POSSIBLE  # what is not ruled out may be
            return
        if status is Status.ENDED and governor.lemma_ == "use" and not cl.is_habit(governor):
            return
        wish = governor.lemma_.lower() in self.lexicon.words(Status.POSSIBLE, "wish")
        if status is Status.PLANNED and wish and clause is not None and syn.children(clause, "nsubj"):
            yield Status.POSSIBLE  # "investors want X to buy Y"
            return
        yield status


def _resolved(signs: Iterable[Status]) -> Status:
    """One status of the signs from the inside out: what is planned to end goes on, an ended plan is none."""
    status, goes_on = Status.ASSERTED, False
    for sign in signs:
        if sign is _GOES_ON:
            goes_on = True
        elif goes_on and sign in _OPEN and status is Status.ASSERTED:
            continue
        elif status is Status.ASSERTED:
            status = Status.ENDED if goes_on and sign is Status.NEGATED else sign
        elif status is Status.ENDED and sign is not Status.ENDED:
            return Status.ASSERTED  # what may, will or did not end goes on
        elif status in _OPEN and sign in {Status.NEGATED, Status.ENDED}:
            status = Status.NEGATED
        elif status is Status.PLANNED:
            status = sign
    return status


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


def _hosts(noun: Token) -> Iterator[Token]:
    """Nouns that a noun hangs on by a preposition: "talks" of "talks on a merger"."""
    token = syn.list_head(noun)
    while token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ == "NOUN":
        token = syn.list_head(token.head.head)
        yield token


def _spans_time(verb: Token) -> bool:
    """Whether "from ... to" or "between ... and" of a verb or its object speak of times."""
    for word in verb.subtree:
        if word.lower_ not in {"from", "between"} or syn.governing_verb(word) != verb:
            continue
        dates = [p for p in syn.children(word, "pobj") if p.ent_type_ == "DATE"]
        tied = word.lower_ == "between" or any(c.lower_ == "to" for h in (word, word.head) for c in syn.children(h, "prep"))
        if dates and tied:
            return True
    return False
