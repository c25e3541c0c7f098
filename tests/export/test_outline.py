"""What pages choose by: how much is said of each entity, counted in one pass."""

import dataclasses

from handmade import small
from passing import elsewhere, many

from kg.export.outline import outline_of


def test_entities_are_ranked_by_facts_then_figures_then_names():
    graph = many(40)
    found = outline_of(graph)
    facts = {e.id: sum(e.id in {f.subject, f.object} for f in graph.facts) for e in graph.entities}
    figures = {e.id: sum(e.id == o.subject for o in graph.observations) for e in graph.entities}
    assert list(found.facts) == [facts[e.id] for e in graph.entities]
    order = sorted(graph.entities, key=lambda e: (-facts[e.id], -figures[e.id], e.name, e.id))
    assert [graph.entities[number] for number in found.ranked] == order


def test_a_fact_about_one_entity_twice_counts_once():
    graph = small()
    (fact,) = graph.facts
    found = outline_of(dataclasses.replace(graph, facts=(dataclasses.replace(fact, object=fact.subject),)))
    assert sorted(found.facts) == [0, 1]


def test_an_end_that_is_no_entity_has_no_number():
    graph = small()
    found = outline_of(dataclasses.replace(graph, entities=graph.entities[:1]))
    ends = {*found.said.one, *found.said.other}
    assert ends == {0, -1}


def test_all_is_gone_through_once_and_nothing_kept():
    there, census = elsewhere(many(400))
    outline_of(there)
    assert census.made == len(there.facts) + len(there.observations)
    assert census.most <= 3
