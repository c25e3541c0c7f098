"""Folds and held-out texts: no sentence stands on both sides."""

from types import SimpleNamespace

import pytest

from kg.train.cutting import part


def rows(*texts):
    return [SimpleNamespace(text=text) for text in texts]


def test_folds_share_no_sentence():
    training = pytest.importorskip("kg.train.training")
    texts = [f"Firm {n} buys paper." for n in range(40)]
    lesson = training.Lesson(None, {"a": rows(*texts, *texts[:5]), "b": rows(*texts[:20], "Only here.")})
    tested_in_all = []
    for fold in range(5):
        tested = [text for text in texts if part(text, 5) == fold]
        (trained,) = training.without([lesson], set(tested))
        left = {row.text for found in trained.rows.values() for row in found}
        assert left.isdisjoint(tested)
        assert "Only here." in left
        tested_in_all += tested
    assert sorted(tested_in_all) == sorted(texts)
