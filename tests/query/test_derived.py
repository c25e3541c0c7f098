"""Numbers that follow by arithmetic: what they are, what they come from, and where they stand."""

from __future__ import annotations

import json
from decimal import Decimal

import pyoxigraph as ox
import pytest
from figured import Texts, money, percent
from hypothesis import given
from hypothesis import strategies as st

from kg.export import read_graph
from kg.model import Change, Status
from kg.query import derive
from kg.query.check import check

UP, DOWN, SHARE = Change.INCREASE, Change.DECREASE, Change.SHARE
SENTENCE = "Torv's revenue moved to USD 112m."


def found(texts, rule):
    return [d for d in derive(texts.graph()) if d.rule == rule]


def paying(amount=None, share=None, **more):
    given = {"amount": amount, "share": share}
    return Texts().fact("Hart", "customerOf", "Veld", **{k: v for k, v in given.items() if v is not None}, **more)


@pytest.mark.parametrize(
    ("amount", "number", "formula"),
    [
        (money("20", per="month"), "240000000", "20000000 × 12 = 240000000"),
        (money("1.5", per="quarter"), "6000000", "1500000 × 4 = 6000000"),
        (money("1", "", per="week"), "52", "1 × 52 = 52"),
        (money("1", "", per="day"), "365", "1 × 365 = 365"),
    ],
)
def test_a_yearly_figure(amount, number, formula):
    (d,) = found(paying(amount), "yearly")
    assert (d.value.number, d.value.per, d.value.currency, d.formula) == (Decimal(number), "year", "USD", formula)
    assert (d.subject, d.metric, d.inputs) == ("company/hart", "spend", ("fact/00",))


def test_a_yearly_figure_keeps_bound_and_range():
    (d,) = found(paying(money("20", high="30", per="month", bound="at least")), "yearly")
    assert (d.value.bound, d.value.high) == ("at least", Decimal(360_000_000))


@pytest.mark.parametrize("amount", [money("20"), money("20", per="year")])
def test_what_is_no_sum_by_the_month_has_no_yearly_figure(amount):
    assert found(paying(amount), "yearly") == []


def test_a_price_by_the_month_is_no_yearly_price():
    assert derive(Texts().number("Tess", "price", money("19", "", per="month")).graph()) == ()


def test_an_implied_whole():
    (d,) = found(paying(money("20", per="month"), percent("25")), "whole")
    assert (d.subject, d.metric, d.value.number, d.value.bound) == (
        "company/veld",
        "revenue",
        Decimal(960_000_000),
        "about",
    )
    assert dict(d.qualifiers) == {"segment": "not told"}
    assert d.formula == "20000000 × 12 ÷ (25 ÷ 100) = 960000000"


def test_an_implied_valuation():
    texts = Texts().fact(
        "Redf", "acquired", "Askl", amount=money("3", "bn"), share=percent("30"), status=Status.PLANNED
    )
    (d,) = found(texts, "whole")
    assert (d.metric, d.value.number, d.status, d.qualifiers) == ("market value", Decimal(10**10), Status.PLANNED, ())


@pytest.mark.parametrize(
    "texts",
    [
        paying(money("20"), percent("25")),  # of no told time
        paying(money("20", per="month", bound="at least"), percent("25")),
        paying(money("20", per="month"), percent("0")),
        paying(money("20", per="month"), percent("25"), status=Status.NEGATED),
        paying(money("20", per="month"), percent("25"), status=Status.ENDED),
    ],
)
def test_no_whole_is_implied(texts):
    assert found(texts, "whole") == []


def test_an_implied_part():
    (d,) = found(paying(share=percent("25")).number("Veld", "revenue", money("1", "bn")), "part")
    assert (d.subject, d.metric, d.value.number) == ("company/hart", "spend", Decimal(250_000_000))
    assert dict(d.qualifiers) == {"counterparty": "Veld"}
    assert d.inputs == ("fact/00", "observation/00")


def test_no_part_of_a_whole_of_another_segment():
    texts = paying(share=percent("25")).number("Veld", "revenue", money("1", "bn"), segment="cloud")
    assert found(texts, "part") == []


@pytest.mark.parametrize(
    ("change", "start", "end", "number", "formula"),
    [
        (UP, "100", "112", "12", "(112000000 − 100000000) ÷ 100000000 × 100 = 12"),
        (DOWN, "112", "100", "10.71", "(112000000 − 100000000) ÷ 112000000 × 100 ≈ 10.71"),
    ],
)
def test_an_implied_change(change, start, end, number, formula):
    texts = Texts().number("Torv", "revenue", money(end), change, start=money(start))
    (d,) = found(texts, "change")
    assert (d.change, d.value.number, d.value.unit, d.formula) == (change, Decimal(number), "percent", formula)


