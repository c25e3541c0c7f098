"""Reading with several processes, and beyond one machine."""

from __future__ import annotations

from kg.scale.pool import Pool, extract

__all__ = ["Pool", "extract"]
