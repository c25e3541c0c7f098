"""What a format yields, and how much of it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOUNDARIES = (re.compile(r"\n\s*\n"), re.compile(r"[.!?][\"'”’)]*\s"), re.compile(r"\s"))
_SEARCHED = 0.1  # of the limit: how far back a boundary is looked for


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file with the title and ISO 8601 date that its markup states, or ""."""

    text: str
    title: str = ""
    date: str = ""


def first_part(text: str, limit: int) -> str:
    """At most `limit` characters, cut after a paragraph, else a sentence, else a word."""
    if len(text) <= limit:
        return text
    earliest = int(limit * (1 - _SEARCHED))
    for boundary in _BOUNDARIES:
        ends = [found.end() for found in boundary.finditer(text, earliest, limit)]
        if ends:
            return text[: ends[-1]]
    return text[:limit]
