"""SPARQL, parameters and answers."""

import csv
import dataclasses
import gc
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import InputError, QueryError
from kg.query import Answer, load, run
from kg.query.dataset import _held
from kg.query.text import bound, refuse_depth

CUSTOMERS = "SELECT ?c { ?c kg:customerOf ?s }"
ACME, MICROSOFT = "https://w3id.org/kg-business/id/company/acme", "https://w3id.org/kg-business/id/company/microsoft"


def test_naive_sparql_sees_only_what_is_so(graph):
    assert run(graph, CUSTOMERS).rows == ((MICROSOFT,),)
    assert graph.query(CUSTOMERS).columns == ("c",)


def test_prefixes_are_declared(graph):
    query = "SELECT ?name { company:acme a kg:Company ; rdfs:label ?name . id:run a prov:Activity }"
    assert run(graph, query).rows == (("Acme",),)


def test_relative_iris_start_at_the_base(graph):
    assert run(graph, "ASK { <company/acme> a kg:Company }").rows == ((True,),)


@pytest.mark.parametrize(
    "value",
    [
        "Microsoft",
        "MICROSOFT corp",
        " microsoft ",
        "company/microsoft",
        "company:microsoft",
        MICROSOFT,
        f"<{MICROSOFT}>",
    ],
)
def test_a_parameter_is_found_by_name_id_or_iri(graph, value):
    assert run(graph, "SELECT ?s { ?entity kg:customerOf ?s }", {"entity": value}).rows != ()
    assert run(graph, "ASK { ?entity kg:customerOf ?s }", {"entity": value}).rows == ((True,),)


def test_a_parameter_may_be_a_term_of_the_ontology(graph):
    query = "SELECT ?f { ?f kg:status ?status ; rdf:predicate ?relation }"
    assert len(run(graph, query, {"status": "possible", "relation": "customer of"})) == 1
    assert len(run(graph, query, {"status": "kg:ended", "relation": "customerOf"})) == 1


def test_a_parameter_binds_before_filters_and_groups(graph):
    query = "SELECT (COUNT(?f) AS ?n) { ?f rdf:subject ?who FILTER(?who = ?entity) }"
    assert run(graph, query, {"entity": "Acme"}).rows == ((6,),)


def test_construct_binds_in_the_pattern_not_the_template(graph):
    query = "CONSTRUCT { ?entity rdfs:seeAlso ?s } WHERE { ?entity kg:customerOf ?s }"
    (row,) = run(graph, query, {"entity": "Microsoft"}).rows
    assert row[0] == MICROSOFT


def test_all_that_share_a_name(graph):
    place = dataclasses.replace(graph.entities[0], id="place/acme", kind="Place")
    both = dataclasses.replace(graph, entities=(*graph.entities, place))
    rows = run(both, "SELECT ?entity ?kind { ?entity a ?kind } ORDER BY ?kind", {"entity": "acme"}).rows
    assert [r[0].rsplit("id/")[-1] for r in rows] == ["company/acme", "place/acme"]


def test_an_unknown_name_comes_with_near_ones(graph):
    with pytest.raises(
        QueryError, match=r"Nothing in the graph is called 'Microsfot' \(entity\); near it are: Microsoft"
    ):
        run(graph, "customers-of", {"entity": "Microsfot"})


@pytest.mark.parametrize("value", ['"} INSERT', "> . ?x ?y ?z", "x\ny", "", "} UNION {", "\ud83d"])
def test_a_parameter_is_never_text_of_the_query(graph, value):
    with pytest.raises(QueryError, match="Nothing in the graph"):
        run(graph, "customers-of", {"entity": value})


def test_an_unknown_variable(graph):
    with pytest.raises(QueryError, match=r"no variable \?company to bind; it has: c, s"):
        run(graph, CUSTOMERS, {"company": "Acme"})
    with pytest.raises(QueryError, match=r"no variable \?c to bind"):
        run(graph, "SELECT ?x { ?x rdfs:label '?c' } # ?c", {"c": "Acme"})


def test_a_syntax_error_has_a_place(graph):
    with pytest.raises(QueryError, match=r'line 2, column 9, at "}"'):
        run(graph, "SELECT ?x {\ngarbage }")
    with pytest.raises(QueryError, match=r"prefix not found"):
        run(graph, "SELECT ?x { ?x foo:bar ?y }")
    with pytest.raises(QueryError, match="line 1, column 31"):  # as the asker counts, without what is bound
        run(graph, "SELECT ?x { ?x a ?entity foo }", {"entity": "Acme"})
    with pytest.raises(QueryError, match="the text ends"):
        run(graph, "SELECT ?x {")


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "PREFIX x: <http://SELECT/> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\nCLEAR ALL",
        "LOAD <http://example.org/> INTO GRAPH <a:a>",
    ],
)
def test_updates_are_refused(graph, update):
    with pytest.raises(QueryError, match="changes data"):
        run(graph, update)


def test_other_servers_are_not_called(graph):
    with pytest.raises(QueryError, match="another server"):
        run(graph, "SELECT * { service<http://localhost:1/> { ?s ?p ?o } }")
    assert run(graph, "SELECT ?service { ?service rdfs:label 'SERVICE' } # SERVICE").rows == ()


def test_the_ontology_stands_beside_the_graph(graph):
    query = "SELECT ?label { GRAPH ?g { kg:customerOf rdfs:label ?label } }"
    assert run(graph, query).rows == (("customer of",),)
    assert run(graph, "ASK { kg:customerOf rdfs:label ?label }").rows == ((False,),)


