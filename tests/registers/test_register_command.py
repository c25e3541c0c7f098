"""kg register: what it prints, where, and with which exit code."""

import json
from pathlib import Path

import pytest

from kg.cli import run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def firms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_REGISTERS", str(tmp_path / "shelf"))
    file = tmp_path / "firms.csv"
    file.write_text("Firma;Number\nKelvane Optics AS;71\nKelvane Optics AS;71\n;72\n", encoding="utf-8")
    return file


COLUMNS = ["--column", "name=Firma", "--column", "orgnr=Number"]


def test_a_register_is_added_listed_asked_and_removed(firms: Path, capsys: Capture) -> None:
    assert run(["register", "add", str(firms), *COLUMNS]) == 1
    assert capsys.readouterr().out == (
        'Added the register "firms": 1 company (1 more row of the same, 1 row not read).\n  line 4 has no name\n'
    )
    assert run(["register", "list"]) == 0
    shipped, own = capsys.readouterr().out.splitlines()
    assert shipped.startswith("sec  7,919 companies of company_tickers.json  ")
    assert own == f"firms  1 company of firms.csv  {firms.parent / 'shelf' / 'firms.sqlite'}"
    assert run(["register", "look-up", "Kelvane Optics"]) == 0
    assert capsys.readouterr().out == (
        "Kelvane Optics is Kelvane Optics AS (firms: orgnr 71), score 0.85\n  legal name +0.85 (Kelvane Optics AS)\n"
    )
    assert run(["register", "remove", "firms"]) == 0
    assert run(["register", "remove", "firms"]) == 3
    assert capsys.readouterr().err == 'kg: No register "firms" was added.\n'


def test_programs_get_json(firms: Path, capsys: Capture) -> None:
    assert run(["register", "add", str(firms), *COLUMNS, "--name", "own", "--json"]) == 1
    added = json.loads(capsys.readouterr().out)
    assert (added["name"], added["companies"], added["wrong"], added["format"]) == ("own", 1, 1, "csv")
    assert run(["register", "list", "--json"]) == 0
    assert [r["name"] for r in json.loads(capsys.readouterr().out)] == ["sec", "own"]
    assert run(["register", "look-up", "Microsoft Corp", "Orion Oyj", "--json"]) == 1
    sure, unsure = json.loads(capsys.readouterr().out)
    assert sure["matches"][0]["company"]["identifiers"] == [["cik", "789019"], ["ticker", "MSFT"]]
    assert sure["matches"][0]["reasons"][0]["feature"] == "legal name"
    assert not unsure["matches"]
    assert unsure["others"][0]["score"] < 0.75


def test_a_name_without_a_company_says_which_it_might_be(firms: Path, capsys: Capture) -> None:
    assert run(["register", "look-up", "Orion", "Zyxwv"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Orion: no company for sure."
    assert lines[1].startswith("  Orion might be Orion S.A. (sec: cik 1609804, ticker OEC), score 0.55")
    assert lines[-1] == "Zyxwv: no register has it."


def test_what_a_text_gives_counts(firms: Path, capsys: Capture) -> None:
    assert run(["register", "look-up", "Orion", "--ticker", "OEC"]) == 0
    assert "ticker +0.40 (OEC)" in capsys.readouterr().out


def test_an_index_can_be_written_anywhere_and_asked_by_its_path(firms: Path, capsys: Capture) -> None:
    index = firms.parent / "own.sqlite"
    assert run(["register", "add", str(firms), *COLUMNS, "-o", str(index)]) == 1
    assert run(["register", "look-up", "Kelvane Optics", "--register", str(index)]) == 0
    assert run(["register", "look-up", "Microsoft Corp", "--register", str(index)]) == 1
    assert run(["register", "list"]) == 0
    assert "own" not in capsys.readouterr().out.splitlines()[-1].split()[0]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["add", "none.csv"], 3, "kg: Cannot read none.csv: No such file or directory.\n"),
        (["add", "FIRMS"], 3, 'Say --column name=COLUMN. It has "Firma", "Number".\n'),
        (["add", "FIRMS", "--column", "Company"], 2, '"Company" is not FIELD=COLUMN'),
        (["add", "FIRMS", "--format", "xls"], 2, "'xls' is not one of 'sec', 'gleif', 'csv'"),
        (["add", "FIRMS", "--format", "gleif"], 3, 'has no column "LEI".'),
        (["add", "FIRMS", "--format", "sec"], 3, "is not valid JSON"),
        (["add", "FIRMS", "-o", "x.txt"], 2, "ends in .sqlite"),
        (["add", "FIRMS", *COLUMNS, "--name", "a/b"], 2, "cannot be the name of a register"),
        (["look-up", "A", "--register", "none"], 2, 'There is no register "none": there are sec.\n'),
        (["look-up"], 2, "Missing argument 'NAME...'"),
        (["remove", "sec"], 3, "The shipped list stays"),
    ],
)
def test_wrong_usage_is_one_sentence(
    arguments: list[str], code: int, message: str, firms: Path, capsys: Capture
) -> None:
    assert run(["register", *(str(firms) if a == "FIRMS" else a for a in arguments)]) == code
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""
