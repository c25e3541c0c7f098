"""Claims that agree are one fact; claims that the ontology forbids are none."""

from decimal import Decimal

import pytest

from kg.lexicon import Lexicon
from kg.model import Change, Claim, Document, Evidence, Extraction, Mention, Status, Value
from kg.ontology import Ontology
from kg.resolve import Entities, facts_and_observations

MONEY = Value("$2 billion", Decimal(2000000000), "money", "USD")


@pytest.fixture(scope="module")
def resolve():
    ontology = Ontology.load()

    def resolved(*claims):
        mentions = [m for c in claims for m in (c.subject, c.object) if isinstance(m, Mention)]
        entities = Entities.of([Extraction(Document("a", ""), tuple(mentions))], Lexicon.of(ontology))
        return facts_and_observations(claims, entities, ontology)

    return resolved


def mention(name, kind="Company"):
    return Mention("a", 0, len(name), name, kind, name)


def claim(subject, predicate, object_, status=Status.ASSERTED, *, start=0, confidence=0.8, change=None, **qualifiers):
    evidence = Evidence("a", start, start + 9, f"words {start:03}", "rule:hand")
    subject = mention(subject) if isinstance(subject, str) else subject
    object_ = mention(object_) if isinstance(object_, str) else object_
    return Claim(subject, predicate, object_, status, confidence, evidence, tuple(qualifiers.items()), change)


def test_two_sentences_make_one_fact_and_more_confidence(resolve):
    (fact,), _ = resolve(claim("Brelco", "acquired", "Orlune"), claim("Brelco", "acquired", "Orlune", start=50))
    assert len(fact.evidence) == 2
    assert fact.confidence == 0.88


def test_two_readings_of_one_sentence_count_once(resolve):
    (fact,), _ = resolve(claim("Brelco", "acquired", "Orlune"), claim("Brelco", "acquired", "Orlune", confidence=0.5))
    assert len(fact.evidence) == 1
    assert fact.confidence == 0.8


def test_no_fact_is_certain(resolve):
    (fact,), _ = resolve(*(claim("Brelco", "acquired", "Orlune", start=20 * i) for i in range(30)))
    assert fact.confidence == 0.99


def test_each_status_is_a_fact_of_its_own(resolve):
    facts, _ = resolve(*(claim("Brelco", "acquired", "Orlune", s) for s in (Status.PLANNED, Status.NEGATED)))
    assert {f.status for f in facts} == {Status.PLANNED, Status.NEGATED}
    assert len({f.id for f in facts}) == 2


def test_symmetric_facts_have_one_direction(resolve):
    facts, _ = resolve(claim("Brelco", "partnerOf", "Orlune"), claim("Orlune", "partnerOf", "Brelco", start=50))
    assert len(facts) == 1


def test_other_facts_keep_their_direction(resolve):
    facts, _ = resolve(claim("Brelco", "acquired", "Orlune"), claim("Orlune", "acquired", "Brelco", start=50))
    assert len(facts) == 2


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (mention("Rime", "Person"), "customerOf", mention("Brelco")),
        (mention("Brelco"), "worksFor", mention("Orlune")),
        (mention("Brelco"), "headquarteredIn", mention("Orlune")),
        (mention("Brelco"), "partnerOf", mention("Brelco")),
    ],
)
def test_forbidden_facts_are_left_out(resolve, subject, predicate, object_):
    assert resolve(claim(subject, predicate, object_)) == ((), ())


def test_the_surest_claim_gives_each_word(resolve):
    (fact,), _ = resolve(
        claim("Brelco", "acquired", "Orlune", confidence=0.5, seller="Kestria", buyer="Tolvane"),
        claim("Brelco", "acquired", "Orlune", start=50, seller="Norvane"),
    )
    assert dict(fact.qualifiers) == {"buyer": "Tolvane", "seller": "Norvane"}


def test_equal_numbers_are_one_observation(resolve):
    said = [
        claim("Brelco", "revenue", MONEY, change=Change.LEVEL),
        claim("Brelco", "revenue", Value("$2bn", MONEY.number, "money", "USD"), change=Change.LEVEL, start=50),
    ]
    _, observations = resolve(*said)
    assert [(o.metric, o.change, o.value.number) for o in observations] == [("revenue", Change.LEVEL, 2000000000)]


@pytest.mark.parametrize(
    "other",
    [
        claim("Brelco", "profit", MONEY, change=Change.LEVEL),
        claim("Brelco", "revenue", MONEY, change=Change.INCREASE),
        claim("Brelco", "revenue", MONEY, Status.EXPECTED, change=Change.LEVEL),
        claim("Orlune", "revenue", MONEY, change=Change.LEVEL),
        claim("Brelco", "revenue", Value("€2bn", MONEY.number, "money", "EUR"), change=Change.LEVEL),
        claim("Brelco", "revenue", None, change=Change.LEVEL),
    ],
)
def test_other_numbers_stay_apart(resolve, other):
    _, observations = resolve(claim("Brelco", "revenue", MONEY, change=Change.LEVEL), other)
    assert len(observations) == 2


def test_order_does_not_matter(resolve):
    claims = [
        claim("Brelco", "acquired", "Orlune", confidence=0.5, date="May"),
        claim("Brelco", "acquired", "Orlune", start=50, date="June"),
        claim("Orlune", "partnerOf", "Kestria", start=90),
        claim("Brelco", "revenue", MONEY, change=Change.LEVEL, start=120),
    ]
    assert resolve(*claims) == resolve(*reversed(claims))


def test_ids_depend_on_what_is_said_only(resolve):
    (one,), _ = resolve(claim("Brelco", "acquired", "Orlune"))
    (other,), _ = resolve(claim("Brelco", "acquired", "Orlune", start=70, confidence=0.3, date="May"))
    assert one.id == other.id
