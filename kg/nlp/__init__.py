"""The language stage: a document's text to mentions, quantities, times and syntax."""

from kg.nlp.annotation import Amount, Annotated, Named, Parsed
from kg.nlp.annotator import Annotator
from kg.nlp.antecedents import Candidate
from kg.nlp.discourse import Spot
from kg.nlp.periods import Timed, periods
from kg.nlp.quantities import UNITS_OF_TIME, Quantity, quantities
from kg.nlp.unresolved import DATE, first_word, unresolved
from kg.nlp.written import written

__all__ = [
    "DATE",
    "UNITS_OF_TIME",
    "Amount",
    "Annotated",
    "Annotator",
    "Candidate",
    "Named",
    "Parsed",
    "Quantity",
    "Spot",
    "Timed",
    "first_word",
    "periods",
    "quantities",
    "unresolved",
    "written",
]
