"""Pairs that the shipped model judges, and what may not change its judgement."""

import pytest

from kg.models import Judgement, Mark, NameModel, RelationModel
from kg.models.text_model import KEPT

TEXT = "Orran Mills sells paper to Tidewell Foods and to Kestria."
MARKS = [Mark(0, 11), Mark(27, 41), Mark(49, 56)]


@pytest.fixture(scope="module")
def model():
    return RelationModel.load()


def judged(model: RelationModel, text: str = TEXT, *pairs: tuple[int, int]) -> list[Judgement]:
    (found,) = model.judge([(text, MARKS)], [list(pairs)])
    return found


def test_a_direction_is_told(model):
    found = {j.subject: j.labels["customerOf"] for j in judged(model, TEXT, (1, 0), (0, 1))}
    assert found[1] > 0.5 > found[0]


def test_a_pair_is_judged_alike_alone_and_among_others(model):
    (alone,) = judged(model, TEXT, (2, 0))
    among = {(j.subject, j.object): j for j in judged(model, TEXT, (0, 1), (2, 0), (1, 2))}
    assert among[2, 0].labels == pytest.approx(alone.labels, abs=0.05)  # scales of 8-bit sums are those of all pairs


def test_what_was_read_for_the_names_serves_the_relations(model):
    names = NameModel.load()
    assert names.text is model.text
    before = judged(model, TEXT, (1, 0))
    names.names(["Shares fell.", TEXT])
    assert model.text._room < KEPT
    assert judged(model, TEXT, (1, 0)) == before
    names.names([])
    assert model.text._room == KEPT


def test_a_text_too_long_to_be_read_is_not_judged(model):
    assert judged(model, TEXT + " and so on" * 900, (1, 0)) == []


def test_a_mark_beside_the_text_is_judged_all_the_same(model):
    (found,) = model.judge([("Orran sells.", [Mark(0, 5), Mark(40, 45)])], [[(0, 1)]])
    assert all(0 <= chance <= 1 for chance in found[0].labels.values())
