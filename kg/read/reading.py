"""What reading can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.config import ENGLISH, MAX_CHARACTERS, Config


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    `max_characters` is what is read of each document, `columns` are pairs of a part of a document ("text", "id",
    "title", "date", "author", "source") and the column of records that holds it, `language` is "en" or "any",
    `fetch` whether URLs may be read and `local` whether they may lead to this machine and its network, `format` the
    name of the format of standard input and of files that are named, "" to find out. `max_seconds` is how long a
    process of its own may take to parse a file; with None files are parsed in this one, however long that takes.
    """

    max_characters: int = MAX_CHARACTERS
    columns: tuple[tuple[str, str], ...] = ()
    language: str = ENGLISH
    fetch: bool = False
    local: bool = False
    format: str = ""
    max_seconds: float | None = None

    @classmethod
    def of(cls, config: Config, **more: Any) -> Reading:
        """As a configuration says, with what only the command line tells."""
        return cls(config.max_characters, config.columns, config.language, **more)
