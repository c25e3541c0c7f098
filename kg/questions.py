"""The competency questions of ontology/queries/*.rq.

A question is a SPARQL file that starts with comments: its title, then a description, then one
line a parameter, named like a variable of the query:

    # Customers of a company
    # Who buys from it, and for how much.
    # entity (Body): the supplier (required)

In brackets stands what it may be: kinds of entity ("Body or Product"), or one of `TYPES`; one of "rows" is no variable
but the LIMIT of the query. Lines that start with
"ask" are ways to ask it in plain English, which ontology/questions.en.toml explains; kg.ask reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.ontology import folder

TYPES = ("relation", "status", "metric", "kind", "year", "date", "number", "text", "document", "fact", "rows")
ENTITY, ANY, ROWS = "entity", "any", "rows"

_PARAMETER = re.compile(r"(\w+)(?: \(([\w ]+)\))?: (.+)")
_ASK = re.compile(r"ask(?:: (?=\S)| (?=of \{))(.+)")
_REQUIRED = "(required)"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that the asker may bind.

    `type` is one of `TYPES`, "entity", of which `kinds` are the kinds that fit, or "any". One of type "rows" takes the
    place of the query's LIMIT instead.
    """

    name: str
    description: str
    required: bool
    type: str = ANY
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped query with its title and parameters; `asks` are the ways to ask it in English."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    query: str
    asks: tuple[str, ...] = ()


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
    asks = tuple(m[1] for line in comments if (m := _ASK.fullmatch(line)))
    found = [(line, _PARAMETER.fullmatch(line)) for line in comments[1:] if not _ASK.fullmatch(line)]
    given = (m for _, m in found if m and (m[2] == ROWS or re.search(rf"[?$]{m[1]}\b", query)))
    parameters = [_parameter(*m.groups()) for m in given]
    named = {p.name for p in parameters}
    words = [line for line, m in found if not (m and m[1] in named)]
    title = comments[0] if comments else path.stem
    asked = "".join(line for line in query.splitlines(keepends=True) if not _ASK.fullmatch(line.lstrip("# ").rstrip()))
    return Question(path.stem, title, " ".join(words), tuple(parameters), asked, asks)


def _parameter(name: str, what: str | None, about: str) -> Parameter:
    required, about = about.endswith(_REQUIRED), about.removesuffix(_REQUIRED).strip()
    if what is None or what in TYPES:
        return Parameter(name, about, required, what or ANY)
    return Parameter(name, about, required, ENTITY, tuple(what.split(" or ")))
