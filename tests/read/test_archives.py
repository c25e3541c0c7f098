"""Files within files: what is read of them, and what is refused."""

import bz2
import gzip
import io
import json
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reads import read_bytes

from kg.model import Problem
from kg.read import streams

TEXT = b"Brelco bought Hexlar Foods."


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*files: tuple[str | tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("news.zip", zipped),
        ("news.tar", tarred),
        ("news.tar.gz", lambda *files: tarred(*files, mode="w:gz")),
        ("news.tgz", lambda *files: tarred(*files, mode="w:gz")),
        ("news.tar.bz2", lambda *files: tarred(*files, mode="w:bz2")),
        ("news.tar.xz", lambda *files: tarred(*files, mode="w:xz")),
    ],
)
def test_members_are_documents(tmp_path: Path, name: str, pack: Callable[..., bytes]) -> None:
    record = json.dumps({"text": TEXT.decode()}).encode()
    data = pack(("a.txt", TEXT), ("2026/b.md", b"# Title\n\n" + TEXT), ("c.jsonl", record), (".hidden.txt", TEXT))
    documents, problems = read_bytes(tmp_path, name, data)
    assert [(d.id, d.source) for d in documents] == [
        ("news/a", f"{name}/a.txt"),
        ("news/2026/b", f"{name}/2026/b.md"),
        ("news/c#1", f"{name}/c.jsonl"),
    ]
    assert documents[1].title == "Title"
    assert problems == []


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_packed_files(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    ((document,), problems) = read_bytes(tmp_path, f"a.txt.{ending}", pack(TEXT))
    assert (document.id, document.text, problems) == ("a", TEXT.decode(), [])
    twice = pack(TEXT[:9]) + pack(TEXT[9:])
    assert read_bytes(tmp_path, f"b.txt.{ending}", twice)[0][0].text == TEXT.decode()


def test_what_is_in_a_file_counts_more_than_its_name(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt", gzip.compress(TEXT))[0][0].text == TEXT.decode()
    assert read_bytes(tmp_path, "b.txt", zipped(("x.txt", TEXT)))[0][0].id == "b/x"
    assert read_bytes(tmp_path, "c.zip", TEXT)[1] == [Problem("c", "error", "is a damaged zip archive")]
    assert read_bytes(tmp_path, "e.tar", TEXT)[1][0].message.startswith("is a damaged tar archive")
    assert read_bytes(tmp_path, "f.gz", TEXT)[1] == [Problem("f", "error", "is damaged or cut off")]


def test_archives_within_archives(tmp_path: Path) -> None:
    data = zipped(("b.tar.gz", tarred(("c.zip", zipped(("d.txt", TEXT))), mode="w:gz")))
    documents, problems = read_bytes(tmp_path, "a.zip", data)
    assert ([d.id for d in documents], [p.message for p in problems]) == (
        [],
        ["is packed into archives more than 3 deep"],
    )
    ((document,), _) = read_bytes(tmp_path, "a.zip", zipped(("b.zip", zipped(("d.txt", TEXT)))))
    assert document.id == "a/b/d"


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
@pytest.mark.parametrize(("archive", "pack"), [("n.zip", zipped), ("n.tar", tarred)])
def test_paths_that_lead_out(tmp_path: Path, archive: str, pack: Callable[..., bytes], name: str) -> None:
    documents, (problem,) = read_bytes(tmp_path, archive, pack((name, TEXT)))
    assert documents == []
    assert problem.severity == "error"
    assert "leads out of its archive or nowhere" in problem.message


def test_a_member_without_a_name(tmp_path: Path) -> None:
    data = zipped(("Q.txt", TEXT), ("b.txt", TEXT)).replace(b"Q.txt", b"\0.txt")
    documents, problems = read_bytes(tmp_path, "n.zip", data)
    assert [d.id for d in documents] == ["n/b"]
    assert [p.document for p in problems] == ["n.zip/?"]
    for member in (".", "./.", "a/."):
        documents, problems = read_bytes(tmp_path, "n.zip", zipped((member, lzma.compress(TEXT))))
        assert len(documents) + len(problems) == 1


def test_links_and_devices(tmp_path: Path) -> None:
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device = tarfile.TarInfo("device.txt")
    device.type = tarfile.CHRTYPE
    zip_link = zipfile.ZipInfo("link.txt")
    zip_link.external_attr = (stat.S_IFLNK | 0o777) << 16
    for name, data in (("n.tar", tarred((link, b""), (device, b""))), ("n.zip", zipped((zip_link, b"/etc/passwd")))):
        documents, problems = read_bytes(tmp_path, name, data)
        assert documents == []
        assert {p.message for p in problems} == {"is a link or device, not a regular file"}


def test_encrypted_members(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT)))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    documents, problems = read_bytes(tmp_path, "n.zip", bytes(data))
    assert [d.id for d in documents] == ["n/b"]
    assert problems == [Problem("n.zip/a.txt", "error", "is encrypted")]


