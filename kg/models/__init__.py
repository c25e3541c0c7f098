"""Shipped weights, each with its model card, and what runs them: onnxruntime, without torch."""

from kg.models.inputs import AHEAD, ALL_SHAPES, KINDS, ROLES, SCHEMES, Input, Mark, by_scheme, pair_rows, plain
from kg.models.name_model import Name, NameModel
from kg.models.pieces import Pieces, Vocabulary
from kg.models.relation_model import Judgement, RelationModel
from kg.models.weights import VOCABULARY

__all__ = [
    "AHEAD",
    "ALL_SHAPES",
    "KINDS",
    "ROLES",
    "SCHEMES",
    "VOCABULARY",
    "Input",
    "Judgement",
    "Mark",
    "Name",
    "NameModel",
    "Pieces",
    "RelationModel",
    "Vocabulary",
    "by_scheme",
    "pair_rows",
    "plain",
]
