"""Processes that answer queries on one edition, so that a query that runs away can be ended with its process.

    python -m kg.serve.reader EDITION SECONDS BYTES

opens the graph once. Its standard input is a socket: for each channel that is sent to it, a socket too, it forks a
reader, which shares what is in memory, and says its number. A reader takes requests and gives replies, one after the
other (`kg.serve.messages`).
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import Dataset, questions, refuse_effects, solutions
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
READY = b"!"
PID = 8  # bytes of the number of a process
_GRACE = 5.0  # seconds after the limit until a reader ends itself, if nobody else did


def answered(data: Dataset, request: Request, folder: Path, largest: int) -> Reply:
    """The answer to a request; what is wrong with it is an answer too."""
    sink = Sink(folder, largest if request.query else sys.maxsize)
    try:
        if not request.query:
            return _dumped(data, request, sink)
        try:
            if request.query not in questions():  # a name may hold any word
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


def read(data: Dataset, folder: Path, seconds: float, largest: int, channel: socket.socket) -> None:
    """Answer what comes over a channel until its other end is closed."""
    with channel.makefile("rb") as source, channel.makefile("wb") as target:
        _limit_memory()
        for line in source:
            _expire_in(seconds + _GRACE)
            reply = answered(data, read_request(line), folder, largest)
            _expire_in(0)
            write_reply(target, reply)


def main() -> None:
    """Open the edition, then fork a reader for each channel that comes, until none can come any more."""
    folder, seconds, largest = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal, meant for the service
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for readers
    control = socket.socket(fileno=os.dup(0))
    edition = read_edition(folder)
    # what is in memory is shared with readers; a store on disk is no thing to share, and opened in no time
    data = None if edition.is_on_disk else edition.opened()
    gc.freeze()
    control.sendall(READY)
    while True:
        _, channels, _, _ = socket.recv_fds(control, 1, 1)
        if not channels:
            with suppress(ChildProcessError):
                os.wait()  # for all, since none is waited for one by one
            return
        if not (pid := os.fork()):
            control.close()
            os.close(0)  # or the service would not see that this process has ended
            with suppress(OSError):
                read(data or edition.opened(), folder, seconds, largest, socket.socket(fileno=channels[0]))
            os._exit(0)
        os.close(channels[0])
        control.sendall(pid.to_bytes(PID))


if __name__ == "__main__":
    main()
