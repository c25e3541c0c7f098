"""CSV for neo4j-admin: its header grammar, its rows, and nothing that a spreadsheet would run."""

import csv
import re
import sys

import pytest
from hypothesis import given, settings
from varied import NASTY, nasty, passages, told, varied

from kg.export.encodable import encodable
from kg.export.flat import FORMULA, plain
from kg.export.neo4j import safe

# https://neo4j.com/docs/operations-manual/current/import/header-format/
FIELD = re.compile(
    r"(?P<name>\w*)(?::(?P<sort>ID|START_ID|END_ID|LABEL|TYPE|IGNORE|string|int|long|float|double|boolean|byte|short|char"
    r"|point|date|localtime|time|localdatetime|datetime|duration)(?:\((?P<group>\w+)\))?(?P<array>\[\])?)?"
)


def read(path):
    """The rows of a file by the names of its fields; numbers and arrays as the header says."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        fields = [FIELD.fullmatch(field) for field in next(reader)]
        assert all(fields), path
        names = [f"{field['name']}:{field['sort']}" if not field["name"] else field["name"] for field in fields]
        assert len(names) == len(set(names))
        for row in reader:
            assert len(row) == len(fields)
            yield {name: value(cell, field) for name, cell, field in zip(names, row, fields, strict=True) if cell}


def value(cell, field):
    kinds = {"double": float, "long": int}
    if field["array"] or field["sort"] == "LABEL":
        return cell.split("\x1f")
    return kinds.get(field["sort"], str)(cell)


def exported(graph, folder):
    graph.export(folder, "neo4j")
    return {path.stem: list(read(path)) for path in (folder / "neo4j").glob("*.csv")}


def test_nodes_relationships_status_amounts_and_evidence(tmp_path):
    graph = varied()
    found = exported(graph, tmp_path)
    assert {row["id"]: row[":LABEL"] for row in found["entities"]} == {
        e.id: ["Entity", e.kind] for e in graph.entities
    }  # fmt: skip
    assert [row[":LABEL"] for row in found["observations"]] == [["Observation"]] * 2
    assert {
        row["id"]: (
            row[":START_ID"], row[":TYPE"], row[":END_ID"], row["status"],
            tuple(passages(row["evidence_json"])), row.get("amount"),
        )
        for row in found["facts"]
    } == told(graph)  # fmt: skip
    about = {(row[":START_ID"], row[":END_ID"]) for row in found["about"]}
    assert about == {(o.id, o.subject) for o in graph.observations}


def test_every_end_is_a_node(tmp_path):
    graph = varied()
    graph = type(graph)(**{**vars(graph), "entities": graph.entities[:1]})
    found = exported(graph, tmp_path)
    nodes = {row["id"] for row in found["entities"]}
    assert {row[end] for row in found["facts"] for end in (":START_ID", ":END_ID")} <= nodes
    assert {row[":END_ID"] for row in found["about"]} <= nodes


def test_the_command_names_the_files(tmp_path):
    exported(varied(), tmp_path)
    command = (tmp_path / "neo4j" / "import.txt").read_text()
    named = set(re.findall(r"--(?:nodes|relationships)=(\S+)", command))
    assert named == {path.name for path in (tmp_path / "neo4j").glob("*.csv")}
    assert "read-buffer-size" not in command


def test_the_command_makes_room_for_long_values(tmp_path):
    exported(varied("x" * 1_000_000), tmp_path)
    (size,) = re.findall(r"--read-buffer-size=(\d+)", (tmp_path / "neo4j" / "import.txt").read_text())
    assert int(size) > 4 * 1_000_000


@settings(max_examples=60, deadline=None)
@given(nasty)
def test_any_name_comes_back(tmp_path_factory, text):
    graph = varied(text)
    found = exported(graph, tmp_path_factory.mktemp("neo4j"))
    clean = plain(encodable(graph).by_id["company/hexlar"].name)
    row = next(row for row in found["entities"] if row["id"] == "company/hexlar")
    assert unsafe(row.get("name", "")) == clean
    assert [unsafe(alias) for alias in row["aliases"]] == [clean, "Hexlar | Foods", "Hexlar"]
    assert len(found["facts"]) == 6


def unsafe(text):
    """The reverse of the rule that the docs give."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


@given(nasty)
def test_no_cell_is_a_formula_and_the_rule_can_be_reversed(text):
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unsafe(safe(text)) == plain(text)


@pytest.mark.parametrize("text", NASTY)
def test_no_line_begins_with_a_formula(text, tmp_path):
    exported(varied(text), tmp_path)
    for path in (tmp_path / "neo4j").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not [cell for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
