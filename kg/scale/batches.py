"""Documents in batches: large ones, which are read faster, and smaller ones at the end.

All processes then end at about the same time. A batch is a share of the text that is still to be given out
(https://en.wikipedia.org/wiki/Guided_self_scheduling), as far as one looks ahead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from kg.model import Document

BATCH = 20_000
"""Characters in a batch, enough that the base model reads many passages at once."""
LEAST = 2000
"""The same of the last ones, which cost a few per cent more."""
_SHARES = 2  # batches for each process in which what is still to come is given out


def batches(
    documents: Iterable[Document], workers: int, started: Callable[[int, int], int]
) -> Iterator[list[Document]]:
    """The documents in their order, in batches that depend on nothing but their number and the length of their texts.

    At most `workers` processes read; `started` is told how many documents and characters there are so far, and tells
    how many processes there are for them.
    """
    coming = iter(documents)
    ahead: deque[Document] = deque()
    number = size = given = 0
    while True:
        while size - given < workers * _SHARES * BATCH and (document := next(coming, None)) is not None:
            ahead.append(document)
            number += 1
            size += _size(document)
        if not ahead:
            return
        wanted = _share(size - given, started(number, size))
        batch: list[Document] = []
        while ahead and wanted > 0:
            batch.append(ahead.popleft())
            wanted -= _size(batch[-1])
        given += sum(map(_size, batch))
        yield batch


def _share(ahead: int, processes: int) -> int:
    if processes == 1:
        return BATCH  # nobody waits for it
    return min(BATCH, max(LEAST, ahead // (_SHARES * processes)))


def _size(document: Document) -> int:
    return len(document.text) + 1  # so that empty ones are not without end
