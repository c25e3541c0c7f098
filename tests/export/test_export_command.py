"""kg export: names of formats, places of files, and what happens when something fails."""

import dataclasses
import json
import os
import random
import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from varied import varied

from kg.cli import run
from kg.errors import FormatError, InputError
from kg.export import FORMATS, checked, opened_in, read_graph, write_formats

LIBRARIES = {"parquet": "pyarrow", "pyg": "torch"}
AT_HAND = [name for name in FORMATS if name not in LIBRARIES or find_spec(LIBRARIES[name])]


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "output"
    varied().write(folder)
    return folder


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_writes_and_for_whom(name):
    module = import_module(f"kg.export.{name}")
    assert module.FILES
    assert opened_in(name)
    assert module.__doc__


def test_no_two_formats_write_one_file():
    names = [file for name in FORMATS for file in import_module(f"kg.export.{name}").FILES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", AT_HAND)
def test_exactly_the_files_that_are_named(name, tmp_path):
    (written,) = varied().export(tmp_path / "new" / "out", name)
    named = import_module(f"kg.export.{name}").FILES
    assert set(files(tmp_path / "new" / "out")) == set(named)
    assert [path.relative_to(tmp_path / "new" / "out").as_posix() for path in written.files] == list(named)


@pytest.mark.parametrize("name", AT_HAND)
def test_the_same_bytes_each_time(name, tmp_path):
    varied().export(tmp_path / "a", name)
    varied().export(tmp_path / "b", name)
    assert files(tmp_path / "a") == files(tmp_path / "b")


@pytest.mark.parametrize("name", [n for n in AT_HAND if n not in {"explorer", "html", "pyg"}])
def test_the_same_bytes_in_another_process(name, tmp_path):
    """Whatever the seed of hashes."""
    varied().write(tmp_path / "out")
    varied().export(tmp_path / "here", name)
    command = [sys.executable, "-c", "from kg.cli import main; main()", "export", str(tmp_path / "out")]
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([*command, "--format", name, "-o", str(tmp_path / "there"), "-q"], check=True, env=environment)
    assert files(tmp_path / "here") == files(tmp_path / "there")


@pytest.mark.parametrize("name", [n for n in AT_HAND if n not in {"explorer", "html"}])
def test_the_order_of_the_graph_does_not_matter(name, tmp_path):
    graph = varied()
    graph.export(tmp_path / "sorted", name)
    mixed = {part: tuple(random.Random(1).sample(getattr(graph, part), len(getattr(graph, part))))
             for part in ("documents", "entities")}  # fmt: skip
    dataclasses.replace(graph, **mixed).export(tmp_path / "mixed", name)
    assert files(tmp_path / "sorted") == files(tmp_path / "mixed")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("grapml", "perhaps graphml is meant"),
        ("gephi", "perhaps gexf is meant"),
        ("ttl", "perhaps turtle is meant"),
        ("networkx", r"KnowledgeGraph\.to_networkx\(\)"),
        ("zzz", "there are cypher, explorer"),
        ("", "Name a format: cypher, explorer"),
        ("GEXF, xml", "no format 'xml'"),
    ],
)
def test_a_name_that_is_not_known(given, said):
    with pytest.raises(FormatError, match=said):
        checked(given.split(","))


def test_names_are_taken_once_in_any_case():
    assert checked(["Turtle", " gexf ", "turtle", ""]) == ("turtle", "gexf")


def test_a_missing_library_is_named_before_anything_is_written(monkeypatch, tmp_path):
    monkeypatch.setattr("kg.export.formats.find_spec", lambda name: None)
    with pytest.raises(FormatError, match=r'parquet needs pyarrow: pip install "kg-business\[parquet\]"'):
        varied().export(tmp_path / "out", "turtle", "parquet")
    assert not (tmp_path / "out").exists()


def test_a_file_when_one_is_meant(tmp_path):
    varied().export(tmp_path / "new" / "acme.graphml", "graphml")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["acme.graphml"]
    (tmp_path / "folder.gexf").mkdir()
    varied().export(tmp_path / "folder.gexf", "gexf")
    assert files(tmp_path / "folder.gexf").keys() == {"graph.gexf"}
    varied().export(tmp_path / "two.gexf", "gexf", "graphml")
    assert files(tmp_path / "two.gexf").keys() == {"graph.gexf", "graph.graphml"}


