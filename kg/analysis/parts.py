"""Which part of a business a share is of; where a sentence speaks of one without naming it, it is not all of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.query import Part

UNNAMED = "?"


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """The English of words.toml."""
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        return tomllib.load(file)


def has_word(kind: str, text: str) -> bool:
    """Whether a text has a word of words.toml, in singular or plural."""
    return bool(re.search(rf"\b(?:{'|'.join(map(re.escape, words()[kind]))})s?\b", text, re.IGNORECASE))


def segment_of(part: Part) -> str:
    """The part of the business, "" for all of it, UNNAMED for one that no sentence of it names."""
    named = " ".join(word for word in part.segment.split() if word not in words()["whole"])
    quotes = (e.quote for e in part.share.said.evidence)
    return named or (UNNAMED if not part.segment and any(has_word("parts", q) for q in quotes) else "")


def part_of(metric: str, segment: str) -> str:
    """The metric of a part in words."""
    return f"an unnamed part of {metric}" if segment == UNNAMED else f"{segment} {metric}".strip()
