# ruff: noqa: E501  one wrong thing a line
"""What kg ontology check finds in Turtle, and that it finds nothing in the shipped ontology."""

from __future__ import annotations

import json

import pytest

from kg import vet
from kg.cli import run
from kg.ontology import folder

PREFIXES = """
@prefix kg: <https://w3id.org/kg-business/ontology#> .
@prefix lex: <https://w3id.org/kg-business/lexicon#> .
@prefix own: <https://example.org/own#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SHIP = """own:Ship a owl:Class ; rdfs:subClassOf kg:Product ; rdfs:label "ship"@en ; skos:definition "A ship."@en ;
    lex:descriptor "ship" .
"""
BUILT = """own:builtBy a kg:Relation ; rdfs:label "built by"@en ; skos:definition "Who built it."@en ;
    rdfs:domain own:Ship ; rdfs:range kg:Company ; lex:reads "was built by" ; lex:base "be built by" ;
    lex:cue [ lex:verb "weld" ; lex:subject "patient" ; lex:object "agent" ]"""


@pytest.fixture
def found(tmp_path):
    def check(turtle):
        path = tmp_path / "own.ttl"
        path.write_text(PREFIXES + turtle, encoding="utf-8")
        return [(f.term, f.severity, f.message) for f in vet.check_files([path])]

    return check


@pytest.mark.parametrize("files", [[], ["core.ttl", "lexicon.en.ttl", "mappings.ttl", "shapes.ttl"]])
def test_the_shipped_ontology_is_clean(files):
    assert vet.check_files([folder() / name for name in files]) == []


def test_what_is_right_has_no_findings(found):
    assert found(SHIP + BUILT + " .") == []


WRONG = [
    ('own:Ship a owl:Class ; rdfs:subClassOf kg:Product ; lex:name "Halvone" .', "Ship", "warning", "no rdfs:label"),
    ('own:Ship a owl:Class ; rdfs:subClassOf kg:Product ; lex:name "Halvone" .', "Ship", "warning", "no skos:definition"),
    ('own:Ship a owl:Class ; lex:name "Halvone" .', "Ship", "error", "needs rdfs:subClassOf"),
    ('own:Ship a owl:Class ; rdfs:subClassOf kg:Product ; rdfs:label "s" .', "Ship", "warning", "Nothing tells what Ship"),
    ("own:A a owl:Class ; rdfs:subClassOf own:B , kg:Product . own:B a owl:Class ; rdfs:subClassOf own:A .", "A", "error", "itself"),
    ('own:Company a owl:Class ; rdfs:subClassOf kg:Body ; rdfs:label "c" .', "Company", "error", "also the name of <https://w3id"),
    (SHIP + "own:built a kg:Relation ; rdfs:domain own:Ship ; rdfs:range kg:Company .", "built", "error", "no rdfs:label"),
    (SHIP + 'own:built a kg:Relation ; rdfs:label "b" ; rdfs:range kg:Company .', "built", "error", "no rdfs:domain"),
    (SHIP + 'own:built a kg:Relation ; rdfs:label "b" ; rdfs:domain own:Ship .', "built", "error", "no rdfs:range"),
    (SHIP + 'own:built a kg:Relation ; rdfs:label "b" ; rdfs:domain own:Shp ; rdfs:range kg:Company .', "built", "error", "Shp, which is no kind"),
    (SHIP + BUILT + " . own:builtBy owl:inverseOf own:built .", "builtBy", "error", "not declared"),
    (SHIP + BUILT + ' . own:builtBy owl:inverseOf own:built . own:built rdfs:label "b" .', "builtBy", "error", "does not name builtBy"),
    (
        SHIP + BUILT + ' . own:builtBy owl:inverseOf own:built . own:built rdfs:label "b" ; owl:inverseOf own:builtBy ; rdfs:domain own:Ship .',
        "builtBy", "error", "The rdfs:domain of built is not the rdfs:range",
    ),
    (SHIP + BUILT + " . own:builtBy a owl:SymmetricProperty .", "builtBy", "error", "must be the same"),
    (SHIP + BUILT.replace('lex:cue [ lex:verb "weld" ; lex:subject "patient" ; lex:object "agent" ]', "a owl:ObjectProperty") + " .", "builtBy", "warning", "has no cue"),
    (SHIP + BUILT.replace("lex:reads", "skos:note") + " .", "builtBy", "warning", "no lex:reads"),
    (SHIP + BUILT.replace("lex:verb", "lex:verbs") + " .", "builtBy", "error", "unknown property verbs"),
    (SHIP + BUILT.replace('"agent"', '"nowhere"') + " .", "builtBy", "error", "unknown place 'nowhere'"),
    (SHIP + 'own:bilt lex:cue [ lex:verb "weld" ] .', "bilt", "error", "is no kg:Relation"),
    (SHIP + 'own:Shp lex:name "Halvone" .', "Shp", "error", "is no kind, relation"),
    (SHIP + 'own:Ship lex:descripter "ferry" .', "Ship", "error", "did you mean lex:descriptor?"),
    (SHIP + 'own:Ship lex:name " Halvone" .', "Ship", "error", "which no text matches"),
    (SHIP + 'own:Ship lex:name "" .', "Ship", "error", "empty word"),
    (SHIP + 'own:Ship lex:nameSuffix "-mar" .', "Ship", "error", "small letters alone"),
    (SHIP + 'own:Ship lex:nameSuffix "en" .', "Ship", "warning", "common words"),
    (SHIP + f'own:Ship lex:name "{"x" * 101}" .', "Ship", "warning", "101 characters"),
    (SHIP + BUILT + ' , [ lex:verb "weld" ; lex:subject "patient" ; lex:object "agent" ; lex:confidence 0.5 ] .', "builtBy", "warning", "stands twice"),
    ('kg:partnerOf lex:cue [ lex:verb "sue" ; lex:subject "agent" ; lex:object "patient" ] .', "partnerOf", "warning", "partnerOf and sued alike"),
    ('kg:Company lex:name "Halvone" . kg:Product lex:name "Halvone" .', "Company", "warning", "neither is sure"),
    ("own:shape a sh:NodeShape ; sh:targetClass kg:Company ; sh:property [ sh:path kg:x ; sh:minCount -1.5 ] .", "", "error", "not well formed"),
    ("this is no Turtle", "", "error", "not valid Turtle"),
]  # fmt: skip


@pytest.mark.parametrize(("turtle", "term", "severity", "says"), WRONG)
def test_what_is_wrong_is_found_with_its_term(found, turtle, term, severity, says):
    findings = found(turtle)
    assert [f for f in findings if f[:2] == (term, severity) and says in f[2]], findings
    assert all(message.endswith((".", "?")) and "\n" not in message for _, _, message in findings)
    assert findings == sorted(findings)


def test_the_shapes_of_strangers_are_never_run(found):
    shape = """own:shape a sh:NodeShape ; sh:targetNode own:x ; sh:sparql [ a sh:SPARQLConstraint ;
        sh:select "SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }" ] ."""
    assert found(shape) == []


def test_the_command_prints_findings_and_fails_on_errors(tmp_path, capsys):
    path = tmp_path / "own.ttl"
    path.write_text(PREFIXES + SHIP + 'own:Ship lex:descripter "ferry" .', encoding="utf-8")
    assert run(["ontology", "check", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith(f"{path}: error: Ship has the unknown property")
    assert captured.err == "1 error, 0 warnings.\n"
    assert run(["ontology", "check", str(path), "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert finding["file"] == str(path)
    assert (finding["term"], finding["severity"]) == ("Ship", "error")
    path.write_text(PREFIXES + SHIP.replace('rdfs:label "ship"@en', 'rdfs:comment "ship"'), encoding="utf-8")
    assert run(["ontology", "check", str(path)]) == 0
    assert "warning" in capsys.readouterr().out


def test_a_missing_file_is_a_finding(tmp_path, capsys):
    assert run(["ontology", "check", str(tmp_path / "none.ttl")]) == 1
    assert "Cannot read" in capsys.readouterr().out
