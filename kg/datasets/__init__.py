"""Labelled data sets: how they are written, and what their labels mean in the ontology."""

from kg.datasets.chains import BODY, NAME, NOMINAL, PERSON, PRONOUN, Chained, Referring, chained
from kg.datasets.gold import GUIDE, SCHEMES, Labelled, read_labelled, scheme_of
from kg.datasets.lines import Row, items, line_of, refuse, rows, word, words
from kg.datasets.mappings import OWN, Meaning, Scheme, kinds, meanings, refinements, tables
from kg.datasets.marked import MARKED, Marked, Passage, Relating, read_marked
from kg.datasets.names import NameCluster, halves, read_name_clusters
from kg.datasets.readers import Example, Link, Span, conll, dfki_product, knowledgenet, re_docred, row_of, tokens

__all__ = [
    "BODY",
    "GUIDE",
    "MARKED",
    "NAME",
    "NOMINAL",
    "OWN",
    "PERSON",
    "PRONOUN",
    "SCHEMES",
    "Chained",
    "Example",
    "Labelled",
    "Link",
    "Marked",
    "Meaning",
    "NameCluster",
    "Passage",
    "Referring",
    "Relating",
    "Row",
    "Scheme",
    "Span",
    "chained",
    "conll",
    "dfki_product",
    "halves",
    "items",
    "kinds",
    "knowledgenet",
    "line_of",
    "meanings",
    "re_docred",
    "read_labelled",
    "read_marked",
    "read_name_clusters",
    "refinements",
    "refuse",
    "row_of",
    "rows",
    "scheme_of",
    "tables",
    "tokens",
    "word",
    "words",
]
