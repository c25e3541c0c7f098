"""The mapping tables: what a data set's labels mean in the ontology."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.ontology import Ontology

OWN = "kg"  # the scheme of gold that speaks the ontology's own words
_ANYTHING = "?"  # a type that teaches nothing

FILE = Path(__file__).with_name("mappings.toml")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a relation type means: one of `labels` of the model, read from tail to head if `inverse`."""

    labels: tuple[str, ...]
    inverse: bool = False


@lru_cache
def tables() -> dict[str, Any]:
    """The file as it is."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def refinements() -> dict[str, str]:
    """The labels that say more than a relation, and the relation that each entails ("^" for its inverse)."""
    found: dict[str, str] = tables()["refinements"]
    return found


def meanings(name: str) -> dict[str, Meaning]:
    """What the relation types of a data set mean."""
    return {type_: _meaning(value) for type_, value in tables()["relations"].get(name, {}).items()}


def _meaning(value: str | list[str]) -> Meaning:
    values = [value] if isinstance(value, str) else value
    return Meaning(tuple(v.removeprefix("^") for v in values), values[0].startswith("^"))


def kinds(name: str) -> dict[str, Any]:
    """What the entity types of a data set mean: a list of kinds, "?", and `outside`."""
    found: dict[str, Any] = tables()["entities"][name]
    return found


@dataclass(frozen=True, slots=True)
class Scheme:
    """By whose words gold is annotated, and what they mean.

    `kinds` are the kinds that a type of entity may be, `outside` the kinds that text without a mark may still hold,
    `relations` what the types of relation mean. Labels of `left_out` are known but mean nothing here; `none` is the
    type that says that there is no relation, `identity` the one that says that two spans mean one thing.
    """

    name: str
    kinds: Mapping[str, tuple[str, ...]]
    outside: frozenset[str]
    relations: Mapping[str, Meaning]
    left_out: frozenset[str]
    none: str = ""
    identity: str = ""

    @classmethod
    def of(cls, name: str, ontology: Ontology) -> Scheme:
        """The scheme of a data set, or of gold in the ontology's own words (OWN)."""
        if name == OWN:
            own = {kind: (kind,) for kind in ontology.leaf_kinds}
            return cls(name, own, frozenset(), {r: Meaning((r,)) for r in ontology.relations}, frozenset())
        entities = tables()["entities"].get(name, {})
        types = {type_: found for type_, found in entities.items() if type_ and type_ != "outside"}
        empty = {type_ for type_, found in types.items() if not found or found == _ANYTHING}
        return cls(
            name,
            {type_: tuple(found) for type_, found in types.items() if type_ not in empty},
            frozenset(entities.get("outside", ())),
            meanings(name),
            frozenset(tables()["left_out"].get(name, ())) | empty,
            tables()["none"].get(name, ""),
            tables()["identity"].get(name, ""),
        )

    def knows_entity(self, type_: str) -> bool:
        """Whether this is a type of entity, scored or not."""
        return type_ in self.kinds or type_ in self.left_out

    def knows_relation(self, type_: str) -> bool:
        """Whether this is a type of relation, scored or not."""
        return type_ in self.relations or type_ in self.left_out or type_ in {self.none, self.identity} - {""}
