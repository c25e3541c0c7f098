"""URLs, from a real server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from reads import read_all

from kg.errors import InputError
from kg.read import read, web
from kg.read.web import id_of

PAGE = b"<title>Deal</title><p>Brelco bought Hexlar Foods for five million dollars, it said on Monday.</p>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.partition("?")[0]
        if name == "/missing":
            self.send_error(404)
            return
        if name in ("/loop", "/once", "/away"):
            to = {"/loop": "/loop", "/once": "/page", "/away": "file:///etc/passwd"}[name]
            self.send_response(302)
            self.send_header("Location", to)
            self.end_headers()
            return
        kind, data = {
            "/page": ("text/html; charset=utf-8", PAGE),
            "/news.txt": ("text/plain", b"Brelco grew."),
            "/data": ("application/x-ndjson", b'{"text": "Brelco grew."}\n'),
            "/large": ("text/plain", b"x" * 5000),
            "/odd": ("image/png", b"\x89PNG\0"),
        }[name]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def test_a_url_is_refused_unless_asked_for() -> None:
    with pytest.raises(InputError, match="only with --fetch"):
        read(["https://news.example/a"])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/page", "Brelco bought Hexlar Foods for five million dollars, it said on Monday."),
        ("/once", "Brelco bought Hexlar Foods for five million dollars, it said on Monday."),
        ("/news.txt?a=1", "Brelco grew."),
        ("/data", "Brelco grew."),
    ],
)
def test_fetching(server: str, path: str, text: str) -> None:
    ((document,), problems) = read_all(server + path, fetch=True, local=True)
    assert (document.text, document.source, problems) == (text, server + path, [])


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "the server answers 404"),
        ("/loop", "it redirects more than 5 times"),
        ("/away", "only http and https are"),
        ("/odd", "is not in a format that kg reads"),
    ],
)
def test_what_cannot_be_fetched(server: str, path: str, message: str) -> None:
    documents, (problem,) = read_all(server + path, fetch=True, local=True)
    assert documents == []
    assert message in problem.message


def test_size_is_limited(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST", 1000)
    _, (problem,) = read_all(f"{server}/large", fetch=True, local=True)
    assert "larger than" in problem.message


def test_time_is_limited(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.0)
    _, (problem,) = read_all(f"{server}/large", fetch=True, local=True)
    assert "cannot be fetched" in problem.message


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0"])
def test_this_machine_and_its_network_are_refused(host: str) -> None:
    _, (problem,) = read_all(f"http://{host}:9/", fetch=True)
    assert "on this machine or its network" in problem.message


@pytest.mark.parametrize(
    "url",
    ["ftp://127.0.0.1/a", "file:///etc/passwd", "http://", "http://[", "http://a b/", "http://me:secret@127.0.0.1/"],
)
def test_odd_urls(url: str) -> None:
    documents, (problem,) = read_all(url, fetch=True, local=True)
    assert documents == []
    assert "cannot be fetched" in problem.message


def test_nobody_listens() -> None:
    _, (problem,) = read_all("http://127.0.0.1:9/", fetch=True, local=True)
    assert "cannot be fetched" in problem.message


@pytest.mark.parametrize(
    ("url", "id_"),
    [
        ("https://News.example/2026/deal.html", "news.example/2026/deal"),
        ("https://news.example", "news.example/index"),
        ("http://[", "web/damaged-url"),
        ("http://me:secret@news.example/a", "news.example/a"),
        ("https://news.example/v1.2?id=4", "news.example/v1.2?id=4"),
    ],
)
def test_ids(url: str, id_: str) -> None:
    assert id_of(url) == id_


def test_a_local_path_is_no_url(tmp_path: Path) -> None:
    (tmp_path / "http:").mkdir()
    (tmp_path / "http:" / "a.txt").write_text("Brelco grew.")
    ((document,), _) = read_all(tmp_path / "http:" / "a.txt")
    assert document.id == "a"
