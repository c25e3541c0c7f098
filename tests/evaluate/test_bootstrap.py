"""Intervals of F1."""

from kg.evaluate.bootstrap import interval
from kg.evaluate.measures import Counts

MIXED = [Counts(3, 4, 5), Counts(0, 2, 6), Counts(7, 7, 8), Counts(1, 5, 2)]


def test_the_same_counts_have_the_same_interval() -> None:
    assert interval(MIXED) == interval(list(MIXED))


def test_the_interval_holds_the_score() -> None:
    low, high = interval(MIXED)
    assert 0 <= low < 2 * 11 / (18 + 21) < high <= 1


def test_more_documents_narrow_it() -> None:
    (low, high), (near, far) = interval(MIXED), interval(MIXED * 10)
    assert low < near < far < high


def test_documents_that_are_alike_leave_no_doubt() -> None:
    assert interval([Counts(1, 2, 2)] * 5) == (0.5, 0.5)


def test_draws_without_anything_to_count_are_left_out() -> None:
    assert interval([Counts(1, 1, 1), Counts()]) == (1.0, 1.0)
    assert interval([Counts(), Counts()]) == (0.0, 0.0)
    assert interval([]) == (0.0, 0.0)
