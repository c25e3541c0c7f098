"""What a person decided about names: a TOML file of names that mean one thing or different things.

[[same]]
names = ["Meta Platforms", "Facebook"]
why = "renamed in 2021"                                # optional, for people

[[different]]
names = ["Summit", "Summit"]
documents = [["news/1"], ["news/7", "news/9"]]         # optional: which documents mean which
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.config import read_toml, shortened
from kg.errors import ConfigError
from kg.resolve.names import parsed

FILE = "decisions.toml"
_KEYS = {"names", "documents", "why"}


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Names that mean one thing (`same`) or, each with each, different things; `documents` limit each name to some."""

    same: bool
    names: tuple[str, ...]
    documents: tuple[tuple[str, ...], ...] = ()
    why: str = ""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of names it speaks of, as compared."""
        keys = [parsed(name).key for name in self.names]
        return tuple(combinations(keys, 2))


def read_decisions(file: Path | None) -> tuple[Decision, ...]:
    """The decisions of a file, sorted; none where there is no file.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or an entry is not of the form above.
    """
    if file is None or not file.exists():
        return ()
    found = read_toml(file, "decisions in")
    unknown = sorted(set(found) - {"same", "different"})
    if unknown:
        raise ConfigError(
            f'{file} has the unknown key "{shortened(unknown[0])}"; entries are [[same]] or [[different]].'
        )
    return tuple(sorted({_decision(file, entry, is_same) for is_same, entry in _entries(file, found)}))


def written(decision: Decision) -> str:
    """A decision as an entry of the file."""
    lines = ["[[same]]" if decision.same else "[[different]]", f"names = {_array(decision.names)}"]
    if decision.documents:
        lines.append(f"documents = [{', '.join(map(_array, decision.documents))}]")
    if decision.why:
        lines.append(f"why = {_text(decision.why)}")
    return "\n".join(lines) + "\n"


def _entries(file: Path, found: dict[str, Any]) -> Iterable[tuple[bool, dict[str, Any]]]:
    for key in ("same", "different"):
        entries = found.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise ConfigError(f"{file}: write [[{key}]] with two brackets, once for each decision.")
        yield from ((key == "same", entry) for entry in entries)


def _decision(file: Path, entry: dict[str, Any], is_same: bool) -> Decision:
    names, documents = entry.get("names"), entry.get("documents", [])
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise ConfigError(
            f'{file}: a decision has the unknown key "{shortened(unknown[0])}"; it may have {", ".join(sorted(_KEYS))}.'
        )
    if not isinstance(names, list) or not _are_texts(names) or len(names) < 2:
        raise ConfigError(
            f"{file}: a decision needs names, a list of at least two texts, not {shortened(repr(names))}."
        )
    if not isinstance(documents, list) or not all(map(_are_texts, documents)) or len(documents) not in (0, len(names)):
        raise ConfigError(f"{file}: documents must be a list of documents for each of {shortened(repr(names))}.")
    return Decision(is_same, tuple(names), tuple(map(tuple, documents)), str(entry.get("why", "")))


def _are_texts(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(each, str) and each.strip() for each in found)


def _array(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does (https://toml.io/en/v1.0.0#string)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
