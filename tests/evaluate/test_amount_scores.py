"""kg evaluate amounts: a list of clauses, places in paragraphs, and how wrong gold is refused."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from kg.cli import run
from kg.errors import InputError
from kg.evaluate import evaluate_amounts, read_amounts
from kg.evaluate.marking import BY_TYPE, OVERALL

LIST = """# a comment
Orlune paid $5 million a year	5000000 USD per year
Orlune left	-
It took 5% or so	about 5 percent
"""
PARAGRAPHS = [
    {"paragraphs": [{"uid": "p1", "text": "Sales were €3m (2018: €2m)."}, {"uid": "p2", "text": "It grew 5%."}]},
]
PLACES = [
    {
        "uid": "p1",
        "split": "development",
        "amounts": [
            {"start": 11, "end": 14, "value": "3000000", "unit": "money", "currency": "EUR"},
            {"start": 22, "end": 25, "value": "2000000", "unit": "money", "currency": "USD"},
        ],
    },
    {"uid": "p2", "split": "held-out", "amounts": []},
]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "texts.json").write_text(json.dumps(PARAGRAPHS), encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, PLACES)), encoding="utf-8")
    (tmp_path / "gold.tsv").write_text(LIST, encoding="utf-8")
    return tmp_path


def test_a_list_of_clauses(gold: Path) -> None:
    texts = read_amounts(gold / "gold.tsv")
    assert [len(one.amounts) for one in texts] == [1, 0, 1]
    assert texts[0].amounts[0].value.per == "year"
    found, rows = evaluate_amounts(texts)
    assert (found.scores[OVERALL].precision, found.scores[OVERALL].recall) == (1, 1)
    assert len(rows) == 3


def test_number_currency_and_bound_are_told_apart(gold: Path) -> None:
    found, _ = evaluate_amounts(read_amounts(gold / "gold.jsonl", gold / "texts.json", "development"))
    assert (found.scores[OVERALL].right, found.scores[OVERALL].gold) == (1, 2)
    assert found.scores[BY_TYPE, "number"].right == 2
    assert found.scores[BY_TYPE, "currency"].right == 1
    assert [(e.error, e.predicate) for e in found.errors] == [("other", "2000000 EUR for 2000000 USD")]


def test_an_amount_beside_the_gold_is_wrong(gold: Path) -> None:
    found, _ = evaluate_amounts(read_amounts(gold / "gold.jsonl", gold / "texts.json", "held-out"))
    assert (found.scores[OVERALL].system, found.scores[OVERALL].gold) == (1, 0)
    assert [(e.error, e.subject) for e in found.errors] == [("wrong", "5%")]


def test_the_command(gold: Path, capsys: Capture) -> None:
    arguments = ["evaluate", "amounts", str(gold / "gold.jsonl"), "--texts", str(gold / "texts.json")]
    predictions = gold / "said.jsonl"
    assert run([*arguments, "--json", "--errors", "--predictions", str(predictions)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["task"], printed["form"], printed["overall"]["right"]) == ("amounts", "tatqa", 1)
    assert {e["error"] for e in printed["errors"]} == {"other", "wrong"}
    said = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert said[0]["amounts"][0] == {"start": 11, "end": 14, "value": "3000000", "unit": "money", "currency": "EUR"}
    assert run(arguments) == 0
    assert "amounts" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bad.tsv", "no tab here", "has no tab"),
        ("bad.tsv", "it is $5\tfive dollars", "is no amount"),
        ("bad.tsv", "# nothing", "no gold amounts"),
        ("bad.jsonl", "{", "Line 1"),
        ("bad.jsonl", '{"uid": "p9", "amounts": []}', "Line 1"),
        (
            "bad.jsonl",
            '{"uid": "p1", "amounts": [{"start": 5, "end": 900}]}',
            "no place",
        ),
        ("bad.jsonl", '{"uid": "p1", "amounts": [{"start": 5, "end": 9, "value": "x", "unit": "count"}]}', "Line 1"),
        ("missing.tsv", None, "Cannot read"),
    ],
)
def test_wrong_gold_is_refused(gold: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (gold / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_amounts(gold / name, gold / "texts.json")


def test_places_need_their_texts(gold: Path) -> None:
    with pytest.raises(InputError, match="needs the file"):
        read_amounts(gold / "gold.jsonl")
    (gold / "texts.json").write_text('[{"a": 1}]', encoding="utf-8")
    with pytest.raises(InputError, match="no file of TAT-QA"):
        read_amounts(gold / "gold.jsonl", gold / "texts.json")


def test_the_shipped_places_are_sound() -> None:
    lines = (Path(__file__).parent.parent / "gold" / "amounts" / "tatqa.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert {row["split"] for row in found} == {"development", "held-out"}
    for row in found:
        assert set(row) == {"uid", "split", "amounts"}
        ends = [0]
        for amount in row["amounts"]:
            assert ends[-1] <= amount["start"] < amount["end"]
            assert set(amount) <= {"start", "end", "value", "high", "unit", "currency", "bound"}
            assert Decimal(amount["value"]).is_finite()
            assert (amount["unit"] == "money") == ("currency" in amount)
            ends.append(amount["end"])
