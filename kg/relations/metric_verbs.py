"""Verbs that are metrics themselves: "employs 140 people", "costs €19 a month", "pays X $2 million"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Change
from kg.nlp import Amount, Named
from kg.nlp import syntax as syn
from kg.relations.metrics import Metric
from kg.relations.owners import OwnerFinder
from kg.relations.sayings import Said


@dataclass(frozen=True)
class MetricVerbs:
    """Reads numbers off verbs, with the owners that stand beside them."""

    owners: OwnerFinder

    def read(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """What a verb says of whom."""
        if syn.is_verb(verb):
            yield from self._billed(verb)
            yield from self._acting(verb)

    def _billed(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """ "is charged €4 million a month": what the patient spends."""
        numbers = self.owners.numbers
        for metric in numbers.words.of_patients.get(verb.lemma_.lower(), ()):
            amounts = [a for a in numbers.of(verb) if a.value.unit == "money" and a.start > verb.i]
            payers = self.owners.named(syn.patient(verb), self.owners.bodies) if amounts else []
            for payer in payers:
                yield Metric(metric, verb, verb.i), payer, Said(Change.LEVEL, amounts[0].value, verb)

    def _acting(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """ "employs 140 people": the first number that suits the verb's metric is its subject's."""
        metrics = list(self._metrics(verb))
        if not metrics or self.owners.numbers.args.places.buys_property(verb):
            return
        for metric, change in metrics:
            amount = next((a for a in self.owners.numbers.of(verb) if self._suits(metric, a, verb)), None)
            if amount is None or self._is_deal(metric, verb):
                continue
            for owner in self.owners.named(syn.agent(verb), self.owners.measured):
                yield Metric(metric, verb, verb.i), owner, Said(change, amount.value, verb)

    def _metrics(self, verb: Token) -> Iterator[tuple[str, Change]]:
        for said, phrases in self.owners.numbers.words.verbs.get(verb.lemma_.lower(), {}).items():
            if any(all(any(c.lower_ == r for c in verb.children) for r in rest) for rest in phrases):
                yield said

    def _is_deal(self, metric: str, verb: Token) -> bool:
        """Whether the money goes into a named company: then it belongs to that fact."""
        if not self.owners.lexicon.words(metric, "notWithCompany"):
            return False
        mentions = self.owners.numbers.args.parsed.mentions
        named = (mentions.get(t.i) for t in syn.objects_of(verb, "in", "into"))
        return any(n is not None and n.kind in self.owners.bodies for n in named)

    def _suits(self, metric: str, amount: Amount, verb: Token) -> bool:
        """Money for money metrics; for counts the counted noun must be the metric's."""
        numbers = self.owners.numbers
        if counts := numbers.lexicon.words(metric, "counts"):
            return amount.value.unit == "count" and numbers.counted(amount) in counts
        following = numbers.args.parsed.doc[amount.end : amount.end + 2].text.lower()
        if following in {"a share", "per share"}:
            return False  # earnings or dividends a share
        units = numbers.lexicon.words(metric, "unit")
        return amount.value.unit == "money" and amount.start > verb.i and (not units or "money" in units)
