"""Ranges of concentration hold whatever the unknown rest is."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from traded import percent

from kg.analysis.concentration import Share, measures

POINTS = st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(lambda n: sum(n) <= 100)


def shares(points):
    return [Share(Decimal(p) / 100, Decimal(p) / 100) for p in points]


def hhi(points):
    return sum((Decimal(p) / 100) ** 2 for p in points)


def test_a_monopoly():
    m = measures(shares([100]))
    assert (m.hhi.low, m.hhi.high, m.top_1.low, m.top_1.high) == (1, 1, 1, 1)


def test_nothing_known_is_no_measure():
    assert measures([]) is None


def test_more_than_all_is_no_measure():
    assert measures(shares([60, 50])) is None


@settings(deadline=None, max_examples=60)
@given(POINTS, st.data())
def test_the_measures_of_every_rest_lie_within(points, data):
    m = measures(shares(points))
    rest, others = 100 - sum(points), []
    while rest:
        others.append(data.draw(st.integers(1, rest)))
        rest -= others[-1]
    everybody = sorted([*points, *others], reverse=True)
    assert m.hhi.low <= hhi(everybody) <= m.hhi.high <= 1
    assert m.top_1.low <= Decimal(everybody[0]) / 100 <= m.top_1.high
    assert m.top_3.low <= Decimal(sum(everybody[:3])) / 100 <= m.top_3.high <= 1


@settings(deadline=None, max_examples=60)
@given(POINTS, st.data())
def test_ranges_hold_every_share_within_them(points, data):
    drawn = [(p - data.draw(st.integers(0, p)), p) for p in points]
    m = measures([Share(Decimal(low) / 100, Decimal(high) / 100) for low, high in drawn])
    rest = 100 - sum(points)
    assert m.hhi.low <= hhi([*points, rest]) <= m.hhi.high
    assert m.known.low <= Decimal(sum(points)) / 100 <= m.known.high


@settings(deadline=None, max_examples=60)
@given(POINTS, st.randoms())
def test_the_order_does_not_matter(points, random):
    shuffled = list(points)
    random.shuffle(shuffled)
    assert measures(shares(shuffled)) == measures(shares(points))


def test_hedges_widen():
    assert Share.of(percent(30, bound="at least")) == Share(Decimal("0.3"), Decimal(1))
    assert Share.of(percent(30, bound="at most")) == Share(Decimal(0), Decimal("0.3"))
    assert Share.of(percent(20, high=30)) == Share(Decimal("0.2"), Decimal("0.3"))
    assert Share.of(percent(130)) is None