def test_a_failed_export_keeps_what_was_there(tmp_path, monkeypatch):
    varied().export(tmp_path, "gexf", "neo4j")
    before = files(tmp_path)

    def fail(graph, folder):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.neo4j.write", fail)
    with pytest.raises(InputError, match="No space left"):
        varied("Other").export(tmp_path, "gexf", "neo4j")
    assert files(tmp_path) == before


def test_an_unwritable_target(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="Cannot write to"):
        varied().export(tmp_path / "file", "gexf")


def test_the_command_writes_into_the_folder_itself(out, capsys):
    assert run(["export", str(out), "--format", "graphml,neo4j"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == f"{out / 'graph.graphml'} (yEd, Cytoscape, igraph, networkx)"
    assert all(Path(line.split(" (")[0]).is_file() for line in shown)
    assert len(shown) == 6


def test_the_command_without_a_format_writes_what_a_build_does(out, tmp_path):
    assert run(["export", str(out), "-o", str(tmp_path / "copy"), "-q"]) == 0
    assert files(tmp_path / "copy") == files(out)
    assert read_graph(tmp_path / "copy") == varied()


def test_the_command_as_json(out, capsys):
    assert run(["export", str(out), "--format", "gexf", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (file,) = found["files"]
    assert file == {"format": "gexf", "path": str(out / "graph.gexf"), "bytes": (out / "graph.gexf").stat().st_size}
    assert (found["entities"], found["facts"], found["observations"], found["documents"]) == (3, 6, 2, 2)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--format", "gefx"], 2, "There is no format 'gefx'; perhaps gexf is meant"),
        (["--format", ","], 2, "Name a format"),
        (["--format", "gexf", "-o", "{out}/facts.jsonl/x"], 3, "is not a folder"),
        (["--format", "gexf", "--as-of", "2026"], 2, "--as-of goes with a store"),
        (["--format", "gexf", "--derived"], 2, "not with --format"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments, code, said, out, capsys):
    assert run(["export", str(out), *(a.replace("{out}", str(out)) for a in arguments)]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.splitlines()[-1].count(said) == 1
    assert "Traceback" not in captured.err
    assert not captured.out


def test_a_store_is_exported_as_an_output_is(tmp_path, capsys):
    text = tmp_path / "texts" / "a.txt"
    text.parent.mkdir()
    text.write_text("Kestria Group acquired Hexlar Foods for $20 million in March 2026.")
    store = str(tmp_path / "store")
    assert run(["add", store, str(text.parent), "-q"]) == 0
    assert run(["export", store, "--format", "gexf,nquads", "-o", str(tmp_path / "of-store"), "-q"]) == 0
    assert run(["build", str(text.parent), "-o", str(tmp_path / "out"), "-q"]) == 0
    assert run(["export", str(tmp_path / "out"), "--format", "gexf,nquads", "-o", str(tmp_path / "of-out"), "-q"]) == 0
    assert files(tmp_path / "of-store") == files(tmp_path / "of-out")
    assert run(["export", store, "--format", "gexf"]) == 2
    assert "say with -o where to write" in capsys.readouterr().err
    assert run(["export", store, "--format", "gexf", "-o", store]) == 3
    assert "give another folder" in capsys.readouterr().err


def test_a_folder_that_is_no_output(tmp_path, capsys):
    assert run(["export", str(tmp_path), "--format", "gexf"]) == 3
    assert re.fullmatch(r"kg: .* is not an output of kg: .*\n", capsys.readouterr().err)
    assert run(["export", str(tmp_path / "none"), "--format", "gexf"]) == 3
    assert re.fullmatch(r"kg: .* is neither an output of kg nor a store\.\n", capsys.readouterr().err)
    assert not list(tmp_path.iterdir())


def test_the_help_names_every_format(capsys):
    assert run(["export", "--help"]) == 0
    assert set(FORMATS) <= set(re.findall(r"\w+", capsys.readouterr().out))


def test_written_once_from_python(tmp_path):
    written = write_formats(varied(), tmp_path, ["gexf", "turtle", "gexf"])
    assert [each.format for each in written] == ["gexf", "turtle"]


@pytest.mark.parametrize("name", [n for n in AT_HAND if n not in {"explorer", "html"}])
def test_a_name_of_a_megabyte_is_written_whole(name, tmp_path):
    long = "Kestria Foods " * 75_000
    (written,) = varied(long).export(tmp_path, name)
    if name == "parquet":  # compressed
        assert pytest.importorskip("pyarrow.parquet").read_table(written.files[1]).to_pylist()[1]["name"] == long
    else:
        assert any(long.encode() in path.read_bytes() for path in written.files)
