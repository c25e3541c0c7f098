"""Which mentions mean one entity, and what it is called."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Alias, Claim, Document, Evidence, Extraction, Mention, Status
from kg.ontology import Ontology
from kg.resolve import Decision, Entities

LEXICON = Lexicon.of(Ontology.load())


def mention(name, kind="Company", *, text=None, document="a", start=0, how="name"):
    text = text or name
    return Mention(document, start, start + len(text), text, kind, name, how)


def claim(subject, predicate, object_):
    evidence = Evidence(subject.document, 0, 1, "x", "test")
    return Claim(subject, predicate, object_, Status.ASSERTED, 0.9, evidence)


def entities(mentions, aliases=(), claims=(), decisions=()):
    documents = sorted({m.document for m in mentions})
    extractions = [
        Extraction(
            Document(d, ""),
            tuple(m for m in mentions if m.document == d),
            tuple(c for c in claims if c.subject.document == d),
            tuple(a for a in aliases if a.document == d),
        )
        for d in documents
    ]
    return Entities.of(extractions, LEXICON, decisions)


def names(found):
    return [e.name for e in found.all]


def test_mentions_of_one_name_are_one_entity():
    found = entities([mention("Brelco Inc"), mention("Brelco", document="b"), mention("brelco", document="c")])
    (entity,) = found.all
    assert len(entity.mentions) == 3
    assert entity.id == "company/brelco"


def test_the_most_frequent_kind_wins():
    found = entities([mention("Brelco"), mention("Brelco", "Product", document="b"), mention("Brelco", document="c")])
    assert [e.kind for e in found.all] == ["Company"]


def test_the_most_frequent_name_wins_then_the_longest():
    (often,) = entities([mention("Brelco"), mention("Brelco", start=9), mention("Brelco Inc", start=20)]).all
    assert often.name == "Brelco"
    assert often.aliases == ("Brelco Inc",)
    (once,) = entities([mention("Brelco"), mention("Brelco Inc", start=20)]).all
    assert once.name == "Brelco Inc"


def test_pronouns_are_no_aliases():
    (entity,) = entities([mention("Brelco"), mention("Brelco", text="it", start=9, how="pronoun")]).all
    assert entity.aliases == ()
    assert [m.text for m in entity.mentions] == ["Brelco"]


def test_tickers_are_aliases():
    (entity,) = entities([mention("Brelco Plc")], [Alias("a", 11, 16, "BRL.L", "Brelco Plc", "ticker")]).all
    assert "BRL.L" in entity.aliases


def test_a_former_name_is_not_the_name():
    told = [Alias("a", 0, 7, "Ottavia", "Brelco", "former")]
    mentions = [mention("Brelco"), mention("Ottavia", document="b"), mention("Ottavia", document="c")]
    (entity,) = entities(mentions, told).all
    assert entity.name == "Brelco"
    assert entity.aliases == ("Ottavia",)


ONE = [
    # names alone
    ("Brelco Foods Inc", "BRELCO FOODS"),
    ("Brelco Foods Group", "Brelco Foods"),
    ("Brelco Communications Ltd", "Brelco Comm. Ltd"),
    ("Ottavia Harbour Lines", "Ottavia Harbor Lines"),
    ("Nestlé Suisse", "Nestle Suisse"),
]
TWO = [
    # more than one reading, and no text says which
    ("Summit", "Summit Materials"),
    ("Brelco", "Brelco Foods"),
    ("EPC", "European Paper Council"),
    ("Orion Oyj", "Orion Corp"),
    ("Bank of Skarn", "Bank of Brelco"),
    ("Brelco Foods", "Brelco Steel"),
    ("Kestria 3 Holdings", "Kestria 4 Holdings"),
    ("First Skarn Bancorp", "First Ottavia Bancorp"),
    ("Arctic Brelco", "Brelco"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_two_documents_are_one(one, other):
    assert len(entities([mention(one), mention(other, document="b")]).all) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_documents_are_two(one, other):
    assert len(entities([mention(one), mention(other, document="b")]).all) == 2


@pytest.mark.parametrize(
    ("how", "form", "count"),
    [
        ("bracket", "EPC", 2),
        ("bracket", "EUPC", 1),
        ("ticker", "EPC", 1),
        ("former", "Skarn", 1),
        ("also", "Skarn", 1),
        ("surname", "Skarn", 2),
    ],
)
def test_what_one_document_says_joins_names_of_others(how, form, count):
    told = [Alias("a", 5, 9, form, "European Paper Council", how)]
    found = entities([mention("European Paper Council"), mention(form, document="b")], told)
    assert len(found.all) == count


def test_letters_in_brackets_join_names_once_two_documents_give_them():
    told = [Alias(d, 5, 9, "EPC", "European Paper Council", "bracket") for d in "ab"]
    found = entities(
        [*(mention("European Paper Council", document=d) for d in "ab"), mention("EPC", document="c")], told
    )
    assert len(found.all) == 1


def test_a_name_that_texts_also_write_small_is_vague():
    texts = {"a": "The executive committee met.", "b": "An executive committee and a red car.", "c": "They chose red."}
    mentions = [mention(name, document=d) for name in ("Executive Committee", "Red", "Brelco") for d in "ab"]
    found = Entities.of(
        [Extraction(Document(d, text), tuple(m for m in mentions if m.document == d)) for d, text in texts.items()],
        LEXICON,
    )
    assert [e.name for e in found.all] == ["Brelco", "Executive Committee", "Executive Committee", "Red", "Red"]


def test_a_short_form_of_two_words_joins_when_it_can_mean_nothing_else():
    told = [Alias("a", 5, 9, "Calder Quay", "Calder Quay Foods", "short form")]
    both = [mention("Calder Quay Foods"), mention("Calder Quay", document="b")]
    assert len(entities(both, told).all) == 1
    assert len(entities([*both, mention("Calder Quay Steel", document="c")], told).all) == 3


def test_a_short_form_of_one_word_needs_a_second_document():
    both = [mention("Brelco Foods"), mention("Brelco Foods", document="c"), mention("Brelco", document="b")]
    for documents, count in (("a", 2), ("ac", 1)):
        told = [Alias(d, 5, 9, "Brelco", "Brelco Foods", "short form") for d in documents]
        assert len(entities(both, told).all) == count


@pytest.mark.parametrize(("short", "long"), [("Calder Quay", "Calder Quay Create Joy Fund"), ("Quay", "Calder Quay")])
def test_a_short_form_that_leaves_out_what_tells_joins_nothing(short, long):
    told = [Alias(d, 5, 9, short, long, "short form") for d in "ac"]
    assert len(entities([mention(long), mention(long, document="c"), mention(short, document="b")], told).all) == 2


def test_a_vague_former_name_joins_nothing():
    told = [Alias("a", 4, 11, "Society", "Brelco", "former")]
    assert len(entities([mention("Brelco"), mention("Society", document="b")], told).all) == 2


def test_a_common_short_form_joins_nothing():
    told = [Alias("a", 5, 9, "Summit", "Summit Materials", "short form")]
    assert len(entities([mention("Summit Materials"), mention("Summit", document="b")], told).all) == 2


def test_an_acronym_that_two_things_have_joins_neither():
    told = [
        Alias("a", 5, 9, "EPC", "European Paper Council", "bracket"),
        Alias("b", 5, 9, "EPC", "Eastern Power Company", "bracket"),
    ]
    mentions = [mention("European Paper Council"), mention("Eastern Power Company", document="b")]
    assert len(entities([*mentions, mention("EPC", document="c")], told).all) == 3


def test_what_a_document_tells_apart_stays_apart():
    mentions = [mention("Brelco Foods Group"), mention("Brelco Foods", start=40)]
    assert len(entities(mentions).all) == 2


def test_a_ticker_beside_its_company_is_no_other_company():
    told = [Alias("a", 5, 9, "BRLC", "Brelco Foods", "ticker")]
    mentions = [mention("Brelco Foods"), mention("Brelco Foods", document="b"), mention("BRLC", document="b", start=40)]
    assert len(entities(mentions, told).all) == 1


def test_what_a_fact_links_is_two():
    parent, unit = mention("Brelco Foods Group"), mention("Brelco Foods", start=40)
    elsewhere = [mention("Brelco Foods", document="b"), mention("Brelco Foods Group", document="c")]
    found = entities([parent, unit, *elsewhere], claims=[claim(unit, "subsidiaryOf", parent)])
    assert len(found.all) == 2


def test_a_person_and_a_company_of_one_name_are_two():
    person, company = mention("Lionel Brelco", "Person"), mention("Lionel Brelco", document="b")
    shop, town, drug = (
        mention("Skarn", document="c"),
        mention("Skarn", "Place", document="d"),
        mention("Azul", "Product", document="c"),
    )
    found = entities([person, company, shop, town, drug], claims=[claim(shop, "uses", drug)])
    assert {"person/lionel-brelco", "company/lionel-brelco", "company/skarn", "place/skarn"} <= {
        e.id for e in found.all
    }


def test_a_surname_alone_is_one_person_only_where_facts_agree():
    one, other = (mention("Skarn", "Person", document=d) for d in "ab")
    assert len(entities([one, other]).all) == 2
    firms = [mention("Brelco", document=d) for d in "ab"]
    linked = [claim(one, "worksFor", firms[0]), claim(other, "worksFor", firms[1])]
    assert len(entities([one, other, *firms], claims=linked).all) == 2
    full = [mention("Lionel Skarn", "Person", document=d) for d in "ab"]
    assert len(entities(full).all) == 1


@pytest.mark.parametrize(("name", "count"), [("Ministry", 2), ("Technology", 2), ("Ministry of Skarn", 1), ("NATO", 1)])
def test_a_name_of_nothing_but_words_for_bodies_is_local(name, count):
    assert len(entities([mention(name, document=d) for d in "ab"]).all) == count


@pytest.mark.parametrize(
    ("name", "count"), [("Summit", 2), ("Summit Materials", 2), ("Tolvane", 1), ("Tolvane Summit", 1)]
)
def test_two_seats_are_two_firms_where_the_name_is_common(name, count):
    firms = [mention(name, document=d) for d in "ab"]
    towns = [mention(town, "Place", document=d) for town, d in zip(["Leeds", "Denver"], "ab", strict=True)]
    seats = [claim(firm, "headquarteredIn", town) for firm, town in zip(firms, towns, strict=True)]
    found = entities([*firms, *towns], claims=seats)
    assert len({found.id_of(firm) for firm in firms}) == count


def test_merck_with_two_legal_forms_is_two_and_plain_merck_goes_with_its_products():
    drug, paint = mention("Azul", "Product"), mention("Brillo", "Product", document="b")
    one, other = mention("Skarn KGaA"), mention("Skarn Corp", document="b")
    plain = mention("Skarn", document="c")
    again = mention("Azul", "Product", document="c")
    found = entities(
        [drug, paint, one, other, plain, again],
        claims=[claim(one, "makes", drug), claim(other, "makes", paint), claim(plain, "makes", again)],
    )
    assert found.id_of(one) == found.id_of(plain) != found.id_of(other)


def test_decisions_force_and_forbid():
    mentions = [mention("Brelco"), mention("Ottavia Foods", document="b"), mention("Ottavia Foods Group", document="c")]
    assert names(entities(mentions)) == ["Brelco", "Ottavia Foods Group"]
    decisions = [Decision(True, ("Brelco", "Ottavia Foods")), Decision(False, ("Ottavia Foods", "Ottavia Foods Group"))]
    found = entities(mentions, decisions=decisions)
    assert sorted(map(sorted, ({e.name, *e.aliases} for e in found.all))) == [
        ["Brelco", "Ottavia Foods"],
        ["Ottavia Foods Group"],
    ]
    assert {m.verdict for m in found.matches} == {"forced", "forbidden"}


def test_a_decision_tells_documents_apart():
    mentions = [mention("Summit", document=d) for d in "abc"]
    decision = Decision(False, ("Summit", "Summit"), (("a",), ("b",)))
    found = entities(mentions, decisions=[decision])
    assert found.id_of(mentions[0]) == found.id_of(mentions[2]) != found.id_of(mentions[1])


def test_a_decision_splits_what_a_document_puts_together():
    short = mention("Summit Materials", text="Summit", start=50)
    found = entities([mention("Summit Materials"), short], decisions=[Decision(False, ("Summit", "Summit Materials"))])
    assert names(found) == ["Summit", "Summit Materials"]


def test_every_merge_has_reasons_and_a_doubt_has_too():
    found = entities([mention("Brelco Foods"), mention("Brelco Foods Group", document="b")])
    (match,) = found.matches
    assert (match.one, match.other, match.verdict) == ("Brelco Foods", "Brelco Foods Group", "merged")
    assert {r.feature for r in match.reasons} >= {"shared words", "dispensable words"}
    (doubt,) = entities([mention("Siemens"), mention("Siemens Energy", document="b")]).matches
    assert doubt.verdict == "apart"
    assert "no document says so" in {r.feature for r in doubt.reasons}


POOL = ["Brelco", "Brelco Foods", "Brelco Foods Inc", "BRELCO FOODS GROUP", "Ottavia", "EPC", "European Paper Council"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(POOL), st.sampled_from("abcd"), st.sampled_from(["Company", "Place"])), max_size=9
    ),
    st.randoms(),
)
def test_order_does_not_matter(drawn, chance):
    mentions = [mention(n, k, document=d, start=50 * i) for i, (n, d, k) in enumerate(drawn)]
    told = [Alias(d, 0, 3, "EPC", "European Paper Council", "bracket") for d in "ab"]
    shuffled = list(mentions)
    chance.shuffle(shuffled)
    one, other = entities(mentions, told), entities(shuffled, told)
    assert one.all == other.all
    assert one.matches == other.matches
    assert [e.id for e in one.all] == sorted({e.id for e in one.all})
    assert all(one.id_of(m) in {e.id for e in one.all} for m in mentions)
    assert all(a.id < b.id for a, b in pairwise(one.all))


def test_entities_of_nothing():
    assert entities([]).all == ()


def test_a_party_that_each_country_has_is_local():
    texts = {"a": "They labour for the people.", "b": "The labour market."}
    mentions = [mention(n, "Organization", document=d) for n in ("Labour Party", "Brelco Party") for d in "ab"]
    read = [Extraction(Document(d, t), tuple(m for m in mentions if m.document == d)) for d, t in texts.items()]
    assert [e.name for e in Entities.of(read, LEXICON).all] == ["Brelco Party", "Labour Party", "Labour Party"]