def test_no_change_is_implied_that_is_stated_or_runs_the_other_way():
    said = Texts().number("Torv", "revenue", money("112"), UP, start=money("100"), sentence=SENTENCE)
    assert found(said.number("Torv", "revenue", percent("12"), UP, sentence=SENTENCE), "change") == []
    assert found(Texts().number("Torv", "revenue", money("90"), UP, start=money("100")), "change") == []
    assert found(Texts().number("Torv", "revenue", money("90"), UP, start=money("80", currency="EUR")), "change") == []


def test_an_implied_base():
    texts = Texts().number("Torv", "revenue", money("112"), UP, sentence=SENTENCE)
    (d,) = found(texts.number("Torv", "revenue", percent("12"), UP, sentence=SENTENCE), "base")
    assert (d.value.number, d.formula) == (Decimal(100_000_000), "112000000 ÷ (1 + 12 ÷ 100) = 100000000")


def test_no_base_where_the_sentence_does_not_say_to():
    sentence = "Torv's revenue rose 12% or USD 112m."
    texts = Texts().number("Torv", "revenue", money("112"), UP, sentence=sentence)
    assert found(texts.number("Torv", "revenue", percent("12"), UP, sentence=sentence), "base") == []


def test_the_weakest_input_counts():
    texts = paying(share=percent("25")).number("Veld", "revenue", money("1", "bn"), status=Status.EXPECTED)
    (d,) = found(texts, "part")
    assert (d.status, d.confidence) == (Status.EXPECTED, 0.8)


@given(st.integers(1, 10**9), st.integers(1, 100))
def test_a_whole_gives_back_its_part(part, share):
    (d,) = found(paying(money(str(part), "", per="year"), percent(str(share))), "whole")
    assert abs(d.value.number * share / 100 - part) <= Decimal(part) / 1000


# ---------------------------------------------------------------- files


@pytest.fixture
def graph(monkeypatch):
    monkeypatch.setattr("kg.export.html.write_html", lambda graph, path, outline=None: path.write_text("<html>"))
    return (
        paying(money("20", per="month"), percent("25"))
        .number("Veld", "revenue", money("1", "bn"), period="2024")
        .graph()
    )


def test_derived_numbers_stand_in_files_of_their_own(graph, tmp_path):
    graph.write(tmp_path / "plain")
    graph.write(tmp_path / "more", derived=True)
    files = {path.name for path in (tmp_path / "more").iterdir()}
    assert files - {path.name for path in (tmp_path / "plain").iterdir()} == {"derived.jsonl", "derived.ttl"}
    for path in (tmp_path / "plain").iterdir():
        assert path.read_bytes() == (tmp_path / "more" / path.name).read_bytes()
    assert read_graph(tmp_path / "more") == read_graph(tmp_path / "plain")
    assert check(tmp_path / "more") == []


def test_what_the_files_say(graph, tmp_path):
    graph.write(tmp_path, derived=True)
    lines = [json.loads(line) for line in (tmp_path / "derived.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["rule"] for line in lines] == [d.rule for d in graph.derive()]
    assert all(line["derived"] is True and line["formula"] and line["inputs"] for line in lines)
    (yearly,) = [line for line in lines if line["rule"] == "yearly"]
    assert yearly["value"] == {"value": "240000000", "unit": "money", "currency": "USD", "per": "year"}
    assert yearly["text"] == "$240 million a year"
    store = ox.Store()
    store.load(path=str(tmp_path / "derived.ttl"), format=ox.RdfFormat.TURTLE)
    prefixes = {"kg": "https://w3id.org/kg-business/ontology#", "prov": "http://www.w3.org/ns/prov#"}
    rows = store.query("SELECT ?d ?from { ?d a kg:DerivedObservation ; prov:wasDerivedFrom ?from }", prefixes=prefixes)
    assert len(list(rows)) == sum(len(line["inputs"]) for line in lines)


def test_files_of_an_earlier_build_do_not_outlive_it(graph, tmp_path):
    graph.write(tmp_path, derived=True)
    graph.write(tmp_path)
    assert not (tmp_path / "derived.jsonl").exists()
    assert not (tmp_path / "derived.ttl").exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("prov:wasDerivedFrom fact:00", "prov:wasDerivedFrom fact:99", "follows from facts and observations"),
        ("kg:metric kg:spend ;", "", "one metric"),
        ("kg:formula", "kg:rule", "one formula"),
    ],
)
def test_broken_derived_numbers_are_found(graph, tmp_path, old, new, message):
    graph.write(tmp_path, derived=True)
    path = tmp_path / "derived.ttl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [v for v in check(tmp_path) if message in v.message]
