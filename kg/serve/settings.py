"""How a service behaves."""

from __future__ import annotations

import os
from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What `kg serve` takes: sizes in bytes, times in seconds."""

    host: str = "127.0.0.1"
    port: int = 8000  # 0 for any that is free
    timeout: float = 10.0  # of a query
    largest: int = 32 * MEGABYTE  # of an answer
    max_body: int = MEGABYTE  # of a request
    readers: int = max(4, os.cpu_count() or 1)  # queries at once
    origins: tuple[str, ...] = ()  # of pages on other hosts that may ask
    quiet: bool = False  # no line a request
