"""What `check` says of graphs that are whole, and of graphs that are broken on purpose."""

import dataclasses
import json

import pytest

from kg.errors import InputError
from kg.model import Status
from kg.query.check import check


def test_a_whole_graph(written):
    assert check(written) == []


def test_not_an_output(tmp_path):
    with pytest.raises(InputError, match="not an output of kg"):
        check(tmp_path)


BREAKS = {
    "no status": ("kg:status kg:planned ;", "", "It has one status."),
    "two statuses": ("kg:status kg:planned ;", "kg:status kg:planned , kg:ended ;", "It has one status."),
    "odd status": ("kg:status kg:planned ;", "kg:status kg:maybe ;", "It has one status. (status: maybe)"),
    "no subject": (
        "rdf:subject company:softfund ;\n\trdf:predicate kg:acquired",
        "rdf:predicate kg:acquired",
        "one subject",
    ),
    "unknown relation": ("rdf:predicate kg:acquired", "rdf:predicate kg:devoured", "a relation of the ontology"),
    "confidence": ("kg:confidence 0.8", "kg:confidence 1.8", "confidence from 0 to 1"),
    "share": ("kg:share 0.25", "kg:share 25.0", "A share is a fraction of 1. (share: 25)"),
    "no currency": ('kg:currency "USD" ;\n\tkg:per', "kg:per", "An amount of money has a currency."),
    "odd currency": ('kg:currency "USD" ;\n\tkg:per', 'kg:currency "dollar" ;\n\tkg:per', "ISO 4217"),
    "no name": ('rdfs:label "Oracle"', 'skos:altLabel "Oracle"', "An entity has one name"),
    "two names": ('rdfs:label "Oracle"', 'rdfs:label "Oracle" , "Orakel"', "An entity has one name"),
    "two kinds": ("company:oracle a kg:Company", "company:oracle a kg:Company , kg:Risk", "An entity has one kind."),
    "domain": (
        "product:azure a kg:Product",
        "product:azure a kg:Risk",
        "object is of a kind that the relation does not",
    ),
    "range": (
        "company:softfund a kg:Company",
        "company:softfund a kg:Sector",
        "subject is of a kind that the relation",
    ),
    "no evidence": ("oa:hasBody observation:o1", "oa:hasBody fact:f01", "It has evidence."),
    "no metric": ("kg:metric kg:revenue ;", "", "An observation has one metric."),
    "odd unit": ('kg:unit "percent"', 'kg:unit "furlong"', "A unit is"),
    "backwards": ("oa:start 0 ;", "oa:start 4000 ;", "before its end"),
    "no direct triple": ("kg:uses product:azure", "kg:offers product:azure", "acme uses azure is asserted without"),
    "false direct triple": (
        "kg:uses product:azure",
        "kg:uses product:azure ;\n\tkg:customerOf company:microsoft",
        "without being asserted",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_broken_turtle(written, name):
    old, new, expected = BREAKS[name]
    path = written / "graph.ttl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check(written)
    assert [v for v in found if expected in v.message and v.severity == "violation"], found


def rewrite(path, change):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "change", "source", "expected"),
    [
        ("facts.jsonl", lambda j: j[0]["evidence"][0].update(start=1), "quotes", "are not the quote"),
        (
            "facts.jsonl",
            lambda j: j[0]["evidence"][0].update(document="x"),
            "quotes",
            "document 'x', which is not there",
        ),
        ("entities.jsonl", lambda j: j[0]["mentions"][0].update(text="Apex"), "quotes", "are not the quote"),
        ("facts.jsonl", lambda j: j.reverse(), "order", "stands before"),
        ("entities.jsonl", lambda j: j.append(j[-1]), "order", "stands twice"),
        ("entities.jsonl", lambda j: j.pop(), "ends", "names the entity"),
        ("facts.jsonl", lambda j: j[0].update(status="planned"), "direct triples", "without being asserted"),
    ],
)
def test_broken_lines(written, file, change, source, expected):
    rewrite(written / file, change)
    assert [v for v in check(written) if v.source == source and expected in v.message and v.severity == "violation"]


def test_a_contradiction_is_a_warning(graph, written):
    first, *others = graph.facts
    asserted = dataclasses.replace(first, contradicts=("f99",))
    denied = dataclasses.replace(first, id="f99", status=Status.NEGATED, contradicts=(first.id,), qualifiers=())
    dataclasses.replace(graph, facts=(asserted, *others, denied)).write(written)
    (found,) = check(written)
    assert (found.severity, found.where, found.source) == ("warning", "f01", "contradictions")
    assert found.message == (
        "Microsoft is a customer of Oracle, paying about $20 million a month (a quarter of revenue) (news/today of "
        "2024-05-06), but Microsoft is not a customer of Oracle (news/today of 2024-05-06): see f99."
    )


def test_what_is_over_is_a_warning(graph, written):
    first, *others = graph.facts
    over = dataclasses.replace(first, id="f99", status=Status.ENDED, qualifiers=())
    dataclasses.replace(graph, facts=(dataclasses.replace(first, ended_by=("f99",)), *others, over)).write(written)
    (found,) = check(written)
    assert (found.severity, found.where, found.source) == ("warning", "f01", "ended")
    assert "and now Microsoft is no longer a customer of Oracle" in found.message


def test_a_fact_is_ended_by_an_end_alone(graph, written):
    first, *others = graph.facts
    dataclasses.replace(graph, facts=(dataclasses.replace(first, ended_by=("f02",)), *others)).write(written)
    assert [v.where for v in check(written) if v.severity == "violation"] == ["fact/f01"]
