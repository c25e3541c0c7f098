"""A graph whose every text can be written as UTF-8.

Half of a surrogate pair is no character (https://www.unicode.org/glossary/#surrogate_code_point), but JSON that was
cut in the middle of one may hold it. It becomes U+FFFD, one for one, so that offsets stay right.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

T = TypeVar("T")

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


def _clean(value: T) -> T:
    """A value without halves; itself where there are none."""
    found: object = value
    if isinstance(value, str):
        found = value if value.isascii() or not _HALVES.search(value) else _HALVES.sub(REPLACEMENT, value)
    elif isinstance(value, tuple):
        cleaned = [_clean(each) for each in value]
        same = all(new is old for new, old in zip(cleaned, value, strict=True))
        found = value if same else tuple(cleaned)
    elif is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: cleaned for name, each in old.items() if (cleaned := _clean(each)) is not each}
        found = replace(value, **new) if new else value
    return found  # type: ignore[return-value]
