"""Running the service until somebody ends it."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from kg.errors import InputError
from kg.serve.app import application
from kg.serve.guard import is_loopback
from kg.serve.live import Live
from kg.serve.settings import Settings

_ENDING = 5  # seconds that answers which are being sent have when the service ends
_KEEPING = 75  # seconds that a connection may rest; clients that reuse them expect some


def run(given: Path, settings: Settings, tell: Callable[[str], None]) -> None:
    """What `kg.serve.serve` promises.

    Raises:
        InputError: there is no graph there, or the port cannot be had.
    """
    with _listening(settings) as listener, suppress(KeyboardInterrupt):
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, _interrupted)
        asyncio.run(_served(given, settings, tell, listener))


async def _served(given: Path, settings: Settings, tell: Callable[[str], None], listener: socket.socket) -> None:
    live = Live(given, settings, tell)
    async with live.running():
        app = application(live, settings, None if settings.quiet else tell)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            timeout_keep_alive=_KEEPING,
            timeout_graceful_shutdown=_ENDING,
        )
        if not is_loopback(settings.host):
            tell(f"WARNING: everyone who reaches {settings.host} can read this graph; there are no passwords here")
        tell(f"serving {given}, {live.pool.edition.triples:,} triples, at {_address(listener)} (Ctrl-C ends it)")
        await uvicorn.Server(config).serve(sockets=[listener])


def _interrupted(_: int, __: object) -> None:
    """End by an exception, so that the readers are ended too; asyncio's own way cuts that off, and SIGTERM all."""
    raise KeyboardInterrupt


def _listening(settings: Settings) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=512)
        # asyncio sees to this only for sockets that name their protocol; without it a small answer takes 40 ms
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except (OSError, OverflowError, UnicodeError) as error:
        why, _, _ = str(getattr(error, "strerror", None) or error).partition(" (while")  # it tells the address again
        why += "; --port 0 takes any free port" if getattr(error, "errno", None) == errno.EADDRINUSE else ""
        raise InputError(f"Cannot listen on {settings.host}, port {settings.port}: {why}.") from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
