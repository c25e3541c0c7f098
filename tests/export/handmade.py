"""A graph made by hand, and text that tries its writers."""

import dataclasses

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Problem, Status, Value
from kg.ontology import Ontology

HOSTILE = [
    'He said "buy" \\ and left',
    "line\nbreak\r\nand\ttab",
    "{braces} %s %(x)s ${y}",
    "</script><b>&amp;",
    "מיקרוסופט \u202eevil\u202c",
    "next\x85line \u2028 and \u2029",
    "nul \x00 and bell \x07",
    "𝕄icro 🏦",
    '""" . <http://x> <http://y> <http://z> .',
    "'; DROP ALL",
]


def small(text="Acme pays Bolt", *, base="https://example.org/id/", **fact):
    """A graph of one fact and one observation, with `text` wherever text can be."""
    evidence = (Evidence("a b/ç<d>", 0, len(text), text, "rule:x", (("subject", 0, 1),)),)
    mention = Mention("a b/ç<d>", 0, len(text), text, "Company", text)
    nominal = dataclasses.replace(mention, kind="Place", how="nominal")
    words = {"qualifiers": (("for", text),), "evidence": evidence}
    return KnowledgeGraph(
        documents=(Document("a b/ç<d>", text, text, "2024-05", text),),
        entities=(
            Entity("company/acme", "Company", "Acme", (text,), (("ticker", text), ("other", text)), (mention,)),
            Entity("company/b:o lt", "Company", text, (), (), (nominal,)),
        ),
        facts=(
            Fact("f1", "company/acme", "customerOf", "company/b:o lt", Status.ASSERTED, 0.123456789, **(words | fact)),
        ),
        observations=(
            Observation("o1", "company/acme", "share price", Change.LEVEL, Value(text), Status.EXPECTED, 1.0, **words),
            Observation("o2", "company/acme", "other", Change.DECREASE, None, Status.ASSERTED, 0.5, **words),
        ),
        problems=(Problem("x", "warning", text),),
        ontology=Ontology.load(),
        base=base,
    )
