"""CoNLL-U with the entities of GUM: texts as they were written, mentions with type, chain and head.

The Entity field of the last column opens and closes mentions: "(1-organization-new-sssss-cf1-2-coref-Name" opens one
of chain 1 whose head is its second token, "1)" closes it. (Zeldes 2017; the order of the parts stands in the file.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kg.errors import InputError

_OPEN_OR_CLOSE = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_COLUMNS = 10
_PARTS = 7  # chain, type, information status, salience, centering, head, link


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its half-open character offsets in the text and its universal part of speech."""

    text: str
    start: int
    end: int
    pos: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: first, last and head token, chain, type, how it is linked, whether it is the chain's first."""

    first: Token
    last: Token
    head: Token
    chain: int
    type: str
    link: str
    is_new: bool


class Whole(NamedTuple):
    """Tokens written as one word ("Microsoft's"): the number of the last, and what stands behind it."""

    last: int
    after: str


@dataclass(slots=True)
class Read:
    """A document as it is read."""

    id: str
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    _open: list[tuple[str, int]] = field(default_factory=list)

    def add(self, text: str, pos: str, misc: str, gap: str) -> None:
        """Add a token, what stands between it and the one before, and the mentions that open and close there."""
        self.text += gap if self.text else ""
        self.tokens.append(Token(text, len(self.text), len(self.text) + len(text), pos))
        self.text += text
        entity = next((f[7:] for f in misc.split("|") if f.startswith("Entity=")), "")
        for found in _OPEN_OR_CLOSE.finditer(entity):
            opened, at_once, closed = found.groups()
            if opened:
                self._open.append((opened, len(self.tokens) - 1))
            if closed or at_once:
                self._close((closed or opened).split("-")[0])

    def _close(self, chain: str) -> None:
        for number, (opened, first) in reversed(list(enumerate(self._open))):
            parts = opened.split("-")
            if parts[0] == chain and len(parts) >= _PARTS and chain.isdigit():
                del self._open[number]
                at = int(parts[5].split(",")[0]) - 1 if parts[5].split(",")[0].isdigit() else 0
                head = self.tokens[min(first + at, len(self.tokens) - 1)]
                ends = self.tokens[first], self.tokens[-1]
                self.marked.append(Marked(*ends, head, int(chain), parts[1], parts[6], parts[2].startswith("new")))
                return


def documents(path: Path) -> Iterator[Read]:
    """The documents of a file; a paragraph is a line of the text.

    Raises:
        InputError: the file cannot be read, or a line has not the ten columns of CoNLL-U.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', '') or error}.") from error
    document, gap, whole = Read(path.stem), "", Whole(0, "")
    for number, line in enumerate(lines, 1):
        if line.startswith("# newdoc"):
            if document.tokens:
                yield document
            document = Read(line.partition("=")[2].strip() or path.stem)
        elif line.startswith("# newpar"):
            gap = "\n"
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != _COLUMNS:
                raise InputError(f"Line {number} of {path} has not the ten columns of CoNLL-U.")
            after = "" if "SpaceAfter=No" in columns[-1].split("|") else " "
            first, _, last = columns[0].partition("-")
            if last.isdigit():
                whole = Whole(int(last), after)
            elif first.isdigit():  # an empty node is numbered 8.1
                document.add(columns[1], columns[3], columns[-1], gap)
                n = int(first)
                gap = "" if n < whole.last else whole.after if n == whole.last else after
                whole = whole if n < whole.last else Whole(0, "")
    if document.tokens:
        yield document
