"""What stands before every request: whom it is meant for, headers that keep browsers strict, a line in the log."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STRICT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LOCAL = {"localhost", "127.0.0.1", "::1"}
# nothing but the style of the page itself; a page that needs more names its own policy
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens on this host."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class Guard:
    """Middleware (https://asgi.readthedocs.io). With `hosts`, requests meant for any other are refused.

    A page of a foreign site whose name is made to mean this machine (DNS rebinding) is one of these.
    """

    app: ASGIApp
    hosts: frozenset[str]
    tell: Callable[[str], None] | None
    """Is given a line a request."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        status, size = 0, 0

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _STRICT.items():
                    headers.setdefault(name, value)
                if "access-control-allow-origin" in headers:
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", POLICY)
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        app = self.app if self._is_meant(scope) else _refused
        try:
            await app(scope, receive, sending)
        finally:
            if self.tell is not None:
                took = (time.perf_counter() - started) * 1000
                path = scope.get("raw_path", b"").decode("ascii", "replace")[:200]
                self.tell(f"{scope['method']} {path} {status or 'broken off'} {took:.0f} ms {_sized(size)}")

    def _is_meant(self, scope: Scope) -> bool:
        return not self.hosts or host_of(Headers(scope=scope).get("host", "")) in self.hosts


def hosts_for(host: str) -> frozenset[str]:
    """The hosts that requests to a server on `host` may name; none where it can be reached from elsewhere."""
    return frozenset({host.lower(), *_LOCAL}) if is_loopback(host) else frozenset()


def host_of(header: str) -> str:
    """The host in a Host header, without port and brackets."""
    header = header.strip().lower()
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] or header if header.count(":") == 1 else header


async def _refused(scope: Scope, receive: Receive, send: Send) -> None:
    answer = PlainTextResponse("This service answers only requests to the host that it listens on.\n", 421)
    await answer(scope, receive, send)


def _sized(size: int) -> str:
    return f"{size} B" if size < 1000 else f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"
