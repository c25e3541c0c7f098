from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Status, Value
from kg.ontology import Ontology

TEXT = (
    "Kestria buys cartons from Hexlar for a third of its sales. Kestria plans to buy Brelco. "
    "Tovane never sued Hexlar. Sales of Kestria rose 12 %. O'Dell & Søn supplies <b>Brelco</b>."
)
BASE = "https://data.example.org/things/"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Service:
    """A real server process."""

    port: int
    process: subprocess.Popen[str]
    said: str
    """What it said before it could be asked."""
    log: list[str]
    """All that it has said, line by line."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def descendants(self) -> list[int]:
        """The processes that it started, and those that these did."""
        found, waiting = [], [self.process.pid]
        while waiting:
            parent = str(waiting.pop())
            pids = subprocess.run(["pgrep", "-P", parent], capture_output=True, text=True).stdout.split()
            found += (more := [int(pid) for pid in pids])
            waiting += more
        return found

    def query(self, text: str, **headers: str) -> Answer:
        return self.ask(f"/sparql?query={quote(text)}", **headers)

    def names(self, text: str) -> list[str]:
        rows = self.query(text).json()["results"]["bindings"]
        return [next(iter(row.values()))["value"] for row in rows]


@contextmanager
def running(given: Path, cache: Path, *options: str) -> Iterator[Service]:
    code = "from kg.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", str(given), "--port", "0", "--readers", "2", *options]
    environment = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    lines: list[str] = []
    reading: Thread | None = None
    try:
        for line in process.stderr:
            lines.append(line)
            if found := re.search(r"at http://\S+:(\d+)/", line):
                said = "".join(lines)
                # a pipe that nobody empties would make the server wait
                reading = Thread(target=lines.extend, args=(process.stderr,))
                reading.start()
                yield Service(int(found[1]), process, said, lines)
                break
        else:
            pytest.fail("".join(lines))
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        finally:
            process.kill()
            process.wait()
            if reading is not None:
                reading.join()
            process.stderr.close()


def evidence(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence("news/today", start, start + len(quote), quote, "hand"),)


def entity(id: str, kind: str, name: str, *aliases: str, **identifiers: str) -> Entity:
    mention = Mention("news/today", 0, 1, "", "", "")
    return Entity(id, kind, name, aliases, tuple(identifiers.items()), (mention,))


def small_graph(extra: str = "") -> KnowledgeGraph:
    """Facts of several statuses, names with marks of HTML and IRIs, and a base of another host."""
    sales = Value("12 %", None, "percent")
    growth = Observation(
        "o1",
        "company/kestria",
        "revenue",
        Change.INCREASE,
        sales,
        Status.ASSERTED,
        0.8,
        (),
        evidence("Sales of Kestria rose 12 %"),
    )
    entities = [
        entity("company/brelco", "Company", "<b>Brelco</b>"),
        entity("company/hexlar", "Company", "Hexlar", "Hexlar Paper", ticker="HXL"),
        entity("company/kestria", "Company", "Kestria"),
        entity("company/o-dell-søn", "Company", "O'Dell & Søn"),
        entity("company/tovane", "Company", "Tovane"),
    ]
    if extra:
        entities.append(entity("company/zz", "Company", extra))
    facts = (
        Fact(
            "f1",
            "company/kestria",
            "customerOf",
            "company/hexlar",
            Status.ASSERTED,
            0.9,
            (),
            evidence("Kestria buys cartons from Hexlar"),
        ),
        Fact(
            "f2",
            "company/kestria",
            "acquired",
            "company/brelco",
            Status.PLANNED,
            0.7,
            (),
            evidence("Kestria plans to buy Brelco"),
        ),
        Fact(
            "f3",
            "company/tovane",
            "sued",
            "company/hexlar",
            Status.NEGATED,
            0.6,
            (),
            evidence("Tovane never sued Hexlar"),
        ),
        Fact(
            "f4",
            "company/brelco",
            "customerOf",
            "company/o-dell-søn",
            Status.ASSERTED,
            0.8,
            (),
            evidence("O'Dell & Søn supplies <b>Brelco</b>"),
        ),
    )
    documents = (Document("news/today", TEXT, "Today <i>", "2024-05-06", "https://example.org/today"),)
    return KnowledgeGraph(documents, tuple(entities), facts, (growth,), (), Ontology.load(), BASE)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "out"
    small_graph().write(folder)
    return folder


@pytest.fixture(scope="session")
def service(out: Path, cache: Path) -> Iterator[Service]:
    with running(out, cache, "--timeout", "1", "--limit", "1", "--max-body", "64") as found:
        yield found


@pytest.fixture
def start(cache: Path) -> Iterator[Callable[..., Service]]:
    """A service of one test."""
    with ExitStack() as stack:
        yield lambda given, *options: stack.enter_context(running(given, cache, *options))
