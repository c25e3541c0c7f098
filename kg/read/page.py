"""What a format yields, and how much of it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Block

_BOUNDARIES = (re.compile(r"\n\s*\n"), re.compile(r"[.!?][\"'”’)]*\s"), re.compile(r"\s"))
_SEARCHED = 0.1  # of the limit: how far back a boundary is looked for


@dataclass(frozen=True, slots=True)
class Page:
    """A text that a file holds, with what the file states of it, each "" where it states nothing.

    `date` is ISO 8601, `language` an ISO 639-1 code, `source` where it was published, such as a URL, `id` what tells
    it from the other texts of its file.
    """

    text: str
    title: str = ""
    date: str = ""
    blocks: tuple[Block, ...] = ()
    author: str = ""
    language: str = ""
    source: str = ""
    id: str = ""


class Unreadable(Exception):  # noqa: N818 - it names what the file is
    """A file that holds no text for kg. The message goes on from "FILE ...": "is encrypted"."""


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
