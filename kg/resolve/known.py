"""What was known at a day: the documents that had surely been published by then.

A date may be a day, a month or a year ("2026-03-05", "2026-03", "2026"). A document is known from the last day of
its date on, since nothing tells where in the month or year it was published; a question about a month or year is one
about its last day. So nothing of the future slips into the graph of a day, and a document of 2026 is in that of 2026.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from kg.model import Document, Extraction

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)
Item = TypeVar("Item")


def last_day(text: str) -> date | None:
    """The last day of an ISO 8601 day (with or without a time), month or year; None of anything else."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    try:
        return date(year, month, int(found[3] or monthrange(year, month)[1]))
    except ValueError:
        return None


def known(documents: Iterable[Document], day: date) -> tuple[list[Document], list[Document]]:
    """The documents published by the end of a day, and those without a date, which are left out."""
    return _known(documents, day, lambda document: document)


def as_of(extractions: Iterable[Extraction], day: date) -> tuple[list[Extraction], list[Extraction]]:
    """The same of extractions: `assemble` makes of the first list the graph as it was known at the day."""
    return _known(extractions, day, lambda extraction: extraction.document)


def _known(items: Iterable[Item], day: date, document: Callable[[Item], Document]) -> tuple[list[Item], list[Item]]:
    dated = [(last_day(document(item).date), item) for item in items]
    return [i for d, i in dated if d is not None and d <= day], [i for d, i in dated if d is None]
