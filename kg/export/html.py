"""graph.html: the picture, one file that asks nothing of any network.

pyvis builds the network (`picture.py`) and brings vis-network; page, style and script lie in `page/`. Text from
documents travels as JSON and enters the page as text only. The page's policy names its own scripts by their hashes,
so nothing else can run in it, and forbids every load.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from importlib import resources
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from kg.export import wording
from kg.export.picture import look_of, most_connected, network
from kg.export.qualifiers import joined
from kg.export.values import in_words
from kg.model import Entity, Evidence, Fact, Observation

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph import KnowledgeGraph

PASSAGES = 12  # quotes of one fact; more are in the data files
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
STYLES = ("page.css",)
SCRIPTS = ("data.js", "theme.js", "labels.js", "cards.js", "filters.js", "main.js")

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
    entities = most_connected(graph)
    ids = {entity.id for entity in entities}
    facts = [fact for fact in graph.facts if fact.subject in ids and fact.object in ids]
    observations = [observation for observation in graph.observations if observation.subject in ids]
    drawn = network(graph, entities, facts, {observation.subject for observation in observations})
    nodes, edges, *_, options = drawn.get_network_data()
    return {
        "title": _title(graph),
        "counts": {name: len(getattr(graph, name)) for name in ("documents", "entities", "facts", "observations")},
        "network": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
        "kinds": _kinds(graph, entities),
        "relations": {r.name: {"label": r.label, "about": r.definition} for r in graph.ontology.relations.values()},
        "statuses": {name: {"label": t.label, "about": t.definition} for name, t in graph.ontology.statuses.items()},
        "documents": _documents(graph, [*facts, *observations]),
        "entities": {entity.id: _entity(graph, entity) for entity in entities},
        "facts": {fact.id: _fact(graph, fact) for fact in facts},
        "observations": {observation.id: _observation(graph, observation) for observation in observations},
    }


def _documents(graph: KnowledgeGraph, said: Iterable[Fact | Observation]) -> dict[str, str]:
    """What to call the documents that the page quotes."""
    quoted = {evidence.document for each in said for evidence in each.evidence[:PASSAGES]}
    return {
        document.id: wording.shown(", ".join(filter(None, (document.title or document.id, document.date))))
        for document in graph.documents
        if document.id in quoted
    }


def _title(graph: KnowledgeGraph) -> str:
    titles = [wording.shown(document.title, 90) for document in graph.documents if document.title]
    return titles[0] if len(graph.documents) == 1 and titles else "Knowledge graph"


def _kinds(graph: KnowledgeGraph, entities: Iterable[Entity]) -> Json:
    """The kinds with their looks, those of the ontology first."""
    names = graph.ontology.leaf_kinds
    found = {}
    for name in [*names, *sorted({entity.kind for entity in entities} - set(names))]:
        term = graph.ontology.kinds.get(name)
        color, shape = look_of(graph.ontology, name)
        found[name] = {
            "label": term.label if term else name,
            "about": term.definition if term else "",
            "color": color,
            "shape": shape,
        }
    return found


def _entity(graph: KnowledgeGraph, entity: Entity) -> Json:
    return {
        "name": wording.shown(entity.name) or entity.id,
        "kind": entity.kind,
        "aliases": [wording.shown(alias) for alias in entity.aliases[:12]],
        "identifiers": [wording.qualifier(graph.ontology, *pair) for pair in joined(entity.identifiers)],
        "documents": len({mention.document for mention in entity.mentions}),
        "mentions": len(entity.mentions),
    }


def _fact(graph: KnowledgeGraph, fact: Fact) -> Json:
    said = _said(graph, fact)
    said["qualifiers"] += _against(graph, fact)
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "headline": wording.headline(fact.qualifiers),
        **said,
    }


def _against(graph: KnowledgeGraph, fact: Fact) -> list[Json]:
    """The facts that contradict or end a fact, in short."""
    links = [("contradicts", set(fact.contradicts)), ("endedBy", set(fact.ended_by))]
    names = {e.id: e.name for e in graph.entities} if any(ids for _, ids in links) else {}
    found: list[Json] = []
    for key, ids in links:
        for other in graph.facts if ids else ():
            if other.id in ids:
                relation = graph.ontology.relations.get(other.relation)
                ends = names.get(other.subject, ""), relation.label if relation else "", names.get(other.object, "")
                words = f"{' – '.join(ends)} ({graph.ontology.statuses[other.status].label})"
                found.append(wording.qualifier(graph.ontology, key, words))
    return found


def _observation(graph: KnowledgeGraph, observation: Observation) -> Json:
    return {
        "subject": observation.subject,
        "metric": observation.metric,
        "change": graph.ontology.changes[observation.change].label,
        "value": wording.shown(in_words(observation.value)) if observation.value else "",
        **_said(graph, observation),
    }


def _said(graph: KnowledgeGraph, said: Fact | Observation) -> Json:
    """What facts and observations share."""
    held = [*said.qualifiers, *([("sources", str(said.sources))] if said.sources > 1 else [])]
    return {
        "status": said.status,
        "confidence": round(said.confidence, 2),
        "qualifiers": [wording.qualifier(graph.ontology, name, value) for name, value in held],
        "evidence": [_evidence(evidence) for evidence in said.evidence[:PASSAGES]],
        "passages": len(said.evidence),
    }


def _evidence(evidence: Evidence) -> Json:
    return {"document": evidence.document, "quote": wording.segments(evidence)}
