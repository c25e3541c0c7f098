"""Files of JSON objects, one a line, read with care: what is wrong is told with its line number."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import InputError

Row = dict[str, Any]


class WrongLineError(Exception):
    """What is wrong with a line, to follow "Line 3 of gold.jsonl"."""


def refuse(is_wrong: bool, message: str) -> None:
    """Raise a WrongLineError with the message if something is wrong."""
    if is_wrong:
        raise WrongLineError(message)


@contextmanager
def line_of(path: Path, number: int) -> Iterator[None]:
    """Turn what is wrong with a line into one sentence that says which line it is.

    Raises:
        InputError: the block raised a WrongLineError.
    """
    try:
        yield
    except WrongLineError as error:
        raise InputError(f"Line {number} of {path} {error}.") from error


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The JSON objects of a file with their line numbers, from 1; empty lines are passed over.

    Raises:
        InputError: the file cannot be read, or a line is not a JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', '') or error}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            with line_of(path, number):
                row = _object(line)
            yield number, row


def _object(line: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise WrongLineError(f"is not JSON: {error}") from error
    refuse(not isinstance(row, dict), "is not a JSON object")
    found: Row = row
    return found


def items(row: Row, key: str) -> list[tuple[Row, str]]:
    """The objects of a list, each with the words that tell where it stands.

    Raises:
        WrongLineError: there is something else.
    """
    found = row.get(key, [])
    is_list = isinstance(found, list) and all(isinstance(item, dict) for item in found)
    refuse(not is_list, f"needs a list of objects as {key!r}")
    return [(item, f" in {key} {number}") for number, item in enumerate(found, 1)]


def word(row: Row, key: str, where: str, known: Collection[str] | None = None, noun: str = "") -> str:
    """The string of a key, one of those `known`.

    Raises:
        WrongLineError: there is none, or an unknown one.
    """
    found = row.get(key)
    refuse(found is None, f"has no {key!r}{where}")
    refuse(not isinstance(found, str), f"needs words as {key!r}{where}")
    refuse(known is not None and found not in known, f"names the unknown {noun} {found!r}{where}")
    return str(found)


def words(row: Row, key: str, where: str = "") -> list[str]:
    """The strings of a list.

    Raises:
        WrongLineError: there is something else.
    """
    found = row.get(key)
    refuse(found is None, f"has no {key!r}{where}")
    is_words = isinstance(found, list) and all(isinstance(item, str) for item in found)
    refuse(not is_words, f"needs a list of words as {key!r}{where}")
    return list(found or [])


def index(row: Row, key: str, where: str, count: int) -> int:
    """The number of one of `count` entities.

    Raises:
        WrongLineError: there is none, or there is no such entity.
    """
    found = row.get(key)
    refuse(found is None, f"has no {key!r}{where}")
    is_known = isinstance(found, int) and 0 <= found < count
    refuse(not is_known, f"names the unknown entity {found!r}{where}")
    return int(found or 0)


def span(start: object, end: object, where: str, length: int) -> tuple[int, int]:
    """Half-open offsets within a length.

    Raises:
        WrongLineError: they are no numbers, or hold nothing, or reach beyond the length.
    """
    is_span = isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length
    refuse(not is_span, f"has the broken span {start}:{end}{where}")
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end
