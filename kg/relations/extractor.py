"""Annotated documents to claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Claim, Evidence, Qualifier, Status
from kg.models import RelationModel
from kg.nlp import Annotated, Parsed
from kg.relations.arguments import Arguments
from kg.relations.dealings import Dealings, with_shares
from kg.relations.learned import LEARNED, LearnedReader, hit, said_by, status_of
from kg.relations.marks import Marks, marked
from kg.relations.metric_words import MetricWords
from kg.relations.observations import ObservationReader
from kg.relations.pairs import Hit
from kg.relations.qualifiers import qualifiers
from kg.relations.reading import Reading
from kg.relations.rules import RULES
from kg.relations.sequels import with_sequels
from kg.relations.standing import StandingReader
from kg.relations.statements import object_name, statement
from kg.relations.status import StatusReader
from kg.relations.times import FROM, UNTIL

# How much surer or less sure a claim is for the way its parts were read; multiplied with the cue's own.
FACTORS = {"pronoun": 0.85, "nominal": 0.85, "generic": 0.95, "implied": 0.8, "topic": 0.7, "hedged": 0.95}
NUMBER = 0.8  # of an observation
_IMPLIED = frozenset({"agent", "clause", "beneficiary", "holder"})


@dataclass(frozen=True)
class Extractor:
    """Reads claims from annotated documents by the rules and a lexicon, and by a trained model where one is given."""

    lexicon: Lexicon
    model: RelationModel | None = None
    rules: bool = True

    @cached_property
    def status(self) -> StatusReader:
        """Reads whether a trigger's clause is so, planned, possible, denied or over."""
        return StatusReader(self.lexicon)

    @cached_property
    def standing(self) -> StandingReader:
        """Reads the same of a whole hit."""
        return StandingReader(self.lexicon, self.status)

    @cached_property
    def metric_words(self) -> MetricWords:
        """The words that state numbers."""
        return MetricWords(self.lexicon)

    def extract(self, annotated: Annotated) -> Iterator[Claim]:
        """The claims of a document, passage by passage."""
        past: list[Reading] = []
        for number, parsed in enumerate(annotated.passages):
            if not parsed.passage.is_prose:
                continue
            args = Arguments(parsed, self.lexicon, annotated.document.id, annotated.topic, annotated.lead)
            claims = self._strongest(list(self._claims(args, annotated))) if self.rules else []
            facts = with_sequels([*claims, *self._beside(claims, number, args, annotated)], args)
            read = list(ObservationReader(args, self.status, self.metric_words, past).read())
            numbers = [(reading, self._observation(reading, parsed, annotated)) for reading in read]
            implied = [claim for number in numbers for claim in self._dealings.implied(*number, parsed)]
            facts = with_shares(facts, implied)
            yield from (*facts, *implied, *(claim for _, claim in numbers))
            yield from self._dealings.payments(facts, read)

    @cached_property
    def _dealings(self) -> Dealings:
        return Dealings(self.lexicon, self.standing)

    @cached_property
    def _learned(self) -> LearnedReader | None:
        return LearnedReader(self.lexicon, self.model) if self.model is not None else None

    def _beside(self, claims: list[Claim], number: int, args: Arguments, annotated: Annotated) -> Iterator[Claim]:
        """Claims of the model about pairs of which the rules say nothing in that sentence of a passage.

        Where the rules found to whom a subject is so related, or who is so related to it, they are believed: whom
        others pay in a sentence seldom pays somebody there.
        """
        if self._learned is None:
            return
        known = {(frozenset((c.subject.name, object_name(c))), c.evidence.start) for c in claims}
        read = {(c.predicate, end, c.evidence.start) for c in claims for end in (c.subject.name, object_name(c))}
        judged = self._learned.read_passage(annotated, number, known)
        for said in said_by(judged, self.lexicon):
            found = hit(said, args.parsed)
            start, _ = args.parsed.sentence(found.trigger)
            if not _is_void(found, args.parsed) and (found.cue.relation.name, found.subject.name, start) not in read:
                claim = self._claim(found, args, annotated)
                status = status_of(said, claim.status) if claim is not None else None
                if claim is not None and status is not None:
                    yield replace(claim, status=status)

    def _observation(self, reading: Reading, parsed: Parsed, annotated: Annotated) -> Claim:
        cue = parsed.span(reading.trigger.i, reading.trigger.i + 1)
        marks = marked(cue, reading.subject)
        evidence = _evidence(reading.trigger, parsed, annotated, (f"rule:{reading.rule}", marks))
        confidence = (
            NUMBER * FACTORS.get(reading.subject.mention.how, 1.0) * (1.0 if reading.value else FACTORS["implied"])
        )
        return Claim(
            reading.subject.mention,
            reading.metric,
            reading.value,
            reading.status,
            round(confidence, 3),
            evidence,
            reading.qualifiers,
            reading.change,
        )

    def _claims(self, args: Arguments, annotated: Annotated) -> Iterator[Claim]:
        for rule in RULES:
            for found in rule(args):
                claim = None if _is_void(found, args.parsed) else self._claim(found, args, annotated)
                if claim is not None:
                    yield claim

    def _claim(self, hit: Hit, args: Arguments, annotated: Annotated) -> Claim | None:
        parsed = args.parsed
        status = self.standing.of(hit, parsed)
        if status is None:
            return None
        marks = marked(parsed.span(hit.trigger.i, hit.trigger.i + 1), hit.subject, hit.object)
        evidence = _evidence(
            hit.trigger, parsed, annotated, (hit.rule if hit.rule == LEARNED else f"rule:{hit.rule}", marks)
        )
        return Claim(
            hit.subject.mention,
            hit.cue.relation.name,
            hit.object.mention,
            status,
            self._confidence(hit, status),
            evidence,
            self._qualifiers(hit, args),
        )

    def _qualifiers(self, hit: Hit, args: Arguments) -> tuple[tuple[str, Qualifier], ...]:
        found = dict(qualifiers(args, hit))
        if self.standing.is_source(hit, args.parsed):
            found = {name: value for name, value in found.items() if name not in {FROM, UNTIL}}  # of the purchase alone
        if speaker := self.standing.speaker(hit, args.parsed):
            found["attributedTo"] = speaker
        return tuple(sorted(found.items(), key=lambda item: item[0]))

    def _confidence(self, hit: Hit, status: Status) -> float:
        """The cue's confidence times a factor for each part that was not said outright."""
        value = hit.cue.confidence
        for named in (hit.subject, hit.object):
            value *= FACTORS.get(named.mention.how, 1.0)
        if "topic" in hit.places:
            value *= FACTORS["topic"]
        if hit.cue.form == "noun" and _IMPLIED.intersection(hit.places):
            value *= FACTORS["implied"]
        if status is not Status.ASSERTED:
            value *= FACTORS["hedged"]
        return round(value, 3)

    def _strongest(self, claims: list[Claim]) -> list[Claim]:
        """Of what a sentence says of a pair, drop what weaker words say.

        What is denied or over is not asserted by a noun beside it ("no longer buys from Orran, its supplier"), and what
        is asserted is not merely planned or weighed.
        """
        said: dict[tuple[str, str, str, int], set[Status]] = {}
        for c in claims:
            said.setdefault(statement(c), set()).add(c.status)
        return [c for c in claims if _outweighing(c).isdisjoint(said[statement(c)])]


