"""Files to documents, and to problems where that fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from kg.config import ANY, ENGLISH, shortened
from kg.model import Document, Problem
from kg.read.apart import parsing
from kg.read.contents import Text, texts_of
from kg.read.files import Found, find
from kg.read.language import language_name, language_of
from kg.read.page import Page
from kg.read.parsing import Parse
from kg.read.reading import Reading
from kg.read.sidecar import Sidecar, read_sidecar

_LISTED = 1000  # problems of one file; further ones are counted


def read(inputs: Iterable[str | Path], reading: Reading | None = None) -> Iterator[Document | Problem]:
    """Read files, the files below folders, URLs and standard input ("-"), in the order of their ids.

    Nothing is held but the document at hand. A document that is longer than it may be yields a warning and its
    first part, one in another language than English an error alone.

    Raises:
        InputError: at once, when a path does not exist, a folder holds no documents or a URL is not to be fetched.
    """
    reading = reading or Reading()
    files, problems = find(inputs, reading)
    return read_files(files, problems, reading)


def read_files(
    files: Iterable[Found], problems: Iterable[Problem] = (), reading: Reading | None = None
) -> Iterator[Document | Problem]:
    """Read files that were found, among the problems of finding them."""
    reading = reading or Reading()
    queue: list[Found | Problem] = sorted([*files, *problems], key=_id)
    taken = _Taken(item.id for item in queue if isinstance(item, Found))
    with parsing(reading.max_seconds) as parse:
        for item in queue:
            if isinstance(item, Problem):
                yield item
            else:
                yield from _within_number(item.id, _read_file(item, reading, taken, parse))


def _id(item: Found | Problem) -> str:
    return item.document if isinstance(item, Problem) else item.id


def _within_number(id_: str, found: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
    """Documents, and problems until there are too many to be looked at."""
    count = {"error": 0, "warning": 0}
    for item in found:
        if isinstance(item, Problem):
            count[item.severity] += 1
            if count[item.severity] > _LISTED:
                continue
        yield item
    for severity, number in count.items():
        if number > _LISTED:
            yield Problem(id_, severity, f"has {number - _LISTED:,} more such problems, which are not listed")


def _read_file(file: Found, reading: Reading, taken: _Taken, parse: Parse) -> Iterator[Document | Problem]:
    note = read_sidecar(file.path) if not file.url else Sidecar()
    if note.wrong:
        yield Problem(file.id, "warning", note.wrong)
    for item in texts_of(file, reading, parse):
        if isinstance(item, Problem):
            yield item
            continue
        id_ = taken.free(item, file.id)
        if id_ != item.id and item.given:
            yield Problem(
                id_, "warning", f'has the id "{shortened(item.id)}" in its file, which another document has already'
            )
        yield from in_language(of_text(id_, item, note.fields), reading)


def of_text(id_: str, text: Text, noted: Mapping[str, str]) -> Document:
    """A text with what is noted of its file; each record of many knows better than that."""
    page = text.page
    stated = _stated(page)
    known = {**noted, **stated} if text.is_record else {**stated, **noted}
    source = known.pop("source", text.source)
    return Document(id_, page.text, source=source, language=page.language, blocks=page.blocks, **known)


def _stated(page: Page) -> dict[str, str]:
    found = {"title": page.title, "date": page.date, "author": page.author, "source": page.source}
    return {key: value for key, value in found.items() if value}


def in_language(document: Document, reading: Reading) -> Iterator[Document | Problem]:
    """The document with its language, or the problem that this is none that is read."""
    language = language_of(document.text)
    if reading.language != ANY and language not in ("", ENGLISH):
        message = f"is in {language_name(language)}, and kg reads English, so it was left out"
        yield Problem(document.id, "error", message)
    else:
        yield replace(document, language=language or document.language)


class _Taken:
    """The ids that are given away, as short hashes: there may be millions."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._files = {_hash(id_) for id_ in ids}
        self._ids: set[int] = set()

    def free(self, text: Text, file: str) -> str:
        """The id of a text, or the next one that it may have where that is taken."""
        number = 1
        for id_ in (text.id, text.otherwise):
            if self._take(id_, file):
                return id_
        while not self._take(id_ := f"{text.otherwise}~{(number := number + 1)}", file):
            pass
        return id_

    def _take(self, id_: str, file: str) -> bool:
        hashed = _hash(id_)
        if hashed in self._ids or (hashed in self._files and id_ != file):
            return False
        self._ids.add(hashed)
        return True


def _hash(id_: str) -> int:
    return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
