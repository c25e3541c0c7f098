"""EML, a stored e-mail: subject, day, sender and the text of the message without what it quotes."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from kg.model import Block, BlockKind
from kg.read.encoding import decode
from kg.read.forms import blocks_of
from kg.read.html import read_html
from kg.read.marking import marked
from kg.read.page import Page, Unreadable
from kg.read.text import with_one_line_end

# "On 3 March 2026, Jane Doe wrote:" and the like begin what is quoted to the end
_QUOTES = re.compile(
    r"\s*(?:On\b.{6,200}\bwrote:|-{2,}\s*(?:Original|Forwarded) [Mm]essage\s*-{2,}|_{10,}|Begin forwarded message:)\s*",
    re.DOTALL,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_FIELD = re.compile(r"(?:From|Sent|To|Subject|Date|Cc): \S")


def read_eml(data: bytes) -> Page:
    """The message as its plain part has it, else its HTML part; attachments are not read.

    Raises:
        Unreadable: the file is no e-mail, or has no text.
    """
    try:
        message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
        told = {name.lower(): str(message[name] or "") for name in ("Subject", "From", "Date", "Message-ID")}
        part = message.get_body(("plain", "html"))
        text = _text_of(part) if part is not None else ""
    except Exception as error:  # the parser's own faults on damaged headers are of many kinds
        raise Unreadable("is not an e-mail that can be read") from error
    if not any(told.values()):
        raise Unreadable("is not an e-mail: it has no headers")
    if part is not None and part.get_content_type() == "text/html":
        page = read_html(text)
    else:
        text = with_one_line_end(text)
        page = Page(text, blocks=tuple(_blocks(text)))
    name, address = parseaddr(told["from"])
    return replace(
        marked(page), title=" ".join(told["subject"].split()), date=_day(told["date"]), author=name or address
    )


def _text_of(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    return decode(data, part.get_content_charset() or "").text if isinstance(data, bytes) else ""


def _day(header: str) -> str:
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of a message, what was written before it and its signature marked as such."""
    signature = next((m.start() for m in _SIGNATURE.finditer(text)), len(text))
    quoted = next((b.start for b in _lines(text) if _QUOTES.fullmatch(text[b.start : b.end])), len(text))
    own, headers = min(signature, quoted), 0
    for block in _lines(text):
        said = text[block.start : block.end]
        headers = headers + 1 if _FIELD.match(said) else 0
        if headers > 1:
            own = min(own, block.start)
        if said.lstrip().startswith(">") or block.start >= min(own, quoted):
            yield replace(block, kind=BlockKind.BOILERPLATE)
        else:
            yield block


def _lines(text: str) -> Sequence[Block]:
    """Blocks that end where quoted lines begin."""
    found = []
    for piece in re.finditer(r"(?:^[ \t]*>[^\n]*\n?)+|(?:^(?![ \t]*>)[^\n]*(?:\n|\Z))+", text, re.MULTILINE):
        shift = piece.start()
        for b in blocks_of(piece.group()):  # the subject is the title
            kind = BlockKind.HEADING if b.kind is BlockKind.TITLE else b.kind
            found.append(replace(b, start=b.start + shift, end=b.end + shift, kind=kind))
    return found
