"""Numbers and directions about named things: "revenue rose 9 percent to $612 million".

A metric word is found first (`metrics`), then what is said of it (`sayings`), then whose it is (`owners`)
and whether it is so (`outlook`). All words are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Token

from kg.model import Change, Qualifier, Value
from kg.nlp import UNITS_OF_TIME, Named
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.continued import Continuations
from kg.relations.elliptic import Ellipses
from kg.relations.holdings import Holdings
from kg.relations.metric_verbs import MetricVerbs
from kg.relations.metric_words import MetricWords
from kg.relations.metrics import Metric, MetricFinder
from kg.relations.numbers import RELATIVE_UNITS, Numbers
from kg.relations.outlook import OutlookReader
from kg.relations.owners import OwnerFinder
from kg.relations.qualifiers import is_part
from kg.relations.reading import Reading
from kg.relations.sayings import READERS, Said
from kg.relations.status import StatusReader
from kg.relations.times import Moment, stated

_EVERY = {"month": "monthly", "quarter": "quarterly", "year": "annual"}
_SEGMENT_WORDS = 4  # before the metric word


@dataclass(frozen=True)
class ObservationReader:
    """Reads observations from one passage."""

    args: Arguments
    status: StatusReader
    words: MetricWords
    past: list[Reading] = field(default_factory=list)
    """What was read before, for "this spending"."""

    @cached_property
    def _numbers(self) -> Numbers:
        return Numbers(self.args, self.words)

    @cached_property
    def _metrics(self) -> MetricFinder:
        return MetricFinder(self._numbers)

    @cached_property
    def _owners(self) -> OwnerFinder:
        return OwnerFinder(self._numbers, self._metrics)

    @cached_property
    def _verbs(self) -> MetricVerbs:
        return MetricVerbs(self._owners)

    @cached_property
    def _holdings(self) -> Holdings:
        return Holdings(self._owners)

    @cached_property
    def _ellipses(self) -> Ellipses:
        return Ellipses(self._owners)

    @cached_property
    def _continuations(self) -> Continuations:
        return Continuations(self._numbers)

    @cached_property
    def _outlook(self) -> OutlookReader:
        return OutlookReader(self.args.lexicon, self.status)

    def read(self) -> Iterator[Reading]:
        """All observations of the passage, each once."""
        topic = self.args.topic
        for sent in self.args.parsed.doc.sents:
            if sent.text.rstrip().endswith("?"):
                continue
            found = [r for m in self._metrics.within(sent) for r in self._of_noun(m, topic)]
            found += [self._reading(*said, "verb") for token in sent for said in self._verbs.read(token)]
            found += [self._reading(*said, "elliptic") for said in self._ellipses.read(sent, found, self.past)]
            found += [self._reading(*said, "count") for said in self._holdings.read(sent)]
            last = self.past[-1] if self.past else None
            for reading in _distinct(self._continuations.read(sent, found, last)):
                self.past.append(reading)
                yield reading
            topic = self._owners.topic(sent) or topic

    def _of_noun(self, metric: Metric, topic: Named | None) -> Iterator[Reading]:
        """What the first reader that understands a metric word makes of it."""
        if self._is_deal(metric):
            return
        for reader in READERS:
            said = list(reader(self._numbers, metric))
            if said:
                owner = self._owners.of(metric, said[0], topic)
                if owner is not None:
                    yield from (
                        self._reading(metric, owner, s, reader.__name__) for s in said if self._sound(metric, s)
                    )
                return

    def _is_deal(self, metric: Metric) -> bool:
        """Whether the money is a deal's, to whose fact it belongs: "its purchase of X", "received an investment"."""
        lexicon, token = self.args.lexicon, metric.token
        if token.lemma_.lower() not in lexicon.words(metric.name, "deal"):
            return False
        verb = syn.governing_verb(token)
        named = (self.args.named(t) for t in syn.objects_of(token, "of", "in"))
        with_body = any(n is not None and n.kind in self._owners.bodies for n in named)
        return with_body or (verb is not None and verb.lemma_.lower() in lexicon.words(metric.name, "gotBy"))

    def _sound(self, metric: Metric, said: Said) -> bool:
        """A level has the metric's unit; a bare direction is said of what is or will be, not of a mere wish."""
        if said.value is None:
            return not self._outlook.is_wish(metric.token, said)
        if said.change is Change.SHARE and not is_part(said.value):
            return False
        units = self.args.lexicon.words(metric.name, "unit")
        relative = said.change is Change.SHARE or said.value.unit in RELATIVE_UNITS
        return relative or not units or said.value.unit in units

    def _reading(self, metric: Metric, owner: Named, said: Said, rule: str) -> Reading:
        qualifiers: dict[str, Qualifier] = {}
        counterparty: Named | None = None
        if segment := self._segment(metric, owner):
            qualifiers["segment"] = segment
        if period := self._period(metric.token, said):
            qualifiers["period"] = period
        if said.origin is not None:
            qualifiers["from"] = said.origin.text
        if self.args.lexicon.words(metric.name, "named"):
            qualifiers["name"] = self._words_of(metric)
        if said.whole is not None:
            qualifiers["of"] = said.whole.doc[said.whole.left_edge.i : said.whole.i + 1].text
        elif said.change is Change.SHARE:
            qualifiers["of"] = owner.name
            past = [(r.metric, r.subject) for r in self.past]
            counterparty = next(iter(self._owners.sharers(metric, said, owner, past)), None)
        elif said.change is Change.LEVEL:
            counterparty = self._owners.party(metric, owner)
        if counterparty is not None:
            qualifiers["counterparty"] = counterparty.name
        return Reading(
            metric=metric.name,
            trigger=metric.token,
            subject=owner,
            change=said.change,
            value=said.value,
            status=said.status or self._outlook.read(metric.token, said),
            qualifiers=tuple(sorted(qualifiers.items())),
            rule=rule,
            counterparty=counterparty,
        )

    def _words_of(self, metric: Metric) -> str:
        """The noun phrase of a metric that is told by its words."""
        words = metric.token.doc[metric.start : metric.token.i + 1]
        first = words[0].text
        is_capital = bool(words[0].is_sent_start) and first.istitle() and words[0].pos_ != "PROPN"
        return first.lower() + words.text[len(first) :] if is_capital else words.text

    def _segment(self, metric: Metric, owner: Named) -> str:
        """The words that narrow a metric: "cloud" of "cloud revenue", "AI business" of "revenue from AI business"."""
        doc, lexicon = metric.token.doc, self.args.lexicon
        plain = lexicon.words("Bland", "word") | lexicon.words("Figure", "plain")
        known = self.args.parsed.amounts.keys() | self.args.parsed.mentions.keys()
        kept = [
            t.text
            for t in doc[max(metric.start - _SEGMENT_WORDS, 0) : metric.start]
            if t.head.i >= metric.start
            and t.dep_ in {"compound", "amod", "nmod"}
            and t.tag_ not in {"JJR", "JJS"}
            and t.ent_type_ not in {"DATE", "PERCENT"}
            and t.i not in known
            and t.lower_ not in plain
            and self._numbers.direction(t, "verb") is None
            and not owner.start <= t.i < owner.end
        ]
        if kept:
            return " ".join(kept)
        sources = (t for t in syn.objects_of(metric.token, "from") if t.i not in known and t.ent_type_ != "DATE")
        phrase = next(sources, None)
        return doc[phrase.left_edge.i : phrase.i + 1].text if phrase is not None else ""

    def _period(self, token: Token, said: Said) -> Moment:
        """The time that a number is of: "monthly" of "$2 million a month", or a date of the same clause."""
        if said.value is not None and said.value.per in UNITS_OF_TIME:
            return period_of(said.value)
        verb = token if syn.is_verb(token) else syn.governing_verb(token)
        for time in stated(self.args.parsed, token.sent):
            if self._numbers.is_of_another(time, said.value):
                continue
            if {time.root.head, time.root.head.head} & {said.verb, token} or syn.governing_verb(time.root) == verb:
                return time.moment
        return ""


def period_of(value: Value) -> str:
    """The words for how often an amount is paid: "monthly", "a day"."""
    return _EVERY.get(value.per, f"a {value.per}")


def _distinct(readings: list[Reading]) -> Iterator[Reading]:
    """Each number once; a bare direction only where no number says it."""
    seen: set[tuple[object, ...]] = set()
    valued = {(r.subject.name, r.metric, r.change) for r in readings if r.value is not None}
    for r in readings:
        key = (r.subject.name, r.metric, r.change, r.value.text if r.value else "")
        if key in seen or (r.value is None and key[:3] in valued):
            continue
        seen.add(key)
        yield _worded(r)


def _worded(reading: Reading) -> Reading:
    """A fraction in words ("a third") is kept as words; its number goes into the share."""
    value = reading.value
    if value is None or value.unit != "percent" or any(c.isdigit() for c in value.text):
        return reading
    bare = replace(value, number=None, high=None, unit="")
    qualifiers = sorted([*reading.qualifiers, ("share", value)], key=lambda q: q[0])
    return replace(reading, value=bare, qualifiers=tuple(qualifiers))
