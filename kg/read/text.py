"""Plain text: the characters of the file, its line ends made one."""

from __future__ import annotations

import re

from kg.read.page import Page

_LINE_END = re.compile(r"\r\n?")


def with_one_line_end(text: str) -> str:
    r"""Turn \r\n and \r into \n, as Python's own reading of text files does."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def read_text(source: str) -> Page:
    """Nothing but the line ends changes, so that offsets are those of the file."""
    return Page(with_one_line_end(source))
