"""Markdown: headings, bullets and paragraphs as lines with blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.model import BlockKind
from kg.read.html import whole_page
from kg.read.page import Page
from kg.read.parts import CELLS, Part, joined
from kg.read.text import with_one_line_end

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)
_DATE = re.compile(r"^(?:date|published):[ \t]*['\"]?(\d{4}(?:-\d\d){0,2})(?=['\"T\s]|$)", re.MULTILINE | re.ASCII)


def read_markdown(source: str) -> Page:
    """The text without marks and URLs; title and date are those of the front matter, else the first heading is it."""
    source = with_one_line_end(source)
    title = date = ""
    if front := _FRONT_MATTER.match(source):
        source = source[front.end() :]
        stated = _TITLE.search(front[1])
        title = stated[2] if stated else ""
        dated = _DATE.search(front[1])
        date = dated[1] if dated else ""
    tokens = _parser().parse(source)
    text, blocks = joined(_parts(tokens))
    title = title or _first_heading(tokens)
    first = blocks[0] if blocks else None
    if first is not None and first.kind is BlockKind.HEADING:
        blocks = (replace(first, kind=BlockKind.TITLE), *blocks[1:])
    return Page(text, title, date, blocks)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """One part for each paragraph, heading, bullet, row of a table and block of code."""
    bullet = ""
    kind = BlockKind.PARAGRAPH
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                bullet = "- "
            case "list_item_close":
                bullet = ""
            case "heading_open":
                kind = BlockKind.HEADING
            case "heading_close":
                kind = BlockKind.PARAGRAPH
            case "tr_open":
                cells = []
            case "tr_close":
                yield Part(CELLS.join(cells or ()), BlockKind.TABLE)
                cells = None
            case "inline" if cells is not None:
                cells.append(_inline(token))
            case "inline" | "fence" | "code_block" | "html_block":
                text = _text(token)
                if text:
                    yield Part(bullet + text, BlockKind.BULLET if bullet else kind)
                    bullet = ""


def _text(token: Token) -> str:
    if token.type == "inline":
        return _inline(token)
    if token.type == "html_block":
        return whole_page(token.content).text
    return token.content.strip("\n")


def _inline(token: Token) -> str:
    """The words of a line: of links their text, of pictures nothing."""
    parts = []
    in_bare_link = False
    for child in token.children or ():
        match child.type:
            case "link_open" | "link_close":
                in_bare_link = child.type == "link_open" and child.markup == "autolink"
            case "text" | "code_inline" if not in_bare_link:
                parts.append(child.content)
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
    return "".join(parts).strip()


def _first_heading(tokens: Sequence[Token]) -> str:
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            return _inline(content)
    return ""
