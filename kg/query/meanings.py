"""What the ontology says of figures: which metric a share or amount of a relation is of, and which metrics add up.

The terms are kg:shareOf, kg:amountOf and kg:accrues.
"""

from __future__ import annotations

from kg.ontology import Ontology, node_key


def share_of(ontology: Ontology, relation: str) -> str:
    """The metric of the object that a share of this relation is a part of, or ""."""
    return _metric(ontology, relation, "shareOf")


def amount_of(ontology: Ontology, relation: str) -> str:
    """The metric of the subject that an amount of this relation is, or ""."""
    return _metric(ontology, relation, "amountOf")


def accrues(ontology: Ontology, metric: str) -> bool:
    """Whether a metric adds up over time, so that a month's figure times 12 is a year's."""
    return bool(ontology.triples.get(ontology.iri(metric), {}).get(ontology.namespace + "accrues"))


def relation_of(ontology: Ontology, metric: str) -> str:
    """The first relation whose shares are of this metric, or ""."""
    return next((name for name in sorted(ontology.relations) if share_of(ontology, name) == metric), "")


def _metric(ontology: Ontology, relation: str, key: str) -> str:
    values = ontology.triples.get(ontology.iri(relation), {}).get(ontology.namespace + key, ())
    iri = node_key(values[0]) if values else ""
    return next((name for name, term in ontology.metrics.items() if term.iri == iri), "")
