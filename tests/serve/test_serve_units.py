"""Negotiation, hosts and editions without a server."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve import editions
from kg.serve.editions import edition_of, sweep
from kg.serve.formats import GRAPHS, HTML, TABLES, chosen
from kg.serve.guard import host_of, hosts_for, is_loopback
from kg.serve.kept import Kept
from kg.serve.messages import Reply, Request, read_request
from tests.serve.conftest import Service, small_graph


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("*", "json"),
        ("text/*", "csv"),
        ("text/csv", "csv"),
        ("text/csv;q=0.1, */*;q=0.5", "json"),
        ("text/csv, */*", "csv"),
        ("text/csv;q=0, */*", "json"),
        ("*/*;q=0", None),
        ("image/png", None),
        ("text/tab-separated-values, text/csv", "tsv"),
        ("text/csv, text/tab-separated-values", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/csv;q=abc", None),
        ("text/csv ; charset=utf-8 ; q=0.5, application/sparql-results+xml;q=0.4", "csv"),
        (",,;,", None),
    ],
)
def test_what_a_client_likes_best(accept: str | None, name: str | None) -> None:
    found = chosen(accept, (*TABLES, HTML))
    assert (found.format.name if found else None) == name


@given(st.text())
def test_any_accept_header_is_read(accept: str) -> None:
    chosen(accept, (*GRAPHS, HTML))


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost", "localhost"),
        ("LocalHost:80", "localhost"),
        ("[::1]:80", "::1"),
        ("::1", "::1"),
        ("", ""),
        (":80", ""),
    ],
)
def test_the_host_of_a_header(header: str, host: str) -> None:
    assert host_of(header) in {host, header}


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("example.org", False),
    ],
)
def test_loopback(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own
    assert bool(hosts_for(host)) is is_own


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_a_request_is_one_line_whatever_it_holds(query: str, parameters: dict[str, str]) -> None:
    request = Request(query, parameters)
    line = request.packed()
    assert line.count(b"\n") == 1
    assert read_request(line) == request


def test_answers_are_kept_as_long_as_there_is_room() -> None:
    kept = Kept(10_000)
    kept.keep(b"bad", Reply(400, "No."))
    kept.keep(b"long", Reply(body=b"x" * 2000))
    assert kept.get(b"bad") is kept.get(b"long") is None
    for number in range(30):
        kept.keep(b"%d" % number, Reply(body=b"x" * 100))
        assert kept.get(b"0") is not None
    assert kept.get(b"1") is None
    assert kept.get(b"29") == Reply(body=b"x" * 100)


def test_an_edition_is_made_once_and_named_by_its_content(tmp_path: Path) -> None:
    for name, extra in (("a", ""), ("b", ""), ("c", "Newcomer")):
        small_graph(extra).write(tmp_path / name, pages=False)
    one, two, three = (edition_of(tmp_path / name, tmp_path / "cache") for name in "abc")
    assert one == two != three
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {one.key, three.key}


def test_a_large_graph_lies_on_disk_and_answers_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_graph().write(tmp_path / "out", pages=False)
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(!isBlank(?s) && !isBlank(?o)) }"

    def rows(cache: str) -> tuple[str, set[str]]:
        edition = edition_of(tmp_path / "out", tmp_path / cache)
        data = edition.opened()
        return (data.base, {str(row) for row in data.store.query(query)})

    small = rows("small")
    monkeypatch.setattr(editions, "IN_MEMORY", 0)
    assert rows("large") == small
    assert list((tmp_path / "large").glob("*/store/*.sst"))


def test_a_large_graph_is_served(
    start: Callable[..., Service], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_graph("Large").write(tmp_path, pages=False)
    monkeypatch.setattr(editions, "IN_MEMORY", 0)
    assert edition_of(tmp_path, cache / "kg" / "serve").is_on_disk
    service = start(tmp_path)
    for _ in range(5):
        assert service.names("SELECT ?name { company:zz rdfs:label ?name }") == ["Large"]
    assert service.ask("/data?default", Accept="application/n-triples").body.count(b"\n") > 50


def test_sweeping_spares_what_is_held_or_fresh(tmp_path: Path) -> None:
    root = tmp_path / "cache"
    for name, extra in (("held", "A"), ("old", "B"), ("fresh", "C")):
        small_graph(extra).write(tmp_path / name, pages=False)
    held, old, fresh = (edition_of(tmp_path / name, root) for name in ("held", "old", "fresh"))
    for each in (held, old):
        os.utime(each.folder, (time.time() - 90_000,) * 2)
    with held.held():
        sweep(root, [held.key])
        assert {path.name for path in root.iterdir()} == {held.key, fresh.key}
    sweep(root, [held.key])
    assert {path.name for path in root.iterdir()} == {fresh.key}
