"""Bytes to documents: each file's text with faithful offsets, its title, date and source."""

from __future__ import annotations

from kg.read.documents import read, read_files
from kg.read.files import ENDINGS, Found, find

__all__ = ["ENDINGS", "Found", "find", "read", "read_files"]
