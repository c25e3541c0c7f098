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
from queue import SimpleQueue

from kg.config import Config
from kg.model import Document, Extraction, Problem
from kg.ontology import Ontology
from kg.scale.batches import BATCH, batches
from kg.scale.process import LateError, LostError, Process

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
    yield from Pool(config, workers).extract_and_end(documents, config, ontology)


class Pool:
    """Processes that read documents, as many as there are processors if `workers` is left out; `with` ends them."""

    def __init__(self, config: Config, workers: int | None = None) -> None:
        self._config = config
        self._limit = config.max_seconds
        self._workers = workers or len(os.sched_getaffinity(0))
        self._free: SimpleQueue[Process] = SimpleQueue()
        self._all: list[Process] = []
        self._threads = ThreadPoolExecutor(self._workers)

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

    def expect(self, documents: int, characters: int) -> int:
        """Start the processes that so much text needs, so that they load while more is found; how many there are."""
        needed = min(self._workers, documents, max(1, -(-characters // BATCH)))
        while len(self._all) < needed:
            process = Process(self._config)
            self._all.append(process)
            process.start()
            self._free.put(process)
        return len(self._all)

    def extract(self, documents: Iterable[Document]) -> Iterator[Read]:
        """What each document says, in order, or why it could not be read; takes a few batches ahead of what it gives.

        Raises:
            KgError: no process can read, as weights or settings are wrong.
        """
        waiting: deque[Future[list[Read]]] = deque()
        for batch in batches(documents, self._workers, self.expect):
            waiting.append(self._threads.submit(self._read, batch))
            if len(waiting) == self._workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def extract_and_end(self, documents: Iterable[Document], _config: Config, _ontology: Ontology) -> Iterator[Read]:
        """The same for `kg.pipeline.build`; the processes end as soon as all is read.

        Raises:
            KgError: as `extract`.
        """
        with self:
            yield from self.extract(documents)

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
