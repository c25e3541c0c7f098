"""Files that hang or crash their parser cost themselves: real processes, with a parser that does so when told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kg.model import Document, Problem
from kg.read import Reading, read

# how the parser of mail is made to do what no known file makes it do
UNSOUND = """
import os, signal, time
import kg.read.eml as mail
sound = mail.read_eml
def read_eml(data):
    if b"HANG" in data:
        time.sleep(600)
    if b"CRASH" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"ONCE" in data and not os.path.exists(os.environ["ONCE"]):
        open(os.environ["ONCE"], "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    if b"PRINT" in data:
        print("not for you", flush=True)
    return sound(data)
mail.read_eml = read_eml
"""
MAIL = "From: Ada Orlune <ada@orlune.example>\nSubject: {0}\n\nOrlune Foods buys oats from Tarn Mills, {0}.\n"
APART = Reading(max_seconds=20.0)


@pytest.fixture(autouse=True)
def _unsound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "unsound"
    place.mkdir()
    (place / "sitecustomize.py").write_text(UNSOUND)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(place), *filter(None, [os.environ.get("PYTHONPATH")])]))
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))


def _mails(folder: Path, **said: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in said.items():
        (folder / f"{name}.eml").write_text(MAIL.format(text))
    return folder


def _read(place: Path, reading: Reading = APART) -> tuple[list[str], dict[str, str]]:
    items = list(read([place], reading))
    told = {item.document: item.message for item in items if isinstance(item, Problem)}
    return [item.id for item in items if isinstance(item, Document)], told


def test_a_hang_costs_its_file(tmp_path: Path) -> None:
    started = time.monotonic()
    ids, told = _read(_mails(tmp_path / "in", a="oats", b="HANG", c="rye"), Reading(max_seconds=2))
    assert ids == ["a", "c"]
    assert told == {"b": "takes more than 2 seconds to read"}
    assert time.monotonic() - started < 60


def test_a_crash_costs_its_file(tmp_path: Path) -> None:
    ids, told = _read(_mails(tmp_path / "in", a="oats", b="CRASH", c="rye"))
    assert ids == ["a", "c"]
    assert told == {"b": "cannot be read as eml: it crashes its parser, or needs more memory than there is"}


def test_a_process_that_was_killed_is_replaced(tmp_path: Path) -> None:
    ids, told = _read(_mails(tmp_path / "in", a="oats", b="ONCE", c="rye"))
    assert (ids, told) == (["a", "b", "c"], {})
    assert (tmp_path / "once").exists()


def test_other_files_of_an_archive_are_read(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, said in (("a", "oats"), ("b", "CRASH"), ("c", "rye")):
            archive.writestr(f"{name}.eml", MAIL.format(said))
    ids, told = _read(path)
    assert ids == ["all/a", "all/c"]
    assert list(told) == ["all/b"]


def test_what_comes_of_it_is_the_same(tmp_path: Path) -> None:
    folder = _mails(tmp_path / "in", a="oats")
    (folder / "page.html").write_text(
        "<html><head><title>Oats</title></head><body><article><h1>Oats</h1><p>Orlune Foods buys oats.</p>"
        "<ul><li>and rye</li></ul></article></body></html>"
    )
    (folder / "note.md").write_text("# Oats\n\nOrlune Foods buys oats.\n\n- and rye\n")
    (folder / "old.txt").write_bytes("Orlune Foods pays £3m – in 2026.".encode("cp1252"))
    (folder / "none.html").write_text("<html><body></body></html>")
    (folder / "feed.rss").write_text(
        "<rss><channel><item><guid>1</guid><description>Orlune buys oats.</description></item>"
        "<item><guid>2</guid></item><item><guid>3</guid><description>Orlune buys rye.</description></item>"
        "</channel></rss>"
    )
    here, apart = (list(read([folder], reading)) for reading in (Reading(), APART))
    assert here == apart
    assert len(here) == 8


def test_nothing_is_left_running(tmp_path: Path) -> None:
    others = _children()  # of other tests
    coming = read([_mails(tmp_path / "in", a="oats", b="rye")], APART)
    next(coming)
    (child,) = set(_children()) - set(others)
    coming.close()  # type: ignore[attr-defined]
    assert child not in _children()
    assert not Path(f"/proc/{child}").exists()


def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    folder = _mails(tmp_path / "in", a="oats", b="rye")
    code = (
        "import os, sys; from kg.read import Reading, read\n"
        "coming = read([sys.argv[1]], Reading(max_seconds=20)); next(coming)\n"
        "print(open(f'/proc/{os.getpid()}/task/{os.getpid()}/children').read(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    until = time.monotonic() + 20
    while Path(f"/proc/{child}").exists() and _state(child) != "Z" and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists() or _state(child) == "Z"


def test_plain_text_and_records_need_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Orlune Foods buys oats.")
    (tmp_path / "b.jsonl").write_text('{"text": "Orlune Foods buys rye."}\n' * 3)
    others = _children()  # of other tests
    for item in read([tmp_path / "a.txt", tmp_path / "b.jsonl"], APART):
        assert isinstance(item, Document)
        assert set(_children()) <= set(others)


def test_what_a_parser_prints_does_not_mix_with_what_kg_prints(tmp_path: Path) -> None:
    folder = _mails(tmp_path / "in", a="PRINT")
    command = [sys.executable, "-c", "from kg.cli import main; main()", "read", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Orlune Foods")
    assert "not for you" not in done.stdout


def _children() -> list[int]:
    held = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text()
    return [pid for pid in map(int, held.split()) if _state(pid) != "Z"]


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
