"""The Cypher script, read back by a parser of Neo4j's dialect and run on a graph in memory."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from varied import NASTY, nasty, passages, told, varied

from kg.export.cypher import literal, quoted
from kg.export.encodable import encodable

graphglot = pytest.importorskip("graphglot.dialect", reason="pip install graphglot")
NEO4J = graphglot.Dialect.get_or_raise("neo4j")


def parts(node, kind):
    """The nodes of a syntax tree of a kind, in their order; not those within one."""
    return [each for each in node.dfs(prune=lambda n: type(n).__name__ == kind) if type(each).__name__ == kind]


def value(node):
    """A literal as Python has it."""
    for record in parts(node, "RecordConstructor"):
        return {field.field_name.name: value(field.value_expression) for field in parts(record, "Field")}
    for listed in parts(node, "ListValueConstructorByEnumeration"):
        found = listed.list_element_list
        return [value(each) for each in found.list_list_element] if found else []
    texts = [text.value for text in parts(node, "CharacterStringLiteral")]
    if texts:
        return "".join(texts)
    (number,) = parts(node, "UnsignedNumericLiteral")
    minus = any(factor.sign.name == "MINUS_SIGN" for factor in parts(node, "ArithmeticFactor"))
    return float(-number.value if minus else number.value) if isinstance(number.value, Decimal) else number.value


def statements(text):
    """The rows of each statement that has some, and the words behind them."""
    for program in NEO4J.parse(text):
        loops = list(parts(program, "ForStatement"))
        if loops:
            (rows,) = loops
            (listed,) = rows.for_item.for_item_source.list_list_primary
            yield [value(each) for each in listed.list_element_list.list_list_element], program


def names(program, kind):
    return [name.identifier.name for name in parts(program, kind)]


def test_nodes_relationships_status_amounts_and_evidence(tmp_path):
    graph = varied()
    graph.export(tmp_path, "cypher")
    facts, labels, about = {}, {}, {}
    for rows, program in statements((tmp_path / "graph.cypher").read_text(encoding="utf-8")):
        (merged, *more) = [names(clause, "LabelName") for clause in parts(program, "MergeClause")]
        for row in rows:
            if "object" in row:
                held = row["properties"]
                places = tuple(passages(held["evidence_json"]))
                ends = (row["subject"], merged[0], row["object"])
                facts[row["id"]] = (*ends, held["status"], places, held.get("amount"))
            elif "subject" in row:
                assert (merged, more) == (["Observation"], [["ABOUT"]])
                about[row["id"]] = row["subject"]
            else:
                labels[row["id"]] = row["properties"]["kind"]
                assert set(names(program, "LabelName")) >= {"Entity", "Company"}
    assert facts == told(graph)
    assert labels == {e.id: e.kind for e in graph.entities}
    assert about == {o.id: o.subject for o in graph.observations}


def test_batches_hold_every_row(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.export.cypher.BATCH", 2)
    varied().export(tmp_path, "cypher")
    found = [row["id"] for rows, _ in statements((tmp_path / "graph.cypher").read_text()) for row in rows]
    assert len(found) == len(set(found)) == 3 + 6 + 2


@settings(deadline=None)
@given(nasty)
def test_a_literal_is_one_text_and_nothing_else(text):
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    (program,) = NEO4J.parse(f"RETURN {literal(text)} AS x")
    assert value(program) == text


@settings(deadline=None)
@given(nasty)
def test_no_escape_of_a_text_is_read_before_the_literal(text):
    """A reader may turn backslash-u into a character first: then nothing but control characters may come of it."""
    for code in re.findall(r"\\u(....)", literal(text)):
        assert chr(int(code, 16)) not in "'\\`\n"


@pytest.mark.parametrize("text", [text for text in NASTY if "\ud83d" not in text])
def test_a_name_in_backticks_stays_a_name(text):
    (program,) = NEO4J.parse(f"MATCH (n:{quoted(text or 'x')}) RETURN n")
    assert len(names(program, "LabelName")) == 1


@pytest.mark.parametrize("text", NASTY)
def test_any_name_comes_back(text, tmp_path):
    graph = varied(text, kind=text.replace("\ud83d", "") or "Company")
    graph.export(tmp_path, "cypher")
    found = list(statements((tmp_path / "graph.cypher").read_text(encoding="utf-8")))
    rows = {row["id"]: row["properties"] for rows, _ in found for row in rows}
    assert len(rows) == 3 + 6 + 2
    assert rows["company/hexlar"].get("name", "") == encodable(graph).by_id["company/hexlar"].name
    assert not [program for _, program in found if "Delete" in repr(program)]


@pytest.mark.parametrize(("number", "text"), [(1e22, "1e22"), (1e-7, "1e-07"), (-2.5, "-2.5"), (20e6, "20000000.0")])
def test_numbers(number, text):
    assert literal(number) == text
    (program,) = NEO4J.parse(f"RETURN {literal(number)} AS x")
    assert value(program) == number
