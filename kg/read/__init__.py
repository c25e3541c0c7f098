"""Bytes to documents: each file's text with faithful offsets, its title, date and source, and what its parts are."""

from __future__ import annotations

from kg.read.documents import read, read_files
from kg.read.files import ENDINGS, Found, find
from kg.read.forms import blocks_of, bullet_end, is_heading
from kg.read.marking import marked, marked_document

__all__ = [
    "ENDINGS",
    "Found",
    "blocks_of",
    "bullet_end",
    "find",
    "is_heading",
    "marked",
    "marked_document",
    "read",
    "read_files",
]
