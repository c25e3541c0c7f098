"""The words of times as tables and patterns; their only reader."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.nlp.amount_words import either


@dataclass(frozen=True)
class Times:
    """Names with their numbers, and words that stand around them."""

    months: dict[str, int]
    doubtful: frozenset[str]
    abbreviations: frozenset[str]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    seasons: tuple[str, ...]
    within: tuple[str, ...]
    before_month: frozenset[str]
    before_length: frozenset[str]
    ahead: frozenset[str]
    not_back: frozenset[str]
    openers: frozenset[str]

    @property
    def month(self) -> str:
        """A pattern for a month's name, with the dot of a short one."""
        full = self.months.keys() - self.abbreviations
        return rf"(?:(?:{either(full)})\b|(?:{either(self.abbreviations)})\b\.?)"


@lru_cache(maxsize=1)
def times() -> Times:
    """The tables, read once."""
    with (Path(__file__).parent / "periods.toml").open("rb") as file:
        data = tomllib.load(file)
    full = {name: number for number, name in enumerate(data["months"], 1)}
    return Times(
        months=full | data["abbreviations"],
        doubtful=frozenset(data["doubtful_months"]),
        abbreviations=frozenset(data["abbreviations"]),
        weekdays={name: number for number, name in enumerate(data["weekdays"])},
        ordinals=data["ordinals"],
        seasons=tuple(data["seasons"]),
        within=tuple(data["within"]),
        before_month=frozenset(data["time_prepositions"]),
        before_length=frozenset(data["length_prepositions"]),
        ahead=frozenset(data["ahead"]),
        not_back=frozenset(data["not_back"]),
        openers=frozenset(data["openers"]),
    )
