"""The readers of one edition: a few processes, of which one that takes too long is ended and replaced."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import replace

from kg.serve.editions import Edition
from kg.serve.messages import Reply, Request, read_head
from kg.serve.settings import Settings

_START = 300.0  # seconds that a reader may take to open a graph
_REPLACING = 5.0  # seconds that a question waits beyond the limit of those before it, for new readers to start
_LINE = 1 << 20  # bytes of the head of a reply
_CRASHED = "The query was stopped: it needs more memory, or is nested more deeply, than one query may be here."


class Pool:
    """Readers that wait for queries. Not before `start` and not after `close` can anything be asked."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        self.edition = edition
        self._settings = settings
        self._free: asyncio.LifoQueue[Process] = asyncio.LifoQueue()
        self._all: set[Process] = set()
        self._replacing: set[asyncio.Task[None]] = set()
        self._asking = 0
        self._idle = asyncio.Event()
        self._lock = edition.held()
        self._is_closed = False

    async def start(self) -> None:
        """Start the readers.

        Raises:
            RuntimeError: they cannot open the graph.
        """
        await asyncio.gather(*(self._add() for _ in range(self._settings.readers)))

    async def ask(self, request: Request) -> Reply:
        """The answer of the next free reader; what takes too long, or ends a reader, is an error in it."""
        self._asking += 1
        try:
            async with asyncio.timeout(wait := self._settings.timeout + _REPLACING):
                reader = await self._free.get()
        except TimeoutError:
            return Reply(503, f"All readers were busy for {wait:g} s; ask again later.")
        else:
            return await self._asked(reader, request)
        finally:
            self._asking -= 1
            self._idle.set()

    async def close(self) -> None:
        """End the readers when nobody is asking any more."""
        while self._asking:
            self._idle.clear()
            await self._idle.wait()
        self._is_closed = True
        for task in self._replacing:
            task.cancel()
        for reader in list(self._all):
            await self._end(reader)
        self._lock.close()

    async def _asked(self, reader: Process, request: Request) -> Reply:
        seconds = self._settings.timeout
        # a dump is as long as the graph
        limit = seconds if request.query else max(seconds, _START)
        try:
            async with asyncio.timeout(limit):
                reply = await _exchange(reader, request)
        except TimeoutError:
            self._replace(reader)
            return Reply(503, f"The query took longer than {limit:g} s, the limit here, and was stopped; ask for less.")
        except (OSError, ValueError, asyncio.IncompleteReadError):
            self._replace(reader)
            return Reply(503, _CRASHED)
        except BaseException:  # cut off in the middle of an answer
            self._replace(reader)
            raise
        self._free.put_nowait(reader)
        return reply

    def _replace(self, reader: Process) -> None:
        async def replaced() -> None:
            await self._end(reader)
            if not self._is_closed:
                with suppress(RuntimeError):
                    await self._add()

        task = asyncio.create_task(replaced())
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)

    async def _add(self) -> None:
        arguments = [str(self.edition.folder), str(self._settings.timeout), str(self._settings.largest)]
        command = [sys.executable, "-m", "kg.serve.reader", *arguments]
        reader = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LINE)
        self._all.add(reader)
        try:
            async with asyncio.timeout(_START):
                assert reader.stdout is not None
                if not await reader.stdout.readline():
                    raise RuntimeError(f"No reader can open {self.edition.folder}.")
        except BaseException:
            await self._end(reader)
            raise
        self._free.put_nowait(reader)

    async def _end(self, reader: Process) -> None:
        self._all.discard(reader)
        with suppress(ProcessLookupError):
            reader.kill()
        await reader.wait()


async def _exchange(reader: Process, request: Request) -> Reply:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(request.packed())
    await reader.stdin.drain()
    line = await reader.stdout.readline()
    if not line:
        raise asyncio.IncompleteReadError(b"", None)
    reply, length = read_head(line)
    return replace(reply, body=await reader.stdout.readexactly(length)) if length else reply
