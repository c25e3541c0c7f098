"""What changes beside a service is taken up, and no answer mixes two graphs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from kg.cli import run
from tests.serve.conftest import Service, small_graph

NEW = "SELECT ?name { company:zz rdfs:label ?name }"


def until(found: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.1)
    return False


def test_a_new_build_is_taken_up(start: Callable[..., Service], tmp_path: Path) -> None:
    small_graph().write(tmp_path)
    service = start(tmp_path)
    assert service.names(NEW) == []
    before = service.ask("/healthz").json()["edition"]
    found: list[tuple[int, str]] = []
    stop = threading.Event()

    def asking() -> None:
        while not stop.is_set():
            answer = service.query(f"ASK {{ company:hexlar ?p ?o }} #{len(found)}")
            found.append((answer.status, answer.text))

    thread = threading.Thread(target=asking)
    thread.start()
    small_graph("Newcomer").write(tmp_path)
    assert until(lambda: service.names(NEW) == ["Newcomer"])
    stop.set()
    thread.join()
    assert {status for status, _ in found} == {200}
    assert service.ask("/healthz").json()["edition"] != before
    assert "Newcomer" in service.ask("/id/company/zz").text
    assert service.ask("/").body == (tmp_path / "explorer.html").read_bytes()
    assert "Newcomer" in service.ask("/data?default").text


def test_the_old_is_served_when_the_new_is_damaged_or_gone(start: Callable[..., Service], tmp_path: Path) -> None:
    small_graph().write(tmp_path, pages=False)
    service = start(tmp_path)
    (tmp_path / "graph.ttl").write_text("this is no Turtle")
    time.sleep(3)
    assert service.query("ASK { company:hexlar ?p ?o }").json()["boolean"] is True
    for path in tmp_path.iterdir():
        path.unlink()
    time.sleep(2.5)
    assert service.query("ASK { company:hexlar ?p ?o }").json()["boolean"] is True
    small_graph("Newcomer").write(tmp_path, pages=False)
    assert until(lambda: service.names(NEW) == ["Newcomer"])


def test_a_store_is_served_and_followed(start: Callable[..., Service], tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('name_model = "none"\nrelation_model = "none"\n')
    (tmp_path / "one.txt").write_text("Orrin Steel agreed to buy Pallas Mining for $40 million.")
    (tmp_path / "two.txt").write_text("Vantry Bank is based in Lisbon.")
    store, names = str(tmp_path / "store"), "SELECT ?name { ?x a kg:Company ; rdfs:label ?name }"
    assert run(["add", store, str(tmp_path / "one.txt"), "--config", str(tmp_path / "kg.toml"), "-q"]) == 0
    service = start(Path(store))
    assert "Orrin Steel" in service.names(names)
    assert "Vantry Bank" not in service.names(names)
    assert run(["add", store, str(tmp_path / "two.txt"), "-q"]) == 0
    assert until(lambda: "Vantry Bank" in service.names(names))
    assert until(lambda: service.ask("/").status == 200), "the explorer follows"
    assert run(["remove", store, "one", "-q"]) == 0
    assert until(lambda: "Orrin Steel" not in service.names(names))
