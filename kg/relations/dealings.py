"""Between facts and numbers: who makes a part of a revenue is a customer, what a customer pays is what it spends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import Lexicon
from kg.model import Change, Claim, Qualifier, Status, Value
from kg.nlp import Named, Parsed
from kg.ontology import Relation, local_name
from kg.relations.marks import marked
from kg.relations.observations import period_of
from kg.relations.reading import Reading
from kg.relations.standing import StandingReader
from kg.relations.statements import object_name, statement

# what the status of a fact makes of a number that goes with it
_OF_NUMBERS = {
    Status.ASSERTED: Status.ASSERTED,
    Status.PLANNED: Status.EXPECTED,
    Status.POSSIBLE: Status.POSSIBLE,
}
_OF_FACTS = {expected: status for status, expected in _OF_NUMBERS.items()}


@dataclass(frozen=True)
class Dealings:
    """Reads facts from numbers with two parties, and numbers from facts with payments."""

    lexicon: Lexicon
    standing: StandingReader

    def implied(self, reading: Reading, claim: Claim, parsed: Parsed) -> Iterator[Claim]:
        """The facts in a number: "Hexlar makes 20% of Kestria's sales", "sales to Hexlar were $3 million".

        `claim` is the number's own.
        """
        for relation, subject, object_ in self._parties(reading):
            if not relation.allows(subject.kind, object_.kind):
                continue
            status = _OF_FACTS.get(reading.status, reading.status)
            if reading.change is Change.SHARE and reading.status is Status.EXPECTED:
                status = Status.ASSERTED  # how large a customer will be takes for granted that it is one
            beside = self.standing.beside(subject, relation, parsed)
            cue = parsed.span(reading.trigger.i, reading.trigger.i + 1)
            yield replace(
                claim,
                subject=subject.mention,
                predicate=relation.name,
                object=object_.mention,
                evidence=replace(claim.evidence, marks=marked(cue, subject, object_)),
                qualifiers=tuple(sorted(self._told(reading, relation), key=lambda q: q[0])),
                change=None,
                status=beside if status is Status.ASSERTED and beside is not None else status,
            )

    def payments(self, facts: Iterable[Claim], read: Iterable[Reading]) -> Iterator[Claim]:
        """What customers pay again and again, as numbers, where the readings have none of them."""
        known = {reading.value.text for reading in read if reading.value is not None}
        for claim in facts:
            amount = dict(claim.qualifiers).get("amount")
            if not isinstance(amount, Value) or not amount.per or amount.text in known:
                continue
            for metric in self._metrics_of(claim):
                yield replace(
                    claim,
                    predicate=metric,
                    object=amount,
                    status=_OF_NUMBERS[claim.status],
                    evidence=replace(claim.evidence, marks=tuple(m for m in claim.evidence.marks if m[0] != "object")),
                    qualifiers=(("counterparty", object_name(claim)), ("period", period_of(amount))),
                    change=Change.LEVEL,
                )

    def _parties(self, reading: Reading) -> Iterator[tuple[Relation, Named, Named]]:
        """The relations of a number's owner and its other party, with subject and object."""
        other = reading.counterparty
        if other is None or reading.change not in {Change.SHARE, Change.LEVEL}:
            return
        relations = self.lexicon.ontology.relations
        for name in sorted(self.lexicon.words(reading.metric, "shareImplies")):
            yield relations[local_name(name)], other, reading.subject
        if reading.change is Change.LEVEL:
            for name in sorted(self.lexicon.words(reading.metric, "impliedBy")):
                yield relations[local_name(name)], reading.subject, other

    def _told(self, reading: Reading, relation: Relation) -> Iterator[tuple[str, Qualifier]]:
        """The number and its time as qualifiers of a fact."""
        given = dict(reading.qualifiers)
        if given.get("period"):
            yield "period", given["period"]
        value = given.get("share", reading.value)
        name = "share" if reading.change is Change.SHARE else "amount"
        if value is not None and name in self.lexicon.words(relation.name, "takes"):
            yield name, value

    def _metrics_of(self, claim: Claim) -> Iterator[str]:
        for metric in sorted(self.lexicon.ontology.metrics):
            implying = {local_name(name) for name in self.lexicon.words(metric, "impliedBy")}
            if claim.predicate in implying and claim.status in _OF_NUMBERS:
                yield metric


def with_shares(facts: Sequence[Claim], implied: Sequence[Claim]) -> list[Claim]:
    """The facts of a passage with the shares that its numbers give: of "30% from A and 10% from B" each its own."""
    shares = {statement(claim): share for claim in implied if (share := dict(claim.qualifiers).get("share"))}
    found = []
    for claim in facts:
        share, own = shares.get(statement(claim)), dict(claim.qualifiers)
        if share is not None and "share" in own:
            claim = replace(claim, qualifiers=tuple(sorted((own | {"share": share}).items(), key=lambda q: q[0])))
        found.append(claim)
    return found
