"""Reading with several processes, and beyond one machine."""

from __future__ import annotations

from kg.scale.pool import Pool, workers_for

__all__ = ["Pool", "workers_for"]
