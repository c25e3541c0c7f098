"""kg why --merge and kg review, on a graph of texts."""

import json

import pytest

from kg.cli import run

TEXTS = {
    "a": "Brelco Foods Group AG (BRFG) sells cereals. Siemens bought ovens from Brelco Foods Group AG.",
    "b": "Brelco Foods hired bakers. Siemens Energy supplies Brelco Foods.",
    "c": "BRFG hired Lina Skarn.",
}


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["build", str(folder), "-o", str(tmp_path / "out"), "-q"]) == 0
    return tmp_path / "out"


def built_again(out):
    assert run(["build", str(out.parent / "in"), "-o", str(out), "-q"]) == 0


def names(out):
    return [json.loads(line)["name"] for line in (out / "entities.jsonl").read_text(encoding="utf-8").splitlines()]


def test_why_two_names_are_one(out, capsys):
    assert run(["why", str(out), "--merge", "Brelco Foods", "Brelco Foods Group AG"]) == 0
    shown = capsys.readouterr().out
    assert "are one: " in shown
    assert "dispensable words: group" in shown


def test_why_two_names_are_two(out, capsys):
    assert run(["why", str(out), "--merge", "Siemens", "Siemens Energy", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert not found["same"]
    assert found["steps"][0]["verdict"] == "apart"
    assert "no document says so" in [r["feature"] for r in found["steps"][0]["reasons"]]


def test_a_chain_of_merges_is_told_step_by_step(out, capsys):
    assert run(["why", str(out), "--merge", "BRFG", "Brelco Foods"]) == 0
    shown = capsys.readouterr().out
    assert "document" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--merge", "Siemens", "Nobody"], 3, "nothing called"),
        ([], 2, "Give the id"),
        (["abc", "--merge", "Siemens", "Brelco"], 2, "Give the id"),
    ],
)
def test_wrong_usage_is_one_sentence(out, capsys, arguments, code, message):
    assert run(["why", str(out), *arguments]) == code
    assert message in capsys.readouterr().err


def test_decisions_of_a_review_survive_every_build(out, capsys, monkeypatch):
    assert names(out).count("Siemens") == names(out).count("Siemens Energy") == 1
    assert run(["review", str(out), "--json"]) == 0
    pairs = [{m["one"], m["other"]} for m in json.loads(capsys.readouterr().out)]
    assert {"Siemens", "Siemens Energy"} in pairs
    answers = "".join("y\n" if pair == {"Siemens", "Siemens Energy"} else "s\n" for pair in pairs)
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO(answers))
    assert run(["review", str(out)]) == 0
    for _ in range(2):
        built_again(out)
        assert len([n for n in names(out) if n.startswith("Siemens")]) == 1
    capsys.readouterr()
    assert run(["why", str(out), "--merge", "Siemens", "Siemens Energy"]) == 0
    assert "one, as decided" in capsys.readouterr().out
    assert run(["review", str(out), "--list"]) == 0
    assert "Siemens" not in capsys.readouterr().out


def test_a_missing_file_of_decisions_is_an_error(out, capsys):
    assert run(["build", str(out.parent / "in"), "-o", str(out), "--decisions", "nowhere.toml"]) == 3
    assert "nowhere.toml" in capsys.readouterr().err
