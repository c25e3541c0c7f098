"""A graph with every status, amounts, times, several passages and hostile words, for the tests of exports."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import strategies as st

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology

ONTOLOGY = Ontology.load()
PLANNED, ENDED = "d-1", "sub/d 2"
TEXT = "Kestria buys cartons of Hexlar for $20 million a year. It plans to buy Brelco. It never sued Hexlar."
NASTY = [
    '"quotes" and \'others\' and `ticks`',
    "line\nbreak\r\nand\ttab\x0b",
    "</script><script>alert(1)</script>",
    "\u202eevil\u202c \u2066x\u2069 \ufeff",
    "=cmd|' /C calc'!A0",
    "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "'=1",
    "nul \x00 bell \x07 escape \x1b unit \x1f del \x7f nel \x85",
    "half \ud83d of a pair",
    "not characters \ufffe\uffff",
    "𝕄 🏦 ünï",
    "a; b | c , d",
    "\\u0027 \\\\u0027 \\' \\",
    "x`]->() DETACH DELETE n //",
    "'}) MATCH (n) DETACH DELETE n; //",
    "]]> <!-- <![CDATA[ &amp; &#0;",
    "//x", "../..", "http://x/y",
    "javascript:window.pwned=1", '=HYPERLINK("http://x.invalid","y")', "\uff1dSUM(A1)", "<svg/onload=window.pwned=1>",
    "<img src=x onerror=window.pwned=1>\"'`${window.pwned=1}", "--><script>window.pwned=1</script>",
    '" . } DROP ALL ; INSERT { <a> <b> "c', "x\"@en . <http://x> a <http://y> . #", "\\", "x\\",
    "[link](javascript:a) *b* `c`", "%0a%0d ../ \u2028 \u2029", "ten thousand " * 769,
    "",
    " ",
]  # fmt: skip
nasty = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=()), max_size=12)


def evidence(document: str, start: int, end: int) -> Evidence:
    return Evidence(document, start, end, TEXT[start:end], "rule:x", (("subject", start, start + 2),))


def varied(name: str = "Hexlar Foods", *, kind: str = "Company", key: str = "site", base: str = "") -> KnowledgeGraph:
    """Two documents with the same text; `name` stands wherever text of documents can."""
    amount = Value("$20 million a year", Decimal(20_000_000), "money", "USD", bound="about", per="year")
    share = Value("a quarter to a third", Decimal(25), "percent", high=Decimal("33.3"))
    one, two = evidence(PLANNED, 0, 54), evidence(ENDED, 0, 54)
    bought = (
        ("amount", amount), ("date", Period("March 2026", "2026-03")), ("for", name), ("for", "cartons"),
        ("share", share),
    )  # fmt: skip
    kestria, hexlar, brelco = "company/kestria", "company/hexlar", "company/brelco"
    facts = (
        Fact("f1", kestria, "customerOf", hexlar, Status.ASSERTED, 0.9, bought, (one, two), 2),
        Fact("f2", kestria, "acquired", brelco, Status.PLANNED, 0.5, (), (evidence(PLANNED, 55, 78),)),
        Fact("f3", kestria, "sued", hexlar, Status.NEGATED, 0.8, (), (evidence(ENDED, 79, 100),), 1, ("f5",)),
        Fact("f4", kestria, "partnerOf", hexlar, Status.ENDED, 0.4, (("until", "2024"),), (two,)),
        Fact("f5", kestria, "sued", hexlar, Status.ASSERTED, 0.25, (), (one,), 1, ("f3",), ("f4",)),
        Fact("f6", kestria, "customerOf", kestria, Status.POSSIBLE, 0.1, (), (one,)),
    )
    entities = (
        Entity(brelco, "Company", "Brelco", (), (), (Mention(PLANNED, 71, 77, "Brelco", "Company", "Brelco"),)),
        Entity(
            hexlar, kind, name, (name, "Hexlar | Foods", "Hexlar"), (("cik", "1"), ("ticker", name), (key, name)),
            (Mention(PLANNED, 24, 30, "Hexlar", "Company", "Hexlar"),),
        ),
        Entity(
            kestria, "Company", "Kestria", (), (),
            tuple(Mention(d, 0, 7, "Kestria", "Company", "Kestria") for d in (PLANNED, ENDED)),
            (Mention(PLANNED, 55, 57, "It", "Company", "Kestria", "pronoun", ((0, 7),)),),
        ),
    )  # fmt: skip
    spend = Value("$20 million", Decimal(20_000_000), "money", "USD", per="year")
    observations = (
        Observation("o1", kestria, "spend", Change.LEVEL, spend, Status.EXPECTED, 0.7, (("segment", name),), (one,)),
        Observation("o2", hexlar, "revenue", Change.DECREASE, None, Status.ASSERTED, 0.6, (), (one, two), 2),
    )
    documents = tuple(Document(id, TEXT, name, "2026-03-05", name) for id in (PLANNED, ENDED))
    made = KnowledgeGraph(documents, entities, facts, observations, (), ONTOLOGY)
    return KnowledgeGraph(documents, entities, facts, observations, (), ONTOLOGY, base) if base else made


def qualifiers(fact_id: str) -> dict[str, object]:
    """What the JSON of the contract says of the qualifiers of a fact of `varied`."""
    from kg.export.jsonl import to_objects

    return next(f["qualifiers"] for f in to_objects(varied())["facts.jsonl"] if f["id"] == fact_id)


def passages(text: str) -> list[tuple[str, int, int, str]]:
    """The passages in a cell of evidence_json."""
    return [(e["document"], e["start"], e["end"], e["quote"]) for e in json.loads(text)]


def told(graph: KnowledgeGraph) -> dict[str, tuple[object, ...]]:
    """What every format must hold of each fact: ends, relation, status, evidence and amount."""
    found = {}
    for fact in graph.facts:
        amounts = [float(v.number) for k, v in fact.qualifiers if k == "amount" and isinstance(v, Value) and v.number]
        places = tuple((e.document, e.start, e.end, e.quote) for e in fact.evidence)
        ends = (fact.subject, fact.relation, fact.object)
        found[fact.id] = (*ends, fact.status.value, places, amounts[0] if amounts else None)
    return found
