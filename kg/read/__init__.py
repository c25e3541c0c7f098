"""Bytes to documents: each file's text with faithful offsets, its title, date and source."""

from __future__ import annotations

from kg.read.documents import read
from kg.read.files import ENDINGS

__all__ = ["ENDINGS", "read"]
