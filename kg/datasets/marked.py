"""Read passages whose entities and relations are marked in the text itself.

A file holds passages parted by blank lines; lines that start with # are comments. A passage is one line of text,
followed by one line for each fact:

    {a:Company|Tidewell} no longer buys paper from {b:Company|Orran Mills}, {b*|its} supplier of ten years.
    a customerOf b ended

`{a:Company|Tidewell}` is the first mention of entity a, with its kind; `{a|Tidewell}` names it again; `{a*|it}` is a
mention that is no name (a pronoun, or words such as "the company"). A fact is subject, relation, object and, when it is
not asserted, its status. Every fact that holds between two marked entities is listed, so any other pair has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.datasets.lines import line_of, refuse
from kg.errors import InputError
from kg.model import Status
from kg.ontology import Ontology

MARKED = "marked"  # the form
MARK = re.compile(r"\{(?P<id>\w+)(?P<anaphor>\*)?(?::(?P<kind>\w+))?\|(?P<text>[^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: half-open character offsets into the passage's text, and whether it is a name."""

    start: int
    end: int
    entity: str
    kind: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Relating:
    """A fact between two entities of the passage, by their ids."""

    subject: str
    relation: str
    object: str
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked text; `id` is the file's name and the line that the text stands on."""

    id: str
    text: str
    mentions: tuple[Marked, ...]
    facts: tuple[Relating, ...]


def read_marked(path: Path, ontology: Ontology) -> Iterator[Passage]:
    """The passages of a file.

    Raises:
        InputError: the file cannot be read, or a mark, kind, relation, status or entity is not known; the message says
            the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', '') or error}.") from error
    block: list[tuple[int, str]] = []
    for n, line in enumerate([*lines, ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            block.append((n, line))
        elif block:
            yield _passage(path, block, ontology)
            block = []


def _passage(path: Path, block: list[tuple[int, str]], ontology: Ontology) -> Passage:
    (number, first), *others = block
    with line_of(path, number):
        text, marks, kinds = _marks(first.strip(), ontology)
    facts = []
    for n, line in others:
        with line_of(path, n):
            facts.append(_fact(line, kinds, ontology))
    mentions = tuple(Marked(m.start, m.end, m.entity, kinds[m.entity], m.is_name) for m in marks)
    return Passage(f"{path.stem}:{number}", text, mentions, tuple(facts))


def _marks(marked: str, ontology: Ontology) -> tuple[str, list[Marked], dict[str, str]]:
    """The text without its marks, the marks, and the kind of each entity."""
    kinds: dict[str, str] = {}
    marks: list[Marked] = []
    text, at = "", 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        entity, kind = mark["id"], mark["kind"]
        refuse(bool(kind) and kind not in ontology.leaf_kinds, f"names the unknown kind {kind!r}")
        if kind:
            refuse(kinds.setdefault(entity, kind) != kind, f"has {entity} as {kinds[entity]} and as {kind}")
        refuse(entity not in kinds and not mark["anaphor"], f"does not say the kind of {entity} at its first mark")
        marks.append(Marked(len(text), len(text) + len(mark["text"]), entity, kind or "", not mark["anaphor"]))
        text += mark["text"]
    text += marked[at:]
    refuse("{" in text or "}" in text, f"has a mark that is not closed or not of the form {{a:Kind|text}}: {text}")
    for m in marks:
        refuse(m.entity not in kinds, f"never names {m.entity}")
    return text, marks, kinds


def _fact(line: str, kinds: Mapping[str, str], ontology: Ontology) -> Relating:
    found = line.split()
    refuse(len(found) not in (3, 4), "is no fact of subject, relation, object and perhaps a status")
    subject, relation, object_, *status = found
    for entity in (subject, object_):
        refuse(entity not in kinds, f"names {entity}, which is not marked in the text")
    refuse(relation not in ontology.relations, f"names the unknown relation {relation!r}")
    is_allowed = ontology.relations[relation].allows(kinds[subject], kinds[object_])
    refuse(not is_allowed, f"says {kinds[subject]} {relation} {kinds[object_]}, which the ontology does not allow")
    refuse(subject == object_, "has a fact whose subject is its object")
    refuse(bool(status) and status[0] not in set(Status), f"names the unknown status {status[-1:]}")
    return Relating(subject, relation, object_, Status(status[0]) if status else Status.ASSERTED)
