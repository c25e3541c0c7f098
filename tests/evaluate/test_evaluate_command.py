"""kg evaluate: what it prints and writes, and how it refuses gold that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from handmade_gold import ONTOLOGY, gold_line, graph, percent

import kg.pipeline
from kg.cli import run
from kg.evaluate import evaluate_graph, graph_predictions, read_gold, write_predictions
from kg.model import Document

Capture = pytest.CaptureFixture[str]
GOLD_SETS = Path(__file__).parent.parent / "gold"
GRAPH = graph("d1 Alder customerOf Bolt", "d1 Alder sued Cove", ("d1 Bolt revenue increase", percent(9)))
LINES = [
    gold_line("d1", "Alder customerOf Bolt planned", "Bolt revenue increase 9%"),
    gold_line("d2", "Alder offers Gizmo"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two annotated texts; the build gives the graph at once."""
    (tmp_path / "texts").mkdir()
    for line in LINES:
        (tmp_path / "texts" / f"{line['doc']}.txt").write_text("Some words.\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    monkeypatch.setattr(kg.pipeline, "build", lambda *_, **__: GRAPH)
    return tmp_path


def facts(folder: Path, *options: str) -> int:
    return run(["evaluate", "facts", str(folder / "gold.jsonl"), "--texts", str(folder / "texts"), *options])


def test_help_names_the_command(capsys: Capture) -> None:
    assert run(["--help"]) == 0
    assert "  evaluate " in capsys.readouterr().out


def test_a_table_with_a_relation_a_row(folder: Path, capsys: Capture) -> None:
    assert facts(folder) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["facts", "0.500", "0.500", "0.500"] in [row[:4] for row in rows]
    assert {"customerOf", "offers", "sued", "planned", "observations"} <= {row[0] for row in rows if row}


def test_errors_are_listed_with_their_words(folder: Path, capsys: Capture) -> None:
    assert facts(folder, "--errors") == 0
    printed = capsys.readouterr().out
    assert "status: d1: Alder · customerOf · Bolt · asserted for planned\n    “Alder says so.”\n" in printed
    assert "wrong: d1: Alder · sued · Cove · asserted\n" in printed
    assert "missed: d2: Alder · offers · Gizmo · asserted\n    “Alder says it.”\n" in printed


def test_json_for_programs(folder: Path, capsys: Capture) -> None:
    assert facts(folder, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["task"], found["data"]) == ("facts", f"{folder.name}/gold.jsonl")
    score = {"precision", "recall", "f1", "right", "system", "gold", "low", "high"}
    parts = [found["overall"], found["strict"], found["observations"]]
    parts += [*found["by_type"].values(), *found["by_status"].values()]
    assert all(set(part) == score for part in parts)
    assert "errors" not in found
    assert facts(folder, "--json", "--errors") == 0
    assert {e["error"] for e in json.loads(capsys.readouterr().out)["errors"]} == {"status", "wrong", "missed"}


def test_some_documents_alone(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    read: list[Document] = []
    monkeypatch.setattr(kg.pipeline, "build", lambda documents, **_: read.extend(documents) or GRAPH)
    assert facts(folder, "--json", "--documents", "d2") == 0
    assert json.loads(capsys.readouterr().out)["documents"] == ["d2"]
    assert [document.id for document in read] == ["d2"]


def test_predictions_are_gold_for_the_graph_they_come_from(folder: Path) -> None:
    file = folder / "found.jsonl"
    assert facts(folder, "--predictions", str(file)) == 0
    found = evaluate_graph(GRAPH, read_gold(file, ONTOLOGY))
    assert not found.errors
    assert all(score.f1 == 1 for score in found.scores.values() if score.gold)
    first = json.loads(file.read_text(encoding="utf-8").splitlines()[0])
    assert first["doc"] == "d1"
    assert first["facts"][0]["quote"] == "Alder says so."


def test_predictions_that_cannot_be_written(folder: Path, capsys: Capture) -> None:
    assert facts(folder, "--predictions", str(folder)) == 3
    assert capsys.readouterr().err == f"kg: Cannot write {folder}: Is a directory.\n"


# ---------------------------------------------------------------- gold that is wrong


def changed(part: str, **fields: Any) -> str:
    line = gold_line("d2", "Alder offers Gizmo", "Alder revenue level 5")
    line[part][0] |= fields
    return json.dumps(line)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        (changed("facts", q=["May"]), "needs an object as 'q' in facts 1."),
        ('{"doc": "d2", ', "is not JSON: "),
        ("[1]", "is not a JSON object."),
        ('{"entities": []}', "has no 'doc'."),
        ('{"doc": 2}', "needs words as 'doc'."),
        ('{"doc": "d1"}', "has the document 'd1' again."),
        ('{"doc": "d2", "facts": {}}', "needs a list of objects as 'facts'."),
        (changed("facts", r="buys"), "names the unknown relation 'buys' in facts 1."),
        (changed("facts", o="e9"), "names the unknown entity 'e9' in facts 1."),
        (changed("facts", status="hoped"), "names the unknown status 'hoped' in facts 1."),
        (changed("observations", s="e9"), "names the unknown entity 'e9' in observations 1."),
        (changed("observations", metric="luck"), "names the unknown metric 'luck' in observations 1."),
        (changed("observations", kind="rise"), "names the unknown kind of change 'rise' in observations 1."),
        (changed("entities", kind="Thing"), "names the unknown kind 'Thing' in entities 1."),
        (changed("entities", mentions="Alder"), "needs a list of words as 'mentions' in entities 1."),
    ],
)
def test_a_wrong_line_is_told_by_its_number(folder: Path, capsys: Capture, line: str, trouble: str) -> None:
    (folder / "gold.jsonl").write_text(f"{json.dumps(LINES[0])}\n\n{line}\n", encoding="utf-8")
    assert facts(folder) == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"kg: Line 3 of {folder / 'gold.jsonl'} {trouble}")
    assert printed.err.count("\n") == 1


