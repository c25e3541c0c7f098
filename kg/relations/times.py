"""When a fact came about, how long it lasts, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.model import Period
from kg.nlp import Parsed
from kg.nlp import syntax as syn

DATE, PERIOD, FROM, UNTIL = "date", "period", "from", "until"
_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|few)[ -](?:year|month|week|day)"
    r"|\b(?:decade|years|months)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\bago\b|\bearlier\b|\blater\b", re.IGNORECASE)
_OFTEN = re.compile(r"(?:dai|week|month|quarter|year)ly|annual(?:ly)?|(?:every|each|a|per)\s.*", re.IGNORECASE)
_AGE = re.compile(r"\b(?:years?[ -]old|aged)\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:(?:from|between)\s+)?(?P<from>.+?)\s+(?:to|until|till|and|through)\b\s*(?P<until>.*)", re.IGNORECASE
)
_OPENERS = frozenset({"since", "until", "till"})
_UNTIL = frozenset({"until", "till", "through"})


Moment = Period | str
"""A time: as a value where it can be told which, else in its words."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time on tokens `start` to `end` (half-open), without the "since" or "until" before it; `root` is its head."""

    start: int
    end: int
    root: Token
    period: Period

    @property
    def moment(self) -> Moment:
        """Its value, or its words where it has none."""
        return self.period if self.period.value else self.period.text


def stated(parsed: Parsed, sent: Span) -> list[Time]:
    """The times of a sentence outside of names, in reading order, with those that the base model alone knows."""
    found = []
    for timed in dict.fromkeys(parsed.periods[i] for i in range(sent.start, sent.end) if i in parsed.periods):
        found.append(_time(parsed.doc[timed.start : timed.end], timed.period))
    taken = {i for time in found for i in range(time.start, time.end)}
    for ent in _dates(sent):
        if not any(i in taken or i in parsed.mentions for i in range(ent.start, ent.end)):
            found.append(Time(ent.start, ent.end, ent.root, Period(ent.text)))
    return sorted(found, key=lambda time: time.start)


def _dates(sent: Span) -> Iterator[Span]:
    """The dates of the base model in a sentence, from its tokens: `Span.ents` looks through the whole passage."""
    start = None
    for token in sent:
        is_date = token.ent_type_ == "DATE"
        if start is not None and (not is_date or token.ent_iob_ == "B"):
            yield sent.doc[start : token.i]
            start = None
        if is_date and start is None:
            start = token.i
    if start is not None:
        yield sent.doc[start : sent.end]


def _time(words: Span, period: Period) -> Time:
    """A time less the word that opens it, which says where it stands and not when: "2019/.." becomes "2019"."""
    if len(words) > 1 and words[0].lower_ in _OPENERS:
        words = words[1:]
        period = Period(words.text, period.value.removesuffix("/..").removeprefix("../"))
    return Time(words.start, words.end, words.root, period)


def times(
    parsed: Parsed, sent: Span, belongs: Callable[[Token], bool], ending: Container[str] = ()
) -> Iterator[tuple[str, Moment]]:
    """The names and values of those times of a sentence whose head word belongs to a fact, in reading order.

    The day that a clause gives with a verb of `ending` is the last: "an agreement that expires in June".
    """
    after_start = False
    for time in stated(parsed, sent):
        if not belongs(time.root):
            continue
        before = parsed.doc[time.start - 1].lower_ if time.start > sent.start else ""
        name, ends = _name(time.period, before), _ends(time.period, before)
        if ends:
            yield from ends
            after_start = True
        elif name == DATE and _is_last(time.root, ending):
            yield UNTIL, time.moment
        elif name == DATE and before in {"since", "from", "between"}:
            yield FROM, time.moment
            after_start = before != "since"
        elif (name == DATE and before in _UNTIL) or (after_start and before in {"to", "and"}):
            yield UNTIL, time.moment
        elif name:
            yield name, time.moment


def _is_last(word: Token, ending: Container[str]) -> bool:
    verb = syn.governing_verb(word)
    return verb is not None and verb.dep_ in {"relcl", "acl"} and verb.lemma_ in ending


def _ends(time: Period, before: str) -> list[tuple[str, Moment]]:
    """Both ends where the words hold them, or the first: "between 2012 and 2019"."""
    is_range = before in {"from", "between"} or time.text.lower().startswith(("between", "from"))
    found = _RANGE.fullmatch(time.text) if is_range else None
    if found is None:
        return []
    values = time.value.split("/") if time.value.count("/") == 1 else ["", ""]
    ends = ((name, found[name], value) for name, value in zip((FROM, UNTIL), values, strict=True))
    return [(name, Period(text, value) if value else text) for name, text, value in ends if text]


def _name(time: Period, before: str) -> str:
    """What kind of time the words tell; "" for none, as in "a 40-year-old"."""
    if _AGE.search(time.text):
        return ""
    if _OFTEN.fullmatch(time.text):
        return "" if time.text.split()[0].lower() in {"every", "each", "a", "per"} else PERIOD
    length = _LENGTH.search(time.text) and not _AGO.search(time.text) and before != "in"  # "in three months"
    return PERIOD if length else DATE
