"""JSON-LD, N-Quads and RDF 1.2, read back by rdflib and pyoxigraph."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from varied import NASTY, nasty, varied

from kg.export import in_rdflib, prefixes, to_rdflib, triples
from kg.export.encodable import encodable
from kg.model import Status

KG = "https://w3id.org/kg-business/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
BASE = "https://w3id.org/kg-business/id/"
BASES = ["", "https://example.org/x_", "urn:kg:", "https://example.org/a?q="]


def jsonld(graph, folder):
    graph.export(folder, "jsonld")
    return folder / "graph.jsonld"


@pytest.mark.parametrize("base", BASES)
def test_jsonld_holds_the_triples_of_the_graph(base, tmp_path):
    graph = varied(base=base)
    file = jsonld(graph, tmp_path)
    assert set(rdflib.Graph().parse(file, format="json-ld")) == set(to_rdflib(graph))
    quads = ox.parse(path=str(file), format=ox.RdfFormat.JSON_LD)
    assert {str(q.triple) for q in quads} == set(map(str, triples(graph)))


def test_jsonld_is_framed_around_entities(tmp_path):
    graph = varied()
    found = json.loads(jsonld(graph, tmp_path).read_text(encoding="utf-8"))
    nodes = {node["id"]: node for node in found["@graph"]}
    kestria = nodes["company:kestria"]
    assert (kestria["type"], kestria["label"]) == ("kg:Company", "Kestria")
    facts = {fact["id"]: fact for fact in kestria["facts"]}
    assert len(facts) == 6
    first = facts["fact:f1"]
    assert (first["predicate"], first["object"], first["status"]) == ("kg:customerOf", "company:hexlar", "kg:asserted")
    assert (first["amount"], first["currency"]) == ("20000000.0", "USD")
    texts = [s["exact"] for e in first["evidence"] for s in e["hasTarget"]["hasSelector"] if "exact" in s]
    assert texts == ["Kestria buys cartons of Hexlar for $20 million a year."] * 2
    assert [o["metric"] for o in kestria["observations"]] == ["kg:spend"]
    assert not [iri for iri in nodes if iri.startswith(("fact:", "passage:", "observation:"))]


def test_names_of_the_context_mean_one_property_each(tmp_path):
    context = json.loads(jsonld(varied(), tmp_path).read_text(encoding="utf-8"))["@context"]
    meant = [term["@id"] for term in context.values() if isinstance(term, dict) and "@id" in term]
    assert len(meant) == len(set(meant))
    assert context["date"]["@id"] == "kg:date"
    assert context["dcterms:date"]["@id"] == "dcterms:date"


def quads(graph, folder):
    graph.export(folder, "nquads")
    return list(ox.parse(path=str(folder / "graph.nq"), format=ox.RdfFormat.N_QUADS))


def test_nquads_together_are_the_triples_of_the_graph(tmp_path):
    graph = varied()
    found = quads(graph, tmp_path)
    assert len(found) == len(set(found))
    assert {str(q.triple) for q in found} == set(map(str, triples(graph)))
    read = rdflib.Dataset()
    read.parse(tmp_path / "graph.nq", format="nquads")
    assert {quad[:3] for quad in read.quads()} == set(to_rdflib(graph))


def store(graph, folder):
    found = ox.Store()
    found.extend(quads(graph, folder))
    return found


def ids(found, pattern):
    anywhere = f"{{ {pattern} }} UNION {{ GRAPH ?g {{ {pattern} }} }}"
    rows = found.query(f"PREFIX kg: <{KG}> SELECT DISTINCT ?x {{ {anywhere} }}")
    return {row["x"].value.rsplit("/", 1)[-1] for row in rows}


@pytest.mark.parametrize("document", ["d-1", "sub/d 2"])
def test_dropping_a_graph_takes_back_what_only_that_document_says(document, tmp_path):
    graph = varied()
    found = store(graph, tmp_path)
    found.update(f"DROP GRAPH <{BASE}document/{document.replace(' ', '%20')}>")
    others = [f for f in graph.facts if any(e.document != document for e in f.evidence)]
    assert ids(found, "?x a kg:Fact") == {f.id for f in others}
    assert ids(found, "?x a kg:Observation") == {
        o.id for o in graph.observations if any(e.document != document for e in o.evidence)
    }
    asserted = {(f.subject, f.object) for f in others if f.status is Status.ASSERTED and f.relation == "customerOf"}
    assert len(ids(found, "?x kg:customerOf ?y")) == len({subject for subject, _ in asserted})
    # nothing points at the document that is gone
    gone = ox.NamedNode(f"{BASE}document/{document.replace(' ', '%20')}")
    assert {q.subject.value for q in found.quads_for_pattern(None, None, gone)} <= {f"{BASE}run"}


def test_a_fact_names_in_each_graph_the_document_of_that_graph_as_its_source(tmp_path):
    for quad in quads(varied(), tmp_path):
        if quad.predicate.value.endswith("#wasDerivedFrom"):
            assert quad.object == quad.graph_name


def reified(graph, folder):
    graph.export(folder, "rdf12")
    return list(ox.parse(path=str(folder / "graph.rdf12.ttl"), format=ox.RdfFormat.TURTLE))


def test_rdf12_reifies_every_fact_and_says_all_else_alike(tmp_path):
    graph = varied()
    found = [q.triple for q in reified(graph, tmp_path)]
    meant = {t.subject.value.rsplit("/", 1)[-1]: t.object for t in found if t.predicate.value == RDF + "reifies"}
    assert {
        id: (t.subject.value, t.predicate.value, t.object.value) for id, t in meant.items()
    } == {f.id: (BASE + f.subject, KG + f.relation, BASE + f.object) for f in graph.facts}  # fmt: skip
    replaced = {RDF + part for part in ("subject", "predicate", "object")}
    kept = {
        str(t) for t in triples(graph)
        if t.predicate.value not in replaced and not str(t.object).endswith("ns#Statement>")
    }  # fmt: skip
    assert {str(t) for t in found if t.predicate.value != RDF + "reifies"} == kept


def test_rdf12_asserts_only_what_is_asserted(tmp_path):
    found = [q.triple for q in reified(varied(), tmp_path)]
    relations = {"customerOf", "acquired", "sued", "partnerOf"}
    direct = {t.predicate.value.removeprefix(KG) for t in found} & relations
    assert direct == {"customerOf", "sued"}


@settings(max_examples=60, deadline=None)
@given(nasty)
def test_any_name_comes_back(tmp_path_factory, text):
    graph, folder = varied(text), tmp_path_factory.mktemp("rdf")
    graph.export(folder, "jsonld", "nquads", "rdf12")
    whole = encodable(graph)
    expected = set(map(str, triples(whole)))
    forms = {"graph.jsonld": ox.RdfFormat.JSON_LD, "graph.nq": ox.RdfFormat.N_QUADS}
    for name, form in forms.items():
        assert {str(q.triple) for q in ox.parse(path=str(folder / name), format=form)} == expected
    names = {q.object.value for q in ox.parse(path=str(folder / "graph.rdf12.ttl"), format=ox.RdfFormat.TURTLE)
             if q.predicate.value.endswith("rdf-schema#label")}  # fmt: skip
    assert whole.by_id["company/hexlar"].name in names


@pytest.mark.parametrize("text", NASTY)
def test_rdflib_reads_any_name(text, tmp_path):
    graph = encodable(varied(text))
    read = rdflib.Graph().parse(jsonld(graph, tmp_path), format="json-ld")
    assert set(read) == set(in_rdflib(triples(graph), prefixes(graph.base)))
