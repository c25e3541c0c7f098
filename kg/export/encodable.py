"""A graph whose every text can be written as UTF-8.

Half of a surrogate pair is no character (https://www.unicode.org/glossary/#surrogate_code_point), but JSON that was
cut in the middle of one may hold it. It becomes U+FFFD, one for one, so that offsets stay right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_HALVES = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


class Cleaned(Sequence[Any]):
    """A sequence that lies on disk, each item cleaned when it is read."""

    def __init__(self, items: Sequence[Any]) -> None:
        self._items = items

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        """The items, read one by one."""
        return map(cleaned, self._items)

    def __getitem__(self, at: Any) -> Any:
        """One item, or some."""
        return cleaned(self._items[at])


def encodable(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The same graph where nothing has to be replaced."""
    changed = {
        name: new
        for name in ("documents", "entities", "facts", "observations", "problems", "matches")
        if (new := cleaned(getattr(graph, name))) is not getattr(graph, name)
    }
    return replace(graph, **changed) if changed else graph


def cleaned(value: Any) -> Any:
    """A value without halves; itself where there are none."""
    found = value
    if isinstance(value, str):
        found = value if value.isascii() or not _HALVES.search(value) else _HALVES.sub(REPLACEMENT, value)
    elif isinstance(value, tuple):
        items = [cleaned(each) for each in value]
        found = value if all(map(is_, items, value)) else tuple(items)
    elif names := getattr(value, "__match_args__", ()):  # the fields of a dataclass
        for name in names:
            old = getattr(value, name)
            if (new := cleaned(old)) is not old:
                found = replace(found, **{name: new})
    elif isinstance(value, Sequence):
        found = Cleaned(value) if any(cleaned(each) is not each for each in value) else value
    return found
