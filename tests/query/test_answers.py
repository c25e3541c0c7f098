"""Shipped questions on the demo documents, read by the real build, and on a wider graph made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg.errors import QueryError
from kg.model import Document, Status
from kg.query import questions, run
from kg.questions import TYPES

NORDLYS, CALDER = "Nordlys Marine Systems ASA", "Calder Quay Semiconductor"
# the first columns of the rows
IN_SEEDS = [
    ("about", {"entity": "Copilot"}, [("Copilot", "integratesWith"), ("Microsoft", "offers")]),
    ("between", {"entity": "Vantor", "other": "Calder Quay"}, [("Vantor Cranes", "customerOf", CALDER)]),
    ("biggest-customers", {"entity": "Microsoft"}, [("TikTok",)]),
    ("biggest-suppliers", {"entity": "TikTok"}, [("Microsoft",)]),
    ("common-customers", {"entity": "Calder Quay"}, []),
    ("coverage", {"document": "nordlys-filing"}, [("nordlys-filing",)]),
    ("customers-of", {"entity": "Brightwater Silicon"}, []),
    ("customers-of", {"entity": "Brightwater Silicon", "only": "ended"}, [("Vantor Cranes", "ended")]),
    (
        "customers-of-customers",
        {"entity": "Kestrel Radiotronics Ltd"},
        [("Havbruk Vest AS", NORDLYS), ("Pesquera Liniers S.A.", NORDLYS)],
    ),
    ("deals", {"only": "negated"}, [("Ashgrove Microdevices", "acquired", CALDER)]),
    ("documents-about", {"entity": "Vantor"}, [("harbour-chips",)]),
    ("documents-about", {"entity": "Vantor", "other": "Microsoft"}, []),
    ("facts", {"relation": "lends to"}, [("Fjellbanken", "lendsTo", NORDLYS)]),
    ("facts", {"minimum": "50000000"}, [("Vantor Cranes", "customerOf"), ("Fjellbanken", "lendsTo")]),
    ("figures", {"measure": "headcount"}, [(CALDER, "level", 610)]),
    ("gaps", {"kind": "place"}, [("Gdynia", "Place")]),
    ("holdings-of", {"entity": "Nordlys"}, [("Lanterna Software AB", "subsidiaryOf")]),
    ("integrations-of", {"entity": "Copilot"}, [("Office 365",)]),
    ("lenders-of", {"entity": "Nordlys"}, [("Fjellbanken", "asserted", 450000000, "NOK")]),
    ("listings", {}, [(CALDER, "Warsaw Stock Exchange"), (NORDLYS, "Oslo Stock Exchange")]),
    ("located-in", {"entity": "Rostock"}, [(CALDER, "operatesIn", "planned")]),
    ("locations-of", {"entity": "Nordlys"}, [("Tromsø", "headquarteredIn")]),
    ("most-connected", {"kind": "person"}, [("Piers Dunmallet", "Person", 1)]),
    ("observations-of", {"entity": "Nordlys", "measure": "revenue", "year": "2023"}, [("revenue",), ("revenue",)]),
    ("observations-of", {"entity": "Nordlys", "measure": "revenue", "since": "2024"}, []),
    ("ownership-chain", {"entity": "Lanterna Software AB"}, [("Lanterna Software AB", "subsidiaryOf", NORDLYS)]),
    ("paths-between", {"entity": "Vantor", "other": "Morrow Lane Capital"}, [(2, "Vantor Cranes", "customerOf →")]),
    ("people-of", {"entity": "Piers Dunmallet"}, [("Piers Dunmallet", "worksFor", CALDER, "spokesman")]),
    ("quotes", {"text": "RADAR modules"}, [("Kestrel Radiotronics Ltd", "offers"), (NORDLYS, "customerOf")]),
    ("shared-suppliers", {"entity": "TikTok", "other": "Walmart"}, [("Microsoft", "Walmart")]),
    ("single-source", {"entity": "Vantor"}, [("Vantor Cranes", CALDER, "sensor chips")]),
    ("suppliers-of-suppliers", {"entity": "Havbruk Vest AS"}, [("Kestrel Radiotronics Ltd", NORDLYS)]),
    (
        "uncertain",
        {"only": "planned"},
        # the second is a known mistake: these are Calder Quay's chips
        [(CALDER, "operatesIn", "Rostock", "planned"), ("Vantor Cranes", "offers", "Bollard", "planned")],
    ),
    ("users-of", {"entity": "OpenAI"}, [("Microsoft",)]),
]
# what no demo document says
WIDER = [
    ("advisers-of", {"entity": "Acme"}, [("Softfund",)]),
    ("common-customers", {"entity": "Oracle", "other": "Google"}, [("Microsoft", "Google")]),
    ("common-customers", {"entity": "Oracle"}, [("Microsoft", "Google")]),
    ("competes-with-supplier", {}, [("Microsoft", "Google")]),
    ("competes-with-supplier", {"entity": "Acme"}, []),
    ("funding", {"entity": "Oracle"}, [("Softfund", "Oracle")]),
    ("litigation", {}, [("Google", "Acme", None, "possible")]),
    ("ownership-chain", {"entity": "Unit"}, [("Acme", "ownsStakeIn", "Softfund"), ("Unit", "subsidiaryOf", "Acme")]),
    ("regulators-of", {"entity": "Google"}, [("Watchdog", "asserted")]),
    ("said-in", {"document": "news/tomorrow"}, []),
    (
        "paths-between",
        {"entity": "Unit", "other": "Oracle"},
        [(3, "Unit", "subsidiaryOf →", "Acme", "partnerOf →", "Microsoft", "customerOf →", "Oracle")],
    ),
]


@pytest.fixture(scope="module")
def seeds():
    """The demo documents, read."""
    return kg.build(Path(__file__).parents[2] / "seeds")


@pytest.fixture(scope="module")
def wider(graph):
    """The graph of conftest.py with more relations."""
    ms, oracle, acme, google, fund = (f"company/{n}" for n in ("microsoft", "oracle", "acme", "google", "softfund"))
    like, company = graph.facts[1], graph.entities[0]
    more = (
        (ms, "customerOf", google, Status.ASSERTED),
        (fund, "advises", acme, Status.ASSERTED),
        (fund, "investedIn", oracle, Status.ASSERTED),
        (google, "sued", acme, Status.POSSIBLE),
        ("company/unit", "subsidiaryOf", acme, Status.ASSERTED),
        (google, "regulatedBy", "organization/watchdog", Status.ASSERTED),
    )
    facts = (
        replace(like, id=f"w{number}", subject=subject, relation=relation, object=object, status=status)
        for number, (subject, relation, object, status) in enumerate(more)
    )
    entities = (
        replace(company, id="company/unit", name="Unit"),
        replace(company, id="organization/watchdog", kind="Organization", name="Watchdog"),
    )
    document = Document("news/tomorrow", "Nothing.", "Tomorrow")
    return replace(
        graph,
        documents=(*graph.documents, document),
        entities=(*graph.entities, *entities),
        facts=(*graph.facts, *facts),
    )


@pytest.mark.parametrize(("name", "parameters", "expected"), IN_SEEDS)
def test_answers_of_the_seeds(seeds, name, parameters, expected):
    rows = run(seeds, name, parameters).rows
    assert [row[: len(first)] for row, first in zip(rows, expected, strict=True)] == expected


@pytest.mark.parametrize(("name", "parameters", "expected"), WIDER)
def test_answers_of_a_wider_graph(wider, name, parameters, expected):
    rows = run(wider, name, parameters).rows
    assert len(rows) >= len(expected)
    assert bool(rows) == bool(expected)
    assert [row[: len(first)] for row, first in zip(rows, expected, strict=False)] == expected


def test_parameters_are_typed():
    entity, only = questions()["customers-of"].parameters
    assert (entity.type, entity.kinds) == ("entity", ("Body",))
    assert (only.type, only.required) == ("status", False)
    for question in questions().values():
        assert all(p.type == "entity" or p.type in TYPES for p in question.parameters)
        assert "# ask" not in question.query


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("customers-of", {"entity": "Azure"}, "Azure is a product, and entity has to be a company or an organization"),
        ("customers-of", {"entity": "Oracle", "only": "gone"}, "no status 'gone'.*there are: asserted, ended"),
        ("facts", {"relation": "loves"}, "no relation 'loves' .*customer of"),
        ("figures", {"measure": "beauty"}, "no metric 'beauty'"),
        ("gaps", {"kind": "planet"}, "no kind 'planet'"),
        ("deals", {"year": "24"}, "year='24' is not a year such as 2024"),
        ("deals", {"year": "2024-05"}, "is not a year such as 2024"),
        ("deals", {"since": "2024-13"}, "since='2024-13' is not a year, month or day"),
        ("facts", {"minimum": "much"}, "minimum='much' is not a number"),
        ("facts", {"minimum": "1e9999999"}, "is not a number"),
        ("quotes", {"text": " "}, "text is empty"),
        ("said-in", {"document": 'x" }'}, "There is no document"),
        ("said-in", {"document": "\ud83d"}, "There is no document"),
        ("quotes", {"text": "\ud83d"}, "characters that are none"),
    ],
)
def test_wrong_values_are_refused_in_a_sentence(graph, name, parameters, said):
    with pytest.raises(QueryError, match=said):
        run(graph, name, parameters)


@pytest.mark.parametrize("text", ['"} INSERT', "\\", '"""', "a\nb", "{?x}", 'Microsoft\'s "pay"'])
def test_a_text_is_bound_as_a_term(graph, text):
    assert run(graph, "quotes", {"text": text}).rows == ()
