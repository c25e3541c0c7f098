"""Facts and numbers as sentences: each case is what one would read to a customer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import KnowledgeGraph
from kg.model import Change, Entity, Evidence, Fact, Observation, Period, Status, Value
from kg.ontology import Ontology
from kg.phrases import phrase, when
from kg.sentences import fact_sentence, observation_sentence, together

ONTOLOGY = Ontology.load()
UP, DOWN, LEVEL, SHARE = Change.INCREASE, Change.DECREASE, Change.LEVEL, Change.SHARE
PAY = Value("about $20 million", Decimal(20_000_000), "money", "USD", bound="about", per="month")
PRICE = Value("€3.4bn", Decimal(3_400_000_000), "money", "EUR", bound="at least")
QUARTER = Value("25%", Decimal(25), "percent")


@dataclass(frozen=True)
class Time:
    """A qualifier that is neither a string nor a value, but has its words."""

    text: str


def graph(*facts, observations=()):
    names = {"a": "Alder Bank", "b": "Bolt", "p": "Pia Lund", "s": "Marsh Holdings"}
    entities = tuple(Entity(id, "Company", name) for id, name in names.items())
    return KnowledgeGraph((), entities, facts, tuple(observations), (), ONTOLOGY)


def said(relation, status=Status.ASSERTED, subject="a", **qualifiers):
    fact = Fact("fact/1", subject, relation, "b", status, 0.9, tuple(qualifiers.items()))
    return fact_sentence(graph(fact), fact)


@pytest.mark.parametrize(
    ("relation", "status", "qualifiers", "sentence"),
    [
        (
            "customerOf",
            Status.ASSERTED,
            {"amount": PAY, "share": QUARTER, "date": "March 2026", "attributedTo": "The Daily"},
            "Alder Bank is a customer of Bolt, paying about $20 million a month (25 % of revenue) in March 2026; "
            "said by The Daily",
        ),
        ("customerOf", Status.PLANNED, {}, "Alder Bank is planned or sought as a customer of Bolt"),
        ("customerOf", Status.POSSIBLE, {"for": "chips"}, "Alder Bank may become a customer of Bolt, for chips"),
        ("customerOf", Status.NEGATED, {}, "Alder Bank is not a customer of Bolt"),
        (
            "customerOf",
            Status.ENDED,
            {"date": "last year"},
            "Alder Bank is no longer a customer of Bolt (last year)",
        ),
        ("acquired", Status.ASSERTED, {"amount": PRICE}, "Alder Bank acquires Bolt for at least €3.4 billion"),
        (
            "acquired",
            Status.PLANNED,
            {"share": QUARTER, "seller": "Cove"},
            "Alder Bank plans to acquire 25 % of Bolt, sold by Cove",
        ),
        ("acquired", Status.POSSIBLE, {}, "Alder Bank may acquire Bolt"),
        ("acquired", Status.NEGATED, {"share": QUARTER}, "Alder Bank is not acquiring 25 % of Bolt"),
        ("ownsStakeIn", Status.ASSERTED, {}, "Alder Bank owns a stake in Bolt"),
        ("ownsStakeIn", Status.ENDED, {"share": QUARTER}, "Alder Bank no longer owns 25 % of Bolt"),
        ("ownsStakeIn", Status.NEGATED, {}, "Alder Bank owns no stake in Bolt"),
        (
            "ownsStakeIn",
            Status.ASSERTED,
            {"share": QUARTER, "amount": PRICE},
            "Alder Bank owns 25 % of Bolt, worth at least €3.4 billion",
        ),
        ("lendsTo", Status.POSSIBLE, {"amount": PRICE}, "Alder Bank may lend at least €3.4 billion to Bolt"),
        ("offers", Status.ENDED, {}, "Alder Bank no longer offers Bolt"),
        ("uses", Status.NEGATED, {}, "Alder Bank does not use Bolt"),
        ("foundedBy", Status.ASSERTED, {"date": "2011"}, "Alder Bank was founded by Bolt in 2011"),
        ("foundedBy", Status.NEGATED, {}, "Alder Bank was not founded by Bolt"),
        (
            "customerOf",
            Status.ASSERTED,
            {"from": "2019", "until": "2023"},
            "Alder Bank is a customer of Bolt since 2019 until 2023",
        ),
        ("uses", Status.ASSERTED, {"odd": "thing"}, "Alder Bank uses Bolt (odd thing)"),
        # what another part has said is not said again
        (
            "subsidiaryOf",
            Status.ASSERTED,
            {"share": "wholly owned"},
            "Alder Bank is a unit or subsidiary of Bolt (wholly owned)",
        ),
        (
            "customerOf",
            Status.ASSERTED,
            {
                "amount": Value("€18 million", Decimal(18_000_000), "money", "EUR", over="P5Y"),
                "for": "motors",
                "period": Period("five years", "P5Y"),
            },
            "Alder Bank is a customer of Bolt, paying €18 million over 5 years, for motors",
        ),
        (
            "customerOf",
            Status.ASSERTED,
            {"for": "motors", "period": Period("five years", "P5Y")},
            "Alder Bank is a customer of Bolt, for motors over five years",
        ),
        (
            "customerOf",
            Status.ASSERTED,
            {"for": "40 trains", "volume": Value("40", Decimal(40), "count", noun="trains")},
            "Alder Bank is a customer of Bolt, for 40 trains",
        ),
        (
            "customerOf",
            Status.ASSERTED,
            {"for": "140 trains", "volume": Value("40", Decimal(40), "count", noun="wagons")},
            "Alder Bank is a customer of Bolt, for 140 trains (volume 40 wagons)",
        ),
        (
            "customerOf",
            Status.ASSERTED,
            {"date": "October", "period": "last year", "for": "vans"},
            "Alder Bank is a customer of Bolt, for vans in October (last year)",
        ),
        ("uses", Status.ASSERTED, {"period": Time("the third quarter")}, "Alder Bank uses Bolt in the third quarter"),
    ],
)
def test_facts(relation, status, qualifiers, sentence):
    assert said(relation, status, **qualifiers) == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.ASSERTED, "Pia Lund is finance chief at Bolt"),
        (Status.PLANNED, "Pia Lund plans to become finance chief at Bolt"),
        (Status.ENDED, "Pia Lund is no longer finance chief at Bolt"),
        (Status.NEGATED, "Pia Lund is not finance chief at Bolt"),
    ],
)
def test_a_role_is_said_in_the_phrase(status, sentence):
    assert said("worksFor", status, "p", role="finance chief") == sentence


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.EXPECTED])
@pytest.mark.parametrize("relation", sorted(ONTOLOGY.relations))
def test_every_relation_has_a_phrase_of_its_own_for_each_status(relation, status):
    found, _ = phrase(ONTOLOGY, relation, status, {})
    others = {phrase(ONTOLOGY, relation, s, {})[0] for s in Status if s not in {status, Status.EXPECTED}}
    assert found not in others
    assert "{" not in found
    assert "(" not in found


def test_a_relation_of_ones_own(tmp_path):
    turtle = tmp_path / "own.ttl"
    head = "@prefix kg: <https://w3id.org/kg-business/ontology#> .\n"
    head += "@prefix lex: <https://w3id.org/kg-business/lexicon#> .\n"
    head += "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    plain = 'kg:insures a kg:Relation ; rdfs:label "insures"@en ; rdfs:domain kg:Company ; rdfs:range kg:Body'
    turtle.write_text(f"{head}{plain} .", encoding="utf-8")
    bare = Ontology.load(turtle)
    assert phrase(bare, "insures", Status.ASSERTED, {})[0] == "insures"
    assert phrase(bare, "insures", Status.NEGATED, {})[0] == "insures (negated)"
    worded = tmp_path / "worded.ttl"
    worded.write_text(f'{head}{plain} ; lex:reads "insures" ; lex:base "insure" .', encoding="utf-8")
    assert phrase(Ontology.load(worded), "insures", Status.NEGATED, {})[0] == "does not insure"


def test_a_relation_that_the_ontology_lacks():
    assert said("strangeTo", Status.POSSIBLE) == "Alder Bank strange to (possible) Bolt"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024", "in 2024"),
        ("March 2026", "in March 2026"),
        ("fiscal 2024", "in fiscal 2024"),
        ("third quarter", "in the third quarter"),
        ("the third quarter", "in the third quarter"),
        ("third-quarter", "in the third quarter"),
        ("full-year", "in the full year"),
        ("the coming year", "in the coming year"),
        ("Q3 2025", "in Q3 2025"),
        ("last year", "last year"),
        ("Next year", "next year"),
        ("five years ago", "five years ago"),
        ("five years", "over five years"),
        ("six-year", "(six-year)"),
        ("monthly", "(monthly)"),
        ("Monday", "on Monday"),
        ("2 April", "on 2 April"),
        ("April 2", "on April 2"),
        ("2024-05-06", "on 2024-05-06"),
        ("the end of September", "at the end of September"),
        ("since 2019", "since 2019"),
    ],
)
def test_times(text, read):
    assert when(text) == read


# ---------------------------------------------------------------- numbers


def money(text, number, currency="USD", **more):
    return Value(text, Decimal(number), "money", currency, **more)


def percent(number):
    return Value(f"{number}%", Decimal(number), "percent")


def seen(value, change=LEVEL, metric="revenue", status=Status.ASSERTED, quote="", subject="b", **qualifiers):
    evidence = (Evidence("d", 0, len(quote), quote, "x"),)
    key = f"observation/{metric}{change}{value}"
    if "start" in qualifiers:
        qualifiers["from"] = qualifiers.pop("start")
    return Observation(key, subject, metric, change, value, status, 0.8, tuple(qualifiers.items()), evidence)


def read(*observations):
    view = graph(observations=observations)
    return [observation_sentence(view, group) for group in together(observations)]


@pytest.mark.parametrize(
    ("observation", "sentence"),
    [
        (seen(money("$1bn", 10**9)), "Bolt's revenue is $1 billion"),
        (seen(money("$1bn", 10**9), status=Status.EXPECTED), "Bolt's revenue is expected to be $1 billion"),
        (seen(money("$1bn", 10**9), status=Status.POSSIBLE), "Bolt's revenue may be $1 billion"),
        (seen(money("$1bn", 10**9), status=Status.NEGATED), "Bolt's revenue is not $1 billion"),
        (seen(money("$1bn", 10**9), period="fiscal 2024"), "Bolt's revenue was $1 billion in fiscal 2024"),
        (seen(money("$2m", 2 * 10**6, per="month"), period="monthly"), "Bolt's revenue is $2 million a month"),
        (seen(percent(29), UP, segment="cloud"), "Bolt's cloud revenue rose 29 %"),
        (seen(percent(29), UP, segment="its AI business"), "Bolt's revenue from its AI business rose 29 %"),
        (seen(None, DOWN, metric="share price"), "Bolt's share price fell"),
        (
            seen(None, UP, status=Status.EXPECTED, period="the coming year"),
            "Bolt's revenue is expected to rise in the coming year",
        ),
        (seen(percent(3), DOWN, status=Status.NEGATED), "Bolt's revenue did not fall 3 %"),
        (
            seen(money("$4.1bn", "4.1e9"), UP, start=money("$3.7bn", "3.7e9")),
            "Bolt's revenue rose to $4.1 billion from $3.7 billion",
        ),
        (
            seen(money("$400m", "4e8"), UP, quote="Revenue rose by $400m."),
            "Bolt's revenue rose by $400 million",
        ),
        (seen(money("$400m", "4e8"), UP, quote="Revenue rose to $400m."), "Bolt's revenue rose to $400 million"),
        (seen(money("$400m", "4e8"), UP, quote="Revenue, $400m, was up."), "Bolt's revenue rose ($400 million)"),
        (seen(Value("doubled", Decimal(2), "times"), UP, metric="orders"), "Bolt's orders rose by a factor of 2"),
        (seen(Value("halved", Decimal("0.5"), "times"), DOWN), "Bolt's revenue fell by a factor of 2"),
        (seen(Value("1,150", Decimal(1150), "count"), metric="orders"), "Bolt's orders are 1,150"),
        (seen(percent(25), SHARE, counterparty="Cove", of="Bolt"), "Cove accounts for 25 % of Bolt's revenue"),
        (seen(percent(25), SHARE, segment="cloud"), "cloud accounts for 25 % of Bolt's revenue"),
        (
            seen(percent(25), SHARE, counterparty="Cove", segment="chip"),
            "Cove accounts for 25 % of Bolt's chip revenue",
        ),
        (
            seen(percent(25), SHARE, metric="market share", of="the search market"),
            "Bolt's market share is 25 % of the search market",
        ),
        (seen(percent(25), SHARE), "One part accounts for 25 % of Bolt's revenue"),
        (seen(percent(25), UP, metric="other", name="yield"), "Bolt's yield rose 25 %"),
        (seen(percent(25), UP, subject="s", attributedTo="Pia"), "Marsh Holdings' revenue rose 25 %; said by Pia"),
        (seen(percent(25), UP, subject="gone"), "?'s revenue rose 25 %"),
    ],
)
def test_observations(observation, sentence):
    assert read(observation) == [sentence]


def test_what_one_sentence_says_of_a_rise_is_one_sentence():
    quote = "Cloud revenue rose 29% to $4.1bn from $3.2bn in the third quarter."
    rise = seen(percent(29), UP, quote=quote, segment="cloud", status=Status.EXPECTED, period="the third quarter")
    end = money("$4.1bn", "4.1e9")
    to = seen(end, UP, quote=quote, segment="cloud", status=Status.EXPECTED, start=money("$3.2bn", "3.2e9"))
    expected = "Bolt's cloud revenue is expected to rise 29 % to $4.1 billion in the third quarter from $3.2 billion"
    assert read(to, rise) == [expected]


def test_a_share_is_of_the_part_that_a_number_names():
    fact = Fact("fact/1", "a", "customerOf", "b", Status.ASSERTED, 0.9, (("share", QUARTER),))
    share = seen(percent(25), SHARE, counterparty="Alder Bank", of="Bolt", segment="cloud")
    assert fact_sentence(graph(fact, observations=[share]), fact) == (
        "Alder Bank is a customer of Bolt (25 % of cloud revenue)"
    )
    other = seen(percent(30), SHARE, counterparty="Alder Bank", of="Bolt", segment="cloud")
    assert (
        fact_sentence(graph(fact, observations=[other]), fact) == "Alder Bank is a customer of Bolt (25 % of revenue)"
    )


def test_two_rises_of_one_sentence_stay_apart():
    quote = "Up 3%, up 22% since January."
    assert len(read(seen(percent(3), UP, quote=quote), seen(percent(22), UP, quote=quote))) == 2


@given(st.text(), st.sampled_from(sorted(ONTOLOGY.relations)), st.sampled_from(list(Status)))
def test_any_text_stays_on_one_safe_line(text, relation, status):
    fact = Fact("fact/1", "a", relation, "b", status, 0.9, (("for", text), ("period", text), ("amount", Value(text))))
    sentence = fact_sentence(graph(fact), fact)
    assert "\n" not in sentence
    assert "\x1b" not in sentence
    assert sentence.startswith("Alder Bank ")


@given(
    st.none() | st.decimals(), st.sampled_from(["money", "percent", "times", "count"]), st.sampled_from(list(Change))
)
def test_any_number_can_be_read(number, unit, change):
    (sentence,) = read(seen(Value("7", number, unit), change))
    assert "Bolt's revenue" in sentence


@pytest.mark.parametrize(
    ("observation", "sentence"),
    [
        (seen(money("$1bn", 10**9), period="annual"), "Bolt's revenue is $1 billion a year"),
        (seen(percent(5), UP, period="annual"), "Bolt's revenue rose 5 % (annual)"),
        (
            seen(percent(25), SHARE, segment="sector", counterparty="Cove"),
            "Cove accounts for 25 % of Bolt's revenue from the sector",
        ),
        (seen(percent(5), UP, segment="Pre - tax", metric="profit"), "Bolt's Pre-tax profit rose 5 %"),
    ],
)
def test_parts_without_a_name_and_how_often(observation, sentence):
    assert read(observation) == [sentence]


def test_how_often_is_said_once():
    assert (
        said("customerOf", amount=PAY, date="monthly")
        == "Alder Bank is a customer of Bolt, paying about $20 million a month"
    )
