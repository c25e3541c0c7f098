"""Which mentions stand in a place of a cue: from "agent" or "owner" to the entities meant.

A place is first a head token of a noun phrase. `Arguments.expand` turns it into mentions: lists are
taken apart, "clients such as X" becomes X, "half of X" becomes X, a relative pronoun its noun, and a
common noun becomes a mention of its own where the relation wants a product, sector or risk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Cue, Lexicon
from kg.model import Mention
from kg.nlp import Amount, Named, Parsed
from kg.nlp import syntax as syn

_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "punct", "npadvmod", "advmod"})
_TRANSPARENT = frozenset({"of", "in"})


@dataclass(frozen=True)
class Arguments:
    """Finds the arguments of cues within one parsed passage of a document."""

    parsed: Parsed
    lexicon: Lexicon
    document: str
    topic: Named | None = None
    """What the whole document is mostly about."""

    @cached_property
    def described(self) -> dict[int, list[Named]]:
        """Names by the index of each noun that says what they are."""
        table: dict[int, list[Named]] = {}
        for named in dict.fromkeys(self.parsed.mentions.values()):
            if named.mention.how != "name":
                continue
            span = self.parsed.doc[named.start : named.end]
            for noun in [*syn.descriptions(span), *self._named_by(named)]:
                if self.in_name(noun):
                    continue
                group = syn.conjuncts(syn.list_head(span.root)) if noun.tag_ == "NNS" else [span.root]
                members = [self.parsed.mentions[t.i] for t in group if t.i in self.parsed.mentions]
                row = table.setdefault(noun.i, [])
                row += [m for m in (members if named in members else [named]) if m not in row]
        return table

    def _named_by(self, named: Named) -> list[Token]:
        """The noun right behind a name that it names: "the X pump", "its X unit"."""
        head = self.parsed.doc[named.root].head
        if head.i < named.end or head.pos_ != "NOUN" or self.parsed.doc[named.root].dep_ not in {"compound", "nmod"}:
            return []
        if any(t.dep_ not in _MODIFIERS for t in self.parsed.doc[named.end : head.i]):
            return []
        ownable = bool(self.lexicon.words(named.kind, "partNoun"))
        return [head] if ownable or syn.children(head, "poss") else []

    def in_name(self, token: Token) -> bool:
        """Whether a token is part of a name and so no word of the language."""
        named = self.parsed.mentions.get(token.i)
        return named is not None and named.mention.how == "name"

    def owners(self, noun: Token, of: bool = True) -> list[Token]:
        """Whose a noun is: its possessive, its "of" phrase unless that is something else, or the name before it."""
        if owners := syn.children(noun, "poss"):
            return [syn.relative(t) for t in owners]
        if of and (owners := syn.objects_of(noun, "of")):
            return owners
        i = noun.i - 1
        while i >= noun.sent.start and (
            self.parsed.doc[i].dep_ in _MODIFIERS | {"case", "poss"} or i in self.parsed.mentions
        ):
            if self.parsed.doc[i].text in {",", ";", "(", '"'}:
                break
            named = self.parsed.mentions.get(i)
            if named is not None and named.mention.how == "name":
                return [self.parsed.doc[named.root]]
            i -= 1
        return []

    def at(self, place: str, trigger: Token, cue: Cue) -> list[Token]:
        """Head tokens at a place of a trigger."""
        if cue.form == "noun":
            return self._of_noun(place, trigger, "of" not in cue.subject + cue.object)
        if cue.form == "adjective":
            verb = trigger.head if syn.is_verb(trigger.head) else None
            if place in {"agent", "patient"}:
                return (
                    syn.surface_subject(verb) if verb is not None else [trigger.head] if trigger.dep_ == "amod" else []
                )
            return (
                self._metric_owners(syn.objects_of(trigger, "about", "on", "of", "over"))
                if place == "metric"
                else syn.objects_of(trigger, place)
            )
        if place == "agent":
            return syn.agent(trigger)
        if place == "patient":
            return syn.patient(trigger)
        if place == "purpose":
            return [*syn.children(trigger, "xcomp", "advcl"), *syn.objects_of(trigger, "for", "as")]
        if place == "money":
            return [self.parsed.doc[a.end - 1] for a in self._money(trigger)]
        if place == "round":
            return [t for t in trigger.sent if t.lemma_.lower() in self.lexicon.words("Round", "word")]
        if place in {"contract", "loan"}:
            held = [*syn.children(trigger, "dobj", "nsubjpass"), *syn.objects_of(trigger, "with")]
            return [t for t in held if t.lemma_.lower() in self.lexicon.words(place.capitalize(), "word")]
        if place == "metric":
            return self._metric_owners(
                [*syn.patient(trigger), *(t for c in syn.children(trigger, "ccomp") for t in syn.surface_subject(c))]
            )
        if place == "clause":
            return _clause_subject(trigger)
        return syn.objects_of(trigger, place)

    def _of_noun(self, place: str, noun: Token, of: bool = True) -> list[Token]:
        if place == "owner":
            return self.owners(noun, of)
        if place == "holder":
            return self.owners(noun, of) or self._of_noun("agent", noun)
        if place == "agent":
            verb = _verb_of(noun)
            return [t for t in syn.agent(verb) if t.i != noun.i] if verb is not None else []
        if place == "clause":
            return _clause_subject(noun)
        if place == "beneficiary":
            return _beneficiaries(noun)
        if place in {"patient", "prefix", "metric", "purpose"}:
            return []
        found = syn.objects_of(noun, place)
        if not found and place != "of":
            # "a bid by X for Y": the second phrase may hang on the first
            found = [
                t for q in syn.children(noun, "prep") for p in syn.children(q, "pobj") for t in syn.objects_of(p, place)
            ]
        if not found and noun.dep_ in {"dobj", "nsubjpass"} and place != "of":
            found = [t for q in syn.children(noun.head, "prep") if q.lower_ == place for t in syn.children(q, "pobj")]
        return found

    def _metric_owners(self, nouns: Iterable[Token]) -> list[Token]:
        """Owners of the money-earning metrics among the nouns: Azure in "Azure's revenue prospects"."""
        return [o for n in nouns if self._is_revenue(n) for o in self.owners(n)]

    def _money(self, verb: Token) -> list[Amount]:
        """Sums, numbers and fractions of sums behind a verb, in its clause."""
        end = min(
            [c.left_edge.i for c in verb.children if c.dep_ in {"conj", "ccomp"} and c.i > verb.i],
            default=verb.sent.end,
        )
        amounts = dict.fromkeys(self.parsed.amounts.values())
        return [a for a in amounts if verb.i < a.start < end and a.value.unit in {"money", "count", "percent"}]

    def buys_property(self, verb: Token) -> bool:
        """Whether money is paid for shares and the like: "pay $5 million for a stake", "to acquire a stake"."""
        bought = syn.objects_of(verb, "for") + [
            t for c in syn.children(verb, "xcomp", "advcl") for t in syn.children(c, "dobj")
        ]
        return any(t.lemma_.lower() in self.lexicon.words("Security", "word") for t in bought)

    def are_metrics(self, nouns: Iterable[Token]) -> bool:
        """Whether one of the nouns is, or is measured of, money earned."""
        return any(self._is_revenue(t) for n in nouns for t in (n, *syn.objects_of(n, "of")))

    def _is_revenue(self, noun: Token) -> bool:
        words = {noun.lemma_.lower(), *(c.lower_ for c in syn.children(noun, "compound"))}
        return any(
            words & self.lexicon.words(m, "noun")
            for m in self.lexicon.ontology.metrics
            if self.lexicon.words(m, "impliesCustomer")
        )

    def expand(self, token: Token, kinds: frozenset[str], loose: bool = False) -> list[Named]:
        """The mentions that a noun phrase with this head stands for, as far as they are of the kinds.

        `loose` takes any common noun that is not known to be no product, not only listed ones.
        """
        token = syn.relative(token)
        return list(dict.fromkeys(n for t in syn.conjuncts(token) for n in self._one(t, kinds, loose)))

    def _one(self, token: Token, kinds: frozenset[str], loose: bool) -> list[Named]:
        named = self.parsed.mentions.get(token.i)
        if named is not None:
            if named.kind in kinds:
                return [named]
            return self._owner_of_product(token, named, kinds)
        if examples := [n for n in self.described.get(token.i, ()) if n.kind in kinds]:
            return examples
        if self.is_part(token):
            wholes = syn.objects_of(token, *_TRANSPARENT) or self.owners(token)
            inner = [n for t in wholes for n in self.expand(t, kinds, loose)]
            if inner:
                return inner
        generic = self.generic(token, kinds, loose)
        if generic is not None:
            return [generic]
        return self._principal(token, kinds) or self._owner_of_product(token, None, kinds)

    def _principal(self, token: Token, kinds: frozenset[str]) -> list[Named]:
        """X where "X's strategy" or "the board of X" acts for it."""
        if token.lemma_.lower() not in self.lexicon.words("Deputy", "word"):
            return []
        found = [self.parsed.mentions.get(o.i) for o in self.owners(token)]
        return [n for n in found if n is not None and n.kind in kinds]

    def is_part(self, token: Token) -> bool:
        """Whether a noun is a measure or part of what follows: "half of X", "shares in X"."""
        if syn.is_measure(token) or token.i in self.parsed.amounts or token.lemma_.lower() in self._part_nouns:
            return True
        return any(c.i in self.parsed.amounts for c in token.children)

    @cached_property
    def _part_nouns(self) -> frozenset[str]:
        return frozenset(w for k in self.lexicon.kinds_with("partNoun") for w in self.lexicon.words(k, "partNoun")) | {
            "half", "share", "stock", "rest", "majority", "all", "most", "stake", "remainder", "some"
        }  # fmt: skip

    def _owner_of_product(self, token: Token, named: Named | None, kinds: frozenset[str]) -> list[Named]:
        """Who pays for a product pays its owner: "spends on X's services" is spending with X."""
        sellable = self._sellable
        if (
            kinds & sellable
            or (named is not None and named.kind not in sellable)
            or (named is None and self.generic(token, sellable, True) is None)
        ):
            return []
        return [
            n
            for o in syn.children(token, "poss")
            for n in self._one(syn.relative(o), kinds, False)
            if n.mention.how != "generic"
        ]

    @cached_property
    def _sellable(self) -> frozenset[str]:
        return frozenset(k for k in self.lexicon.kinds_with("partNoun"))

    def generic(self, token: Token, kinds: frozenset[str], loose: bool) -> Named | None:
        """A mention by common noun, such as "cloud services", where a kind of the kinds has such."""
        if (
            token.pos_ not in {"NOUN", "PROPN"}
            or token.ent_type_ in {"DATE", "TIME", "PERSON", "GPE"}
            or token.i in self.parsed.amounts
        ):
            return None
        if any(n.kind in kinds for n in self.described.get(token.i, ())):
            return None  # it has a name
        for kind in sorted(kinds & set(self.lexicon.kinds_with("genericNoun"))):
            words = self._words_before(token)
            if not self._names_kind(token, words, kind, loose):
                continue
            last = token
            if "of" in self.lexicon.words(kind, "extends") and (inner := syn.objects_of(token, "of")):
                last = inner[0]  # "shortage of paper"
            return self._mention(words[0].i if words else token.i, last, kind)
        return None

    def _names_kind(self, token: Token, before: list[Token], kind: str, loose: bool) -> bool:
        word = token.lemma_.lower()
        compound = f"{before[-1].lower_} {word}" if before else word
        listed = bool({word, compound, token.lower_} & self.lexicon.words(kind, "genericNoun"))
        if word in self.lexicon.words(kind, "vagueNoun"):
            owned = any(c.i in self.parsed.mentions for c in syn.children(token, "poss"))
            made = word in self.lexicon.words(kind, "made") or not self.lexicon.words(kind, "made")
            return listed and (bool(before) or owned and made)
        refused = self.lexicon.words(kind, "notGeneric")
        return listed or (loose and bool(refused) and word not in refused and token.tag_ in {"NNS"})

    def _words_before(self, token: Token) -> list[Token]:
        """The modifiers that belong to the noun's name: "cloud" of "cloud services", not "many" or "its"."""
        words: list[Token] = []
        i = token.i - 1
        while i >= token.sent.start:
            t = self.parsed.doc[i]
            if not self._is_modifier(t, token):
                break
            words.insert(0, t)
            i -= 1
        while words and (words[0].lower_ in self._bland or words[0].text == "-" or words[0].dep_ == "advmod"):
            words.pop(0)
        return words

    def _is_modifier(self, token: Token, noun: Token) -> bool:
        named = self.parsed.mentions.get(token.i)
        if (
            named is not None
            and named.mention.how == "name"
            and not token.is_lower
            and named.kind not in self._sellable
        ):
            return False
        if token.i in self.parsed.amounts or token.ent_type_ in {"DATE", "ORDINAL", "CARDINAL", "NORP"}:
            return False
        within = token.head.i == noun.i or token.head.i in range(token.i + 1, noun.i)
        return (
            within
            and token.dep_ in _MODIFIERS
            and token.text not in {",", '"', "(", ")"}
            and token.tag_ not in {"JJR", "JJS", "PRP$", "CD"}
        )

    @cached_property
    def _bland(self) -> frozenset[str]:
        return self.lexicon.words("Bland", "word")

    def _mention(self, first: int, token: Token, kind: str) -> Named:
        start, end = self.parsed.span(first, token.i + 1)
        doc = self.parsed.doc
        text = doc[first : token.i + 1].text
        owner = next((self.parsed.mentions.get(o.i) for o in syn.children(token, "poss")), None)
        named = owner is not None and owner.kind != kind and owner.mention.how == "name"
        name = (
            f"{owner.name}{'’' if owner.name.endswith('s') else '’s'} {text}" if owner is not None and named else text
        )
        return Named(first, token.i + 1, token.i, Mention(self.document, start, end, text, kind, name, "generic"))

    def sector(self, first: int, last: int, kind: str) -> Named:
        """A mention of a kind by the words from one token to another."""
        start, end = self.parsed.span(first, last + 1)
        text = self.parsed.doc[first : last + 1].text
        return Named(first, last + 1, last, Mention(self.document, start, end, text, kind, text, "generic"))

    def fellows(self, members: list[Named]) -> Iterator[tuple[Named, Named]]:
        """All pairs of a list, each once, in order."""
        for i, first in enumerate(members):
            for second in members[i + 1 :]:
                yield first, second


