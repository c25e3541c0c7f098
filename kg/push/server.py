"""A graph store over HTTP: read, write and delete one named graph (https://www.w3.org/TR/sparql11-http-rdf-update/).

Only GET, PUT and DELETE are used, which may all be sent again: POST, which is to add, replaces in some servers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx

import kg
from kg.errors import ServerError
from kg.push.address import graph_store_of

_RDF = {"Accept": "application/n-triples, text/turtle;q=0.9"}
_TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}  # N-Triples are Turtle, and every server takes that
_CONNECT = 10.0  # seconds
_REDIRECTS = 5
_NO_STORE = (httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED, httpx.codes.NOT_IMPLEMENTED)
_TAG = re.compile(r"<(style|script|head)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ERRNO = re.compile(r"^\[Errno -?\d+\] ")
_SHOWN = 200  # characters of what a server says


@dataclass(frozen=True, slots=True)
class Login:
    """A user of a server."""

    user: str
    password: str = field(repr=False)


class Server:
    """A graph store at an address. `timeout` is in seconds, for one request."""

    def __init__(self, address: str, login: Login | None = None, *, timeout: float = 60.0) -> None:
        self.address = _checked(address)
        self.login = login
        self.timeout = timeout
        self._auth: httpx.Auth | None = None
        agent = {"User-Agent": f"kg/{kg.__version__}"}
        self._client = httpx.Client(timeout=httpx.Timeout(timeout, connect=min(timeout, _CONNECT)), headers=agent)

    @classmethod
    def behind(cls, endpoint: str, login: Login | None = None, *, timeout: float = 60.0) -> Server:
        """The graph store of the server that has this SPARQL endpoint.

        Raises:
            ServerError: the address is none, or nothing answers there.
        """
        server = cls(endpoint, login, timeout=timeout)
        server.address = graph_store_of(endpoint, server._name())
        return server

    def __enter__(self) -> Server:
        """Close at the end."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Close."""
        self._client.close()

    def get(self, graph: str) -> tuple[bytes, str] | None:
        """The content of a graph and its media type, None where there is no such graph.

        Raises:
            ServerError: the server cannot be reached or refuses.
        """
        answer = self._asked("GET", graph, headers=_RDF)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        self._refuse_errors(answer, graph)
        return answer.content, answer.headers.get("content-type", "").partition(";")[0].strip()

    def put(self, graph: str, content: bytes) -> None:
        """Make N-Triples all that a graph holds.

        Raises:
            ServerError: the server cannot be reached or refuses.
        """
        self._refuse_errors(self._asked("PUT", graph, headers=_TURTLE, content=content), graph)

    def delete(self, graph: str) -> None:
        """Take away a graph, which may be gone already.

        Raises:
            ServerError: the server cannot be reached or refuses.
        """
        answer = self._asked("DELETE", graph)
        if answer.status_code != httpx.codes.NOT_FOUND:
            self._refuse_errors(answer, graph)

    def _name(self) -> str:
        """What the server says it is; the answer, which may be all of its data, is not read."""
        try:
            with self._client.stream("GET", self.address) as answer:
                return str(answer.headers.get("server", ""))
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def _asked(
        self, method: str, graph: str, headers: Mapping[str, str] | None = None, content: bytes | None = None
    ) -> httpx.Response:
        """The answer, after signing in where the server wants that, and within the host."""
        address = httpx.URL(self.address).copy_merge_params({"graph": graph})
        for _ in range(_REDIRECTS):
            answer = self._sent(self._client.build_request(method, address, headers=headers, content=content))
            if answer.status_code == httpx.codes.UNAUTHORIZED and self.login and self._auth is None:
                self._auth = _method(answer, self.login)
            elif answer.has_redirect_location:
                address = httpx.URL(self._redirected(str(address), answer.headers["location"]))
            else:
                return answer
        raise ServerError(f"The server at {self.address} redirects again and again.")

    def _sent(self, request: httpx.Request) -> httpx.Response:
        try:
            try:
                return self._client.send(request, auth=self._auth)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):  # closed while idle: once more
                return self._client.send(request, auth=self._auth)
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def _redirected(self, address: str, location: str) -> str:
        """Where a redirect leads, if that is the same host, or the same name by https."""
        target = urljoin(address, location)
        old, new = urlsplit(address), urlsplit(target)
        same = (old.scheme, old.netloc) == (new.scheme, new.netloc)
        if same or ((old.scheme, new.scheme) == ("http", "https") and old.hostname == new.hostname):
            return target
        host = f"{new.scheme}://{new.netloc}"
        raise ServerError(f"The server at {self.address} redirects to {host}: if that is meant, give its address.")

    def _unreachable(self, error: httpx.HTTPError) -> ServerError:
        if isinstance(error, httpx.TimeoutException):
            return ServerError(f"The server at {self.address} did not answer in {self.timeout:g} s (see --timeout).")
        why = _ERRNO.sub("", " ".join(str(error).split())).rstrip(".") or type(error).__name__
        return ServerError(f"No server can be reached at {self.address}: {why}.")

    def _refuse_errors(self, answer: httpx.Response, graph: str) -> None:
        if not answer.is_success:
            raise ServerError(self._refusal(answer, graph))

    def _refusal(self, answer: httpx.Response, graph: str) -> str:
        """What went wrong, and what to do about it."""
        code, server, user = answer.status_code, f"The server at {self.address}", self.login and self.login.user
        if code == httpx.codes.UNAUTHORIZED and user:
            return f"{server} does not take the name and password of {user}."
        if code == httpx.codes.UNAUTHORIZED:
            return f"{server} wants a user: give --user NAME, its password in KG_PASSWORD."
        if code == httpx.codes.FORBIDDEN:
            who = f"{user} may not write" if user else "nobody may write without --user NAME"
            return f"{server} refuses the graph {graph} (403): {who} there."
        if code in _NO_STORE or (code == httpx.codes.BAD_REQUEST and answer.request.method == "GET"):
            return f"There is no graph store at {self.address} ({code}): give its address with --graph-store."
        said = _words(answer)
        return f"{server} failed on the graph {graph}: {code}{said and f', {said}'}."


def _checked(address: str) -> str:
    """An address without what would go astray.

    Raises:
        ServerError: it is not one of http or https, or holds a password.
    """
    try:
        parts = urlsplit(address)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and bool(httpx.URL(address))
    except (ValueError, httpx.InvalidURL):
        known = False
    if not known:
        raise ServerError(f"{address!r} is not an address such as http://localhost:7878/query.")
    if parts.username or parts.password:
        raise ServerError("An address holds no password: give --user NAME, its password in KG_PASSWORD.")
    if parts.query or parts.fragment:
        raise ServerError(f"The address of a service ends before ? and #: {address!r}.")
    return address


def _method(answer: httpx.Response, login: Login) -> httpx.Auth:
    """How the server wants to be told who asks."""
    wanted = answer.headers.get("www-authenticate", "").lower()
    kind = httpx.DigestAuth if wanted.startswith("digest") else httpx.BasicAuth
    return kind(login.user, login.password)


def _words(answer: httpx.Response) -> str:
    """What a server says of its failure, on one line and without marks of HTML."""
    text = " ".join(_TAG.sub(" ", answer.text).split()).rstrip(".")
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
