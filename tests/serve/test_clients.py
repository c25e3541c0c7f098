"""Clients that people use, against a real service."""

from __future__ import annotations

import shutil
import subprocess
from urllib.request import Request, urlopen

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.serve.conftest import BASE, Service

NAMES = "SELECT ?name { ?x a kg:Company ; rdfs:label ?name } ORDER BY ?name"
DECLARED = "PREFIX kg: <https://w3id.org/kg-business/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_reads_rows(service: Service, method: str) -> None:
    client = SPARQLWrapper(f"{service.url}/sparql")
    client.setQuery(NAMES)
    client.setMethod(method)
    client.setReturnFormat(JSON)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows][-1] == "Tovane"
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().startswith(b"name\r\n")
    client.setReturnFormat(XML)
    assert client.queryAndConvert().getElementsByTagName("result").length == 5


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # its own
def test_sparqlwrapper_reads_graphs_and_hears_refusals(service: Service) -> None:
    client = SPARQLWrapper(f"{service.url}/sparql")
    client.setQuery("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    client.setReturnFormat(TURTLE)
    assert b"Hexlar Paper" in client.queryAndConvert()
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert()) > 50
    client.setQuery("INSERT DATA { <http://e/s> <http://e/p> 1 }")
    client.setMethod(POST)
    with pytest.raises(Exception, match="403"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_asks_as_a_store(service: Service, method: str) -> None:
    store = SPARQLStore(f"{service.url}/sparql", method=method, returnFormat="json")
    graph = rdflib.Graph(store)
    assert [str(row.name) for row in graph.query(DECLARED + NAMES)][-1] == "Tovane"
    hexlar, label = rdflib.URIRef(f"{BASE}company/hexlar"), rdflib.RDFS.label
    assert list(graph.objects(hexlar, label)) == [rdflib.Literal("Hexlar")]
    assert (hexlar, label, rdflib.Literal("Hexlar")) in graph
    assert len(graph) > 50
    # a store that reads rows as JSON takes no graph in any format
    other = rdflib.Graph(SPARQLStore(f"{service.url}/sparql", method=method, returnFormat="xml"))
    found = other.query(f"DESCRIBE <{hexlar}>").graph
    assert found is not None
    assert (hexlar, label, rdflib.Literal("Hexlar")) in found


def test_rdflib_reads_what_dereferences(service: Service) -> None:
    graph = rdflib.Graph().parse(f"{service.url}/data?default")
    described = rdflib.Graph().parse(f"{service.url}/id/company/hexlar")
    assert len(described) > 10
    assert not set(described) - set(graph)


def test_urllib(service: Service) -> None:
    request = Request(
        f"{service.url}/sparql", b"ASK {}", {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    )
    with urlopen(request) as answer:
        assert answer.read() == b"true"


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_curl(service: Service) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", *arguments], check=True, capture_output=True, text=True).stdout

    assert "Tovane" in curl(f"{service.url}/sparql", "--data-urlencode", f"query={NAMES}")
    assert "Tovane" in curl(
        f"{service.url}/sparql", "-G", "-H", "Accept: text/csv", "--data-urlencode", f"query={NAMES}"
    )
    assert "@prefix" in curl(f"{service.url}/id/company/hexlar", "-H", "Accept: text/turtle")
    assert "HTTP/1.1 200" in curl("-I", f"{service.url}/healthz")