def test_a_damaged_member_does_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT)))
    at = data.index(b"a.txt") + 5
    data[at : at + 4] = b"\xff\xff\xff\xff"
    documents, problems = read_bytes(tmp_path, "n.zip", bytes(data))
    assert [d.id for d in documents] == ["n/b"]
    assert [p.document for p in problems] == ["n/a"]


@pytest.mark.parametrize("cut", [30, 60, -8])
def test_archives_that_were_cut_off(tmp_path: Path, cut: int) -> None:
    for name, data in (
        ("a.zip", zipped(("x.txt", TEXT * 99))),
        ("a.tar", tarred(("x.txt", TEXT * 99))[:700]),
        ("a.tar.gz", tarred(("x.txt", TEXT * 99), mode="w:gz")),
        ("a.txt.gz", gzip.compress(TEXT * 99)),
        ("a.txt.xz", lzma.compress(TEXT * 99)),
    ):
        documents, problems = read_bytes(tmp_path, name, data[:cut])
        assert documents == []
        assert problems
        assert all("damaged" in problem.message for problem in problems)


def test_other_formats_within_are_told(tmp_path: Path) -> None:
    _, problems = read_bytes(tmp_path, "n.zip", zipped(("a.txt", TEXT), ("b.xlsx", b"x"), ("__MACOSX/a.txt", TEXT)))
    assert problems == [Problem("n.zip/b.xlsx", "warning", "is not in a format that kg reads")]


def test_members_of_one_name_are_all_read(tmp_path: Path) -> None:
    data = tarred(("a.txt", TEXT), ("a.md", TEXT), ("a.txt", TEXT))
    documents, _ = read_bytes(tmp_path, "n.tar", data)
    assert [d.id for d in documents] == ["n/a", "n/a.md", "n/a.txt"]


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("b.zip", lambda data: zipped(("a.jsonl", data))),
        ("b.tar.gz", lambda data: tarred(("a.jsonl", data), mode="w:gz")),
        ("b.jsonl.gz", gzip.compress),
        ("b.jsonl.bz2", bz2.compress),
        ("b.jsonl.xz", lzma.compress),
        ("b.zip", lambda data: zipped(("c.gz", gzip.compress(data)))),
    ],
)
def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, bomb: Callable[[bytes], bytes]) -> None:
    monkeypatch.setattr(streams, "FREE", 100_000)
    data = b'{"text": "Brelco grew."}\n' + b"\n" * 5_000_000
    documents, problems = read_bytes(tmp_path, name, bomb(data))
    assert len(documents) <= 1
    assert "unpacks to more than" in problems[-1].message


def test_a_large_packed_text_is_read_in_part(tmp_path: Path) -> None:
    data = gzip.compress(b"Brelco grew again. " * 100_000)
    ((document,), (problem,)) = read_bytes(tmp_path, "a.txt.gz", data, max_characters=1000)
    assert len(document.text) <= 1000
    assert problem.message.endswith("the rest left out")
