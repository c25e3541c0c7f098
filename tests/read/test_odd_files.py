"""Files that are none, that nobody may read, or that change meanwhile: each ends in one sentence that helps."""

from __future__ import annotations

import io
import json
import os
import socket
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reads import read_all

from kg.cli import run
from kg.errors import InputError
from kg.model import Document, Problem
from kg.read import Reading, read

SAID = "Orlune Foods buys oats from Tarn Mills."
PIPE = "is a pipe, not a file: what comes out of it is read as standard input, kg read - < PIPE"
DEVICE = "is a device or socket, not a file"
WRITTEN = "was written to while it was read: read it again when that is done"


def _said(path: Path, **options: object) -> list[str]:
    documents, problems = read_all(path, **options)
    assert not documents
    return [problem.message for problem in problems]


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert _said(tmp_path / "a.txt") == _said(tmp_path) == [PIPE]
    assert _said(tmp_path / "a.txt", format="text") == [PIPE]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device(device: str) -> None:
    assert _said(Path(device), format="text") == [DEVICE]


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a.txt")
        assert _said(tmp_path / "a.txt") == [DEVICE]


def test_links_to_nothing_and_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    assert _said(tmp_path / "gone.txt") == ["is a link to nothing"]
    assert _said(tmp_path / "one.txt") == ["is a link that leads back to itself"]
    (tmp_path / "kept.txt").write_text(SAID)
    (tmp_path / "again").symlink_to(tmp_path)
    documents, problems = read_all(tmp_path)
    assert [document.id for document in documents] == ["kept"]
    assert len(problems) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may do anything")
def test_what_nobody_may_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SAID)
    (tmp_path / "in" / "a.txt").chmod(0)
    assert _said(tmp_path / "in" / "a.txt") == ["cannot be read: Permission denied"]
    (tmp_path / "in").chmod(0)
    try:
        with pytest.raises(InputError, match=r"a\.txt cannot be reached: a folder above it may not be opened\."):
            list(read([tmp_path / "in" / "a.txt"]))
    finally:
        (tmp_path / "in").chmod(0o700)


@pytest.mark.parametrize("name", [b"new\nline.txt", b"bad\xff\xfe.txt", b"\x1b[31mred.txt", b"\xe2\x80\xaeright.txt"])
def test_hostile_names(tmp_path: Path, name: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    place = os.path.join(os.fsencode(tmp_path), name)
    with open(place, "wb") as stream:
        stream.write(SAID.encode())
    (document,), problems = read_all(tmp_path)
    assert document.text == SAID
    assert not problems
    document.id.encode()
    assert run(["read", os.fsdecode(place)]) == 0
    assert capfd.readouterr().out.strip() == SAID
    assert run(["read", os.fsdecode(place) + ".none"]) == 3
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "\x1b" not in told


def test_a_file_that_goes_before_it_is_read(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SAID)
    coming = read([tmp_path])
    assert isinstance(next(coming), Document)
    (tmp_path / "b.txt").unlink()
    assert list(coming) == [Problem("b", "error", "is gone: it was there a moment ago")]


def _jsonl(path: Path, count: int) -> None:
    path.write_text("\n".join(json.dumps({"id": f"r{n}", "text": SAID}) for n in range(count)))


def _csv(path: Path, count: int) -> None:
    path.write_text("id,text\n" + "".join(f'r{n},"{SAID}"\n' for n in range(count)))


def _zip(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(count):
            archive.writestr(f"r{n}.txt", SAID)


def _tar(path: Path, count: int) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for n in range(count):
            info = tarfile.TarInfo(f"r{n}.txt")
            info.size = len(SAID)
            archive.addfile(info, io.BytesIO(SAID.encode()))


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def _blanked(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.write(bytes(size))


def _longer(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b'\n{"text": "More."}\n')


@pytest.mark.parametrize("harm", [_cut, _blanked, _longer])
@pytest.mark.parametrize(("ending", "make"), [("jsonl", _jsonl), ("csv", _csv), ("zip", _zip), ("tgz", _tar)])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, ending: str, make: Callable[[Path, int], None], harm: Callable[[Path], None]
) -> None:
    path = tmp_path / f"a.{ending}"
    make(path, 4000)
    coming: Iterator[Document | Problem] = read([path], Reading(language="any"))
    assert isinstance(next(coming), Document)
    harm(path)
    problems = [item.message for item in coming if isinstance(item, Problem)]
    assert problems.count(WRITTEN) == 1


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_replaced_or_deleted_is_read_as_it_was(tmp_path: Path, replaced: bool) -> None:
    path, other = tmp_path / "a.jsonl", tmp_path / "b"
    _jsonl(path, 4000)
    _jsonl(other, 10)
    coming = read([path])
    next(coming)
    os.replace(other, path) if replaced else path.unlink()
    items = list(coming)
    assert len(items) == 3999
    assert all(isinstance(item, Document) for item in items)


def test_the_command_for_assistants_without_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "mcp" or name.startswith("kg.mcp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    assert run(["mcp", str(tmp_path)]) != 0
    assert capsys.readouterr().err == 'kg: kg mcp needs the package mcp: pip install "kg-business[mcp]".\n'
