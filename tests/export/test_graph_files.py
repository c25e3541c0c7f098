"""graph.ttl and the JSON lines: without loss, without surprise, whatever the text holds."""

import dataclasses
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest
from handmade import HOSTILE, small
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export import read_graph, to_turtle, write
from kg.export.jsonl import to_lines
from kg.export.qualifiers import qualifiers_from_json, qualifiers_to_json
from kg.model import Block, BlockKind, Period, Value


@pytest.fixture(autouse=True)
def plain_picture(monkeypatch):
    """The picture has tests of its own."""
    monkeypatch.setattr("kg.export.html.write_html", lambda graph, path, outline=None: path.write_text("<html>"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives(text, tmp_path):
    graph = small(text)
    write(graph, tmp_path)
    assert read_graph(tmp_path) == graph
    literals = {t.object.value for t in ox.parse(to_turtle(graph), format=ox.RdfFormat.TURTLE)}
    assert text in literals


def test_one_line_an_object_for_every_reader(tmp_path):
    for text in HOSTILE:
        for content in to_lines(small(text)).values():
            for line in content.decode().splitlines():
                json.loads(line)


def test_write_leaves_nothing_but_the_files_of_the_contract(tmp_path):
    write(small(), tmp_path / "new" / "out")
    names = sorted(p.name for p in (tmp_path / "new" / "out").iterdir())
    assert names == sorted(
        ["graph.ttl", "graph.html", "explorer.html"]
        + [f"{n}.jsonl" for n in ("documents", "entities", "facts", "matches", "observations", "problems")]
    )


def test_a_failed_write_keeps_what_was_there(tmp_path, monkeypatch):
    write(small(), tmp_path)
    before = (tmp_path / "facts.jsonl").read_bytes()

    def fail(graph, path, outline=None):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.html.write_html", fail)
    with pytest.raises(InputError, match="No space left"):
        write(small("other"), tmp_path)
    assert (tmp_path / "facts.jsonl").read_bytes() == before
    assert not list(tmp_path.glob(".writing*"))


def test_unwritable_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="Cannot write to"):
        write(small(), tmp_path / "file")


def test_read_graph_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match=r"no readable entities\.jsonl"):
        read_graph(tmp_path)
    write(small(), tmp_path)
    (tmp_path / "facts.jsonl").write_text('{"id": "f1"}\n')
    with pytest.raises(InputError, match=r"Line 1 of .* is damaged"):
        read_graph(tmp_path)


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (
            ("amount", Value("nearly $20m a month", Decimal("20000000"), "money", "USD", bound="about", per="month")),
            {
                "amount": {
                    "value": "20000000",
                    "currency": "USD",
                    "approximate": True,
                    "bound": "about",
                    "text": "nearly $20m a month",
                },
                "per": "month",
            },
        ),
        (("share", Value("25%", Decimal("25"), "percent")), {"share": "0.25", "share_text": "25%"}),
        (("date", Period("14 March 2026", "2026-03-14")), {"date": "14 March 2026", "date_value": "2026-03-14"}),
        (("period", Period("five years", "P5Y")), {"period": "five years", "period_value": "P5Y"}),
        (("date", Period("in May")), {"date": "in May", "date_value": None}),
        (
            ("amount", Value("€1bn", Decimal(10**9), "money", "EUR", over="P5Y")),
            {"amount": {"value": "1000000000", "currency": "EUR", "text": "€1bn", "over": "P5Y"}},
        ),
        (
            ("share", Value("a third or more", Decimal("33.3"), "percent", bound="at least")),
            {"share": "0.333", "share_text": "a third or more", "share_bound": "at least"},
        ),
        (("role", "chief executive"), {"role": "chief executive"}),
        (
            ("from", Value("1.2 tonnes", Decimal("1.20"), "count", noun="tonnes")),
            {"from": {"value": "1.2", "unit": "count", "noun": "tonnes", "text": "1.2 tonnes"}},
        ),
    ],
)
def test_qualifiers_of_the_contract(qualifier, expected):
    assert qualifiers_to_json([qualifier]) == expected


_numbers = st.none() | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4
)
_values = st.builds(
    Value,
    text=st.text(max_size=5),
    number=_numbers,
    unit=st.sampled_from(["", "money", "percent", "count"]),
    currency=st.sampled_from(["", "USD"]),
    high=_numbers,
    bound=st.sampled_from(["", "about", "at least"]),
    per=st.sampled_from(["", "month", "share"]),
    noun=st.sampled_from(["", "cars"]),
    over=st.sampled_from(["", "P5Y"]),
)
_times = st.builds(Period, st.text(max_size=5), st.sampled_from(["", "2026-03-14", "2026-07-01/2026-09-30", "FY2024"]))
_keys = st.sampled_from(["amount", "share", "per", "period", "period_value", "date", "from", "for", "of"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_keys, st.text(max_size=5) | _values | _times), max_size=5))
def test_qualifiers_round_trip(pairs):
    pairs.sort(key=lambda p: p[0])
    through = json.loads(json.dumps(qualifiers_to_json(pairs)))
    assert sorted(qualifiers_from_json(through), key=lambda p: p[0]) == pairs


def test_same_graph_same_bytes_in_any_order():
    graph = small()
    shuffled = dataclasses.replace(graph, entities=graph.entities[::-1], observations=graph.observations[::-1])
    assert to_lines(shuffled) == to_lines(graph)
    assert to_turtle(small()) == to_turtle(graph)


def test_sources_and_contradictions_survive(tmp_path):
    graph = small(sources=3, contradicts=("f2", "f3"), ended_by=("f4",))
    write(graph, tmp_path)
    assert read_graph(tmp_path) == graph
    (fact,) = map(json.loads, (tmp_path / "facts.jsonl").read_text().splitlines())
    assert (fact["sources"], fact["contradicts"], fact["ended_by"]) == (3, ["f2", "f3"], ["f4"])


def test_lines_of_earlier_versions_are_read(tmp_path):
    write(small(), tmp_path)
    for name in ("facts.jsonl", "observations.jsonl"):
        lines = [json.loads(line) for line in (tmp_path / name).read_text().splitlines()]
        kept = [{k: v for k, v in j.items() if k not in {"sources", "contradicts", "ended_by"}} for j in lines]
        (tmp_path / name).write_text("".join(json.dumps(j) + "\n" for j in kept))
    assert read_graph(tmp_path) == small()


def test_blocks_and_places_are_kept(tmp_path):
    graph = small()
    blocks = (Block(0, 1, BlockKind.HEADING), Block(1, 2, BlockKind.PARAGRAPH, "page 3"))
    documents = (dataclasses.replace(graph.documents[0], author="Jane Doe", language="en", blocks=blocks),)
    placed = [
        dataclasses.replace(f, evidence=tuple(dataclasses.replace(e, place="page 3") for e in f.evidence))
        for f in graph.facts
    ]
    graph = dataclasses.replace(graph, documents=documents, facts=tuple(placed))
    write(graph, tmp_path)
    assert read_graph(tmp_path) == graph
    assert '"place": "page 3"' in (tmp_path / "facts.jsonl").read_text(encoding="utf-8")
