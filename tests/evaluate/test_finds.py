"""What counts as a right status, a right qualifier and a false assertion of a fact that was found."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from handmade_gold import gold_line, graph, percent

from kg.evaluate import Evaluation, Gold, evaluate_graph, false_assertions, found_table
from kg.evaluate.finds import mark_find, meets
from kg.evaluate.gold import GoldFact
from kg.evaluate.marking import QUALIFIERS, STATUS, Sheet
from kg.model import Fact, Qualifier, Status, Value

GoldOf = Callable[..., Gold]
ENDS = "Alder", "customerOf", "Bolt"


def counts(evaluation: Evaluation, *part: str) -> tuple[int, int, int]:
    score = evaluation.scores[part[0], part[1]]
    return score.right, score.system, score.gold


def money(number: int, per: str = "", text: str = "") -> Value:
    return Value(text or f"${number}", Decimal(number), "money", "USD", per=per)


@pytest.mark.parametrize(
    ("name", "given", "gold", "right"),
    [
        ("amount", money(20_000_000), "$20 million", True),
        ("amount", money(20_000_000), "as much as $20m", True),
        ("amount", money(20_000_000), "$2 million", False),
        ("amount", money(20_000_000), "half that", False),
        ("amount", "half that", "half that", True),
        ("share", percent(25), "25%", True),
        ("share", percent(25), "0.25", True),
        ("share", replace(percent(25), text="a quarter"), "a quarter", True),
        ("share", Value("almost all"), "almost all", True),
        ("share", percent(30), "less than 10%", False),
        ("date", "March 2019", "in March", True),
        ("date", "March", "April", False),
        ("date", "the third quarter", "third quarter", True),
        ("role", "Chief Financial Officer", "finance chief", False),
        ("role", "head of research", "head of research at the bank", True),
        ("for", "", "boards", False),
        ("for", "the", "a", False),
    ],
)
def test_qualifiers_agree(name: str, given: Qualifier, gold: str, right: bool) -> None:
    assert meets(name, given, gold) is right


@pytest.mark.parametrize(
    ("given", "gold", "right_given_gold"),
    [
        ({}, {}, {}),
        ({"date": "May"}, {"date": "May"}, {"": (1, 1, 1), "date": (1, 1, 1)}),
        ({}, {"date": "May"}, {"": (0, 0, 1), "date": (0, 0, 1)}),
        ({"date": "May"}, {}, {"": (0, 1, 0), "date": (0, 1, 0)}),
        ({"date": "May"}, {"date": "June"}, {"": (0, 1, 1), "date": (0, 1, 1)}),
        ({"until": "2021"}, {"period": "until 2021"}, {"": (1, 1, 1), "period": (1, 1, 1)}),
        ({"from": "2016"}, {"date": "2016"}, {"": (1, 1, 1), "date": (1, 1, 1)}),
        ({"volume": Value("200", Decimal(200), "count")}, {"amount": "200 vans"}, {"": (1, 1, 1), "amount": (1, 1, 1)}),
        ({"volume": Value("200", Decimal(200), "count")}, {}, {}),
        ({"attributedTo": "sources"}, {}, {}),
        ({"amount": money(5, per="month")}, {"period": "a month"}, {"period": (1, 1, 1), "amount": (0, 1, 0)}),
    ],
)
def test_qualifiers_are_counted_by_name(
    given: dict[str, Qualifier], gold: dict[str, str], right_given_gold: dict[str, tuple[int, int, int]]
) -> None:
    sheet = Sheet("d1")
    fact = Fact("f", "a", "customerOf", "b", Status.ASSERTED, 0.9, tuple(sorted(given.items())))
    mark_find(sheet, fact, GoldFact("a", "customerOf", "b", "asserted", qualifiers=tuple(gold.items())), ENDS)
    found = {name: tuple(sheet.of((heading, name))) for (heading, name), _ in sheet.counts if heading == QUALIFIERS}
    assert {name: found.get(name) for name in right_given_gold} == right_given_gold
    assert bool(found) == bool(right_given_gold)


def test_a_status_is_right_or_not_where_the_fact_is_found(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder acquired Bolt planned", "Alder sued Cove", "Cove sued Bolt"))
    found = evaluate_graph(graph("d1 Alder acquired Bolt", "d1 Alder sued Cove", "d1 Bolt offers Gizmo"), gold)
    assert counts(found, STATUS, "") == (1, 2, 2)
    assert counts(found, STATUS, "planned") == (0, 1, 1)
    assert counts(found, STATUS, "asserted") == (1, 1, 1)
    assert [row[0] for row in found_table(found)[1]] == ["status", "status: asserted", "status: planned", "qualifier"]


@pytest.mark.parametrize(
    ("said", "gold", "false_of"),
    [
        (["d1 Alder sued Bolt"], ["Alder sued Bolt"], (0, 1)),
        (["d1 Alder sued Bolt"], ["Alder sued Bolt negated"], (1, 1)),
        (["d1 Alder sued Bolt"], ["Alder sued Bolt planned"], (0, 1)),
        (["d1 Alder sued Bolt"], ["Alder sued Bolt ended", "Alder sued Bolt"], (0, 1)),
        (["d1 Alder sued Bolt possible"], ["Alder sued Bolt negated"], (0, 0)),
        (["d1 Alder sued Bolt negated", "d1 Alder sued Bolt"], ["Alder sued Bolt negated"], (1, 1)),
        (["d1 Alder sued Bolt"], ["Alder sued Bolt negated optional"], (0, 0)),
        (["d1 Alder sued Bolt"], ["Alder sued Cove"], (0, 1)),
    ],
)
def test_false_assertions(gold_of: GoldOf, said: list[str], gold: list[str], false_of: tuple[int, int]) -> None:
    found = evaluate_graph(graph(*said), gold_of(gold_line("d1", *gold)))
    assert false_assertions(found) == false_of
    assert sum(e.error == "false assertion" for e in found.errors) == false_of[0]
