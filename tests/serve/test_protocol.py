"""SPARQL 1.1 Protocol, by the paragraphs of https://www.w3.org/TR/sparql11-protocol/, and Graph Store reading."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from tests.serve.conftest import BASE, Service

FORM = "application/x-www-form-urlencoded"
ASK, ONE = "ASK { ?s ?p ?o }", "SELECT ?name { ?x a kg:Company ; rdfs:label ?name } ORDER BY ?name LIMIT 1"
CONSTRUCT, DESCRIBE = "CONSTRUCT { ?s a kg:Company } { ?s a kg:Company }", "DESCRIBE company:hexlar"
ONTOLOGY = "https://w3id.org/kg-business/ontology"
NOWHERE = "https://example.org/no-such-graph"
JSON = "application/sparql-results+json"


def post(service: Service, body: str, media: str | None, path: str = "/sparql"):
    headers = {"Content_Type": media} if media else {}
    return service.ask(path, "POST", body.encode(), **headers)


# ---------------------------------------------------------------- 2.1 query operations


def test_query_by_get(service: Service) -> None:
    answer = service.query(ASK)
    assert (answer.status, answer.media) == (200, JSON)
    assert answer.json()["boolean"] is True


def test_query_by_post_of_a_form(service: Service) -> None:
    assert post(service, urlencode({"query": ASK}), FORM).json()["boolean"] is True


def test_query_by_post_of_the_query_itself(service: Service) -> None:
    assert post(service, ASK, "application/sparql-query").json()["boolean"] is True
    assert post(service, ASK, "application/sparql-query; charset=UTF-8").json()["boolean"] is True


def test_what_kg_query_sees_is_seen(service: Service, out: Path) -> None:
    from kg.query import load, run

    assert service.names(ONE) == [row[0] for row in run(load(out), ONE).rows] == ["<b>Brelco</b>"]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert service.names(count) == [str(run(load(out), count).rows[0][0])]


def test_a_head_has_the_headers_and_no_body(service: Service) -> None:
    answer = service.ask(f"/sparql?query={quote(ASK)}", "HEAD")
    assert (answer.status, answer.media, answer.body) == (200, JSON, b"")


# ---------------------------------------------------------------- 2.1.4 the dataset

IS_HERE, IS_THERE = "ASK { company:hexlar ?p ?o }", "ASK { GRAPH ?g { kg:customerOf ?p ?o } }"


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("query", "fields", "holds"),
    [
        (IS_HERE, {}, True),
        (IS_HERE, {"default-graph-uri": [ONTOLOGY]}, False),
        ("ASK { kg:customerOf ?p ?o }", {}, False),
        ("ASK { kg:customerOf ?p ?o }", {"default-graph-uri": [ONTOLOGY]}, True),
        ("ASK { kg:customerOf ?p ?o }", {"default-graph-uri": [NOWHERE, ONTOLOGY]}, True),
        ("ASK { kg:customerOf ?p ?o }", {"default-graph-uri": [NOWHERE]}, False),
        (IS_THERE, {}, True),
        (IS_THERE, {"named-graph-uri": [NOWHERE]}, False),
        (IS_THERE, {"named-graph-uri": [NOWHERE, ONTOLOGY]}, True),
        (IS_THERE, {"default-graph-uri": [ONTOLOGY]}, False),  # no named graph is in that dataset
        (IS_HERE, {"named-graph-uri": [ONTOLOGY]}, False),  # nor a default graph in that
        (f"ASK FROM <{ONTOLOGY}> {{ kg:customerOf ?p ?o }}", {}, True),
        # that of the protocol goes before that of the query
        (f"ASK FROM <{ONTOLOGY}> {{ kg:customerOf ?p ?o }}", {"default-graph-uri": [NOWHERE]}, False),
        (f"ASK FROM NAMED <{NOWHERE}> {{ GRAPH ?g {{ kg:customerOf ?p ?o }} }}", {"named-graph-uri": [ONTOLOGY]}, True),
    ],
)
def test_the_dataset_of_the_protocol(
    service: Service, way: str, query: str, fields: dict[str, list[str]], holds: bool
) -> None:
    text = urlencode(fields, doseq=True)
    if way == "get":
        answer = service.ask(f"/sparql?query={quote(query)}&{text}")
    elif way == "form":
        answer = post(service, urlencode({"query": query, **fields}, doseq=True), FORM)
    else:
        answer = post(service, query, "application/sparql-query", f"/sparql?{text}")
    assert answer.json()["boolean"] is holds


def test_a_graph_is_named_by_an_iri(service: Service) -> None:
    answer = service.ask(f"/sparql?query={quote(ASK)}&default-graph-uri=not%20an%20iri")
    assert (answer.status, "absolute IRI" in answer.text) == (400, True)


# ---------------------------------------------------------------- 2.1.5 accepted responses


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (ONE, None, JSON),
        (ONE, "*/*", JSON),
        (ONE, JSON, JSON),
        (ONE, "application/json", "application/json"),
        (ONE, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ONE, "text/csv", "text/csv"),
        (ONE, "text/tab-separated-values", "text/tab-separated-values"),
        (ONE, "text/html, */*;q=0.1", "text/html"),
        (ONE, "image/png, text/csv;q=0.5", "text/csv"),
        (ASK, JSON, JSON),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, None, "text/turtle"),
        (CONSTRUCT, "text/turtle", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (DESCRIBE, "application/n-triples", "application/n-triples"),
        (DESCRIBE, "text/turtle;q=0.3, application/ld+json;q=0.9", "application/ld+json"),
    ],
)
def test_the_format_is_that_which_is_asked_for(service: Service, query: str, accept: str | None, media: str) -> None:
    answer = service.query(query, **({"Accept": accept} if accept else {}))
    assert (answer.status, answer.media, answer.headers["vary"]) == (200, media, "Accept")
    if media in {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}:
        form = ox.RdfFormat.from_media_type(media)
        assert form is not None
        assert f"{BASE}company/hexlar" in {q.subject.value for q in ox.parse(answer.body, form)}
    elif "sparql-results" in media:
        ox.parse_query_results(answer.body, ox.QueryResultsFormat.from_media_type(media))


@pytest.mark.parametrize(
    ("query", "accept"), [(ONE, "image/png"), (ONE, "text/turtle"), (CONSTRUCT, "text/csv"), (ONE, "text/csv;q=0")]
)
def test_an_unknown_format_is_not_acceptable(service: Service, query: str, accept: str) -> None:
    answer = service.query(query, Accept=accept)
    assert (answer.status, answer.text.startswith("This can be had as: ")) == (406, True)


def test_csv_is_csv(service: Service) -> None:
    assert service.query(ONE, Accept="text/csv").body == b"name\r\n<b>Brelco</b>\r\n"


# ---------------------------------------------------------------- 2.1.6 failures


def test_bad_syntax_is_told_with_its_place(service: Service) -> None:
    answer = service.query("SELECT ?x WHERE {\n  ?x ?y }}")
    assert (answer.status, answer.media) == (400, "text/plain")
    assert answer.text.startswith("The query cannot be parsed: line 2, column ")


@pytest.mark.parametrize("fields", ["query=ASK%7B%7D&query=ASK%7B%7D", "query=", "query=%20", "query"])
def test_exactly_one_query(service: Service, fields: str) -> None:
    assert service.ask(f"/sparql?{fields}").status == 400
    assert post(service, fields, FORM).status == 400


def test_a_query_in_the_address_and_one_in_the_body_are_two(service: Service) -> None:
    path = f"/sparql?query={quote(ASK)}"
    assert post(service, ASK, "application/sparql-query", path).status == 400
    assert post(service, urlencode({"query": ASK}), FORM, path).status == 400


def test_a_form_without_a_query(service: Service) -> None:
    assert post(service, "", FORM).status == 400
    assert post(service, "questions=1", FORM).status == 400


@pytest.mark.parametrize("media", [None, "text/plain", "application/json", "multipart/form-data; boundary=x", ";"])
def test_wrong_media_types(service: Service, media: str | None) -> None:
    assert post(service, urlencode({"query": ASK}), media).status == 415


def test_other_encodings(service: Service) -> None:
    body = ASK.encode("utf-16")
    media = "application/sparql-query; charset=UTF-16"
    assert service.ask("/sparql", "POST", body, Content_Type=media).status == 415
    assert (
        service.ask("/sparql", "POST", b"ASK { ?s ?p '\xff' }", Content_Type="application/sparql-query").status == 400
    )
    assert service.ask("/sparql?query=%FF").status == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods(service: Service, method: str) -> None:
    answer = service.ask(f"/sparql?query={quote(ASK)}", method)
    assert (answer.status, "GET" in answer.headers["allow"]) == (405, True)


# ---------------------------------------------------------------- 2.2 updates, of which there are none

UPDATE = "INSERT DATA { <http://e/s> <http://e/p> 1 }"


def test_updates_are_refused(service: Service) -> None:
    assert post(service, urlencode({"update": UPDATE}), FORM).status == 403
    assert post(service, UPDATE, "application/sparql-update").status == 403
    assert service.ask(f"/sparql?update={quote(UPDATE)}").status == 403
    for text in (UPDATE, "DROP ALL", "LOAD <http://127.0.0.1:9/x>", "PREFIX e: <http://e/> DELETE WHERE { ?s ?p ?o }"):
        assert service.query(text).status == 403
    assert service.query("ASK { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }").status == 403
    assert service.query("ASK { <http://e/s> ?p ?o }").json()["boolean"] is False


# ---------------------------------------------------------------- service description


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_the_service_describes_itself(service: Service, media: str) -> None:
    answer = service.ask("/sparql", Accept=media)
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    found = {(q.predicate.value.rpartition("#")[2], str(q.object)) for q in ox.parse(answer.body, form)}
    assert ("endpoint", f"<{service.url}/sparql>") in found
    assert ("name", f"<{ONTOLOGY}>") in found
    assert answer.media == media


def test_a_browser_gets_a_form(service: Service) -> None:
    answer = service.ask("/sparql", Accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert (answer.media, '<form action="/sparql"' in answer.text) == ("text/html", True)


# ---------------------------------------------------------------- Graph Store Protocol


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_the_default_graph_is_graph_ttl(service: Service, out: Path, media: str) -> None:
    def triples(data: bytes, form: ox.RdfFormat) -> set[str]:
        return {str(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse(data, form)}

    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    for _ in range(2):  # made, and kept
        answer = service.ask("/data?default", Accept=media)
        assert (answer.status, answer.media) == (200, media)
        assert triples(answer.body, form) == triples((out / "graph.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    head = service.ask("/data?default", "HEAD", Accept=media)
    assert (head.status, head.headers["content-length"], head.body) == (200, str(len(answer.body)), b"")


def test_a_named_graph(service: Service) -> None:
    answer = service.ask(f"/data?graph={quote(ONTOLOGY, safe='')}")
    assert (answer.status, answer.media, "customer of" in answer.text) == (200, "text/turtle", True)
    assert service.ask(f"/data?graph={quote(NOWHERE, safe='')}").status == 404


@pytest.mark.parametrize(
    "query", ["", "graph=", "graph=x", "default&graph=http://x/", "graph=http://x/&graph=http://y/"]
)
def test_one_graph_is_named(service: Service, query: str) -> None:
    assert service.ask(f"/data?{query}").status == 400


def test_graphs_in_no_known_format(service: Service) -> None:
    assert service.ask("/data?default", Accept="image/png").status == 406


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_graphs_are_not_written(service: Service, method: str) -> None:
    answer = service.ask("/data?default", method, b"<http://e/s> <http://e/p> 1 .", Content_Type="text/turtle")
    assert (answer.status, "read-only" in answer.text) == (403, True)


# ---------------------------------------------------------------- shipped questions


def test_questions_are_listed_and_answered(service: Service) -> None:
    listed = {q["name"]: q for q in service.ask("/questions").json()}
    assert listed["customers-of"]["parameters"][0]["required"] is True
    answer = service.ask("/questions/customers-of?entity=Hexlar%20Paper", Accept="text/csv")
    assert (answer.status, "Kestria" in answer.text) == (200, True)
    assert service.ask("/questions/no-such").status == 404
    assert service.ask("/questions/customers-of").status == 400
    assert service.ask("/questions/customers-of?entity=Hexlar&entity=Kestria").status == 400


@pytest.mark.parametrize(
    "value", ['Hexlar" } DROP ALL #', "{}", "<http://x> } { ?s ?p ?o", "'); DELETE", "\\u0022", "a\nb", "$entity", "%"]
)
def test_parameters_are_never_text_of_the_query(service: Service, value: str) -> None:
    answer = service.ask(f"/questions/customers-of?{urlencode({'entity': value})}")
    assert (answer.status, answer.text.startswith("Nothing in the graph is called ")) == (400, True)


def test_a_question_whose_name_holds_a_word_of_updates(service: Service) -> None:
    assert service.ask("/questions/competes-with-supplier").status == 200
