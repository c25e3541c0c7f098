"""The explorer: what the page holds, that its built files are of the sources beside them, and its layout."""

import base64
import dataclasses
import hashlib
import json
import re
import zlib
from pathlib import Path

import pyoxigraph as ox
import pytest
from handmade import HOSTILE, small
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import triples
from kg.export.communities import plan
from kg.export.explorer import to_explorer
from kg.export.packed_triples import Packer
from kg.export.passages import in_utf16, texts_of
from kg.export.turtle import nodes
from kg.model import Document, Evidence

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "kg" / "export" / "explorer"


def block(page, name):
    text = re.search(rf'<script type="application/octet-stream" id="block-{name}">([^<]*)</script>', page)[1]
    return json.loads(zlib.decompress(base64.b64decode(text), -15))


def test_built_files_are_of_these_sources():
    sources = ROOT / "explorer"
    names = [f"src/{path.name}" for path in sorted((sources / "src").iterdir())]
    digest = hashlib.sha256()
    for name in [*names, "build.mjs", "package-lock.json", "package.json", "tsconfig.json"]:
        digest.update(name.encode() + b"\0" + (sources / name).read_bytes() + b"\0")
    built = (BUILT / "SOURCES.sha256").read_text().strip()
    assert built == digest.hexdigest(), "run npm ci && npm run build in explorer/"


def test_licences_of_all_that_is_bundled_are_free_ones():
    names = re.findall(r"^\S+ \S+ \((.+)\)$", (BUILT / "THIRD-PARTY-LICENCES.txt").read_text(), re.MULTILINE)
    assert len(names) >= 4
    assert {name for several in names for name in several.split(" OR ")} <= {"MIT", "Apache-2.0", "BSD-3-Clause"}


def test_the_same_graph_gives_the_same_bytes():
    assert to_explorer(small()) == to_explorer(small())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_data_and_never_markup(text):
    page = to_explorer(small(text))
    assert page.count("<script") == page.count("</script") == 8
    shell = re.sub(r"(<(script|style)[^>]*>).*?</\2>", "", page, flags=re.DOTALL)
    assert not re.search(r"(?:src|action)=|javascript:|\son\w+=", shell)
    assert block(page, "overview")["facts"] == {"subject": [0], "relation": [0], "object": [1]}


def test_the_policy_lets_in_one_script_and_no_request():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', to_explorer(small()))[1]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert re.search(r"script-src 'sha256-[^']+' 'wasm-unsafe-eval';", policy)
    assert "unsafe-inline" not in policy


def test_only_web_addresses_are_sources():
    graph = small()
    for source, is_kept in (
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ):
        documents = (dataclasses.replace(graph.documents[0], source=source),)
        (document,) = block(to_explorer(dataclasses.replace(graph, documents=documents)), "overview")["documents"]
        assert ("source" in document) is is_kept


def test_a_name_of_a_megabyte_is_cut():
    graph = small()
    entities = (dataclasses.replace(graph.entities[0], name="x" * 1_000_000), graph.entities[1])
    names = block(to_explorer(dataclasses.replace(graph, entities=entities)), "overview")["entities"]["name"]
    assert max(map(len, names)) <= 160


def test_an_empty_graph_has_a_page():
    graph = small()
    empty = dataclasses.replace(graph, documents=(), entities=(), facts=(), observations=())
    assert block(to_explorer(empty), "overview")["entities"]["id"] == []


def unpacked(packed, texts):
    """The triples as written, each term with its sort."""
    terms = []
    for sort, word in zip(packed["sort"], packed["words"], strict=True):
        if packed["sorts"][sort][0] == "text":
            document, start, length = word
            word = texts[document][start : start + length]
        terms.append((*packed["sorts"][sort], word))
    subject = fresh = 0
    for step, p, o in zip(packed["s"], packed["p"], packed["o"], strict=True):
        subject += step
        fresh = max(fresh, subject + 1, p + 1)
        place = o - 1 if o else fresh
        fresh = max(fresh, place + 1)
        yield terms[subject], terms[p], terms[place]


def test_packed_triples_are_those_of_the_turtle():
    graph = small()
    quote = graph.facts[0].evidence[0].quote
    packed = Packer({quote: (0, 0, len(quote))}).packed(lambda: nodes(graph), graph.base)
    found = [tuple(term[-2:] if term[0] == "iri" else term[2] for term in t) for t in unpacked(packed, [quote])]
    assert len(found) == len(list(triples(graph))) == packed["all"]
    subjects = {"".join(s) for s, _, _ in found}
    assert subjects == {t.subject.value for t in triples(graph)}
    assert {o for _, _, o in found if isinstance(o, str)} == {
        t.object.value for t in triples(graph) if isinstance(t.object, ox.Literal)
    }


@pytest.mark.parametrize("limit", [1_000_000, 30])
def test_triples_told_while_the_turtle_is_written_give_the_same_page(tmp_path, monkeypatch, limit):
    monkeypatch.setattr("kg.export.packed_triples.LIMIT", limit)
    graph = small()
    graph.write(tmp_path)
    page = (tmp_path / "explorer.html").read_text(encoding="utf-8")
    assert page == to_explorer(graph)
    assert block(page, "questions")["complete"] is (limit > 30)


def test_a_part_is_not_told_the_triples_of_the_whole(tmp_path, monkeypatch):
    graph = small()
    monkeypatch.setattr("kg.export.part.ROOM", 3)
    graph.write(tmp_path)
    assert (tmp_path / "explorer.html").read_text(encoding="utf-8") == to_explorer(graph)


def test_offsets_count_as_javascript_does():
    place = in_utf16("a🏦b🏦c")
    assert [place(n) for n in range(6)] == [0, 1, 3, 4, 6, 7]


def test_large_texts_are_cut_to_what_is_quoted(monkeypatch):
    monkeypatch.setattr("kg.export.passages.WHOLE", 100)
    text = "word " * 400 + "Alder pays Birch. " + "word " * 400
    start = text.index("Alder")
    found, whole = texts_of([Document("a", text)], [Evidence("a", start, start + 17, "Alder pays Birch.", "hand")])
    ((at, piece),) = found["a"].pieces
    assert found["a"].document == Document("a", "")
    assert not whole
    assert text[at : at + len(piece)] == piece
    assert "Alder pays Birch." in piece
    assert len(piece) < 400


def graphs():
    """How many entities, and which are linked."""
    pair = lambda n: st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))  # noqa: E731
    return st.integers(1, 40).flatmap(lambda n: st.tuples(st.just(n), st.sets(pair(n), max_size=60)))


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_layout_is_the_same_each_time_and_sets_nothing_on_another(graph):
    count, pairs = graph
    links = {(min(pair), max(pair)): 1.0 for pair in pairs}
    one, other = (plan([1.0] * count, links) for _ in range(2))
    assert one == other
    places = list(zip(one.x, one.y, strict=True))
    assert len(set(places)) == count
    assert all(abs(x) < 1e4 and abs(y) < 1e4 for x, y in places)