def _verb_of(noun: Token) -> Token | None:
    """The verb whose object, subject of the passive or complement a noun is, prepositions in between allowed."""
    token = syn.list_head(noun)
    for _ in range(3):
        if token.dep_ in {"dobj", "attr", "nsubjpass", "oprd"}:
            return token.head if syn.is_verb(token.head) else None
        if token.dep_ == "pobj" and token.head.dep_ in {"prep", "agent"}:
            token = token.head.head
            if syn.is_verb(token):
                return token
            continue
        return None
    return None


def _clause_subject(token: Token) -> list[Token]:
    """Subjects of the clauses around a token, from the inside out."""
    verb, found = syn.governing_verb(token), []
    while verb is not None:
        found += [t for t in syn.surface_subject(verb) if token.i not in {d.i for d in t.subtree}]
        verb = syn.governing_verb(verb)
    return found


def _beneficiaries(noun: Token) -> list[Token]:
    """Who is helped by a purpose: the receiver in "rents servers to X for the operation of Y"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != "for":
        return []
    host = preposition.head if syn.is_verb(preposition.head) else syn.governing_verb(preposition)
    receivers = syn.objects_of(host, "to") if host is not None else []
    return receivers or ([preposition.head] if preposition.head.pos_ == "PROPN" else [])
