"""Shipped weights, each with its model card, and what runs them: onnxruntime, without torch."""

from kg.models.inputs import ALL_SHAPES, Input, Mark, marked, plain
from kg.models.name_model import Name, NameModel
from kg.models.pieces import Pieces, Vocabulary
from kg.models.relation_model import Judgement, RelationModel

__all__ = [
    "ALL_SHAPES",
    "Input",
    "Judgement",
    "Mark",
    "Name",
    "NameModel",
    "Pieces",
    "RelationModel",
    "Vocabulary",
    "marked",
    "plain",
]
