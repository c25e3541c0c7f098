"""Files to documents, and to problems where that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.config import MAX_CHARACTERS
from kg.model import Document, Problem
from kg.read.encoding import decode
from kg.read.files import Found, find
from kg.read.marking import marked
from kg.read.page import Page, first_part

_MARKUP = 10  # characters of a marked-up page for each of text, beyond which the page is cut before parsing


def read(inputs: Iterable[str | Path], *, max_characters: int = MAX_CHARACTERS) -> Iterator[Document | Problem]:
    """Read files, and the files below folders, sorted by id whatever the order of the inputs.

    A document longer than `max_characters` yields a warning and its first part.

    Raises:
        InputError: at once, when a path does not exist or a folder holds no documents.
    """
    files, problems = find(inputs)
    return read_files(files, problems, max_characters=max_characters)


def read_files(
    files: Iterable[Found], problems: Iterable[Problem] = (), *, max_characters: int = MAX_CHARACTERS
) -> Iterator[Document | Problem]:
    """Read files that were found, among the problems of finding them."""
    queue: list[Found | Problem] = [*files, *problems]
    for item in sorted(queue, key=lambda i: i.document if isinstance(i, Problem) else i.id):
        if isinstance(item, Problem):
            yield item
        else:
            yield from _read_file(item, max_characters)


def _read_file(file: Found, limit: int) -> Iterator[Document | Problem]:
    try:
        if not file.path.is_file() and file.path.exists():
            yield Problem(file.id, "error", "is not a regular file")
            return
        data = file.path.read_bytes()
    except OSError as error:
        yield Problem(file.id, "error", f"cannot be read: {error.strerror or error}")
        return
    decode_as, read_page = _format(file.path.suffix.lower())
    decoded = decode(data, decode_as(data))
    if decoded.refused:
        yield Problem(file.id, "error", decoded.refused)
        return
    if decoded.guessed:
        yield Problem(file.id, "warning", f"is not UTF-8, read as {decoded.guessed}")
    yield from _within_limit(file, read_page, decoded.text, limit)


def _within_limit(
    file: Found, read_page: Callable[[str], Page], source: str, limit: int
) -> Iterator[Document | Problem]:
    parsed = first_part(source, limit * _MARKUP)
    page = marked(read_page(parsed))
    if not page.text.strip():
        yield Problem(file.id, "error", "is empty" if not source.strip() else "holds no text")
        return
    text = first_part(page.text, limit)
    left_out = len(page.text) - len(text) + len(source) - len(parsed)
    if left_out:
        message = f"is too long: its first {len(text):,} characters were read, {left_out:,} left out"
        yield Problem(file.id, "warning", message)
    blocks = tuple(block for block in page.blocks if block.end <= len(text))
    yield Document(file.id, text, page.title, page.date, file.source, page.author, page.language, blocks)


def _format(ending: str) -> tuple[Callable[[bytes], str], Callable[[str], Page]]:
    """How to find the declared encoding of a format, and its text; imported on first use."""
    if ending in (".html", ".htm", ".xhtml"):
        from kg.read.html import declared_encoding, read_html

        return declared_encoding, read_html
    if ending in (".md", ".markdown"):
        from kg.read.markdown import read_markdown

        return _undeclared, read_markdown
    from kg.read.text import read_text

    return _undeclared, read_text


def _undeclared(data: bytes) -> str:
    return ""
