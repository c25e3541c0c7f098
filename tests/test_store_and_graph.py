"""A store beside what is made of it: decisions, graphs as of a day, what changed between two days."""

import json

import pytest

from kg.cli import run

PAGES = {
    "march": ("2026-03-02", "Brelco Foods buys ovens from Siemens. Brelco Foods is a customer of Orlune."),
    "april": ("2026-04-07", "Brelco Foods is no longer a customer of Orlune. Siemens Energy hired Lina Skarn."),
    "undated": ("", "Orlune makes valves."),
}


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (date, text) in PAGES.items():
        front = f"---\ndate: {date}\n---\n\n" if date else ""
        (folder / f"{name}.md").write_text(front + text, encoding="utf-8")
    assert run(["add", str(tmp_path / "store"), str(folder), "-q"]) == 0
    return tmp_path / "store"


def same(one, other):
    return {p.name: p.read_bytes() for p in one.iterdir()} == {p.name: p.read_bytes() for p in other.iterdir()}


def test_a_store_as_of_a_day_is_the_build_as_of_that_day(store, tmp_path):
    assert run(["export", str(store), "-o", str(tmp_path / "a"), "--as-of", "2026-03-31", "-q"]) == 0
    assert run(["build", str(tmp_path / "in"), "-o", str(tmp_path / "b"), "--as-of", "2026-03-31", "-q"]) == 0
    assert same(tmp_path / "a", tmp_path / "b")
    documents = (tmp_path / "a" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in documents] == ["march"]


def test_what_changed_between_two_days_of_a_store(store, capsys):
    capsys.readouterr()
    assert run(["diff", str(store), "2026-03-31", "2026-04-30"]) == 0
    shown = capsys.readouterr().out
    assert "Orlune" in shown
    assert "nded" in shown


def test_decisions_in_a_store_hold_for_what_it_shows_and_exports(store, tmp_path, capsys):
    (store / "decisions.toml").write_text('[[same]]\nnames = ["Siemens", "Siemens Energy"]\n', encoding="utf-8")
    capsys.readouterr()
    assert run(["why", str(store), "--merge", "Siemens", "Siemens Energy"]) == 0
    assert "one, as decided" in capsys.readouterr().out
    (store / "decisions.toml").unlink()
    assert run(["why", str(store), "--merge", "Siemens", "Siemens Energy"]) == 0
    assert "are two" in capsys.readouterr().out
    assert run(["review", str(store), "--list"]) == 0
    assert "Siemens Energy" in capsys.readouterr().out
