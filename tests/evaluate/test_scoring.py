"""What is right, wrong, missed and passed over."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from handmade_gold import ONTOLOGY, entity, gold_line, graph, percent

from kg.evaluate import Evaluation, Gold, evaluate_graph
from kg.evaluate.comparing import agree, normalise, number_in, number_of
from kg.evaluate.marking import OBSERVATIONS, OVERALL, STRICT, Part
from kg.model import Entity, Value

GoldOf = Callable[..., Gold]


def counts(evaluation: Evaluation, part: Part = OVERALL) -> tuple[int, int, int]:
    """How many are right, given and in the gold."""
    score = evaluation.scores[part]
    return score.right, score.system, score.gold


def errors(evaluation: Evaluation) -> list[str]:
    return [" ".join((e.error, e.subject, e.predicate, e.object, e.detail)) for e in evaluation.errors]


# ---------------------------------------------------------------- facts


def test_right_wrong_and_missed(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder customerOf Bolt", "Alder offers Gizmo", "Bolt sued Cove"))
    found = evaluate_graph(graph("d1 Alder customerOf Bolt", "d1 Bolt customerOf Alder"), gold)
    assert counts(found) == (1, 2, 3)
    score = found.scores[OVERALL]
    assert (score.precision, score.recall, score.f1) == (0.5, 0.3333, 0.4)
    assert counts(found, ("by_type", "customerOf")) == (1, 2, 1)
    assert counts(found, ("by_type", "sued")) == (0, 0, 1)
    assert errors(found) == [
        "wrong Bolt customerOf Alder asserted",
        "missed Alder offers Gizmo asserted",
        "missed Bolt sued Cove asserted",
    ]
    assert [e.quote for e in found.errors] == ["Bolt says so.", "Alder says it.", "Bolt says it."]


@pytest.mark.parametrize(
    ("known", "right"),
    [
        (entity("Alder"), True),
        (entity("ALDER-Group"), True),
        (entity("Elm", "the Alder Bank"), True),  # so called in the document
        (entity("Elm", aliases=["Alder's"]), True),
        (entity("Elm", "Alder", documents=["d2"]), False),  # so called in another document
        (entity("AlderMetals"), False),
    ],
)
def test_entities_meet_by_any_name(gold_of: GoldOf, known: Entity, right: bool) -> None:
    gold = gold_of(gold_line("d1", "a sued Bolt", a="Alder, Alder Bank"))
    assert counts(evaluate_graph(graph(f"d1 {known.name} sued Bolt", entities=[known]), gold)) == (int(right), 1, 1)


def test_symmetric_relations_match_in_either_order(gold_of: GoldOf) -> None:
    symmetric = [name for name, relation in ONTOLOGY.relations.items() if relation.symmetric]
    gold = gold_of(gold_line("d1", *(f"Alder {name} Bolt" for name in symmetric)))
    found = evaluate_graph(graph(*(f"d1 Bolt {name} Alder" for name in symmetric)), gold)
    assert counts(found) == (len(symmetric),) * 3


def test_an_inverse_is_read_from_the_other_side(gold_of: GoldOf) -> None:
    found = evaluate_graph(graph("d1 Bolt supplierOf Alder"), gold_of(gold_line("d1", "Alder customerOf Bolt")))
    assert counts(found) == (1, 1, 1)


def test_another_status_is_right_but_not_strictly(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder acquired Bolt planned", "Alder sued Cove"))
    found = evaluate_graph(graph("d1 Alder acquired Bolt", "d1 Alder sued Cove"), gold)
    assert counts(found) == (2, 2, 2)
    assert counts(found, STRICT) == (1, 2, 2)
    assert counts(found, ("by_status", "planned")) == (0, 0, 1)
    assert counts(found, ("by_status", "asserted")) == (1, 2, 1)
    assert errors(found) == ["status Alder acquired Bolt asserted for planned"]


def test_the_gold_of_the_same_status_is_taken_first(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder uses Gizmo ended", "Alder uses Gizmo"))
    found = evaluate_graph(graph("d1 Alder uses Gizmo", "d1 Alder uses Gizmo ended"), gold)
    assert counts(found) == counts(found, STRICT) == (2, 2, 2)


def test_said_again_is_neither_right_nor_wrong(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder uses Gizmo"))
    found = evaluate_graph(graph("d1 Alder uses Gizmo", "d1 Alder uses Gizmo planned"), gold)
    assert counts(found) == (1, 1, 1)
    assert not found.errors


def test_optional_facts_count_nowhere(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder uses Gizmo optional", "Alder sued Bolt optional", "Alder sued Cove"))
    found = evaluate_graph(graph("d1 Alder uses Gizmo", "d1 Alder sued Cove"), gold)
    assert counts(found) == (1, 1, 1)
    assert not found.errors


def test_what_must_be_found_is_taken_before_what_may(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "a uses Gizmo optional", "b uses Gizmo", a="Alder", b="Alder"))
    assert counts(evaluate_graph(graph("d1 Alder uses Gizmo"), gold)) == (1, 1, 1)


def test_documents_are_scored_apart(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder sued Bolt"), gold_line("d2", "Alder sued Cove"))
    found = evaluate_graph(graph("d1 Alder sued Cove", "d2 Alder sued Cove", "d9 Alder sued Bolt"), gold)
    assert counts(found) == (1, 2, 2)
    assert found.documents == ("d1", "d2")


def test_relations_of_kinds_that_gold_leaves_out_are_not_scored(gold_of: GoldOf) -> None:
    given = graph("d1 Alder exposedTo fire")
    assert counts(evaluate_graph(given, gold_of(gold_line("d1", "Alder sued Bolt")))) == (0, 0, 1)
    assert counts(evaluate_graph(given, gold_of(gold_line("d1", "Bolt exposedTo fire")))) == (0, 1, 1)


# ---------------------------------------------------------------- observations


def test_observations_need_subject_metric_change_and_number(gold_of: GoldOf) -> None:
    gold = gold_of(
        gold_line("d1", "Alder revenue increase 20%", "Bolt debt level $1.5 billion", "Cove profit decrease")
    )
    debt = Value("€1,500 million", Decimal(1_500_000_000), "money", "EUR")
    said = [("d1 Alder revenue increase", percent(20)), ("d1 Bolt debt level", debt), ("d1 Cove profit increase", None)]
    found = evaluate_graph(graph(*said), gold)
    assert counts(found, OBSERVATIONS) == (2, 3, 3)
    assert errors(found) == ["wrong observation Cove profit  increase", "missed observation Cove profit  decrease"]


def test_observations_said_again_or_optional_count_nowhere(gold_of: GoldOf) -> None:
    gold = gold_of(gold_line("d1", "Alder revenue increase 20%", "Alder price level 5 optional"))
    again = ("d1 Alder revenue increase", percent(20))
    found = evaluate_graph(graph(again, again, ("d1 Alder price level", Value("5", Decimal(5)))), gold)
    assert counts(found, OBSERVATIONS) == (1, 1, 1)


# ---------------------------------------------------------------- names and numbers


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("The Alder Group, Inc.", "alder"),
        ("Alder’s", "alder"),
        ("its Bolt unit", "bolt unit"),
        ("O'Reilly Media", "oreilly media"),
        ("Brisk & Daughters plc", "brisk & daughters"),
        ("Co", "co"),  # a name is never all legal form
        ("its", ""),
    ],
)
def test_names_are_compared_without_articles_and_legal_forms(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("nearly $20 million a month", 20e6),
        ("1,250", 1250),
        ("Rs 3 crore", 3e7),
        ("€2.5bn", 2.5e9),
        ("29%", 29),
        ("more than doubling", 2),
        ("5 bears", 5),
        ("a fifth", None),
    ],
)
def test_the_number_in_words(words: str, number: float | None) -> None:
    assert number_in(words) == number


def test_the_number_of_a_value() -> None:
    assert number_of(Value("a loss of 3", Decimal(-3), "count")) == 3
    assert number_of(Value("twice, or 2 times")) == 2
    assert number_of(Value("some 5 dozen", unit="count")) is None
    assert number_of(None) is None


def test_numbers_agree() -> None:
    assert agree(25, 0.25)
    assert agree(0.25, 25)
    assert agree(1e9, 1e9 + 1)
    assert not agree(20, 21)
    assert agree(None, 5)  # a direction alone
    assert not agree(5, None)
