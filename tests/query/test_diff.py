"""What changed between two graphs, and within one by the dates of its documents."""

from dataclasses import replace
from datetime import date

import pytest

from kg import Document, build
from kg.model import Status
from kg.query import Kind, as_known, changes

JANUARY = [
    Document(
        "jan/steel",
        "Ostrava Freight is a customer of Quenby Steel. Norvane Inc owns 10% of Quenby Steel. "
        "Revenue of Quenby Steel was $4 billion in 2025. Tolvane is headquartered in Leeds.",
        date="2026-01-12",
    ),
    Document(
        "jan/air",
        "Sandvoll Airlines plans to buy Yarrow Air for $2 billion. Marrick Mining buys rails from Quenby Steel. "
        "Dana Rime is chief financial officer of Norvane Inc.",
        date="2026-01-20",
    ),
    Document("undated", "Kestria Bank lends to Pellworm Ferries."),
]
FEBRUARY = [
    Document(
        "feb/air",
        "Sandvoll Airlines has acquired Yarrow Air for $2.2 billion. Tolvane has sued Norvane Inc. "
        "Marrick Mining no longer buys rails from Quenby Steel.",
        date="2026-02-10",
    ),
    Document(
        "feb/steel",
        "Ostrava Freight is not a customer of Quenby Steel. Norvane Inc owns 12% of Quenby Steel. "
        "Revenue of Quenby Steel was $5 billion in 2026. Tolvane is headquartered in Bristol. "
        "Pellworm Ferries may buy Kestria Bank. Dana Rime is chief executive of Norvane Inc.",
        date="2026-02-11",
    ),
]
EXPECTED = [
    ("new", "sued", "Tolvane sues Norvane Inc", ""),
    (
        "done",
        "acquired",
        "Sandvoll Airlines acquires Yarrow Air for $2.2 billion",
        "Sandvoll Airlines plans to acquire Yarrow Air for $2 billion",
    ),
    (
        "ended",
        "customer of",
        "Marrick Mining is no longer a customer of Quenby Steel, for rails",
        "Marrick Mining is a customer of Quenby Steel, for rails",
    ),
    (
        "denied",
        "customer of",
        "Ostrava Freight is not a customer of Quenby Steel",
        "Ostrava Freight is a customer of Quenby Steel",
    ),
    ("changed", "owns stake in", "Norvane Inc owns 12 % of Quenby Steel", "Norvane Inc owns 10 % of Quenby Steel"),
    (
        "changed",
        "revenue",
        "Quenby Steel's revenue was $5 billion in 2026",
        "Quenby Steel's revenue was $4 billion in 2025",
    ),
    (
        "changed",
        "works for",
        "Dana Rime is chief executive at Norvane Inc",
        "Dana Rime is chief financial officer at Norvane Inc",
    ),
    (
        "contradicted",
        "customer of",
        "Ostrava Freight is a customer of Quenby Steel, but Ostrava Freight is not a customer of Quenby Steel",
        "",
    ),
    ("planned", "acquired", "Pellworm Ferries may acquire Kestria Bank", ""),
]


@pytest.fixture(scope="module")
def before():
    return build(JANUARY)


@pytest.fixture(scope="module")
def after():
    return build([*JANUARY, *FEBRUARY])


def told(found):
    return [(d.kind.value, d.heading, d.sentence, d.before) for d in found.differences]


def test_what_an_analyst_asks(before, after):
    found = told(changes(before, after))
    assert [d for d in EXPECTED if d not in found] == []
    assert {kind for kind, *_ in found} == {kind for kind, *_ in EXPECTED} | {"new"}


def test_two_seats_are_told_as_a_contradiction(before, after):
    (seats,) = [d for d in changes(before, after).differences if d.kind is Kind.CONTRADICTED and "seat" in d.sentence]
    assert {"Leeds", "Bristol"} <= set(seats.sentence.replace(",", "").split())
    assert len(seats.ids) == 2


def test_new_words_stand_first(before, after):
    (stake,) = [d for d in changes(before, after).differences if d.heading == "owns stake in"]
    assert [e.document for e in stake.evidence] == ["feb/steel", "jan/steel"]


