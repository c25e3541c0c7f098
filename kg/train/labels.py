"""What a model learns to say, and between which kinds: read from the ontology and the mapping tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.datasets import Meaning, refinements
from kg.ontology import Ontology


@dataclass(frozen=True)
class Labels:
    """Relations of the ontology, without those left out, and the refinements of mappings.toml.

    `kinds` are those that a mention can be marked as, after "" for one of no known kind. A kind that the ontology
    lacks, such as a date, stands in no relation of it, only in a refinement that entails none.
    """

    ontology: Ontology
    left_out: tuple[str, ...]
    kinds: tuple[str, ...]

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The relations of the ontology that are learned."""
        return tuple(name for name in self.ontology.relations if name not in self.left_out)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All labels, in the order of the model's outputs."""
        return (*self.relations, *refinements())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The output of each label."""
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def symmetric(self) -> frozenset[str]:
        """Labels that hold both ways."""
        return frozenset(name for name in self.relations if self.ontology.relations[name].symmetric)

    def bits(self, names: Iterable[str]) -> int:
        """Labels as a number, one bit each."""
        return sum(1 << self.numbers[name] for name in set(names))

    def allowed(self, subject_kind: str, object_kind: str, among: Iterable[str]) -> frozenset[str]:
        """The labels that may hold between mentions of these kinds ("" for any)."""
        return frozenset(name for name in among if self._allows(name, subject_kind, object_kind))

    def known(self, meanings: Iterable[Meaning]) -> frozenset[str]:
        """The labels that a data set can mean, as far as they are learned."""
        return frozenset(label for meaning in meanings for label in meaning.labels if label in self.numbers)

    def _allows(self, name: str, subject_kind: str, object_kind: str) -> bool:
        entailed = refinements().get(name, name)
        if not entailed:
            return not object_kind or object_kind not in self.ontology.kinds
        if entailed.startswith("^"):
            entailed, subject_kind, object_kind = entailed[1:], object_kind, subject_kind
        relation = self.ontology.relations[entailed]
        return (not subject_kind or subject_kind in relation.domain) and (
            not object_kind or object_kind in relation.range
        )
