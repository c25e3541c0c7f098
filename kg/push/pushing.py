"""Bringing a server to hold the graph, by as little as that takes.

A graph of kg's own at the server, the ledger, holds a fingerprint of each graph that a push wrote. What is not in it
is never touched. Before anything is written the ledger says of all graphs to write or delete that their content is
not known, so a push that is cut off is made good by the next one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass

from kg.errors import ServerError
from kg.export import graph_of_document, holds_document, ledger, ledger_name, named_graphs, read_ledger
from kg.graph import KnowledgeGraph
from kg.push.plan import UNKNOWN, Plan, fingerprint
from kg.push.server import Server

Progress = Callable[[int, int, str], None]

_SAVED = 10.0  # seconds of work that a push which is cut off may lose
_NAMED = 2  # documents that a refusal names


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or would do: the plan, and how many triples and bytes of N-Triples were written."""

    plan: Plan
    triples: int
    bytes: int


def push(
    graph: KnowledgeGraph,
    server: Server,
    *,
    known: Collection[str] = (),
    everything: bool = False,
    replace: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Pushed:
    """Make the server hold this graph, a named graph a document, and no other graph of an earlier push.

    `known` are ids of documents that the graph once held. With `everything` graphs are written that the server has,
    with `replace` those of other documents go even if none is known, with `dry_run` nothing is changed.

    Raises:
        ServerError: the server cannot be reached or refuses, or holds what was pushed from elsewhere.
    """
    contents = named_graphs(graph)
    wanted = {name: fingerprint(content) for name, content in contents.items()}
    held = _held(server, graph.base)
    if not replace:
        _refuse_strangers(server, graph, held, {*wanted, *(graph_of_document(graph.base, id_) for id_ in known)})
    plan = Plan.between(held, wanted, everything=everything)
    if not dry_run and (plan.written or plan.gone):
        _Push(server, graph.base, {name: wanted[name] for name in plan.unchanged}, progress).run(plan, contents, wanted)
    written = [contents[name] for name in plan.written]
    return Pushed(plan, sum(content.count(b"\n") for content in written), sum(map(len, written)))


def _held(server: Server, base: str) -> dict[str, str]:
    """The fingerprints in the ledger of a server."""
    found = server.get(ledger_name(base))
    try:
        return read_ledger(*found) if found else {}
    except (ValueError, SyntaxError) as error:
        raise ServerError(f"There is no graph store at {server.address}: it answers with what is no RDF.") from error


def _refuse_strangers(server: Server, graph: KnowledgeGraph, held: Collection[str], known: Collection[str]) -> None:
    """Refuse to take away what another graph put there under the same base."""
    documents = sorted(name for name in held if holds_document(graph.base, name))
    if documents and not any(name in known for name in documents):
        named = ", ".join(documents[:_NAMED]) + (", ..." if len(documents) > _NAMED else "")
        raise ServerError(
            f"The server at {server.address} holds other documents ({named}): --replace takes them away,"
            " and a graph that was built with another --base stands beside them."
        )


@dataclass(slots=True)
class _Push:
    """A push under way: `ready` are the fingerprints of what the server has."""

    server: Server
    base: str
    ready: dict[str, str]
    progress: Progress | None

    def run(self, plan: Plan, contents: Mapping[str, bytes], wanted: Mapping[str, str]) -> None:
        # what is said of entities comes before what is said with them
        order = sorted(plan.written, key=lambda name: (holds_document(self.base, name), name))
        todo, total = {*order, *plan.gone}, len(order) + len(plan.gone)
        self._save(todo)
        saved = time.monotonic()
        try:
            for done, name in enumerate([*order, *plan.gone], 1):
                if name in contents:
                    self.server.put(name, contents[name])
                    self.ready[name] = wanted[name]
                else:
                    self.server.delete(name)
                todo.discard(name)
                if self.progress is not None:
                    self.progress(done, total, name.removeprefix(self.base))
                if time.monotonic() - saved > _SAVED:
                    self._save(todo)
                    saved = time.monotonic()
        except BaseException:
            with suppress(ServerError):
                self._save(todo)
            raise
        self._save(())

    def _save(self, todo: Collection[str]) -> None:
        """Write the ledger: what is there, and what may be there."""
        found = self.ready | dict.fromkeys(todo, UNKNOWN)
        if found:
            self.server.put(ledger_name(self.base), ledger(self.base, found))
        else:
            self.server.delete(ledger_name(self.base))
