"""networkx and the notebook."""

import io
from dataclasses import replace
from decimal import Decimal

import networkx as nx
import pytest
from handmade import HOSTILE, small

from kg.export.networkx import to_networkx
from kg.export.notebook import as_html
from kg.model import Value


@pytest.mark.parametrize("text", HOSTILE)
def test_graphml_takes_any_text(text):
    target = io.BytesIO()
    nx.write_graphml(to_networkx(small(text)), target)
    back = nx.read_graphml(io.BytesIO(target.getvalue()), force_multigraph=True)
    assert set(back.nodes) == {"company/acme", "company/b:o lt"}


def test_edges_are_keyed_by_fact_and_flat():
    amount = Value("$2m", Decimal(2_000_000), "money", "USD", per="month")
    graph = small(qualifiers=(("amount", amount), ("share", Value("5%", Decimal(5), "percent"))))
    view = graph.to_networkx()
    edge = view.edges["company/acme", "company/b:o lt", "f1"]
    assert edge["amount"] == 2_000_000.0
    assert (edge["amount_currency"], edge["per"], edge["share"]) == ("USD", "month", 0.05)
    assert (edge["label"], edge["status"], edge["evidence"]) == ("customer of", "asserted", 1)
    assert all(isinstance(v, str | int | float) for v in edge.values())


def test_of_several_tickers_a_node_has_the_first():
    graph = small("Acme")
    first = replace(graph.entities[0], identifiers=(("cik", "7"), ("ticker", "ACME"), ("ticker", "ACME-W")))
    node = replace(graph, entities=(first, *graph.entities[1:])).to_networkx().nodes[first.id]
    assert (node["cik"], node["ticker"]) == ("7", "ACME")


def test_notebook_escapes():
    page = as_html(small("<script>alert(1)</script>"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "customer of" in page
    assert small()._repr_html_().startswith("<p>&lt;KnowledgeGraph: 1 documents")
