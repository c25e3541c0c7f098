"""The RDF design, read back as triples."""

import dataclasses
from decimal import Decimal

import pyoxigraph as ox
import rdflib
from handmade import small

from kg.export import to_rdflib, to_turtle, triples
from kg.export.vocabulary import dated, id_of, node
from kg.model import Period, Status, Value

KG = "https://w3id.org/kg-business/ontology#"
BASE = "https://example.org/id/"
DIRECT = ox.NamedNode(KG + "customerOf")


def objects(graph, subject, name):
    found = [t.object for t in triples(graph) if t.subject.value == BASE + subject and t.predicate.value == KG + name]
    return [o.value for o in found]


def test_a_direct_triple_only_for_what_is_asserted():
    for status in Status:
        graph = small()
        graph = dataclasses.replace(graph, facts=(dataclasses.replace(graph.facts[0], status=status),))
        direct = [t for t in triples(graph) if t.predicate == DIRECT]
        assert len(direct) == (status is Status.ASSERTED)
        assert objects(graph, "fact/f1", "status") == [KG + status.value]


def test_no_blank_nodes_and_no_triple_twice():
    found = list(triples(small()))
    assert len(found) == len(set(map(str, found)))
    assert not [t for t in found if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]


def test_qualifiers_are_typed():
    amount = Value("nearly $20m", Decimal(20_000_000), "money", "USD", bound="about", per="month")
    share = Value("a quarter", Decimal(25), "percent")
    graph = small(qualifiers=(("amount", amount), ("share", share), ("period", "2024-05"), ("role", "buyer")))
    expected = {
        "amount": "20000000.0",
        "currency": "USD",
        "per": "month",
        "amountBound": "about",
        "amountText": "nearly $20m",
        "share": "0.25",
        "shareText": "a quarter",
        "period": "2024-05",
        "role": "buyer",
    }
    for name, value in expected.items():
        assert objects(graph, "fact/f1", name) == [value], name
    assert '"2024-05"^^xsd:gYearMonth' in to_turtle(graph).decode()


def times(**found):
    graph = small(qualifiers=tuple((key, period) for key, period in found.items()))
    return {
        (t.predicate.value.removeprefix(KG), t.object.value, t.object.datatype.value.rpartition("#")[2])
        for t in triples(graph)
        if t.subject.value == BASE + "fact/f1" and t.predicate.value.startswith(KG + next(iter(found)))
    }


def test_times_are_typed():
    assert times(date=Period("14 March 2026", "2026-03-14")) == {
        ("date", "2026-03-14", "date"),
        ("dateText", "14 March 2026", "string"),
    }
    assert ("date", "2026-03", "gYearMonth") in times(date=Period("March 2026", "2026-03"))
    assert ("date", "2026", "gYear") in times(date=Period("2026", "2026"))
    assert ("period", "P5Y", "duration") in times(period=Period("five years", "P5Y"))
    assert ("period", "P42D", "duration") in times(period=Period("six weeks", "P6W"))
    assert times(period=Period("third quarter", "2026-07-01/2026-09-30")) == {
        ("period", "2026-07-01/2026-09-30", "string"),
        ("periodText", "third quarter", "string"),
        ("periodStart", "2026-07-01", "date"),
        ("periodEnd", "2026-09-30", "date"),
    }


def test_a_time_with_an_open_end_has_one_end():
    assert times(period=Period("since 2019", "2019/..")) == {
        ("period", "2019/..", "string"),
        ("periodText", "since 2019", "string"),
        ("periodStart", "2019", "gYear"),
    }


def test_fiscal_and_untold_times_are_words():
    assert ("period", "FY2024-Q3", "string") in times(period=Period("Q3 FY24", "FY2024-Q3"))
    assert times(date=Period("in May")) == {("date", "in May", "string")}
    assert times(role=Period("in May", "2026-05")) == {("role", "in May", "string")}


def test_money_over_a_time():
    graph = small(qualifiers=(("amount", Value("€1bn", Decimal(10**9), "money", "EUR", over="P5Y")),))
    assert objects(graph, "fact/f1", "over") == ["P5Y"]


