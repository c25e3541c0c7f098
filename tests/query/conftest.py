from decimal import Decimal

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Change, Document, Entity, Evidence, Fact, Mention, Observation, Status, Value
from kg.ontology import Ontology

TEXT = (
    "Microsoft pays Oracle nearly $20 million a month, a quarter of its revenue. Microsoft makes Azure. "
    "Acme uses Azure. "
    "Acme may buy from Microsoft. Google competes with Microsoft. Microsoft and Acme are partners. "
    "Acme no longer buys from Google. Softfund owns 30% of Acme. Softfund will acquire Google for $5 billion. "
    "Acme fears floods. Oracle revenue rose 29% in 2024. Acme is not a customer of Oracle."
)


def evidence(quote):
    start = TEXT.index(quote)
    return (Evidence("news/today", start, start + len(quote), quote, "hand"),)


def entity(id, kind, name, *aliases, **identifiers):
    start = TEXT.find(name)
    mentions = (Mention("news/today", start, start + len(name), name, kind, name),) if start >= 0 else ()
    return Entity(id, kind, name, aliases, tuple(identifiers.items()), mentions)


def fact(id, subject, relation, object, quote, status=Status.ASSERTED, **qualifiers):
    return Fact(id, subject, relation, object, status, 0.9, tuple(qualifiers.items()), evidence(quote))


@pytest.fixture(scope="session")
def ontology():
    return Ontology.load()


@pytest.fixture(scope="session")
def graph(ontology):
    amount = Value("nearly $20 million a month", Decimal(20000000), "money", "USD", bound="about", per="month")
    share = Value("a quarter", Decimal(25), "percent")
    stake = Value("30%", Decimal(30), "percent")
    price = Value("$5 billion", Decimal(5000000000), "money", "USD")
    ms, oracle, acme, google = "company/microsoft", "company/oracle", "company/acme", "company/google"
    azure, floods, fund = "product/azure", "risk/floods", "company/softfund"
    growth = Observation(
        "o1",
        oracle,
        "revenue",
        Change.INCREASE,
        Value("29%", Decimal(29), "percent"),
        Status.ASSERTED,
        0.8,
        (("period", "2024"),),
        evidence("Oracle revenue rose 29% in 2024"),
    )
    return KnowledgeGraph(
        documents=(Document("news/today", TEXT, "Today", "2024-05-06", "https://example.org/today"),),
        entities=(
            entity(acme, "Company", "Acme"),
            entity(google, "Company", "Google"),
            entity(ms, "Company", "Microsoft", "Microsoft Corp", ticker="MSFT"),
            entity(oracle, "Company", "Oracle"),
            entity(fund, "Company", "Softfund"),
            entity(azure, "Product", "Azure"),
            entity(floods, "Risk", "floods"),
        ),
        facts=(
            fact(
                "f01", ms, "customerOf", oracle, "Microsoft pays Oracle nearly $20 million", amount=amount, share=share
            ),
            fact("f02", ms, "offers", azure, "Microsoft makes Azure"),
            fact("f03", acme, "uses", azure, "Acme uses Azure"),
            fact("f04", acme, "customerOf", ms, "Acme may buy from Microsoft", Status.POSSIBLE),
            fact("f05", google, "competitorOf", ms, "Google competes with Microsoft"),
            fact("f06", acme, "partnerOf", ms, "Microsoft and Acme are partners"),
            fact("f07", acme, "customerOf", google, "Acme no longer buys from Google", Status.ENDED),
            fact("f08", fund, "ownsStakeIn", acme, "Softfund owns 30% of Acme", share=stake),
            fact("f09", fund, "acquired", google, "Softfund will acquire Google", Status.PLANNED, amount=price),
            fact("f10", acme, "exposedTo", floods, "Acme fears floods"),
            fact("f11", acme, "customerOf", oracle, "Acme is not a customer of Oracle", Status.NEGATED),
        ),
        observations=(growth,),
        problems=(),
        ontology=ontology,
    )


@pytest.fixture
def written(graph, tmp_path, monkeypatch):
    """The graph in a folder, without its picture."""
    monkeypatch.setattr("kg.export.html.write_html", lambda graph, path, outline=None: path.write_text("<html>"))
    graph.write(tmp_path)
    return tmp_path
