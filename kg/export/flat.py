"""Entities, facts and observations as rows of plain cells, for formats that hold no nested values.

The rule, the same for every format:

    a list of texts          NAME, a list; joined by " | " where a format has no lists
    a list of other things   NAME, how many there are (mentions, references, evidence)
    evidence                 also `documents`, `quote` (of the first passage) and `evidence_json`, all of it
    qualifiers               as below, and all of them exactly in `qualifiers_json`
    an amount or share       NAME the number (a share as a fraction of 1), NAME_high the upper end of a range,
                             NAME_currency, NAME_bound, NAME_unit, NAME_noun, NAME_over, NAME_text the words; the
                             unit of time or goods of an amount is `per`, of others NAME_per
    a time                   NAME the words, NAME_value the ISO 8601 date, interval or duration, or fiscal label
    another quantity         NAME the words, NAME_number the number, and so on as of an amount
    the value of a number    `value`, `value_high`, `unit`, `currency`, `bound`, `per`, `noun`, `over`, `text`
    what is said twice       numbers of the first, words of all joined by " | "

What is empty is left out. A name keeps letters, digits and "_", others become "_". A fact or number about an entity
that the graph lacks brings a row with the id alone. XML and CSV cannot hold some control characters: `plain` puts
U+FFFD for each. Where a mention stands is told by JSON lines and Parquet alone.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.export.encodable import REPLACEMENT
from kg.export.jsonl import to_objects
from kg.export.qualifiers import AMOUNT, SHARE
from kg.model import Fact, Observation, Period, Qualifier, Value
from kg.ontology import RDFS, Ontology, node_key

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Cell = str | int | float | tuple[str, ...]
Row = dict[str, Cell]
Column = type[str] | type[int] | type[float] | type[tuple[str, ...]]

BETWEEN = " | "
ENTITY: dict[str, Column] = {
    "id": str,
    "kind": str,
    "name": str,
    "aliases": tuple,
    "documents": tuple,
    "mentions": int,
}
_SAID: dict[str, Column] = {
    "status": str,
    "confidence": float,
    "sources": int,
    "evidence": int,
    "documents": tuple,
    "quote": str,
    "evidence_json": str,
    "qualifiers_json": str,
}
FACT: dict[str, Column] = {"id": str, "subject": str, "relation": str, "label": str, "object": str, **_SAID}
FACT |= {"contradicts": tuple, "ended_by": tuple}
OBSERVATION: dict[str, Column] = {
    "id": str,
    "subject": str,
    "metric": str,
    "kind": str,
    "value": float,
    "value_high": float,
    "unit": str,
    "currency": str,
    "bound": str,
    "per": str,
    "noun": str,
    "over": str,
    "text": str,
    **_SAID,
}

_NESTED = {"qualifiers", "value"}  # taken from the model, which knows what is a number
_OF_ENTITIES = {"subject_name", "object_name"}
_VALUE = {"": "value", "high": "value_high"}
_IMPLIED = {AMOUNT: "money", SHARE: "percent"}
_NOT_A_NAME = re.compile(r"\W")
# what some spreadsheet runs, full-width signs and spaces before it included; apostrophes are doubled
# (https://owasp.org/www-community/attacks/CSV_Injection)
FORMULA = re.compile(r"['\s]*[=+\-@\t\r\n|\uff1d\uff0b\uff0d\uff20]")
# characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the sort of each column; columns that every graph has come first, others by name."""

    columns: Mapping[str, Column]
    rows: list[Row]


def entity_table(graph: KnowledgeGraph, *, observations: bool = False) -> Table:
    """One row an entity, sorted by id.

    With `observations`, for formats that hold nothing but nodes and edges, their number and all of them in JSON.
    """
    rows = [_entity(found) for found in to_objects(graph)["entities.jsonl"]]
    known = {row["id"] for row in rows}
    ends = [id for fact in graph.facts for id in (fact.subject, fact.object)]
    ends += [observation.subject for observation in graph.observations]
    rows += [{"id": id} for id in sorted(set(ends) - known)]
    if observations:
        _put_observations(rows, graph)
    return _table(rows, ENTITY)


def fact_table(graph: KnowledgeGraph) -> Table:
    """One row a fact of any status, sorted by id."""
    relations = graph.ontology.relations
    rows = []
    for fact, found in _paired(graph.facts, to_objects(graph)["facts.jsonl"]):
        relation = relations.get(fact.relation)
        rows.append({"label": relation.label if relation else fact.relation, **_said(fact, found, graph.ontology)})
    return _table(rows, FACT)


def observation_table(graph: KnowledgeGraph) -> Table:
    """One row an observation, sorted by id."""
    rows = []
    for observation, found in _paired(graph.observations, to_objects(graph)["observations.jsonl"]):
        row = _said(observation, found, graph.ontology)
        for part, cell in _parts(observation.value, fraction=False) if observation.value else ():
            if part != "text":  # the object of the contract has it
                _put(row, _VALUE.get(part, part), cell)
        rows.append(row)
    return _table(rows, OBSERVATION)


def joined(cell: Cell) -> str | int | float:
    """A cell of a format without lists."""
    return BETWEEN.join(cell) if isinstance(cell, tuple) else cell


def plain(text: str) -> str:
    """Text without characters that XML cannot hold."""
    return _NOT_XML.sub(REPLACEMENT, text)


