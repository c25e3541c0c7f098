"""What is in a file: one text, records, or other files, at any depth that is sound."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from kg.model import Problem
from kg.read import archives, packed
from kg.read.files import STANDARD_INPUT, Found
from kg.read.formats import BY_NAME, HEAD, Format, Shape, recognised, unpacked_name, without_ending
from kg.read.page import Page, Unreadable
from kg.read.parsing import MARKUP, Parse, cut, parsed
from kg.read.reading import Reading
from kg.read.streams import DEPTH, Budget, Overflow, counted, peeked

_LARGEST = 100 * 1024**2  # bytes of a document that must be read as a whole
_DAMAGED = "is damaged or cut off"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its `id`, which is `given` where a record states it; `otherwise` is the id by its place."""

    id: str
    otherwise: str
    source: str
    page: Page
    given: bool = False
    is_record: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stream was found: its id, its path within the input, what may still be unpacked, and what parses it."""

    id: str
    source: str
    name: str
    budget: Budget
    parse: Parse
    depth: int = 0
    format: str = ""


def texts_of(file: Found, reading: Reading, parse: Parse = parsed) -> Iterator[Text | Problem]:
    """The texts of a file one by one, and what is wrong with it."""
    format_ = reading.format if file.named else ""
    try:
        before = _state(file)
        stream, name, size = _opened(file, reading)
        with stream:
            place = _Place(file.id, file.source, name, Budget(size), parse, format=format_)
            yield from _look_into(stream, place, reading)
        if _was_written(before, _state(file)):
            yield Problem(file.id, "warning", "was written to while it was read: read it again when that is done")
    except Unreadable as reason:
        yield Problem(file.id, "error", str(reason))
    except OSError as error:
        yield Problem(file.id, "error", _why(file, error))


def _state(file: Found) -> os.stat_result | None:
    try:
        return None if file.url else file.path.stat()
    except OSError:
        return None


def _was_written(before: os.stat_result | None, after: os.stat_result | None) -> bool:
    """Whether the same file has other content now; one that took its place was not read."""
    if before is None or after is None or not os.path.samestat(before, after):
        return False
    return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)


def _why(file: Found, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself"
    if isinstance(error, FileNotFoundError):
        return "is a link to nothing" if file.path.is_symlink() else "is gone: it was there a moment ago"
    return f"cannot be read: {error.strerror or error}"


def _opened(file: Found, reading: Reading) -> tuple[BinaryIO, str, int]:
    if file.url == STANDARD_INPUT:
        # what unpacks from it can be compared to nothing, so the limit is that of a large input
        return open(sys.stdin.fileno(), "rb", closefd=False), "", _LARGEST
    if file.url:
        from kg.read.web import fetch

        found = fetch(file.url, local=reading.local)
        return found.stream, found.name, len(found.stream.getbuffer())
    if file.path.is_fifo():
        raise Unreadable("is a pipe, not a file: what comes out of it is read as standard input, kg read - < PIPE")
    if not file.path.is_file() and file.path.exists():
        raise Unreadable("is a device or socket, not a file")
    return file.path.open("rb"), file.path.name, file.path.stat().st_size


def _look_into(stream: BinaryIO, place: _Place, reading: Reading) -> Iterator[Text | Problem]:
    """What is in a stream, whatever it is.

    Raises:
        Overflow: it unpacks to too much.
    """
    try:
        head, stream = peeked(stream, HEAD)
        found = BY_NAME[place.format] if place.format else recognised(place.name, head)
        if found is None and not place.name:  # standard input that shows nothing
            found = BY_NAME["text"]
        if found is None:
            severity = "warning" if place.depth else "error"
            yield Problem(place.source, severity, "is not in a format that kg reads")
        elif found.shape in (Shape.ARCHIVE, Shape.PACKED) and place.depth >= DEPTH:
            yield Problem(place.id, "error", f"is packed into archives more than {DEPTH} deep")
        elif found.shape is Shape.ARCHIVE:
            yield from _members(stream, found, place, reading)
        elif found.shape is Shape.PACKED:
            inner = unpacked_name(place.name)
            within = replace(place, name="" if inner == place.name else inner, depth=place.depth + 1, format="")
            yield from _look_into(counted(found.load()(stream), place.budget), within, reading)
        elif found.shape is Shape.RECORDS:
            yield from _records(stream, found, place, reading)
        else:
            yield from _document(stream, found, place, reading)
    except Overflow:
        raise
    except Unreadable as reason:
        yield Problem(place.id, "error", str(reason))
    except packed.DAMAGED as error:
        is_file = isinstance(error, OSError) and error.errno and not place.depth
        yield Problem(place.id, "error", f"cannot be read: {error.strerror}" if is_file else _DAMAGED)  # type: ignore[union-attr]


def _members(stream: BinaryIO, found: Format, place: _Place, reading: Reading) -> Iterator[Text | Problem]:
    any_found = False
    for member in found.load()(stream):
        any_found = True
        source = f"{place.source}/{member.name}"
        id_ = f"{place.id}/{without_ending(member.name)}"
        if member.refused:
            yield Problem(source, "error", member.refused)
            continue
        within = _Place(id_, source, member.name, place.budget, place.parse, place.depth + 1)
        try:
            yield from _look_into(counted(member.stream, place.budget), within, reading)
        except archives.DAMAGED:
            yield Problem(id_, "error", _DAMAGED)
    if not any_found:
        yield Problem(place.id, "error", "holds no files")


def _records(stream: BinaryIO, found: Format, place: _Place, reading: Reading) -> Iterator[Text | Problem]:
    number = 0
    for number, page in enumerate(found.load()(stream, reading), 1):
        numbered = f"{place.id}#{number}"
        if isinstance(page, Unreadable):
            yield Problem(numbered, "error", str(page))
        elif not page.text.strip():
            yield Problem(page.id or numbered, "warning", "holds no text")
        else:
            kept, problem = cut_to_size(page.id or numbered, page, reading.max_characters)
            if problem:
                yield problem
            yield Text(page.id or numbered, numbered, place.source, kept, bool(page.id), is_record=True)
    if not number:
        yield Problem(place.id, "error", "holds no records")


def _document(stream: BinaryIO, found: Format, place: _Place, reading: Reading) -> Iterator[Text | Problem]:
    if found.shape is Shape.TEXT:
        data, is_cut = _first_bytes(stream, reading.max_characters * MARKUP * 4)
    else:
        data, is_cut = _whole(stream), False
    made = place.parse(found, data, reading.max_characters)
    if made.guessed:
        yield Problem(place.id, "warning", f"is not UTF-8, read as {made.guessed}")
    is_only = len(made.pages) == 1
    for number, (page, left_out) in enumerate(made.pages, 1):
        if not page.text:
            continue
        id_ = place.id if is_only else f"{place.id}#{page.id or number}"
        if left_out or is_cut:
            yield _too_long(id_, page, "the rest" if is_cut else f"{left_out:,}")
        yield Text(id_, _with_ending(place), place.source, page, is_record=not is_only)


def _whole(stream: BinaryIO) -> bytes:
    """All of a stream.

    Raises:
        Unreadable: that is nothing, or too much.
    """
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unreadable(f"is larger than {_LARGEST // 1024**2} MB, too large for one document")
    if not data:
        raise Unreadable("is empty")
    return data


def _first_bytes(stream: BinaryIO, most: int) -> tuple[bytes, bool]:
    """At most so many bytes, cut where no character is, and whether there are more."""
    data = stream.read(most + 1)
    if len(data) <= most:
        return data, False
    data = data[: most - most % 4]
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return data, True
    return data[: max(data.rfind(b" "), data.rfind(b"\n")) + 1] or data, True


def cut_to_size(id_: str, page: Page, limit: int) -> tuple[Page, Problem | None]:
    """The page of a record with its parts known, and the warning that it was cut."""
    kept, left_out = cut(page, limit)
    return kept, _too_long(id_, kept, "the rest") if left_out else None


def _too_long(id_: str, page: Page, left_out: str) -> Problem:
    return Problem(
        id_, "warning", f"is too long: its first {len(page.text):,} characters were read, {left_out} left out"
    )


def _with_ending(place: _Place) -> str:
    """The id that a document has where another one has the same without ending."""
    return f"{place.id.rpartition('/')[0]}/{place.name}" if "/" in place.id else place.name or place.id
