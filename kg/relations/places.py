"""Where in a sentence the subject and object of a cue stand, from "agent" or "owner" to head tokens.

What the names of places mean is explained at the head of ontology/lexicon.en.ttl.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Cue, Lexicon
from kg.nlp import Amount, Parsed
from kg.nlp import syntax as syn

MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "punct", "npadvmod", "advmod"})
_NOT_OF_NOUNS = frozenset({"patient", "prefix", "metric", "purpose"})


@dataclass(frozen=True)
class Places:
    """Finds the head tokens at the places of one parsed passage."""

    parsed: Parsed
    lexicon: Lexicon

    def at(self, place: str, trigger: Token, cue: Cue) -> list[Token]:
        """Head tokens at a place of a trigger."""
        if cue.form == "noun":
            return self._of_noun(place, trigger, "of" not in cue.subject + cue.object)
        if cue.form == "adjective":
            return self._of_adjective(place, trigger)
        return self._of_verb(place, trigger)

    def owners(self, noun: Token, of: bool = True) -> list[Token]:
        """Whose a noun is: its possessive, its "of" phrase unless that is something else, or the name before it."""
        if owners := syn.children(noun, "poss"):
            return [syn.relative(t) for t in owners]
        if of and (owners := syn.objects_of(noun, "of")):
            return owners
        for i in range(noun.i - 1, noun.sent.start - 1, -1):
            token, named = self.parsed.doc[i], self.parsed.mentions.get(i)
            within = named is not None or token.dep_ in MODIFIERS | {"case", "poss"}
            if not within or token.text in {",", ";", "(", '"'}:
                break
            if named is not None and named.mention.how == "name":
                return [self.parsed.doc[named.root]]
        return []

    def buys_property(self, verb: Token) -> bool:
        """Whether money is paid for shares and the like: "pay $5 million for a stake", "to acquire a stake"."""
        bought = syn.objects_of(verb, "for")
        bought += [t for c in syn.children(verb, "xcomp", "advcl") for t in syn.children(c, "dobj")]
        bodies = self.lexicon.kinds_like("nameEnding")
        named = (self.parsed.mentions.get(t.i) for t in bought if t.dep_ == "dobj")
        is_body = any(n is not None and n.kind in bodies for n in named)  # "paid $5 million to buy X"
        return is_body or any(t.lemma_.lower() in self.lexicon.words("Security", "word") for t in bought)

    def are_metrics(self, nouns: Iterable[Token]) -> bool:
        """Whether one of the nouns is, or is measured of, money earned."""
        return any(self._is_revenue(t) for n in nouns for t in (n, *syn.objects_of(n, "of")))

    def _of_verb(self, place: str, verb: Token) -> list[Token]:
        match place:
            case "agent":
                return syn.agent(verb)
            case "patient":
                return syn.patient(verb)
            case "purpose":
                return [*syn.children(verb, "xcomp", "advcl"), *syn.objects_of(verb, "for")]
            case "money":
                return [self.parsed.doc[a.end - 1] for a in self._money(verb)]
            case "round":
                return [t for t in verb.sent if t.lemma_.lower() in self.lexicon.words("Round", "word")]
            case "contract" | "loan":
                held = [*syn.children(verb, "dobj", "nsubjpass"), *syn.objects_of(verb, "with")]
                return [t for t in held if t.lemma_.lower() in self.lexicon.words(place.capitalize(), "word")]
            case "penalty":
                return self._penalties(verb)
            case "metric":
                said = [t for c in syn.children(verb, "ccomp") for t in syn.surface_subject(c)]
                return self._metric_owners([*syn.patient(verb), *said])
            case "clause":
                return self._clause_subjects(verb)
        return syn.objects_of(verb, place)

    def _of_adjective(self, place: str, adjective: Token) -> list[Token]:
        if place == "metric":
            return self._metric_owners(syn.objects_of(adjective, "about", "on", "of", "over"))
        if place not in {"agent", "patient"}:
            return syn.objects_of(adjective, place)
        if syn.is_verb(adjective.head):
            return syn.surface_subject(adjective.head)
        return [adjective.head] if adjective.dep_ == "amod" else []

    def _of_noun(self, place: str, noun: Token, of: bool) -> list[Token]:
        if place in _NOT_OF_NOUNS:
            return []
        match place:
            case "owner":
                return self.owners(noun, of)
            case "holder":
                return self.owners(noun, of) or _agents(noun)
            case "agent":
                return _agents(noun)
            case "clause":
                return self._clause_subjects(noun)
            case "beneficiary":
                return _beneficiaries(noun)
        return _objects_of_noun(noun, place)

    def _clause_subjects(self, token: Token) -> list[Token]:
        """Subjects of the clauses around a token, from the inside out.

        Left out is the press, and whoever is only named behind what he says: "Rival X may bid, Y said".
        """
        verb, found = syn.governing_verb(token), []
        while verb is not None:
            reports = verb.lemma_.lower() in self.lexicon.words("Report", "press")
            after = verb.lemma_.lower() in self.lexicon.words("Report", "verb") and verb.i > token.i
            if not (reports or (after and any(c.dep_ == "ccomp" for c in verb.children))):
                found += [t for t in syn.surface_subject(verb) if token.i not in {d.i for d in t.subtree}]
            verb = syn.governing_verb(verb)
        return found

    def _penalties(self, verb: Token) -> list[Token]:
        """Who orders a payment, and what else than a price it is: "was ordered to pay X $5 million in damages"."""
        above = syn.governing_verb(verb)
        is_ordered = above is not None and above.lemma_ in self.lexicon.words("Penalty", "governor")
        paid = [*syn.children(verb, "dobj", "dative"), *syn.objects_of(verb, "in", "as")]
        paid += [t for noun in list(paid) for t in syn.objects_of(noun, "in", "as", "of")]
        found = [t for t in paid if t.lemma_.lower() in self.lexicon.words("Penalty", "word")]
        return [above, *found] if above is not None and is_ordered else found

    def _metric_owners(self, nouns: Iterable[Token]) -> list[Token]:
        """Owners of the money-earning metrics among the nouns: X in "X's revenue prospects"."""
        return [o for n in nouns if self._is_revenue(n) for o in self.owners(n)]

    def _money(self, verb: Token) -> list[Amount]:
        """Sums, numbers and fractions of sums behind a verb, in its clause."""
        clauses = [c.left_edge.i for c in syn.children(verb, "conj", "ccomp") if c.i > verb.i]
        end = min(clauses, default=verb.sent.end)
        amounts = dict.fromkeys(self.parsed.amounts.values())
        return [a for a in amounts if verb.i < a.start < end and a.value.unit in {"money", "count", "percent"}]

    def _is_revenue(self, noun: Token) -> bool:
        words = {noun.lemma_.lower(), *(c.lower_ for c in syn.children(noun, "compound"))}
        return any(words & nouns for nouns in self.lexicon.earning_nouns)


def _agents(noun: Token) -> list[Token]:
    """The subject of the verb that a noun hangs on."""
    verb = syn.verb_over(noun, "prep", "agent")
    return [t for t in syn.agent(verb) if t.i != noun.i] if verb is not None else []


def _objects_of_noun(noun: Token, preposition: str) -> list[Token]:
    """What a preposition ties to a noun, directly, by another phrase, or by the verb whose object the noun is."""
    found = syn.objects_of(noun, preposition)
    if found or preposition == "of":
        return found
    # "a bid by X for Y": the second phrase may hang on the first
    phrases = [p for q in syn.children(noun, "prep") for p in syn.children(q, "pobj")]
    found = [t for p in phrases for t in syn.objects_of(p, preposition)]
    if not found and noun.dep_ in {"dobj", "nsubjpass"}:
        beside = [q for q in syn.children(noun.head, "prep") if q.lower_ == preposition]
        found = [t for q in beside for t in syn.children(q, "pobj")]
    return found


def _beneficiaries(noun: Token) -> list[Token]:
    """Who is helped by a purpose: the receiver in "rents servers to X for the operation of Y"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ != "for":
        return []
    host = preposition.head if syn.is_verb(preposition.head) else syn.governing_verb(preposition)
    receivers = syn.objects_of(host, "to") if host is not None else []
    return receivers or ([preposition.head] if preposition.head.pos_ == "PROPN" else [])
