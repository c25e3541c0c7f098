"""The quantities of a passage and the words of change around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon
from kg.model import Change, Value
from kg.nlp import Amount
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.metric_words import TURNS, MetricWords
from kg.relations.times import Moment, Time, stated

RELATIVE_UNITS = frozenset({"percent", "points", "times"})


@dataclass(frozen=True)
class Numbers:
    """Finds which quantity belongs to a word, and which way a word points."""

    args: Arguments
    words: MetricWords

    @property
    def lexicon(self) -> Lexicon:
        """The words of metrics and changes."""
        return self.args.lexicon

    def at(self, token: Token) -> Amount | None:
        """The quantity that a token is part of."""
        return self.args.parsed.amounts.get(token.i)

    def root(self, amount: Amount) -> Token:
        """The head word of a quantity, "percent" of "an estimated 30 percent"."""
        words = self.args.parsed.doc[amount.start : amount.end]
        return words[-1] if words.root.pos_ in {"DET", "ADV", "ADJ", "ADP"} else words.root

    def of(self, head: Token) -> list[Amount]:
        """Quantities whose nearest verb, or whose noun, is the given token, in reading order."""
        return self._by_head.get(head.i, [])

    @cached_property
    def _by_head(self) -> dict[int, list[Amount]]:
        """The quantities of each word above them up to their nearest verb, made once since long sentences hold many."""
        found: dict[int, list[Amount]] = {}
        for amount in sorted(dict.fromkeys(self.args.parsed.amounts.values()), key=lambda a: a.start):
            root = self.root(amount)
            for token in (root, *root.ancestors):
                found.setdefault(token.i, []).append(amount)
                if syn.is_verb(token) and (token.tag_ != "VBN" or token.dep_ == "relcl"):
                    break
        return found

    def within(self, sent: Span) -> list[Amount]:
        """The quantities of a sentence outside of names, in reading order."""
        if sent.start not in self._within:
            parsed = self.args.parsed
            found = dict.fromkeys(parsed.amounts[i] for i in range(sent.start, sent.end) if i in parsed.amounts)
            outside = [a for a in found if not any(i in parsed.mentions for i in range(a.start, a.end))]
            self._within[sent.start] = outside
        return self._within[sent.start]

    @cached_property
    def _within(self) -> dict[int, list[Amount]]:
        return {}

    def time_behind(self, amount: Amount) -> Moment:
        """The time that stands right behind a quantity: "24 million a year ago", "$3 million in June"."""
        times = stated(self.args.parsed, self.args.parsed.doc[amount.start].sent)
        first = next((time for time in times if time.start >= amount.end), None)
        return first.moment if first is not None and first.start <= amount.end + 2 else ""

    def is_of_another(self, time: Time, value: Value | None) -> bool:
        """Whether a time stands behind a number that is only compared with: "against 5.1 billion a year earlier"."""
        doc = self.args.parsed.doc
        amounts = self.within(doc[time.start].sent)
        last = next((a for a in reversed(amounts) if a.end <= time.start), None)
        if last is None or last.value is value:
            return False
        own = next((a for a in amounts if a.value is value and a.end <= last.start), None)
        opening = self.lexicon.words("Comparison", "opening")
        if own is not None and any(t.lower_ in opening for t in doc[own.end : last.start]):
            return True
        if time.start > last.end + 2:
            return False
        return self.before(last) in self.lexicon.words("Comparison", "word")

    def before(self, amount: Amount) -> str:
        """The preposition right before a quantity."""
        i = amount.start - 1
        doc = self.args.parsed.doc
        while i >= 0 and doc[i].dep_ in {"advmod", "det", "amod", "quantmod"} and doc[i].pos_ != "ADP":
            i -= 1
        return doc[i].lower_ if i >= 0 and doc[i].pos_ in {"ADP", "PART", "SCONJ"} and doc[i].tag_ != "POS" else ""

    def counted(self, amount: Amount) -> str:
        """The noun that a quantity counts: "people" of "140 people"."""
        head = self.args.parsed.doc[amount.end - 1].head
        return head.lemma_.lower() if head.pos_ == "NOUN" and head.i >= amount.end else ""

    def counts(self, amount: Amount, noun: Token) -> bool:
        """Whether a quantity stands before a noun as its number: "800 jobs"."""
        root = self.root(amount)
        return amount.value.unit == "count" and root.dep_ == "nummod" and root.head.i == noun.i

    def moving(self, verb: Token | None) -> Token | None:
        """The verb, or the one of change that it leads to: "is to increase", "looks set to fall"."""
        led = [c for c in syn.children(verb, "xcomp") if c.tag_ == "VB"] if verb is not None else []
        if verb is None or self.direction(verb, "verb") is not None:
            return verb
        return next((c for c in led if self.direction(c, "verb") and not syn.children(c, "dobj")), verb)

    def turned(self, amount: Amount) -> Change | None:
        """The change in the word right before a quantity: "down 22%"."""
        before = self.args.parsed.doc[amount.start - 1] if amount.start else None
        return self.direction(before, "adverb") if before is not None else None

    def is_time(self, noun: str) -> bool:
        """Whether a noun counts time or money ("days"), so that its number is no metric's."""
        return noun in self.lexicon.words("Count", "never")

    def direction(self, token: Token, list_name: str) -> Change | None:
        """The change that a verb, noun or adverb expresses."""
        forms = {token.lemma_.lower(), token.lower_}
        forms |= {f"{token.lemma_.lower()} {c.lower_}" for c in syn.children(token, "prt", "advmod")}
        return next((change for change in TURNS if forms & self.lexicon.words(change, list_name)), None)

    def beside(self, verb: Token) -> Change | None:
        """The change in an adverb of a neutral verb: "closed 3% higher"."""
        other = self.lexicon.words(Change.SHARE, "verb")  # "make up" a part is no rise
        beside = [c for c in syn.children(verb, "advmod", "acomp", "advcl", "prt") if not syn.is_verb(c)]
        adverbs = [c for c in beside if f"{verb.lemma_} {c.lower_}" not in other]
        return next((d for c in adverbs if (d := self.direction(c, "adverb")) is not None), None)