def _table(rows: list[Row], fixed: Mapping[str, Column]) -> Table:
    more: dict[str, Column] = {}
    for row in rows:
        for name, cell in row.items():
            if name not in fixed and more.setdefault(name, type(cell)) is not type(cell):
                more[name] = str
    columns = {**fixed, **{name: more[name] for name in sorted(more)}}
    none: Row = {name: 0 for name, column in fixed.items() if column is int}
    return Table(columns, [none | {k: _fit(v, columns[k]) for k, v in row.items()} for row in rows])


def _fit(cell: Cell, column: Column) -> Cell:
    """A cell in the sort of its column, which differs only where two meanings share a name."""
    if column is str and not isinstance(cell, str):
        return str(joined(cell))
    return cell


def _paired(said: Iterable[Any], objects: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, dict[str, Any]]]:
    return zip(sorted(said, key=lambda each: each.id), objects, strict=True)


def _entity(found: dict[str, Any]) -> Row:
    row = _fields(found, skipped={"identifiers"})
    _put(row, "documents", tuple(sorted({m["document"] for m in found["mentions"]})))
    for key, value in found["identifiers"].items():
        _put(row, _named(key, ENTITY), BETWEEN.join(value) if isinstance(value, list) else value)
    return row


def _put_observations(rows: Iterable[Row], graph: KnowledgeGraph) -> None:
    told: dict[Cell, list[Any]] = defaultdict(list)
    for found in to_objects(graph)["observations.jsonl"]:
        told[found["subject"]].append({k: v for k, v in found.items() if k not in {"subject", "subject_name"}})
    for row in rows:
        if own := told.get(row["id"]):
            row |= {"observations": len(own), "observations_json": _json(own)}


def _said(said: Fact | Observation, found: dict[str, Any], ontology: Ontology) -> Row:
    """What facts and observations share."""
    row = _fields(found, skipped=_NESTED | _OF_ENTITIES)
    evidence = found["evidence"]
    _put(row, "documents", tuple(dict.fromkeys(e["document"] for e in evidence)))
    _put(row, "quote", evidence[0]["quote"] if evidence else "")
    _put(row, "evidence_json", _json(evidence) if evidence else "")
    _put(row, "qualifiers_json", _json(found["qualifiers"]) if found["qualifiers"] else "")
    taken = FACT if isinstance(said, Fact) else OBSERVATION
    for key, qualifier in said.qualifiers:
        for name, cell in _cells(key, _named(key, taken), qualifier, ontology):
            _put(row, name, cell)
    return row


def _fields(found: dict[str, Any], *, skipped: set[str]) -> Row:
    """The fields of an object of the contract; those that are nested are counted or put into JSON."""
    row: Row = {}
    for name, value in found.items():
        if name in skipped:
            continue
        if isinstance(value, dict):
            _put(row, f"{name}_json", _json(value) if value else "")
        elif isinstance(value, list):
            _put(row, name, tuple(value) if all(isinstance(v, str) for v in value) else len(value))
        else:
            _put(row, name, value)
    return row


def _cells(key: str, name: str, qualifier: Qualifier, ontology: Ontology) -> Iterator[tuple[str, Cell]]:
    number = _is_number(ontology, key)
    if isinstance(qualifier, str):
        yield f"{name}_text" if number else name, qualifier
    elif isinstance(qualifier, Period):
        yield f"{name}_text" if number else name, qualifier.text
        yield f"{name}_value", qualifier.value
    else:
        names = {"": name, "text": f"{name}_text"} if number else {"": f"{name}_number", "text": name}
        names |= {"per": "per"} if key == AMOUNT else {}
        for part, cell in _parts(qualifier, fraction=number):
            if part != "unit" or cell != _IMPLIED.get(key):
                yield names.get(part, f"{name}_{part}"), cell


def _parts(value: Value, *, fraction: bool) -> Iterator[tuple[str, Cell]]:
    """The cells of a quantity, "" the number itself; what is no finite number is told by the words alone."""
    places = -2 if fraction and value.unit == "percent" else 0
    for part, number in (("", value.number), ("high", value.high)):
        if number is not None and number.is_finite():
            yield part, float(number.scaleb(places))
    yield "unit", value.unit
    yield "currency", value.currency
    yield "bound", value.bound
    yield "per", value.per
    yield "noun", value.noun
    yield "over", value.over
    yield "text", value.text


def _put(row: Row, name: str, cell: Cell | None) -> None:
    """Add a cell; nothing where it is empty, and beside what has the name already."""
    if cell is None or cell == "" or cell == ():
        return
    old = row.setdefault(name, cell)
    if old is cell or old == cell or (isinstance(old, float) and isinstance(cell, float)):
        return
    row[name] = f"{joined(old)}{BETWEEN}{joined(cell)}"


def _named(key: str, taken: Mapping[str, Column]) -> str:
    name = _NOT_A_NAME.sub("_", key) or "_"
    return f"other_{name}" if name in taken else name


def _is_number(ontology: Ontology, key: str) -> bool:
    found = ontology.triples.get(ontology.namespace + key, {}).get(RDFS + "range", ())
    return bool(found) and node_key(found[0]).endswith("#decimal")


def _json(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, sort_keys=True)
