"""How many of something a company has: "operates 300 stores", "its 40 lawyers", "a chain of 38 garden centres"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.model import Change, Status
from kg.nlp import Amount, Named
from kg.nlp import syntax as syn
from kg.relations.metrics import Metric
from kg.relations.owners import OwnerFinder
from kg.relations.sayings import Said


@dataclass(frozen=True)
class Holdings:
    """Reads counts of things that are no metric by their own name."""

    owners: OwnerFinder

    def read(self, sent: Span) -> Iterator[tuple[Metric, Named, Said]]:
        """What is counted in a sentence, and whose it is."""
        numbers = self.owners.numbers
        for amount in numbers.within(sent):
            noun = self._counted(amount)
            if noun is None or self.owners.metrics.ending_at(noun) is not None:
                continue
            owner = next(self._owners(noun), None)
            if owner is not None:
                start = min((t.i for t in syn.children(noun, "compound", "amod") if t.i >= amount.end), default=noun.i)
                metric = Metric(self._metric(noun), noun, start)
                # "its 40 lawyers" takes for granted that there are so many
                status = Status.ASSERTED if syn.children(noun, "poss") else None
                yield metric, owner, Said(Change.LEVEL, amount.value, syn.governing_verb(noun) or noun, status=status)

    def _metric(self, noun: Token) -> str:
        """The metric that counts such things, else the one whose words are told."""
        lexicon = self.owners.lexicon
        metrics = sorted(lexicon.ontology.metrics)
        counting = [m for m in metrics if noun.lemma_.lower() in lexicon.words(m, "counts")]
        return (counting or [m for m in metrics if lexicon.words(m, "named")])[0]

    def _counted(self, amount: Amount) -> Token | None:
        """The common noun, in the plural, that a number counts."""
        numbers = self.owners.numbers
        if amount.value.unit != "count" or amount.value.number is None or amount.value.number < 2:
            return None
        root = numbers.root(amount)
        noun = root.head
        if root.dep_ == "nummod" and noun.tag_ == "NNS" and noun.i >= amount.end:
            return None if numbers.is_time(noun.lemma_.lower()) or noun.i in numbers.args.parsed.mentions else noun
        return None

    def _owners(self, noun: Token) -> Iterator[Named]:
        """Whose the counted things are: an owner's, the subject's of a verb of having, or those of "a chain of"."""
        lexicon = self.owners.lexicon
        yield from self._bodies(syn.children(noun, "poss"))
        if noun.dep_ == "dobj" and syn.is_verb(noun.head):
            if noun.head.lemma_.lower() in lexicon.words("Count", "verb"):
                yield from self._bodies(syn.agent(noun.head))
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of":
            described = self.owners.numbers.args.described.get(noun.head.head.i, ())
            yield from (n for n in described if n.kind in self.owners.bodies)
        elif noun.dep_ == "pobj" and noun.head.lower_ in {"to", "for"}:
            verb = syn.governing_verb(noun)
            if verb is not None and verb.lemma_.lower() in lexicon.words("Count", "serving"):
                yield from self._bodies(syn.agent(verb))

    def _bodies(self, tokens: list[Token]) -> Iterator[Named]:
        named = self.owners.named(tokens, self.owners.bodies)
        yield from named if len(named) == 1 else []  # how many two have together says of neither how many
