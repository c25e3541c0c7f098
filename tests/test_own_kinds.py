"""A kind and a relation of one's own from Turtle alone: what names them, and that the starter of kg init works."""

from __future__ import annotations

import json

import pytest

import kg
from kg import config, query, vet
from kg.cli import run
from kg.export import read_graph
from kg.lexicon import Lexicon
from kg.model import Document
from kg.ontology import Ontology

PREFIXES = """
@prefix kg: <https://w3id.org/kg-business/ontology#> .
@prefix lex: <https://w3id.org/kg-business/lexicon#> .
@prefix own: <https://example.org/own#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
VESSELS = """
own:Vessel a owl:Class ; rdfs:subClassOf kg:Product ; rdfs:label "vessel"@en ;
    skos:definition "A ship by its name."@en ;
    lex:name "Morning Tern", "aldavane", "Quarrel's Rest" ; lex:nameSuffix "marine" ; lex:lastWord "Dredger" ;
    lex:descriptor "tanker", "ferry", "ship" .
own:Harbour a owl:Class ; rdfs:subClassOf kg:Place ; rdfs:label "harbour"@en ; skos:definition "Where ships lie."@en ;
    lex:lastWord "Harbour", "Quay" .
own:callsAt a kg:Relation , owl:ObjectProperty ; rdfs:label "calls at"@en ; skos:definition "The ship lands there."@en ;
    rdfs:domain own:Vessel ; rdfs:range own:Harbour ; lex:reads "calls at" ; lex:base "call at" ;
    lex:cue [ lex:verb "call", "dock", "moor" ; lex:subject "agent" ; lex:object "at in" ] .
