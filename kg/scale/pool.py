"""Several processes read documents, and give the same as one.

Documents go out in batches and come back in the order in which they came, so that nothing depends on which
process was quicker. When a process is lost, those of its documents that it had not answered are read again one by one,
which tells whose fault it was; that one alone is given up.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue

from kg.config import Config
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.scale.process import LateError, LostError, Process

_BATCH = 20_000  # characters in a batch, enough that the base model reads many passages at once
_AHEAD = 3  # batches under way for each process, so that none waits for another

Read = Extraction | Problem


def extract(
    documents: Iterable[Document], config: Config, ontology: Ontology, workers: int | None = None
) -> Iterator[Read]:
    """As `kg.pipeline.extract`, with several processes: as many as there are processors, if there is enough to read.

    A document that takes more than `config.max_seconds`, or that ends a process, gives a problem in place of what it
    says. `ontology` is that of the configuration, which each process reads for itself.

    Raises:
        ModelError: the language weights are missing.
    """
    with Pool(config, workers or len(os.sched_getaffinity(0))) as pool:
        yield from pool.extract(documents)


class Pool:
    """Processes that read documents; `with` ends them."""

    def __init__(self, config: Config, workers: int) -> None:
        self._limit = config.max_seconds
        self._workers = workers
        self._free: LifoQueue[Process] = LifoQueue()  # one that has started is taken before one that has not
        self._all = [Process(config) for _ in range(workers)]
        for process in self._all:
            self._free.put(process)
        self._threads = ThreadPoolExecutor(workers)

    def __enter__(self) -> Pool:
        """End the processes at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, whatever they do."""
        for process in self._all:
            process.close()
        self._threads.shutdown(cancel_futures=True)
        for process in self._all:
            process.stop()  # one that was just being started

    def extract(self, documents: Iterable[Document]) -> Iterator[Read]:
        """What each document says, in order, or why it could not be read; takes a few batches ahead of what it gives.

        Raises:
            KgError: no process can read, as weights or settings are wrong.
        """
        waiting: deque[Future[list[Read]]] = deque()
        for batch in _batches(documents):
            waiting.append(self._threads.submit(self._read, batch))
            if len(waiting) == self._workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _read(self, batch: Sequence[Document]) -> list[Read]:
        process = self._free.get()
        try:
            return self._read_by(process, batch)
        finally:
            self._free.put(process)

    def _read_by(self, process: Process, batch: Sequence[Document], *, again: bool = True) -> list[Read]:
        found: list[Read] = []
        try:
            for extraction in process.read(batch, self._limit):
                found.append(extraction)
        except LostError as error:
            if len(batch) > 1:
                for document in batch[len(found) :]:
                    found += self._read_by(process, [document])
            elif again and not isinstance(error, LateError):  # it may have been ended for what others did
                found = self._read_by(process, batch, again=False)
            else:
                found = [Problem(batch[0].id, "error", str(error))]
        return found


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
