"""Bytes to documents: each file's text with faithful offsets, its title, date and source, and what its parts are."""

from __future__ import annotations

from kg.read.documents import read, read_files
from kg.read.files import STANDARD_INPUT, Found, find
from kg.read.formats import BY_NAME as FORMATS
from kg.read.formats import ENDINGS
from kg.read.forms import blocks_of, bullet_end, is_heading
from kg.read.marking import marked, marked_document
from kg.read.reading import Reading
from kg.read.records import PARTS
from kg.read.rows import Rows
from kg.read.sidecar import sidecar_of
from kg.read.web import is_url

__all__ = [
    "ENDINGS",
    "FORMATS",
    "PARTS",
    "STANDARD_INPUT",
    "Found",
    "Reading",
    "Rows",
    "blocks_of",
    "bullet_end",
    "find",
    "is_heading",
    "is_url",
    "marked",
    "marked_document",
    "read",
    "read_files",
    "sidecar_of",
]
