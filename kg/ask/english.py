"""The words of questions: of the file beside the queries, and of the lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ask.patterns import Row, pattern
from kg.ask.words import Word, texts, words_of
from kg.lexicon import PREPOSITIONS, Cue, Lexicon
from kg.ontology import Ontology, folder
from kg.questions import Question, questions

Phrase = tuple[str, ...]

SWAPPED = "~"
_VOWELS = frozenset("aeiou")
_DEMANDING = frozenset(
    ("into", "for", "purpose", "contract", "round", "loan")
)  # places that make the cue another thing


@dataclass(frozen=True)
class English:
    """Words around and within questions."""

    lead: tuple[Phrase, ...]
    trail: tuple[Phrase, ...]
    never: frozenset[str]
    relative: tuple[Phrase, ...]
    times: Mapping[str, tuple[Phrase, ...]]
    classes: Mapping[str, tuple[Phrase, ...]]
    statuses: Mapping[Phrase, str]
    metrics: Mapping[Phrase, str]
    relations: Mapping[Phrase, tuple[str, ...]]
    patterns: Mapping[str, tuple[Row, ...]]


@cache
def english() -> English:
    """All of it, read once."""
    data = _data()
    lexicon = Lexicon.of(Ontology.load())
    by_relation = _by_relation(lexicon)
    return English(
        _phrases(data["lead"]),
        _phrases(data["trail"]),
        frozenset(data["never"]),
        _phrases(data["relative"]),
        {key: _phrases(words) for key, words in data["times"].items()},
        {name: _phrases(words) for name, words in data["words"].items()} | by_relation,
        _statuses(lexicon, data["status"]),
        _metrics(lexicon),
        _relations(lexicon, by_relation),
        {q.name: tuple(_patterns(q, data["frames"]["of"])) for q in questions().values()},
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((folder() / "questions.en.toml").read_text(encoding="utf-8"))


def _phrases(words: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({texts(words_of(w)) for w in words}, key=lambda p: (-len(p), p)))


def _patterns(question: Question, frames: Sequence[str]) -> Iterator[Row]:
    for ask in question.asks:
        whose, colon, noun = ask.partition(": ")
        if colon and whose.startswith("of {"):
            slot = whose.removeprefix("of ")
            yield from (pattern(frame.replace("N", f"({noun})").replace("{X}", slot)) for frame in frames)
        else:
            yield pattern(ask)


def _statuses(lexicon: Lexicon, more: Mapping[str, Sequence[str]]) -> dict[Phrase, str]:
    found: dict[Phrase, str] = {(s.label.casefold(),): s.name for s in lexicon.ontology.statuses.values()}
    for status in lexicon.ontology.statuses:
        found |= {texts(words_of(w)): status for w in lexicon.words(status, "modifier") if status not in ("expected",)}
    for status, words in more.items():
        found |= {texts(words_of(w)): status for w in words}
    return found


def _metrics(lexicon: Lexicon) -> dict[Phrase, str]:
    found: dict[Phrase, str] = {}
    for metric in lexicon.ontology.metrics.values():
        for word in lexicon.words(metric.name, "noun"):
            found.setdefault(texts(words_of(word)), metric.label)
    named = {m.label for m in lexicon.ontology.metrics.values() if not lexicon.words(m.name, "named")}
    return found | {texts(words_of(label)): label for label in named}


def _by_relation(lexicon: Lexicon) -> dict[str, tuple[Phrase, ...]]:
    """ "verb customerOf": how the subject stands to the object; "~" from the object's side; the same of nouns."""
    found: dict[str, set[Phrase]] = {}
    for cue in lexicon.cues:
        for key, phrase in _of_cue(cue):
            found.setdefault(key, set()).add(phrase)
    return {key: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for key, phrases in found.items()}


def _of_cue(cue: Cue) -> Iterator[tuple[str, Phrase]]:
    if cue.status is not None or cue.needs in _DEMANDING or cue.needs_metric or cue.adverbs or cue.part:
        return
    name, both = cue.relation.name, "" if cue.relation.symmetric else SWAPPED
    for word in cue.words:
        words = texts(words_of(word))
        if cue.form == "verb":
            if "agent" in cue.subject:
                yield from _forward(f"verb {name}", f"verb {both}{name}", words, cue.object)
            elif "agent" in cue.object:
                yield from _forward(f"verb {both}{name}", f"verb {name}", words, cue.subject)
        elif cue.form == "noun" and cue.subject[0] == "self" and "owner" in cue.object:
            yield from ((f"noun {name}", form) for form in _numbers(words))
        elif cue.form == "noun" and cue.object[0] == "self" and "owner" in cue.subject:
            yield from ((f"noun {both}{name}", form) for form in _numbers(words))


def _forward(active: str, passive: str, words: Phrase, places: Sequence[str]) -> Iterator[tuple[str, Phrase]]:
    for place in places:
        if place == "patient":
            yield from ((active, form) for form in _inflected(words))
            yield from ((passive, (*form, "by")) for form in _past(words))
        elif place in PREPOSITIONS:
            yield from ((active, (*form, place)) for form in _inflected(words))


def _numbers(words: Phrase) -> Iterator[Phrase]:
    *before, last = words
    yield words
    yield (*before, last[:-1] + "ies" if last.endswith("y") and last[-2:-1] not in _VOWELS else last + "s")


def _inflected(words: Phrase) -> Iterator[Phrase]:
    verb, *rest = words
    yield words
    third = verb[:-1] + "ies" if _is_y(verb) else verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "z")) else "s")
    gerund = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else _doubled(verb)
    yield from ((form, *rest) for form in (third, gerund + "ing"))
    yield from _past(words)


def _past(words: Phrase) -> Iterator[Phrase]:
    verb, *rest = words
    regular = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if _is_y(verb) else _doubled(verb) + "ed"
    yield from ((form, *rest) for form in _data()["irregular"].get(verb, regular).split())


def _is_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS


def _doubled(verb: str) -> str:
    """ "tap" becomes "tapp" and "plan" "plann" before an ending; verbs of more syllables stay."""
    vowels = [c for c in verb if c in _VOWELS]
    short = len(vowels) == 1 and len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS
    return verb + verb[-1] if short else verb


def _relations(lexicon: Lexicon, classes: Mapping[str, tuple[Phrase, ...]]) -> dict[Phrase, tuple[str, ...]]:
    """What says a relation between two, labels before words of the lexicon; SWAPPED if the subject stands behind."""
    labels: dict[Phrase, set[str]] = {}
    words: dict[Phrase, set[str]] = {}
    for relation in lexicon.ontology.relations.values():
        for mark, label in (("", relation.label), (SWAPPED, relation.inverse_label)):
            if label:
                labels.setdefault(texts(words_of(label)), set()).add(mark + relation.name)
            for phrase in classes.get(f"verb {mark}{relation.name}", ()):
                words.setdefault(phrase, set()).add(mark + relation.name)
            for noun in classes.get(f"noun {mark}{relation.name}", ()):
                words.setdefault((*noun, "of"), set()).add(mark + relation.name)
    return {phrase: tuple(sorted(names)) for phrase, names in (words | labels).items()}


def starts(phrases: Sequence[Phrase], words: Sequence[Word], at: int) -> Iterator[int]:
    """The places behind the phrases that stand at a place."""
    for phrase in phrases:
        if texts(tuple(words[at : at + len(phrase)])) == phrase:
            yield at + len(phrase)
