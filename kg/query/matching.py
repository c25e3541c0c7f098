"""Which entities, facts and qualifiers of two graphs are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.graph import KnowledgeGraph
from kg.model import Entity, Fact, Qualifier, Status
from kg.resolve import agree, key_of
from kg.sentences import BY

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Matched:
    """Two graphs, and the entity of `after` that each of `before` is, as far as there is one."""

    before: KnowledgeGraph
    after: KnowledgeGraph
    now: Mapping[str, str]

    @classmethod
    def of(cls, before: KnowledgeGraph, after: KnowledgeGraph) -> Matched:
        """Match by id, else by a name that one entity of the kind has."""

        def names(entity: Entity) -> set[tuple[str, str]]:
            return {(entity.kind, key_of(n)) for n in (entity.name, *entity.aliases)}

        called: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in after.entities:
            for name in names(entity):
                called[name].add(entity.id)
        now = {}
        for entity in before.entities:
            found = {entity.id} if entity.id in after.by_id else set().union(*(called[n] for n in names(entity)))
            if len(found) == 1:
                now[entity.id] = found.pop()
        return cls(before, after, now)

    @property
    def new(self) -> frozenset[str]:
        """The entities that were not there before."""
        return frozenset(self.after.by_id) - set(self.now.values())

    @property
    def gone(self) -> frozenset[str]:
        """The entities of before that are not there now."""
        return frozenset(self.before.by_id) - set(self.now)

    def key(self, fact: Fact) -> tuple[Triple, Status]:
        """What tells a fact of before from others, in the ids of now."""
        return self._triple(fact, *(self.now.get(i, i) for i in (fact.subject, fact.object))), fact.status

    def own_key(self, fact: Fact) -> tuple[Triple, Status]:
        """The same of a fact of now."""
        return self._triple(fact, fact.subject, fact.object), fact.status

    def before_of(self, fact: Fact) -> Mapping[Status, Fact]:
        """What was said before, by status, of the triple of a fact of now."""
        return self._before.get(self.own_key(fact)[0], {})

    @cached_property
    def _before(self) -> Mapping[Triple, Mapping[Status, Fact]]:
        found: dict[Triple, dict[Status, Fact]] = defaultdict(dict)
        for fact in self.before.facts:
            triple, status = self.key(fact)
            found[triple][status] = max(found[triple].get(status, fact), fact, key=lambda f: f.confidence)
        return found

    def _triple(self, fact: Fact, subject: str, target: str) -> Triple:
        relation = self.after.ontology.relations.get(fact.relation)
        first, last = sorted((subject, target)) if relation and relation.symmetric else (subject, target)
        return first, fact.relation, last


def measures_differ(before: Mapping[str, Qualifier], after: Mapping[str, Qualifier]) -> bool:
    """Whether amounts, shares or times came, went or are others, or a word such as a role is another."""
    shared = (before.keys() & after.keys()) - {BY}
    other = (before.keys() ^ after.keys()) - {BY}
    lone = [before.get(n, after.get(n)) for n in other]
    return any(not agree(before[n], after[n]) for n in shared) or any(not isinstance(q, str) for q in lone)
