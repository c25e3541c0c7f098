"""Where the graph store of a SPARQL service is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_OPERATION = re.compile(r"/(query|sparql|sparql-auth|update|statements|store|data|get)?/?$")
_STORE = re.compile(r"/(store|data|rdf-graphs/service|sparql-graph-crud(-auth)?)/?$")


def graph_store_of(endpoint: str, server: str) -> str:
    """The address of the graph store that belongs to a SPARQL endpoint; `server` is what its HTTP header says it is.

    The endpoint itself where it is a graph store by its name, or where nothing is known of such a server.
    """
    parts = urlsplit(endpoint)
    if _STORE.search(parts.path):
        return endpoint
    root = f"{parts.scheme}://{parts.netloc}"
    service = root + _OPERATION.sub("", parts.path)
    for known in _servers():
        if known.get("header", "") in server.lower() and re.search(known.get("path", ""), parts.path):
            return str(known["store"]).format(service=service, root=root)
    return endpoint


@cache
def _servers() -> list[Mapping[str, Any]]:
    with (Path(__file__).parent / "servers.toml").open("rb") as file:
        found: list[Mapping[str, Any]] = tomllib.load(file)["server"]
    return found
