"""The readers of one edition: a few processes, of which one that takes too long is ended and replaced."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace

from kg.serve.editions import Edition
from kg.serve.kept import Kept
from kg.serve.messages import Reply, Request, read_head
from kg.serve.reader import PID, READY
from kg.serve.settings import MEGABYTE, Settings

_START = 300.0  # seconds that opening a graph may take
_REPLACING = 5.0  # seconds that a question waits beyond the limit of those before it, for new readers to start
_KEPT = 32 * MEGABYTE  # of answers, kept for whoever asks the same
_ENDING = 2.0  # seconds until a process that does not end is killed
_LINE = 1 << 20  # bytes of the head of a reply
_CRASHED = "The query was stopped: it needs more memory, or is nested more deeply, than one query may be here."


@dataclass(frozen=True, eq=False)
class Reader:
    """A process and the channel to it."""

    pid: int
    source: asyncio.StreamReader
    target: asyncio.StreamWriter

    async def ask(self, request: Request) -> Reply:
        """The answer, however long it takes.

        Raises:
            OSError, EOFError: the reader has ended.
        """
        self.target.write(request.packed())
        await self.target.drain()
        line = await self.source.readline()
        if not line:
            raise EOFError
        reply, length = read_head(line)
        return replace(reply, body=await self.source.readexactly(length)) if length else reply

    def end(self, *, is_busy: bool) -> None:
        """Let go of it; one that waits ends with its channel, one that is busy is killed."""
        if is_busy:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.target.close()


class Nursery:
    """The process that has opened a graph and that readers are forked from."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self._process, self._control = process, control
        self._turn = asyncio.Lock()

    @classmethod
    async def opened(cls, edition: Edition, settings: Settings) -> Nursery:
        """Open the graph.

        Raises:
            EOFError, OSError, TimeoutError: it cannot be opened.
        """
        own, other = socket.socketpair()
        arguments = [str(edition.folder), str(settings.timeout), str(settings.largest)]
        command = [sys.executable, "-m", "kg.serve.reader", *arguments]
        with other:
            process = subprocess.Popen(
                command, stdin=other.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        own.setblocking(False)
        nursery = cls(process, own)
        try:
            async with asyncio.timeout(_START):
                await nursery._told(len(READY))
        except BaseException:
            await nursery.close()
            raise
        return nursery

    async def reader(self) -> Reader:
        """A new reader.

        Raises:
            EOFError, OSError: there is no nursery any more.
        """
        own, other = socket.socketpair()
        async with self._turn:
            with other:
                socket.send_fds(self._control, [b"+"], [other.fileno()])
                pid = int.from_bytes(await self._told(PID))
        source, target = await asyncio.open_connection(sock=own, limit=_LINE)
        return Reader(pid, source, target)

    async def close(self) -> None:
        """End the process, after its readers where these end soon."""
        self._control.close()
        try:
            await asyncio.to_thread(self._process.wait, _ENDING)
        except (subprocess.TimeoutExpired, asyncio.CancelledError):
            self._process.kill()
            self._process.wait()

    async def _told(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            part = await asyncio.get_running_loop().sock_recv(self._control, size - len(found))
            if not part:
                raise EOFError
            found += part
        return found


class Pool:
    """Readers that wait for queries. Not before `start` and not after `close` can anything be asked."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        self.edition = edition
        self._settings = settings
        self._nursery: Nursery | None = None
        self._free: asyncio.LifoQueue[Reader] = asyncio.LifoQueue()
        self._replacing: set[asyncio.Task[None]] = set()
        self._asking = 0
        self._idle = asyncio.Event()
        self._kept = Kept(_KEPT)
        self._lock = edition.held()

    async def start(self) -> None:
        """Start the readers.

        Raises:
            EOFError, OSError, TimeoutError: they cannot open the graph.
        """
        self._nursery = await Nursery.opened(self.edition, self._settings)
        for _ in range(self._settings.readers):
            self._free.put_nowait(await self._nursery.reader())

    async def ask(self, request: Request) -> Reply:
        """The answer of the next free reader; what takes too long, or ends a reader, is an error in it."""
        question = request.packed()
        if (known := self._kept.get(question)) is not None:
            return known
        self._asking += 1
        try:
            async with asyncio.timeout(wait := self._settings.timeout + _REPLACING):
                while (reader := await self._free.get()).source.at_eof():  # ended from without while it waited
                    self._replace(reader, is_busy=False)
        except TimeoutError:
            return Reply(503, f"All readers were busy for {wait:g} s; ask again later.")
        else:
            reply = await self._asked(reader, request)
            self._kept.keep(question, reply)
            return reply
        finally:
            self._asking -= 1
            self._idle.set()

    async def close(self) -> None:
        """End the readers when nobody is asking any more."""
        while self._asking:
            self._idle.clear()
            await self._idle.wait()
        for task in self._replacing:
            task.cancel()
        while not self._free.empty():
            self._free.get_nowait().end(is_busy=False)
        if self._nursery is not None:
            await self._nursery.close()
        self._lock.close()

    async def _asked(self, reader: Reader, request: Request) -> Reply:
        seconds = self._settings.timeout
        # a dump is as long as the graph
        limit = seconds if request.query else max(seconds, _START)
        try:
            async with asyncio.timeout(limit):
                reply = await reader.ask(request)
        except TimeoutError:
            self._replace(reader)
            return Reply(503, f"The query took longer than {limit:g} s, the limit here, and was stopped; ask for less.")
        except (OSError, EOFError, ValueError):
            self._replace(reader, is_busy=False)
            return Reply(503, _CRASHED)
        except BaseException:  # cut off in the middle of an answer
            self._replace(reader)
            raise
        self._free.put_nowait(reader)
        return reply

    def _replace(self, reader: Reader, *, is_busy: bool = True) -> None:
        async def replaced() -> None:
            try:
                assert self._nursery is not None
                new = await self._nursery.reader()
            except (OSError, EOFError):  # it was ended from without
                if self._nursery is not None:
                    await self._nursery.close()
                self._nursery = await Nursery.opened(self.edition, self._settings)
                new = await self._nursery.reader()
            self._free.put_nowait(new)

        async def tried() -> None:
            with suppress(OSError, EOFError):  # a TimeoutError is one too
                await replaced()

        reader.end(is_busy=is_busy)
        task = asyncio.create_task(tried())
        self._replacing.add(task)
        task.add_done_callback(self._replacing.discard)
