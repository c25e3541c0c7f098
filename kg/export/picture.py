"""What the picture draws: which entities, where, and how nodes and edges look, in the terms of vis-network."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import dist
from typing import TYPE_CHECKING, Any

from kg.export import wording
from kg.export.layout import Box, Point, arrange, extent, moved, rows
from kg.export.outline import Outline
from kg.export.part import Chosen, most_important
from kg.model import Entity, Fact, Status
from kg.ontology import Ontology

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

LIMIT = 400  # entities in the picture; more cannot be read
ROOM = 20_000  # entities, facts, observations and passages behind it
LABEL_SIZE, EDGE_LABEL_SIZE = 13.0, 11.0
BOW = 52.0  # about twice the free space between neighbouring edges of a fan
# Okabe and Ito's colours, told apart by all kinds of sight; kinds take them in order, and shapes beside them
PALETTE = ("#0072b2", "#cc79a7", "#009e73", "#56b4e9", "#e69f00", "#d55e00", "#d8c93a", "#7f8c99")
SHAPES = ("dot", "square", "triangle", "triangleDown", "diamond", "hexagon", "star")
DASHES: Mapping[Status, list[int]] = {
    Status.PLANNED: [9, 6],
    Status.POSSIBLE: [2, 5],
    Status.NEGATED: [9, 6],
    Status.ENDED: [9, 6],
}
BEFORE: Mapping[Status, str] = {Status.NEGATED: "not ", Status.ENDED: "formerly "}
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 150, "selectConnectedEdges": False, "keyboard": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {
        "width": 1.4,
        "selectionWidth": 1.2,
        "hoverWidth": 0.6,
        "arrowStrikethrough": False,
        "arrows": {"to": {"scaleFactor": 0.55}},
    },
}


def drawn_of(graph: KnowledgeGraph, outline: Outline) -> tuple[list[Entity], Chosen]:
    """The entities of the picture, which are the most connected ones, and what it shows of them."""
    chosen = most_important(graph, outline, LIMIT, ROOM)
    return [graph.entities[number] for number in chosen.entities], chosen


def look_of(ontology: Ontology, kind: str) -> tuple[str, str]:
    """Colour and shape of a kind, by its place in the ontology; of kinds it does not know the last of both."""
    if kind not in ontology.leaf_kinds:
        return PALETTE[-1], SHAPES[0]
    rank = ontology.leaf_kinds.index(kind)
    return PALETTE[rank % len(PALETTE)], SHAPES[(rank + rank // len(PALETTE)) % len(SHAPES)]


def _degrees(facts: Iterable[Fact]) -> Counter[str]:
    return Counter(end for fact in facts for end in {fact.subject, fact.object})


def network(
    graph: KnowledgeGraph, entities: Sequence[Entity], facts: Sequence[Fact], observed: Collection[str]
) -> dict[str, Any]:
    """The network (https://visjs.github.io/vis-network/docs/network/) with every place fixed."""
    degrees = _degrees(facts)
    radii = {entity.id: round(min(9 + 3 * degrees[entity.id] ** 0.5, 26), 1) for entity in entities}
    labels = {entity.id: wording.label(entity.name) or entity.id for entity in entities}
    places = _places(graph, labels, radii, facts, observed)
    bends = _bends(facts, places)
    return {
        "nodes": [_node(graph, entity, labels[entity.id], radii[entity.id], places[entity.id]) for entity in entities],
        "edges": [_edge(graph, fact, bends[fact.id]) for fact in facts],
        "options": OPTIONS,
    }


def _places(
    graph: KnowledgeGraph,
    labels: Mapping[str, str],
    radii: Mapping[str, float],
    facts: Iterable[Fact],
    observed: Collection[str],
) -> dict[str, Point]:
    """Centres of nodes. The box of a node holds its label below; entities of which nothing is said stand last."""
    below = {key: 16.0 * (1 + text.count("\n")) + 4 for key, text in labels.items()}
    boxes = {
        key: Box(max(wording.width(text, LABEL_SIZE), 2 * radii[key]), 2 * radii[key] + below[key])
        for key, text in labels.items()
    }
    links: dict[tuple[str, str], float] = {}
    for fact in facts:
        pair = _pair(fact)
        words = BEFORE.get(fact.status, "") + graph.ontology.relations[fact.relation].label
        room = wording.width(f"{words}\n{wording.headline(fact.qualifiers)}", EDGE_LABEL_SIZE)
        links[pair] = max(links.get(pair, 90.0) + 40.0, room + radii[pair[0]] + radii[pair[1]] + 44)
    linked = {end for pair in links for end in pair}
    places = arrange({key: box for key, box in boxes.items() if key in linked or key in observed}, links)
    left, _, right, bottom = extent(places, boxes)
    others = rows([key for key in boxes if key not in places], boxes, right - left)
    places |= moved(others, left, bottom + 120)
    return {key: (x, y - below[key] / 2) for key, (x, y) in places.items()}


def _pair(fact: Fact) -> tuple[str, str]:
    return min(fact.subject, fact.object), max(fact.subject, fact.object)


def _bends(facts: Iterable[Fact], places: Mapping[str, Point]) -> dict[str, float]:
    """How far each edge bows: edges between the same two nodes part like the ribs of a fan."""
    between: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        between[_pair(fact)].append(fact)
    bends = {}
    for (one, other), group in between.items():
        rib = min(0.3, BOW / (dist(places[one], places[other]) or 1.0), 1.2 / len(group))
        for rank, fact in enumerate(sorted(group, key=lambda f: (f.relation, f.status, f.id))):
            side = 1 if fact.subject == one else -1
            bends[fact.id] = (rank - (len(group) - 1) / 2) * rib * side
    return bends


def _node(graph: KnowledgeGraph, entity: Entity, label: str, radius: float, place: Point) -> dict[str, Any]:
    """The look of an entity."""
    color, shape = look_of(graph.ontology, entity.kind)
    x, y = map(round, place)
    return {"id": entity.id, "label": label, "shape": shape, "color": color, "size": radius, "x": x, "y": y}


def _edge(graph: KnowledgeGraph, fact: Fact, bend: float) -> dict[str, Any]:
    """The look of a fact."""
    relation = graph.ontology.relations[fact.relation]
    way = "curvedCW" if bend > 0 else "curvedCCW"
    return {
        "id": fact.id,
        "from": fact.subject,
        "to": fact.object,
        "label": BEFORE.get(fact.status, "") + relation.label,
        "arrows": "" if relation.symmetric else "to",
        "dashes": DASHES.get(fact.status, False),
        "smooth": {"enabled": True, "type": way, "roundness": round(abs(bend), 3)} if bend else False,
    }
