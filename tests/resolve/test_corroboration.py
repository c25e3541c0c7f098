"""How sure several sayings make a fact, and which amounts and times stay together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import COPIES, OWN_WORDS, REPORT

from kg.lexicon import Lexicon
from kg.model import Change, Claim, Document, Evidence, Extraction, Mention, Period, Status, Value
from kg.ontology import Ontology
from kg.resolve import Entities, facts_and_observations


def money(millions, per=""):
    return Value(f"${millions} million", Decimal(millions) * 1000000, "money", "USD", per=per)


def year(number):
    return Period(f"in {number}", f"{number}")


def said(document, quote="Brelco buys from Orlune.", start=0, confidence=0.8, **qualifiers):
    subject, other = (Mention(document, 0, len(n), n, "Company", n) for n in ("Brelco", "Orlune"))
    evidence = Evidence(document, start, start + len(quote), quote, "rule:hand")
    return Claim(subject, "customerOf", other, Status.ASSERTED, confidence, evidence, tuple(qualifiers.items()))


def resolved(*claims, documents=()):
    ontology = Ontology.load()
    mentions = [m for c in claims for m in (c.subject, c.object) if isinstance(m, Mention)]
    extractions = [
        Extraction(Document(d, ""), tuple(m for m in mentions if m.document == d))
        for d in sorted({m.document for m in mentions})
    ]
    entities = Entities.of(extractions, Lexicon.of(ontology))
    return facts_and_observations(claims, entities, ontology, documents)


def fact(*claims, **more):
    ((found,), _) = resolved(*claims, **more)
    return found


# ---------------------------------------------------------------- sources


def test_two_papers_in_own_words_are_two_sources():
    found = fact(said("a"), said("b", "Orlune supplies Brelco."))
    assert (found.sources, found.confidence) == (2, 0.96)


def test_two_sentences_of_one_paper_are_one_source_and_the_second_counts_half():
    found = fact(said("a"), said("a", "Orlune supplies Brelco.", 90))
    assert (found.sources, found.confidence, len(found.evidence)) == (1, 0.88, 2)


def test_a_sentence_repeated_word_for_word_counts_once():
    found = fact(said("a"), said("a", "BRELCO buys from Orlune", 90))
    assert (found.sources, found.confidence, len(found.evidence)) == (1, 0.8, 2)


def test_a_sentence_that_two_papers_print_is_one_saying():
    found = fact(said("a"), said("b", "“Brelco buys from Orlune”"))
    assert (found.sources, found.confidence, len(found.evidence)) == (1, 0.8, 2)


def test_copies_of_one_report_are_one_source():
    documents = [Document("a", REPORT), Document("b", COPIES["cut at the end"]), Document("c", OWN_WORDS)]
    claims = [said("a"), said("b", "Brelco buys things from Orlune.", confidence=0.7), said("c", "Orlune sells it.")]
    assert fact(*claims[:2], documents=documents).confidence == 0.8
    assert fact(*claims[:2], documents=documents).sources == 1
    assert fact(*claims, documents=documents).sources == 2
    assert fact(*claims, documents=documents).confidence == 0.96


def test_no_fact_is_certain():
    assert fact(*(said(f"{n}", f"Words {n}") for n in range(40))).confidence == 0.99


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.floats(0, 1)), min_size=1, max_size=8))
def test_more_claims_never_make_it_less_sure(drawn):
    claims = [said(d, f"Words {d}{n}", n, c) for d, n, c in drawn]
    some, all_ = fact(*claims[:1]), fact(*claims)
    assert all_.confidence >= min(some.confidence, 0.99)
    assert 1 <= all_.sources <= len({d for d, _, _ in drawn})
    assert fact(*reversed(claims)) == all_


def test_numbers_have_sources_too():
    def level(document, quote):
        claim = said(document, quote)
        return Claim(claim.subject, "revenue", money(5), Status.ASSERTED, 0.8, claim.evidence, (), Change.LEVEL)

    _, (o,) = resolved(level("a", "Sales were $5 million."), level("b", "It sold $5 million worth."))
    assert (o.sources, o.confidence) == (2, 0.96)


# ---------------------------------------------------------------- qualifiers


TOGETHER = {
    "an amount is not dated by another text": (
        [said("a", amount=money(5)), said("b", "b", confidence=0.7, period=year(2024))],
        {"amount": money(5)},
    ),
    "nor by another sentence with an amount of its own": (
        [said("a", amount=money(5)), said("a", "b", 50, 0.7, amount=money(7), period=year(2024))],
        {"amount": money(5)},
    ),
    "but by a sentence of the same text without one": (
        [said("a", amount=money(5)), said("a", "b", 50, 0.7, period=year(2024))],
        {"amount": money(5), "period": year(2024)},
    ),
    "and by any text that tells the same amount": (
        [said("a", amount=money(5)), said("b", "b", confidence=0.7, amount=money(5), period=year(2024))],
        {"amount": money(5), "period": year(2024)},
    ),
    "what says most often how often is kept": (
        [said("a", amount=money(5)), said("b", "b", confidence=0.7, amount=money(5, "month"))],
        {"amount": money(5, "month")},
    ),
    "two rates are two amounts": (
        [
            said("a", amount=money(5, "month")),
            said("b", "b", confidence=0.7, amount=money(5, "year"), period=year(2024)),
        ],
        {"amount": money(5, "month")},
    ),
    "a part of a time agrees with it": (
        [
            said("a", period=year(2024)),
            said("b", "b", confidence=0.7, period=Period("March 2024", "2024-03"), share=money(1)),
        ],
        {"period": Period("March 2024", "2024-03"), "share": money(1)},
    ),
    "a surer sentence with a time alone does not take an amount away": (
        [said("a", period=year(2024)), said("b", "b", confidence=0.7, amount=money(7), period=year(2023))],
        {"amount": money(7), "period": year(2023)},
    ),
    "words are added from anywhere": (
        [said("a", amount=money(5)), said("b", "b", confidence=0.7, amount=money(7), **{"for": "rails"})],
        {"amount": money(5), "for": "rails"},
    ),
    "a claim without amounts leaves them to the next": (
        [said("a"), said("b", "b", confidence=0.7, amount=money(7), period=year(2023))],
        {"amount": money(7), "period": year(2023)},
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_amounts_and_times_stay_together(name):
    claims, expected = TOGETHER[name]
    assert dict(fact(*claims).qualifiers) == expected
    assert dict(fact(*reversed(claims)).qualifiers) == expected


def test_the_newest_document_gives_the_amount():
    documents = [Document("a", "x", date="2026-01-05"), Document("b", "y", date="2026-02"), Document("c", "z")]
    claims = [
        said("a", amount=money(5)),
        said("b", "b", confidence=0.6, amount=money(7)),
        said("c", "c", amount=money(9)),
    ]
    assert dict(fact(*claims, documents=documents).qualifiers) == {"amount": money(7)}


def quarter(document, quote, text, value):
    claim = said(document, quote)
    held = (("period", Period(text, value)),) if text else ()
    return Claim(claim.subject, "dividend", money(1), Status.ASSERTED, 0.8, claim.evidence, held, Change.LEVEL)


def test_one_number_at_two_times_is_two_observations():
    first, second = quarter("a", "a", "Q1", "2026-Q1"), quarter("b", "b", "Q2", "2026-Q2")
    _, found = resolved(first, second)
    assert sorted(dict(o.qualifiers)["period"].value for o in found) == ["2026-Q1", "2026-Q2"]
    assert len({o.id for o in found}) == 2


def test_a_number_without_a_time_goes_with_that_of_its_document():
    first, second = quarter("a", "a", "Q1", "2026-Q1"), quarter("b", "b", "Q2", "2026-Q2")
    _, found = resolved(first, second, quarter("b", "again", "", ""))
    assert sorted(len(o.evidence) for o in found) == [1, 2]
    _, found = resolved(first, second, quarter("c", "c", "", ""))
    assert len(found) == 3
    _, found = resolved(first, quarter("c", "c", "", ""))
    assert [(o.sources, dict(o.qualifiers)["period"].value) for o in found] == [(2, "2026-Q1")]
