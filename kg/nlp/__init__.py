"""The language stage: a document's text to mentions, quantities and syntax."""

from kg.nlp.annotation import Amount, Annotated, Named, Parsed
from kg.nlp.annotator import Annotator
from kg.nlp.antecedents import Candidate
from kg.nlp.discourse import Spot
from kg.nlp.unresolved import DATE, first_word, unresolved

__all__ = [
    "DATE",
    "Amount",
    "Annotated",
    "Annotator",
    "Candidate",
    "Named",
    "Parsed",
    "Spot",
    "first_word",
    "unresolved",
]
