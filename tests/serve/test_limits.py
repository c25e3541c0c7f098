"""What runs away, is too large or is nonsense is answered with a sentence, and the service lives."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.serve.conftest import Service, running, small_graph

# six graphs crossed: more rows than can ever be counted
RUNAWAY = "SELECT (COUNT(*) AS ?n) { " + " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(6)) + " }"


NUMBER = itertools.count()


def lives(service: Service) -> bool:
    # a new question each time, which no answer that is kept can serve
    return service.query(f"ASK {{ company:hexlar ?p ?o }} #{next(NUMBER)}").json()["boolean"] is True


def test_a_query_that_runs_away_is_stopped(service: Service) -> None:
    started = time.monotonic()
    answer = service.query(RUNAWAY)
    assert answer.status == 503
    assert answer.text.startswith("The query took longer than 1 s, the limit here, and was stopped")
    assert time.monotonic() - started < 5
    assert lives(service)


def test_others_are_answered_beside_one_that_runs_away(service: Service) -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(service.query(RUNAWAY).status))
    thread.start()
    time.sleep(0.2)
    assert lives(service)
    assert not found
    thread.join()
    assert found == [503]


def test_many_that_run_away_end_all(service: Service) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(service.query(RUNAWAY).status)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [503] * 6
    assert lives(service)


def test_an_answer_that_is_too_large_is_refused(service: Service) -> None:
    answer = service.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert (answer.status, answer.text) == (
        400,
        "The answer is larger than 1 MB, the limit here; ask for less of it, say with LIMIT.\n",
    )
    assert lives(service)


def test_an_answer_beyond_a_megabyte_comes_whole(start: Callable[..., Service], tmp_path: Path, cache: Path) -> None:
    small_graph().write(tmp_path, pages=False)
    service = start(tmp_path, "--limit", "8")
    text = "SELECT ?a ?b ?c { ?a ?b ?c . ?d ?e ?f }"
    for accept, extra in (("text/csv", 2), ("text/html", 0)):
        answer = service.query(text, Accept=accept)
        assert (answer.status, len(answer.body) > 1 << 20) == (200, True)
        assert not extra or answer.body.count(b"\r\n") == service.ask("/healthz").json()["triples"] ** 2 + 1
    for _ in range(50):  # it is deleted a moment after its last byte is sent
        if not list(cache.rglob(".answer-*")):
            return
        time.sleep(0.1)
    pytest.fail("an answer was left behind")


@pytest.mark.parametrize("nested", ["{", "(", "!"])
def test_deep_nesting(service: Service, nested: str) -> None:
    closing = {"{": "}", "(": ")", "!": ""}[nested]
    depth = 20_000
    text = (
        f"ASK {nested * depth}{closing * depth}"
        if nested == "{"
        else f"ASK {{ FILTER({nested * depth}1{closing * depth}) }}"
    )
    answer = service.ask("/sparql", "POST", text.encode(), Content_Type="application/sparql-query")
    assert answer.status in {200, 400, 503}
    assert answer.text
    assert lives(service)


def test_text_that_is_slow_to_scan(service: Service) -> None:
    text = 'ASK { ?s ?p "' + '\\"' * 30_000
    assert service.ask("/sparql", "POST", text.encode(), Content_Type="application/sparql-query").status in {400, 503}
    assert lives(service)


@pytest.mark.parametrize("path", ["/sparql", "/data?default"])
def test_huge_bodies(service: Service, path: str) -> None:
    body = b"ASK { " + b"#" * 3_000_000
    answer = service.ask(path, "POST", body, Content_Type="application/sparql-query")
    assert (answer.status, answer.text) == (413, "The request is larger than 65,536 bytes, the limit here.\n")


def test_too_many_fields(service: Service) -> None:
    body = b"&".join(b"a=1" for _ in range(2000))
    assert service.ask("/sparql", "POST", body, Content_Type="application/x-www-form-urlencoded").status == 400


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 200_000,
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
    ],
)
def test_what_is_no_http(service: Service, sent: bytes) -> None:
    # it may have hung up before all is sent
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as connection, suppress(OSError):
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1 << 16)
    assert lives(service)


def test_a_client_that_leaves(service: Service) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", service.port)) as connection:
            connection.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert lives(service)


@pytest.mark.parametrize("which", ["readers", "all"])
def test_a_process_that_is_killed_is_replaced(service: Service, which: str) -> None:
    opener, *readers = service.descendants()
    assert readers
    for pid in readers + [opener] * (which == "all"):
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    for _ in range(3):
        assert lives(service)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_and_leaves_no_process(out: Path, cache: Path, ending: signal.Signals) -> None:
    with running(out, cache) as service:
        service.query("ASK {}")
        started = service.descendants()
        service.process.send_signal(ending)
        assert service.process.wait(20) == 0
        assert "Traceback" not in "".join(service.log)
        assert len(started) >= 3
        assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere"], 3, "nowhere is not an output of kg"),
        (["{out}", "--host", "no.such.host.invalid"], 3, "Cannot listen on no.such.host.invalid"),
        (["{out}", "--port", "{port}"], 3, "Address already in use"),
        (["{out}", "--port", "99999"], 2, "99999"),
        (["{out}", "--timeout", "-1"], 2, "-1"),
    ],
)
def test_wrong_usage_is_one_sentence(
    service: Service, out: Path, arguments: list[str], code: int, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    from kg.cli import run

    assert run(["serve", *(a.format(out=out, port=service.port) for a in arguments)]) == code
    printed = capfd.readouterr()
    assert words in printed.err
    assert "Traceback" not in printed.err


def test_other_hosts_are_warned_of(out: Path, cache: Path) -> None:
    with running(out, cache, "--host", "0.0.0.0") as service:
        assert service.ask("/healthz", Host="some.name:80").status == 200
        assert "WARNING: everyone who reaches 0.0.0.0 can read this graph" in service.said
