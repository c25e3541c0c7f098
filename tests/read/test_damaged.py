"""Damaged files, each of which did harm once or might: what becomes of them is in damaged/outcomes.tsv."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from reads import read_all

FOLDER = Path(__file__).parent / "damaged"
OUTCOMES = FOLDER / "outcomes.tsv"


def outcomes() -> list[tuple[str, int, str]]:
    with OUTCOMES.open(encoding="utf-8", newline="") as lines:
        return [(name, int(documents), message) for name, documents, message in csv.reader(lines, delimiter="\t")]


def test_every_damaged_file_has_an_outcome() -> None:
    assert sorted(name for name, _, _ in outcomes()) == sorted(p.name for p in FOLDER.iterdir() if p != OUTCOMES)


@pytest.mark.parametrize(("name", "count", "message"), outcomes())
def test_outcome(name: str, count: int, message: str) -> None:
    documents, problems = read_all(FOLDER / name, language="any")
    assert len(documents) == count
    assert [p.message for p in problems] == list(filter(None, message.split(" / ")))
    for document in documents:
        assert "root:" not in document.text
        assert "lollol" not in document.text
        document.text.encode()
    assert all(p.message.isprintable() for p in problems)


@pytest.mark.parametrize("start", ["", "<?xml version='1.0'?>"])
def test_comments_without_end_are_no_long_search(tmp_path: Path, start: str) -> None:
    (tmp_path / "a.txt").write_text(start + "<!--x-->" * 900 + "Orlune grew.", encoding="utf-8")
    assert read_all(tmp_path / "a.txt")[1] == []


def test_folded_lines_are_no_long_search(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"From: a\r\n" + b" b\r\n" * 900 + b"Orlune grew.")
    assert len(read_all(tmp_path / "a.txt")[0]) == 1
