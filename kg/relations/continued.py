"""Numbers without a metric word of their own, which go on from a number before them.

"Revenue rose 9 percent, to $612 million, above the $598 million that analysts had forecast and against $560 million a
year earlier": the last three are revenue too, one of them expected, one of another time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Span, Token

from kg.model import Change, Status
from kg.nlp import Amount, Named
from kg.relations.metric_words import TURNS
from kg.relations.numbers import RELATIVE_UNITS, Numbers
from kg.relations.reading import Reading

_NEAR = 3  # words before a number where "up" or "a rise of" stands
_CLAUSE = 9  # words around a number that may say whose expectation it is


@dataclass(frozen=True)
class Continuations:
    """Reads what is left of a sentence's numbers once its metric words are read."""

    numbers: Numbers

    def read(self, sent: Span, found: Sequence[Reading], last: Reading | None) -> list[Reading]:
        """The readings of a sentence with those that go on from them, or from the `last` of the text before."""
        readings = list(found)
        amounts = self.numbers.within(sent)
        used = {r.value.text for r in readings if r.value is not None}
        for place, amount in enumerate(amounts):
            if amount.value.text in used:
                continue
            start = amounts[place - 1].end if place else sent.start
            end = amounts[place + 1].start if place + 1 < len(amounts) else sent.end
            around = sent.doc[max(start, amount.start - _CLAUSE) : min(end, amount.end + _CLAUSE)]
            ahead = [r for r in readings if r.trigger.i < amount.start]
            if ahead and ahead[-1].change is Change.SHARE:
                readings += self._shared(ahead[-1], amount)
                continue
            before = [r for r in ahead if r.change is not Change.SHARE]
            alike = [r for r in before if _alike(r, amount)]
            if before:
                self._go_on(readings, (before[-1], (alike or before)[-1]), amount, around)
            elif last is not None and not readings:
                readings += self._expected(last, amount, around)
        return readings

    def _go_on(self, readings: list[Reading], bases: tuple[Reading, Reading], amount: Amount, around: Span) -> None:
        """Add what a number says beyond its base, or that the base came from it.

        `bases` are the last reading before the number and the last one of the same unit.
        """
        last, base = bases
        if self.numbers.before(amount) == "from":
            change = base.change if base.change in TURNS else self._direction(amount)
            if change is not None and _alike(base, amount):
                come = base.with_qualifiers(**{"from": amount.value.text})
                readings[readings.index(base)] = replace(base, change=change, qualifiers=come)
            return
        place = readings.index(last) + 1
        readings[place:place] = self._next(last, base, amount, around)

    def _next(self, last: Reading, base: Reading, amount: Amount, around: Span) -> Iterator[Reading]:
        """The reading that a number adds."""
        relative = last.value is None or last.value.unit in RELATIVE_UNITS
        if (change := self._direction(amount)) is not None:
            yield self._of(last, amount, change)
        elif self.numbers.before(amount) == "to" and last.change in TURNS and relative:
            if amount.value.unit in (self.numbers.lexicon.words(last.metric, "unit") or {amount.value.unit}):
                yield self._of(last, amount, last.change)
        elif _alike(base, amount):
            expected = list(self._expected(base, amount, around))
            if expected or self.numbers.before(amount) not in self.numbers.lexicon.words("Comparison", "word"):
                yield from expected
            else:
                compared = base.with_qualifiers(period=self.numbers.time_behind(amount), **{"from": ""})
                yield self._of(replace(base, status=Status.ASSERTED, qualifiers=compared), amount, Change.LEVEL)

    def _expected(self, base: Reading, amount: Amount, around: Span) -> Iterator[Reading]:
        """What somebody had expected: "above the $598 million that analysts had forecast"."""
        words = self.numbers.lexicon.words("Consensus", "word")
        if _alike(base, amount) and any({t.lower_, t.lemma_.lower()} & words for t in around):
            left = base.with_qualifiers(**{"from": ""})
            yield self._of(replace(base, status=Status.EXPECTED, qualifiers=left), amount, Change.LEVEL)

    def _shared(self, base: Reading, amount: Amount) -> Iterator[Reading]:
        """Another's share of the same whole: "30% from A and 10% from B", "A for 30% and B for 10%"."""
        part = self._of(base, amount, Change.SHARE) if _alike(base, amount) else None
        owner, party = self._possessor(amount), self._party(amount)
        if part is not None and owner is not None and base.counterparty is None:
            yield replace(part, subject=owner)
        elif part is not None and party is not None and party.name != base.subject.name:
            yield replace(part, counterparty=party, qualifiers=base.with_qualifiers(counterparty=party.name))

    def _party(self, amount: Amount) -> Named | None:
        """Who stands right before "for", or behind "from", of a number."""
        parsed = self.numbers.args.parsed
        if amount.end + 1 < len(parsed.doc) and parsed.doc[amount.end].lower_ in {"from", "to"}:
            return parsed.mentions.get(amount.end + 1)
        tie = next((t for t in self._words_before(amount) if t.lower_ == "for"), None)
        return parsed.mentions.get(tie.i - 1) if tie is not None else None

    def _possessor(self, amount: Amount) -> Named | None:
        tie = next((t for t in self._words_before(amount) if t.dep_ == "case"), None)
        return self.numbers.args.parsed.mentions.get(tie.i - 1) if tie is not None else None

    def _direction(self, amount: Amount) -> Change | None:
        """The change in the words beside a number: ", up 17 percent", "a rise of 17 percent", "a 17 percent rise"."""
        doc = self.numbers.args.parsed.doc
        if amount.end < len(doc) and (change := self.numbers.direction(doc[amount.end], "noun")) is not None:
            return change
        for token in self._words_before(amount):
            change = self.numbers.direction(token, "adverb") or self.numbers.direction(token, "noun")
            if change is not None:
                return change
        return None

    def _words_before(self, amount: Amount) -> Iterator[Token]:
        doc = self.numbers.args.parsed.doc
        near = reversed(doc[max(amount.start - 1 - _NEAR, doc[amount.start].sent.start) : amount.start])
        yield from takewhile(lambda t: t.pos_ not in {"PUNCT", "NUM"} and t.tag_ not in {"VBD", "VBZ", "VBP"}, near)

    def _of(self, base: Reading, amount: Amount, change: Change) -> Reading:
        number = self.numbers.root(amount)
        return replace(base, change=change, value=amount.value, trigger=number, rule="continued", counterparty=None)


def _alike(base: Reading, amount: Amount) -> bool:
    """Whether two numbers are of one unit."""
    value, other = base.value, amount.value
    return value is not None and (value.unit, value.currency) == (other.unit, other.currency)
