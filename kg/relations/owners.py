"""Whose a number is: the company, body or product that a metric is measured of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Change, Status
from kg.nlp import Named
from kg.nlp import syntax as syn
from kg.relations.metrics import Metric, MetricFinder
from kg.relations.numbers import Numbers
from kg.relations.sayings import Said


@dataclass(frozen=True)
class OwnerFinder:
    """Finds the owners of metrics in one passage."""

    numbers: Numbers
    metrics: MetricFinder

    @property
    def lexicon(self) -> Lexicon:
        """The words of kinds."""
        return self.numbers.lexicon

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Kinds that earn, spend and employ."""
        return frozenset(self.lexicon.kinds_like("nameWord"))

    @cached_property
    def measured(self) -> frozenset[str]:
        """Kinds that have metrics: bodies and products."""
        return self.bodies | frozenset(self.lexicon.kinds_like("partNoun"))

    def topic(self, sentence: Iterable[Token]) -> Named | None:
        """The body that a sentence is about: its first subject or the owner of it."""
        for token in sentence:
            if token.dep_ in {"nsubj", "nsubjpass"}:
                for t in (token, *self.numbers.args.places.owners(token)):
                    named = self._mention(t)
                    if named is not None and named.kind in self.bodies:
                        return named
        return None

    def of(self, metric: Metric, said: Said, topic: Named | None) -> Named | None:
        """Whose a metric is, by the nearest place that names somebody, or what the text is about."""
        for tokens in self._places(metric, said):
            found = next((n for t in tokens if (n := self._stands_for(t)) is not None), None)
            if found is not None and not self._estimates(found, said):
                return found
        if self.lexicon.words(metric.name, "ownName") or self._of_another(metric, said):
            return None
        args = self.numbers.args
        own = any(c.dep_ == "poss" for c in metric.token.children)
        first = args.topic if said.change is Change.SHARE and not own else args.topic or args.lead or topic
        return first if first is not None and self._is_company(first) else None

    def _estimates(self, named: Named, said: Said) -> bool:
        """Whether a bank or broker forecasts a number that is that of another, whom the text is about."""
        topic = self.numbers.args.topic or self.numbers.args.lead
        if topic is None or topic.name == named.name or not syn.is_verb(said.verb):
            return False
        clause = [said.verb, *said.verb.ancestors]
        foresees = any(t.lemma_ in self.lexicon.words(Status.EXPECTED, "governor") for t in clause)
        acts = any(self._mention(s) == named for t in clause for s in syn.surface_subject(t) if syn.is_verb(t))
        return foresees and acts and not self.lexicon.words("Estimator", "word").isdisjoint(named.name.split())

    def _of_another(self, metric: Metric, said: Said) -> bool:
        """Whether the clause has a subject that is somebody or something else, though nobody can tell who."""
        if said.change is Change.SHARE or not syn.is_verb(said.verb):
            return False  # the subject of a share is its part
        subjects = [t for t in syn.surface_subject(said.verb) if t.pos_ == "NOUN" and self._mention(t) is None]
        return any(not self._is_own(t, metric) for t in subjects)

    def _is_own(self, noun: Token, metric: Metric) -> bool:
        """Whether a noun is the metric itself, a word for those who act for a body, or for a body."""
        word = noun.lemma_.lower()
        own = word in self.lexicon.words("Deputy", "word") | self.lexicon.words("Anyone", "bare")
        return (
            own
            or syn.is_measure(noun)
            or noun.i == metric.token.i
            or metric.token in noun.subtree
            or noun.lemma_ in self.numbers.words.change_nouns
        )

    def named(self, tokens: Iterable[Token], kinds: frozenset[str]) -> list[Named]:
        """The mentions that noun phrases stand for, common nouns left out."""
        return [n for t in tokens for n in self.numbers.args.expand(t, kinds) if n.mention.how != "generic"]

    def acting(self, verb: Token) -> list[Named]:
        """Who does what a verb says, by name or as whose board or unit acts."""
        found = self.named(syn.agent(verb), self.measured)
        stand_in = (self._stands_for(t) for t in syn.agent(verb))
        return found or [n for n in stand_in if n is not None]

    def sharers(self, metric: Metric, said: Said, owner: Named, past: Sequence[tuple[str, Named]]) -> list[Named]:
        """Who makes a share: "X represents 25% of", "gets 25% of its revenue from X", "depends on X for 25%".

        `past` are the metrics read before with their owners, for "this spending".
        """
        if not syn.is_verb(said.verb):
            return []
        sold = [t for t in syn.surface_subject(said.verb) if self.metrics.ending_at(t) is not None]
        bought = [o for t in sold for o in syn.objects_of(t, "to")]
        near = syn.objects_of(metric.token, "from")  # "30% of its revenue from X and 10% from Y"
        for tokens in (bought, syn.agent(said.verb), near, syn.objects_of(said.verb, "from", "on")):
            found = [n for t in tokens for n in self._payers(t, past) if n.name != owner.name]
            if found:
                return found
        return []

    def party(self, metric: Metric, owner: Named) -> Named | None:
        """The other side of money: X in "sales to X were $3 million", "purchases from X"."""
        sides = syn.objects_of(metric.token, "to", "from") if metric.token.pos_ == "NOUN" else []
        named = (self._mention(t) for t in sides)
        return next((n for n in named if n is not None and n.kind in self.bodies and n.name != owner.name), None)

    def _payers(self, token: Token, past: Sequence[tuple[str, Named]]) -> list[Named]:
        """Who a share is of: a body, or whose spending it is."""
        found = self.named((token, *self.numbers.args.places.owners(token)), self.bodies)
        if found or not any(c.lower_ in {"this", "that", "the"} for c in syn.children(token, "det")):
            return found
        metric = self.metrics.ending_at(token)
        meant = {metric.name} if metric is not None else self.metrics.referred_to(token)
        return [owner for name, owner in reversed(past) if name in meant][:1]

    def _places(self, metric: Metric, said: Said) -> Iterator[list[Token]]:
        """Noun phrases where the owner may stand, nearest first."""
        token, args = metric.token, self.numbers.args
        yield syn.children(token, "poss") or syn.children(token.doc[metric.start], "poss")
        yield args.places.owners(token)
        yield syn.objects_of(token, "at", "for", "of")
        yield [t for t in syn.objects_of(token, "from", "to") if self._is_product(t)]
        if said.change is Change.SHARE:
            # whoever makes the part is not whose whole it is, but "X's largest customer" has told whose
            if syn.is_verb(said.verb):
                yield [o for t in syn.surface_subject(said.verb) for h in (t, t.head) for o in syn.children(h, "poss")]
            return
        yield from self._around_noun(token)
        if syn.is_verb(said.verb):
            yield syn.children(said.verb, "dative")  # "gives X a capacity of"
            yield [t for t in syn.agent(said.verb) if t.i != token.i]
            near = [p for p in syn.children(said.verb, "prep") if p.lower_ in {"at", "for"}]
            yield [t for p in near for t in syn.children(p, "pobj")]
        before = [t for t in token.sent if t.i < metric.start and t.lower_ == token.lower_]
        yield [o for t in reversed(before) for o in args.places.owners(t)]  # "X's revenue ..., an expected revenue of"
        yield self._subjects(token)

    def _around_noun(self, token: Token) -> Iterator[list[Token]]:
        """Owners of the noun that a metric word belongs to: "X's revenue growth", "a drop in revenue at X"."""
        noun = token.head.head if token.dep_ == "pobj" else token.head
        if noun.pos_ != "NOUN":
            return
        if token.dep_ == "compound" or noun.lemma_.lower() in self.numbers.words.change_nouns:
            yield self.numbers.args.places.owners(noun)
        yield syn.objects_of(noun, "at", "for")

    def _subjects(self, token: Token) -> list[Token]:
        """Companies that are the subject of the nearest clause around; only they are spoken of by a mere clause."""
        verb = syn.governing_verb(token)
        while verb is not None:
            if subjects := [t for t in syn.surface_subject(verb) if t.i != token.i]:
                known = ((t, self._mention(syn.relative(t))) for t in subjects)
                return [t for t, named in known if named is None or self._is_company(named)]
            verb = syn.governing_verb(verb)
        return []

    def _mention(self, token: Token) -> Named | None:
        return self.numbers.args.parsed.mentions.get(token.i)

    def _is_company(self, named: Named) -> bool:
        return named.kind in self.lexicon.kinds_like("nameEnding")

    def _is_product(self, token: Token) -> bool:
        named = self._mention(token)
        sold = self.lexicon.kinds_like("partNoun")
        return named is not None and named.mention.how == "name" and named.kind in sold

    def _stands_for(self, token: Token) -> Named | None:
        """The body or product that a noun phrase names, describes or belongs to."""
        token = syn.relative(token)
        named = self._mention(token)
        if named is not None and named.kind in self.measured:
            return named
        args = self.numbers.args
        examples = [n for n in args.described.get(token.i, ()) if n.kind in self.measured]
        if examples and token.tag_ != "NNS":
            return examples[0]
        # of a unit without a name, the numbers are its owner's
        deputy = token.lemma_.lower() in self.lexicon.words("Deputy", "word") | self.lexicon.words("Anyone", "never")
        if not (deputy or self.metrics.ending_at(token) is not None or syn.is_measure(token)):
            return None
        owners = (self._mention(o) for o in args.places.owners(token))
        return next((n for n in owners if n is not None and n.kind in self.measured), None)
