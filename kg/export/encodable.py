"""A graph whose every text can be written as UTF-8.

Half of a surrogate pair is no character (https://www.unicode.org/glossary/#surrogate_code_point), but JSON that was
cut in the middle of one may hold it. It becomes U+FFFD, one for one, so that offsets stay right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_HALVES = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


def encodable(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The same graph where nothing has to be replaced."""
    changed = {
        name: new
        for name in ("documents", "entities", "facts", "observations", "problems", "matches")
        if (new := _clean(getattr(graph, name))) is not getattr(graph, name)
    }
    return replace(graph, **changed) if changed else graph


def _clean(value: Any) -> Any:
    """A value without halves; itself where there are none."""
    found = value
    if isinstance(value, str):
        found = value if value.isascii() or not _HALVES.search(value) else _HALVES.sub(REPLACEMENT, value)
    elif isinstance(value, tuple):
        cleaned = [_clean(each) for each in value]
        found = value if all(map(is_, cleaned, value)) else tuple(cleaned)
    elif names := getattr(value, "__match_args__", ()):  # the fields of a dataclass
        for name in names:
            old = getattr(value, name)
            if (new := _clean(old)) is not old:
                found = replace(found, **{name: new})
    return found
