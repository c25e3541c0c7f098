"""Where the picture sets entities: nothing on anything else, and the same each time."""

import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.clearing import crossings
from kg.export.layout import GAP, Box, arrange
from kg.export.starts import piece, start
from kg.export.stress import in_a_row, relaxed, unfolded

LENGTH = 150.0
SHARED = 3.0  # pixels of the free space around boxes that two may share


def named(pairs, more=0):
    """Boxes of different sizes, and links."""
    names = [f"n{n:02}" for n in range(max((end for pair in pairs for end in pair), default=-1) + 1 + more)]
    boxes = {name: Box(40.0 + 7 * (n % 9), 30.0 + 16 * (n % 2)) for n, name in enumerate(names)}
    links = {(names[min(p)], names[max(p)]): LENGTH + 10 * (sum(p) % 5) for p in pairs if p[0] != p[1]}
    return boxes, links


def crossing(places, links):
    """How many pairs of links cross."""
    names = sorted(places)
    number = {name: at for at, name in enumerate(names)}
    size = [(1.0, 1.0)] * len(names)
    edges = [(number[a], number[b], length) for (a, b), length in links.items()]
    spots = np.array([places[name] for name in names]).T
    ends = piece(size, edges)
    return int(crossings(in_a_row([ends]), spots)[0])


def overlapping(places, boxes):
    names = list(places)
    return [
        (a, b)
        for n, a in enumerate(names)
        for b in names[:n]
        if abs(places[a][0] - places[b][0]) + SHARED < (boxes[a].width + boxes[b].width) / 2
        and abs(places[a][1] - places[b][1]) + SHARED < (boxes[a].height + boxes[b].height) / 2
    ]


pair = st.tuples(st.integers(0, 25), st.integers(0, 25))


@settings(max_examples=40, deadline=None)
@given(st.sets(pair, max_size=40), st.randoms(use_true_random=False))
def test_nothing_stands_on_another_and_order_does_not_matter(pairs, chance):
    boxes, links = named(pairs, more=2)
    places = arrange(boxes, links)
    assert places.keys() == boxes.keys()
    assert not overlapping(places, boxes)
    shuffled = [chance.sample(list(given.items()), len(given)) for given in (boxes, links)]
    assert arrange(*map(dict, shuffled)) == places


@pytest.mark.parametrize(
    "pairs",
    [
        [(0, 1)],
        [(0, 1), (1, 2)],
        [(0, 1), (1, 2), (2, 0)],
        [(0, n) for n in range(1, 12)],
        [(n, n + 1) for n in range(12)],
        [(n, (n + 1) % 9) for n in range(9)],
        [(n, (n - 1) // 3) for n in range(1, 25)],
    ],
    ids=["edge", "path", "triangle", "star", "chain", "ring", "tree"],
)
def test_what_can_be_drawn_plainly_has_no_crossing_and_room_for_words(pairs):
    boxes, links = named(pairs)
    places = arrange(boxes, links)
    assert crossing(places, links) == 0
    assert not overlapping(places, boxes)
    for (one, other), wanted in links.items():
        assert np.hypot(*np.subtract(places[one], places[other])) > 0.9 * wanted


def test_a_part_is_drawn_the_same_whatever_is_beside_it():
    tree = [(n, (n - 1) // 3) for n in range(1, 14)]
    alone = arrange(*named(tree))
    beside = arrange(*named([*tree, *((a + 14, b + 14) for a, b in [(0, 1), (1, 2), (2, 0), (2, 3)])]))
    middle = np.subtract(alone["n00"], beside["n00"])
    for name, place in alone.items():
        assert np.subtract(place, beside[name]) == pytest.approx(middle, abs=1e-6)


def test_large_parts_have_no_overlaps():
    chance = random.Random(3)
    boxes, links = named({(n, chance.randrange(n)) for n in range(1, 320)} | {(n, n // 2) for n in range(2, 320, 3)})
    assert not overlapping(arrange(boxes, links), boxes)


def test_a_dense_part_has_no_overlaps():
    boxes, links = named([(a, b) for a in range(28) for b in range(a)])
    assert not overlapping(arrange(boxes, links), boxes)


@settings(max_examples=60, deadline=None)
@given(st.sets(pair, min_size=1, max_size=40))
def test_paths_are_the_shortest(pairs):
    graph = nx.Graph((a, b, {"weight": 100.0 + (a * b) % 7}) for a, b in pairs if a != b)
    if graph:
        graph = nx.convert_node_labels_to_integers(graph.subgraph(max(nx.connected_components(graph), key=len)))
        edges = [(a, b, length) for a, b, length in graph.edges(data="weight")]
        found = piece([(1.0, 1.0)] * len(graph), edges).paths
        assert found == pytest.approx(np.asarray(nx.floyd_warshall_numpy(graph, sorted(graph))))


@pytest.mark.parametrize("count", [3, 5, 9])
def test_momentum_does_not_carry_small_parts_away(count):
    chain = piece([(40.0, 30.0)] * count, [(n, n + 1, 150.0 + n) for n in range(count - 1)])
    parts = in_a_row([chain])
    places = relaxed(parts, unfolded(parts, start(chain, 0).T.copy()))
    lengths = np.hypot(*(places[:, 1:] - places[:, :-1]))
    assert lengths == pytest.approx(chain.lengths, rel=0.02)


def test_no_box_at_all_has_no_place():
    assert arrange({}, {}) == {}
    assert arrange({"a": Box(10, 10)}, {}).keys() == {"a"}
    assert GAP > 2 * SHARED


def test_pages_are_written_without_libraries_that_start_slowly():
    slow = {"pyvis", "IPython", "scipy", "pandas"}
    code = f"import sys, kg.export.html, kg.export.explorer; print(sorted({slow!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
