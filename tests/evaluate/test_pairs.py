"""Types and directions chosen for given pairs, from probabilities written by hand and from the shipped model."""

from pathlib import Path

import pytest
from handmade_gold import ONTOLOGY
from labelled import Row, gold_of, passage, tokens

from kg.evaluate import evaluate_relations
from kg.evaluate.judging import pairs_of
from kg.evaluate.marking import OVERALL
from kg.evaluate.pairs import Answer, Chooser
from kg.models import RelationModel

FORWARD, BACK = (0, 1), (1, 0)
BUYS = tokens("c1", "[Alder] buys paper from [Bolt] .", (0, 1, "client_of"))
BOUGHT = tokens("c1", "[Alder] was bought by [Bolt] .", (0, 1, "acquired_by"))
NEITHER = tokens("c1", "[Alder] and [Bolt] were named .", (0, 1, "undefined"))


def answers(folder: Path, row: Row, found: dict[tuple[int, int], dict[str, float]], *, directed: bool) -> list[Answer]:
    gold = gold_of(folder, row)
    (example,) = gold.examples
    chooser = Chooser(gold.scheme, ONTOLOGY, directed)
    return [a for pair in pairs_of(example, gold.scheme) for a in chooser.answers(example, pair, found)]


@pytest.mark.parametrize(
    ("row", "found", "predicted", "right", "directed_right"),
    [
        (BUYS, {FORWARD: {"customerOf": 0.9}}, "client_of", True, True),
        (BUYS, {BACK: {"customerOf": 0.9}}, "client_of", True, False),
        (BUYS, {FORWARD: {"customerOf": 0.4}}, "", False, False),
        (BUYS, {FORWARD: {"customerOf": 0.6}, BACK: {"acquired": 0.7}}, "acquired_by", False, False),
        (BUYS, {FORWARD: {"sued": 0.9}}, "", False, False),  # CORE has no such type
        (BOUGHT, {BACK: {"acquired": 0.9}}, "acquired_by", True, True),
        (BOUGHT, {FORWARD: {"acquired": 0.9}}, "acquired_by", True, False),
        (NEITHER, {}, "", True, True),
        (NEITHER, {FORWARD: {"customerOf": 0.9}}, "client_of", False, False),
    ],
)
def test_the_best_type_of_each_pair(
    tmp_path: Path,
    row: Row,
    found: dict[tuple[int, int], dict[str, float]],
    predicted: str,
    right: bool,
    directed_right: bool,
) -> None:
    (answer,) = answers(tmp_path, row, found, directed=False)
    assert (answer.predicted, answer.is_right) == (predicted, right)
    (answer,) = answers(tmp_path, row, found, directed=True)
    assert answer.is_right == directed_right


def test_labels_and_directions_add_up(tmp_path: Path) -> None:
    row = tokens("c1", "[Alder] backs [Bolt] .", (0, 1, "shareholder_of"))
    (answer,) = answers(tmp_path, row, {FORWARD: {"ownsStakeIn": 0.3, "investedIn": 0.3}}, directed=True)
    assert (answer.predicted, round(answer.choice.score, 3)) == ("shareholder_of", 0.6)
    (answer,) = answers(tmp_path, BUYS, {FORWARD: {"customerOf": 0.3}, BACK: {"customerOf": 0.3}}, directed=False)
    assert answer.predicted == "client_of"
    (answer,) = answers(tmp_path, BUYS, {FORWARD: {"customerOf": 0.3}, BACK: {"customerOf": 0.3}}, directed=True)
    assert answer.predicted == ""


def test_a_symmetric_relation_has_no_direction(tmp_path: Path) -> None:
    row = tokens("c1", "[Alder] rivals [Bolt] .", (1, 0, "competitor_of"))
    (answer,) = answers(tmp_path, row, {FORWARD: {"competitorOf": 0.8}}, directed=True)
    assert answer.is_right


def test_only_properties_that_were_looked_for_are_asked(tmp_path: Path) -> None:
    row = passage("Ann Lee started Alder.", "FOUNDED_BY SPOUSE", ("FOUNDED_BY", "Alder", "Ann Lee"))
    found = {FORWARD: {"foundedBy": 0.9, "worksFor": 0.9}, BACK: {"worksFor": 0.9}}
    assert [(a.gold, a.predicted) for a in answers(tmp_path, row, found, directed=True)] == [
        ("FOUNDED_BY", "FOUNDED_BY")
    ]


def test_a_pair_without_a_gold_fact_can_be_wrong(tmp_path: Path) -> None:
    row = passage("Ann Lee started Alder with Bo Dahl.", "FOUNDED_BY", ("FOUNDED_BY", "Alder", "Ann Lee"))
    row["facts"].append({"property": "SPOUSE", "subject": [0, 7], "object": [27, 34]})
    row["annotated"].append("SPOUSE")
    found = {FORWARD: {"foundedBy": 0.9}, (0, 2): {"foundedBy": 0.9}}
    shown = [(a.gold, a.predicted) for a in answers(tmp_path, row, found, directed=True)]
    assert shown == [("FOUNDED_BY", "FOUNDED_BY"), ("", "FOUNDED_BY"), ("", "")]


def test_spans_that_overlap_are_no_pair(tmp_path: Path) -> None:
    row = passage("Alder Bank of York grew.", "HEADQUARTERS SUBSIDIARY_OF", ("HEADQUARTERS", "Alder Bank", "York"))
    row["facts"].append({"property": "SPOUSE", "subject": [0, 18], "object": [0, 5]})
    gold = gold_of(tmp_path, row)
    # spans: Alder Bank, York, Alder Bank of York, Alder
    assert pairs_of(gold.examples[0], gold.scheme) == [(0, 1), (1, 3), (2, 3)]


def test_the_model_is_scored(tmp_path: Path) -> None:
    found, rows = evaluate_relations(gold_of(tmp_path, BUYS, NEITHER | {"id": "c2"}), RelationModel.load(), ONTOLOGY)
    assert found.scores[OVERALL].gold == 1
    assert [(row["id"], row["gold"]) for row in rows] == [("c1", "client_of"), ("c2", "undefined")]
    assert all({"id", "gold", "predicted", "score"} <= set(row) for row in rows)


def test_the_order_of_the_gold_does_not_matter(tmp_path: Path) -> None:
    turned = BUYS | {"entities": BUYS["entities"][::-1], "relations": [{"head": 1, "tail": 0, "type": "client_of"}]}
    model = RelationModel.load()
    (_, straight), (_, back) = (
        evaluate_relations(gold_of(tmp_path, row), model, ONTOLOGY, directed=True) for row in (BUYS, turned)
    )
    assert straight == back


def test_a_pair_in_a_long_text_is_shown_with_what_is_around_it(tmp_path: Path) -> None:
    filler = "As the board had said in its report for the quarter , which came out in June , " * 100
    row = tokens("c1", f"{filler} [Alder] was bought by [Bolt] . {filler}", (0, 1, "acquired_by"))
    found, _ = evaluate_relations(gold_of(tmp_path, row), RelationModel.load(), ONTOLOGY)
    assert found.scores[OVERALL].system == 1


def test_a_pair_too_far_apart_has_no_relation(tmp_path: Path) -> None:
    row = tokens("c1", f"[Alder] {'and so on ' * 200} [Bolt] .", (0, 1, "client_of"))
    _, (given,) = evaluate_relations(gold_of(tmp_path, row), RelationModel.load(), ONTOLOGY)
    assert given["predicted"] == "undefined"
