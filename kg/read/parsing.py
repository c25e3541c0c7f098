"""The bytes of one file to its pages: what may take long, or take a process down, and so can be done in another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.read.encoding import decode
from kg.read.formats import Format, Shape
from kg.read.marking import marked
from kg.read.page import Page, Unreadable, first_part

MARKUP = 10  # characters of a marked-up page for each of text, beyond which the page is cut before parsing


@dataclass(frozen=True, slots=True)
class Parsed:
    """The pages of a file, each with the number of characters that were left out of it; "" is the text of a blank one.

    `guessed` is an encoding that nobody stated.
    """

    pages: tuple[tuple[Page, int], ...]
    guessed: str = ""


Parse = Callable[[Format, bytes, int], Parsed]


def parsed(found: Format, data: bytes, limit: int) -> Parsed:
    """What the bytes of a document say, at most `limit` characters a page.

    Raises:
        Unreadable: that is nothing, or they are not of this format.
    """
    try:
        return _text(found, data, limit) if found.shape is Shape.TEXT else _pages(found, data, limit)
    except Unreadable:
        raise
    except Exception as error:  # parsers of other people's formats fail in ways that nobody has listed
        raise Unreadable(f"cannot be understood as {found.name} ({type(error).__name__})") from error


def _text(found: Format, data: bytes, limit: int) -> Parsed:
    decoded = decode(data, found.declared_encoding(data))
    if decoded.refused:
        raise Unreadable(decoded.refused)
    source = first_part(decoded.text, limit * MARKUP)
    page: Page = found.load()(source)
    if not page.text.strip():
        raise Unreadable("is empty" if not decoded.text.strip() else "holds no text")
    page, left_out = cut(page, limit)
    return Parsed(((page, left_out + len(decoded.text) - len(source)),), decoded.guessed)


def _pages(found: Format, data: bytes, limit: int) -> Parsed:
    made: Page | list[Page] = found.load()(data)
    pages = made if isinstance(made, list) else [made]
    if not any(page.text.strip() for page in pages):
        raise Unreadable("holds no text")
    return Parsed(tuple(cut(page, limit) if page.text.strip() else (Page("", id=page.id), 0) for page in pages))


def cut(page: Page, limit: int) -> tuple[Page, int]:
    """A page of at most `limit` characters with its parts known, and how many were left out."""
    text = first_part(page.text, limit)
    if len(text) == len(page.text):
        return marked(page), 0
    blocks = tuple(replace(b, end=min(b.end, len(text))) for b in page.blocks if b.start < len(text))
    return marked(replace(page, text=text, blocks=blocks)), len(page.text) - len(text)
