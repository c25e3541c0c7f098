"""Writing a graph that memory does not hold: the same bytes, and never more than a few objects at once."""

import dataclasses
import itertools

import pytest
from handmade import HOSTILE, small
from hypothesis import given, settings
from hypothesis import strategies as st
from passing import elsewhere, many
from test_explorer import block
from varied import NASTY, varied

from kg.export import part, picture, sorting, write
from kg.export.encodable import Cleaned, encodable
from kg.export.explorer import to_explorer
from kg.export.outline import outline_of
from kg.export.part import part_of
from kg.model import Document, Evidence, Fact, Status
from kg.report import summary, summary_json


def files(graph, folder, **options):
    write(graph, folder, **options)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def large():
    return many(3000)


def test_data_files_are_written_with_few_objects_in_memory(large, tmp_path):
    there, census = elsewhere(large)
    assert files(there, tmp_path / "there", pages=False) == files(large, tmp_path / "here", pages=False)
    assert census.made > 10_000
    assert census.most <= 30
    assert census.alive == 0


def test_pages_hold_what_they_have_room_for(large, tmp_path, monkeypatch):
    monkeypatch.setattr(part, "ROOM", 300)
    monkeypatch.setattr(picture, "ROOM", 300)
    there, census = elsewhere(large)
    assert files(there, tmp_path / "there") == files(large, tmp_path / "here")
    assert census.most <= 400


def test_a_summary_holds_nothing(large, tmp_path):
    there, census = elsewhere(large)
    assert summary(there, tmp_path, 1.0) == summary(large, tmp_path, 1.0)
    assert summary_json(there, tmp_path, 1.0) == summary_json(large, tmp_path, 1.0)
    assert census.most <= 3


@pytest.mark.parametrize("graph", [small(HOSTILE[2]), small(HOSTILE[4]), varied(NASTY[2]), varied(NASTY[12])])
def test_the_bytes_are_those_of_a_graph_in_memory(graph, tmp_path):
    there, _ = elsewhere(graph)
    clean = encodable(graph)
    more = {"derived": clean.derive(), "inferred": clean.infer()}
    assert files(there, tmp_path / "there", **more) == files(graph, tmp_path / "here", **more)


def test_halves_of_characters_are_replaced_wherever_they_lie(tmp_path):
    graph, there = varied("half \ud83d"), elsewhere(varied("half \ud83d"))[0]
    assert isinstance(encodable(there).facts, Cleaned)
    assert encodable(there).documents[0].title == "half \ufffd"
    assert len(encodable(there).documents) == 2
    assert files(there, tmp_path / "there") == files(graph, tmp_path / "here")


def test_derived_numbers_of_a_text_with_halves_are_written(tmp_path):
    graph = varied("half \ud83d")
    write(graph, tmp_path, graph.derive(), graph.infer(), pages=False)
    assert "half \ufffd" in (tmp_path / "inferred.jsonl").read_text(encoding="utf-8")


rows = st.lists(st.tuples(st.text(max_size=3), st.integers(0, 3), st.text(max_size=2)), max_size=60)


@settings(max_examples=150, deadline=None)
@given(rows)
def test_rows_come_back_in_order_each_once(found):
    held, files_at_once = sorting.HELD, sorting.FILES
    sorting.HELD, sorting.FILES = 3, 2
    try:
        ordered = sorting.Ordered()
        for row in found:
            ordered.add(row)
        assert list(ordered) == list(ordered) == sorted(set(found))
    finally:
        sorting.HELD, sorting.FILES = held, files_at_once


def test_direct_triples_of_many_facts_stand_with_their_entities(large, monkeypatch, tmp_path):
    write(large, tmp_path / "one", pages=False)
    monkeypatch.setattr(sorting, "HELD", 100)
    monkeypatch.setattr(sorting, "FILES", 3)
    write(large, tmp_path / "other", pages=False)
    assert (tmp_path / "one" / "graph.ttl").read_bytes() == (tmp_path / "other" / "graph.ttl").read_bytes()


def test_a_subject_without_an_entity_keeps_its_triples(tmp_path):
    graph = varied()
    lost = dataclasses.replace(graph, entities=graph.entities[1:2])
    write(lost, tmp_path, pages=False)
    text = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "\ncompany:kestria kg:customerOf company:hexlar ;" in text


