"""Communities, and the circles that they are drawn as."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import circles
from kg.export.circles import Group, set_apart
from kg.export.communities import plan


def clique(members):
    return {(a, b): 1.0 for a in members for b in members if a < b}


def test_groups_with_one_bridge_are_apart():
    links = clique(range(5)) | clique(range(10, 15)) | {(4, 10): 1.0}
    found = plan([1.0] * 15, links)
    assert found.community == (0, 0, 0, 0, 0, -1, -1, -1, -1, -1, 1, 1, 1, 1, 1)


def test_weight_draws():
    assert plan([2.0, 1.0, 1.0, 1.0], {(0, 1): 9.0, (1, 2): 1.0, (2, 3): 9.0}).community == (0, 0, 1, 1)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_everybody_with_an_edge_is_in_a_community(pairs):
    links = {(min(p), max(p)): 1.0 + sum(p) % 3 for p in sorted(pairs) if p[0] != p[1]}
    found = plan([1.0] * 31, links)
    assert {n for n, group in enumerate(found.community) if group >= 0} == {end for pair in links for end in pair}
    assert found == plan([1.0] * 31, dict(reversed(links.items())))


def ring(count, gravity=0.1):
    return Group(np.linspace(1, 2, count), {(n, n + 1): 1.0 for n in range(count - 1)}, gravity)


def test_a_group_is_set_the_same_whatever_is_beside_it(monkeypatch):
    groups = [ring(9), ring(1), ring(30, 0.4), ring(2), ring(0), ring(12)]
    together = set_apart(groups, 40)
    for group, found in zip(groups, together, strict=True):
        assert found == pytest.approx(set_apart([group], 40)[0], abs=1e-9)
    monkeypatch.setattr(circles, "AT_ONCE", 50)
    assert all(np.array_equal(a, b) for a, b in zip(together, set_apart(groups, 40), strict=True))


def test_more_circles_than_forces_can_set_stand_around(monkeypatch):
    monkeypatch.setattr(circles, "MANY", 10)
    (spots,) = set_apart([ring(25)], 60)
    far = np.hypot(*spots.T)
    assert far[10:].min() > far[:10].max()
    assert len({tuple(spot) for spot in spots.round(3).tolist()}) == 25


def test_large_communities_are_split_and_no_circle_is_on_another():
    graph = nx.connected_caveman_graph(20, 14)
    links = {(min(pair), max(pair)): 1.0 for pair in graph.edges}
    found = plan([1.0] * len(graph), links)
    spots = np.column_stack((np.array(found.x) / 1.3, found.y))
    gap = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) + 10 * np.eye(len(spots))
    assert gap.min() > 2.0
    assert len(set(found.community)) > 1
