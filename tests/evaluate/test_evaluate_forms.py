"""kg evaluate on labelled files: its JSON, its predictions, and what it refuses."""

import json
from pathlib import Path

import pytest
from labelled import file_of, passage, tokens

from kg.cli import run

Capture = pytest.CaptureFixture[str]
FINER = tokens("f1", "[Alder Mills Inc.|ORG] left [Leeds|LOC] .")
CORE = tokens("c1", "[Alder] buys paper from [Bolt] .", (0, 1, "client_of"))
PASSAGE = passage("Ann Lee founded Alder Mills.", "FOUNDED_BY", ("FOUNDED_BY", "Alder Mills", "Ann Lee"))


@pytest.mark.parametrize(
    ("task", "row", "form", "type_"),
    [
        ("entities", FINER, "finer_ord", "ORG"),
        ("relations", CORE, "core", "client_of"),
        ("relations", PASSAGE, "knowledgenet", "FOUNDED_BY"),
        ("facts", PASSAGE, "knowledgenet", "FOUNDED_BY"),
    ],
)
def test_json_for_programs(
    tmp_path: Path, capsys: Capture, task: str, row: dict[str, object], form: str, type_: str
) -> None:
    file, out = file_of(tmp_path, row), tmp_path / "found.jsonl"
    assert run(["evaluate", task, str(file), "--json", "--predictions", str(out)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["task"], found["data"], found["form"]) == (task, f"{tmp_path.name}/gold.jsonl", form)
    score = {"precision", "recall", "f1", "right", "system", "gold", "low", "high"}
    assert set(found["overall"]) == set(found["by_type"][type_]) == score
    assert found["by_type"][type_]["gold"] == 1
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == [row["id"]]


def test_a_table_for_a_person(tmp_path: Path, capsys: Capture) -> None:
    assert run(["evaluate", "entities", str(file_of(tmp_path, FINER)), "--errors"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {"entities", "ORG", "LOC"} <= {row[0] for row in rows if row}


@pytest.mark.parametrize(
    ("task", "rows", "trouble"),
    [
        ("entities", [CORE], "is of the form 'core', and kg evaluate entities reads finer_ord, "),
        ("relations", [FINER], "is of the form 'finer_ord', and kg evaluate relations reads core, "),
        ("facts", [FINER], "is of the form 'finer_ord', and kg evaluate facts reads guide, "),
        ("entities", [{"doc": "w-01"}], "is of the form 'guide', and kg evaluate entities reads "),
    ],
)
def test_each_task_has_its_data(
    tmp_path: Path, capsys: Capture, task: str, rows: list[dict[str, object]], trouble: str
) -> None:
    file = file_of(tmp_path, *rows)
    assert run(["evaluate", task, str(file)]) == 3
    assert capsys.readouterr().err.startswith(f"kg: {file} {trouble}")


@pytest.mark.parametrize(
    ("task", "first", "second", "trouble"),
    [
        ("relations", CORE, PASSAGE, "is of the form 'knowledgenet' in a file of the form 'tokens'."),
        ("relations", CORE, CORE | {"id": "c2", "tokens": ["Alder"]}, "has the broken span 4:5 in entities 2."),
        ("entities", FINER, tokens("f2", "[Leeds|GPE]"), "names the unknown type of entity 'GPE'; known are LOC, "),
        ("facts", PASSAGE, PASSAGE | {"id": "x", "annotated": ["LUCK"]}, "names the unknown type of relation 'LUCK'; "),
    ],
)
def test_a_wrong_line_is_told_by_its_number(
    tmp_path: Path, capsys: Capture, task: str, first: dict[str, object], second: dict[str, object], trouble: str
) -> None:
    file = file_of(tmp_path, first, second)
    assert run(["evaluate", task, str(file)]) == 3
    error = capsys.readouterr().err
    assert error.startswith(f"kg: Line 2 of {file} {trouble}")
    assert error.count("\n") == 1


def test_the_form_can_be_forced(tmp_path: Path, capsys: Capture) -> None:
    file = file_of(tmp_path, FINER)
    assert run(["evaluate", "entities", str(file), "--form", "fire"]) == 3
    assert "names the unknown type of entity 'LOC'; known are Company, " in capsys.readouterr().err
    assert run(["evaluate", "entities", str(file), "--form", "brat"]) == 2
    assert "The form 'brat' is not known; kg evaluate entities reads finer_ord, " in capsys.readouterr().err


def test_gold_of_the_guide_needs_its_texts(tmp_path: Path, capsys: Capture) -> None:
    assert run(["evaluate", "facts", str(file_of(tmp_path, {"doc": "w-01"}))]) == 2
    assert "--texts DIR" in capsys.readouterr().err


def test_other_gold_has_its_texts_in_its_lines(tmp_path: Path, capsys: Capture) -> None:
    assert run(["evaluate", "facts", str(file_of(tmp_path, PASSAGE)), "--documents", "7"]) == 2
    assert "--texts and --documents are for gold of the guide." in capsys.readouterr().err
