"""graph.html: the picture, one file that asks nothing of any network.

pyvis builds the network and brings vis-network; page, style and script lie in `page/`. Text from documents
travels as JSON and enters the page as text only. The page's policy names its own scripts by their hashes, so
nothing else can run in it, and forbids every load.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from pyvis.network import Network

from kg.export import wording
from kg.export.layout import Box, Point, arrange, extent, moved, rows
from kg.model import Entity, Evidence, Fact, Observation, Status

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph import KnowledgeGraph

LIMIT = 400  # entities in the picture; more cannot be read
LABEL_SIZE, EDGE_LABEL_SIZE = 13.0, 11.0
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
STYLES = ("page.css",)
SCRIPTS = ("data.js", "theme.js", "labels.js", "cards.js", "filters.js", "main.js")
# Okabe and Ito's colours, told apart by all kinds of sight; kinds take them in order, and shapes beside them
PALETTE = ("#0072b2", "#cc79a7", "#009e73", "#56b4e9", "#e69f00", "#d55e00", "#d8c93a", "#7f8c99")
SHAPES = ("dot", "square", "triangle", "triangleDown", "diamond", "hexagon", "star", "dot")
DASHES: Mapping[Status, list[int]] = {
    Status.PLANNED: [9, 6],
    Status.POSSIBLE: [2, 5],
    Status.NEGATED: [9, 6],
    Status.ENDED: [9, 6],
}
BEFORE: Mapping[Status, str] = {Status.NEGATED: "not ", Status.ENDED: "former "}
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 150, "selectConnectedEdges": False, "keyboard": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {"width": 1.4, "selectionWidth": 1.2, "hoverWidth": 0.6, "arrowStrikethrough": False, "arrows": {"to": {"scaleFactor": 0.55}}},
}

Json = dict[str, Any]


def write_html(graph: KnowledgeGraph, path: Path) -> None:
    """Write the picture of a graph to a file."""
    path.write_text(to_html(graph), encoding="utf-8", newline="\n")


def to_html(graph: KnowledgeGraph) -> str:
    """The picture of a graph as one HTML page."""
    style = "\n".join(_page(name) for name in STYLES)
    scripts = [_vis(), "(() => {\n" + "\n".join(_page(name) for name in SCRIPTS) + "})();\n"]
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_page("page.html"))
    data = _data(graph)
    return template.render(
        title=data["title"], policy=_policy(scripts, [style]), style=style, scripts=scripts, data=_as_json(data)
    )


def _page(name: str) -> str:
    return (resources.files("kg.export") / "page" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _vis() -> str:
    """The library that pyvis brings, without the address of its source map."""
    text = (resources.files("pyvis") / VIS).read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return text.rsplit("//# sourceMappingURL", 1)[0]


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A Content Security Policy (https://www.w3.org/TR/CSP3/) that lets these texts in and nothing else."""

    def hashes(texts: Iterable[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _as_json(data: Json) -> str:
    """JSON that neither ends its script element nor breaks a line."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _data(graph: KnowledgeGraph) -> Json:
    """All that the page shows."""
    entities = _most_connected(graph)
    ids = {entity.id for entity in entities}
    facts = [fact for fact in graph.facts if fact.subject in ids and fact.object in ids]
    observations = [observation for observation in graph.observations if observation.subject in ids]
    nodes, edges, _, _, _, options = _network(graph, entities, facts, {o.subject for o in observations}).get_network_data()
    return {
        "title": _title(graph),
        "counts": {name: len(getattr(graph, name)) for name in ("documents", "entities", "facts", "observations")},
        "network": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
        "kinds": _kinds(graph, entities),
        "relations": {r.name: {"label": r.label, "about": r.definition} for r in graph.ontology.relations.values()},
        "statuses": {name: {"label": t.label, "about": t.definition} for name, t in graph.ontology.statuses.items()},
        "documents": {d.id: wording.shown(d.title or d.id) + (f", {d.date}" if d.date else "") for d in graph.documents},
        "entities": {entity.id: _entity(entity) for entity in entities},
        "facts": {fact.id: _fact(graph, fact) for fact in facts},
        "observations": {observation.id: _observation(graph, observation) for observation in observations},
    }


def _title(graph: KnowledgeGraph) -> str:
    titles = [wording.shown(document.title, 90) for document in graph.documents if document.title]
    return titles[0] if len(graph.documents) == 1 and titles else "Knowledge graph"


def _most_connected(graph: KnowledgeGraph) -> list[Entity]:
    """The entities of the picture: those with most facts, then most observations."""
    facts = _degrees(graph.facts)
    observations = Counter(observation.subject for observation in graph.observations)
    ranked = sorted(graph.entities, key=lambda e: (-facts[e.id], -observations[e.id], e.name, e.id))
    return ranked[:LIMIT]


def _degrees(facts: Iterable[Fact]) -> Counter[str]:
    return Counter(end for fact in facts for end in {fact.subject, fact.object})


def _network(
    graph: KnowledgeGraph, entities: Sequence[Entity], facts: Sequence[Fact], observed: Collection[str]
) -> Network:
    """The pyvis network with every place fixed."""
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    degrees = _degrees(facts)
    radii = {entity.id: round(min(9 + 3 * degrees[entity.id] ** 0.5, 26), 1) for entity in entities}
    labels = {entity.id: wording.label(entity.name) or entity.id for entity in entities}
    places = _places(graph, labels, radii, facts, observed)
    kinds = graph.ontology.leaf_kinds
    for entity in entities:
        look = kinds.index(entity.kind) if entity.kind in kinds else -1
        x, y = places[entity.id]
        network.add_node(
            entity.id,
            label=labels[entity.id],
            shape=SHAPES[look % len(SHAPES)],
            color=PALETTE[look % len(PALETTE)],
            size=radii[entity.id],
            x=round(x),
            y=round(y),
        )
    bends = _bends(facts)
    for fact in facts:
        network.add_edge(fact.subject, fact.object, **_edge(graph, fact, bends[fact.id]))
    return network


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
        room = max(wording.width(words, EDGE_LABEL_SIZE), wording.width(wording.headline(fact.qualifiers), EDGE_LABEL_SIZE))
        links[pair] = max(links.get(pair, 90.0) + 40.0, room + radii[pair[0]] + radii[pair[1]] + 44)
    linked = {end for pair in links for end in pair}
    places = arrange({key: box for key, box in boxes.items() if key in linked or key in observed}, links)
    left, _, right, bottom = extent(places, boxes)
    others = rows([key for key in boxes if key not in places], boxes, right - left)
    places |= moved(others, left, bottom + 120)
    return {key: (x, y - below[key] / 2) for key, (x, y) in places.items()}


def _pair(fact: Fact) -> tuple[str, str]:
    return min(fact.subject, fact.object), max(fact.subject, fact.object)


def _bends(facts: Iterable[Fact]) -> dict[str, float]:
    """How far each edge bows: edges between the same two nodes part like the ribs of a fan."""
    between: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        between[_pair(fact)].append(fact)
    return {
        fact.id: (rank - (len(group) - 1) / 2) * (0.3 if len(group) < 4 else 0.8 / len(group))
        * (1 if fact.subject <= fact.object else -1)
        for group in between.values()
        for rank, fact in enumerate(sorted(group, key=lambda f: (f.relation, f.status, f.id)))
    }  # fmt: skip


def _edge(graph: KnowledgeGraph, fact: Fact, bend: float) -> Json:
    """The look of a fact."""
    relation = graph.ontology.relations[fact.relation]
    way = "curvedCW" if bend > 0 else "curvedCCW"
    return {
        "id": fact.id,
        "label": BEFORE.get(fact.status, "") + relation.label,
        "arrows": "" if relation.symmetric else "to",
        "dashes": DASHES.get(fact.status, False),
        "smooth": {"enabled": True, "type": way, "roundness": round(abs(bend), 3)} if bend else False,
    }


def _kinds(graph: KnowledgeGraph, entities: Iterable[Entity]) -> Json:
    """The kinds with their looks, those of the ontology first."""
    names = list(graph.ontology.leaf_kinds)
    found = {}
    for name in [*names, *sorted({entity.kind for entity in entities} - set(names))]:
        look = names.index(name) if name in names else -1
        term = graph.ontology.kinds.get(name)
        found[name] = {
            "label": term.label if term else name,
            "about": term.definition if term else "",
            "color": PALETTE[look % len(PALETTE)],
            "shape": SHAPES[look % len(SHAPES)],
        }
    return found


def _entity(entity: Entity) -> Json:
    return {
        "name": wording.shown(entity.name) or entity.id,
        "kind": entity.kind,
        "aliases": [wording.shown(alias) for alias in entity.aliases[:12]],
        "identifiers": [[name, wording.shown(value)] for name, value in entity.identifiers],
        "documents": len({mention.document for mention in entity.mentions}),
        "mentions": len(entity.mentions),
    }


def _fact(graph: KnowledgeGraph, fact: Fact) -> Json:
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "headline": wording.headline(fact.qualifiers),
        **_said(graph, fact),
    }


def _observation(graph: KnowledgeGraph, observation: Observation) -> Json:
    return {
        "subject": observation.subject,
        "metric": observation.metric,
        "change": graph.ontology.changes[observation.change].label,
        "value": wording.amount(observation.value) if observation.value else "",
        **_said(graph, observation),
    }


def _said(graph: KnowledgeGraph, said: Fact | Observation) -> Json:
    """What facts and observations share."""
    return {
        "status": said.status,
        "confidence": round(said.confidence, 2),
        "qualifiers": [wording.qualifier(graph.ontology, name, value) for name, value in said.qualifiers],
        "evidence": [_evidence(evidence) for evidence in said.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    return {"document": evidence.document, "quote": wording.segments(evidence)}
