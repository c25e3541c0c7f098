"""What people type first: each case is a command line, its exit code and words of the one sentence that it ends in."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import run
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Fact, Status
from kg.ontology import Ontology

Capture = pytest.CaptureFixture[str]

TEXT = 'Söhne & Möller GmbH sued O\'Dell "Fast" Lines Inc. in Graz.'
# the folder of a case holds out (an output), other (a folder), file.txt, picture.png, broken.ttl, wrong.toml
CASES = [
    ("biuld file.txt -o new", 2, "Did you mean 'build'"),
    ("build", 2, "Missing option '-o'"),
    ("build file.txt", 2, "Missing option '-o'"),
    ("build nowhere -o new", 3, "There is no file or folder nowhere."),
    ("build file.txt -o new --wrokers 2", 2, "Did you mean '--workers'"),
    ("build file.txt -o new --workers -1", 2, "not in the range"),
    ("build empty -o new", 3, "holds no documents"),
    ("build empty.txt -o new", 3, "nothing was written"),
    ("build picture.png -o new", 3, "not in a format that kg reads"),
    ("build picture.txt -o new", 3, "is binary, not text"),
    ("build german.txt -o new", 3, "in German, and kg reads English"),
    ("build file.txt -o file.txt", 3, "is not a folder"),
    ("build https://example.com/a -o new", 3, "only with --fetch"),
    ("build file.txt -o new --config wrong.toml", 2, "did you mean rules"),
    ("build file.txt -o new --ontology broken.ttl", 3, "is not valid Turtle"),
    ("build file.txt -o new --as doc", 2, "is not one of text"),
    ("build file.txt -o new --date 31.12.2025", 2, "is not a day, month or year"),
    ("show", 2, "Missing argument 'OUT'"),
    ("show out", 2, "Missing argument 'NAME'"),
    ("show nowhere Moller", 3, "there is no such folder; make it with: kg build INPUT -o nowhere"),
    ("show file.txt Moller", 3, "it is a file; give the folder that kg build wrote"),
    ("show other Moller", 3, "it has no readable entities.jsonl; make one with: kg build"),
    ("show out ''", 3, "Give a name, alias or id."),
    ("show out Mullerei", 3, "The graph has nothing called 'Mullerei'."),
    ("why out", 2, "Give the id of a fact"),
    ("why out zz", 3, "kg show lists them"),
    ("query out", 2, "--list shows the questions"),
    ("query out supplier-of", 2, "did you mean suppliers-of"),
    ("query out suppliers-of", 2, "needs entity=..., the customer"),
    ("query out suppliers-of Moller", 2, "not of the form PARAM=VALUE, such as entity=Moller."),
    ("query out suppliers-of company=Moller", 2, "has no parameter company; it has: entity"),
    ("query out suppliers-of entity=Nobody", 3, "Nothing in the graph is called 'Nobody'"),
    ("query out 'SELEC ?x { ?x ?p ?y }'", 2, "cannot be parsed"),
    ("query out 'DELETE WHERE { ?x ?p ?y }'", 2, "only answers questions"),
    ("query out --file nowhere.rq", 2, "Cannot read the query nowhere.rq"),
    ("ask out", 2, "Missing argument 'QUESTION'"),
    ("ask out who supplies Nobody Corp", 3, "has nothing called 'Nobody Corp'"),
    ("ask out why is the sky blue", 2, "kg query OUT --list"),
    ("report out", 2, "Choose from"),
    ("report out exposure", 2, "Whose exposure? Give a name"),
    ("report out exposure Nobody At All", 3, "nothing called 'Nobody At All'"),
    ("report out exposure Moller -o report.pdf", 2, "report.pdf tells no format"),
    ("report out network Moller", 2, "go with exposure"),
    ("export out --format foo", 2, "There is no format 'foo'"),
    ("export nowhere -o new", 3, "neither an output of kg nor a store"),
    ("add other file.txt", 3, "holds other files"),
    ("add file.txt file.txt", 3, "is not a store of kg"),
    ("add new nowhere", 3, "There is no file or folder nowhere."),
    ("update nowhere", 3, "make one with: kg add nowhere INPUT..."),
    ("update out", 3, "out is what kg build wrote, not a store"),
    ("remove out doc", 3, "out is what kg build wrote, not a store"),
    ("log other", 3, "is not a store of kg"),
    ("diff out nowhere", 3, "there is no such folder"),
    ("check other", 3, "is not an output of kg"),
    ("check out --tolerance 5", 2, "goes with --numbers"),
    ("push out", 2, "Say with --endpoint which server"),
    ("push out --endpoint http://localhost:1/query", 3, "No server can be reached"),
    ("serve nowhere --port 0", 3, "there is no such folder"),
    ("init file.txt", 3, "Cannot write to file.txt"),
    ("ontology check broken.ttl", 1, "is not valid Turtle"),
    ("register remove foo", 3, 'No register "foo" was added'),
    ("evaluate facts nowhere", 3, "Cannot read nowhere"),
]


def graph() -> KnowledgeGraph:
    ontology = Ontology.load()
    kind = next(k for k in ontology.leaf_kinds if any(k in r.domain & r.range for r in ontology.relations.values()))
    relation = next(r for r in ontology.relations.values() if kind in r.domain & r.range)
    said = Evidence("a", 0, len(TEXT), TEXT, "rule:verb")
    fact = Fact("fact/1", "c/moeller", relation.name, "c/odell", Status.ASSERTED, 0.9, (), (said,))
    entities = (
        Entity("c/moeller", kind, "Söhne & Möller GmbH"),
        Entity("c/odell", kind, 'O\u2019Dell "Fast" Lines Inc.'),
    )
    return KnowledgeGraph((Document("a", TEXT),), entities, (fact,), (), (), ontology)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("first")
    graph().write(place / "out")
    (place / "other").mkdir()
    (place / "other" / "notes.odt").write_bytes(b"PK")
    (place / "empty").mkdir()
    german = (
        "Die Hallberg Werke haben am Montag mitgeteilt, dass sie die Fertigung bis Ende des Jahres ausbauen werden. "
        "Der Umsatz stieg um zwei Prozent, und der Vorstand rechnet auch im kommenden Jahr mit einem guten Ergebnis. "
        "Die Aktie des Unternehmens gewann am Nachmittag drei Prozent und lag damit an der Spitze der Werte."
    )
    for name, content in (("file", TEXT), ("empty", ""), ("german", german)):
        (place / f"{name}.txt").write_text(content, encoding="utf-8")
    for name in ("picture.png", "picture.txt"):
        (place / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    (place / "broken.ttl").write_text("@prefix a: <b> .\na:b c:d")
    (place / "wrong.toml").write_text("rulez = false")
    return place


@pytest.mark.parametrize(("line", "code", "words"), CASES, ids=[line for line, _, _ in CASES])
def test_a_first_attempt(
    line: str, code: int, words: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    assert run(shlex.split(line)) == code
    printed = capsys.readouterr()
    assert words in " ".join((printed.out + printed.err).split())
    assert "Traceback" not in printed.err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "name",
    [
        "Söhne & Möller",
        "SOHNE & MOLLER GMBH",
        "moller",
        "Sohne and Moller AG",
        "O'Dell",
        'O\'Dell "Fast" Lines',
        "odell fast",
    ],
)
def test_names_are_found_without_accents_signs_and_legal_forms(name: str, folder: Path, capsys: Capture) -> None:
    found = run(["show", str(folder / "out"), *name.split()])
    if name == "odell fast":  # letters are not guessed
        assert found == 3
        return
    assert found == 0
    assert "Möller" in capsys.readouterr().out


def test_a_parameter_is_found_like_a_name(folder: Path, capsys: Capture) -> None:
    assert run(["query", str(folder / "out"), "about", "entity=Sohne and Moller", "--format", "csv"]) == 0
    assert "Dell" in capsys.readouterr().out


def test_what_is_next_can_be_pasted(tmp_path: Path) -> None:
    from kg.report import summary

    (opened, shown, listed) = summary(graph(), tmp_path / "my out", 1.0)[-3:]
    for line in (opened, shown, listed):
        assert str(tmp_path / "my out") in shlex.split(line)[1 if line is opened else 2]
    assert shlex.split(shown)[3] in {entity.name for entity in graph().entities}


@pytest.mark.parametrize("line", [["help"], ["help", "build"], ["--help"], ["build", "-h"]])
def test_help_is_asked_for_in_several_ways(line: list[str], capsys: Capture) -> None:
    assert run(line) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Usage: kg")
    assert "..." not in printed.partition("Commands")[2]


@pytest.mark.parametrize(("name", "starts"), [("r.md", "#"), ("r.json", "{"), ("r.txt", "Exposure"), ("r.html", "<!")])
def test_a_report_has_the_format_of_its_ending(name: str, starts: str, folder: Path, tmp_path: Path) -> None:
    assert run(["report", str(folder / "out"), "exposure", "c/odell", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(starts)


def kg(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A shell's pipe around the command, as a process of its own."""
    python = f"{shlex.quote(sys.executable)} -c 'from kg.cli import main; main()'"
    command = f"set -o pipefail; {python} {line}"
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


def test_a_pipe_that_is_closed_early_is_no_error(folder: Path) -> None:
    done = kg(folder, "query out 'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000' | head -1")
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(
    "line", ["show out moller", "query out about entity=c/moeller --json", "--help", "query out --list"]
)
def test_a_full_disk_is_told_in_one_sentence(line: str, folder: Path) -> None:
    done = kg(folder, f"{line} > /dev/full")
    assert done.returncode == 3
    assert done.stderr == "kg: Cannot write the output: No space left on device.\n"
