"""The explorer, the pages of things, and what stands in the headers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from tests.serve.conftest import BASE, Answer, Service, small_graph

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def get(service: Service, path: str) -> Answer:
    return service.ask(path, Accept=HTML)


def test_the_explorer_is_that_of_the_folder(service: Service, out: Path) -> None:
    answer = get(service, "/")
    assert (answer.status, answer.media) == (200, "text/html")
    assert answer.body == (out / "explorer.html").read_bytes()


def test_a_page_says_what_is_known_in_sentences(service: Service) -> None:
    answer = get(service, "/id/company/hexlar")
    assert (answer.status, answer.media) == (200, "text/html")
    for words in (
        "<h1><bdi>Hexlar</bdi></h1>",
        "Hexlar Paper",
        "HXL",
        f"{BASE}company/hexlar",
        "Kestria is a customer of Hexlar.",
        "“Kestria buys cartons from Hexlar”",
        'href="/id/company/kestria"',
        'href="/id/document/news/today"',
        "2024-05-06",
        "confidence 0.90",
        '<span class="status">negated</span>',
    ):
        assert words in answer.text
    numbers = get(service, "/id/company/kestria").text
    assert "Kestria&#39;s revenue" in numbers
    assert "<h2>revenue</h2>" in numbers


def test_text_of_documents_is_never_markup(service: Service) -> None:
    for path in (
        "/id/company/brelco",
        "/id/company/kestria",
        "/id/document/news/today",
        "/id/fact/f4",
        "/id/company/hexlar",
    ):
        text = get(service, path).text
        assert "<b>" not in text
        assert "<i>" not in text
    hostile = quote('SELECT ("</textarea><script>x()</script>" AS ?a) { }')
    assert "<script>" not in get(service, f"/sparql?query={hostile}").text
    assert "<script>" not in get(service, "/sparql?query=%3Cscript%3E").text


def test_names_beyond_ascii_lead_somewhere(service: Service) -> None:
    links = get(service, "/id/company/brelco").text
    assert 'href="/id/company/o-dell-s%C3%B8n"' in links
    assert "O&#39;Dell &amp; Søn" in get(service, "/id/company/o-dell-s%C3%B8n").text
    assert "Søn" in service.ask("/id/company/o-dell-s%C3%B8n", Accept="text/turtle").text


@pytest.mark.parametrize("path", ["fact/f1", "observation/o1", "document/news/today", "run", "extractor/hand"])
def test_other_nodes_have_pages_too(service: Service, path: str) -> None:
    answer = get(service, f"/id/{path}")
    assert (answer.status, f"{BASE}{path}" in answer.text) == (200, True)


def test_what_a_node_leads_to_dereferences(service: Service) -> None:
    import re

    seen, waiting = set(), ["/id/fact/f4"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            answer = get(service, path)
            assert answer.status == 200, path
            waiting += re.findall(r'href="(/id/[^"]+)"', answer.text)
    assert len(seen) > 5


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"]
)
def test_programs_get_triples_with_their_evidence(service: Service, out: Path, media: str) -> None:
    answer = service.ask("/id/company/kestria", Accept=media)
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    assert answer.media == media
    found = {(q.subject, q.predicate, q.object) for q in ox.parse(answer.body, form)}
    known = {
        (q.subject, q.predicate, q.object) for q in ox.parse(path=str(out / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    }
    assert found < known
    assert "Kestria buys cartons from Hexlar" in {str(getattr(o, "value", "")) for _, _, o in found}
    assert f"{BASE}fact/f2" in {s.value for s, _, _ in found}
    assert f"{BASE}fact/f3" not in {s.value for s, _, _ in found}


def test_programs_that_take_anything_get_a_page_and_jsonld_is_json(service: Service) -> None:
    assert service.ask("/id/company/hexlar").media == "text/html"
    assert json.loads(service.ask("/id/company/hexlar", Accept="application/ld+json").body)
    assert service.ask("/id/company/hexlar", Accept="image/png").status == 406


def test_turtle_is_the_same_each_time(service: Service) -> None:
    answers = {service.ask("/id/company/hexlar", Accept="text/turtle").body for _ in range(4)}
    assert len(answers) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/id/company/nobody",
        "/id/",
        "/id/company/hexlar/..",
        "/id/../../etc/passwd",
        "/id/%2e%2e/%2e%2e/etc/passwd",
        "/id/..%2f..%2fgraph.ttl",
        "/id//etc/passwd",
        "/id/%00",
        "/id/a%0d%0aX-Header:%201",
        "/id/%3Cscript%3E",
        "/id/company/hexlar%3E%20%3Fp%20%3Fo%20%7D%20%23",
        "/id/%ff%fe",
        "/nothing",
        "/graph.ttl",
        "/../edition.json",
        "/questions/..%2f..%2fcore.ttl",
    ],
)
@pytest.mark.parametrize("accept", [HTML, "text/turtle"])
def test_paths_that_lead_nowhere(service: Service, path: str, accept: str) -> None:
    answer = service.ask(path, Accept=accept)
    assert (answer.status, answer.media) == (404, "text/plain")
    assert answer.text.endswith(".\n")
    assert "x-header" not in answer.headers


def test_browsers_are_told_to_be_strict(service: Service) -> None:
    for path in ("/id/company/hexlar", "/sparql", "/healthz", "/nothing"):
        headers = get(service, path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers
    assert "default-src 'none'" in get(service, "/id/company/hexlar").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:80", 200),
        ("LOCALHOST:1", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:80", 421),
        ("", 421),
    ],
)
def test_requests_to_other_hosts_are_refused(service: Service, host: str, status: int) -> None:
    assert service.ask("/healthz", Host=host).status == status


def test_health(service: Service) -> None:
    found = service.ask("/healthz").json()
    assert (found["status"], found["triples"] > 50) == ("ok", True)


def test_pages_of_a_named_origin_may_ask(start: Callable[..., Service], tmp_path: Path) -> None:
    small_graph().write(tmp_path, pages=False)
    service = start(tmp_path, "--cors", "https://app.example")
    answer = service.ask("/sparql?query=ASK%7B%7D", Origin="https://app.example")
    assert answer.headers["access-control-allow-origin"] == "https://app.example"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    asked = {
        "Origin": "https://app.example",
        "Access_Control_Request_Method": "POST",
        "Access_Control_Request_Headers": "content-type",
    }
    assert service.ask("/sparql", "OPTIONS", **asked).status == 200
    assert "access-control-allow-origin" not in service.ask("/healthz", Origin="https://evil.example").headers
