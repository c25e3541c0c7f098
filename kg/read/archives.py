"""zip and tar: the files within, in their order, one open at a time and none ever written to disk."""

from __future__ import annotations

import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO, TypeVar

from kg.read.page import Unreadable
from kg.read.streams import seekable

_MOST_HELD = 2 * 1024**3  # bytes of a zip archive within another file
_MOST_MEMBERS = 1_000_000
# what listing or opening raises where an archive is broken
DAMAGED: tuple[type[Exception], ...] = (EOFError, OSError, RuntimeError, ValueError, NotImplementedError, zlib.error)
DAMAGED += (zipfile.BadZipFile, tarfile.TarError)

Info = TypeVar("Info", zipfile.ZipInfo, tarfile.TarInfo)


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive, open until the next is asked for; or why it is `refused`."""

    name: str
    stream: IO[bytes] | None = None
    refused: str = ""


def zip_members(stream: BinaryIO) -> Iterator[Member]:
    """The files of a zip archive.

    Raises:
        Unreadable: it is no such archive, or has too many files.
    """
    with seekable(stream, _MOST_HELD) as held:
        try:
            archive = zipfile.ZipFile(held)
        except DAMAGED as error:
            raise Unreadable("is a damaged zip archive") from error
        for info in _within_number(archive.infolist()):
            name = info.filename
            refused = _unsafe(name) or _kind_of_zipped(info)
            if name.endswith("/") or (_is_passed_over(name) and not refused):
                continue
            if refused:
                yield Member(_shown(name), refused=refused)
                continue
            try:
                with archive.open(info) as opened:
                    yield Member(name, opened)
            except DAMAGED:
                yield Member(_shown(name), refused="is damaged or packed in a way that kg does not know")


def tar_members(stream: BinaryIO) -> Iterator[Member]:
    """The files of a tar archive, read from beginning to end.

    Raises:
        Unreadable: it is no such archive, is cut off, or has too many files.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:
            for info in _within_number(archive):
                name = info.name
                refused = _unsafe(name) or _kind_of_filed(info)
                if info.isdir() or (_is_passed_over(name) and not refused):
                    continue
                if refused:
                    yield Member(_shown(name), refused=refused)
                else:
                    yield Member(name.removeprefix("./"), archive.extractfile(info))
                archive.members.clear()  # type: ignore[attr-defined]  # else it remembers all of them
    except DAMAGED as error:
        raise Unreadable("is a damaged tar archive, or one that was cut off") from error


def _within_number(members: Iterable[Info]) -> Iterator[Info]:
    for number, member in enumerate(members):
        if number >= _MOST_MEMBERS:
            raise Unreadable(f"holds more than {_MOST_MEMBERS:,} files, so the others were not read")
        yield member


def _is_passed_over(name: str) -> bool:
    """Hidden files, as in folders, and what archives of a Mac hold beside each file."""
    parts = [part for part in PurePosixPath(name).parts if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _unsafe(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if not path.name or path.is_absolute() or ".." in path.parts or name[1:2] == ":" or "\0" in name:
        return "has a path that leads out of its archive or nowhere, so it was not read"
    return ""


def _kind_of_zipped(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 1:
        return "is encrypted"
    kind = stat.S_IFMT(info.external_attr >> 16)
    return "" if kind in (0, stat.S_IFREG) else "is a link or device, not a regular file"


def _kind_of_filed(info: tarfile.TarInfo) -> str:
    return "" if info.isreg() else "is a link or device, not a regular file"


def _shown(name: str) -> str:
    return name.replace("\\", "/").replace("\0", "").lstrip("/") or "?"
