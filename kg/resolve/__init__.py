"""Mentions to entities and claims to facts: the only place where text turns into world."""

from kg.resolve.entities import Entities
from kg.resolve.facts import facts_and_observations

__all__ = ["Entities", "facts_and_observations"]
