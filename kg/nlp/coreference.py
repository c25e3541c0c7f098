"""Which named thing a pronoun or a phrase such as "the company" means.

What a text defines ("the Company", "we") is looked up. For all else the names that were said before are ranked
(kg.nlp.antecedents), and the best is taken where it is likely enough: a phrase whose best candidate is not clear
stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp.annotation import Named, Parsed
from kg.nlp.antecedents import (
    FAR,
    GROUP,
    NOMINAL,
    PERSON,
    REACH,
    SELF,
    THING,
    Candidate,
    Context,
    Features,
    Words,
    candidates,
    fitted,
    is_empty,
    none_of,
)
from kg.nlp.discourse import WE, History, Said, Spot, announced, quoted, role_of, said, told_by_we
from kg.nlp.seats import Finder, Seats
from kg.nlp.speech import Speech

_SORTS = {
    **dict.fromkeys(("it", "its", "itself"), THING),
    **dict.fromkeys(("their", "they", "them", "themselves"), GROUP),
    **dict.fromkeys(("he", "she", "his", "her", "him", "hers", "himself", "herself"), PERSON),
    **dict.fromkeys(WE, SELF),
}
_ORDINALS = frozenset({"former", "latter"})
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a document tells beforehand."""

    descriptions: dict[str, frozenset[str]]
    """Names, with the nouns that the text calls them."""
    defined: dict[str, Named]
    """The terms of a filing ("company", "we"), with who is meant."""
    topic: Named | None
    """What the document is about."""
    often: Mapping[str, int] = field(default_factory=dict)
    """How often it names each thing."""
    told: frozenset[str] = frozenset()
    """Names behind "we" in a sentence."""
    seats: Seats = field(default_factory=Seats)
    """Where bodies sit."""


Watch = Callable[[str, Spot, list[Candidate], Features], None]
"""Called with each ranking: the sort of word, the spot, its candidates and the features of none of them."""


