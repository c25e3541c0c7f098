"""What a service and its readers say to each other over pipes: a line of JSON, then as many bytes as it names."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, BinaryIO


@dataclass(frozen=True, slots=True)
class Request:
    """A query, or where there is none the dump of a graph. `graph` "" is the default graph."""

    query: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    """Variables to bind to the node with this name or IRI."""
    default_graphs: list[str] | None = None
    named_graphs: list[str] | None = None
    table: str = ""
    """The name of the format for rows, "" where the client takes none."""
    triples: str = ""
    """The name of the format for graphs, "" where the client takes none."""
    graph: str = ""

    def packed(self) -> bytes:
        """As a line."""
        return _line({name: getattr(self, name) for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: the bytes, or the file with them, or an error in one sentence with its HTTP status."""

    status: int = 200
    error: str = ""
    is_table: bool = False
    body: bytes = b""
    file: str = ""


def read_request(line: bytes) -> Request:
    """The reverse of `packed`."""
    return Request(**json.loads(line))


def write_reply(target: BinaryIO, reply: Reply) -> None:
    """Say an answer."""
    head: dict[str, Any] = {"status": reply.status, "length": len(reply.body)}
    head |= {name: value for name in ("error", "is_table", "file") if (value := getattr(reply, name))}
    target.write(_line(head) + reply.body)
    target.flush()


def read_head(line: bytes) -> tuple[Reply, int]:
    """An answer without its bytes, and how many these are."""
    head = json.loads(line)
    length = head.pop("length")
    return Reply(**head), length


def _line(found: Any) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode() + b"\n"
