"""Rows of plain cells: the rule by which what is nested is flattened."""

import json
from decimal import Decimal

import pytest
from handmade import small
from hypothesis import given
from varied import NASTY, nasty, qualifiers, varied

from kg.export.encodable import encodable
from kg.export.flat import entity_table, fact_table, observation_table, plain
from kg.model import Period, Value


def cells(*found):
    (row,) = fact_table(small("words", qualifiers=found)).rows
    fixed = set(fact_table(small()).columns)
    return {name: cell for name, cell in row.items() if name not in fixed or name == "for"}


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (
            ("amount", Value("nearly $20m a month", Decimal(20_000_000), "money", "USD", bound="about", per="month")),
            {"amount": 20e6, "amount_currency": "USD", "amount_bound": "about", "per": "month",
             "amount_text": "nearly $20m a month"},
        ),
        (("amount", Value("€1bn", Decimal(10**9), "money", "EUR", over="P5Y")),
         {"amount": 1e9, "amount_currency": "EUR", "amount_over": "P5Y", "amount_text": "€1bn"}),
        (("amount", Value("$2m to $3m", Decimal(2), "money", high=Decimal(3))),
         {"amount": 2.0, "amount_high": 3.0, "amount_text": "$2m to $3m"}),
        (("share", Value("a quarter", Decimal(25), "percent")), {"share": 0.25, "share_text": "a quarter"}),
        (("share", "most"), {"share_text": "most"}),
        (("amount", Value("an undisclosed sum", None, "money")), {"amount_text": "an undisclosed sum"}),
        (("amount", Value("many", Decimal("Infinity"), "money")), {"amount_text": "many"}),
        (("volume", Value("40 aircraft", Decimal(40), "count", noun="aircraft")),
         {"volume": 40.0, "volume_unit": "count", "volume_noun": "aircraft", "volume_text": "40 aircraft"}),
        (("from", Value("5 %", Decimal(5), "percent")), {"from": "5 %", "from_number": 5.0, "from_unit": "percent"}),
        (("date", Period("14 March 2026", "2026-03-14")), {"date": "14 March 2026", "date_value": "2026-03-14"}),
        (("date", Period("in May")), {"date": "in May"}),
        (("role", "chief executive"), {"role": "chief executive"}),
        (("status", "of a name that is taken"), {"other_status": "of a name that is taken"}),
        (("a b:c", "x"), {"a_b_c": "x"}),
    ],
)  # fmt: skip
def test_a_qualifier(qualifier, expected):
    assert cells(qualifier) == expected


def test_what_is_said_twice_is_kept():
    twice = cells(
        ("for", "cartons"), ("for", "paper"),
        ("amount", Value("$1", Decimal(1), "money", "USD")), ("amount", Value("$2", Decimal(2), "money", "USD")),
    )  # fmt: skip
    assert twice == {
        "for": "cartons | paper", "amount": 1.0, "amount_currency": "USD", "amount_text": "$1 | $2"
    }  # fmt: skip


def test_facts_with_their_evidence():
    rows = {row["id"]: row for row in fact_table(varied()).rows}
    first = rows["f1"]
    assert (first["subject"], first["relation"], first["label"]) == ("company/kestria", "customerOf", "customer of")
    assert (first["evidence"], first["sources"], first["documents"]) == (2, 2, ("d-1", "sub/d 2"))
    assert first["quote"] == "Kestria buys cartons of Hexlar for $20 million a year."
    assert [e["document"] for e in json.loads(first["evidence_json"])] == ["d-1", "sub/d 2"]
    assert json.loads(first["qualifiers_json"]) == qualifiers("f1")
    assert rows["f5"]["contradicts"] == ("f3",)
    assert rows["f5"]["ended_by"] == ("f4",)


def test_entities_with_what_they_have():
    row = next(row for row in entity_table(varied()).rows if row["id"] == "company/kestria")
    assert row == {
        "id": "company/kestria", "kind": "Company", "name": "Kestria", "mentions": 2, "references": 1,
        "documents": ("d-1", "sub/d 2"),
    }  # fmt: skip
    with_numbers = entity_table(varied(), observations=True).rows
    told = {row["id"]: json.loads(row["observations_json"]) for row in with_numbers if "observations" in row}
    assert {id: [o["id"] for o in found] for id, found in told.items()} == {
        "company/kestria": ["o1"], "company/hexlar": ["o2"],
    }  # fmt: skip


def test_observations():
    one, two = observation_table(varied()).rows
    assert (one["metric"], one["kind"], one["value"], one["unit"], one["currency"], one["per"], one["text"]) == (
        "spend", "level", 20e6, "money", "USD", "year", "$20 million",
    )  # fmt: skip
    assert (one["status"], one["segment"]) == ("expected", "Hexlar Foods")
    assert "value" not in two
    assert "text" not in two


def test_an_entity_that_the_graph_lacks_has_a_row():
    graph = small()
    graph = type(graph)(**{**vars(graph), "entities": graph.entities[:1]})
    assert [row["id"] for row in entity_table(graph).rows] == ["company/acme", "company/b:o lt"]


def test_columns_of_one_sort():
    for table in (entity_table(varied(key="mentions")), fact_table(varied()), observation_table(varied())):
        for row in table.rows:
            assert {name: type(cell) for name, cell in row.items()} == {name: table.columns[name] for name in row}


def test_an_empty_graph_has_the_columns():
    graph = type(varied())((), (), (), (), (), varied().ontology)
    assert fact_table(graph).columns["confidence"] is float
    assert not fact_table(graph).rows


@given(nasty)
def test_any_text_can_be_encoded_and_keeps_its_length(text):
    graph = encodable(varied(text))
    assert graph.documents[0].text is varied().documents[0].text
    name = graph.documents[0].title
    assert len(name) == len(text)
    assert len(plain(name)) == len(text)
    name.encode()


def test_a_graph_without_halves_is_itself():
    graph = varied(NASTY[0])
    assert encodable(graph) is graph
