"""The competency questions of ontology/queries/*.rq.

A question is a SPARQL file that starts with comments: its title, then a description, then one
line a parameter, named like a variable of the query:

    # Customers of a company
    # Who buys from it, and for how much.
    # entity: the supplier (required)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.ontology import folder

_PARAMETER = re.compile(r"(\w+): (.+)")
_REQUIRED = "(required)"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker may bind."""

    name: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped query with its title and parameters."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    query: str


def questions() -> Mapping[str, Question]:
    """All shipped questions by name, in order of their names."""
    return _questions(folder() / "queries")


@cache
def _questions(directory: Path) -> Mapping[str, Question]:
    return {path.stem: _question(path) for path in sorted(directory.glob("*.rq"))}


def _question(path: Path) -> Question:
    query = path.read_text(encoding="utf-8")
    comments = []
    for line in query.splitlines():
        if not line.startswith("#"):
            break
        comments.append(line.lstrip("#").strip())
    found = [(line, _PARAMETER.fullmatch(line)) for line in comments[1:]]
    parameters = [
        Parameter(m[1], m[2].removesuffix(_REQUIRED).strip(), m[2].endswith(_REQUIRED))
        for _, m in found
        if m and re.search(rf"[?$]{m[1]}\b", query)
    ]
    named = {p.name for p in parameters}
    words = [line for line, m in found if not (m and m[1] in named)]
    return Question(path.stem, comments[0] if comments else path.stem, " ".join(words), tuple(parameters), query)
