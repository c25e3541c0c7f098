"""What one sentence states, and with which status: the tables are facts.txt and statuses.txt."""

import pytest
from sentences import table

from kg.model import Status
from kg.ontology import Ontology

SENTENCES = [*table("facts.txt"), *table("statuses.txt")]


@pytest.mark.parametrize(("text", "must", "may"), SENTENCES)
def test_sentence_states(read, text, must, may):
    found = set(read(text).facts)
    assert must <= found
    assert found <= must | may


@pytest.mark.parametrize(("text", "must", "may"), SENTENCES)
def test_words_are_marked_where_they_stand(read, text, must, may):
    for fact in read(text).graph.facts:
        for evidence in fact.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            assert {part for part, _, _ in evidence.marks} >= {"subject", "object"}
            assert all(0 <= start < end <= len(text) for _, start, end in evidence.marks)
            assert 0 < fact.confidence < 1


def test_table_covers_every_relation_and_status():
    lines = [line for case in table("facts.txt") for line in case.values[1]]
    relations = Ontology.load().relations
    said = {name for name in relations if any(f" {name} " in line for line in lines)}
    assert set(relations) - said <= {"exposedTo"}
    assert {line.rsplit(" ", 1)[1] for line in lines} == set(Status) - {Status.EXPECTED}
