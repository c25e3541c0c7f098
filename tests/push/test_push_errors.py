"""Servers that refuse, fail or lead elsewhere: one sentence, and nothing goes where it should not."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from told import graph_of

from kg.errors import ServerError
from kg.push import Login, Server, graph_store_of, push


@contextmanager
def answering(*answers: tuple[int, dict[str, str], bytes]) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """A server that gives these answers, the last one again and again; what it was asked, and who said to ask."""
    left, asked = list(answers), []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append((f"{self.command} {self.path}", self.headers.get("Authorization")))
            code, headers, body = left.pop(0) if len(left) > 1 else left[0]
            self.send_response(code)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_PUT = do_DELETE = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/store", asked
        server.shutdown()


NONE = (404, {}, b"")


@pytest.mark.parametrize(
    ("answers", "login", "told"),
    [
        ([(401, {}, b"")], None, "wants a user: give --user NAME"),
        ([(401, {"WWW-Authenticate": "Basic"}, b"")], Login("ann", "x"), "does not take the name and password of ann"),
        ([NONE, (403, {}, b"")], None, "nobody may write without --user"),
        ([NONE, (403, {}, b"")], Login("ann", "x"), "ann may not write"),
        ([NONE], None, r"There is no graph store at .* \(404\): give its address with --graph-store"),
        ([NONE, (405, {}, b"")], None, r"There is no graph store at .* \(405\)"),
        ([(400, {}, b"no query")], None, r"There is no graph store at .* \(400\)"),
        ([NONE, (400, {}, b"bad <b>IRI</b>\n\nhere.")], None, r"failed on the graph .*: 400, bad IRI here\.$"),
        ([NONE, (500, {}, b"")], None, r"failed on the graph \S+: 500\.$"),
        ([(200, {"Content-Type": "text/html"}, b"<p>Hello")], None, "answers with what is no RDF"),
        ([(200, {"Content-Type": "text/turtle"}, b"<p>Hello")], None, "answers with what is no RDF"),
        ([(302, {"Location": "https://elsewhere.example/s"}, b"")], None, "redirects to https://elsewhere.example:"),
        ([(307, {"Location": "/store"}, b"")], None, "redirects again and again"),
    ],
)
def test_what_a_server_does_is_told_in_a_sentence(answers, login, told) -> None:
    with answering(*answers) as (address, _), Server(address, login) as server:
        with pytest.raises(ServerError, match=told) as raised:
            push(graph_of("timber"), server)
        assert "\n" not in str(raised.value)
        assert str(raised.value).endswith(".")


def test_a_redirect_within_the_host_is_followed() -> None:
    answers = (307, {"Location": "/other"}, b""), (200, {}, b"")
    with answering(*answers) as (address, asked), Server(address) as server:
        server.put("https://e.org/g", b"")
    assert [what.partition("?")[0] for what, _ in asked][:2] == ["PUT /store", "PUT /other"]


def test_a_password_goes_only_where_it_is_asked_for() -> None:
    asks = (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")
    answers = (200, {}, b""), asks, (200, {}, b"")
    with answering(*answers) as (address, asked), Server(address, Login("ann", "secret")) as server:
        server.delete("https://e.org/1")
        server.delete("https://e.org/2")
    assert [bool(who) for _, who in asked] == [False, False, True]
    assert "secret" not in repr(Login("ann", "secret"))


def test_a_server_that_hangs_is_given_up() -> None:
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/store"
        with Server(address, timeout=0.2) as server, pytest.raises(ServerError, match=r"did not answer in 0\.2 s"):
            server.get("https://e.org/g")
    with Server(address) as server, pytest.raises(ServerError, match="No server can be reached"):
        server.get("https://e.org/g")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("localhost:7878", "is not an address"),
        ("", "is not an address"),
        ("ftp://localhost/x", "is not an address"),
        ("http://", "is not an address"),
        ("http://[::1", "is not an address"),
        ("http://ann:secret@localhost/x", "holds no password"),
        ("http://localhost/x?default", "ends before"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, told: str) -> None:
    with pytest.raises(ServerError, match=told) as raised:
        Server(address)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("endpoint", "server", "store"),
    [
        ("http://h:7878/query", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("http://h:7878", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("http://h:7878/", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("https://h/rdf/update", "Oxigraph/0.5.13", "https://h/rdf/store"),
        ("http://h:7878/store", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("http://h:3030/news", "Apache Jena Fuseki (5.2.0)", "http://h:3030/news/data"),
        ("http://h:3030/news/sparql", "Apache Jena Fuseki (5.2.0)", "http://h:3030/news/data"),
        ("http://h:3030/news/query", "Jetty(12.0.15)", "http://h:3030/news/data"),
        ("http://h:3030/news/data", "", "http://h:3030/news/data"),
        ("http://h:8890/sparql", "Virtuoso/07.20.3229 (Linux)", "http://h:8890/sparql-graph-crud-auth"),
        ("http://h:8890/sparql-graph-crud", "Virtuoso/07.20.3229", "http://h:8890/sparql-graph-crud"),
        ("http://h:7200/repositories/news", "", "http://h:7200/repositories/news/rdf-graphs/service"),
        ("http://h/rdf4j-server/repositories/n", "", "http://h/rdf4j-server/repositories/n/rdf-graphs/service"),
        ("http://h/rdf4j-server/repositories/n", "Jetty(9)", "http://h/rdf4j-server/repositories/n/rdf-graphs/service"),
        ("http://h:9000/anything", "nginx", "http://h:9000/anything"),
    ],
)
def test_the_graph_store_is_found_from_the_service(endpoint: str, server: str, store: str) -> None:
    assert graph_store_of(endpoint, server) == store