@dataclass(frozen=True)
class Resolver:
    """Adds mentions by pronoun and description to parsed passages."""

    lexicon: Lexicon
    watch: Watch | None = None

    @cached_property
    def _people(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("title"))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(k for k in self.lexicon.kinds_like("nameWord") if k not in self._people)

    @cached_property
    def _words(self) -> Words:
        nouns = (self.lexicon.words(kind, "descriptor") for kind in self._bodies)
        return Words(
            sold=frozenset(self.lexicon.kinds_like("partNoun")),
            firms=frozenset(self.lexicon.kinds_like("nameEnding")),
            bodies=frozenset(w.lower() for words in nouns for w in words),
            doing=frozenset(w for kind in self._bodies for w in self.lexicon.words(kind, "agentOf")),
            sharing=self.lexicon.words("Sharer", "verb"),
        )

    @cached_property
    def _seats(self) -> Finder:
        return Finder(self.lexicon)

    @cached_property
    def _described(self) -> dict[str, frozenset[str]]:
        table: dict[str, set[str]] = {}
        for kind in self.lexicon.kinds_with("descriptor"):
            for word in self.lexicon.words(kind, "descriptor"):
                table.setdefault(word.lower(), set()).update(self.lexicon.ontology.below(kind))
        return {w: frozenset(k) for w, k in table.items()}

    def resolve(self, passages: Sequence[Parsed], known: Known) -> None:
        """Add mentions in place."""
        history, speech = History(), Speech(passages, self.lexicon)
        known = replace(known, told=told_by_we(passages), seats=self._seats.seats(passages))
        for number, parsed in enumerate(passages):
            if not parsed.passage.is_prose:
                continue
            quotes, first = quoted(parsed), len(history.sentences)
            themselves = []
            for sent in parsed.doc.sents:
                for token in sent:
                    if _SORTS.get(token.lower_) == SELF:
                        themselves.append(token)
                    elif self._may_refer(token, known) and token.i not in parsed.mentions:
                        self._add(Spot(token, parsed, history, number, quotes), known)
                whole = Spot(sent[-1], parsed, history, number, quotes)
                history.add(list(said(whole, sent.start, sent.end)))
            # who says "we" may be told behind the quotation
            for token in themselves:
                if token.i not in parsed.mentions:
                    spot = Spot(token, parsed, History(history.sentences[:first], history.counts), number, quotes)
                    self._add_self(spot, known, speech)

    def _may_refer(self, token: Token, known: Known) -> bool:
        """Whether a word can mean something said elsewhere; of most words of a text that is plain."""
        if (word := token.lower_) in _SORTS or word in _ORDINALS:
            return True
        lemma = token.lemma_.lower()
        return lemma in self._described or lemma in known.defined

    def _add(self, spot: Spot, known: Known) -> None:
        found = self._antecedent(spot, known)
        if found is not None:
            _add(spot.parsed, spot.token, found)

    def _add_self(self, spot: Spot, known: Known, speech: Speech) -> None:
        if spot.token.i in spot.quotes:
            found = speech.body_of(spot.token, spot.passage)
        else:
            found = known.defined.get("we") or self._ranked(spot, SELF, known, (self._bodies, FAR))
        if found is not None:
            _add(spot.parsed, spot.token, found)

    def _antecedent(self, spot: Spot, known: Known) -> Named | None:
        """Who is meant, by the sort of word that refers."""
        token, word = spot.token, spot.token.lower_
        sort = _SORTS.get(word)
        if is_empty(token, self.lexicon.words("Impersonal", "word")):
            return None
        if sort == THING:
            return self._ranked(spot, sort, known, (self._bodies | self._words.sold, REACH))
        if sort == GROUP:
            return self._ranked(spot, sort, known, (self._bodies, REACH))
        if sort == PERSON:
            return self._ranked(spot, sort, known, (self._people, REACH))
        if word in _ORDINALS and token.dep_ in _ARGUMENT and _definite(token):
            return self._ordinal(spot)
        return self._nominal(spot, known)

    def _nominal(self, spot: Spot, known: Known) -> Named | None:
        """ "The company", "the Leeds-based chipmaker": a definite noun for a kind of thing, with nothing behind it."""
        token, word = spot.token, spot.token.lemma_.lower()
        kinds = self._described.get(word, frozenset()) & (self._bodies | self._people | self._words.sold)
        is_term = token.text[0].isupper() and word in known.defined
        if not (kinds or is_term) or not _refers_back(token):
            return None
        if is_term:
            return known.defined[word]
        if word in self.lexicon.words("Anyone", "never"):
            return None
        place = self._seats.place_of(token, spot.parsed)
        found = self._seated(spot, known, kinds, place) if place else None
        found = found or self._ranked(spot, NOMINAL, known, (kinds, FAR), place)
        if found is not None and place:
            known.seats.add(found.name, place)
        return found

    def _seated(self, spot: Spot, known: Known, kinds: frozenset[str], place: str) -> Named | None:
        """The only thing of these kinds that was named and is known to sit at a place."""
        said = [m.named for sentence in (*spot.history.sentences, spot.here()) for m in sentence]
        mates = spot.clause_mates()
        fit = [n for n in said if n.kind in kinds and n.name not in mates and known.seats.fits(n.name, place)]
        return fit[-1] if len({n.name for n in fit}) == 1 else None

    def _ranked(
        self, spot: Spot, sort: str, known: Known, among: tuple[frozenset[str], int], place: str = ""
    ) -> Named | None:
        """The best of the names of these kinds in so many sentences before, where it is likely enough.

        None that sits elsewhere than at `place`, if one is told.
        """
        kinds, reach = among
        before = [m for sentence in spot.history.sentences[-reach:] for m in sentence]
        mentions = [m for m in (*before, *spot.here(), *announced(spot)) if m.named.kind in kinds]
        word, is_nominal = spot.token.lemma_.lower(), sort == NOMINAL
        if is_nominal:
            mates = spot.clause_mates()
            mentions = [m for m in mentions if m.named.name not in mates]
        if sort == SELF:
            mentions = [m for m in mentions if m.named.name not in known.told]
        if is_nominal or (sort == SELF and known.topic is not None and known.topic.name not in known.told):
            mentions = _with_topic(mentions, known.topic, kinds)
        if place:
            mentions = [m for m in mentions if not known.seats.bars(m.named.name, place)]
        called = frozenset(m.named.name for m in mentions if word in known.descriptions.get(m.named.name, ()))
        if is_nominal and word not in self.lexicon.words("Anyone", "bare"):
            mentions = self._so_called(spot, mentions, called)
        context = Context(known.topic.name if known.topic else "", known.often, called, self._words)
        found = candidates(spot, context, mentions)
        none = none_of(spot, found, context)
        if self.watch is not None and found:
            self.watch(sort, spot, found, none)
        return fitted()[sort].best(found, none)

    def _so_called(self, spot: Spot, mentions: list[Said], called: frozenset[str]) -> list[Said]:
        """Of a chipmaker or bank: who is called so or has the word in its name, else bodies that were subjects."""
        word = spot.token.lemma_.lower()
        alike = [m for m in mentions if m.named.name in called or word in m.named.name.lower().split()]
        apart = word in self.lexicon.words("Anyone", "onlyCalled")
        if alike or apart or role_of(spot.token) not in {"subject", "owner"}:
            return alike
        subjects = {m.named.name for m in mentions if m.role == "subject" and m.named.kind in self._bodies}
        return [m for m in mentions if m.named.name in subjects]

    def _ordinal(self, spot: Spot) -> Named | None:
        """ "The former" and "the latter": first and second of the last two bodies named."""
        for sentence in (spot.here(), *spot.history.sentences[-1:]):
            names = [m.named for m in sentence if m.named.kind in self._bodies and m.named.mention.how == "name"]
            bodies = list({n.name: n for n in names}.values())
            if len(bodies) >= 2:
                return bodies[-2 if spot.token.lower_ == "former" else -1]
        return None


