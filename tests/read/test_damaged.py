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
