"""Parquet, read back by pyarrow."""

import json

import pytest
from hypothesis import given, settings
from varied import nasty, passages, told, varied

from kg.export.encodable import encodable

parquet = pytest.importorskip("pyarrow.parquet", reason='pip install "kg-business[parquet]"')


def exported(graph, folder):
    graph.export(folder, "parquet")
    return {path.stem: parquet.read_table(path).to_pylist() for path in (folder / "parquet").iterdir()}


def test_nodes_facts_status_amounts_and_evidence(tmp_path):
    graph = varied()
    found = exported(graph, tmp_path)
    assert {row["id"]: row["kind"] for row in found["entities"]} == {e.id: e.kind for e in graph.entities}
    assert {
        row["id"]: (
            row["subject"], row["relation"], row["object"], row["status"],
            tuple(passages(row["evidence_json"])), row["amount"],
        )
        for row in found["facts"]
    } == told(graph)  # fmt: skip
    assert [(row["metric"], row["value"]) for row in found["observations"]] == [("spend", 20e6), ("revenue", None)]


def test_evidence_and_mentions_lead_to_the_words(tmp_path):
    graph = varied()
    found = exported(graph, tmp_path)
    texts = {row["id"]: row["text"] for row in found["documents"]}
    assert len(found["evidence"]) == sum(len(said.evidence) for said in (*graph.facts, *graph.observations))
    for row in found["evidence"]:
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
        assert json.loads(row["marks_json"])[0]["part"] == "subject"
    assert {row["said"] for row in found["evidence"] if row["sort"] == "fact"} == {f.id for f in graph.facts}
    assert len(found["mentions"]) == sum(len(e.mentions) + len(e.references) for e in graph.entities)
    assert [row["chain_json"] for row in found["mentions"] if row["how"] == "pronoun"] == ["[[0, 7]]"]


def test_lists_are_lists_and_types_do_not_depend_on_the_rows(tmp_path):
    graph = varied()
    hexlar = next(row for row in exported(graph, tmp_path)["entities"] if row["id"] == "company/hexlar")
    assert hexlar["aliases"] == ["Hexlar Foods", "Hexlar | Foods", "Hexlar"]
    empty = type(graph)((), (), (), (), (), graph.ontology)
    empty.export(tmp_path / "empty", "parquet")
    for name in ("facts", "observations", "entities", "evidence", "mentions", "documents"):
        full, none = (parquet.read_schema(f / "parquet" / f"{name}.parquet") for f in (tmp_path, tmp_path / "empty"))
        assert all(full.field(field.name).type == field.type for field in none)


@settings(max_examples=30, deadline=None)
@given(nasty)
def test_any_name_comes_back(tmp_path_factory, text):
    graph = varied(text)
    found = exported(graph, tmp_path_factory.mktemp("parquet"))
    hexlar = next(row for row in found["entities"] if row["id"] == "company/hexlar")
    assert (hexlar["name"] or "") == encodable(graph).by_id["company/hexlar"].name
    assert found["documents"][0]["title"] == encodable(graph).documents[0].title
