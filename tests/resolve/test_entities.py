"""Which mentions mean one entity, and what it is called."""

import pytest

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.ontology import Ontology
from kg.resolve import Entities
from kg.resolve.names import normalise, slug

ENDINGS = frozenset({"Inc", "Inc.", "Ltd", "A/S", "GmbH", "Group", "Co", "S.A."})

ALIKE = [
    ("Brelco", "BRELCO"),
    ("Brelco", "Brelco Inc"),
    ("Brelco", "Brelco Inc."),
    ("Brelco", "Brelco, Inc."),
    ("Brelco", "Brelco A/S"),
    ("Brelco", "Brelco Group Ltd"),
    ("Brelco", "Brelco's"),
    ("Brelco", "Brelco’s"),
    ("Brelco", "the Brelco"),
    ("The Harbour Authority", "Harbour Authority"),
    ("Ottavia Foods", "Ottavia-Foods"),
    ("Ottavia Foods", "Ottavia\u00a0Foods"),
    ("Hexlar & Co", "Hexlar &"),
    ("Ｂｒｅｌｃｏ", "Brelco"),
]

APART = [
    ("Brelco", "Brelco Foods"),
    ("Brelco", "Brelka"),
    ("Kestria 3", "Kestria 4"),
    ("Pirrip & Skarn", "Pirrip Skarn"),
    ("Group", "Inc"),
    ("The", "Brelco"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_are_alike(one, other):
    assert normalise(one, ENDINGS) == normalise(other, ENDINGS)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_are_apart(one, other):
    assert normalise(one, ENDINGS) != normalise(other, ENDINGS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ottavia foods", "ottavia-foods"),
        ("a & b", "a-and-b"),
        ("ångström", "ångström"),
        ("—", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_slugs_are_readable(name, expected):
    assert slug(name) == expected


@pytest.fixture(scope="module")
def entities():
    lexicon = Lexicon.of(Ontology.load())
    return lambda mentions, aliases=(): Entities.of(mentions, aliases, lexicon)


def mention(name, kind="Company", *, text=None, document="a", start=0, how="name"):
    text = text or name
    return Mention(document, start, start + len(text), text, kind, name, how)


def test_mentions_of_one_name_are_one_entity(entities):
    found = entities([mention("Brelco Inc"), mention("Brelco", document="b"), mention("brelco", document="c")])
    (entity,) = found.all
    assert len(entity.mentions) == 3
    assert entity.id == "company/brelco"


def test_the_most_frequent_kind_wins(entities):
    found = entities([mention("Brelco"), mention("Brelco", "Person", document="b"), mention("Brelco", document="c")])
    assert [e.kind for e in found.all] == ["Company"]


def test_the_most_frequent_name_wins_then_the_longest(entities):
    (often,) = entities([mention("Brelco"), mention("Brelco", start=9), mention("Brelco Inc", start=20)]).all
    assert often.name == "Brelco"
    assert often.aliases == ("Brelco Inc",)
    (once,) = entities([mention("Brelco"), mention("Brelco Inc", start=20)]).all
    assert once.name == "Brelco Inc"


def test_pronouns_are_no_aliases(entities):
    (entity,) = entities([mention("Brelco"), mention("Brelco", text="it", start=9, how="pronoun")]).all
    assert entity.aliases == ()
    assert [m.text for m in entity.mentions] == ["Brelco"]


def test_tickers_are_aliases(entities):
    (entity,) = entities([mention("Brelco Plc")], [("BRL.L", "Brelco Plc")]).all
    assert "BRL.L" in entity.aliases


def test_ids_of_names_with_one_slug_differ(entities):
    found = entities([mention("Pirrip & Skarn"), mention("Pirrip and Skarn", start=30)])
    assert len({e.id for e in found.all}) == 2


def test_order_does_not_matter(entities):
    mentions = [
        mention("Brelco"),
        mention("Brelco Inc", "Person", start=10),
        mention("Kestria", start=30),
        mention("kestria", "Product", start=40),
        mention("Hexlar", document="b"),
    ]
    assert entities(mentions).all == entities(mentions[::-1]).all


def test_entities_of_nothing(entities):
    assert entities([]).all == ()
