"""Folds and held-out texts: no sentence stands on both sides."""

from types import SimpleNamespace

import pytest


def rows(*texts):
    return [SimpleNamespace(text=text) for text in texts]


def test_folds_share_no_sentence():
    folds = pytest.importorskip("kg.train.folds")
    texts = [f"Firm {n} buys paper." for n in range(40)]
    found = {"a": rows(*texts, *texts[:5]), "b": rows(*texts[:20], "Only here.")}
    tested_in_all = []
    for fold in range(5):
        trained, tested = folds.apart(found, "a", fold, 5)
        assert not {row.text for row in trained} & {row.text for row in tested}
        tested_in_all += tested
    assert sorted(row.text for row in tested_in_all) == sorted(row.text for row in found["a"])
