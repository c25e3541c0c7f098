"""The words of amounts as tables: numbers, scales, bounds, currencies, units and what is no count.

All of them are data (amounts.toml, currencies.toml); this is their only reader.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

_WORD = re.compile(r"(?<![\w-])(?:[A-Za-z]+|[1-9](?=\s(?:in|out)\s))")


@dataclass(frozen=True)
class Words:
    """Every table, from a word as written in the data to what it means."""

    scale: dict[str, int]
    letters: dict[str, int]
    number: dict[str, int]
    tens: dict[str, int]
    fraction: dict[str, int]
    multiple: dict[str, Decimal]
    before: dict[str, str]
    after: dict[str, str]
    phrasal: frozenset[str]
    time: dict[str, str]
    goods: tuple[str, ...]
    others: tuple[str, ...]
    no_rate: tuple[str, ...]
    moved: frozenset[str]
    sign: dict[str, str]
    word: dict[str, str]
    hundredth: dict[str, str]
    letter: dict[str, str]
    codes: frozenset[str]
    nouns: frozenset[str]
    sure_nouns: frozenset[str]
    of_money: frozenset[str]
    stops: frozenset[str]
    durations: frozenset[str]
    references: frozenset[str]
    openers: frozenset[str]
    months: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The tables, read once."""
    data, money = _read("amounts.toml"), _read("currencies.toml")
    count = {name: frozenset(found) for name, found in data["count"].items()}
    return Words(
        scale={w: int(power) for w, power in _turned(data["scale"]).items()},
        letters={w: int(power) for w, power in _turned(data["letters"]).items()},
        number=data["number"],
        tens=data["tens"],
        fraction=data["fraction"],
        multiple={w: Decimal(times) for w, times in _turned(data["multiple"]).items()},
        before=_turned(data["bound"]),
        after=_turned(data["bound_after"]),
        phrasal=frozenset(data["phrasal"]["verbs"]),
        time=_turned(data["time"]),
        goods=tuple(data["per"]["goods"]),
        others=tuple(data["per"]["others"]),
        no_rate=tuple(data["rate"]["never_before"]),
        moved=frozenset(data["moved"]["words"]),
        sign=_turned(money["sign"]),
        word={w.lower(): code for w, code in _turned(money["word"]).items()},
        hundredth={w.lower(): code for w, code in _turned(money["hundredth"]).items()},
        letter=_turned(money["letter"]),
        codes=frozenset(money["code"]["codes"]),
        nouns=count["nouns"],
        sure_nouns=count["people_and_things"],
        of_money=frozenset(data["pounds"]["of_money"]),
        stops=count["stops"],
        durations=count["durations"],
        references=count["references"],
        openers=count["openers"],
        months=count["months"],
    )


def either(found: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(set(found), key=lambda w: (-len(w), w)))


def starts(text: str, openers: frozenset[str]) -> Iterator[int]:
    """Where the words of a text start that are among these, those behind a dash left out."""
    return (start for word, start in _spoken(text) if word in openers)


@lru_cache(maxsize=2)
def _spoken(text: str) -> tuple[tuple[str, int], ...]:
    """The words of a text in lower case with their places; kept, since numbers and parts are both sought there."""
    return tuple((match.group().lower(), match.start()) for match in _WORD.finditer(text))


def plain(number: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros, so that equal numbers have equal texts."""
    text = format(number, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text) + 0


def _read(name: str) -> dict[str, Any]:
    with (Path(__file__).parent / name).open("rb") as file:
        return tomllib.load(file)


def _turned(table: dict[str, list[str]]) -> dict[str, str]:
    """From a meaning with its words to a word with its meaning."""
    return {word: meaning for meaning, found in table.items() for word in found}
