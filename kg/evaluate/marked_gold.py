"""Passages in the marked form (`kg.datasets.marked`) as gold, each passage a document of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.datasets import Passage, read_marked
from kg.errors import InputError
from kg.evaluate.gold import Gold, GoldDocument, GoldEntity, GoldFact
from kg.graph import KnowledgeGraph
from kg.model import Document
from kg.ontology import Ontology


def read_marked_gold(path: Path, ontology: Ontology) -> tuple[Gold, list[Document]]:
    """The gold of a marked file, and its texts.

    Raises:
        InputError: the file cannot be read or holds no passages, or a line of it is wrong.
    """
    passages = list(read_marked(path, ontology))
    if not passages:
        raise InputError(f"{path} holds no passages.")
    texts = [Document(passage.id, passage.text) for passage in passages]
    return Gold(path, tuple(map(_document, passages))), texts


def facts_alone(graph: KnowledgeGraph) -> KnowledgeGraph:
    """A graph without observations, which the marked form does not know."""
    return replace(graph, observations=())


def _document(passage: Passage) -> GoldDocument:
    names: dict[str, list[str]] = {}
    kinds = {m.entity: m.kind for m in passage.mentions}
    for mention in passage.mentions:
        if mention.is_name:
            names.setdefault(mention.entity, []).append(passage.text[mention.start : mention.end])
    return GoldDocument(
        passage.id,
        int(passage.id.rpartition(":")[2]),
        tuple(GoldEntity(e, kinds[e], words[0], tuple(dict.fromkeys(words))) for e, words in names.items()),
        tuple(GoldFact(f.subject, f.relation, f.object, f.status.value, quote=passage.text) for f in passage.facts),
        (),
    )
