"""Files of registers: which format they have, and their listings one by one."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import InputError
from kg.registers import sec, table
from kg.registers.listing import Listing

SEC, GLEIF, CSV = "sec", "gleif", "csv"
FORMATS = (SEC, GLEIF, CSV)
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, csv.Error)


def told_format(path: Path, encoding: str) -> str:
    """The format that a file has, by its first characters.

    Raises:
        InputError: the file cannot be read.
    """
    with opened(path, encoding) as file:
        head = file.read(1 << 16)
    if not head.strip():
        raise InputError(f"{path} is empty.")
    if head.lstrip()[0] in "{[":
        return SEC
    return GLEIF if table.is_gleif(head.partition("\n")[0]) else CSV


def listings(path: Path, form: str, columns: table.Columns | None, encoding: str) -> Iterator[Listing | str]:
    """The companies in a file; in place of those that cannot be read, why.

    Raises:
        InputError: the file cannot be read or is not of that format.
    """
    with opened(path, encoding) as file:
        if form == SEC:
            yield from sec.rows(file, path.name)
        else:
            yield from table.rows(file, table.GLEIF if form == GLEIF else columns, path.name)


@contextmanager
def opened(path: Path, encoding: str = "utf-8-sig") -> Iterator[IO[str]]:
    """The text of a file that may be compressed. Bytes that are not in the encoding become surrogates.

    Raises:
        InputError: the file cannot be read, is damaged, or is a zip file with none or several files.
    """
    try:
        with path.open("rb") as raw:
            head = raw.read(4)
            raw.seek(0)
            if head[:2] in (b"\xff\xfe", b"\xfe\xff") and encoding.lower().startswith("utf-8"):
                raise InputError(f"{path} is in UTF-16: say --encoding utf-16.")
            with _unpacked(raw, head, path) as unpacked:
                text = io.TextIOWrapper(unpacked, encoding=encoding, errors="surrogateescape", newline="")
                yield text
                text.detach()
    except LookupError as error:
        raise InputError(f'There is no encoding "{encoding}".') from error
    except UnicodeError as error:
        raise InputError(f"{path} is not in {encoding}: say --encoding.") from error
    except _BROKEN as error:
        raise InputError(f"{path} is damaged: {error}.") from error
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}.") from error


@contextmanager
def _unpacked(raw: IO[bytes], head: bytes, path: Path) -> Iterator[IO[bytes]]:
    if head[:2] == b"\x1f\x8b":
        with gzip.open(raw) as file:
            yield file  # type: ignore[misc]
    elif head == b"PK\x03\x04" or head == b"PK\x05\x06":
        with zipfile.ZipFile(raw) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if len(names) != 1:
                raise InputError(f"{path} must hold one file, not {len(names)}.")
            with archive.open(names[0]) as file:
                yield file
    else:
        yield raw