def test_a_document_without_a_text(folder: Path, capsys: Capture) -> None:
    (folder / "texts" / "d2.txt").unlink()
    assert facts(folder) == 3
    where = f"Line 2 of {folder / 'gold.jsonl'}"
    assert capsys.readouterr().err == f"kg: {where} has no text: 'd2' is not in {folder / 'texts'}.\n"
    (folder / "texts" / "d2.txt").write_text(" ", encoding="utf-8")
    assert facts(folder) == 3
    assert capsys.readouterr().err == f"kg: {where} has no text: 'd2' is empty.\n"


def test_gold_that_is_not_there(folder: Path, capsys: Capture) -> None:
    assert facts(folder, "--documents", "d1,d7") == 3
    assert capsys.readouterr().err == f"kg: {folder / 'gold.jsonl'} has no document 'd7'.\n"
    (folder / "gold.jsonl").write_text("\n", encoding="utf-8")
    assert facts(folder) == 3
    assert capsys.readouterr().err == f"kg: {folder / 'gold.jsonl'} holds no documents.\n"
    (folder / "gold.jsonl").unlink()
    assert facts(folder) == 3
    assert "No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["written", "articles"])
def test_the_shipped_gold_holds_together(name: str) -> None:
    """Every quote is in its text, and kinds allow the relations."""
    for document in read_gold(GOLD_SETS / name / "gold.jsonl", ONTOLOGY).documents:
        text = (GOLD_SETS / name / "texts" / f"{document.id}.txt").read_text(encoding="utf-8")
        kinds = {entity.id: entity.kind for entity in document.entities}
        for fact in document.facts:
            assert fact.quote
            assert fact.quote in text
            assert ONTOLOGY.relations[fact.relation].allows(kinds[fact.subject], kinds[fact.object]), fact
        assert all(o.quote and o.quote in text for o in document.observations)


def test_predictions_need_no_gold(tmp_path: Path) -> None:
    write_predictions(graph_predictions(graph()), tmp_path / "none.jsonl")
    lines = (tmp_path / "none.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"doc": "d1", "entities": [], "facts": [], "observations": []}