def _outweighing(claim: Claim) -> set[Status]:
    """The statuses that count for more than that of a claim where a sentence says both of the same pair."""
    if claim.status in {Status.PLANNED, Status.POSSIBLE}:
        return {Status.ASSERTED}
    # two verbs may well speak of two times
    beside = claim.status is Status.ASSERTED and claim.evidence.extractor != "rule:verb"
    return {Status.NEGATED, Status.ENDED} if beside else set()


def _evidence(trigger: Token, parsed: Parsed, annotated: Annotated, by: tuple[str, Marks]) -> Evidence:
    """The sentence of a trigger, with the extractor and the marked words."""
    start, end = parsed.sentence(trigger)
    document = annotated.document
    return Evidence(document.id, start, end, document.text[start:end], *by, document.place(start))


def _is_void(hit: Hit, parsed: Parsed) -> bool:
    """Whether nothing is said of the two: in a question, or where a list names both as the same to a third.

    "Orran and Marlow are customers" makes neither a customer of the other.
    """
    ends = (hit.subject, hit.object)
    listed = (
        not hit.cue.relation.symmetric
        and all(parsed.mentions.get(end.root) == end for end in ends)  # what is meant may stand in another passage
        and parsed.doc[hit.object.root] in parsed.doc[hit.subject.root].conjuncts
    )
    return listed or hit.trigger.sent.text.rstrip().endswith("?")
