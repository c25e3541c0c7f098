"""What follows from asserted facts, what does not, and where it stands."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
from figured import Texts, percent
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.cli import run as command
from kg.export import INFERRED_FILES
from kg.model import Status
from kg.ontology import Ontology
from kg.query import infer, load, run
from kg.query.check import VIOLATION, check
from kg.query.inferred import LONGEST


def triples(texts):
    graph = texts if hasattr(texts, "facts") and hasattr(texts, "ontology") else texts.graph()
    return {(i.subject[8:], i.relation, i.object[8:]) for i in infer(graph)}


def only(texts, relation, subject="", target=""):
    graph = texts.graph()
    (found,) = [
        i
        for i in infer(graph)
        if i.relation == relation and subject.lower() in i.subject and i.object.endswith(target.lower())
    ]
    return found


def owning(*steps):
    texts = Texts()
    for owner, owned, share in steps:
        texts.fact(owner, "ownsStakeIn", owned, share=percent(share) if isinstance(share, str) else share)
    return texts


def test_an_inverse_names_its_fact():
    found = only(Texts().fact("Hart", "customerOf", "Veld"), "supplierOf")
    assert (found.subject, found.object, found.rule) == ("company/veld", "company/hart", "inverse")
    assert (found.premises, found.confidence, found.formula) == (("fact/00",), 0.9, "0.9")


def test_symmetry_gives_the_other_direction_once():
    assert triples(Texts().fact("Hart", "partnerOf", "Veld")) == {("veld", "partnerOf", "hart")}
    both = Texts().fact("Hart", "partnerOf", "Veld").fact("Veld", "partnerOf", "Hart")
    assert triples(both) == set()


def test_wider_properties_follow_through_an_inverse():
    found = triples(Texts().fact("Veld", "subsidiaryOf", "Hart"))
    assert found == {("hart", p, "veld") for p in ("parentOf", "controls", "hasInterestIn")}


def test_shares_multiply_along_a_chain():
    found = only(owning(("Anta", "Borg", "60"), ("Borg", "Cole", "50")), "hasInterestIn", "anta", "cole")
    share = dict(found.qualifiers)["share"]
    assert (share.number, share.high, share.bound, share.text) == (Decimal(30), None, "", "60 % × 50 % = 30 %")
    assert (found.rule, found.premises) == ("transitive", ("fact/00", "fact/01"))
    assert (found.confidence, found.formula) == (0.81, "0.9 × 0.9 = 0.81")


def test_hedges_and_ranges_stay():
    ranged = replace(percent("40"), high=Decimal(60))
    found = only(
        owning(("Anta", "Borg", ranged), ("Borg", "Cole", percent("50", bound="at least"))),
        "hasInterestIn",
        "anta",
        "cole",
    )
    share = dict(found.qualifiers)["share"]
    assert (share.number, share.high, share.bound) == (Decimal(20), Decimal(30), "at least")


@pytest.mark.parametrize(
    "steps",
    [
        [("Anta", "Borg", percent("50", bound="at least")), ("Borg", "Cole", percent("50", bound="at most"))],
        [("Anta", "Borg", replace(percent("50"), number=Decimal("NaN"))), ("Borg", "Cole", "50")],
    ],
)
def test_a_share_that_cannot_be_told_is_left_out(steps):
    assert dict(only(owning(*steps), "hasInterestIn", "anta", "cole").qualifiers) == {}


def test_control_needs_a_majority_at_every_step():
    held = {
        t
        for t in triples(owning(("Anta", "Borg", "60"), ("Borg", "Cole", "60"), ("Cole", "Dorn", "50")))
        if t[1] == "controls"
    }
    assert held == {("anta", "controls", "borg"), ("borg", "controls", "cole"), ("anta", "controls", "cole")}


@pytest.mark.parametrize(
    "share", ["50", percent("50", bound="at least"), percent("52", bound="about"), percent("80", bound="at most")]
)
def test_what_may_be_half_or_less_is_no_control(share):
    assert "controls" not in {relation for _, relation, _ in triples(owning(("Anta", "Borg", share)))}


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.NEGATED, Status.ENDED])
def test_only_what_is_asserted_is_a_premise(status):
    assert triples(Texts().fact("Hart", "customerOf", "Veld", status=status)) == set()


@pytest.mark.parametrize("mark", ["contradicts", "ended_by"])
def test_what_is_disputed_or_over_is_no_premise(mark):
    graph = Texts().fact("Hart", "customerOf", "Veld").graph()
    doubted = replace(graph, facts=tuple(replace(f, **{mark: ("fact/99",)}) for f in graph.facts))
    assert infer(doubted) == ()


def test_what_holds_until_a_time_builds_no_chain():
    texts = Texts().fact("Anta", "ownsStakeIn", "Borg", share=percent("60"), until="2027")
    assert ("anta", "hasInterestIn", "cole") not in triples(
        texts.fact("Borg", "ownsStakeIn", "Cole", share=percent("60"))
    )


def test_deals_and_money_put_in_are_no_ownership():
    texts = (
        Texts()
        .fact("Anta", "acquired", "Borg", share=percent("80"))
        .fact("Anta", "investedIn", "Cole", share=percent("9"))
    )
    assert {relation for _, relation, _ in triples(texts)} == {"acquiredBy", "hasInvestor"}


def test_cycles_end():
    found = triples(owning(("Anta", "Borg", "60"), ("Borg", "Cole", "60"), ("Cole", "Anta", "60")))
    assert ("anta", "hasInterestIn", "anta") not in found
    assert len([t for t in found if t[1] == "controls"]) == 6


def test_long_chains_end():
    texts = owning(*((f"N{n}", f"N{n + 1}", "90") for n in range(10, 30)))
    longest = max(len(i.premises) for i in infer(texts.graph()))
    assert longest == LONGEST


def test_of_two_ways_the_surest_counts():
    texts = owning(("Anta", "Borg", "60"), ("Borg", "Cole", "50"), ("Anta", "Dorn", "20"), ("Dorn", "Cole", "50"))
    graph = texts.graph()
    doubt = replace(graph, facts=(replace(graph.facts[0], confidence=0.5), *graph.facts[1:]))
    (found,) = [i for i in infer(doubt) if i.object == "company/cole" and len(i.premises) == 2]
    assert found.premises == ("fact/02", "fact/03")


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(5)))
def test_the_order_of_facts_does_not_matter(order):
    graph = owning(*((a, b, "55") for a, b in ("ab", "bc", "cd", "da", "ac"))).graph()
    assert infer(replace(graph, facts=tuple(graph.facts[n] for n in order))) == infer(graph)


def test_an_ontology_of_ones_own_says_what_follows(tmp_path):
    path = tmp_path / "more.ttl"
    path.write_text(
        """@prefix kg: <https://w3id.org/kg-business/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix my: <https://example.org/my#> .
        my:leases a kg:Relation ; rdfs:label "leases" ; rdfs:domain kg:Body ; rdfs:range kg:Body ;
            rdfs:subPropertyOf kg:customerOf ; owl:inverseOf my:leasedBy .
        my:leasedBy a owl:ObjectProperty ; rdfs:label "leased by" .
        my:bankOfCustomer a owl:ObjectProperty ; owl:propertyChainAxiom ( kg:lendsTo kg:customerOf ) .
        """
    )
    texts = Texts().fact("Hart", "leases", "Veld").fact("Bank", "lendsTo", "Hart")
    graph = replace(texts.graph(), ontology=Ontology.load(path))
    assert triples(graph) >= {
        ("hart", "customerOf", "veld"),
        ("veld", "supplierOf", "hart"),
        ("veld", "leasedBy", "hart"),
        ("bank", "bankOfCustomer", "veld"),
    }


def test_inferred_facts_stand_apart(tmp_path):
    graph = Texts().fact("Hart", "customerOf", "Veld").graph()
    graph.write(tmp_path, pages=False)
    plain = (tmp_path / "graph.ttl").read_bytes()
    assert not any((tmp_path / name).exists() for name in INFERRED_FILES)
    graph.write(tmp_path, inferred=True, pages=False)
    assert (tmp_path / "graph.ttl").read_bytes() == plain
    (line,) = map(json.loads, (tmp_path / "inferred.jsonl").read_text().splitlines())
    assert (line["inferred"], line["rule"], line["premises"]) == (True, "inverse", ["fact/00"])
    graph.write(tmp_path, pages=False)
    assert not any((tmp_path / name).exists() for name in INFERRED_FILES)


QUERY = "ASK { ?a kg:supplierOf ?b }"


@pytest.mark.parametrize("written", [True, False])
def test_a_query_sees_what_is_inferred_when_asked_to(tmp_path, written):
    graph = Texts().fact("Hart", "customerOf", "Veld").graph()
    graph.write(tmp_path, inferred=written, pages=False)
    assert run(tmp_path, QUERY).rows == ((False,),)
    data = load(tmp_path, inferred=True)
    assert run(data, QUERY).rows == ((True,),)
    assert run(data, "ASK { ?a kg:customerOf ?b }").rows == ((True,),)
    where = "SELECT ?g { GRAPH ?g { ?a kg:supplierOf ?b } }"
    assert run(data, where).rows == ((f"{graph.base}inferred",),)
    assert len(run(data, "customers-of", {"entity": "Veld"})) == 1  # no second time by what is inferred
    data.store.clear_graph(ox.NamedNode(f"{graph.base}inferred"))
    assert run(data, QUERY).rows == ((False,),)


def test_what_is_inferred_is_checked(tmp_path):
    graph = owning(("Anta", "Borg", "60"), ("Borg", "Cole", "50")).graph()
    graph.write(tmp_path, inferred=True, pages=False)
    assert [v for v in check(tmp_path) if v.severity == VIOLATION] == []
    doubt = replace(graph, facts=(replace(graph.facts[0], contradicts=("fact/01",)), graph.facts[1]))
    inferred = (tmp_path / "inferred.ttl").read_bytes()
    doubt.write(tmp_path, pages=False)
    (tmp_path / "inferred.ttl").write_bytes(inferred)
    assert {v.source for v in check(tmp_path) if v.severity == VIOLATION} == {"premises"}


def test_on_the_command_line(tmp_path, capsys):
    out, more = tmp_path / "out", tmp_path / "more"
    Texts().fact("Hart", "customerOf", "Veld").graph().write(out, pages=False)
    question = "SELECT ?b { ?a kg:supplierOf ?b }"
    assert command(["query", str(out), question, "--format", "csv", "--inferred"]) == 0
    assert "company/hart" in capsys.readouterr().out
    assert command(["query", str(out), question, "--format", "csv"]) == 0
    assert "company/hart" not in capsys.readouterr().out
    assert command(["export", str(out), "-o", str(more), "--inferred", "-q"]) == 0
    assert all((more / name).exists() for name in INFERRED_FILES)
    assert command(["export", str(out), "--format", "turtle", "--inferred"]) == 2
    assert "--inferred goes with all files of a build" in capsys.readouterr().err