def test_differences_come_in_a_fixed_order(before, after):
    found = changes(before, after)
    assert found == changes(build(JANUARY[::-1]), build([*FEBRUARY, *JANUARY]))
    kinds = [list(Kind).index(d.kind) for d in found.differences]
    assert kinds == sorted(kinds)


def test_nothing_changes_nothing(before):
    found = changes(before, before)
    assert (found.differences, found.new_entities, found.gone_entities) == ((), 0, 0)


def test_what_is_gone(before, after):
    found = changes(after, before)
    gone = {d.sentence for d in found.differences if d.kind is Kind.GONE}
    assert {"Tolvane sues Norvane Inc", "Quenby Steel's revenue was $5 billion in 2026"} <= gone
    assert found.gone_entities == changes(before, after).new_entities > 0


def test_an_entity_of_another_id_is_known_by_a_name(before):
    other = {"company/quenby-steel": "company/quenby"}

    def moved(said):
        ends = {"subject": other.get(said.subject, said.subject)}
        ends |= {"object": other.get(said.object, said.object)} if hasattr(said, "object") else {}
        return replace(said, id="x" + said.id, **ends)

    def renamed(entity):
        if entity.id not in other:
            return entity
        return replace(entity, id=other[entity.id], name="Quenby", aliases=("Quenby Steel Ltd",))

    later = replace(
        before,
        entities=tuple(map(renamed, before.entities)),
        facts=tuple(map(moved, before.facts)),
        observations=tuple(map(moved, before.observations)),
    )
    assert told(changes(before, later)) == []
    assert (changes(before, later).new_entities, changes(before, later).gone_entities) == (0, 0)


def test_what_is_new_and_over_at_once_is_told_as_its_end():
    old = Document("a", "Marrick Mining buys rails from Quenby Steel.", date="2026-01-01")
    end = Document("b", "Marrick Mining no longer buys rails from Quenby Steel.", date="2026-02-01")
    found = [d for d in changes(build([]), build([old, end])).differences if d.heading == "customer of"]
    assert [d.kind for d in found] == [Kind.ENDED]


def test_a_figure_whose_time_another_text_tells_is_no_news():
    bare = Document("a", "Revenue of Quenby Steel was $4 billion.", date="2026-01-01")
    timed = Document("b", "Quenby Steel had revenue of $4 billion in 2025.", date="2026-02-01")
    later, earlier = build([bare, timed]), build([bare])
    assert [o.metric for o in (*earlier.observations, *later.observations)] == ["revenue", "revenue"]
    assert changes(earlier, later).differences == ()
    assert changes(later, earlier).differences == ()


# ---------------------------------------------------------------- by date


def test_a_graph_as_its_dated_documents_say_it(after):
    january, undated = as_known(after, date(2026, 1, 31))
    assert undated == 1
    assert [d.id for d in january.documents] == ["jan/air", "jan/steel"]
    documents = {e.document for said in (*january.facts, *january.observations) for e in said.evidence}
    assert documents == {"jan/air", "jan/steel"}
    ids = {f.id for f in january.facts}
    assert all({*f.contradicts, *f.ended_by} <= ids for f in january.facts)
    assert Status.NEGATED not in {f.status for f in january.facts}


def test_changes_by_date(after):
    days = [as_known(after, day)[0] for day in (date(2026, 1, 31), date(2026, 2, 28))]
    found = told(changes(*days))
    assert ("new", "sued", "Tolvane sues Norvane Inc", "") in found
    assert "ended" in {kind for kind, *_ in found}


def test_a_build_as_of_a_day_knows_nothing_later(before):
    early = build([*JANUARY, *FEBRUARY], as_of=date(2026, 1, 31))
    assert early.facts == build(JANUARY[:2]).facts
    assert [(p.document, p.severity) for p in early.problems] == [("undated", "warning")]


def test_documents_without_a_date_can_be_given_one():
    graph = build(JANUARY, as_of=date(2026, 1, 15), undated="2026-01-01")
    assert [(d.id, d.date) for d in graph.documents] == [("jan/steel", "2026-01-12"), ("undated", "2026-01-01")]
