"""Patterns of questions: read from their text, and compared with words from left to right.

The language of patterns is explained at the head of ontology/questions.en.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.ask.words import Word

_TOKEN = re.compile(r"\(|\)|\[|\]|\||<[^<>]+>|\{[^{}]+\}|[^\s()\[\]|<>{}]+")

LEXICON = "<>"  # stands among the values for words that the lexicon, not the pattern, gives
Found = tuple[tuple[str, str], ...]
"""Names of parameters with the values that words or the pattern give them."""


@dataclass(frozen=True, slots=True)
class Text:
    """One word."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows of parts; a row may be empty."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """The value of a parameter."""

    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """A value that the pattern gives without words."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Class:
    """One of the words, or verbs or nouns of a relation, that a name stands for."""

    name: str


Part = Text | Choice | Slot | Given | Class
Row = tuple[Part, ...]
Reader = Callable[[str, int], Iterator[tuple[int, str]]]
"""For a name of a slot (or class) and a place: the places behind it, and what it means."""


def pattern(text: str) -> Row:
    """A pattern as its parts.

    Raises:
        ValueError: brackets do not match.
    """
    tokens = _TOKEN.findall(text)
    choice, at = _choice(tokens, 0)
    if at < len(tokens):
        raise ValueError(f"Brackets do not match in the pattern {text!r}.")
    return choice.rows[0] if len(choice.rows) == 1 else (choice,)


def matches(parts: Row, words: Sequence[Word], at: int, slots: Reader, classes: Reader) -> Iterator[tuple[int, Found]]:
    """The places behind the parts, tried from left to right, with the values on the way."""
    if not parts:
        yield at, ()
        return
    first, rest = parts[0], parts[1:]
    for after, values in _part(first, words, at, slots, classes):
        for end, more in matches(rest, words, after, slots, classes):
            yield end, values + more


def _part(part: Part, words: Sequence[Word], at: int, slots: Reader, classes: Reader) -> Iterator[tuple[int, Found]]:
    match part:
        case Text(text):
            if at < len(words) and words[at].text == text:
                yield at + 1, ()
        case Choice(rows):
            for row in rows:
                yield from matches(row, words, at, slots, classes)
        case Slot(name):
            yield from ((end, ((name, value),)) for end, value in slots(name, at))
        case Given(name, value):
            yield at, ((name, value),)
        case Class(name):
            yield from ((end, ((LEXICON, name),) if " " in name else ()) for end, _ in classes(name, at))


def _choice(tokens: Sequence[str], at: int) -> tuple[Choice, int]:
    rows: list[Row] = []
    row: list[Part] = []
    while at < len(tokens) and tokens[at] not in ")]":
        token = tokens[at]
        at += 1
        if token == "|":
            rows.append(tuple(row))
            row = []
        elif token in "([":
            inner, at = _choice(tokens, at)
            if at >= len(tokens) or tokens[at] != {"(": ")", "[": "]"}[token]:
                raise ValueError(f"Brackets do not match in the pattern {' '.join(tokens)!r}.")
            at += 1
            row.append(Choice((*inner.rows, ())) if token == "[" else inner)
        else:
            row.append(_single(token))
    return Choice((*rows, tuple(row))), at


def _single(token: str) -> Part:
    if token.startswith("<"):
        return Class(token[1:-1])
    if token.startswith("{"):
        name, equals, value = token[1:-1].partition("=")
        return Given(name, value) if equals else Slot(name)
    return Text(token)
