"""Times and lengths in a graph: they keep the shapes, and a query can compare them."""

import dataclasses
from decimal import Decimal

import pytest

from kg.export import read_graph, write
from kg.model import Period, Value
from kg.query.check import check

TIMES = [
    Period("14 March 2026", "2026-03-14"),
    Period("March 2026", "2026-03"),
    Period("2026", "2026"),
    Period("third quarter", "2026-07-01/2026-09-30"),
    Period("since 2019", "2019/.."),
    Period("from 2019 to 2023", "2019/2023"),
    Period("five years", "P5Y"),
    Period("six weeks", "P6W"),
    Period("ninety minutes", "PT90M"),
    Period("Q3 FY24", "FY2024-Q3"),
    Period("in May"),
]


def with_times(graph, period):
    price = Value("$5bn", Decimal(5_000_000_000), "money", "USD", per="share", over="P5Y")
    said = (("amount", price), ("date", period), ("period", period))
    facts = tuple(dataclasses.replace(fact, qualifiers=said) for fact in graph.facts)
    value = Value("$5", Decimal(5), "money", "USD", per="share", over="P18M")
    seen = tuple(dataclasses.replace(o, value=value, qualifiers=(("period", period),)) for o in graph.observations)
    return dataclasses.replace(graph, facts=facts, observations=seen)


@pytest.mark.parametrize("period", TIMES, ids=lambda p: p.text)
def test_times_keep_the_shapes_and_come_back(graph, period, tmp_path):
    timed = with_times(graph, period)
    write(timed, tmp_path)
    assert check(tmp_path) == []
    back = read_graph(tmp_path)
    assert {f.qualifiers for f in back.facts} == {f.qualifiers for f in timed.facts}
    assert {(o.value, o.qualifiers) for o in back.observations} == {(o.value, o.qualifiers) for o in timed.observations}


def test_a_query_compares_the_ends_of_a_period(graph):
    found = with_times(graph, TIMES[3]).query("""
        SELECT DISTINCT ?words WHERE {
            ?fact kg:periodStart ?start ; kg:periodEnd ?end ; kg:periodText ?words .
            FILTER (?start <= "2026-08-01"^^xsd:date && ?end >= "2026-08-01"^^xsd:date) }""")
    assert len(found.rows) > 0