def _with_topic(mentions: list[Said], topic: Named | None, kinds: frozenset[str]) -> list[Said]:
    """Mentions, and before them what the document is about if it was not mentioned lately."""
    if topic is None or topic.kind not in kinds or any(m.named.name == topic.name for m in mentions):
        return mentions
    return [Said(topic, "other", -1, -1, False, False), *mentions]


def _add(parsed: Parsed, token: Token, antecedent: Named) -> None:
    """Make a pronoun, or a noun with what stands before it, a mention of its antecedent."""
    nominal = token.pos_ != "PRON"
    start = min((t.i for t in token.lefts), default=token.i) if nominal else token.i
    begin, end = parsed.span(start, token.i + 1)
    text = parsed.words(start, token.i + 1)
    before = antecedent.mention
    chain = ((before.start, before.end), *before.chain)
    mention = replace(before, start=begin, end=end, text=text, how="nominal" if nominal else "pronoun", chain=chain)
    parsed.mentions[token.i] = Named(start, token.i + 1, token.i, mention)


def _definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in token.children)


def _refers_back(token: Token) -> bool:
    """Whether "the" and a noun stand alone, so that they can mean what was named before."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ in {"appos", "compound", "attr"}:
        return False
    return _definite(token) and not _continued(token) and not any(c.dep_ == "appos" for c in token.children)


def _continued(token: Token) -> bool:
    """Whether words behind the noun say which one is meant, so that it is no reference back."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return any(c.dep_ in {"relcl", "acl"} or (c.dep_ == "prep" and c.lower_ == "of") for c in token.rights) or (
        following is not None and (following.pos_ == "PROPN" or following.dep_ == "compound")
    )
