"""What real servers hold after a push: the same as after a first one, triple by triple."""

from dataclasses import replace
from itertools import count

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from servers import Running
from told import TOLD, graph_of

from kg.errors import ServerError
from kg.export import named_graphs
from kg.push import Login, Pushed, Server, push

_number = count()


def fresh_base() -> str:
    """A base that nothing was pushed under."""
    return f"https://example.org/{next(_number)}/"


def pushed(running: Running, base: str, *ids: str, **options: bool) -> Pushed:
    with Server.behind(running.endpoint, running.login) as server:
        return push(graph_of(*ids, base=base), server, known=TOLD, **options)


def moved(quads: set[tuple[str, ...]], base: str) -> set[tuple[str, ...]]:
    """The same under another base; fingerprints, which are of the bytes, tell nothing then."""
    return {tuple(part.replace(base, "base:") for part in quad) for quad in quads if "fingerprint" not in quad[2]}


def after_a_first_push(running: Running, *ids: str) -> set[tuple[str, ...]]:
    base = fresh_base()
    pushed(running, base, *ids)
    return moved(running.quads(base), base)


def test_a_push_of_a_graph_puts_every_triple_into_the_graph_of_its_document(running: Running) -> None:
    base = fresh_base()
    pushed(running, base, *TOLD)
    contents = named_graphs(graph_of(*TOLD, base=base))
    found = running.quads(base)
    for name, content in contents.items():
        assert sum(quad[0] == name for quad in found) == content.count(b"\n"), name
    assert {quad[0] for quad in found} == {*contents, base + "graph/pushed"}


def test_a_document_that_is_gone_leaves_what_a_first_push_without_it_makes(running: Running) -> None:
    base = fresh_base()
    pushed(running, base, *TOLD)
    rest = [id_ for id_ in TOLD if id_ != "harbour"]
    done = pushed(running, base, *rest)
    assert done.plan.gone == (base + "document/harbour",)
    assert base + "document/timber" in done.plan.unchanged
    assert moved(running.quads(base), base) == after_a_first_push(running, *rest)


def test_the_last_source_of_a_fact_takes_it_along(running: Running) -> None:
    base = fresh_base()
    pushed(running, base, "timber", "timber-2")
    pushed(running, base, "timber-2")
    assert not any("pellam" in part.lower() for quad in running.quads(base) for part in quad)


def test_a_second_push_does_nothing(running: Running) -> None:
    base = fresh_base()
    pushed(running, base, *TOLD)
    again = pushed(running, base, *TOLD)
    assert not again.plan.written
    assert not again.plan.gone
    assert again.triples == 0
    assert len(pushed(running, base, *TOLD, everything=True).plan.changed) == len(again.plan.unchanged)


def test_a_dry_run_changes_nothing(running: Running) -> None:
    base = fresh_base()
    would = pushed(running, base, "timber", dry_run=True)
    assert len(would.plan.new) == 3
    assert not running.quads(base)


def test_an_empty_graph_takes_all_documents_away(running: Running) -> None:
    base = fresh_base()
    pushed(running, base, "timber")
    pushed(running, base)
    assert {quad[0] for quad in running.quads(base)} == {base + "graph/run", base + "graph/pushed"}


def test_what_others_keep_is_not_touched(oxigraph_server: Running) -> None:
    base, other = fresh_base(), fresh_base()
    with Server.behind(oxigraph_server.endpoint) as server:
        server.put(base + "document/not-of-kg", b"<https://e.org/a> <https://e.org/b> <https://e.org/c> .\n")
        theirs = oxigraph_server.quads(base)
        pushed(oxigraph_server, other, "timber")
        others = oxigraph_server.quads(other)
        pushed(oxigraph_server, base, *TOLD)
        pushed(oxigraph_server, base)
        assert theirs <= oxigraph_server.quads(base)
        assert oxigraph_server.quads(other) == others


def test_documents_of_another_graph_are_not_taken_away_unasked(oxigraph_server: Running) -> None:
    base = fresh_base()
    pushed(oxigraph_server, base, "timber")
    before = oxigraph_server.quads(base)
    with Server.behind(oxigraph_server.endpoint) as server:
        with pytest.raises(ServerError, match=r"holds other documents .*timber.*--replace"):
            push(graph_of("quay", base=base), server)
        assert oxigraph_server.quads(base) == before
        assert push(graph_of("quay", base=base), server, replace=True).plan.gone == (base + "document/timber",)


def test_a_push_that_is_cut_off_is_made_good(oxigraph_server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    put, left = Server.put, iter(range(4))

    def failing(server: Server, graph: str, content: bytes) -> None:
        if next(left, None) is None:
            raise ServerError("The server is gone.")
        put(server, graph, content)

    base = fresh_base()
    pushed(oxigraph_server, base, "harbour", "quay", "timber")
    with monkeypatch.context() as patch:
        patch.setattr(Server, "put", failing)
        with pytest.raises(ServerError, match="gone"):
            pushed(oxigraph_server, base, *TOLD)
    pushed(oxigraph_server, base, "quay", "denial")
    assert moved(oxigraph_server.quads(base), base) == after_a_first_push(oxigraph_server, "quay", "denial")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sets(st.sampled_from(sorted(TOLD))), min_size=1, max_size=4))
def test_any_pushes_end_as_the_last_alone(oxigraph_server: Running, sets: list[set[str]]) -> None:
    base = fresh_base()
    for ids in sets:
        pushed(oxigraph_server, base, *sorted(ids))
    assert moved(oxigraph_server.quads(base), base) == after_a_first_push(oxigraph_server, *sorted(sets[-1]))


def test_fingerprints_too_are_those_of_a_first_push(oxigraph_server: Running) -> None:
    base = fresh_base()
    pushed(oxigraph_server, base, *TOLD)
    pushed(oxigraph_server, base, "quay")
    found = oxigraph_server.quads(base)
    httpx.post(oxigraph_server.update, data={"update": "DROP ALL"}).raise_for_status()
    pushed(oxigraph_server, base, "quay")
    assert oxigraph_server.quads(base) == found


def test_a_wrong_password_is_told(virtuoso_server: Running) -> None:
    wrong = replace(virtuoso_server, login=Login("dba", "no"))
    with pytest.raises(ServerError, match="does not take the name and password of dba"):
        pushed(wrong, fresh_base(), "timber")
    with pytest.raises(ServerError, match="--user"):
        pushed(replace(virtuoso_server, login=None), fresh_base(), "timber")
