"""A process that answers queries on one edition, so that a query that runs away can be ended with its process.

    python -m kg.serve.reader EDITION SECONDS BYTES

reads requests from standard input and writes replies to standard output, one after the other (`kg.serve.messages`).
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import Dataset, refuse_effects, solutions
from kg.serve.editions import read_edition
from kg.serve.formats import by_name
from kg.serve.messages import Reply, Request, read_request, write_reply
from kg.serve.settings import MEGABYTE
from kg.serve.sink import Sink, TooLargeError

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

_MEMORY = 1024 * MEGABYTE  # bytes that queries may use beside what the graph needs
_GRACE = 5.0  # seconds after the limit until a reader ends itself, if nobody else did


def answered(data: Dataset, request: Request, folder: Path, largest: int) -> Reply:
    """The answer to a request; what is wrong with it is an answer too."""
    sink = Sink(folder, largest if request.query else sys.maxsize)
    try:
        if not request.query:
            return _dumped(data, request, sink)
        try:
            refuse_effects(request.query)
        except QueryError as error:
            return Reply(403, str(error))
        return _queried(data, request, sink)
    except QueryError as error:
        return Reply(400, str(error))
    except TooLargeError:
        sink.drop()
        megabytes = f"{largest / MEGABYTE:g} MB"
        return Reply(400, f"The answer is larger than {megabytes}, the limit here; ask for less of it, say with LIMIT.")
    except (RuntimeError, ValueError, OSError, MemoryError) as error:
        sink.drop()
        return Reply(400, f"The query cannot be run: {error or 'it needs more memory than one query may use'}.")


def _queried(data: Dataset, request: Request, sink: Sink) -> Reply:
    found = solutions(data, request.query, request.parameters, **_graphs(request))
    is_table = not isinstance(found, ox.QueryTriples)
    name = request.table if is_table else request.triples
    if not name:
        return Reply(406, "", is_table=is_table)
    writer = by_name(name).writer
    if isinstance(writer, ox.RdfFormat) and writer == ox.RdfFormat.TURTLE:  # only this one gains by prefixes
        sink.header = len(data.prefixes)
        ox.serialize(found, cast(IO[bytes], sink), writer, prefixes=dict(data.prefixes))
    else:
        found.serialize(sink, writer)
    return sink.reply(is_table=is_table)


def _graphs(request: Request) -> dict[str, Any]:
    """The dataset of the protocol (https://www.w3.org/TR/sparql11-protocol/#dataset); without one that of the query."""
    default, named = request.default_graphs, request.named_graphs
    if default is None and named is None:
        return {}
    try:
        return {
            "default_graph": [ox.NamedNode(iri) for iri in default or ()],
            "named_graphs": [ox.NamedNode(iri) for iri in named or ()],
        }
    except ValueError as error:
        raise QueryError(f"A graph is named by an absolute IRI: {error}.") from error


def _dumped(data: Dataset, request: Request, sink: Sink) -> Reply:
    graph: ox.NamedNode | ox.DefaultGraph = ox.DefaultGraph()
    if request.graph:
        try:
            graph = ox.NamedNode(request.graph)
        except ValueError as error:
            return Reply(400, f"A graph is named by an absolute IRI: {error}.")
        if not data.store.contains_named_graph(graph):
            return Reply(404, f"There is no graph {request.graph}.")
    form = by_name(request.triples).writer
    assert isinstance(form, ox.RdfFormat)
    prefixes = dict(data.prefixes) if form == ox.RdfFormat.TURTLE else {}
    sink.header = len(prefixes)
    data.store.dump(cast(IO[bytes], sink), form, from_graph=graph, prefixes=prefixes)
    return sink.reply(is_table=False)


def _limit_memory() -> None:
    """A query that needs too much ends its reader and not the machine."""
    if resource is not None and sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[5])
        limit = pages * resource.getpagesize() + _MEMORY
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _expire_in(seconds: float) -> None:
    """End this process after so long, whatever it does; never with 0."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _serve(folder: Path, seconds: float, largest: int, source: BinaryIO, target: BinaryIO) -> None:
    data = read_edition(folder).opened()
    _limit_memory()
    write_reply(target, Reply())  # ready
    for line in source:
        _expire_in(seconds + _GRACE)
        reply = answered(data, read_request(line), folder, largest)
        _expire_in(0)
        write_reply(target, reply)


def main() -> None:
    """Read, answer, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal, meant for the service
    with suppress(BrokenPipeError):
        _serve(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