def test_small_graphs_are_shown_whole(large):
    assert part_of(large, outline_of(large)).graph is large
    assert "part" not in block(to_explorer(large), "overview")


@pytest.mark.parametrize("room", [1, 2, 5, 50, 700, 4000])
def test_a_part_has_the_most_connected_entities_and_keeps_to_its_room(large, monkeypatch, room):
    monkeypatch.setattr(part, "ROOM", room)
    found = part_of(large, outline_of(large))
    graph = found.graph
    degrees = {e.id: 0 for e in large.entities}
    for fact in large.facts:
        for end in {fact.subject, fact.object}:
            degrees[end] += 1
    shown = {e.id for e in graph.entities}
    assert min(degrees[id] for id in shown) >= max((degrees[id] for id in degrees.keys() - shown), default=0)
    assert found.facts == {id: degrees[id] for id in shown}
    assert all(f.subject in shown and f.object in shown for f in graph.facts)
    assert all(o.subject in shown for o in graph.observations)
    sayings = [*graph.facts, *graph.observations]
    assert len(graph.entities) + sum(1 + len(s.evidence) for s in sayings) <= room + 1
    assert {d.id for d in graph.documents} == {e.document for s in sayings for e in s.evidence}


def test_the_page_of_a_part_tells_how_much_it_shows(large, monkeypatch):
    monkeypatch.setattr(part, "ROOM", 700)
    page = to_explorer(large)
    over, more = block(page, "overview"), block(page, "details")
    assert over["part"]["facts"] == [len(over["facts"]["subject"]), 3000]
    assert over["part"]["entities"] == [len(over["entities"]["id"]), 750]
    assert over["part"]["observations"][1] == 500
    assert 0 < over["part"]["documents"][0] < over["part"]["documents"][1] == 600
    own = [0] * len(over["entities"]["id"])
    for a, b in zip(over["facts"]["subject"], over["facts"]["object"], strict=True):
        for end in {a, b}:
            own[end] += 1
    assert all(here <= there for here, there in zip(own, more["facts"], strict=True))
    assert more["documents"][0] == len({m.document for m in large.by_id[over["entities"]["id"][0]].mentions})
    texts = block(page, "texts")
    assert all(words for pieces in texts for _, words in pieces)


def test_one_entity_with_very_many_figures_leaves_room_for_others(large, monkeypatch):
    first = large.observations[0]
    hub = tuple(dataclasses.replace(first, id=f"p{n:05}", subject="company/firm-00000") for n in range(900))
    graph = dataclasses.replace(large, observations=large.observations + hub)
    monkeypatch.setattr(part, "ROOM", 700)
    monkeypatch.setattr(part, "OBSERVED", 50)
    found = part_of(graph, outline_of(graph)).graph
    assert len(found.entities) > 20
    assert sum(o.subject == "company/firm-00000" for o in found.observations) == 50


def test_a_fact_said_very_often_is_shown_with_some_passages(large, monkeypatch):
    monkeypatch.setattr(part, "ROOM", 600)
    documents = tuple(Document(f"e{n:03}", "Firm 1 pays Firm 2.") for n in range(400))
    often = tuple(Evidence(d.id, 0, 19, d.text, "rule") for d in documents)
    one, two = "company/firm-00000", "company/firm-00001"
    said = Fact("a", one, "customerOf", two, Status.ASSERTED, 0.9, (), often)
    graph = dataclasses.replace(large, documents=large.documents + documents, facts=(said, *large.facts))
    page = to_explorer(graph)
    more = block(page, "details")
    at = more["id"].index("a")
    assert (more["passages"][at], more["all"][at]) == (part.PASSAGES, 400)


def test_entities_of_which_nothing_is_said_are_cut_too(monkeypatch):
    monkeypatch.setattr(part, "ROOM", 10)
    graph = many(100)
    bare = dataclasses.replace(graph, facts=(), observations=())
    assert len(part_of(bare, outline_of(bare)).graph.entities) == 10
    assert list(itertools.islice((e.id for e in part_of(bare, outline_of(bare)).graph.entities), 2)) == [
        "company/firm-00000",
        "company/firm-00001",
    ]
