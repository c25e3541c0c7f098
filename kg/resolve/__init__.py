"""Mentions to entities and claims to facts: the only place where text turns into world."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Entity, Extraction, Fact, Observation
from kg.ontology import Ontology
from kg.resolve.entities import Entities
from kg.resolve.facts import facts_and_observations
from kg.resolve.legal_forms import agree, legal_forms, without_form, without_weak

__all__ = [
    "Entities",
    "agree",
    "facts_and_observations",
    "legal_forms",
    "resolve",
    "without_form",
    "without_weak",
]


def resolve(
    extractions: Sequence[Extraction], ontology: Ontology, lexicon: Lexicon
) -> tuple[tuple[Entity, ...], tuple[Fact, ...], tuple[Observation, ...]]:
    """Entities, facts and observations, each sorted by id; the order of the extractions does not matter."""
    mentions = [m for e in extractions for m in e.mentions]
    aliases = [(alias.form, alias.name) for e in extractions for alias in e.aliases]
    claims = [c for e in extractions for c in e.claims]
    entities = Entities.of(mentions, aliases, lexicon)
    return entities.all, *facts_and_observations(claims, entities, ontology)
