"""Numbers whose metric the sentence leaves out, because the words before have named it.

"Kestria shares rose 4 percent, while Hexlar's fell 1 percent"; "its rival Hexlar shed 2 percent"; "A made 34% of our
sales, and B, which came in May, made 12%".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.model import Change
from kg.nlp import Amount, Named
from kg.nlp import syntax as syn
from kg.relations.metrics import Metric
from kg.relations.numbers import RELATIVE_UNITS
from kg.relations.owners import OwnerFinder
from kg.relations.reading import Reading
from kg.relations.sayings import Said, is_nobody

_BACK = 4  # readings before


@dataclass(frozen=True)
class Ellipses:
    """Reads verbs of change and of making a share that stand without a metric word."""

    owners: OwnerFinder

    def read(
        self, sent: Span, found: Sequence[Reading], past: Sequence[Reading]
    ) -> Iterator[tuple[Metric, Named, Said]]:
        """What the verbs of a sentence say that the readings `found` in it and in the text before leave open."""
        recent = [*past[-_BACK:], *found]
        yield from self._shares(sent, found)
        numbers = self.owners.numbers
        read = {r.value.text for r in found if r.value is not None}
        for verb in (t for t in sent if syn.is_verb(t)):
            amounts = [a for a in numbers.of(verb) if a.start > verb.i and a.value.text not in read]
            change = (numbers.direction(verb, "verb") or numbers.beside(verb)) if amounts else None
            if change is None or (syn.children(verb, "dobj") and not self._is_object(verb, amounts[0])):
                continue
            for subject in syn.surface_subject(verb):
                owner, metric = self._moved(subject, recent, amounts)
                if owner is not None and metric:
                    for amount in amounts:
                        if numbers.before(amount) != "from":
                            yield Metric(metric, verb, verb.i), owner, Said(change, amount.value, verb)

    def _shares(self, sent: Span, found: Sequence[Reading]) -> Iterator[tuple[Metric, Named, Said]]:
        """Parts of a whole that was named before: "A made 34% of our sales, and B, which accounted for 12%"."""
        numbers = self.owners.numbers
        read = {r.value.text for r in found if r.value is not None}
        spent = {verb.i for r in found if (verb := syn.governing_verb(r.trigger)) is not None}
        for amount in numbers.within(sent):
            if (
                amount.value.unit != "percent"
                or amount.value.text in read
                or syn.children(numbers.root(amount), "prep")
            ):
                continue
            metric = self._whole(sent, amount)
            verb = syn.governing_verb(numbers.root(amount))
            if metric is None or verb is None or verb.i in spent:
                continue
            makes = {verb.lemma_.lower()} & self.owners.lexicon.words(Change.SHARE, "verb")
            if makes and self._tied(amount, verb) and not is_nobody(verb):
                said = Said(Change.SHARE, amount.value, verb)
                owner = self.owners.of(metric, said, None)
                if owner is not None:
                    yield metric, owner, said

    def _whole(self, sent: Span, amount: Amount) -> Metric | None:
        """The last metric word before a number in its sentence that another number is a part of."""
        before = [m for m in self.owners.metrics.within(sent) if m.token.i < amount.start]
        return next((m for m in reversed(before) if m.token.dep_ == "pobj" and m.token.head.lower_ == "of"), None)

    def _tied(self, amount: Amount, verb: Token) -> bool:
        """Whether a number is the object of a verb, or of its preposition."""
        root = self.owners.numbers.root(amount)
        return root.head.i == verb.i or (root.dep_ == "pobj" and root.head.head.i == verb.i)

    def _moved(self, subject: Token, recent: Sequence[Reading], amounts: Sequence[Amount]) -> tuple[Named | None, str]:
        """Whose what has moved: of "those of X" and "X's" the metric before, of a company alone what it trades at."""
        mentions, lexicon = self.owners.numbers.args.parsed.mentions, self.owners.lexicon
        last = recent[-1].metric if recent else ""
        if subject.lower_ in {"those", "that"}:
            named = self.owners.named(syn.objects_of(subject, "of"), self.owners.bodies)
            return (named[0] if named else None), last
        named_at = mentions.get(subject.i)
        if named_at is None or named_at.kind not in self.owners.bodies or named_at.mention.how != "name":
            return None, ""
        if syn.children(subject, "case") and subject.dep_ != "poss":
            return named_at, last
        traded = {m for m in lexicon.ontology.metrics if lexicon.words(m, "bareSubject")}
        metric = next((r.metric for r in reversed(recent) if r.metric in traded), "")
        return named_at, metric if amounts[0].value.unit in RELATIVE_UNITS else ""

    def _is_object(self, verb: Token, amount: Amount) -> bool:
        return any(amount.start <= t.i < amount.end for t in syn.children(verb, "dobj"))
