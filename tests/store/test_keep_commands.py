"""kg add, update, remove, export and log, and stores where an output folder is read."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg import upkeep
from kg.cli import run
from kg.store import FILE

Capture = pytest.CaptureFixture[str]
RULES_ALONE = 'name_model = "none"\nrelation_model = "none"\n'
TEXTS = {
    "deal": "Orrin Steel agreed to buy Pallas Mining for $40 million.",
    "more/sale": "Pallas Mining sells ore to Orrin Steel.",
    "more/denial": "Orrin Steel denied that it would sue Vantry Bank.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "texts" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "kg.toml").write_text(RULES_ALONE)
    return tmp_path / "texts"


@pytest.fixture
def store(folder: Path, tmp_path: Path, capsys: Capture) -> str:
    assert run(["add", str(tmp_path / "store"), str(folder), "--config", str(tmp_path / "kg.toml")]) == 0
    capsys.readouterr()
    return str(tmp_path / "store")


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in sorted(os.listdir(folder))}


def said(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    printed = capsys.readouterr()
    return " ".join((printed.err if code > 1 else printed.out).split())


def test_adding_again_does_nothing(store: str, folder: Path, capsys: Capture) -> None:
    assert said(capsys, "add", store, str(folder)).startswith("3 unchanged in ")
    (folder / "new.txt").write_text("Vantry Bank is based in Lisbon.")
    assert "1 added, 3 unchanged in" in said(capsys, "add", store, str(folder))
    assert said(capsys, "add", store, str(folder), "-q") == ""


def test_export_gives_the_files_of_a_build(store: str, folder: Path, tmp_path: Path, capsys: Capture) -> None:
    (folder / "empty.txt").write_text("")
    assert "error: empty is empty" in said(capsys, "add", store, str(folder), code=1)
    printed = said(capsys, "export", store, "-o", str(tmp_path / "a"), "--derived", code=1)
    assert printed.startswith("3 documents, ")
    build = ["build", str(folder), "-o", str(tmp_path / "b"), "--derived", "--config", str(tmp_path / "kg.toml")]
    assert run(build) == 1
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_store_without_documents_exports_an_empty_graph(store: str, tmp_path: Path, capsys: Capture) -> None:
    assert "3 removed" in said(capsys, "remove", store, "*")
    assert said(capsys, "export", store, "-o", str(tmp_path / "out")).startswith("0 documents, 0 entities")
    assert files(tmp_path / "out")["facts.jsonl"] == b""
    assert said(capsys, "check", store) == "Nothing is wrong."


def test_reading_commands_take_a_store(store: str, capsys: Capture) -> None:
    assert "Pallas Mining" in said(capsys, "show", store, "Orrin Steel")
    (found,) = json.loads(said(capsys, "show", store, "Orrin Steel", "--json"))
    assert "Orrin Steel" in said(capsys, "why", store, found["facts"][0]["id"])
    assert "Orrin Steel" in said(capsys, "query", store, "SELECT ?n { ?x rdfs:label ?n }", "--format", "csv")
    assert said(capsys, "check", store) == "Nothing is wrong."
    assert said(capsys, "check", store, "--numbers") is not None


def test_update_and_remove(store: str, folder: Path, capsys: Capture) -> None:
    (folder / "deal.txt").write_text("Orrin Steel dropped its bid for Pallas Mining.")
    assert "error: deal is stored with other content: kg update replaces it" in said(
        capsys, "add", store, str(folder), code=1
    )
    assert "1 replaced, 2 unchanged" in said(capsys, "update", store, str(folder))
    assert "kg: " in (wrong := said(capsys, "remove", store, "more/*", "deals", code=3))
    assert "no document deals, so nothing was removed. Did you mean deal?" in wrong
    assert "2 removed" in said(capsys, "remove", store, "more/*")
    assert "2 added, 1 unchanged" in said(capsys, "update", store, str(folder), "--prune")
    assert said(capsys, "update", store).startswith("nothing to do in ")


def test_the_log(store: str, capsys: Capture) -> None:
    said(capsys, "remove", store, "deal")
    assert run(["log", store]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("  add     3 added: deal, more/denial, more/sale")
    assert second.endswith("  remove  1 removed: deal")
    entries = json.loads(said(capsys, "log", store, "--json"))
    assert [e["number"] for e in entries] == [1, 2]
    assert entries[0]["documents"][0] == {**entries[1]["documents"][0], "what": "added"}


def test_as_json(store: str, folder: Path, capsys: Capture) -> None:
    (folder / "new.txt").write_text("Vantry Bank is based in Lisbon.")
    found = json.loads(said(capsys, "add", store, str(folder), "--json"))
    assert (found["added"], found["unchanged"], found["total"], found["outdated"]) == (["new"], 3, 4, 0)
    assert {"replaced", "removed", "read_again", "refused", "problems", "store", "seconds"} <= set(found)


def test_what_another_kg_has_read_is_said(
    store: str, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.upkeep.fingerprint.__version__", "99")
    assert f"kg update {store} reads them again" in said(capsys, "add", store, str(folder))
    assert "3 read again" in said(capsys, "update", store)
    assert "again" not in said(capsys, "add", store, str(folder))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["add", "STORE"], 2, "Missing argument"),
        (["add", "TEXTS", "TEXTS"], 3, "holds other files: give a new folder"),
        (["add", "STORE", "TEXTS", "--base", "https://example.org/"], 2, "was made with other settings (base)"),
        (["add", "STORE", "nowhere"], 3, "There is no file or folder nowhere"),
        (["update", "STORE", "--prune"], 2, "--prune needs the inputs"),
        (["update", "nowhere", "TEXTS"], 3, "nowhere is not a store of kg; make one with: kg add"),
        (["remove", "nowhere", "x"], 3, "nowhere is not a store"),
        (["log", "nowhere"], 3, "nowhere is not a store"),
        (["export", "nowhere", "-o", "out"], 3, "nowhere is not a store"),
        (["export", "STORE", "-o", "STORE"], 3, "is a store: give another folder"),
        (["show", "STORE", "Nobody At All"], 3, "nothing called"),
    ],
)
def test_wrong_usage_gets_one_sentence(
    store: str, folder: Path, capsys: Capture, arguments: list[str], code: int, words: str
) -> None:
    given = [{"STORE": store, "TEXTS": str(folder)}.get(each, each) for each in arguments]
    assert words in said(capsys, *given, code=code)


def test_options_that_say_what_the_store_was_made_with_are_fine(store: str, folder: Path, tmp_path: Path) -> None:
    config = str(tmp_path / "kg.toml")
    base = upkeep.settings_of(store).base
    assert run(["add", store, str(folder), "--config", config, "-q"]) == 0
    assert run(["add", store, str(folder), "--base", base, "-q"]) == 0


def test_a_damaged_store_gets_one_sentence(store: str, capsys: Capture) -> None:
    (Path(store) / FILE).write_bytes(b"SQLite format 3\0" + b"\1" * 9000)
    for command in (["show", store, "x"], ["log", store], ["update", store], ["remove", store, "x"]):
        assert "is damaged" in said(capsys, *command, code=3)


def test_two_processes_that_add_at_once(folder: Path, tmp_path: Path) -> None:
    """The whole way as a user goes it, models and all: the store holds both sets, and exports what a build writes."""
    (tmp_path / "deal.txt").write_text("Vantry Bank lends $7 million to Pallas Mining Ltd.")
    (tmp_path / "deal.txt").rename(folder / "loan.txt")
    code = "from kg.cli import main; main()"
    adding = [
        subprocess.Popen([sys.executable, "-c", code, "add", str(tmp_path / "both"), str(each), "-q"])
        for each in (folder / "deal.txt", folder)
    ]
    assert [process.wait(300) for process in adding] == [0, 0]
    assert run(["export", str(tmp_path / "both"), "-o", str(tmp_path / "a"), "-q"]) == 0
    assert run(["build", str(folder), "-o", str(tmp_path / "b"), "-q"]) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_check_looks_through_the_record(store: str, capsys: Capture) -> None:
    connection = sqlite3.connect(Path(store) / FILE)
    connection.execute("UPDATE documents SET record = x'00' WHERE id = 'deal'")
    connection.commit()
    connection.close()
    assert "is damaged. The record of deal cannot be read." in said(capsys, "check", store, code=3)
    assert "cannot read its record of deal" in said(capsys, "show", store, "x", code=3)


def test_nothing_that_reads_is_loaded_when_there_is_nothing_to_read(store: str, folder: Path, tmp_path: Path) -> None:
    code = "import sys; from kg.cli import run; code = run(sys.argv[1:]); print(*sys.modules); sys.exit(code)"
    calls = (["add", store, str(folder)], ["update", store], ["remove", store, "deal"], ["log", store])
    for call in (*calls, ["export", store, "-o", str(tmp_path / "out")]):
        done = subprocess.run([sys.executable, "-c", code, *call], capture_output=True, text=True, check=True)
        assert not {"spacy", "onnxruntime", "trafilatura", "kg.nlp"} & set(done.stdout.split())
