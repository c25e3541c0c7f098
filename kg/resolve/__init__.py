"""Mentions to entities and claims to facts: the only place where text turns into world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.lexicon import Lexicon
from kg.model import Document, Extraction, Fact, Observation
from kg.ontology import Ontology
from kg.resolve.copies import copies
from kg.resolve.decisions import FILE as DECISIONS
from kg.resolve.decisions import Decision, read_decisions, written
from kg.resolve.entities import Entities
from kg.resolve.facts import facts_and_observations
from kg.resolve.features import ENOUGH as MERGED_SCORE
from kg.resolve.features import NAMES as LEARNED_FEATURES
from kg.resolve.features import Pair
from kg.resolve.known import as_of, known, last_day
from kg.resolve.legal_forms import agree as forms_agree
from kg.resolve.legal_forms import legal_forms, without_form, without_weak
from kg.resolve.linking import joined, scored
from kg.resolve.names import parsed
from kg.resolve.qualifiers import agree
from kg.resolve.records import key_of
from kg.resolve.telling import Listing, unlisted

__all__ = [
    "DECISIONS",
    "LEARNED_FEATURES",
    "MERGED_SCORE",
    "Decision",
    "Entities",
    "Listing",
    "Pair",
    "agree",
    "as_of",
    "copies",
    "facts_and_observations",
    "forms_agree",
    "joined",
    "key_of",
    "known",
    "last_day",
    "legal_forms",
    "parsed",
    "read_decisions",
    "resolve",
    "scored",
    "without_form",
    "without_weak",
    "written",
]


def resolve(
    extractions: Iterable[Extraction],
    ontology: Ontology,
    lexicon: Lexicon,
    decisions: Sequence[Decision] = (),
    listing: Listing = unlisted,
    documents: Iterable[Document] | None = None,
) -> tuple[Entities, Sequence[Fact], Sequence[Observation]]:
    """Entities, facts and observations, each sorted by id, of extractions in the order of their documents' ids.

    These and their `documents` (for who has them at hand) are gone through several times. `listing` gives the
    companies of registers that a kind and names mean. What is much lies on disk.

    Raises:
        DiskError: the disk is full.
    """
    documents = [e.document for e in extractions] if documents is None else documents
    entities = Entities.of(extractions, lexicon, decisions, listing, (d.text for d in documents))
    claims = (c for e in extractions for c in e.claims)
    return entities, *facts_and_observations(claims, entities, ontology, documents)
