"""What docs/exports.md shows is what happens: its commands and Python are run on the seeds, its sh block is shipped."""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

import kg
from kg.cli import run
from kg.export import FORMATS, read_graph
from kg.export.neo4j import COMMAND

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    kg.build(folder / "seeds").write(folder / "output")
    return folder


def test_commands_print_what_is_shown_and_python_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    for block in blocks("console"):
        command, shown = block.removeprefix("$ ").split("\n", 1)
        assert run(shlex.split(command)[1:]) == 0
        assert capsys.readouterr().out == shown
    for block in blocks("python"):
        libraries = re.findall(r"^import (\w+)", block, re.MULTILINE)
        if all(map(find_spec, libraries)):
            exec(block, {})


def test_python_reads_as_much_as_the_graph_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    graph = read_graph(folder / "output")
    graph.export("output", "graphml", "jsonld", "rdf12")
    found: dict[str, object] = {}
    for block in blocks("python")[:2]:
        exec(block, found)
    assert len(found["network"].edges) == len(graph.facts)
    assert len(found["quoted"]) >= len(graph.facts)
    assert set(found["triples"]) == set(graph.to_rdflib())


def test_the_command_for_neo4j_is_the_one_that_is_written() -> None:
    assert blocks("sh") == [COMMAND.format(more="")]


def test_every_format_is_explained() -> None:
    assert set(FORMATS) - {"explorer", "html", "jsonl"} <= set(re.findall(r"\*\*(\w+)\*\*", PAGE))
