"""The shipped ontology is complete, grows by Turtle alone, and refuses what does not hold together."""

import pytest

from kg import Document, Ontology, build
from kg.errors import OntologyError
from kg.model import Change, Status
from kg.ontology import OWL, RDFS, folder, node_key

PREFIXES = """
@prefix kg: <https://w3id.org/kg-business/ontology#> .
@prefix lex: <https://w3id.org/kg-business/lexicon#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

KINDS = {"Company", "Organization", "Person", "Product", "Place", "Sector", "Risk"}
RELATIONS = {
    "customerOf", "offers", "uses", "integratesWith", "partnerOf", "competitorOf", "subsidiaryOf", "ownsStakeIn",
    "investedIn", "acquired", "mergedWith", "divested", "listedOn", "regulatedBy", "sued", "advises", "lendsTo",
    "headquarteredIn", "operatesIn", "foundedBy", "worksFor", "exposedTo",
}  # fmt: skip
METRICS = {
    "revenue", "sales volume", "profit", "loss", "share price", "market share", "market value", "headcount", "spend",
    "price", "capacity", "debt", "dividend", "investment", "subscriptions", "deliveries", "orders", "cost", "other",
}  # fmt: skip


@pytest.fixture(scope="module")
def ontology():
    return Ontology.load()


@pytest.fixture
def write(tmp_path):
    def written(turtle):
        path = tmp_path / "more.ttl"
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        return path

    return written


def test_names_are_those_of_the_guide(ontology):
    assert set(ontology.relations) == RELATIONS
    assert set(ontology.metrics) == METRICS
    assert set(ontology.leaf_kinds) == KINDS
    assert set(ontology.statuses) == set(Status)
    assert set(ontology.changes) == set(Change)


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_relation_is_complete(ontology, name):
    relation = ontology.relations[name]
    assert relation.label
    assert relation.definition.endswith(".")
    assert relation.domain <= set(ontology.kinds)
    assert relation.range <= set(ontology.kinds)
    assert relation.domain & KINDS
    assert relation.range & KINDS


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_inverse_is_mutual(ontology, name):
    relation = ontology.relations[name]
    if relation.symmetric:
        assert relation.domain == relation.range
        assert not relation.inverse
        return
    inverse = ontology.triples[ontology.namespace + relation.inverse]
    assert [node_key(n) for n in inverse[OWL + "inverseOf"]] == [relation.iri]
    assert relation.inverse_label
    assert relation.inverse not in ontology.relations
    for side, other in (("domain", "range"), ("range", "domain")):
        assert members(ontology, inverse[RDFS + side]) == members(
            ontology, ontology.triples[relation.iri][RDFS + other]
        )


def members(ontology, values):
    """The kinds that a domain or range names."""
    named = set()
    for value in values:
        head = ontology.triples.get(node_key(value), {}).get(OWL + "unionOf")
        named |= set(listed(ontology, head[0])) if head else {node_key(value)}
    return named


def listed(ontology, head):
    rest = ontology.triples.get(node_key(head), {})
    first = [v for p, vs in rest.items() if p.endswith("#first") for v in vs]
    tail = [v for p, vs in rest.items() if p.endswith("#rest") for v in vs]
    yield from (node_key(v) for v in first)
    for v in tail:
        yield from listed(ontology, v)


@pytest.mark.parametrize("group", ["kinds", "statuses", "metrics", "changes"])
def test_terms_are_defined(ontology, group):
    for term in getattr(ontology, group).values():
        assert term.label, term.name
        assert term.definition.endswith("."), term.name
        assert term.iri.startswith(ontology.namespace)


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "allowed"),
    [
        ("customerOf", "Company", "Company", True),
        ("customerOf", "Organization", "Company", True),
        ("customerOf", "Company", "Product", False),
        ("customerOf", "Person", "Company", False),
        ("offers", "Company", "Product", True),
        ("offers", "Product", "Company", False),
        ("worksFor", "Person", "Organization", True),
        ("worksFor", "Company", "Person", False),
        ("headquarteredIn", "Company", "Place", True),
        ("acquired", "Person", "Company", True),
        ("competitorOf", "Product", "Product", True),
        ("exposedTo", "Company", "Risk", True),
    ],
)
def test_kinds_are_held_to(ontology, relation, subject, object_, allowed):
    assert ontology.relations[relation].allows(subject, object_) is allowed


def test_kinds_form_a_tree(ontology):
    assert all(ontology.is_a(kind, "Entity") for kind in ontology.kinds)
    assert ontology.is_a("Company", "Agent")
    assert ontology.is_a("Company", "Company")
    assert not ontology.is_a("Company", "Person")


def test_iris_and_names_match(ontology):
    for name in ("acquired", "Company", "planned", "increase"):
        assert ontology.iri(name) == ontology.namespace + name
    assert ontology.iri("share price") == ontology.namespace + "sharePrice"


def test_reading_twice_gives_the_same(ontology):
    assert Ontology.load() is ontology


DRUGS = """
kg:Disease a owl:Class ; rdfs:subClassOf kg:Entity ; rdfs:label "disease"@en ; skos:definition "An illness."@en ;
    lex:genericNoun "malaria", "asthma", "fever" .
