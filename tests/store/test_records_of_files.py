"""A store beside files of many documents: only what is new in them is read."""

import json
from pathlib import Path

import pytest

from kg import upkeep
from kg.config import NONE, Config
from kg.read import Reading
from kg.store import ADDED, REMOVED, REPLACED
from kg.upkeep import work

CONFIG = Config(name_model=NONE, relation_model=NONE)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of all documents that are read from here on."""
    found: list[str] = []
    extract = work.extract

    def noted(documents, *rest):
        documents = list(documents)
        found.extend(d.id for d in documents)
        return extract(documents, *rest)

    monkeypatch.setattr(work, "extract", noted)
    return found


def write(path: Path, **texts: str) -> Path:
    path.write_text("".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in texts.items()))
    return path


def test_records_are_told_apart_by_their_text(tmp_path: Path, reading: list[str]) -> None:
    store, file = tmp_path / "store", tmp_path / "news.jsonl"
    upkeep.add(store, write(file, a="Text a.", b="Text b."), config=CONFIG)
    assert reading == ["a", "b"]
    outcome = upkeep.update(store, write(file, a="Text a.", b="Other text.", c="Text c."))
    assert reading == ["a", "b", "b", "c"]
    assert (outcome.done[REPLACED], outcome.done[ADDED], outcome.unchanged) == (["b"], ["c"], 1)
    assert upkeep.update(store, write(file, c="Text c."), prune=True).done[REMOVED] == ["a", "b"]


def test_nothing_is_pruned_when_a_file_of_records_cannot_be_read(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "news.jsonl"
    upkeep.add(store, write(file, a="Text a."), config=CONFIG)
    file.write_text('{"column": "nobody knows"}')
    assert upkeep.update(store, file, prune=True).done[REMOVED] == []


def test_a_line_that_is_damaged_keeps_nothing_from_being_pruned(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "news.jsonl"
    upkeep.add(store, write(file, a="Text a.", b="Text b."), config=CONFIG)
    file.write_text('{"id": "b", "text": "Text b."}\n{')
    assert upkeep.update(store, file, prune=True).done[REMOVED] == ["a"]


def test_a_new_note_on_a_file_is_seen(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "a.txt"
    file.write_text("Text a.")
    upkeep.add(store, file, config=CONFIG)
    (tmp_path / "a.txt.meta.json").write_text('{"date": "2026-03-05"}')
    assert upkeep.update(store, file).done[REPLACED] == ["a"]


def test_columns_may_differ_from_call_to_call(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "a.csv"
    file.write_text("story\nText a.\n")
    upkeep.add(store, write(tmp_path / "b.jsonl", b="Text b."), config=CONFIG)
    outcome = upkeep.add(store, file, reading=lambda config: Reading(columns=(("text", "story"),)))
    assert outcome.done[ADDED] == ["a#1"]
