"""What a push costs: the first, one without changes, and one after a document was changed or taken away.

    python benchmarks/pushing.py [--facts N] [--endpoint URL] [--user NAME] [--json]

The graph is that of benchmarks/exports.py: a document for ten facts, about 25 triples a fact. Without `--endpoint` an
`oxigraph serve` is started on a folder of its own; the password of a user is in KG_PASSWORD. `parting` is what it takes
to make the named graphs and their fingerprints, which is part of every push; seconds are wall-clock time, in this
process, with the graph in memory. The documents of the server under this base are taken away.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from exports import generated

from kg.export import named_graphs
from kg.graph import KnowledgeGraph
from kg.push import Login, Pushed, Server, push


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = _options(arguments)
    login = Login(options.user, os.environ["KG_PASSWORD"]) if options.user else None
    with _running(options.endpoint) as endpoint, Server.behind(endpoint, login, timeout=600) as server:
        found = measured(generated(options.facts), server)
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        for name, each in found.items():
            print(f"{name:<12}{each['seconds']:>9.2f} s  {each['graphs']:>7,} graphs  {each['triples']:>10,} triples")
    return 0


def measured(graph: KnowledgeGraph, server: Server) -> dict[str, dict[str, Any]]:
    """Seconds of each step, with the graphs and triples that were written or deleted."""
    started = time.perf_counter()
    contents = named_graphs(graph)
    parting = {"seconds": time.perf_counter() - started, "graphs": len(contents)}
    parting["triples"] = sum(content.count(b"\n") for content in contents.values())
    first = graph.documents[0].id
    titled = replace(graph, documents=(replace(graph.documents[0], title="Another title"), *graph.documents[1:]))
    return {
        "parting": parting,
        "first": _timed(lambda: push(graph, server, replace=True)),
        "unchanged": _timed(lambda: push(graph, server)),
        "changed": _timed(lambda: push(titled, server)),
        "taken away": _timed(lambda: push(without(graph, first), server)),
    }


def without(graph: KnowledgeGraph, document: str) -> KnowledgeGraph:
    """The graph without a document and what only that says."""

    def rest(said: Any) -> Iterator[Any]:
        for each in said:
            evidence = tuple(e for e in each.evidence if e.document != document)
            if evidence:
                yield each if len(evidence) == len(each.evidence) else replace(each, evidence=evidence)

    documents = tuple(d for d in graph.documents if d.id != document)
    facts, observations = tuple(rest(graph.facts)), tuple(rest(graph.observations))
    return replace(graph, documents=documents, facts=facts, observations=observations)


def _timed(run: Callable[[], Pushed]) -> dict[str, Any]:
    started = time.perf_counter()
    done = run()
    seconds = time.perf_counter() - started
    return {"seconds": seconds, "graphs": len(done.plan.written) + len(done.plan.gone), "triples": done.triples}


@contextmanager
def _running(endpoint: str | None) -> Iterator[str]:
    """The given server, or one that is started for the time."""
    if endpoint is not None:
        yield endpoint
        return
    program = shutil.which("oxigraph") or str(Path(sys.executable).parent / "oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with TemporaryDirectory() as scratch:
        command = [program, "serve", "--location", scratch, "--bind", place]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(2)
            yield f"http://{place}/query"
        finally:
            running.kill()
            running.wait()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=60_000)
    parser.add_argument("--endpoint")
    parser.add_argument("--user")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
