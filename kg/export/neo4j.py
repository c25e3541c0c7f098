"""CSV for `neo4j-admin database import` (https://neo4j.com/docs/operations-manual/current/import/), with the command.

Entities and observations are nodes, facts are relationships of the type of their relation; an observation points
to its entity by ABOUT. A list is an array of texts, parted by the control character U+001F, which therefore becomes
U+FFFD in texts, as do characters that XML cannot hold.

A spreadsheet would run a text that begins with = + - or @ as a formula, so such a text gets an apostrophe in front,
as does one with apostrophes or spaces before such a character (`flat.FORMULA` says which). Take one apostrophe away
from what matches that and begins with one, and you have the text again. Numbers are as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.flat import FORMULA, Cell, Column, Row, Table, entity_table, fact_table, observation_table, plain

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_FOLDER = "neo4j"
_CSV = ("about", "entities", "facts", "observations")
FILES = (*(f"{_FOLDER}/{name}.csv" for name in _CSV), f"{_FOLDER}/import.txt")
OPENED_IN = "Neo4j, by the command in import.txt"

COMMAND = """\
neo4j-admin database import full \\
    --nodes=entities.csv --nodes=observations.csv \\
    --relationships=facts.csv --relationships=about.csv \\
    --multiline-fields=true --array-delimiter=U+001F --id-type=string{more} neo4j
"""
_BUFFER = 4 * 2**20  # bytes; the importer takes no longer value unless it is told
_ENTITY, _OBSERVATION = "Entity", "Observation"  # labels, and spaces of ids
_BETWEEN = "\x1f"
_TYPES: Mapping[Column, str] = {int: ":long", float: ":double", str: "", tuple: ":string[]"}


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write neo4j/*.csv and the command that imports them."""
    place = folder / _FOLDER
    place.mkdir()
    entities, facts, observations = entity_table(graph), fact_table(graph), observation_table(graph)
    wrote = [
        _nodes(place / "entities.csv", entities, _ENTITY),
        _nodes(place / "observations.csv", observations, _OBSERVATION),
        _relationships(place / "facts.csv", facts),
        _write(
            place / "about.csv",
            [f":START_ID({_OBSERVATION})", f":END_ID({_ENTITY})", ":TYPE"],
            ([row["id"], row["subject"], "ABOUT"] for row in observations.rows),
        ),
    ]
    longest = max(wrote)
    more = f" --read-buffer-size={2 * longest}" if 2 * longest > _BUFFER else ""
    (place / "import.txt").write_text(COMMAND.format(more=more), encoding="utf-8", newline="\n")


def safe(text: str) -> str:
    """A text that neither a spreadsheet nor the importer takes for anything else."""
    text = plain(text)
    return f"'{text}" if FORMULA.match(text) else text


def _nodes(path: Path, table: Table, label: str) -> int:
    names = [name for name in table.columns if name not in {"id", "subject"}]
    header = [f"id:ID({label})", ":LABEL", *(name + _TYPES[table.columns[name]] for name in names)]
    rows = ([row["id"], _labels(label, row), *_cells(row, names)] for row in table.rows)
    return _write(path, header, rows)


def _labels(label: str, row: Row) -> tuple[str, ...]:
    kind = str(row.get("kind", "")) if label == _ENTITY else ""
    return (label, kind) if kind and kind != label else (label,)


def _relationships(path: Path, table: Table) -> int:
    names = [name for name in table.columns if name not in {"subject", "object", "relation"}]
    ends = [f":START_ID({_ENTITY})", f":END_ID({_ENTITY})", ":TYPE"]
    rows = ([row["subject"], row["object"], row["relation"], *_cells(row, names)] for row in table.rows)
    return _write(path, [*ends, *(name + _TYPES[table.columns[name]] for name in names)], rows)


def _cells(row: Row, names: Iterable[str]) -> list[Cell | None]:
    return [row.get(name) for name in names]


def _write(path: Path, header: list[str], rows: Iterable[Iterable[Cell | None]]) -> int:
    """Write rows; how many bytes the longest value has at most."""
    longest = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(header) + "\n")
        for row in rows:
            written = [_written(cell) for cell in row]
            longest = max(longest, *map(len, written))
            file.write(",".join(written) + "\n")
    return 4 * longest


def _written(cell: Cell | None) -> str:
    """A number or nothing as it is, texts in quotes: without them a text that is empty would be none."""
    if isinstance(cell, tuple):
        return _quoted(_BETWEEN.join(map(safe, cell)))
    if isinstance(cell, str):
        return _quoted(safe(cell))
    return "" if cell is None else repr(cell)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
