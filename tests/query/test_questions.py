"""Every shipped question on the small graph of conftest.py: the first columns of its rows."""

from dataclasses import replace

import pytest
from test_answers import IN_SEEDS, WIDER

from kg.errors import QueryError
from kg.model import Status
from kg.query import questions, run

ANSWERS = [
    ("about", {"entity": "Azure"}, [("Microsoft", "offers", "Azure"), ("Acme", "uses", "Azure")]),
    ("competitors-of", {"entity": "Microsoft"}, [("Google",)]),
    ("competitors-of", {"entity": "google"}, [("Microsoft",)]),
    ("competitors-of", {"entity": "Acme"}, []),
    ("contradictions", {}, []),
    ("contradictions", {"entity": "Oracle"}, []),
    ("customers-of", {"entity": "Oracle"}, [("Microsoft", "asserted", 20000000, "USD", "month")]),
    ("customers-of", {"entity": "Microsoft"}, [("Acme", "possible", None)]),
    ("customers-of", {"entity": "Google"}, []),
    ("deals", {}, [("Softfund", "acquired", "Google", 5000000000, "USD")]),
    ("deals", {"entity": "Acme"}, []),
    ("dependence", {}, [("Microsoft", "Oracle")]),
    ("dependence", {"entity": "Oracle"}, [("Microsoft", "Oracle")]),
    ("dependence", {"entity": "Google"}, []),
    ("ended", {}, [("Acme", "customerOf", "Google", "ended")]),
    ("ended", {"entity": "Microsoft"}, []),
    ("evidence", {"fact": "f03"}, [("news/today", "Today", "2024-05-06")]),
    ("evidence", {"fact": "o1"}, [("news/today", "Today", "2024-05-06")]),
    ("observations-of", {"entity": "Oracle"}, [("revenue", "increase", 29, "percent", None, "29%", "2024")]),
    ("owners-of", {"entity": "Acme"}, [("Softfund", "ownsStakeIn")]),
    ("owners-of", {"entity": "Google"}, [("Softfund", "acquired")]),
    ("partners-of", {"entity": "Microsoft"}, [("Acme",)]),
    ("partners-of", {"entity": "Acme"}, [("Microsoft",)]),
    ("products-of", {"entity": "Microsoft Corp"}, [("Azure", "asserted")]),
    ("risks", {}, [("Acme", "floods")]),
    ("risks", {"entity": "floods"}, [("Acme", "floods")]),
    ("suppliers-of", {"entity": "microsoft"}, [("Oracle", "asserted")]),
    ("suppliers-of", {"entity": "Acme"}, [("Microsoft", "possible")]),
    ("uncertain", {}, [("Acme", "customerOf", "Microsoft", "possible"), ("Softfund", "acquired", "Google", "planned")]),
    ("uncertain", {"entity": "Softfund"}, [("Softfund", "acquired", "Google", "planned")]),
    ("users-of", {"entity": "Azure"}, [("Acme", "Azure")]),
    ("users-of", {"entity": "Microsoft"}, [("Acme", "Azure")]),
]


@pytest.mark.parametrize(("name", "parameters", "expected"), ANSWERS)
def test_answers(graph, name, parameters, expected):
    answer = run(graph, name, parameters)
    assert [row[: len(first)] for row, first in zip(answer.rows, expected, strict=True)] == expected


@pytest.fixture(scope="module")
def disputed(graph):
    """The graph with a fact that another text denies, and one that another text says is over."""
    uses, rivals = (next(f for f in graph.facts if f.id == id) for id in ("f03", "f05"))
    more = (
        replace(uses, contradicts=("f21",)),
        replace(rivals, ended_by=("f22",)),
        replace(uses, id="f21", status=Status.NEGATED, contradicts=("f03",)),
        replace(rivals, id="f22", status=Status.ENDED),
    )
    return replace(graph, facts=(*(f for f in graph.facts if f not in (uses, rivals)), *more))


def test_contradictions(disputed):
    (row,) = run(disputed, "contradictions").rows
    assert row[:7] == ("Acme", "uses", "Azure", "asserted", "Acme", "Azure", "negated")
    assert run(disputed, "contradictions", {"entity": "Azure"}).rows == (row,)
    assert not run(disputed, "contradictions", {"entity": "Google"}).rows


def test_what_another_text_says_is_over_is_no_answer(disputed):
    assert not run(disputed, "competitors-of", {"entity": "Microsoft"}).rows
    assert [row[3] for row in run(disputed, "about", {"entity": "Google"}).rows if row[1] == "competitorOf"] == [
        "asserted",
        "ended",
    ]


def test_every_question_is_asked():
    assert {name for name, _, _ in (*ANSWERS, *IN_SEEDS, *WIDER)} == set(questions())


def test_every_question_says_what_it_is():
    for question in questions().values():
        assert question.title
        assert question.description
        assert question.parameters
        assert "ORDER BY" in question.query


def test_parameters_of_a_question():
    entity, _ = questions()["customers-of"].parameters
    assert (entity.name, entity.description, entity.required) == ("entity", "the supplier", True)
    assert not questions()["deals"].parameters[0].required


def test_the_words_and_their_place(graph):
    (row,) = run(graph, "evidence", {"fact": "f03"})
    text = graph.documents[0].text
    assert text[row["start"] : row["end"]] == row["quote"] == "Acme uses Azure"
    assert row["extractor"] == "hand"


def test_a_question_says_what_it_needs(graph):
    with pytest.raises(QueryError, match=r"customers-of needs entity=\.\.\., the supplier"):
        run(graph, "customers-of", {})
    with pytest.raises(QueryError, match="no parameter company; it has: entity"):
        run(graph, "customers-of", {"entity": "Oracle", "company": "x"})
    with pytest.raises(QueryError, match=r"no question named 'clients'; there are: about, "):
        run(graph, "clients")
