"""The language stage: a document's text to mentions, quantities and syntax."""

from kg.nlp.annotation import Amount, Annotated, Named, Parsed
from kg.nlp.annotator import Annotator

__all__ = ["Amount", "Annotated", "Annotator", "Named", "Parsed"]
