"""Silent sentences and documents, the light splitter, and hand-counted networks."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from traded import Trade

from kg.analysis import coverage, coverage_page, network, network_page
from kg.analysis.covered import split
from kg.model import Status


@pytest.mark.parametrize(
    "marked",
    [
        "Hart Inc. buys glass.| Veld sells it.",
        "Profit fell to $4.5 million.| \u201cWe are sure,\u201d said J. Mora of the U.S. unit.| It grew.",
        "A title\n\n|The text begins.",
        "Sales rose!| Who knew?| 12 did.",
        "No stop at all",
        "Dr. Ilse Hart runs Veld Ltd. from Bern.",
        "It pays Mora etc. and no. 4.",
    ],
)
def test_sentences(marked):
    pieces = [piece.strip() for piece in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in split(text)] == pieces


def test_a_name_is_never_cut():
    text = "They met Yahoo! Japan there. It paid."
    start = text.index("Yahoo")
    assert [text[a:b] for a, b in split(text, [(start, start + 12)])] == ["They met Yahoo! Japan there.", "It paid."]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet='aB. \n!?"1', max_size=60))
def test_sentences_hold_all_that_is_no_space(text):
    spans = list(split(text))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


def silent_graph():
    trade = (
        Trade()
        .buys("Hart", "Veld", said="Hart buys from Veld.", at="a")
        .buys("Mora", "Veld", at="a", said="Mora pays Veld.")
    )
    graph = trade.graph()
    texts = {"a": "Hart buys from Veld. Mora met Veld. Mora pays Veld. Mora rests.", "b": "Nothing here. Hart won."}
    from kg.model import Document, Mention

    def mentions(entity):
        found = []
        for id, text in texts.items():
            at = text.find(entity.name)
            while at >= 0:
                found.append(Mention(id, at, at + len(entity.name), entity.name, entity.kind, entity.name))
                at = text.find(entity.name, at + 1)
        return tuple(found)

    def moved(fact):
        e = fact.evidence[0]
        start = texts["a"].index(e.quote)
        return replace(fact, evidence=(replace(e, start=start, end=start + len(e.quote)),))

    return replace(
        graph,
        documents=tuple(Document(id, text) for id, text in texts.items()),
        entities=tuple(replace(e, mentions=mentions(e)) for e in graph.entities),
        facts=tuple(map(moved, graph.facts)),
    )


def test_what_was_not_read():
    found = coverage(silent_graph())
    assert [(s.document, s.quote, s.names) for s in found.silent] == [("a", "Mora met Veld.", ("Mora", "Veld"))]
    assert [d.document for d in found.empty] == ["b"]
    assert (found.sentences, found.joinable) == (6, 1)
    (a, _) = found.documents
    assert (a.words, a.sentences, a.entities, a.facts, a.silent, a.per_thousand) == (12, 4, 3, 2, 1, 166.7)


def test_what_was_never_seen():
    found = coverage(silent_graph())
    seen = {r.name: r.number for r in found.relations}
    assert seen["customerOf"] == 2
    assert seen["lendsTo"] == 0
    page = coverage_page(found)
    assert any("Never seen" in note for s in page.sections for note in s.notes)


def test_an_empty_graph_has_reports():
    graph = replace(silent_graph(), documents=(), entities=(), facts=())
    assert coverage(graph).silent == ()
    assert network(graph).entities == ()
    assert network_page(network(graph)).title == "Network"


def star():
    trade = Trade()
    for name in ("Anta", "Borg", "Cole"):
        trade.buys(name, "Veld")
    return trade.fact("Anta", "partnerOf", "Borg").buys("Dorn", "Cole").buys("Late", "Veld", Status.PLANNED)


def test_a_network_by_hand():
    found = network(star().graph())
    by_name = {c.name: c for c in found.entities}
    assert (len(found.entities), found.links, found.facts, found.alone) == (5, 5, 5, 1)
    assert found.components == (5,)
    assert round(found.density, 4) == 0.5
    assert by_name["Veld"].degree == 3
    assert by_name["Veld"].betweenness == round(4 / 6, 4)  # of six pairs of others four pass through it
    assert {name for name, c in by_name.items() if c.cuts} == {"Veld", "Cole"}
    assert [(b.one, b.other, b.size) for b in found.bridges] == [("Cole", "Veld", 2)]
    assert abs(sum(c.rank for c in found.entities) - 1) < 0.001


def test_pagerank_follows_facts():
    found = {c.name: c.rank for c in network(Trade().buys("Hart", "Veld").graph()).entities}
    assert (found["Hart"], found["Veld"]) == (0.3509, 0.6491)  # 1 / 2.85, and 1.85 of it
    both = {c.rank for c in network(Trade().fact("Hart", "partnerOf", "Veld").graph()).entities}
    assert both == {0.5}


def test_other_statuses_count_when_asked_for():
    assert network(star().graph(), [Status.PLANNED]).facts == 1
    assert network(star().graph(), [Status.ASSERTED, Status.PLANNED]).facts == 6


def test_what_is_over_is_no_link():
    graph = Trade().buys("Hart", "Veld", ended_by=("fact/99",)).graph()
    assert network(graph).facts == 0


def test_sampling_is_deterministic(monkeypatch):
    monkeypatch.setattr("kg.analysis.linked.EXACT_UP_TO", 3)
    monkeypatch.setattr("kg.analysis.linked.SAMPLES", 2)
    graph = star().graph()
    assert network(graph).is_sampled
    assert network(graph) == network(replace(graph, facts=graph.facts[::-1]))
