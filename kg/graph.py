"""The result of a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Derived, Document, Entity, Fact, Inferred, Match, Observation, Problem
from kg.ontology import Ontology

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.ask import Reply
    from kg.export import Written
    from kg.query import Answer

DEFAULT_BASE = "https://w3id.org/kg-business/id/"


@dataclass(frozen=True)
class KnowledgeGraph:
    """Entities, facts and observations with the documents that say them.

    Everything is sorted by id. Sequences are tuples; those of many objects lie in temporary files, which each access
    reads. `base` is the namespace (an IRI) of the entities and facts in RDF, `matches` are the
    names that were thought of as one.
    """

    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    observations: Sequence[Observation]
    problems: tuple[Problem, ...]
    ontology: Ontology
    base: str = DEFAULT_BASE
    matches: tuple[Match, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.entities}

    def query(self, query: str, **parameters: str) -> Answer:
        """Run SPARQL text or a shipped question by name; `parameters` bind its variables by label or IRI.

        Raises:
            QueryError: the query cannot be parsed or a parameter is missing or unknown.
        """
        from kg.query import run

        return run(self, query, parameters)

    def ask(self, words: str) -> Reply:
        """The answer to a question in plain English: `.answer` is the table, `.sparql` what was run.

        Raises:
            QueryError: the question is not understood.
        """
        from kg.ask import ask
        from kg.query.dataset import dataset

        return ask(dataset(self), words)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities as nodes, facts as edges keyed by fact id, with flat attributes."""
        from kg.export.networkx import to_networkx

        return to_networkx(self)

    def to_rdflib(self) -> rdflib.Graph:
        """The triples of graph.ttl."""
        from kg.export.turtle import to_rdflib

        return to_rdflib(self)

    def write(self, folder: str | Path, *, derived: bool = False, inferred: bool = False, pages: bool = True) -> None:
        """Write graph.ttl, graph.html, explorer.html and the JSON lines files.

        When asked derived.jsonl and derived.ttl, inferred.jsonl and inferred.ttl, too; without `pages` neither of
        the two HTML files.

        Raises:
            InputError: the folder cannot be written.
        """
        from kg.export import write

        write(
            self,
            Path(folder),
            self.derive() if derived else None,
            self.infer() if inferred else None,
            pages=pages,
        )

    def export(self, target: str | Path, *formats: str) -> tuple[Written, ...]:
        """Write files of other formats into a folder, or one format of one file to a file: `kg.export.FORMATS`.

        Raises:
            FormatError: a format is not known or its library is missing.
            InputError: the target cannot be written.
        """
        from kg.export import write_formats

        return write_formats(self, Path(target), formats)

    def derive(self) -> tuple[Derived, ...]:
        """Numbers that follow by arithmetic from what the texts say: yearly figures, implied wholes and parts."""
        from kg.query import derive

        return derive(self)

    def infer(self) -> tuple[Inferred, ...]:
        """Relations that follow from asserted facts by the ontology: inverses, symmetry, ownership chains."""
        from kg.query import infer

        return infer(self)

    def _repr_html_(self) -> str:
        """Notebook display."""
        from kg.export.notebook import as_html

        return as_html(self)

    def __repr__(self) -> str:
        """The size of the graph, for a prompt."""
        return (
            f"<KnowledgeGraph: {len(self.documents)} documents, {len(self.entities)} entities, "
            f"{len(self.facts)} facts, {len(self.observations)} observations>"
        )
