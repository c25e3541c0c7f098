"""The JSON lines of the output contract, both ways and without loss.

One object a line, UTF-8, sorted by id. Besides the contract's fields an object may hold more:
how a mention names its entity, marks within the evidence, the words of a share. The pronouns and
nominals that mean an entity are its "references", each with the "chain" of places, nearest first,
that it was followed through up to a name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import InputError
from kg.export.missing import no_output
from kg.export.qualifiers import (
    packed,
    qualifiers_from_json,
    qualifiers_to_json,
    unpacked,
    value_from_json,
    value_to_json,
)
from kg.export.sorting import by_id
from kg.model import (
    Block,
    BlockKind,
    Change,
    Document,
    Entity,
    Evidence,
    Fact,
    Match,
    Mention,
    Observation,
    Problem,
    Reason,
    Status,
)
from kg.ontology import Ontology

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Json = dict[str, Any]
T = TypeVar("T")

FILES = tuple(f"{name}.jsonl" for name in ("documents", "entities", "facts", "matches", "observations", "problems"))
OPENED_IN = "any tool that reads JSON lines"

# JSON may hold these line breaks as they are, but readers that split lines would trip over them
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False).encode
_FEW = 20  # places that are held at once
OWN_ONTOLOGY = "ontology.ttl"  # what was read beside the shipped ontology
_BASE = re.compile(r"@prefix id: <([^>]+)>")


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write the JSON lines files, object by object."""
    for name, pieces in _pieces(graph).items():
        _write(pieces, folder / name)


def write_lines(objects: Iterable[Json], path: Path) -> None:
    """Write objects as lines, one by one."""
    _write(map(line, objects), path)


