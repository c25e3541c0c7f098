"""graph.html: the picture, one file that asks nothing of any network.

`picture.py` says what vis-network draws, which pyvis brings; page, style and script lie in `page/`. Text from
documents travels as JSON and enters the page as text only. The page's policy names its own scripts by their hashes,
so nothing else can run in it, and forbids every load.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib import resources
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export import wording
from kg.export.outline import Outline, outline_of
from kg.export.picture import drawn_of, look_of, network
from kg.export.qualifiers import joined
from kg.export.values import in_words
from kg.model import Entity, Evidence, Fact, Observation

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

PASSAGES = 12  # quotes of one fact; more are in the data files
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
STYLES = ("page.css",)
SCRIPTS = ("data.js", "theme.js", "labels.js", "cards.js", "filters.js", "main.js")

FILES = ("graph.html",)
OPENED_IN = "any browser"

Json = dict[str, Any]


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.html."""
    write_html(graph, folder / FILES[0])


def write_html(graph: KnowledgeGraph, path: Path, outline: Outline | None = None) -> None:
    """Write the picture of a graph to a file; its outline, where there is one, is not made again."""
    path.write_text(to_html(graph, outline), encoding="utf-8", newline="\n")


def to_html(graph: KnowledgeGraph, outline: Outline | None = None) -> str:
    """The picture of a graph as one HTML page."""
    style = "\n".join(_page(name) for name in STYLES)
    scripts = [_vis(), "(() => {\n" + "\n".join(_page(name) for name in SCRIPTS) + "})();\n"]
    data = _data(graph, outline or outline_of(graph))
    parts = {
        "policy": escape(_policy(scripts, [style])),
        "title": escape(data["title"]),
        "style": style,
        "data": _as_json(data),
        "scripts": "".join(f"<script>{script}</script>\n" for script in scripts),
    }
    before, *rest = _page("page.html").split("<!--slot:")
    filled = ((parts[name], tail) for name, tail in (each.split("-->", 1) for each in rest))
    return "".join([before, *chain.from_iterable(filled)])


def _page(name: str) -> str:
    return (resources.files("kg.export") / "page" / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _vis() -> str:
    """The library that pyvis brings, without the address of its source map."""
    found = find_spec("pyvis")  # not imported, as that imports networkx and IPython, too
    folder = Path(found.origin).parent if found and found.origin else Path()
    text = (folder / VIS).read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
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


def _data(graph: KnowledgeGraph, outline: Outline) -> Json:
    """All that the page shows."""
    entities, chosen = drawn_of(graph, outline)
    drawn = network(graph, entities, chosen.facts, {observation.subject for observation in chosen.observations})
    said, against = _Said(graph, chosen.passages), _against(graph, chosen.facts)
    return {
        "title": _title(graph),
        "counts": {name: len(getattr(graph, name)) for name in ("documents", "entities", "facts", "observations")},
        "network": drawn,
        "kinds": _kinds(graph, entities),
        "relations": {r.name: {"label": r.label, "about": r.definition} for r in graph.ontology.relations.values()},
        "statuses": {name: {"label": t.label, "about": t.definition} for name, t in graph.ontology.statuses.items()},
        "documents": _documents(graph, [*chosen.facts, *chosen.observations]),
        "entities": {entity.id: _entity(graph, entity) for entity in entities},
        "facts": {fact.id: said.fact(fact, against) for fact in chosen.facts},
        "observations": {observation.id: said.observation(observation) for observation in chosen.observations},
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
    title = graph.documents[0].title if len(graph.documents) == 1 else ""
    return wording.shown(title, 90) if title else "Knowledge graph"


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


def _against(graph: KnowledgeGraph, facts: Iterable[Fact]) -> dict[str, str]:
    """The facts that contradict or end some facts, in short, by id in the order of the graph."""
    wanted = {id for fact in facts for id in (*fact.contradicts, *fact.ended_by)}
    if not wanted:
        return {}
    found = {other.id: other for other in graph.facts if other.id in wanted}
    ends = {end for other in found.values() for end in (other.subject, other.object)}
    names = {entity.id: entity.name for entity in graph.entities if entity.id in ends}
    return {id: _in_short(graph, other, names) for id, other in found.items()}


def _in_short(graph: KnowledgeGraph, fact: Fact, names: Mapping[str, str]) -> str:
    relation = graph.ontology.relations.get(fact.relation)
    ends = names.get(fact.subject, ""), relation.label if relation else "", names.get(fact.object, "")
    return f"{' – '.join(ends)} ({graph.ontology.statuses[fact.status].label})"


@dataclass(frozen=True, slots=True)
class _Said:
    """How facts and observations read; `passages` tells how many one has that is held with fewer."""

    graph: KnowledgeGraph
    passages: Mapping[str, int]

    def fact(self, fact: Fact, against: Mapping[str, str]) -> Json:
        said = self._shared(fact)
        for key, ids in (("contradicts", set(fact.contradicts)), ("endedBy", set(fact.ended_by))):
            words = (text for id, text in against.items() if id in ids) if ids else ()
            said["qualifiers"] += [wording.qualifier(self.graph.ontology, key, text) for text in words]
        return {
            "subject": fact.subject,
            "relation": fact.relation,
            "object": fact.object,
            "headline": wording.headline(fact.qualifiers),
            **said,
        }

    def observation(self, observation: Observation) -> Json:
        return {
            "subject": observation.subject,
            "metric": observation.metric,
            "change": self.graph.ontology.changes[observation.change].label,
            "value": wording.shown(in_words(observation.value)) if observation.value else "",
            **self._shared(observation),
        }

    def _shared(self, said: Fact | Observation) -> Json:
        held = [*said.qualifiers, *([("sources", str(said.sources))] if said.sources > 1 else [])]
        return {
            "status": said.status,
            "confidence": round(said.confidence, 2),
            "qualifiers": [wording.qualifier(self.graph.ontology, name, value) for name, value in held],
            "evidence": [_evidence(evidence) for evidence in said.evidence[:PASSAGES]],
            "passages": self.passages.get(said.id, len(said.evidence)),
        }


def _evidence(evidence: Evidence) -> Json:
    return {"document": evidence.document, "quote": wording.segments(evidence)}
