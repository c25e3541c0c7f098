"""What one sentence says of a number: the table is numbers.txt."""

import pytest
from sentences import table


@pytest.mark.parametrize(("text", "must", "may"), table("numbers.txt"))
def test_sentence_counts(read, text, must, may):
    found = set(read(text).numbers)
    assert must <= found
    assert found <= must | may


@pytest.mark.parametrize(("text", "must", "may"), table("numbers.txt"))
def test_values_quote_the_text(read, text, must, may):
    for observation in read(text).graph.observations:
        assert observation.value is None or observation.value.text in text
        for evidence in observation.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            assert {part for part, _, _ in evidence.marks} >= {"subject", "cue"}
