"""What kg serve costs over asking in-process, and how it bears many clients.

    python benchmarks/serving.py [--facts N] [--clients 50] [--seconds 60] [--pause S] [--keep FOLDER] [--json]

The graph is that of benchmarks/exports.py, about 25 triples a fact. `overhead` is the median of a small query over HTTP
on one kept connection, less that of the same query in this process on the same triples, both to the last byte of JSON;
each differs in a comment, so that no answer comes from those that the service keeps (`kept_ms` is one that does).
Then one client, and after it all `--clients`, each on a connection of its own, ask mixed questions: every shipped one
about `--entities` entities, and what a node has, in random order (seeded); the service keeps answers, so what is asked
again is quick. A client asks again as soon as it has
its answer, or with `--pause` after so many seconds (exponentially distributed). Printed are milliseconds, and p99 over
the single client's median. `memory` is what the service and its readers hold in the end, as proportional set size.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
from exports import generated

from kg.errors import QueryError
from kg.export import read_graph
from kg.query import full_text, questions, solutions
from kg.query.dataset import dataset
from kg.serve.editions import cache, edition_of

SMALL = "SELECT ?name { ?x a kg:Company ; rdfs:label ?name } LIMIT 10"
NUMBER = itertools.count()
HEADERS = {"Accept": "application/sparql-results+json"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = _options(arguments)
    with TemporaryDirectory() as scratch:
        out = Path(options.keep or scratch)
        if not (out / "graph.ttl").exists():
            generated(options.facts).write(out, pages=False)
        found = measured(out, options)
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<22}{value:>12,.2f}" if isinstance(value, float) else f"{name:<22}{value:>12,}")
    return 0


def measured(out: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures; times in milliseconds, memory in MB."""
    started = time.perf_counter()
    edition = edition_of(out, cache())
    prepared = time.perf_counter() - started
    mixed = paths(out, options.seed, options.entities)
    with serving(out) as (port, process):
        small = f"/sparql?query={quote(SMALL)}"
        over_http = median_ms(asking(port, small), options.runs)
        connection = HTTPConnection("127.0.0.1", port)
        kept = median_ms(lambda: (connection.request("GET", small), connection.getresponse().read()), options.runs)
        data = edition.opened()
        inside = median_ms(lambda: solutions(data, SMALL).serialize(format=ox.QueryResultsFormat.JSON), options.runs)
        asyncio.run(load(port, mixed, 1, 2, 0, options.seed))
        alone = asyncio.run(load(port, mixed, 1, options.seconds / 4, 0, options.seed))
        many = asyncio.run(load(port, mixed, options.clients, options.seconds, options.pause, options.seed))
        memory = proportional_memory(process.pid)
    median, late = statistics.median(alone.times), percentile(many.times, 99)
    return {
        "triples": edition.triples,
        "prepare_s": prepared,
        "http_ms": over_http,
        "kept_ms": kept,
        "in_process_ms": inside,
        "overhead_ms": over_http - inside,
        "one_median_ms": median,
        "one_p99_ms": percentile(alone.times, 99),
        "clients": options.clients,
        "answers": len(many.times),
        "answers_per_s": len(many.times) / options.seconds,
        "errors": many.errors,
        "many_median_ms": statistics.median(many.times),
        "many_p99_ms": late,
        "p99_over_one_median": late / median,
        "memory_mb": memory,
    }


@contextmanager
def serving(out: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """A service of its own, with its port."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", str(out), "--port", "0", "-q"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        line = next(line for line in process.stderr if "serving" in line)
        found = re.search(r":(\d+)/", line)
        assert found is not None
        yield int(found[1]), process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def paths(out: Path, seed: int, count: int) -> list[str]:
    """What the clients ask for."""
    graph = read_graph(out)
    data = dataset(graph)
    chance = random.Random(seed)
    entities, facts = chance.choices(graph.entities, k=count), chance.choices(graph.facts, k=count)
    found = []
    for question in questions().values():
        for entity, fact in zip(entities, facts, strict=True):
            meant = {"fact": fact.id}
            needed = [p.name for p in question.parameters if p.required] or [p.name for p in question.parameters][:1]
            given = {name: meant.get(name, entity.id) for name in needed}
            try:
                full_text(data, question.name, given)
            except QueryError:
                continue  # the parameter is no entity, or one of another kind
            found.append(f"/questions/{question.name}?{urlencode(given)}")
    found += [f"/sparql?query={quote(f'SELECT ?p ?o {{ <{graph.base}{e.id}> ?p ?o }}')}" for e in entities]
    chance.shuffle(found)
    return found


class Load:
    """What clients saw: milliseconds of each answer, and answers that were none."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.errors = 0


async def load(port: int, mixed: list[str], clients: int, seconds: float, pause: float, seed: int) -> Load:
    """Ask from several clients at once for some seconds."""
    found, until = Load(), time.perf_counter() + seconds

    async def client(number: int) -> None:
        chance = random.Random(f"{seed}-{number}")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < until:
            if pause:
                await asyncio.sleep(chance.expovariate(1 / pause))
            started = time.perf_counter()
            writer.write(f"GET {chance.choice(mixed)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", head)
            assert length is not None
            await reader.readexactly(int(length[1]))
            found.times.append((time.perf_counter() - started) * 1000)
            found.errors += not head.startswith(b"HTTP/1.1 200")
        writer.close()

    await asyncio.gather(*(client(number) for number in range(clients)))
    return found


def asking(port: int, path: str) -> Callable[[], object]:
    """A request on a connection that is kept."""
    connection = HTTPConnection("127.0.0.1", port)

    def ask() -> bytes:
        connection.request("GET", f"{path}{quote(f'#{next(NUMBER)}')}", headers=HEADERS)
        return connection.getresponse().read()

    return ask


def median_ms(ask: Callable[[], object], runs: int) -> float:
    """The median of some runs, after a tenth as many to warm up."""
    for _ in range(runs // 10):
        ask()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        ask()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def percentile(times: list[float], percent: int) -> float:
    """The time within which so many of a hundred answers came."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def proportional_memory(parent: int) -> float:
    """Megabytes of a process and its children, shared pages divided among those that share them."""
    total, waiting = 0, [str(parent)]
    while waiting:
        pid = waiting.pop()
        waiting += subprocess.run(["pgrep", "-P", pid], capture_output=True, text=True).stdout.split()
        rolled = Path("/proc") / pid / "smaps_rollup"
        if rolled.exists():
            found = re.search(r"^Pss:\s+(\d+)", rolled.read_text(), re.MULTILINE)
            total += int(found[1]) if found else 0
    return total / 1000


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--facts", type=int, default=4000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--entities", type=int, default=40)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", help="write the graph here, or use what is there")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).parent.parent))
    sys.exit(main())
