"""Lists of names that mean one company, one company a line.

The forms of company_er (names of securities, of a register beside a list, and names in texts) and an own one:
{"key": "...", "names": ["...", "..."]}.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.datasets.lines import Row, line_of, refuse, rows

# names in texts come with pronouns and descriptions, which mean nothing without the text
_SPOKEN = re.compile(
    r"(the|its?|they|their|th[ei]se|this|those|s?he|his|her|we|our|an?|which|who|both|one|each)\b", re.I
)


@dataclass(frozen=True, slots=True)
class NameCluster:
    """Names that mean the company of a `key`."""

    key: str
    names: tuple[str, ...]


def read_name_clusters(file: Path) -> list[NameCluster]:
    """The clusters of a file, lines with one key put together, a name that two keys have left with the first.

    Raises:
        InputError: the file cannot be read, or a line of it is of none of the forms.
    """
    found: dict[str, dict[str, None]] = {}
    taken: set[str] = set()
    for number, row in rows(file):
        with line_of(file, number):
            key, names = _cluster(row)
        for name in map(str.strip, names):
            if name and (name not in taken or name in found.get(key, ())):
                taken.add(name)
                found.setdefault(key, {})[name] = None
    return [NameCluster(key, tuple(names)) for key, names in found.items()]


def halves(clusters: Iterable[NameCluster]) -> tuple[list[NameCluster], list[NameCluster]]:
    """A half to learn from and a half to measure on, by the last bit of the SHA-256 of the key."""
    parts: tuple[list[NameCluster], list[NameCluster]] = ([], [])
    for cluster in clusters:
        parts[hashlib.sha256(cluster.key.encode()).digest()[-1] % 2].append(cluster)
    return parts


def _cluster(row: Row) -> tuple[str, list[str]]:
    if "surfaces" in row:
        surfaces = [s for s in _texts(row["surfaces"]) if not (_SPOKEN.match(s.strip()) or s.strip()[:1].islower())]
        return str(row["name"]), [str(row["name"]), *surfaces]
    if "names" in row:
        return str(row.get("key") or row["names"]), _texts(row["names"])
    other = next((column for column in row if column != "sec_name" and column.endswith("name")), None)
    refuse("sec_name" not in row or other is None, 'has neither "names" nor "surfaces" nor "sec_name" with another')
    return str(row["cik"]), _texts([row["sec_name"], row[other or ""]])


def _texts(values: object) -> list[str]:
    refuse(not isinstance(values, list) or not all(isinstance(v, str) for v in values), "has names that are no texts")
    return list(values)  # type: ignore[call-overload, no-any-return]
