"""Extractions made by hand, and at random within the types of the model."""

import hashlib
import string
from decimal import Decimal

from hypothesis import strategies as st

from kg.model import Alias, Change, Claim, Document, Evidence, Extraction, Mention, Period, Status, Value

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.text(string.printable, max_size=8)
PLACES = st.integers(0, 10**6)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
VALUES = st.builds(
    Value, WORDS, st.none() | NUMBERS, WORDS, WORDS, st.none() | NUMBERS, bound=WORDS, per=WORDS, noun=WORDS, over=WORDS
)
PERIODS = st.builds(Period, WORDS, WORDS)
CHAINS = st.lists(st.tuples(PLACES, PLACES), max_size=2).map(tuple)
MENTIONS = st.builds(Mention, WORDS, PLACES, PLACES, WORDS, WORDS, WORDS, WORDS, CHAINS)
MARKS = st.lists(st.tuples(WORDS, PLACES, PLACES), max_size=2).map(tuple)
EVIDENCE = st.builds(Evidence, WORDS, PLACES, PLACES, WORDS, WORDS, MARKS)
QUALIFIERS = st.lists(st.tuples(WORDS, VALUES | PERIODS | WORDS), max_size=3).map(tuple)
CLAIMS = st.builds(
    Claim,
    MENTIONS,
    WORDS,
    st.none() | MENTIONS | VALUES,
    st.sampled_from(Status),
    st.floats(0, 1),
    EVIDENCE,
    QUALIFIERS,
    st.none() | st.sampled_from(Change),
)
DOCUMENTS = st.builds(Document, WORDS, WORDS, WORDS, WORDS, WORDS)
ALIASES = st.builds(Alias, WORDS, PLACES, PLACES, WORDS, WORDS, WORDS)
EXTRACTIONS = st.builds(
    Extraction,
    DOCUMENTS,
    st.lists(MENTIONS, max_size=3).map(tuple),
    st.lists(CLAIMS, max_size=3).map(tuple),
    st.lists(ALIASES, max_size=2).map(tuple),
)


def extraction(id_: str, version: int = 0, *, size: int = 0) -> Extraction:
    """What a reader could have found in a short text; other versions say something else.

    `size` is that of the record in bytes, about: so much is added that cannot be compressed.
    """
    noise = (hashlib.sha256(f"{id_} {version} {n}".encode()).hexdigest() for n in range(size // 32))
    text = f"Corvane Mills pays Larkwell ${version} million. " + "".join(noise)
    document = Document(id_, text, f"Mills {version}", "2025-02-03", f"{id_}.txt")
    buyer = Mention(id_, 0, 13, "Corvane Mills", "Company", "Corvane Mills")
    seller = Mention(id_, 19, 27, "Larkwell", "Company", "Larkwell", "nominal", ((0, 13), (19, 27)))
    value = Value(f"${version} million", Decimal(version).scaleb(6), "money", "USD")
    evidence = Evidence(id_, 0, 43, text[:43], "rule:verb", (("subject", 0, 13),))
    claim = Claim(
        buyer, "customerOf", seller, Status.ASSERTED, 0.75, evidence, (("amount", value), ("date", Period("now")))
    )
    rose = Claim(buyer, "revenue", None, Status.EXPECTED, 0.5, evidence, change=Change.INCREASE)
    return Extraction(document, (buyer, seller), (claim, rose), (Alias(id_, 0, 13, "CM", "Corvane Mills", "bracket"),))