def test_words_where_a_number_is_expected():
    graph = small(qualifiers=(("share", "most"), ("amount", Value("an undisclosed sum", unit="money"))))
    assert objects(graph, "fact/f1", "share") == []
    assert objects(graph, "fact/f1", "shareText") == ["most"]
    assert objects(graph, "fact/f1", "amountText") == ["an undisclosed sum"]


def test_observations():
    graph = small("$12")
    assert objects(graph, "observation/o1", "metric") == [KG + "sharePrice"]
    assert objects(graph, "observation/o1", "text") == ["$12"]
    assert objects(graph, "observation/o2", "change") == [KG + "decrease"]


def test_evidence_leads_from_fact_to_words_and_document():
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(small("Acme pays Bolt")))
    rows = store.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?quote ?start ?end ?document {
            [] oa:hasBody <https://example.org/id/fact/f1> ; oa:hasTarget ?passage .
            ?passage oa:hasSource/dcterms:identifier ?document ; oa:hasSelector/oa:exact ?quote ;
                     oa:hasSelector [ oa:start ?start ; oa:end ?end ] }"""
    )
    assert [tuple(v.value for v in row) for row in rows] == [("Acme pays Bolt", "0", "14", "a b/ç<d>")]


def test_iris_hold_any_id():
    for name in ("company/acme", "a b", "x%y", '<>"{}|\\^`', "ünï/çødé", "q?a=b#c", "\u202e", "a\nb"):
        assert id_of(BASE, node(BASE, name).value) == name


def test_an_id_may_hold_its_folder():
    graph = small()
    named = dataclasses.replace(graph, facts=(dataclasses.replace(graph.facts[0], id="fact/f1"),))
    assert objects(named, "fact/f1", "status") == [KG + "asserted"]


def test_dates():
    kinds = {
        "2024-05-06": "date",
        "2024-05": "gYearMonth",
        "2024": "gYear",
        "2024-13": "string",
        "third quarter": "string",
    }
    for text, kind in kinds.items():
        assert dated(text).datatype.value.endswith("#" + kind), text


def test_turtle_reads_well_and_the_same_in_rdflib():
    graph = small()
    text = to_turtle(graph).decode()
    assert text.count("@prefix company: <https://example.org/id/company/> .") == 1
    assert "\n\ncompany:acme a kg:Company ;\n" in text
    header = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert header == sorted(header)
    parsed = rdflib.Graph().parse(data=text, format="turtle")
    assert set(parsed) == set(to_rdflib(graph))
    assert len(parsed) == len(list(triples(graph)))


def test_identifiers():
    graph = small()
    entity = dataclasses.replace(
        graph.entities[0],
        identifiers=(("cik", "0000320193"), ("wikidata", "Q312"), ("site", "https://acme.example/"), ("duns", "7")),
    )
    changed = dataclasses.replace(graph, entities=(entity,))
    own = [t for t in triples(changed) if t.subject.value == BASE + "company/acme"]
    found = {t.predicate.value.rsplit("/", 1)[-1]: t.object.value for t in own}
    assert found["ontology#cik"] == "0000320193"
    assert found["identifier"] == "duns:7"
    text = to_turtle(changed).decode()
    assert "owl:sameAs <https://acme.example/> , <http://www.wikidata.org/entity/Q312>" in text


def test_sources_and_what_speaks_against_a_fact():
    graph = small(sources=3, contradicts=("fact/f2", "f3"), ended_by=("f4",))
    assert objects(graph, "fact/f1", "sources") == ["3"]
    assert objects(graph, "fact/f1", "contradicts") == [BASE + "fact/f2", BASE + "fact/f3"]
    assert objects(graph, "fact/f1", "endedBy") == [BASE + "fact/f4"]
    assert objects(graph, "observation/o1", "sources") == ["1"]
    # what the text asserts stands as a triple, though another says it is over
    assert [t for t in triples(graph) if t.predicate == DIRECT]