"""


@pytest.fixture(scope="module")
def ontology(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "vessels.ttl"
    path.write_text(PREFIXES + VESSELS, encoding="utf-8")
    return Ontology.load(path)


def kinds(graph):
    return {(e.name, e.kind) for e in graph.entities}


def facts(graph):
    return {(graph.by_id[f.subject].name, f.relation, graph.by_id[f.object].name, f.status.value) for f in graph.facts}


NAMED = [
    ("Morning Tern was repaired in May.", ("Morning Tern", "Vessel")),
    ("The crew of aldavane went home.", ("aldavane", "Vessel")),
    ("Aldavane was repaired in May.", ("Aldavane", "Vessel")),
    ("They boarded Quarrel's Rest at dawn.", ("Quarrel's Rest", "Vessel")),
    ("The owner sold Toramarine last year.", ("Toramarine", "Vessel")),
    ("Halvone, a tanker, needs repair.", ("Halvone", "Vessel")),
    ("The Pollen Dredger was repaired in May.", ("Pollen Dredger", "Vessel")),
    ("The firm rents a shed at Collen Quay.", ("Collen Quay", "Harbour")),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_what_a_lexicon_lists_or_tells_is_of_its_kind(ontology, text, expected):
    assert expected in kinds(kg.build(Document("d", text), ontology=ontology))


OTHERS = [
    # a longer name that a listed one is a part of
    ("Morning Tern Holdings Ltd hired staff.", ("Morning Tern Holdings Ltd", "Company")),
    # another name for what products are called by
    ("The Pelora phone is cheap.", ("Pelora", "Product")),
    # where any product may stand, nothing says that it is a vessel
    ("Larkwell Inc makes the Pelora phone.", ("Pelora", "Product")),
    ("Larkwell Inc opened an office in Leeds.", ("Leeds", "Place")),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_what_it_does_not_tell_stays_what_it_was(ontology, text, expected):
    assert expected in kinds(kg.build(Document("d", text), ontology=ontology))


NEVER = [
    "She sent a submarine message.",
    "The morning tern is a bird.",
    "A marine biologist resigned.",
    "MORNING TERN hired.",
]


@pytest.mark.parametrize("text", NEVER)
def test_what_is_no_name_is_none(ontology, text):
    found = kinds(kg.build(Document("d", text), ontology=ontology))
    assert not {name for name, kind in found if kind == "Vessel"} - {"submarine"}


SAID = [
    ("Morning Tern calls at Collen Quay.", ("Morning Tern", "callsAt", "Collen Quay", "asserted")),
    ("The ferry Halvone does not dock at Collen Quay.", ("Halvone", "callsAt", "Collen Quay", "negated")),
    ("Toramarine may moor in Stenna Harbour.", ("Toramarine", "callsAt", "Stenna Harbour", "possible")),
    # what holds of products holds of vessels
    ("Larkwell Inc builds the tanker Halvone.", ("Larkwell Inc", "offers", "Halvone", "asserted")),
]


@pytest.mark.parametrize(("text", "fact"), SAID)
def test_facts_of_ones_own_kinds(ontology, text, fact):
    assert fact in facts(kg.build(Document("d", text), ontology=ontology))


def test_a_narrower_kind_is_one_of_the_broader(ontology):
    lexicon = Lexicon.of(ontology)
    assert ontology.above("Vessel") == {"Product", "Entity"}
    assert ontology.below("Product") == {"Product", "Vessel"}
    assert ontology.narrowest({"Product", "Vessel", "Place"}) == {"Vessel", "Place"}
    assert ontology.broadest({"Product", "Vessel", "Harbour"}) == {"Product", "Harbour"}
    assert {"Product", "Vessel"} <= set(ontology.leaf_kinds)
    assert "Vessel" in lexicon.kinds_like("partNoun")
    assert "Vessel" not in lexicon.kinds_with("partNoun")


# ---------------------------------------------------------------- kg init


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    folder = tmp_path_factory.mktemp("init") / "mine"
    assert run(["init", str(folder)]) == 0
    return folder


def test_the_starter_builds_at_once(started, capsys):
    assert (
        run(
            ["build", str(started / "texts"), "-o", str(started / "output"), "--config", str(started / "kg.toml"), "-q"]
        )
        == 0
    )
    assert run(["check", str(started / "output")]) == 0
    said = [json.loads(line) for line in (started / "output" / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {f["status"] for f in said if f["relation"] == "treats"} == {"asserted", "negated", "possible"}
    capsys.readouterr()
    assert run(["show", str(started / "output"), "Brenvia"]) == 0
    assert "Brenvia treats asthma" in capsys.readouterr().out


def test_the_starter_is_clean(started):
    assert vet.check_files([started / "own.ttl", started / "words.ttl"]) == []
    assert config.load(started / "kg.toml").ontology == (started / "own.ttl", started / "words.ttl")


def test_the_labelled_sentences_are_scored(started, capsys):
    command = ["evaluate", "facts", str(started / "labelled.txt"), "--config", str(started / "kg.toml"), "--json"]
    assert run(command) == 0
    found = json.loads(capsys.readouterr().out)
    text = (started / "labelled.txt").read_text(encoding="utf-8")
    assert text.count("\n\n") == 10
    assert found["form"] == "marked"
    assert found["overall"]["gold"] == 11
    assert found["overall"]["right"] >= 10


def test_nothing_is_overwritten(started, capsys):
    before = (started / "own.ttl").read_bytes()
    (started / "own.ttl").write_bytes(before + b"# mine\n")
    assert run(["init", str(started)]) == 3
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "overwrites nothing" in message
    assert (started / "own.ttl").read_bytes().endswith(b"# mine\n")
    (started / "own.ttl").write_bytes(before)


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert run(["init", str(tmp_path / "file")]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_marked_file_that_is_wrong_names_its_line(tmp_path, capsys):
    path = tmp_path / "mine.txt"
    for text, says in (
        ("{a:Company|Larkwell} buys from {b:Nothing|Hexlar}.\na customerOf b\n", "Line 1"),
        ("{a:Company|Larkwell} buys from {b:Company|Hexlar}.\na customer b\n", "Line 2"),
        ("# nothing\n", "holds no passages"),
    ):
        path.write_text(text, encoding="utf-8")
        assert run(["evaluate", "facts", str(path)]) == 3
        assert says in capsys.readouterr().err
    path.write_bytes(b"\xff\xfe\x00")
    assert run(["evaluate", "facts", str(path)]) == 3
    assert run(["evaluate", "facts", str(tmp_path / "none.txt")]) == 3


def test_who_reads_the_output_knows_the_kinds_and_relations(started, tmp_path):
    graph = kg.build(started / "texts", config=config.load(started / "kg.toml"))
    graph.write(tmp_path)
    assert "treats" in read_graph(tmp_path).ontology.relations
    asked = "SELECT ?label { GRAPH ?g { <https://example.org/own#treats> rdfs:label ?label } }"
    assert [row["label"] for row in query.run(tmp_path, asked)] == ["treats"]
    assert [row["label"] for row in query.run(graph, asked)] == ["treats"]
    # a later build without them leaves no trace
    kg.build(Document("d", "Larkwell Inc sued Hexlar Inc.")).write(tmp_path)
    assert not (tmp_path / "ontology.ttl").exists()
