"""Queries in a process of their own: one that takes too long, or too much memory, ends with that process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from threading import Event, Lock, Timer
from typing import Any

from kg.errors import QueryError
from kg.mcp.quoting import quoted

_CRASHED = "The query was stopped: it needs more memory, or is nested more deeply, than one query may be here."


class Asker:
    """A worker that is started when it is needed, and again after it was ended. `timeout` is in seconds."""

    def __init__(self, timeout: float) -> None:
        self.timeout = timeout
        self._lock = Lock()
        self._worker: subprocess.Popen[str] | None = None
        self._folder: Path | None = None

    def query(self, folder: Path, sparql: str, limit: int) -> dict[str, Any]:
        """Columns, rows and whether there are more, of SPARQL.

        Raises:
            QueryError: the query is wrong or was stopped.
        """
        return self._ask(folder, {"query": sparql, "limit": limit})

    def question(self, folder: Path, words: str, limit: int) -> dict[str, Any]:
        """The same, and what was understood, of plain English.

        Raises:
            QueryError: the question is not understood.
        """
        return self._ask(folder, {"question": words, "limit": limit})

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def _ask(self, folder: Path, request: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            worker, late = self._ready(folder), Event()
            timer = Timer(self.timeout, _end, (worker, late))
            timer.start()
            try:
                answer = _exchanged(worker, request)
            finally:
                timer.cancel()
            if answer is None or late.is_set():
                self.close()
        if answer is None:
            stopped = f"The query took longer than {self.timeout:g} s and was stopped: ask for less."
            raise QueryError(stopped if late.is_set() else _CRASHED)
        if "error" in answer:
            raise QueryError(quoted(answer["error"]))
        return answer

    def _ready(self, folder: Path) -> subprocess.Popen[str]:
        """A worker that has read the graph in this folder."""
        if self._worker is None or self._folder != folder or self._worker.poll() is not None:
            self.close()
            command = [sys.executable, "-m", "kg.mcp.worker", str(folder), str(self.timeout)]
            pipe = subprocess.PIPE
            self._worker = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
            self._folder = folder
            assert self._worker.stdout is not None
            if not self._worker.stdout.readline():
                self.close()
                raise QueryError("The graph cannot be read for queries.")
        return self._worker


def _exchanged(worker: subprocess.Popen[str], request: dict[str, Any]) -> dict[str, Any] | None:
    """The answer, None of a worker that was ended or has crashed."""
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        worker.stdin.write(json.dumps(request) + "\n")
        worker.stdin.flush()
        line = worker.stdout.readline()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith("\n") else None
    except (OSError, ValueError):
        return None
    return answer


def _end(worker: subprocess.Popen[str], late: Event) -> None:
    late.set()
    worker.kill()