kg:treats a kg:Relation , owl:ObjectProperty ; rdfs:label "treats"@en ;
    skos:definition "The subject is a remedy for the object."@en ;
    rdfs:domain kg:Product ; rdfs:range kg:Disease ;
    lex:cue [ lex:verb "treat", "cure" ; lex:subject "agent" ; lex:object "patient" ] ,
            [ lex:noun "remedy" ; lex:subject "self" ; lex:object "for" ] .
"""


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Zephora drug treats malaria.", ("Zephora", "treats", "malaria", "asserted")),
        ("Malaria is treated by the Zephora drug.", ("Zephora", "treats", "Malaria", "asserted")),
        ("The Zephora drug does not cure asthma.", ("Zephora", "treats", "asthma", "negated")),
        ("The Zephora drug may treat asthma.", ("Zephora", "treats", "asthma", "possible")),
        ("The Zephora drug is a remedy for fever.", ("Zephora", "treats", "fever", "asserted")),
    ],
)
def test_a_relation_needs_turtle_only(write, text, fact):
    graph = build([Document("news", text)], ontology=Ontology.load(write(DRUGS)))
    said = {(graph.by_id[f.subject].name, f.relation, graph.by_id[f.object].name, f.status) for f in graph.facts}
    assert fact in said


def test_without_its_turtle_there_is_no_such_relation(ontology):
    assert "treats" not in ontology.relations
    assert build([Document("news", "The Zephora drug treats malaria.")]).facts == ()


BROKEN = [
    ("kg:likes a kg:Relation ; rdfs:domain kg:Company ; rdfs:range kg:Company .", "likes"),
    ('kg:likes a kg:Relation ; rdfs:label "likes" ; rdfs:range kg:Company .', "likes"),
    ('kg:likes a kg:Relation ; rdfs:label "likes" ; rdfs:domain kg:Company .', "likes"),
    ('kg:likes a kg:Relation ; rdfs:label "likes" ; rdfs:domain kg:Dog ; rdfs:range kg:Company .', "Dog"),
    ("kg:likes a kg:Relation ; rdfs:label", "not valid Turtle"),
    ("this is no Turtle", "not valid Turtle"),
    ("nobody:likes a kg:Relation .", "not valid Turtle"),
]


@pytest.mark.parametrize(("turtle", "says"), BROKEN)
def test_broken_turtle_is_refused_in_one_sentence(write, turtle, says):
    with pytest.raises(OntologyError, match=says) as refusal:
        Ontology.load(write(turtle))
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OntologyError, match=r"Cannot read the ontology file .*nowhere\.ttl") as refusal:
        Ontology.load(tmp_path / "nowhere.ttl")
    assert str(refusal.value).endswith(".")


def test_a_folder_is_no_ontology(tmp_path):
    with pytest.raises(OntologyError):
        Ontology.load(tmp_path)


def test_the_ontology_lies_beside_the_sources():
    assert (folder() / "core.ttl").exists()
    assert (folder() / "lexicon.en.ttl").exists()


@pytest.mark.parametrize(
    ("turtle", "sentence"),
    [
        (
            'kg:cures a kg:Relation ; rdfs:label "cures" ; rdfs:range kg:Company ; rdfs:domain [ owl:unionOf _:a ] .\n'
            "_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> kg:Company ;\n"
            "    <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a .",
            "list in the ontology is broken",
        ),
        ("kg:Drug a owl:Class ; rdfs:subClassOf kg:Pill . kg:Pill a owl:Class ; rdfs:subClassOf kg:Drug .", "itself"),
    ],
)
def test_circles_are_refused(write, turtle, sentence):
    with pytest.raises(OntologyError, match=sentence):
        Ontology.load(write(turtle))


def test_a_second_parent_from_elsewhere_does_no_harm(write):
    drug = "kg:Drug a owl:Class ; rdfs:subClassOf kg:Product , <https://schema.org/Drug> ."
    assert Ontology.load(write(drug)).is_a("Drug", "Product")