def test_a_folder_answers_like_its_graph(graph, written):
    for query in (CUSTOMERS, "uncertain", "deals"):
        assert run(written, query) == run(graph, query)
    assert load(written) is load(written)
    assert load(written).prefixes["company"].endswith("/company/")


def test_a_folder_without_a_graph(tmp_path):
    with pytest.raises(InputError, match=r"no readable graph\.ttl"):
        run(tmp_path, CUSTOMERS)
    (tmp_path / "graph.ttl").write_text("not turtle")
    with pytest.raises(InputError, match="cannot be read"):
        run(tmp_path, CUSTOMERS)


def test_triples_live_as_long_as_their_graph(graph):
    copy = dataclasses.replace(graph)
    run(copy, CUSTOMERS)
    key = id(copy), False
    assert key in _held
    del copy
    gc.collect()
    assert key not in _held


def test_an_answer_in_all_its_forms():
    answer = Answer(
        ("a", "b"), (('x,"<y>"\n', Decimal("0.25")), (None, Decimal("20000000.0")), ("k#t", True)), {"k": "k#"}
    )
    assert list(csv.reader(answer.to_csv().splitlines(keepends=True))) == [
        ["a", "b"],
        ['x,"<y>"\n', "0.25"],
        ["", "20000000"],
        ["k#t", "true"],
    ]
    assert json.loads(answer.to_json())[1] == {"a": None, "b": 20000000}
    assert [row["b"] for row in answer] == [Decimal("0.25"), Decimal(20000000), True]
    assert answer.to_table().splitlines()[-1] == "k:t      true"
    assert "&lt;y&gt;" in answer._repr_html_()
    assert len(answer) == 3


NESTED = "SELECT ?b ?n { { SELECT ?a ?b { ?a kg:customerOf ?b } LIMIT 5 } ?b rdfs:label ?n FILTER(?b != ?other) }"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("a", "{ { SELECT ?a ?b { VALUES ?a { <u:x> }  ?a kg:customerOf"),
        ("other", "SELECT ?b ?n { VALUES ?other { <u:x> }  { SELECT"),
        ("b", "SELECT ?b ?n { VALUES ?b { <u:x> }  { SELECT ?a ?b { VALUES ?b { <u:x> }  ?a"),
        ("n", "SELECT ?b ?n { VALUES ?n { <u:x> }  { SELECT"),
        ("ab", "SELECT ?b ?n { VALUES ?b { <u:x> }  { SELECT ?a ?b { VALUES ?a { <u:x> } VALUES ?b { <u:x> }  ?a"),
    ],
)
def test_values_go_into_the_subquery_that_a_pattern_starts_with(names, expected):
    known = ("a", "b", "n", "other")
    text = bound(NESTED, {name: [ox.NamedNode("u:x")] for name in ([names] if names in known else names)})
    assert expected in text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { { ?x ?p ?y } UNION { SELECT ?x { ?x ?p ?y } } }",
        "SELECT ?x { ?x ?p ?y { SELECT ?x { ?x ?p ?y } } }",
        "CONSTRUCT { ?x ?p ?y } WHERE { ?x ?p ?y }",
        "SELECT ?x { { SELECT ?x { ?x ?p ?y",
    ],
)
def test_other_patterns_have_their_values_at_the_head(query):
    place = query.index("?y } WHERE {") + len("?y } WHERE {") if "WHERE" in query else query.index("{") + 1
    assert bound(query, {"z": [ox.NamedNode("u:x")]}) == f"{query[:place]} VALUES ?z {{ <u:x> }} {query[place:]}"


def test_a_limit_of_rows_is_kept_and_told(graph):
    whole = run(graph, "facts")
    few = run(graph, "facts", {"limit": "2"})
    assert not whole.cut
    assert few.cut
    assert few.rows == whole.rows[:2]
    assert run(graph, "facts", {"limit": "1,000,000"}).rows == whole.rows
    assert not run(graph, "SELECT ?s { ?s ?p ?o } LIMIT 2").cut


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "many", "", "9" * 20, "2 } #"])
def test_a_limit_is_a_number_of_rows(graph, value):
    with pytest.raises(QueryError, match=r"limit=.* is not a number of rows"):
        run(graph, "facts", {"limit": value})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "SELECT * { FILTER(" + "!" * 20_000 + "true) }",
        "SELECT * { FILTER(" + "1+" * 20_000 + "1) }",
        "SELECT * " + "{" * 20_000 + "}" * 20_000,
        "SELECT * { {}" + " UNION {}" * 20_000 + "}",
        "SELECT * { ?a " + "kg:a/" * 20_000 + "kg:b ?c }",
        "SELECT * { " + "?a kg:b ?c . " * 20_000 + "}",
        "SELECT * { ?a rdfs:labe" + "(" * 20_000,
    ],
    ids=lambda query: query[:24],
)
def test_a_query_that_would_take_the_process_down_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="more than 1,000 brackets, operators and patterns"):
        refuse_depth(query)


@pytest.mark.parametrize("query", [f'SELECT * {{ FILTER(?a = "{"(" * 9000}") }}', "SELECT * {} # " + "(" * 9000])
def test_brackets_in_words_do_not_count(query: str) -> None:
    refuse_depth(query)
