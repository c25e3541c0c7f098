"""A graph of invented companies that questions in plain words are put to."""

from decimal import Decimal

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Period, Status, Value
from kg.ontology import Ontology
from kg.query.dataset import dataset

TEXT = "Halden Motors buys castings from Corvid Systems for $12 million a year."
QUOTE = (Evidence("trade/monday", 0, len(TEXT), TEXT, "hand"),)
ENTITIES = (
    ("company/brightwater-foods", "Company", "Brightwater Foods", ()),
    ("company/corvid-systems", "Company", "Corvid Systems Inc", ("Corvid",)),
    ("company/halden-motors", "Company", "Halden Motors AG", ("Halden",)),
    ("company/lumen-bank", "Company", "Lumen Bank", ()),
    ("company/otter-and-vale", "Company", "Otter & Vale", ()),
    ("company/pine-ridge", "Company", "Pine Ridge", ()),
    ("company/tarn", "Company", "Tarn", ()),
    ("company/what-works", "Company", "What Works", ()),
    ("organization/fair-trade-board", "Organization", "Fair Trade Board", ("FTB",)),
    ("organization/nordic-exchange", "Organization", "Nordic Exchange", ()),
    ("person/jane-orrick", "Person", "Jane Orrick", ()),
    ("place/antwerp", "Place", "Antwerp", ()),
    ("product/orders", "Product", "orders", ()),
    ("product/routemind", "Product", "RouteMind", ()),
    ("risk/drought", "Risk", "drought", ()),
    ("sector/rail-freight", "Sector", "rail freight", ()),
)
FACTS = (
    ("halden-motors", "customerOf", "corvid-systems", Status.ASSERTED, {"amount": "12"}),
    ("brightwater-foods", "customerOf", "corvid-systems", Status.ENDED, {}),
    ("otter-and-vale", "customerOf", "halden-motors", Status.PLANNED, {}),
    ("corvid-systems", "customerOf", "pine-ridge", Status.ASSERTED, {}),
    ("corvid-systems", "offers", "product/routemind", Status.ASSERTED, {}),
    ("halden-motors", "uses", "product/routemind", Status.ASSERTED, {}),
    ("halden-motors", "acquired", "tarn", Status.ASSERTED, {"amount": "40", "date": "2024"}),
    ("lumen-bank", "lendsTo", "halden-motors", Status.POSSIBLE, {}),
    ("person/jane-orrick", "worksFor", "halden-motors", Status.ASSERTED, {}),
)


def entity(id, kind, name, aliases):
    return Entity(id, kind, name, aliases, (), (Mention("trade/monday", 0, 13, "Halden Motors", kind, name),))


def fact(number, subject, relation, object, status, given):
    subject, object = (id if "/" in id else f"company/{id}" for id in (subject, object))
    qualifiers = []
    if "amount" in given:
        number_of = Decimal(given["amount"]) * 10**6
        qualifiers.append(("amount", Value(f"${given['amount']} million", number_of, "money", "USD", per="year")))
    if "date" in given:
        qualifiers.append(("date", Period(given["date"], given["date"])))
    return Fact(f"f{number:02}", subject, relation, object, status, 0.9, tuple(qualifiers), QUOTE)


@pytest.fixture(scope="session")
def graph():
    revenue = Value("$3 billion", Decimal(3 * 10**9), "money", "USD")
    qualifiers = (("period", Period("2024", "2024")),)
    observation = Observation(
        "o1", "company/halden-motors", "revenue", Change.LEVEL, revenue, Status.ASSERTED, 0.9, qualifiers, QUOTE
    )
    return KnowledgeGraph(
        (Document("trade/monday", TEXT, "Monday's trade", "2024-05-06"),),
        tuple(entity(*each) for each in ENTITIES),
        tuple(fact(number, *each) for number, each in enumerate(FACTS)),
        (observation,),
        (),
        Ontology.load(),
    )


@pytest.fixture(scope="session")
def data(graph):
    return dataset(graph)
