"""Sidecars, standard input, and kg read, as their users have them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from reads import read_all, read_bytes

from kg.read import read
from kg.read.formats import BY_ENDING, FORMATS, of_content, recognised, without_ending

TEXT = "Brelco bought Hexlar Foods.\n"


@pytest.mark.parametrize(
    ("ending", "note"),
    [
        ("json", '{"title": "Deal", "date": "2026-03-05", "author": "Dana Rime", "source": "https://a.example"}'),
        ("toml", 'title = "Deal"\ndate = 2026-03-05\nauthor = "Dana Rime"\nsource = "https://a.example"\n'),
    ],
)
def test_what_is_noted_beside_a_file(tmp_path: Path, ending: str, note: str) -> None:
    (tmp_path / f"a.txt.meta.{ending}").write_text(note)
    (tmp_path / "a.txt").write_text(TEXT)
    ((document,), problems) = read_all(tmp_path)
    assert (document.title, document.date, document.author) == ("Deal", "2026-03-05", "Dana Rime")
    assert (document.source, problems) == ("https://a.example", [])


@pytest.mark.parametrize(
    ("note", "message"),
    [
        (b"{", "which is not valid JSON"),
        (b"\xff\xfe", "which is not valid JSON"),
        (b"[" * 100_000, "which is not valid JSON"),
        (b"[]", "which is no JSON object"),
        (b'{"date": "soon"}', "whose date is not one"),
    ],
)
def test_a_wrong_note_is_told(tmp_path: Path, note: bytes, message: str) -> None:
    (tmp_path / "a.txt.meta.json").write_bytes(note)
    ((document,), (problem,)) = read_bytes(tmp_path, "a.txt", TEXT.encode())
    assert document.text == TEXT
    assert problem.severity == "warning"
    assert message in problem.message


def test_records_know_better_than_the_note_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.meta.json").write_text('{"date": "2026", "source": "wire"}')
    data = b'{"text": "Brelco grew.", "date": "2026-03-05"}\n{"text": "Hexlar grew."}'
    documents, _ = read_bytes(tmp_path, "a.jsonl", data)
    assert [(d.date, d.source) for d in documents] == [("2026-03-05", "wire"), ("2026", "wire")]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04....[Content_Types].xml word/document.xml", "docx"),
        (b"PK\x03\x04....a.txt", "zip"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "html"),
        (b'<?xml version="1.0"?><html xmlns:ix="x">', "filing"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        (b"<SEC-DOCUMENT>0001.txt", "filing"),
        (b"From: a@b.example\r\nSubject: x\r\n\r\n", "eml"),
        (b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        (b"Subject: one line of a text", ""),
        (b"{not json}", ""),
        (b"Brelco grew.", ""),
        (b"", ""),
    ],
)
def test_what_content_shows(head: bytes, name: str) -> None:
    assert of_content(head) == name


def test_a_text_that_begins_like_a_mail_stays_a_text() -> None:
    assert recognised("a.txt", b"From: a\nTo: b\n\nBrelco grew.").name == "text"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a.txt", "a"), ("a.tar.gz", "a"), ("a.tgz", "a"), ("b/a.jsonl.gz", "b/a"), ("q1.report.md", "q1.report")],
)
def test_names_without_endings(name: str, stem: str) -> None:
    assert without_ending(name) == stem


def test_every_format_is_there() -> None:
    assert all(callable(found.load()) for found in FORMATS)
    assert len(BY_ENDING) == sum(len(found.endings) for found in FORMATS)


def kg(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    return subprocess.run(command, input=data, capture_output=True, env={**os.environ, "NO_COLOR": "1"}, check=False)


def test_kg_read_prints_the_very_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Nestlé \u202e\x07 grew.\r\n\n".encode())
    done = kg("read", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stdout) == (0, "Nestlé \u202e\x07 grew.\n\n".encode())
    assert done.stderr == b"== a | a.txt\n"


@pytest.mark.parametrize(
    ("data", "options", "texts"),
    [
        (b"Brelco grew.", [], ["Brelco grew."]),
        (b'{"text": "Brelco grew."}\n{"text": "Hexlar grew."}', [], ["Brelco grew.", "Hexlar grew."]),
        (b"text\nBrelco grew.\n", ["--as", "csv"], ["Brelco grew."]),
        (b"# Brelco *grew*", ["--as", "markdown"], ["Brelco grew"]),
    ],
)
def test_standard_input(data: bytes, options: list[str], texts: list[str]) -> None:
    done = kg("read", "-", "--json", *options, data=data)
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [document["text"] for document in found] == texts
    assert found[0]["id"] == ("stdin" if len(texts) == 1 and "csv" not in options else "stdin#1")


def test_wrong_usage_of_kg_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    for arguments, code, said in (
        (["-"], 3, "stdin: error: is empty"),
        ([str(tmp_path / "no.txt")], 3, "no file or folder"),
        ([str(tmp_path / "a.csv")], 3, "say which with --column text=NAME, of a, b"),
        ([str(tmp_path / "a.csv"), "--column", "body=a"], 2, "is not PART=NAME"),
        (["-", "--as", "word"], 2, "is not one of text, markdown"),
        (["https://news.example/"], 3, "only with --fetch"),
    ):
        done = kg("read", *arguments)
        assert done.returncode == code
        assert said in done.stderr.decode()
        assert b"Traceback" not in done.stderr


def test_the_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "Brelco grew."}')
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "Hexlar grew."}')
    one, other = (
        list(read([tmp_path / name for name in order])) for order in (["a.jsonl", "b.jsonl"], ["b.jsonl", "a.jsonl"])
    )
    assert one == other
