"""Entities by what people call them."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils

from kg.errors import InputError
from kg.mcp.quoting import line
from kg.mcp.shapes import Hit, Hits
from kg.mcp.source import Held
from kg.model import Entity

_ALIKE = 75.0  # of 100: below that a name is no hit
_ALIASES = 8


def search(held: Held, words: str, kind: str, limit: int) -> Hits:
    """Entities called so, then those whose names hold the words, then those of similar names.

    Raises:
        InputError: there is no such kind in the graph.
    """
    kinds = sorted({e.kind for e in held.graph.entities})
    if kind and kind not in kinds:
        raise InputError(f"The graph has no entities of the kind {line(kind)!r}; it has: {', '.join(kinds)}.")
    wanted = _folded(words)
    scored = ((_score(wanted, entity), entity) for entity in held.graph.entities if kind in ("", entity.kind))
    found = [(score, entity) for score, entity in scored if score >= _ALIKE]
    found.sort(key=lambda each: (-each[0], -_weight(held, each[1]), each[1].id))
    return Hits(entities=[_hit(held, entity, score) for score, entity in found[:limit]], total=len(found))


def entity_of(held: Held, given: str) -> Entity:
    """The one entity of this id, name, alias or identifier.

    Raises:
        InputError: there is none, or there are several.
    """
    wanted = _folded(given)
    if given in held.graph.by_id:
        return held.graph.by_id[given]
    found = [e for e in held.graph.entities if wanted and wanted in _names(e)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(e.id for e in found[:_ALIASES])
        raise InputError(f"{len(found)} entities are called {line(given)!r}: ask by one of these ids: {ids}.")
    near = search(held, given, "", 5).entities
    hint = "; near it are: " + ", ".join(f"{hit.name} ({hit.id})" for hit in near) if near else ""
    raise InputError(f"The graph has nothing called {line(given)!r}{hint}.")


def _score(wanted: str, entity: Entity) -> float:
    """300 for what is called so, 200 for what holds the words, else how alike the nearest name is, of 100."""
    names = _names(entity)
    if not wanted:
        return 0.0
    if wanted in names:
        return 300.0
    if any(f" {wanted} " in f" {name} " for name in names):
        return 200.0
    best = process.extractOne(wanted, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return float(best[1]) if best else 0.0


def _names(entity: Entity) -> list[str]:
    told = (entity.id, entity.name, *entity.aliases, *(value for _, value in entity.identifiers))
    return [_folded(name) for name in told]


def _folded(text: str) -> str:
    return " ".join(str(utils.default_process(text)).split())


def _weight(held: Held, entity: Entity) -> int:
    return len(held.facts.get(entity.id, ())) + len(held.observations.get(entity.id, ()))


def _hit(held: Held, entity: Entity, score: float) -> Hit:
    others = [line(alias) for alias in entity.aliases if alias != entity.name][:_ALIASES]
    facts, observations = (len(of.get(entity.id, ())) for of in (held.facts, held.observations))
    match = "name" if score >= 300 else "words" if score >= 200 else "similar"
    return Hit(
        id=entity.id,
        name=line(entity.name),
        kind=entity.kind,
        aliases=others,
        match=match,
        facts=facts,
        observations=observations,
    )
