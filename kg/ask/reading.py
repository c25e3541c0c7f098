"""What a question in plain English can mean: a shipped question and the values of its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.ask.english import SWAPPED, English, Phrase, english, starts
from kg.ask.names import Names
from kg.ask.patterns import LEXICON, Found, matches
from kg.ask.words import Word, as_written, texts
from kg.ontology import Ontology
from kg.query import Dataset, fits
from kg.questions import ENTITY, Parameter, Question, questions

_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_LONGEST_UNKNOWN = 5  # words


@dataclass(frozen=True)
class Reading:
    """One meaning of a question; `unknown` are words that stand where a name was expected."""

    question: Question
    parameters: dict[str, str]
    unknown: tuple[str, ...] = ()
    covered: int = field(default=0, compare=False)
    """Letters of the values."""
    borrowed: int = field(default=0, compare=False)
    """How many words of the lexicon it took."""


@dataclass(frozen=True)
class Asked:
    """The words of a question without courtesies and times; `times` are the parameters that those mean."""

    words: tuple[Word, ...]
    times: dict[str, str]


def trimmed(words: tuple[Word, ...]) -> Iterator[Asked]:
    """The words as they stand, and without courtesies and times."""
    known = english()
    yield Asked(words, {})
    words = _without(words, known)
    yield Asked(words, {})
    before, times, after = _time(words, known)
    if times:
        yield Asked(_without((*before, *after), known), times)


def readings(data: Dataset, asked: Asked, *, any_kind: bool = False, unknown: bool = False) -> list[Reading]:
    """All meanings of the words, whole.

    With `any_kind` names of entities that do not fit count, too, with `unknown` any words that could be a name.
    """
    reader = _Reader(data, asked.words, any_kind=any_kind, unknown=unknown)
    found: list[Reading] = []
    for question in questions().values():
        for parts in english().patterns[question.name]:
            for end, values in matches(parts, asked.words, 0, reader.slot(question), reader.word_class):
                reading = _reading(question, values, asked) if end == len(asked.words) else None
                if reading is not None and reader.may(reading):
                    found.append(reading)
    return found


def _reading(question: Question, values: Found, asked: Asked) -> Reading | None:
    named = [(name, value) for name, value in values if name != LEXICON]
    given = dict(named)
    if len(given) < len(named):
        return None  # one parameter twice
    unknown = tuple(value.removeprefix("?") for value in given.values() if value.startswith("?"))
    covered = sum(map(len, given.values()))
    return Reading(question, {**asked.times, **given}, unknown, covered, len(values) - len(named))


class _Reader:
    """What slots and classes of words may stand for in one question."""

    def __init__(self, data: Dataset, words: Sequence[Word], *, any_kind: bool, unknown: bool) -> None:
        self.words, self.any_kind, self.unknown = words, any_kind, unknown
        self.names = Names.of(data)
        self.data = data
        self._spans: dict[int, list[tuple[int, str, str]]] = {}

    def slot(self, question: Question) -> _SlotReader:
        """The reader of the slots of a question."""
        return _SlotReader(self, {p.name: p for p in question.parameters})

    def word_class(self, name: str, at: int) -> Iterator[tuple[int, str]]:
        """Places behind the words of a class."""
        return ((end, name) for end in starts(english().classes.get(name, ()), self.words, at))

    def entities(self, at: int) -> list[tuple[int, str, str]]:
        """Ends, values and kinds of the names that start at a place, the longest first."""
        if at not in self._spans:
            ends = range(min(len(self.words), at + self.names.longest), at, -1)
            self._spans[at] = [
                (end, named.value, named.kind)
                for end in ends
                for named in self.names.called(texts(tuple(self.words[at:end])))
            ]
        return self._spans[at]

    def may(self, reading: Reading) -> bool:
        """Whether the relation that is asked for can stand between the kinds that are named."""
        name = reading.parameters.get("relation", "")
        relation = Ontology.load().relations.get(name.removeprefix(SWAPPED))
        if relation is None or self.any_kind or self.unknown:
            return True
        ends = (relation.range, relation.domain) if name.startswith(SWAPPED) else (relation.domain, relation.range)
        sides = dict(zip(("subject", "object"), ends, strict=True))
        return all(
            self.kinds(reading.parameters[side]) & kinds for side, kinds in sides.items() if side in reading.parameters
        )

    def kinds(self, value: str) -> set[str]:
        """The kinds of what has this name."""
        return {kind for at in self._spans for _, named, kind in self._spans[at] if named == value}


@dataclass(frozen=True)
class _SlotReader:
    reader: _Reader
    parameters: dict[str, Parameter]

    def __call__(self, name: str, at: int) -> Iterator[tuple[int, str]]:
        parameter = self.parameters.get(name)
        known, words = english(), self.reader.words
        match parameter.type if parameter else "":
            case "status":
                yield from _valued(known.statuses, words, at)
            case "metric":
                yield from _valued(known.metrics, words, at)
            case "year":
                if at < len(words) and _YEAR.fullmatch(words[at].text):
                    yield at + 1, words[at].text
            case "relation":
                for end in range(min(len(words), at + _LONGEST_UNKNOWN), at, -1):
                    for relation in known.relations.get(texts(tuple(words[at:end])), ()):
                        yield end, relation
            case "document":
                yield from self._documents(at)
            case type if parameter and type == ENTITY:
                yield from self._entities(parameter, at)

    def _entities(self, parameter: Parameter, at: int) -> Iterator[tuple[int, str]]:
        words, is_found = self.reader.words, False
        for end, value, kind in self.reader.entities(at):
            if self.reader.any_kind or fits(kind, parameter.kinds):
                is_found = True
                yield end, value
        if not self.reader.unknown or is_found:
            return
        for end in range(at + 1, min(len(words), at + _LONGEST_UNKNOWN) + 1):
            if words[end - 1].text in english().never or self.reader.entities(end - 1):
                return
            yield end, "?" + as_written(tuple(words[at:end]))

    def _documents(self, at: int) -> Iterator[tuple[int, str]]:
        words = self.reader.words
        for end in range(len(words), at, -1):
            span = texts(tuple(words[at:end]))
            yield from ((end, name) for name in self.reader.names.documents.get(span, ()))


def _valued(known: Mapping[Phrase, str], words: Sequence[Word], at: int) -> Iterator[tuple[int, str]]:
    for end in range(min(len(words), at + 4), at, -1):
        value = known.get(texts(tuple(words[at:end])))
        if value:
            yield end, value


def _without(words: tuple[Word, ...], known: English) -> tuple[Word, ...]:
    """The words without courtesies at both ends."""
    trails = {phrase: len(phrase) for phrase in known.trail}
    while True:
        start = max(starts(known.lead, words, 0), default=0)
        end = max((n for phrase, n in trails.items() if texts(words[-n:]) == phrase), default=0)
        if (not start and not end) or start >= len(words) or end >= len(words):
            return words
        words = words[start : len(words) - end]


def _time(words: tuple[Word, ...], known: English) -> tuple[tuple[Word, ...], dict[str, str], tuple[Word, ...]]:
    """The words before and behind a time, and the parameters that it means."""
    for at in range(len(words)):
        found = _span(words, at) or _single_time(words, at, known)
        if found:
            end, times = found
            return words[:at], times, words[end:]
    return words, {}, ()


def _span(words: tuple[Word, ...], at: int) -> tuple[int, dict[str, str]] | None:
    """ "between 2022 and 2024", "from 2022 to 2024"."""
    said = texts(words[at : at + 4])
    if len(said) == 4 and (said[0], said[2]) in (("between", "and"), ("from", "to"), ("from", "until")):
        first, last = said[1], said[3]
        if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
            return at + 4, {"since": first, "until": last}
    return None


def _single_time(words: tuple[Word, ...], at: int, known: English) -> tuple[int, dict[str, str]] | None:
    for name, phrases in known.times.items():
        for end in starts(phrases, words, at):
            if end < len(words) and _YEAR.fullmatch(words[end].text):
                return end + 1, {"year" if name == "in year" else name: words[end].text}
    return None


def relative_time(words: tuple[Word, ...]) -> str:
    """Words for a time that depends on the day of asking, or ""."""
    for at in range(len(words)):
        for end in starts(english().relative, words, at):
            return as_written(words[at:end])
    return ""
