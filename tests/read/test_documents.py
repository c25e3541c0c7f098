"""Documents and problems out of files, bad ones included."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Document, Problem
from kg.read import Reading, read
from kg.read.page import first_part


def read_bytes(folder: Path, name: str, data: bytes, **options: int) -> tuple[list[Document], list[Problem]]:
    (folder / name).write_bytes(data)
    items = list(read([folder], Reading(**options)))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Problem)]


def test_a_document_carries_where_it_comes_from(tmp_path: Path) -> None:
    (document,), problems = read_bytes(tmp_path, "a.md", b"# Acme\n\nIt grew.")
    assert replace(document, blocks=()) == Document("a", "Acme\n\nIt grew.", "Acme", "", "a.md")
    assert problems == []


def test_text_is_that_of_the_file(tmp_path: Path) -> None:
    (document,), _ = read_bytes(tmp_path, "a.txt", b"one\r\n\r\n two\xc2\xa0\r")
    assert document.text == (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_empty(tmp_path: Path, name: str, data: bytes) -> None:
    assert read_bytes(tmp_path, name, data) == ([], [Problem("a", "error", "is empty")])


def test_marks_without_text(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.html", b"<p></p>") == ([], [Problem("a", "error", "holds no text")])


def test_not_utf8(tmp_path: Path) -> None:
    (document,), problems = read_bytes(tmp_path, "a.txt", "Nestlé paid £5m.".encode("windows-1252"))
    assert document.text == "Nestlé paid £5m."
    assert problems == [Problem("a", "warning", "is not UTF-8, read as windows-1252")]


def test_a_binary_file_named_txt(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt", b"\x89PNG\0\0") == ([], [Problem("a", "error", "is binary, not text")])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_ten_megabytes_of_one_line(tmp_path: Path, name: str) -> None:
    started = time.monotonic()
    (document,), (problem,) = read_bytes(tmp_path, name, b"Acme bought Foo for $5m. " * 400_000)
    assert time.monotonic() - started < 20
    assert 900_000 < len(document.text) <= 1_000_000
    assert document.text.rstrip().endswith(".")
    assert problem.severity == "warning"
    assert problem.message.startswith("is too long: its first ")


def test_the_warning_counts_what_was_left_out(tmp_path: Path) -> None:
    (document,), (problem,) = read_bytes(tmp_path, "a.txt", b"x" * 5000, max_characters=2000)
    assert len(document.text) == 2000
    assert problem.message == "is too long: its first 2,000 characters were read, 3,000 left out"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    (tmp_path / "b.txt").write_bytes(b"text")
    items = list(read([tmp_path]))
    assert [type(item) for item in items] == [Problem, Document]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("short", "short"),
        ("a" * 17 + "\n\n" + "b" * 9, "a" * 17 + "\n\n"),
        ("a" * 15 + " b. c" + "d" * 9, "a" * 15 + " b. "),
        ("a" * 18 + " " + "b" * 9, "a" * 18 + " "),
        ("a" * 30, "a" * 20),
    ],
)
def test_cut_after_a_paragraph_a_sentence_or_a_word(text: str, part: str) -> None:
    assert first_part(text, 20) == part
