"""The language stage: a document's text to mentions, quantities and syntax."""

from kg.nlp.annotation import Amount, Annotated, Named, Parsed
from kg.nlp.annotator import Annotator
from kg.nlp.quantities import quantities
from kg.nlp.unresolved import DATE, first_word, unresolved

__all__ = ["DATE", "Amount", "Annotated", "Annotator", "Named", "Parsed", "first_word", "quantities", "unresolved"]
