"""What a fact is for, as what somebody acts, who sells and who buys: the qualifiers that are words or names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Cue
from kg.model import Qualifier, Status
from kg.nlp import Named
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.pairs import Hit, preceded

FOR, ROLE, SHARE, VOLUME = "for", "role", "share", "volume"
_PARTIES = frozenset({"seller", "buyer"})
_OF_TIME = frozenset(
    {"former", "then", "new", "old", "longtime", "current", "outgoing", "incoming", "interim"}
)  # when a post is held, not which
_EVEN = re.compile(r"\b\d{1,2}[-:/]\d{1,2}(?= ?$)")  # "a 50-50 partnership"
_ACTS = frozenset({"use", "supply", "delivery", "purchase", "provision", "rental", "lease", "production"})
_ANY = frozenset({"it", "they", "them", "this", "that", "these", "those", "which", "what", "one", "ones"})


@dataclass(frozen=True)
class ThingReader:
    """Reads the worded qualifiers of one hit."""

    args: Arguments
    hit: Hit

    def read(self) -> Iterator[tuple[str, Qualifier]]:
        """Names with words; a name comes at most once."""
        takes = self.args.lexicon.words(self.hit.cue.relation.name, "takes")
        found: dict[str, Qualifier] = {}
        for name, value in (*self._asked(), *self._beside(takes)):
            if value and (name in takes or name in dict(self.hit.cue.qualifiers) or name == ROLE):
                found.setdefault(name, value)
        yield from found.items()

    def _asked(self) -> Iterator[tuple[str, Qualifier]]:
        """What the cue itself asks for: the words at a place, or the cue's own words."""
        for trigger, cue in self._cues():
            for name, places in cue.qualifiers:
                if places == "words":
                    yield name, self._post(trigger)
                    continue
                for token in (t for place in places.split() for t in self._at(place, trigger, cue)):
                    yield from self._qualifier(name, token)

    def _cues(self) -> Iterator[tuple[Token, Cue]]:
        """The hit's cue; of what the model says, the cues of that relation at the same word or the verb above."""
        word, by_word = self.hit.trigger, self.args.lexicon.by_word
        if self.hit.cue.form != "model":
            yield word, self.hit.cue
            return
        relation = self.hit.cue.relation
        for phrase, cue in by_word.get(("noun", word.lemma_.lower()), ()):
            if cue.relation == relation and preceded(word, phrase[:-1]):
                yield word, cue
        verb = word if syn.is_verb(word) else syn.governing_verb(word)
        for form in syn.base_forms(verb) if verb is not None else ():
            yield from ((verb, cue) for _, cue in by_word.get(("verb", form), ()) if verb and cue.relation == relation)

    def _at(self, place: str, trigger: Token, cue: Cue) -> list[Token]:
        found = list(self.args.places.at(place, trigger, cue))
        acts = [v for p in syn.children(trigger, "prep") if p.lower_ == place for v in syn.children(p, "pcomp")]
        return found + [t for v in acts for t in syn.children(v, "dobj")]  # "for making X"

    def _qualifier(self, name: str, token: Token) -> Iterator[tuple[str, Qualifier]]:
        if name in _PARTIES:
            yield name, self._party(token)
            return
        inner = self._whole(token)
        if inner is not None:
            yield SHARE, _span(token)
            token = inner
        amount = self.args.parsed.amounts.get(token.i)
        if amount is not None and amount.value.unit == "count" and (counted := syn.objects_of(token, "of")):
            yield VOLUME, amount.value
            token = counted[0]  # "16 of the trains"
        yield name, self._thing(token)
        amounts = (self.args.parsed.amounts.get(c.i) for c in syn.children(token, "nummod"))
        yield from ((VOLUME, a.value) for a in amounts if a is not None and a.value.unit == "count")

    def _beside(self, takes: frozenset[str]) -> Iterator[tuple[str, Qualifier]]:
        """What stands beside a cue that asks for nothing."""
        trigger = self.hit.trigger
        if FOR in takes:
            yield from ((FOR, self._product(t)) for t in _purposes(trigger))
            claiming = self.args.lexicon.words("Claim", "word")
            claims = [c for c in syn.children(trigger, "advcl", "xcomp") if c.lemma_.lower() in claiming]
            yield from ((FOR, self._thing(t)) for c in claims for t in syn.children(c, "dobj"))
        if "seller" in takes:
            yield "seller", self._owner_of(self.hit.object)
        if SHARE in takes:
            owned = (c for c in syn.children(trigger, "amod") if c.lower_ == "owned")
            yield from ((SHARE, _span(c)) for c in owned)
            even = _EVEN.search(trigger.doc[trigger.left_edge.i : trigger.i].text)
            yield SHARE, even[0] if even else ""
        if any(
            name == ROLE
            for cue in self.args.lexicon.cues
            if cue.relation == self.hit.cue.relation
            for name, _ in cue.qualifiers
        ):
            yield from ((ROLE, self._post(noun)) for noun in self._posts())

    def _posts(self) -> Iterator[Token]:
        """Nouns of the relation that say what its subject is: "X, head of research"."""
        described = [self.args.parsed.doc[i] for i, those in self.args.described.items() if self.hit.subject in those]
        over = self.args.lexicon.words(Status.ENDED, "modifier")
        for noun in (*described, *self._before_names()):
            if noun != self.hit.trigger and any(c.lower_ in over for c in syn.children(noun, "amod")):
                continue  # the post of "former finance chief" is not the one at hand
            known = self.args.lexicon.by_word.get(("noun", noun.lemma_.lower()), ())
            if any(c.relation == self.hit.cue.relation and preceded(noun, p[:-1]) for p, c in known):
                owners = {n.name for t in self.args.places.owners(noun) if (n := self.args.named(t)) is not None}
                if not owners or self.hit.object.name in owners:
                    yield noun

    def _before_names(self) -> Iterator[Token]:
        """The noun of "head of research at X Y", where the two names stand side by side."""
        first, second = self.hit.object, self.hit.subject
        if first.end == second.start and first.start:
            tie = self.args.parsed.doc[first.start - 1]
            yield from [tie.head] if tie.dep_ == "prep" else []

    def _thing(self, token: Token) -> str:
        """What is bought, lent or fought about, by the name that the text gives it or in its words."""
        token = syn.relative(token)
        parsed = self.args.parsed
        named = parsed.mentions.get(token.i)
        if token.i in parsed.amounts or token.ent_type_ in {"DATE", "TIME"} or self._is_end(named):
            return ""
        if named is not None and named.mention.how != "generic":
            return named.name
        if token.lower_ in _ANY:
            return ""
        if token.lemma_.lower() in _ACTS and (acted_on := syn.objects_of(token, "of")):
            return self._thing(acted_on[0])  # "for the use of two halls"
        if token.lemma_.lower() in self.args.lexicon.words("Contract", "word"):
            return self._of_contract(token)
        names = {n.name for n in self.args.described.get(token.i, ()) if not self._is_end(n)}
        if len(names) == 1:
            return names.pop()
        vague = self.args.lexicon.words_of_kinds("vagueNoun")
        phrase = _phrase(token)
        return (
            ""
            if phrase.lower() in {token.lower_} and token.lemma_.lower() in vague | {"part", "thing", "use"}
            else phrase
        )

    def _of_contract(self, token: Token) -> str:
        """What a contract is about: "its X contract", "an order for X"."""
        before = [c for c in syn.children(token, "compound", "nmod") if self._product(c)]
        about = [*before, *syn.objects_of(token, "for")]
        return next(filter(None, (self._thing(t) for t in about)), "")

    def _product(self, token: Token) -> str:
        """The name of a thing that is made, if a word is one."""
        named = self.args.parsed.mentions.get(syn.relative(token).i)
        is_product = named is not None and named.kind in self.args.lexicon.kinds_like("partNoun")
        return named.name if named is not None and is_product and not self._is_end(named) else ""

    def _party(self, token: Token) -> str:
        named = self.args.parsed.mentions.get(syn.relative(token).i)
        wanted = self.hit.cue.relation.domain
        return named.name if named is not None and named.kind in wanted and not self._is_end(named) else ""

    def _owner_of(self, named: Named) -> str:
        """Whose unit something is by its apposition: "X, the paint unit of Y"."""
        units = self.args.lexicon.words("Held", "word")
        for i, those in self.args.described.items():
            noun = self.args.parsed.doc[i]
            if named in those and noun.lemma_.lower() in units:
                return next(filter(None, (self._party(t) for t in self.args.places.owners(noun))), "")
        return ""

    def _is_end(self, named: Named | None) -> bool:
        return named is not None and named.name in {self.hit.subject.name, self.hit.object.name}

    def _whole(self, token: Token) -> Token | None:
        """What "almost all of" or "the bulk of" is a part of."""
        if token.i in self.args.parsed.amounts or token.lemma_.lower() not in self.args.lexicon.words("Part", "word"):
            return None
        return next(iter(syn.objects_of(token, "of")), None)

    def _post(self, noun: Token) -> str:
        """A post in the words of the text: "Chief Financial Officer", "head of technology"."""
        start = noun.i
        while start > noun.sent.start and self._belongs(noun.doc[start - 1]):
            start -= 1
        if noun.doc[start].text == "-" and start > noun.sent.start:
            start -= 1  # "co-founder"
        behind = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
        inner = [p for c in behind for p in syn.children(c, "pobj") if p.i not in self.args.parsed.mentions]
        return noun.doc[start : inner[0].i + 1 if inner else noun.i + 1].text

    def _belongs(self, token: Token) -> bool:
        return (
            token.i not in self.args.parsed.mentions
            and (token.dep_ in {"compound", "amod", "nmod"} or token.text == "-")
            and token.ent_type_ != "NORP"
            and token.lower_ not in _OF_TIME
        )


def _purposes(trigger: Token) -> Iterator[Token]:
    """What an aim beside a cue is about: X in "an alliance to sell X"."""
    hosts = [trigger, *([trigger.head] if syn.is_verb(trigger.head) else [])]
    for verb in (v for h in hosts for v in syn.children(h, "acl", "relcl", "xcomp", "advcl") if v.tag_ == "VB"):
        for thing in syn.children(verb, "dobj"):
            yield from (thing, *syn.children(thing, "appos"))
        yield from syn.objects_of(verb, "on")


def _phrase(token: Token) -> str:
    """A noun with what stands before it, article left out."""
    words = [t for t in token.subtree if t.i <= token.i and t.dep_ not in {"det", "poss", "case"}]
    start = min(t.i for t in words) if words else token.i
    return token.doc[start : token.i + 1].text


def _span(token: Token) -> str:
    """A word with its adverbs: "almost all", "wholly owned"."""
    first = min([token.i, *(c.i for c in syn.children(token, "advmod", "amod", "npadvmod") if c.i < token.i)])
    return token.doc[first : token.i + 1].text
