"""The words of marks.toml, by which parts of a text are known for what they are; this is their only reader."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """Every table of marks.toml, in lower case."""

    openings: tuple[str, ...]
    phrases: tuple[str, ...]
    short_phrases: tuple[str, ...]
    sections: frozenset[str]
    contacts: frozenset[str]
    about: tuple[str, ...]
    published: tuple[str, ...]
    desks: frozenset[str]
    months: tuple[str, ...]
    second_halves: frozenset[str]


@cache
def words() -> Words:
    """The tables, read once."""
    held = tomllib.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
    sets = {"sections", "contacts", "desks", "second_halves"}
    tables: dict[str, Any] = {name: frozenset(found) if name in sets else tuple(found) for name, found in held.items()}
    return Words(**tables)
