"""The edition that is served now, and the watch for the next: a request is answered by one or the other, never both."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from kg.errors import InputError, KgError
from kg.serve.editions import Edition, cache, read_edition, sweep
from kg.serve.pool import Pool
from kg.serve.preparing import state
from kg.serve.settings import Settings

_EVERY = 1.0  # seconds between two looks at the files
_LINE = 1 << 20


class Live:
    """What is served of an output folder or store; `tell` is given a sentence when something has changed."""

    def __init__(self, given: Path, settings: Settings, tell: Callable[[str], None]) -> None:
        self.given, self.settings = given, settings
        self._tell = tell
        self._pool: Pool | None = None
        self._seen: object = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self.is_stopped = False

    @property
    def pool(self) -> Pool:
        """The readers of the present edition; one answer asks only one pool, and takes it once."""
        if self._pool is None:
            raise RuntimeError("The service has not started.")
        return self._pool

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve and watch until left.

        Raises:
            InputError: the graph cannot be prepared.
        """
        try:
            self._seen = await asyncio.to_thread(state, self.given)
            self._pool = await self._opened(await self._prepared())
            self._do(self._watch())
            yield
        finally:
            self.is_stopped = True
            for task in list(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            if self._pool is not None:
                await self._pool.close()

    async def _opened(self, edition: Edition) -> Pool:
        try:
            pool = Pool(edition, self.settings)
        except OSError as error:
            raise InputError(f"Cannot open {edition.folder}: {error.strerror or error}.") from error
        try:
            await pool.start()
        except (EOFError, TimeoutError, OSError) as error:
            await pool.close()
            raise InputError(f"The graph of {self.given} cannot be opened.") from error
        await asyncio.to_thread(sweep, cache())
        return pool

    async def _watch(self) -> None:
        """Take up what has changed, once it is at rest."""
        before = self._seen
        while True:
            await asyncio.sleep(_EVERY)
            with suppress(KgError, OSError):  # it may be in the making
                now = await asyncio.to_thread(state, self.given)
                if now != self._seen and now == before:
                    self._seen = now
                    await self._renew()
                before = now

    async def _renew(self) -> None:
        try:
            edition = await self._prepared()
            if edition.key == self.pool.edition.key:
                return
            pool = await self._opened(edition)
        except KgError as error:
            self._tell(f"the change in {self.given} is not taken up: {error}")
            return
        old, self._pool = self.pool, pool
        self._tell(f"{self.given} has changed; {edition.triples:,} triples are served now")
        self._do(self._retired(old))

    async def _retired(self, old: Pool) -> None:
        await old.close()
        await asyncio.to_thread(sweep, cache(), [old.edition.key])

    async def _prepared(self) -> Edition:
        """The edition of the graph as it is now; its explorer may follow."""
        command = [sys.executable, "-m", "kg.serve.preparing", str(self.given), str(cache())]
        process = await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=PIPE, limit=_LINE)
        try:
            assert process.stdout is not None
            line = await process.stdout.readline()
        except BaseException:
            with suppress(ProcessLookupError):
                process.kill()
            raise
        found = json.loads(line or b'{"error": "The graph cannot be prepared."}')
        if "error" in found:
            await process.wait()
            raise InputError(found["error"])
        self._do(self._followed(process))
        return read_edition(Path(found["folder"]))

    async def _followed(self, process: asyncio.subprocess.Process) -> None:
        """Wait until the explorer is made, too."""
        assert process.stdout is not None
        try:
            found = json.loads(await process.stdout.readline() or b"{}")
            await process.wait()
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
        if "error" in found:
            self._tell(f"there is no explorer: {found['error']}")

    def _do(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
