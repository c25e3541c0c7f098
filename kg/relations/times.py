"""When a fact came about, how long it lasts, since when and until when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.nlp import Parsed

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
_UNTIL = frozenset({"until", "till", "through"})


@dataclass(frozen=True, slots=True)
class _Time:
    """Words for a time, on tokens `start` to `end` (half-open)."""

    start: int
    end: int
    text: str
    root: Token


def times(parsed: Parsed, sent: Span, belongs: Callable[[Token], bool]) -> Iterator[tuple[str, str]]:
    """The names and words of those times of a sentence whose head word belongs to a fact, in reading order."""
    after_start = False
    for time in _stated(sent):
        if not belongs(time.root):
            continue
        before = parsed.doc[time.start - 1].lower_ if time.start > sent.start else ""
        name, ends = _name(time, before), _ends(time, before)
        if ends:
            yield from ends
            after_start = True
        elif name == DATE and before in {"since", "from", "between"}:
            yield FROM, time.text
            after_start = before != "since"
        elif (name == DATE and before in _UNTIL) or (after_start and before in {"to", "and"}):
            yield UNTIL, time.text
        elif name:
            yield name, time.text


def _ends(time: _Time, before: str) -> list[tuple[str, str]]:
    """Both ends where the words hold them, or the first: "between 2012 and 2019"."""
    is_range = before in {"from", "between"} or time.text.lower().startswith("between")
    found = _RANGE.fullmatch(time.text) if is_range else None
    return [(name, found[name]) for name in (FROM, UNTIL) if found[name]] if found else []


def _stated(sent: Span) -> Iterator[_Time]:
    """The times of a sentence. The one place that knows where they come from."""
    for ent in sent.ents:
        if ent.label_ == "DATE":
            yield _Time(ent.start, ent.end, ent.text, ent.root)


def _name(time: _Time, before: str) -> str:
    """What kind of time the words tell; "" for none, as in "a 40-year-old"."""
    if _AGE.search(time.text):
        return ""
    if _OFTEN.fullmatch(time.text):
        return "" if time.text.split()[0].lower() in {"every", "each", "a", "per"} else PERIOD
    return (
        PERIOD if _LENGTH.search(time.text) and not _AGO.search(time.text) and before != "in" else DATE
    )  # "in three months"
