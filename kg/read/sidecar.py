"""What somebody notes of a file beside it: `FILE.meta.json` or `FILE.meta.toml` with title, date, author and source."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.read.records import as_text, iso_date

ENDINGS = (".meta.json", ".meta.toml")
_LARGEST = 1024**2  # bytes
_KEYS = ("title", "author", "source")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is noted, and what is wrong with the note."""

    fields: Mapping[str, str] = field(default_factory=dict)
    wrong: str = ""


def sidecar_of(path: Path) -> Path | None:
    """The note that lies beside a file."""
    beside = (path.with_name(path.name + ending) for ending in ENDINGS)
    return next((found for found in beside if found.is_file()), None)


def is_sidecar(name: str) -> bool:
    """Whether a file of this name is a note on another."""
    return name.lower().endswith(ENDINGS)


def read_sidecar(path: Path) -> Sidecar:
    """The note on a file, if there is one."""
    note = sidecar_of(path)
    if note is None:
        return Sidecar()
    try:
        with note.open("rb") as stream:
            data = stream.read(_LARGEST).decode("utf-8-sig")
        found: Any = tomllib.loads(data) if note.suffix.lower() == ".toml" else json.loads(data)
    except OSError as error:
        return Sidecar(wrong=f"has the note {note.name}, which cannot be read: {error.strerror or error}")
    except (ValueError, RecursionError):
        return Sidecar(wrong=f"has the note {note.name}, which is not valid {note.suffix[1:].upper()}")
    if not isinstance(found, dict):
        return Sidecar(wrong=f"has the note {note.name}, which is no JSON object")
    noted = {key: " ".join(as_text(found.get(key)).split()) for key in _KEYS}
    dated = iso_date(found.get("date"))
    wrong = f"has the note {note.name}, whose date is not one" if found.get("date") and not dated else ""
    return Sidecar({key: value for key, value in {**noted, "date": dated}.items() if value}, wrong)