def _write(pieces: Iterable[str], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def to_lines(graph: KnowledgeGraph) -> dict[str, bytes]:
    """The content of each JSON lines file by its name."""
    return {name: "".join(pieces).encode() for name, pieces in _pieces(graph).items()}


def _pieces(graph: KnowledgeGraph) -> dict[str, Iterator[str]]:
    """The content of each JSON lines file by its name, piece by piece."""
    others = {name: map(line, found) for name, found in to_objects(graph).items()}
    return others | {"entities.jsonl": (piece for entity in by_id(graph.entities) for piece in _entity_line(entity))}


def to_objects(graph: KnowledgeGraph) -> dict[str, Iterable[Json]]:
    """The objects of each JSON lines file by its name, sorted by id; each can be gone through once."""
    names = {entity.id: entity.name for entity in graph.entities}
    return {
        "entities.jsonl": map(_entity, by_id(graph.entities)),
        "facts.jsonl": (_fact(f, names) for f in by_id(graph.facts)),
        "observations.jsonl": (_observation(o, names) for o in by_id(graph.observations)),
        "problems.jsonl": map(_problem, sorted(graph.problems)),
        "matches.jsonl": map(_match, sorted(graph.matches)),
        "documents.jsonl": map(_document, by_id(graph.documents)),
    }


def read_graph(folder: str | Path, ontology: Ontology | None = None) -> KnowledgeGraph:
    """The graph that `kg.export.write` wrote into a folder.

    Raises:
        InputError: the folder is not an output of kg, or one of its files is damaged.
    """
    from kg.graph import DEFAULT_BASE, KnowledgeGraph

    folder = Path(folder)
    entities = tuple(_read(folder, "entities.jsonl", _entity_from))
    return KnowledgeGraph(
        documents=tuple(_read(folder, "documents.jsonl", _document_from)),
        entities=entities,
        facts=tuple(_read(folder, "facts.jsonl", _fact_from)),
        observations=tuple(_read(folder, "observations.jsonl", _observation_from)),
        problems=tuple(_read(folder, "problems.jsonl", _problem_from)),
        ontology=ontology or Ontology.load(*own_ontology(folder)),
        base=base_of(folder) or DEFAULT_BASE,
        matches=tuple(_read(folder, "matches.jsonl", _match_from)) if (folder / "matches.jsonl").exists() else (),
    )


def own_ontology(folder: Path) -> list[Path]:
    """The file that says which kinds and relations a folder has beside the shipped ones, if it has one."""
    path = folder / OWN_ONTOLOGY
    return [path] if path.is_file() else []


def from_objects(objects: Mapping[str, Iterable[Json]], ontology: Ontology, base: str) -> KnowledgeGraph:
    """A graph of some objects of the JSON lines files, by the names of these; the reverse of `to_objects`."""
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph(
        documents=tuple(Document(**j) for j in objects.get("documents.jsonl", ())),
        entities=tuple(map(_entity_from, objects.get("entities.jsonl", ()))),
        facts=tuple(map(_fact_from, objects.get("facts.jsonl", ()))),
        observations=tuple(map(_observation_from, objects.get("observations.jsonl", ()))),
        problems=(),
        ontology=ontology,
        base=base,
    )


def base_of(folder: Path) -> str:
    """The base that graph.ttl declares for the prefix `id:`, or "" where there is none."""
    try:
        with (folder / "graph.ttl").open(encoding="utf-8") as lines:
            for line in lines:
                if found := _BASE.match(line):
                    return found[1]
                if not line.startswith("@"):
                    break
    except OSError:
        pass
    return ""


def line(found: Json) -> str:
    """An object as one line."""
    return _encoded(found) + "\n"


def _encoded(found: Json) -> str:
    text = _encode(found)
    return text if text.isascii() else text.translate(_BREAKS)


def _read(folder: Path, name: str, make: Callable[[Json], T]) -> Iterator[T]:
    try:
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise no_output(folder, name) from error
    for number, line in enumerate(lines, 1):
        if line:
            try:
                yield make(json.loads(line))
            except (ValueError, KeyError, TypeError, ArithmeticError) as error:
                raise InputError(f"Line {number} of {folder / name} is damaged: {error!r}.") from error


def _entity(entity: Entity) -> Json:
    lists = {name: [_mention(m, entity) for m in found] for name, found in _named(entity)}
    return _about(entity) | lists


def _entity_line(entity: Entity) -> Iterator[str]:
    """The line of an entity, in pieces where it is named often, as that may be very often."""
    if len(entity.mentions) + len(entity.references) <= _FEW:
        yield line(_entity(entity))
        return
    yield _encoded(_about(entity))[:-1]
    for name, found in _named(entity):
        yield f', "{name}": ['
        for number, mention in enumerate(found):
            yield f"{', ' if number else ''}{_encoded(_mention(mention, entity))}"
        yield "]"
    yield "}\n"


def _about(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "identifiers": packed(entity.identifiers),
    }


def _named(entity: Entity) -> Iterator[tuple[str, Iterable[Mention]]]:
    """The lists of places that an entity has."""
    yield "mentions", entity.mentions
    if entity.references:
        yield "references", entity.references


def _mention(mention: Mention, entity: Entity) -> Json:
    found = {"document": mention.document, "start": mention.start, "end": mention.end, "text": mention.text}
    found["how"] = mention.how
    found |= {"chain": [list(place) for place in mention.chain]} if mention.chain else {}
    own = {"kind": (mention.kind, entity.kind), "name": (mention.name, entity.name)}
    return found | {key: mine for key, (mine, theirs) in own.items() if mine != theirs}


def _entity_from(j: Json) -> Entity:
    inherited = {"kind": j["kind"], "name": j["name"]}
    return Entity(
        id=j["id"],
        kind=j["kind"],
        name=j["name"],
        aliases=tuple(j["aliases"]),
        identifiers=tuple(unpacked(j["identifiers"])),
        mentions=tuple(_mention_from(m, inherited) for m in j["mentions"]),
        references=tuple(_mention_from(m, inherited) for m in j.get("references", ())),
    )


def _mention_from(j: Json, inherited: Json) -> Mention:
    return Mention(**(inherited | j | {"chain": tuple((start, end) for start, end in j.get("chain", ()))}))


def _fact(fact: Fact, names: Mapping[str, str]) -> Json:
    return {
        "id": fact.id,
        "subject": fact.subject,
        "subject_name": names.get(fact.subject, ""),
        "relation": fact.relation,
        "object": fact.object,
        "object_name": names.get(fact.object, ""),
        **_stated(fact),
        "contradicts": list(fact.contradicts),
        "ended_by": list(fact.ended_by),
    }


def _fact_from(j: Json) -> Fact:
    return Fact(
        id=j["id"],
        subject=j["subject"],
        relation=j["relation"],
        object=j["object"],
        contradicts=tuple(j.get("contradicts", ())),
        ended_by=tuple(j.get("ended_by", ())),
        **_stated_from(j),
    )


def _observation(observation: Observation, names: Mapping[str, str]) -> Json:
    value = observation.value
    return {
        "id": observation.id,
        "subject": observation.subject,
        "subject_name": names.get(observation.subject, ""),
        "metric": observation.metric,
        "kind": observation.change.value,
        "value": value_to_json(value),
        "text": value.text if value else "",
        **_stated(observation),
    }


def _observation_from(j: Json) -> Observation:
    return Observation(
        id=j["id"],
        subject=j["subject"],
        metric=j["metric"],
        change=Change(j["kind"]),
        value=value_from_json(j["value"], j["text"]) if j["value"] or j["text"] else None,
        **_stated_from(j),
    )


def _stated(said: Fact | Observation) -> Json:
    return {
        "status": said.status.value,
        "confidence": float(said.confidence),
        "sources": said.sources,
        "qualifiers": qualifiers_to_json(said.qualifiers),
        "evidence": [_evidence(e) for e in said.evidence],
    }


def _stated_from(j: Json) -> Json:
    return {
        "status": Status(j["status"]),
        "confidence": j["confidence"],
        "sources": j.get("sources", 1),
        "qualifiers": qualifiers_from_json(j["qualifiers"]),
        "evidence": tuple(_evidence_from(e) for e in j["evidence"]),
    }


def _evidence(e: Evidence) -> Json:
    marks = [{"part": part, "start": start, "end": end} for part, start, end in e.marks]
    found = {"document": e.document, "start": e.start, "end": e.end, "quote": e.quote, "extractor": e.extractor}
    return found | ({"place": e.place} if e.place else {}) | ({"marks": marks} if marks else {})


def _evidence_from(j: Json) -> Evidence:
    marks = tuple((m["part"], m["start"], m["end"]) for m in j.get("marks", ()))
    return Evidence(j["document"], j["start"], j["end"], j["quote"], j["extractor"], marks, j.get("place", ""))


def _problem(problem: Problem) -> Json:
    return {"document": problem.document, "severity": problem.severity, "message": problem.message}


def _problem_from(j: Json) -> Problem:
    return Problem(j["document"], j["severity"], j["message"])


def _match(match: Match) -> Json:
    reasons = [{"feature": r.feature, "weight": r.weight, "words": r.words} for r in match.reasons]
    return {
        "one": match.one,
        "other": match.other,
        "verdict": match.verdict,
        "score": match.score,
        "reasons": reasons,
    }


def _match_from(j: Json) -> Match:
    reasons = tuple(Reason(r["feature"], r["weight"], r["words"]) for r in j["reasons"])
    return Match(j["one"], j["other"], j["verdict"], j["score"], reasons)


def _document(d: Document) -> Json:
    told = {name: said for name in ("author", "language") if (said := getattr(d, name))}
    found = {"id": d.id, "title": d.title, "date": d.date, "source": d.source, **told, "text": d.text}
    return found | ({"blocks": list(map(_block, d.blocks))} if d.blocks else {})


def _block(block: Block) -> Json:
    found = {"start": block.start, "end": block.end, "kind": block.kind.value}
    return found | ({"place": block.place} if block.place else {})


def _document_from(j: Json) -> Document:
    blocks = tuple(Block(b["start"], b["end"], BlockKind(b["kind"]), b.get("place", "")) for b in j.get("blocks", ()))
    return Document(**(j | {"blocks": blocks}))
