"""What README.md shows is what happens: its console and Python blocks are run, its Turtle is used."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

import kg
from kg.cli import run
from kg.datasets import read_marked
from kg.model import Document
from kg.ontology import Ontology
from kg.train import read_recipe

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRAINING = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Each command of the console blocks with the output shown under it."""
    shown = [step for block in blocks("console") for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [tuple(step.split("\n", 1)) for step in shown]  # type: ignore[misc]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    kg.build(folder / "seeds").write(folder / "output")
    return folder


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("command", "shown"), steps())
def test_commands_print_what_is_shown(
    command: str, shown: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run(shlex.split(command)[1:]) == 0
    assert lines(capsys.readouterr().out) == lines(shown)


def test_commands_of_a_store_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    commands = [line for block in blocks("shell") for line in block.splitlines()]
    assert len(commands) > 3
    for command in commands:
        assert run(shlex.split(command)[1:]) == 0, command


def test_python_lines_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for block in blocks("python"):
        exec(block, {})


def test_own_relation_yields_its_fact(tmp_path: Path) -> None:
    turtle = tmp_path / "insures.ttl"
    turtle.write_text(blocks("turtle")[0], encoding="utf-8")
    graph = kg.build(Document("d", "Marlow Mutual insures Kestrel Air."), ontology=Ontology.load(turtle))
    assert ("Marlow Mutual", "insures", "Kestrel Air") in {
        (graph.by_id[f.subject].name, f.relation, graph.by_id[f.object].name) for f in graph.facts
    }


def test_set_up_commands_differ_only_in_their_last_step() -> None:
    build, test = (re.search(rf"<!-- {name} -->\n```sh\n(.*?)\n```", README) for name in ("build", "test"))
    assert build is not None
    assert test is not None
    assert build[1].rsplit(" && ", 1)[0] == test[1].rsplit(" && ", 1)[0]


def test_the_page_on_training_shows_what_can_be_read(tmp_path: Path) -> None:
    for name, block in {
        "insures.ttl": blocks("turtle")[0],
        "mine.toml": blocks("toml", TRAINING)[0],
        "mine.txt": blocks("text", TRAINING)[0],
    }.items():
        (tmp_path / name).write_text(block, encoding="utf-8")
    recipe = read_recipe(tmp_path / "mine.toml")
    passages = list(read_marked(tmp_path / recipe.sets[0].files[0], Ontology.load(*recipe.ontology)))
    assert [fact.relation for passage in passages for fact in passage.facts] == ["customerOf", "insures"]
