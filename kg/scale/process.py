"""One reading process as its parent sees it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from kg import errors
from kg.config import Config
from kg.model import Document, Extraction
from kg.scale.frames import DOCUMENT, FAILED, FLUSH, SETTINGS, put, take
from kg.store import from_bytes, to_bytes

START = 300.0  # seconds that loading the models may take on a busy machine
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class LostError(Exception):
    """A document was not read; the message says why."""


class LateError(LostError):
    """It took too long, as it will again."""


class Process:
    """A process that reads batches of documents, started with the first unless `start` did."""

    def __init__(self, config: Config) -> None:
        self._settings = json.dumps(config.absolute().to_json()).encode()
        self._running: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._closed = False

    def start(self) -> None:
        """Let it load what it reads with; whether it can is told when it is to read."""
        try:
            self._begin()
        except OSError:
            self.stop()  # tried again then

    def read(self, batch: Sequence[Document], limit: float) -> Iterator[Extraction]:
        """What each document says, in order; each may take `limit` seconds.

        Raises:
            LostError: the process was killed, failed or took too long. The next batch starts another.
            KgError: the process cannot read at all, as weights or settings are wrong.
        """
        try:
            source, target = _pipes(self._started())
            for document in batch:
                put(target, DOCUMENT, to_bytes(Extraction(document)))
            put(target, FLUSH)
            for _ in batch:
                yield from_bytes(self._answer(source, limit, f"takes more than {limit:g} seconds to read"))
        except OSError as error:
            self.stop()
            raise LostError(f"cannot be read: {error.strerror or error}") from error
        except BaseException:
            self.stop()
            raise

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """End the process at once; it holds nothing that could be lost."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.wait()
            for stream in (running.stdin, running.stdout):
                assert stream is not None
                stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise LostError("was not read, as the run had ended")
        running = self._running or self._begin()
        if not self._ready:
            self._answer(_pipes(running)[0], START, "the models were not loaded in time")
            self._ready = True
        return running

    def _begin(self) -> subprocess.Popen[bytes]:
        self._ready = False
        with _interrupts_put_off():
            self._running = running = subprocess.Popen(
                [sys.executable, "-m", "kg.scale.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env={**os.environ, **_ONE_THREAD},
            )  # fmt: skip
        put(_pipes(running)[1], SETTINGS, self._settings)
        return running

    def _answer(self, source: int, limit: float, late: str) -> bytes:
        try:
            frame = take(source, limit)
        except TimeoutError:
            raise LateError(late) from None
        if frame is None:
            raise LostError("the process that read it was killed, perhaps for want of memory")
        if frame[0] != FAILED:
            return frame[1]
        name, message = json.loads(frame[1])
        kind = getattr(errors, name, None)
        raise kind(message) if kind else LostError(f"kg failed on it ({name}: {message})")


@contextmanager
def _interrupts_put_off() -> Iterator[None]:
    """Let Ctrl-C wait; a process that is started meanwhile never gets it, as its parent decides what becomes of it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pipes(running: subprocess.Popen[bytes]) -> tuple[int, int]:
    """Where a process answers and where it listens."""
    assert running.stdout is not None
    assert running.stdin is not None
    return running.stdout.fileno(), running.stdin.fileno()
