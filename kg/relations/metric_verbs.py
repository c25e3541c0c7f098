"""Verbs that are metrics themselves: "employs 140 people", "costs €19 a month", "holds 30% of the market"."""

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
            yield from self._holding(verb)

    def _billed(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """ "is charged €4 million a month", "is priced at €9": what the patient spends or costs."""
        numbers = self.owners.numbers
        for metric in numbers.words.of_patients.get(verb.lemma_.lower(), ()):
            amounts = [a for a in numbers.of(verb) if a.value.unit == "money" and a.start > verb.i]
            payers = self.owners.named(self._patients(verb), self.owners.measured) if amounts else []
            for payer in payers:
                yield Metric(metric, verb, verb.i), payer, Said(Change.LEVEL, amounts[0].value, verb)

    def _patients(self, verb: Token) -> list[Token]:
        """The patient, or where the parser sees none, the name that follows the verb."""
        parsed = self.owners.numbers.args.parsed
        behind = (parsed.mentions.get(verb.i + step) for step in (1, 2))
        named = next((n for n in behind if n is not None), None)
        return syn.patient(verb) or ([parsed.doc[named.root]] if named is not None else [])

    def _acting(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """ "employs 140 people": the first number that suits the verb's metric is its subject's."""
        metrics = list(self._metrics(verb))
        if not metrics or self.owners.numbers.args.places.buys_property(verb):
            return
        for metric, change in metrics:
            amount = next((a for a in self.owners.numbers.of(verb) if self._suits(metric, a, verb)), None)
            if (amount is None and not self._turns(metric, change, verb)) or self._is_deal(metric, verb):
                continue
            owners = self.owners.acting(verb)
            if len(owners) > 1 and not any(t.lower_ == "each" for t in verb.sent):
                continue  # how many they employ together says of none how many
            for owner in owners:
                if owner.kind in self.owners.bodies and self.owners.lexicon.words(metric, "ownName"):
                    continue  # what a company sells something for is not its price
                yield Metric(metric, verb, verb.i), owner, Said(change, amount.value if amount else None, verb)

    def _holding(self, verb: Token) -> Iterator[tuple[Metric, Named, Said]]:
        """ "has 70% of the Belgian market", "holds a 30 percent share of the search market"."""
        numbers = self.owners.numbers
        for metric in numbers.words.holding.get(verb.lemma_.lower(), ()):
            for amount in numbers.of(verb):
                whole = self._whole(metric, amount)
                if whole is None or amount.value.unit != "percent":
                    continue
                for owner in self.owners.acting(verb):
                    yield Metric(metric, verb, verb.i), owner, Said(Change.SHARE, amount.value, verb, whole=whole)

    def _whole(self, metric: str, amount: Amount) -> Token | None:
        """The market that an amount is a share of."""
        numbers = self.owners.numbers
        root = numbers.root(amount)
        noun = root if not syn.children(root, "prep") and root.head.pos_ == "NOUN" else None
        parts = [root, noun] if noun is not None and noun.dep_ in {"compound", "nummod", "nmod"} else [root]
        parts += [root.head] if root.dep_ in {"compound", "nummod", "nmod", "amod"} else []
        found = (t for part in parts for t in syn.objects_of(part, "of"))
        return next((t for t in found if t.lemma_.lower() in numbers.lexicon.words(metric, "whole")), None)

    def _metrics(self, verb: Token) -> Iterator[tuple[str, Change]]:
        """The metrics of a verb; where the longer of two phrases fits ("earn from"), only its."""
        known = self.owners.numbers.words.verbs.get(verb.lemma_.lower(), {})
        beside = {c.lower_ for c in verb.children}
        fitting = [(len(rest), said) for said, phrases in known.items() for rest in phrases if beside.issuperset(rest)]
        longest = max((length for length, _ in fitting), default=0)
        yield from dict.fromkeys(said for length, said in fitting if length == longest)

    def _turns(self, metric: str, change: Change, verb: Token) -> bool:
        """ "laid off more employees": a change without a number, of what the metric counts."""
        counts = self.owners.lexicon.words(metric, "counts")
        counted = (t for t in syn.patient(verb) if t.tag_ == "NNS")
        return change is not Change.LEVEL and any(t.lemma_.lower() in counts for t in counted)

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
        units = numbers.lexicon.words(metric, "unit")
        counted = numbers.counted(amount)
        if counts := numbers.lexicon.words(metric, "counts"):
            return amount.value.unit == "count" and counted in counts
        if amount.value.unit == "count":
            return "count" in units and amount.start > verb.i and bool(counted) and not numbers.is_time(counted)
        following = numbers.args.parsed.doc[amount.end : amount.end + 2].text.lower()
        if following in {"a share", "per share"}:
            return False  # earnings or dividends a share
        return amount.value.unit == "money" and amount.start > verb.i and (not units or "money" in units)
