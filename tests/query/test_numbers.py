"""What figures say of each other: each case is a small set of sentences and the verdict on it."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from figured import Texts, money, percent
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Change, Status, Value
from kg.query import Verdict, check_numbers

UP, DOWN, SHARE = Change.INCREASE, Change.DECREASE, Change.SHARE
GOOD, BAD, OPEN = Verdict.CONSISTENT, Verdict.INCONSISTENT, Verdict.UNCLEAR


def verdicts(texts, rule=None):
    return [c.verdict for c in check_numbers(texts.graph()) if rule in {None, c.rule}]


# ---------------------------------------------------------------- shares and wholes


def pays(amount, share, whole, *, whole_at="a", **more):
    texts = Texts().fact("Hart", "customerOf", "Veld", amount=amount, share=share)
    return texts.number("Veld", "revenue", whole, at=whole_at, **more)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # 20 a month is 240 a year; 25 % of 1 billion is 250
        (pays(money("20", bound="about", per="month"), percent("25"), money("1", "bn")), [GOOD]),
        (pays(money("20", per="month"), percent("25"), money("1", "bn")), [GOOD]),
        (pays(money("30", per="month"), percent("25"), money("1", "bn")), [BAD]),
        (pays(money("60", per="quarter"), percent("25"), money("960")), [GOOD]),
        (pays(money("5", per="week"), percent("26"), money("1", "bn")), [GOOD]),
        (pays(money("240", per="year"), percent("25"), money("80", per="month")), [GOOD]),
        # a whole of another time, part or document is no reason for an alarm, and may still confirm
        (pays(money("30", per="month"), percent("25"), money("1", "bn"), period="2019"), [OPEN]),
        (pays(money("20", per="month"), percent("25"), money("1", "bn"), period="2019"), [GOOD]),
        (pays(money("30", per="month"), percent("25"), money("1", "bn"), segment="cloud"), [OPEN]),
        (pays(money("20", per="month"), percent("25"), money("1", "bn"), segment="cloud"), [GOOD]),
        (pays(money("30", per="month"), percent("25"), money("1", "bn"), whole_at="b"), []),
        # what one customer brings is no whole
        (pays(money("41.8"), percent("34"), money("41.8"), counterparty="Hart"), []),
        # two currencies are never compared
        (pays(money("30", per="month"), percent("25"), money("1", "bn", "EUR")), []),
        # bounds and ranges
        (pays(money("10", bound="at least", per="month"), percent("25"), money("1", "bn")), [GOOD]),
        (pays(money("30", bound="at least", per="month"), percent("25"), money("1", "bn")), [BAD]),
        (pays(money("30", bound="at most", per="month"), percent("25"), money("1", "bn")), [GOOD]),
        (pays(money("30", per="month"), percent("25"), money("1", "bn", bound="at least")), [GOOD]),
        (pays(money("15", high="25", per="month"), percent("25"), money("1", "bn")), [GOOD]),
        (pays(money("30", high="40", per="month"), percent("25"), money("1", "bn")), [BAD]),
        # a sum of no told time is not a year's
        (pays(money("900"), percent("25"), money("1", "bn")), [OPEN]),
        # what the text denies or calls over takes no part
        (pays(money("30", per="month"), percent("25"), money("1", "bn"), status=Status.NEGATED), []),
    ],
)
def test_a_share_times_the_whole_is_the_part(texts, expected):
    assert verdicts(texts, "share of a whole") == expected


def test_a_segment_named_beside_the_share_is_certain():
    sentence = ("a", "Hart pays Veld $30m a month, 25% of its cloud revenue.")
    texts = Texts().fact(
        "Hart", "customerOf", "Veld", sentences=[sentence], amount=money("30", per="month"), share=percent("25")
    )
    texts.number("Veld", "revenue", money("1", "bn"), segment="cloud")
    assert verdicts(texts) == [BAD]


def test_a_segment_without_a_name_may_be_any():
    texts = Texts().fact(
        "Hart", "customerOf", "Veld", amount=money("20", per="month"), share=percent("25"), segment="the segment"
    )
    assert verdicts(texts.number("Veld", "revenue", money("1", "bn"), segment="cloud business", period="annual")) == [
        GOOD
    ]


def test_figures_of_one_year_are_compared_across_documents():
    texts = Texts().fact(
        "Hart", "customerOf", "Veld", amount=money("30", per="month"), share=percent("25"), period="2024"
    )
    assert verdicts(texts.number("Veld", "revenue", money("1", "bn"), at="b", period="2024")) == [BAD]


def test_a_quarter_of_revenue_is_scaled_to_a_year():
    texts = Texts().fact(
        "Hart", "customerOf", "Veld", amount=money("20", per="month"), share=percent("25"), period="third quarter"
    )
    (found,) = check_numbers(texts.number("Veld", "revenue", money("240"), period="the third quarter").graph())
    assert found.verdict is GOOD
    assert "25 ÷ 100 × 240000000 × 4 = 240000000" in found.formula


def test_the_date_of_a_contract_is_no_unit_of_time():
    texts = Texts().fact("Hart", "customerOf", "Veld", amount=money("38"), share=percent("10"), date="March 2024")
    assert verdicts(texts.number("Veld", "revenue", money("100"), period="2024"), "share of a whole") == [OPEN]


def test_the_seed_of_this_check_reads_well():
    (found,) = check_numbers(pays(money("20", bound="about", per="month"), percent("25"), money("1", "bn")).graph())
    assert found.difference == Decimal("4.0")
    assert found.message == (
        "Hart: about $20 million a month, which is $240 million a year; "
        "25 % of Veld's revenue of $1 billion is $250 million"
    )
    assert [i.id for i in found.inputs] == ["fact/00", "fact/00", "observation/00"]
    assert found.as_json()["difference_percent"] == "4.0"


@pytest.mark.parametrize(
    ("price", "share", "expected"),
    [("3", "30", [GOOD]), ("3.05", "30", [GOOD]), ("5", "30", [BAD]), ("7", "51", [BAD])],
)
def test_a_stake_times_the_value_is_the_price(price, share, expected):
    texts = Texts().fact(
        "Redf", "acquired", "Askl", status=Status.PLANNED, amount=money(price, "bn"), share=percent(share)
    )
    assert verdicts(texts.number("Askl", "market value", money("10", "bn"))) == expected


@pytest.mark.parametrize(("part", "expected"), [("250", [GOOD]), ("400", [BAD])])
def test_a_segment_is_its_share_of_the_whole(part, expected):
    texts = Texts().number("Veld", "revenue", percent("25"), SHARE, segment="cloud")
    texts.number("Veld", "revenue", money(part), segment="cloud").number("Veld", "revenue", money("1", "bn"))
    assert verdicts(texts, "share of a whole") == expected


def owned(*shares, relation="ownsStakeIn", **more):
    texts = Texts()
    for number, share in enumerate(shares):
        texts.fact(f"Fund{number}", relation, "Merr", share=share, **more)
    return texts


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (owned(percent("60"), percent("55")), [BAD]),
        (owned(percent("60"), percent("40")), [GOOD]),
        (owned(percent("33"), percent("33"), percent("35")), [GOOD]),
        (owned(percent("51"), percent("50")), [GOOD]),  # both rounded
        (owned(percent("60", bound="at most"), percent("55")), [GOOD]),
        (owned(percent("60", bound="at least"), percent("55", bound="at least")), [BAD]),
        (owned(percent("60"), percent("55"), status=Status.POSSIBLE), []),
        (owned(percent("60")), []),
        (owned(percent("70"), percent("70"), relation="customerOf"), [BAD]),
    ],
)
def test_shares_of_one_whole_are_no_more_than_all_of_it(texts, expected):
    assert verdicts(texts, "sum of shares") == expected


def test_shares_of_different_years_do_not_add_up():
    texts = Texts().fact("Hart", "customerOf", "Veld", share=percent("70"), period="2022")
    assert verdicts(texts.fact("Osk", "customerOf", "Veld", share=percent("70"), period="2023")) == []


# ---------------------------------------------------------------- changes


def moved(change, by, start, end, **more):
    sentence = "Torv's revenue moved."
    texts = Texts().number("Torv", "revenue", end, change, start=start, sentence=sentence, **more)
    return texts.number("Torv", "revenue", by, change, sentence=sentence, **more) if by else texts


def times(number, text="doubled"):
    return Value(text, Decimal(number), "times")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (moved(UP, percent("12"), money("3.7", "bn"), money("4.1", "bn")), [GOOD]),
        (moved(UP, percent("40"), money("3.7", "bn"), money("4.1", "bn")), [BAD]),
        (moved(DOWN, percent("10"), money("100"), money("90")), [GOOD]),
        (moved(DOWN, percent("30"), money("100"), money("90")), [BAD]),
        (moved(UP, times(2), money("100"), money("200")), [GOOD]),
        (moved(UP, times(3, "tripled"), money("100"), money("200")), [BAD]),
        (moved(DOWN, times("0.5", "halved"), money("100"), money("50")), [GOOD]),
        (moved(UP, None, money("4.1", "bn"), money("3.7", "bn")), [BAD]),  # a rise that falls
        (moved(DOWN, None, money("6"), money("9")), [BAD]),
        (moved(UP, None, money("3.7", "bn"), money("4.1", "bn")), []),
        (moved(UP, percent("40"), money("3.7", "bn", "EUR"), money("4.1", "bn")), []),
        (moved(UP, percent("40"), money("3", "bn", bound="at least"), money("9", "bn")), [GOOD]),
        (moved(UP, percent("40"), money("3.7", "bn"), money("4.1", "bn"), status=Status.NEGATED), []),
        (moved(UP, percent("12"), "$3.7bn", money("4.1", "bn")), [GOOD]),  # words are parsed
        (moved(UP, percent("40"), "3.7 billion", money("4.1", "bn")), [BAD]),  # in the currency of the end
        (moved(UP, percent("40"), "a low base", money("4.1", "bn")), []),
    ],
)
def test_a_change_leads_from_the_start_to_the_end(texts, expected):
    assert verdicts(texts) == expected


def test_points_are_added():
    end = percent("25")
    texts = moved(UP, Value("2 points", Decimal(2), "points"), percent("23"), end)
    assert verdicts(texts) == []  # two relative figures of one sentence: which is the change is not told


def test_two_percentages_in_one_sentence_tell_nothing():
    texts = moved(UP, percent("40"), money("3.7", "bn"), money("4.1", "bn"))
    assert verdicts(texts.number("Torv", "revenue", percent("12"), UP, sentence="Torv's revenue moved.")) == []


@pytest.mark.parametrize(("by", "expected"), [("25", [GOOD]), ("60", [BAD])])
def test_levels_of_two_years(by, expected):
    texts = Texts().number("Vesk", "revenue", money("200"), period="2023", at="a")
    texts.number("Vesk", "revenue", money("250"), period="fiscal 2024", at="b")
    texts.number("Vesk", "revenue", percent(by), UP, period="2024", at="c")
    assert verdicts(texts) == []  # fiscal 2024 may not be 2024
    texts.number("Vesk", "revenue", money("250"), period="2024", at="d")
    assert verdicts(texts) == expected


# ---------------------------------------------------------------- the same figure twice


def twice(one, other, metric="revenue", *, at=("a", "b"), dates=(), change=Change.LEVEL, **more):
    texts = Texts(dates).number("Ost", metric, one, change, at=at[0], **more)
    return texts.number("Ost", metric, other, change, at=at[1], **more)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (twice(money("4.1", "bn"), money("3.6", "bn"), period="2024"), [BAD]),
        (twice(money("4.1", "bn"), money("4.2", "bn"), period="2024"), [BAD]),
        (twice(money("4.1", "bn"), money("4.12", "bn"), period="2024"), []),  # the same, rounded
        (twice(money("4.1", "bn"), money("4100"), period="2024"), []),
        (twice(money("4.1", "bn"), money("3.6", "bn", "EUR"), period="2024"), []),
        (twice(money("4.1", "bn"), money("3", "bn", bound="at least"), period="2024"), []),
        (twice(money("4.1", "bn"), money("5", "bn", bound="at least"), period="2024"), [BAD]),
        (twice(money("4.1", "bn"), money("3", "bn", high="5"), period="2024"), []),
        (twice(money("20", per="month"), money("240", per="year"), period="2024"), []),
        (twice(money("20", per="month"), money("300", per="year"), period="2024"), [BAD]),
        # last year is another year in another document
        (twice(money("4.1", "bn"), money("3.6", "bn"), period="last year"), []),
        (twice(money("4.1", "bn"), money("3.6", "bn"), period="last year", at=("a", "a")), [BAD]),
        # without a time
        (twice(money("4.1", "bn"), money("3.6", "bn"), at=("a", "a")), [OPEN]),
        (twice(money("4.1", "bn"), money("3.6", "bn"), dates=[("a", "2024-01-02"), ("b", "2025-01-02")]), []),
        (twice(money("4.1", "bn"), money("3.6", "bn"), dates=[("a", "2024-01-02"), ("b", "2024-01-02")]), [OPEN]),
        (twice(percent("5"), percent("7"), change=UP), []),
        (twice(percent("5"), percent("7"), change=UP, period="2024"), [OPEN]),
        (twice(percent("25"), percent("35"), change=SHARE, counterparty="Hart", period="2024"), [BAD]),
        (twice(money("4.1", "bn"), money("3.6", "bn"), period="2024", segment="cloud"), [BAD]),
    ],
)
def test_one_metric_of_one_time_has_one_figure(texts, expected):
    assert verdicts(texts, "different figures") == expected


def test_different_segments_times_and_statuses_are_different_things():
    texts = Texts().number("Ost", "revenue", money("4.1", "bn"), period="2024")
    texts.number("Ost", "revenue", money("3.6", "bn"), period="2023")
    texts.number("Ost", "revenue", money("1.6", "bn"), period="2024", segment="cloud")
    texts.number("Ost", "revenue", money("5", "bn"), period="2024", status=Status.EXPECTED)
    assert verdicts(texts) == []


def test_one_sentence_does_not_contradict_itself():
    texts = Texts().number("Ost", "share price", percent("3"), UP, period="January", sentence="Up 3%, up 22%.")
    assert (
        verdicts(texts.number("Ost", "share price", percent("22"), UP, period="January", sentence="Up 3%, up 22%."))
        == []
    )


@pytest.mark.parametrize(
    ("share", "more", "expected"),
    [
        ("35", {}, [OPEN]),
        ("35", {"period": "2024"}, [BAD]),
        ("35", {"period": "2024", "segment": "cloud"}, [OPEN]),
        ("25.3", {"period": "2024"}, []),
    ],
)
def test_a_fact_and_an_observation_on_one_share(share, more, expected):
    time = {"period": more["period"]} if "period" in more else {}
    texts = Texts().fact("Hart", "customerOf", "Veld", share=percent("25"), **time)
    assert verdicts(texts.number("Veld", "revenue", percent(share), SHARE, counterparty="Hart", **more)) == expected


def deal(*sentences):
    return Texts().fact("Ost", "acquired", "Quil", amount=money("3", "bn"), sentences=sentences)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Ost paid for Quil, bought for $4 billion.", [BAD]),
        ("Ost bought Quil, valued at $4 billion.", [OPEN]),
        ("Ost bought Quil for $3.0 billion.", []),
        ("Ost bought Quil for $4 billion or $5 billion.", []),
        ("Ost bought Quil for €4 billion.", []),
        ("Ost bought Quil.", []),
    ],
)
def test_two_sentences_on_one_deal(other, expected):
    assert verdicts(deal(("a", "Ost acquired Quil for $3 billion."), ("b", other))) == expected


def test_a_sentence_with_two_sums_settles_nothing():
    first = ("a", "Ost pays for Quil $3 billion and for its patents $500 million.")
    assert verdicts(deal(first, ("b", "Ost will pay for Quil patents for $500 million."))) == []
    assert verdicts(deal(first, ("b", "Ost buys Quil for $4 billion."))) == [OPEN]


def test_many_figures_of_no_told_time_are_a_series():
    texts = Texts()
    for day in range(9):
        texts.number("Ost", "headcount", Value(f"{day + 1}00", Decimal(100 * day + 100), "count"), at=f"d{day}")
    assert verdicts(texts) == []


def test_a_sum_that_another_fact_claims_is_none_of_this_one():
    other = ("b", "Ost bought Quil, helped by Bank for $4 billion.")
    texts = deal(("a", "Ost acquired Quil for $3 billion."), other)
    assert verdicts(texts.fact("Bank", "lendsTo", "Ost", amount=money("4", "bn"), sentences=[other])) == []


# ---------------------------------------------------------------- the whole


def test_the_inconsistent_come_first_and_the_order_is_fixed():
    texts = pays(money("20", per="month"), percent("25"), money("1", "bn"))
    texts.number("Ost", "revenue", money("4", "bn"), period="2024").number(
        "Ost", "revenue", money("3", "bn"), period="2024"
    )
    graph = texts.graph()
    backwards = dataclasses.replace(graph, observations=graph.observations[::-1])
    found = check_numbers(graph)
    assert [c.verdict for c in found] == [BAD, GOOD]
    assert {c.rule for c in check_numbers(backwards)} == {c.rule for c in found}
    assert check_numbers(graph) == found


def test_nothing_to_compare():
    assert check_numbers(Texts().graph()) == []
    assert check_numbers(Texts().fact("Hart", "customerOf", "Veld").graph()) == []


def test_a_value_without_a_number_and_a_zero_take_no_part():
    odd = Texts().number("Ost", "revenue", Value("millions", unit="money", currency="USD"), period="2024")
    odd.number("Ost", "revenue", money("0"), period="2024").number("Ost", "revenue", money("0"), UP, start="$0", at="b")
    odd.number("Ost", "revenue", percent("0"), UP, at="b", period="2024")
    assert BAD not in verdicts(odd)


def test_the_tolerance_is_on_top():
    graph = pays(money("24.0", per="month"), percent("25.0"), money("1.00", "bn")).graph()
    assert [c.verdict for c in check_numbers(graph, Decimal("0.02"))] == [BAD]
    assert [c.verdict for c in check_numbers(graph, Decimal("0.2"))] == [GOOD]


# ---------------------------------------------------------------- properties

numbers = st.integers(1, 10**6)
factors = st.decimals("0.001", "1000", places=3).filter(lambda d: d > 0)


def scaled(graph, factor):
    """Every sum of money times a factor, as if written in another unit."""

    def value(v):
        if not isinstance(v, Value) or v.unit != "money":
            return v
        return dataclasses.replace(v, number=v.number * factor, high=None if v.high is None else v.high * factor)

    def qualifiers(said):
        return tuple((name, value(v)) for name, v in said.qualifiers)

    return dataclasses.replace(
        graph,
        facts=tuple(dataclasses.replace(f, qualifiers=qualifiers(f)) for f in graph.facts),
        observations=tuple(
            dataclasses.replace(o, qualifiers=qualifiers(o), value=value(o.value)) for o in graph.observations
        ),
    )


@given(numbers, st.integers(1, 99), numbers, factors)
def test_scaling_all_sums_keeps_the_verdicts(amount, share, whole, factor):
    texts = pays(money(str(amount), per="month"), percent(str(share)), money(str(whole)))
    sentence = "Torv's revenue moved."
    texts.number("Torv", "revenue", money(str(amount)), UP, start=money(str(whole)), sentence=sentence)
    texts.number("Torv", "revenue", percent(str(share)), UP, sentence=sentence)
    graph = texts.graph()
    before = [(c.rule, c.verdict) for c in check_numbers(graph)]
    assert [(c.rule, c.verdict) for c in check_numbers(scaled(graph, factor))] == before


@given(
    numbers,
    st.integers(1, 100),
    st.sampled_from([("day", 365), ("week", 52), ("month", 12), ("quarter", 4), ("year", 1)]),
)
def test_a_triple_made_from_numbers_is_consistent(whole, share, unit):
    per, times = unit
    part = Decimal(whole) * share / 100 / times
    texts = pays(money(str(round(part, 6) or part), per=per), percent(str(share)), money(str(whole)))
    found = verdicts(texts, "share of a whole")
    assert found == [GOOD] or round(part, 6) == 0


@given(numbers, st.integers(0, 300))
def test_a_rise_made_from_numbers_is_consistent(start, by):
    end = Decimal(start) * (100 + by) / 100
    assert verdicts(moved(UP, percent(str(by)), money(str(start)), money(str(end))), "change") == [GOOD]


@given(numbers)
def test_units_of_time_are_converted(number):
    texts = twice(money(str(number), per="month"), money(str(12 * number), per="year"), period="2024")
    assert verdicts(texts) == []
    apart = twice(money(str(number), per="month"), money(str(24 * number), per="year"), period="2024")
    assert verdicts(apart) == [BAD]


@given(numbers, numbers)
def test_the_order_of_two_figures_does_not_matter(one, other):
    forwards, backwards = (twice(money(str(a)), money(str(b)), period="2024") for a, b in ((one, other), (other, one)))
    assert verdicts(forwards) == verdicts(backwards)


odd = st.one_of(
    st.decimals(), st.sampled_from([Decimal("1e999999"), Decimal("-1e-999999"), Decimal("sNaN"), Decimal(0)])
)
values = st.builds(
    Value,
    st.text(max_size=8),
    st.none() | odd,
    st.sampled_from(["money", "percent", "points", "times", "count", ""]),
    st.sampled_from(["USD", ""]),
    st.none() | odd,
    st.sampled_from(["", "about", "at least", "at most"]),
    st.sampled_from(["", "month", "share"]),
)


@given(st.lists(values, min_size=6, max_size=6), st.sampled_from(list(Change)), st.text(max_size=8))
def test_no_figure_makes_it_fail(given_values, change, period):
    amount, share, whole, start, end, by = given_values
    texts = Texts().fact("Hart", "customerOf", "Veld", amount=amount, share=share, period=period)
    texts.number("Veld", "revenue", whole, period=period).number("Veld", "revenue", end, change, start=start)
    graph = texts.number("Veld", "revenue", by, change, counterparty="Hart").graph()
    assert all(check.message for check in check_numbers(graph))
    assert all(d.formula for d in graph.derive())
