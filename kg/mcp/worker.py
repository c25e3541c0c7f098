"""A process that runs queries for `kg.mcp.asking`, so that one that runs away can be ended.

    python -m kg.mcp.worker FOLDER SECONDS

reads a request a line from standard input, {"query": SPARQL} or {"question": WORDS} with "limit", a number of rows,
and writes an answer a line, or {"error": SENTENCE}. A request that takes longer than SECONDS ends the process, even
where nobody is left to end it.
"""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.query import Answer, Dataset, load, run

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

_MEMORY = 1 << 30  # bytes that queries may use beside what the graph needs
_GRACE = 5.0  # seconds for who asked to end this process first
_DEEP = "The query is nested too deeply, or needs more memory than one query may use."


def answered(data: Dataset, request: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request; what is wrong with it is one too."""
    try:
        if "question" in request:
            return _asked(data, request["question"], request["limit"])
        return _table(run(data, request["query"], limit=request["limit"] + 1), request["limit"])
    except KgError as error:
        return {"error": str(error)}
    except (MemoryError, RecursionError):
        return {"error": _DEEP}


def _asked(data: Dataset, question: str, limit: int) -> dict[str, Any]:
    from kg.ask import ask

    reply = ask(data, question)
    about = {"question": reply.question, "parameters": dict(reply.parameters), "sparql": reply.sparql}
    return about | _table(reply.answer, limit)


def _table(answer: Answer, limit: int) -> dict[str, Any]:
    rows = json.loads(answer.to_json())
    return {"columns": list(answer.columns), "rows": rows[:limit], "truncated": answer.cut or len(rows) > limit}


def _limit_memory() -> None:
    """A query that needs too much ends this process and not the machine."""
    if resource is not None and sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[5])
        limit = pages * resource.getpagesize() + _MEMORY
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (limit, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _expire_in(seconds: float) -> None:
    """End this process after so long, whatever it does; never with 0."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def main() -> None:
    """Read and answer until the input ends."""
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2]) + _GRACE
    load(folder)
    _limit_memory()
    print("{}", flush=True)  # ready
    for request in sys.stdin:
        _expire_in(seconds)
        answer = answered(load(folder), json.loads(request))
        _expire_in(0)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
