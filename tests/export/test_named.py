"""Named graphs for servers: nothing in a default graph, and nothing lost."""

from dataclasses import replace

import pyoxigraph as ox
from handmade import HOSTILE, small

from kg.export import ledger, ledger_name, named_graphs, read_ledger, triples
from kg.model import Entity


def _terms(content: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(content, format=ox.RdfFormat.N_TRIPLES)}


def test_together_the_graphs_hold_the_triples_of_graph_ttl() -> None:
    for text in HOSTILE:
        graph = small(text)
        contents = named_graphs(graph)
        assert set().union(*map(_terms, contents.values())) == set(triples(graph))
        assert all(content.endswith(b" .\n") for content in contents.values())


def test_what_rests_on_no_document_has_graphs_of_its_own() -> None:
    base = "https://example.org/id/"
    assert set(named_graphs(small())) == {
        base + "document/a%20b/ç%3Cd%3E",
        base + "graph/entities",
        base + "graph/run",
    }


def test_many_entities_are_parted_so_that_one_more_touches_one_graph() -> None:
    entities = tuple(Entity(f"company/c{n}", "Company", f"C{n}") for n in range(300))
    graph = replace(small(), entities=entities)
    more = replace(graph, entities=(*entities, Entity("company/new", "Company", "New")))
    before, after = named_graphs(graph), named_graphs(more)
    assert sum("/graph/entities-" in name for name in after) == 16
    assert sum(before.get(name) != content for name, content in after.items()) == 1


def test_a_ledger_is_read_as_it_was_written() -> None:
    base = "https://example.org/"
    found = {base + "document/ç%20d": "0f", base + "graph/run": ""}
    content = ledger(base, found)
    assert read_ledger(content, "application/n-triples") == found
    assert read_ledger(content, "text/turtle") == found
    assert ledger_name(base) == base + "graph/pushed"
