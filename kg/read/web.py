"""A file from the web: only http and https, within limits, and not from this machine or its network unless told so."""

from __future__ import annotations

import io
import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from kg import __version__
from kg.read.formats import is_known
from kg.read.page import Unreadable

LARGEST = 100 * 1024**2  # bytes
SECONDS = 60.0  # for all of a file, redirects included
REDIRECTS = 5
_CONNECT, _READ, _CHUNK = 10.0, 20.0, 65_536  # seconds, seconds, bytes
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# endings for what servers say where the path has none
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL led to: its bytes, and a name that tells their format."""

    stream: io.BytesIO
    name: str


def is_url(given: object) -> bool:
    """Whether an input is a URL."""
    return isinstance(given, str) and bool(_URL.match(given))


def id_of(url: str) -> str:
    """The id of a document from the web: host and path without ending."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "web/damaged-url"
    path = PurePosixPath(parts.path.strip("/") or "index")
    stem = path.with_suffix("") if is_known(path.name) else path
    return f"{parts.hostname or ''}/{stem}" + (f"?{parts.query}" if parts.query else "")


def fetch(url: str, *, local: bool = False) -> Fetched:
    """Fetch a file; `local` allows addresses that are not of the public internet.

    Raises:
        Unreadable: it cannot be had, with the reason.
    """
    from urllib3.exceptions import HTTPError
    from urllib3.exceptions import TimeoutError as TookTooLong

    until = time.monotonic() + SECONDS
    try:
        for _ in range(REDIRECTS + 1):
            answer, close = _asked(url, local, until)
            try:
                if answer.status in (301, 302, 303, 307, 308) and (to := answer.headers.get("Location")):
                    url = urljoin(url, to)
                    continue
                if answer.status != 200:
                    raise Unreadable(f"cannot be fetched: the server answers {answer.status}")
                return Fetched(io.BytesIO(_content(answer, until)), _name(url, answer.headers.get("Content-Type", "")))
            finally:
                close()
    except TookTooLong as error:
        raise Unreadable("cannot be fetched: the server takes too long") from error
    except (HTTPError, OSError, ValueError) as error:
        raise Unreadable(f"cannot be fetched: {_reason(error)}") from error
    raise Unreadable(f"cannot be fetched: it redirects more than {REDIRECTS} times")


def _asked(url: str, local: bool, until: float) -> tuple[Any, Callable[[], None]]:
    """The answer to a request, its content still to come, and how to hang up."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
    from urllib3.util import parse_url

    parts = parse_url(url)
    host = (parts.host or "").strip("[]")
    if parts.scheme not in ("http", "https") or not host:
        raise Unreadable("cannot be fetched: only http and https are")
    if parts.auth:
        raise Unreadable("cannot be fetched: a URL with a password would end up in the graph")
    is_safe = parts.scheme == "https"
    address = _address(host, parts.port or (443 if is_safe else 80), local)
    timeout = Timeout(connect=_CONNECT, read=_READ, total=max(until - time.monotonic(), 0.1))
    # to the address that was looked at, whatever its name means a moment later
    pool: Any = (
        HTTPSConnectionPool(address, parts.port, timeout=timeout, server_hostname=host, assert_hostname=host)
        if is_safe
        else HTTPConnectionPool(address, parts.port, timeout=timeout)
    )
    headers = {
        "Host": (parts.netloc or host).rpartition("@")[2],
        "User-Agent": f"kg/{__version__}",
        "Accept-Encoding": "gzip",
    }
    try:
        answer = pool.request(
            "GET", parts.request_uri, headers=headers, redirect=False, retries=False, preload_content=False
        )
    except BaseException:
        pool.close()
        raise

    def close() -> None:
        answer.close()
        pool.close()

    return answer, close


def _address(host: str, port: int, local: bool) -> str:
    """The address of a host; all of its addresses must be public unless others are allowed."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not local and not all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in found):
        raise Unreadable("cannot be fetched: it is on this machine or its network, which needs --fetch-local")
    return found[0]


def _content(answer: Any, until: float) -> bytes:
    data = bytearray()
    for chunk in answer.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > LARGEST:
            raise Unreadable(f"cannot be fetched: it is larger than {LARGEST // 1024**2} MB")
        if time.monotonic() > until:
            raise Unreadable(f"cannot be fetched: it takes more than {SECONDS:.0f} seconds")
    return bytes(data)


def _name(url: str, content_type: str) -> str:
    name = PurePosixPath(urlsplit(url).path).name
    stated = _TYPES.get(content_type.partition(";")[0].strip().lower(), "")
    if (
        is_known(name)
        and (not stated or stated in (".txt", ".html"))
        and not (stated == ".html" and name.endswith(".txt"))
    ):
        return name
    return f"page{stated}"


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", None) or error
    if isinstance(cause, socket.gaierror):
        return "there is no such host"
    text = str(getattr(cause, "strerror", None) or cause)
    return re.sub(r"^.*?(?:Connection|Pool)\(.*?\)?: ", "", text) or type(error).__name__
