"""What docs/ontology.md shows is what happens: its commands are run in order, its Turtle and its sentence are used."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

import kg
from kg import vet
from kg.cli import run
from kg.config import MAX_BYTES
from kg.datasets import read_marked
from kg.model import Document
from kg.ontology import MAX_BYTES as MAX_TURTLE
from kg.ontology import MAX_KINDS, Ontology

PAGE = (Path(__file__).parent.parent / "docs" / "ontology.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


def test_commands_print_what_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    steps = [step for block in blocks("console") for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    assert len(steps) == 4
    for step in steps:
        command, shown = step.split("\n", 1)
        if "more.ttl" in command:
            Path("mine/more.ttl").write_text(blocks("turtle")[0], encoding="utf-8")
        assert run(shlex.split(command)[1:]) == 0, command
        assert sorted(lines(capsys.readouterr().out)) == sorted(lines(shown)), command


def test_the_turtle_adds_a_relation_and_a_name(folder: Path) -> None:
    files = [folder / "mine" / name for name in ("own.ttl", "words.ttl", "more.ttl")]
    ontology = Ontology.load(*files)
    assert vet.check_files(files) == []
    graph = kg.build(
        Document("d", "Brenvia may cause fever. Solvane is a drug for type 2 diabetes."), ontology=ontology
    )
    said = {(graph.by_id[f.subject].name, f.relation, graph.by_id[f.object].name, f.status) for f in graph.facts}
    assert {("Brenvia", "causes", "fever", "possible"), ("Solvane", "treats", "type 2 diabetes", "asserted")} <= said


def test_the_figures_are_those_that_are_measured(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = folder / "mine"
    command = ["evaluate", "facts", str(mine / "labelled.txt"), "--config", str(mine / "kg.toml"), "--json"]
    assert run(command) == 0
    found = json.loads(capsys.readouterr().out)["overall"]
    assert f"finds {found['right']} of their {found['gold']} facts" in PAGE
    assert found["system"] - found["right"] == 1
    # with the name that the page lists it finds all
    settings = (mine / "kg.toml").read_text(encoding="utf-8").replace('"words.ttl"', '"words.ttl", "more.ttl"')
    (mine / "all.toml").write_text(settings, encoding="utf-8")
    assert run([*command[:4], str(mine / "all.toml"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["overall"]
    assert found["right"] == found["gold"] == found["system"]


def test_the_sentence_is_one_of_the_labelled(folder: Path) -> None:
    (block,) = blocks("text")
    assert block in (folder / "mine" / "labelled.txt").read_text(encoding="utf-8")
    ontology = Ontology.load(folder / "mine" / "own.ttl")
    assert len(list(read_marked(folder / "mine" / "labelled.txt", ontology))) == 10


def test_limits_are_those_of_the_code() -> None:
    assert f"{MAX_TURTLE // 1_000_000} MB ({MAX_BYTES // 1_000_000} MB for settings)" in PAGE
    assert f"{MAX_KINDS:,} kinds" in PAGE
