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
from kg.relations.noun_status import NounReader, hosts
from kg.relations.speakers import SpeakerReader
from kg.relations.verb_status import GOES_ON, ORDER, VerbReader

_OPEN = frozenset({Status.POSSIBLE, Status.PLANNED})
_ABOUT = frozenset({"of", "from", "about", "against", "on", "at", "to", "with"})
_QUESTIONS = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which"})


@dataclass(frozen=True)
class StatusReader:
    """Reads the status of a trigger word from its clause."""

    lexicon: Lexicon

    @cached_property
    def clauses(self) -> Clauses:
        """Climbs from clause to clause."""
        return Clauses(self.lexicon)

    @cached_property
    def verbs(self) -> VerbReader:
        """Reads the words beside a verb."""
        return VerbReader(self.lexicon)

    @cached_property
    def nouns(self) -> NounReader:
        """Reads the words before a noun."""
        return NounReader(self.lexicon)

    @cached_property
    def speakers(self) -> SpeakerReader:
        """Finds who says so."""
        return SpeakerReader(self.lexicon, self.clauses)

    def read(self, trigger: Token, *, lasting: bool | None = None) -> Status:
        """The status that the words around a trigger give it.

        `lasting` is whether what it states goes on for some time, as being a customer does and a takeover does not,
        None where that does not matter. What does not is asserted under words only that are known to imply it.
        """
        modified = None if syn.is_verb(trigger) else self.nouns.modified(trigger)
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

    def _over(self, trigger: Token) -> Token | None:
        """The verb over a noun or adjective."""
        if trigger.pos_ == "ADJ" and trigger.dep_ in {"acomp", "oprd"} and syn.is_verb(trigger.head):
            return trigger.head
        return syn.verb_over(trigger, "prep")

    def _is_given(self, noun: Token) -> bool:
        """Whether a phrase takes for granted that there is such a thing: "its stake", "the supplier of X"."""
        definite = any(c.lower_ == "the" for c in syn.children(noun, "det")) and self.nouns.is_party(noun)
        named_so = noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ == "as")
        return not named_so and (bool(syn.children(noun, "poss")) or (definite and noun.dep_ != "pobj"))

    def _signs(self, trigger: Token, modified: Status | None, lasting: bool | None) -> Iterator[Status]:
        """Every status that a word in or above the trigger's clause stands for, from the inside out."""
        if syn.is_verb(trigger):
            yield from self._of_clauses(trigger, lasting)
            return
        verb = self._over(trigger)
        done = (
            not lasting
            and verb is not None
            and bool(cl.forms(verb) & self.lexicon.words(Status.ASSERTED, "completing"))
        )
        if verb is not None and done:
            yield from self._of_clauses(verb, lasting)  # "expects to complete its planned purchase"
            return
        if modified is not None:
            yield modified
        if verb is None:
            yield from self._lost(trigger)
            yield from self._fate(trigger, lasting)
        elif self._is_given(trigger):
            yield from self._presupposed(trigger, verb, bool(lasting))
        else:
            yield from self._of_object(trigger, verb, lasting)

    def _of_object(self, noun: Token, verb: Token, lasting: bool | None) -> Iterator[Status]:
        """The signs of a noun that a verb states: "denied a merger", "held talks on a merger", "lost customers"."""
        for host in hosts(noun):
            yield from self._governing(host)
        if lasting is False and self._is_loose(verb, noun):
            yield Status.POSSIBLE
        if self.nouns.is_party(noun) and verb.lemma_.lower() in self.lexicon.words(Status.ENDED, "losing"):
            yield from () if cl.is_negated(verb) else (Status.ENDED,)
        else:
            yield from self._governing(verb)
        yield from self._of_clauses(verb, lasting, spent=self._turns(verb, noun))

    def _of_clauses(self, verb: Token, lasting: bool | None, *, spent: bool = False) -> Iterator[Status]:
        """The signs of a verb, and of what governs its clause, up to the root.

        The negation of a word such as "deny" or "stop" is spent on that word: it says nothing of the clause.
        """
        for token, step in self.clauses.upward(verb):
            signs = self.verbs.signs(token, token == verb, bool(lasting))
            yield from (s for s in signs if not (spent and s is Status.NEGATED))
            governor, following = step.governor, step.following
            if governor is None:
                spent = False
                continue
            spent = self._turns(governor, token)
            said = list(self._governing(governor, token))
            if not said and lasting is False and self._is_loose(governor, token):
                said = [Status.POSSIBLE]
            yield from said
            for host in hosts(governor):
                yield from self._governing(host)  # "no truth in reports that X bought Y"
            if following is not None and governor.i != following.i:
                yield from self._governing(following)  # "scrapped plans to launch"

    def _is_loose(self, governor: Token, word: Token) -> bool:
        """Whether it is open if what a word names came about: "toyed with a merger", "dreamed of buying X"."""
        if not syn.is_verb(governor) or cl.forms(governor) & self.lexicon.words(Status.ASSERTED, "implies"):
            return False
        if syn.is_verb(word):
            aim = word.dep_ == "xcomp" and word.tag_ == "VB"
            return aim or (word.dep_ == "pcomp" and word.head.lower_ in _ABOUT)
        return any(c.lower_ in {"a", "an"} for c in syn.children(word, "det")) and not self.nouns.is_party(word)

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
        lost = beside.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in self.lexicon.words(
            Status.ENDED, "losing"
        )
        parted = beside.dep_ == "pobj" and bool(cl.forms(verb) & self.lexicon.words(Status.ENDED, "parting"))
        if lost or parted:
            yield from (Status.ENDED, *self._of_clauses(verb, None))

    def _fate(self, noun: Token, lasting: bool | None) -> Iterator[Status]:
        """What becomes of what a noun names: "X's takeover of Y fell through", "talks on a merger collapsed"."""
        if self.nouns.is_party(noun):
            return
        above = list(hosts(noun))
        for host in above:
            yield from self._governing(host)
        subject = syn.list_head(above[-1] if above else noun)
        verb = subject.head
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            return
        if lasting is False:  # what has not happened yet "would create", "if approved", something
            would = any(a.lower_ == "would" for a in syn.children(verb, "aux"))
            yield from (*self.verbs.conditions([subject, verb]), *([Status.PLANNED] if would else []))
        found = cl.forms(verb) if not syn.children(verb, "dobj", "xcomp", "ccomp") else set()
        fates = (s for s in (Status.NEGATED, Status.ENDED) if found & self.lexicon.words(s, "governor"))
        if (fate := next(fates, None)) is not None:
            yield from self._of_clauses(verb, None) if cl.is_negated(verb) else (fate,)

    def _presupposed(self, noun: Token, verb: Token, lasting: bool) -> Iterator[Status]:
        """Only what undoes it counts: "sold its stake", "called off its merger", "fired its chief executive"."""
        forms = cl.forms(verb) - {"use"}
        undone = bool(forms & self.lexicon.words(Status.NEGATED, "governor"))
        ending, giving_up = (self.lexicon.words(Status.ENDED, kind) for kind in ("governor", "dispossess"))
        if noun.dep_ == "pobj":
            ending = (
                frozenset(w for w in giving_up if " " in w) if noun.head.lower_ in {"from", "of", "on"} else frozenset()
            )
            undone = False
        elif noun.lemma_.lower() in self.lexicon.words("Held", "word"):
            ending |= giving_up
        elif noun.pos_ == "PROPN":
            ending |= self.lexicon.words(Status.ENDED, "unmake")
        if self.nouns.is_party(noun) and noun.dep_ != "pobj":
            ending |= self.lexicon.words(Status.ENDED, "losing")
        over = bool(forms & ending)
        if over and verb.tag_ == "VB" and verb.dep_ == "xcomp":
            return  # "agreed to sell its stake": until then it has one
        if not (undone or over) or self.read(verb) is not Status.ASSERTED:
            return
        lasts = lasting and noun.lemma_.lower() in self.lexicon.words("Agreement", "word")
        yield Status.NEGATED if undone and not over and not lasts else Status.ENDED

    def _governing(self, governor: Token, clause: Token | None = None) -> Iterator[Status]:
        """What a governing word does to what it governs; a denied denial does nothing."""
        forms = cl.forms(governor)
        negated = cl.is_negated(governor)
        if forms & self.lexicon.words(Status.ASSERTED, "governor"):
            yield from () if negated else (GOES_ON,)
            return
        if not syn.is_verb(governor) and self.nouns.modified(governor) is Status.NEGATED:
            yield Status.NEGATED  # "no plans to"
            return
        for status in ORDER:
            if forms & self.lexicon.words(status, "governor"):
                yield from self._governed(governor, clause, status, negated=negated)
                return
        if governor.pos_ == "NOUN" and governor.lemma_.lower() in self.lexicon.words("Report", "word"):
            yield Status.POSSIBLE
        if governor.dep_ == "nsubj" and self.clauses.undoes(governor.head):
            yield Status.NEGATED  # "the claim that X bought Y is false"
        if not syn.is_verb(governor) and (modified := self.nouns.modified(governor)) is not None:
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
        if sign is GOES_ON:
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
