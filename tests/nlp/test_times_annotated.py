"""Amounts and times on the tokens of an annotated text."""

import pytest

from kg.model import Document


def annotated(annotator, text, date="2026-06-17"):
    (result,) = annotator.annotate([Document("news", text, date=date)])
    (parsed,) = result.passages
    return parsed


def times(parsed):
    return [
        (parsed.doc[t.start : t.end].text, t.period.text, t.period.value)
        for t in dict.fromkeys(parsed.periods.values())
    ]


def test_times_cover_their_tokens(annotator):
    parsed = annotated(annotator, "Brelco’s sales rose 9% in the first quarter and will fall over the next two years.")
    assert times(parsed) == [
        ("first quarter", "first quarter", "2026-01-01/2026-03-31"),
        ("next two years", "next two years", "P2Y"),
    ]


def test_words_are_those_of_the_document(annotator):
    text = "Brelco’s sales  rose in March\u00a02026, it said."
    parsed = annotated(annotator, text)
    assert times(parsed) == [("March 2026", "March\u00a02026", "2026-03")]


def test_the_date_of_the_document_counts(annotator):
    assert times(annotated(annotator, "Brelco bought Hexlar last year.", "2020-01-15"))[0][2] == "2019"
    assert times(annotated(annotator, "Brelco bought Hexlar last year.", ""))[0][2] == ""


@pytest.mark.parametrize("text", ["Brelco pays Hexlar $5 million a year.", "Brelco hired 2000 people."])
def test_a_rate_or_count_is_no_time(annotator, text):
    parsed = annotated(annotator, text)
    assert parsed.periods == {}
    assert len(set(parsed.amounts.values())) == 1


def test_an_amount_over_a_time(annotator):
    parsed = annotated(annotator, "Brelco will pay Hexlar more than €1bn over five years.")
    (amount,) = set(parsed.amounts.values())
    assert (amount.value.bound, amount.value.currency, amount.value.over) == ("at least", "EUR", "P5Y")
    assert times(parsed) == [("five years", "five years", "P5Y")]
