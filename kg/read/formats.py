"""The formats that kg reads: how a file shows which it is, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from pathlib import PurePath
from typing import Any

HEAD = 8192  # bytes in which a file shows its format


class Shape(Enum):
    """How a reader takes a file and what it gives."""

    TEXT = auto()  # characters to a page
    BYTES = auto()  # bytes to a page
    PAGES = auto()  # bytes to several pages
    RECORDS = auto()  # a stream to pages, one after the other
    ARCHIVE = auto()  # a stream to files
    PACKED = auto()  # a stream to the stream of one file


@dataclass(frozen=True, slots=True)
class Format:
    """A format; `reader` is "module:function", imported on first use, `declared` the same for its encoding."""

    name: str
    endings: tuple[str, ...]
    shape: Shape
    reader: str
    declared: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is but characters, which no parser takes apart."""
        return self.name == "text"

    def load(self) -> Callable[..., Any]:
        """What reads it."""
        return _imported(self.reader)

    def declared_encoding(self, data: bytes) -> str:
        """The encoding that a file of this format states, or ""."""
        return str(_imported(self.declared)(data)) if self.declared else ""


def _imported(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


FORMATS = (
    Format("text", (".txt", ".text"), Shape.TEXT, "kg.read.text:read_text"),
    Format("markdown", (".md", ".markdown"), Shape.TEXT, "kg.read.markdown:read_markdown"),
    Format("html", (".html", ".htm", ".xhtml"), Shape.TEXT, "kg.read.html:read_html", "kg.read.html:declared_encoding"),
    Format("pdf", (".pdf",), Shape.BYTES, "kg.read.pdf:read_pdf"),
    Format("docx", (".docx",), Shape.BYTES, "kg.read.docx:read_docx"),
    Format("eml", (".eml",), Shape.BYTES, "kg.read.eml:read_eml"),
    Format("feed", (".rss", ".atom"), Shape.PAGES, "kg.read.feed:read_feed"),
    Format("filing", (), Shape.PAGES, "kg.read.filing:read_filing"),
    Format("jsonl", (".jsonl", ".ndjson"), Shape.RECORDS, "kg.read.jsonl:read_jsonl"),
    Format("csv", (".csv",), Shape.RECORDS, "kg.read.tables:read_csv"),
    Format("tsv", (".tsv", ".tab"), Shape.RECORDS, "kg.read.tables:read_tsv"),
    Format("parquet", (".parquet", ".pq"), Shape.RECORDS, "kg.read.parquet:read_parquet"),
    Format("zip", (".zip",), Shape.ARCHIVE, "kg.read.archives:zip_members"),
    Format("tar", (".tar",), Shape.ARCHIVE, "kg.read.archives:tar_members"),
    Format("gzip", (".gz", ".tgz"), Shape.PACKED, "kg.read.packed:from_gzip"),
    Format("bzip2", (".bz2", ".tbz2"), Shape.PACKED, "kg.read.packed:from_bzip2"),
    Format("xz", (".xz", ".txz"), Shape.PACKED, "kg.read.packed:from_xz"),
)
BY_NAME = {format.name: format for format in FORMATS}
BY_ENDING = {ending: format for format in FORMATS for ending in format.endings}
ENDINGS = tuple(BY_ENDING)

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PAR1", "parquet"),
)
_MARKS = (
    (re.compile(rb"(-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<SEC-(DOCUMENT|HEADER)>|<IMS-DOCUMENT>)"), "filing"),
    (re.compile(rb"(?s)(<\?xml.{0,300}?\?>\s*)?(?:(?><!--.{0,500}?-->)\s*+)*+<(rss|feed|rdf:RDF)[\s>]"), "feed"),
    (
        re.compile(rb"(?s)(<\?xml.{0,300}?\?>\s*)?(?:(?><!--.{0,500}?-->)\s*+)*+(<!doctype html|<html[\s>])", re.I),
        "html",
    ),
)
_INLINE_XBRL = re.compile(rb"<html[^>]{0,4000}\bxmlns:ix\s*=", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:(?:From|Received|Return-Path|Message-ID|Date|MIME-Version|Subject|Delivered-To|To|X-[\w-]+):.*+\n"
    rb"(?:[ \t].*+\n)*+){2}",
    re.IGNORECASE,
)
_RECORD = re.compile(rb"\{\s*\"[^\n]*\}\s*(\n|\Z)|\{\s*\"[^\n]{4096}")
_BINARY = frozenset(name for _, name in _MAGIC) | {"tar", "docx"}


def of_content(head: bytes) -> str:
    """The name of the format that the first bytes of a file show, or ""."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return "docx" if name == "zip" and b"word/" in head else name
    if head[257:262] == b"ustar":
        return "tar"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, name in _MARKS:
        if mark.match(start):
            return "filing" if name == "html" and _INLINE_XBRL.search(start) else name
    if _MAIL.match(start):
        return "eml"
    return "jsonl" if _RECORD.match(start) else ""


def recognised(name: str, head: bytes) -> Format | None:
    """The format of a file by its ending, unless its content is plainly of another; None where it has none of kg's."""
    ending = PurePath(name).suffix.lower()
    stated = BY_ENDING.get(ending)
    shown = of_content(head)
    if stated is None:
        return BY_NAME.get(shown) if ending in ("", ".xml") else None
    if stated.name == "docx" and shown == "zip":
        return stated
    if shown in _BINARY or (stated.name == "text" and shown in ("filing", "feed", "html")):
        return BY_NAME[shown]
    return BY_NAME[shown] if stated.name == "html" and shown == "filing" else stated


def is_known(name: str) -> bool:
    """Whether a name says that a file is of a format of kg, or leaves it to the content."""
    return PurePath(name).suffix.lower() in BY_ENDING


def unpacked_name(name: str) -> str:
    """The name of the file that is packed in one of this name."""
    stem, ending = _stem(name), PurePath(name).suffix.lower()
    if ending in (".tgz", ".tbz2", ".txz"):
        return stem + ".tar"
    packed = BY_ENDING.get(ending)
    return stem if packed is not None and packed.shape is Shape.PACKED else name


def without_ending(name: str) -> str:
    """A path without its ending; of a packed file without both."""
    inner = unpacked_name(name)
    if inner != name and not is_known(inner):
        return inner
    return _stem(inner)


def _stem(name: str) -> str:
    """A path without its last ending; a member of an archive may be called "." or nothing."""
    return PurePath(name).with_suffix("").as_posix() if PurePath(name).name else name


def holds_many(name: str) -> bool:
    """Whether a file of this name holds any number of documents."""
    found = BY_ENDING.get(PurePath(unpacked_name(name)).suffix.lower())
    return found is not None and found.shape not in (Shape.TEXT, Shape.BYTES)
