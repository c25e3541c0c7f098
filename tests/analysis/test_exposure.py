"""What is added up, what is not and why, and who is reached over others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from traded import Trade, doubted, money, percent, year

from kg.analysis import Rates, exposure, exposure_page, to_json
from kg.model import Status

RATES = Rates("USD", (("EUR", Decimal("1.1")),), "2026-01-31", "made up")


def of(trade, rates=None, name="veld"):
    graph = trade.graph() if isinstance(trade, Trade) else trade
    return exposure(graph, f"company/{name}", rates)


def reasons(side):
    return [left.why for left in side.left_out]


# ---------------------------------------------------------------- amounts on one basis


@pytest.mark.parametrize(
    ("amount", "more", "low", "high", "per"),
    [
        (money(20, per="month"), {}, 240, 240, "year"),
        (money(5, per="quarter"), {}, 20, 20, "year"),
        (money(2, high=3, per="month"), {}, 24, 36, "year"),
        (money(2, bound="at least", per="month"), {}, 24, None, "year"),
        (money(2, bound="at most", per="month"), {}, 0, 24, "year"),
        (money(40, over="P5Y"), {}, 8, 8, "year"),
        (money(40), {"period": year("P5Y")}, 8, 8, "year"),
        (money(7), {"period": year("2025")}, 7, 7, "year"),
        (money(7), {"period": year("2025-Q3")}, 28, 28, "year"),
        (money(7), {}, 7, 7, ""),
        (money(7), {"date": year("2025-03")}, 7, 7, ""),  # signed in March is no sum of a month
        (money(7, per="barrel"), {}, 7, 7, ""),
    ],
)
def test_an_amount_by_the_year(amount, more, low, high, per):
    (line,) = of(Trade().buys("Hart", "Veld", amount=amount, **more)).customers.lines
    million = 10**6
    assert (line.amount.low, line.amount.high, line.amount.per) == (low * million, high and high * million, per)


def test_it_is_told_how_an_amount_came_about():
    (line,) = of(Trade().buys("Hart", "Veld", amount=money(20, "EUR", per="month")), RATES).customers.lines
    assert line.amount.low == 264_000_000
    how = "€20 million a month × 12 × 1.1 = $264 million a year; 1 EUR = 1.1 USD (made up, 2026-01-31)"
    assert line.amount.how == how


def test_without_a_rate_a_currency_stays():
    (line,) = of(Trade().buys("Hart", "Veld", amount=money(20, "JPY", per="month")), RATES).customers.lines
    assert (line.amount.currency, line.amount.low) == ("JPY", 240_000_000)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+999999", "-5"])
def test_a_damaged_amount_is_none(number):
    amount = replace(money(1, per="month"), number=Decimal(number))
    (line,) = of(Trade().buys("Hart", "Veld", amount=amount)).customers.lines
    assert line.amount is None


# ---------------------------------------------------------------- sums


def two(first, second, **more):
    return Trade(**more).buys("Hart", "Veld", **first).buys("Mora", "Veld", **second)


def yearly(number, currency="USD", **more):
    return {"amount": money(number, currency, per="year", **more)}


def test_amounts_of_one_time_and_currency_are_added():
    side = of(two(yearly(5), yearly(7, bound="about"))).customers
    (total,) = side.totals
    assert (total.amount.words, total.time, side.left_out) == ("about $12 million a year", "", ())
    assert total.parts == (("Hart", "fact/00"), ("Mora", "fact/01"))


def test_a_range_stays_one_in_a_sum():
    (total,) = of(two(yearly(5, high=6), yearly(7, bound="at least"))).customers.totals
    assert (total.amount.low, total.amount.high) == (12_000_000, None)


def test_currencies_are_only_added_at_a_rate():
    trade = two(yearly(5), yearly(10, "EUR"))
    assert of(trade).customers.totals == ()
    (total,) = of(trade, RATES).customers.totals
    assert (total.amount.low, total.amount.currency) == (16_000_000, "USD")


@pytest.mark.parametrize(
    ("trade", "why"),
    [
        (two({"amount": money(5)}, yearly(7)), "no time is told that it covers"),
        (two(yearly(5, ""), yearly(7)), "its currency is not told"),
        (two(yearly(5) | {"contradicts": ("fact/99",)}, yearly(7)), "a source says otherwise"),
        (
            two({"amount": money(5), "period": year("2024")}, {"amount": money(5), "period": year("2025")}),
            "no other amount is of the same time (2024) and currency",
        ),
        (
            two(yearly(5) | {"at": "a"}, yearly(7) | {"at": "b"}, a="2019-01-01", b="2026-01-01"),
            "no other amount is of the same time (as told in 2019) and currency",
        ),
        (
            two(*[yearly(5) | {"said": "Hart and Mora pay Veld USD 5m a year."}] * 2),
            "the same words give it for Mora, so it may be one sum for both",
        ),
        (
            two(yearly(5), yearly(7)).fact("Hart", "subsidiaryOf", "Mora"),
            "it belongs to Mora, whose figure may include it",
        ),
    ],
)  # fmt: skip
def test_what_is_not_added(trade, why):
    side = of(trade).customers
    assert side.totals == ()
    assert why in reasons(side)


def test_what_an_owner_pays_cannot_hold_more_than_it():
    (total,) = of(two(yearly(9), yearly(7)).fact("Hart", "subsidiaryOf", "Mora")).customers.totals
    assert total.amount.low == 16_000_000


def test_each_of_several_pays_it():
    both = yearly(5) | {"said": "Hart and Mora each pay Veld USD 5m a year."}
    (total,) = of(two(both, both)).customers.totals
    assert total.amount.low == 10_000_000


@pytest.mark.parametrize("status", [s for s in Status if s not in (Status.ASSERTED, Status.EXPECTED)])
def test_what_is_not_asserted_stands_apart(status):
    found = of(two(yearly(5), yearly(7)).buys("Late", "Veld", status, amount=money(90, per="year")))
    assert [line.name for line in found.customers.standing(status)] == ["Late"]
    assert found.customers.totals[0].amount.low == 12_000_000


def test_what_a_text_says_is_over_has_ended():
    found = of(doubted(two(yearly(5), yearly(7)).graph(), ended_by=("fact/01",)))
    assert [line.name for line in found.customers.standing(Status.ENDED)] == ["Hart"]
    assert found.customers.totals == ()


def test_the_two_sides_are_not_mixed():
    found = of(two(yearly(5), yearly(7)).buys("Veld", "Glass", **yearly(3)))
    assert [line.name for line in found.suppliers.lines] == ["Glass"]
    assert len(found.customers.lines) == 2


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(6)))
def test_the_order_of_facts_does_not_matter(order):
    trade = two(yearly(5), yearly(7)).buys("Veld", "Glass", **yearly(3)).buys("Glass", "Sand")
    graph = trade.fact("Own", "ownsStakeIn", "Hart", share=percent(60)).buys("Far", "Hart").graph()
    shuffled = replace(graph, facts=tuple(graph.facts[n] for n in order))
    assert to_json(of(shuffled)) == to_json(of(graph))


# ---------------------------------------------------------------- shares


def test_shares_of_one_whole_are_measured():
    trade = two({"share": percent(30), "period": year("2024")}, {"share": percent(20), "period": year("2024")})
    (whole,) = of(trade).customers.concentrations
    m = whole.measures
    assert (whole.metric, whole.segment, whole.time) == ("revenue", "", "2024")
    assert (m.known.low, m.hhi.low, m.hhi.high) == (Decimal("0.5"), Decimal("0.13"), Decimal("0.38"))
    assert (m.top_1.low, m.top_1.high, m.top_3.low, m.top_3.high) == tuple(map(Decimal, ("0.3", "0.5", "0.5", "1")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"period": year("2023")}, {"period": year("2024")}),
        ({"segment": "cloud"}, {}),
        ({"said": "Hart is 30 % of what the segment takes in."}, {}),
        ({"at": "a"}, {"at": "b"}),
    ],
)
def test_shares_of_different_wholes_are_never_put_together(first, second):
    wholes = of(two({"share": percent(30)} | first, {"share": percent(20)} | second)).customers.concentrations
    assert [len(whole.held) for whole in wholes] == [1, 1]


def test_a_share_of_an_unnamed_part_is_not_one_of_all():
    found = of(Trade().buys("Hart", "Veld", share=percent(25), said="Hart makes up 25 % of the segment's revenue."))
    assert found.customers.lines[0].share == "25 % of an unnamed part of revenue"


def test_consolidated_revenue_is_all_of_it():
    (whole,) = of(
        two({"share": percent(30), "segment": "consolidated"}, {"share": percent(20)})
    ).customers.concentrations
    assert (whole.segment, len(whole.held)) == ("", 2)


@pytest.mark.parametrize(
    ("trade", "why"),
    [
        (
            two({"share": percent(30)}, {"share": percent(20)}).fact("Mora", "subsidiaryOf", "Hart"),
            "it belongs to Hart",
        ),
        (two(*[{"share": percent(40), "said": "Hart and Mora make up 40 % of Veld's sales."}] * 2), "the same words"),
        (two({"share": percent(30), "contradicts": ("fact/99",)}, {"share": percent(20)}), "a source says otherwise"),
        (two({"share": percent(30)}, {"share": percent(120)}), "it is no share between 0 and 100 %"),
        (Trade().share("Veld", "Hart", percent(30)).share("Veld", "Hart", percent(20)), "two different shares"),
    ],
)
def test_a_share_that_does_not_count_says_why(trade, why):
    (whole,) = of(trade).customers.concentrations
    assert any(left.why.startswith(why) for left in whole.left_out)


def test_shares_that_are_more_than_all_are_not_measured():
    (whole,) = of(two({"share": percent(70)}, {"share": percent(60)})).customers.concentrations
    assert whole.measures is None


def test_a_share_is_of_the_suppliers_revenue():
    found = of(Trade().buys("Veld", "Glass", share=percent(45)))
    assert found.suppliers.concentrations == ()  # a part of what Glass earns is no part of what Veld spends
    assert next(d.sentence for d in found.dependences) == "Glass has 45 % of revenue from Veld"


# ---------------------------------------------------------------- at one remove


def kinds(found):
    return {(i.kind, *i.path) for i in found.indirect}


def test_second_tiers_have_their_way():
    found = of(Trade().buys("Hart", "Veld").buys("Far", "Hart").buys("Veld", "Glass").buys("Glass", "Sand"))
    assert kinds(found) == {
        ("customer of a customer", "Veld", "Hart", "Far"),
        ("supplier of a supplier", "Veld", "Glass", "Sand"),
    }
    assert found.indirect[0].confidence == 0.81


def test_mutual_trade_ends():
    assert kinds(of(Trade().buys("Hart", "Veld").buys("Veld", "Hart"))) == set()


def test_exposure_through_ownership():
    trade = Trade().fact("Veld", "ownsStakeIn", "Pine", share=percent(60)).fact("Cone", "subsidiaryOf", "Pine")
    found = of(trade.buys("Yarr", "Cone").fact("Top", "ownsStakeIn", "Veld", share=percent(50)))
    assert kinds(found) == {
        ("holding", "Veld", "Pine"),
        ("holding", "Veld", "Pine", "Cone"),
        ("customer of a holding", "Veld", "Pine", "Cone", "Yarr"),
        ("owner", "Veld", "Top"),
    }


def test_shares_along_owners_multiply():
    trade = (
        Trade()
        .fact("Top", "ownsStakeIn", "Mid", share=percent(50))
        .fact("Mid", "ownsStakeIn", "Veld", share=percent(60))
    )
    (top,) = [i for i in of(trade).indirect if i.name == "Top"]
    assert top.sentences[-1] == "50 % × 60 % = 30 % by this way"


@pytest.mark.parametrize(
    "marks", [{"contradicts": ("fact/99",)}, {"ended_by": ("fact/99",)}, {"status": Status.PLANNED}]
)
def test_nothing_is_built_on_what_is_not_sure(marks):
    assert kinds(of(doubted(Trade().buys("Hart", "Veld").buys("Far", "Hart").graph(), **marks))) == set()


def test_single_sources():
    trade = Trade().kind("Lidar", "Product").fact("Veld", "uses", "Lidar").fact("Lumo", "offers", "Lidar")
    trade.buys("Veld", "Glass", for_="panes").buys("Veld", "Sand", for_="grit").buys("Veld", "Silt", for_="Grit")
    assert [d.sentence for d in of(trade).dependences] == [
        "Lumo is the only known provider of Lidar, which Veld uses",
        "Glass is the only known supplier of panes",
    ]


def test_risks_are_told_of_the_company_and_of_partners():
    trade = Trade().kind("flood", "Risk").kind("strike", "Risk").fact("Veld", "exposedTo", "flood").buys("Hart", "Veld")
    found = of(trade.fact("Hart", "exposedTo", "strike"))
    assert [line.name for line in found.risks] == ["flood"]
    assert [line.sentence for line in found.partner_risks] == ["Hart is exposed to strike"]


def test_numbers_that_do_not_fit_are_shown():
    trade = Trade().buys("Hart", "Veld", share=percent(70)).buys("Mora", "Veld", share=percent(60))
    (check,) = of(trade).inconsistent
    assert check.rule == "sum of shares"


def test_an_entity_without_trade_has_a_report():
    page = exposure_page(of(Trade().fact("Veld", "partnerOf", "Hart")))
    assert [s.empty for s in page.sections if s.empty] == [
        "No customer is told.",
        "No supplier is told.",
        "No risk of Veld is told.",
    ]
