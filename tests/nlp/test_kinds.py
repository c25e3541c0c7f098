"""What kind of thing an unknown name names, by the words around it."""

import pytest
from marked import plain, with_names
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.lexicon import Lexicon
from kg.nlp.kinds import KindVoter
from kg.ontology import Ontology

NAMES = """
Shares of [Orlune|Company] rose.
[Orlune|Company] reported a loss.
The carmaker [Orlune|Company] hired staff.
[Orlune|Company], a maker of paints, hired staff.
[Orlune|Company] is a bank.
Its supplier [Orlune|Company] hired staff.
Suppliers such as [Orlune|Company] and [Skarn|Company] hired staff.
[Orlune|Company]'s customers pay late.
[Orlune|Company] was acquired by [Skarn|Company].
They bought a stake in [Orlune|Company].
[Orlune Foods|Company] hired staff.
[Orlune Airlines|Company] hired staff.
[Orlune Bank|Company] hired staff.
[Bank of Orlune|Company] hired staff.
[Orlune Therapeutics|Company] hired staff.
The [Orlune Commission|Organization] met on Monday.
The [Orlune Securities Commission|Organization] fined a bank.
The [Court of Orlune|Organization] met on Monday.
The regulator [Orlune|Organization] met on Monday.
[Orlune University|Organization] hired staff.
The [Oslo Stock Exchange|Organization] fell.
The [Pelora|Product] phone is cheap.
The [Pelora|Product] drug is cheap.
[Pelora|Product], a drug, is cheap.
[Pelora|Product] is a platform for banks.
A tablet called [Pelora|Product] is cheap.
Products such as [Pelora|Product] and [Nimbrix|Product] are cheap.
[Trevanne|Company]'s new phone, [Pelora|Product], is cheap.
Users of the [Pelora|Product] app complained.
[Trevanne|Company] released [Pelora 4|Product] in May.
The [Kestria F7|Product] engine is loud.
Mr. [Orlune|Person] resigned.
Ms [Vera Skarn|Person] resigned.
[Vera Skarn|Person], an analyst, disagreed.
Analyst [Vera Skarn|Person] disagreed.
The chairman, [Vera Skarn|Person], disagreed.
The plant in [Leeds|Place] closed.
The company opened shops in [Porto|Place] and [Lisbon|Place].
The city of [Leeds|Place] grew.
[France|Place] and [Spain|Place] grew.
[Oslo|Place]-based [Orlune|Company] hired staff.
"""


@pytest.mark.parametrize("marked", NAMES.strip().splitlines())
def test_kind_of_a_name(annotate, marked):
    text = plain(marked)
    assert with_names(text, annotate(text)) == marked


@pytest.fixture(scope="module")
def voter():
    return KindVoter(Lexicon.of(Ontology.load()))


@pytest.mark.parametrize(
    ("votes", "kind"),
    [
        ([], ""),
        ([("Company", 0.4, "a hint")], ""),
        ([("Company", 0.5, "enough")], "Company"),
        ([("Company", 1.0, "one"), ("Person", 0.6, "two"), ("Person", 0.6, "three")], "Person"),
        ([("Company", 1.0, "one"), ("Person", 1.0, "two")], "Company"),
        ([("Sector", 9.0, "has no proper names")], ""),
    ],
)
def test_the_weightiest_kind_wins(voter, votes, kind):
    assert voter.kind(votes) == kind
    assert voter.kind(reversed(votes)) == kind


def test_every_vote_has_a_reason(annotator, annotate):
    (parsed,) = annotate("Shares of Orlune Bank, a lender, rose.").passages
    named = next(iter(parsed.mentions.values()))
    votes = list(annotator.voter.votes(parsed.doc[named.start : named.end]))
    assert {kind for kind, _, _ in votes} <= set(Ontology.load().leaf_kinds)
    assert all(weight > 0 and reason for _, weight, reason in votes)


def test_a_base_model_without_vectors_votes_as_well(voter):
    doc = Doc(Vocab(), words=["Orlune", "rose"], heads=[1, 1], deps=["nsubj", "ROOT"], ents=["B-ORG", "O"])
    assert ("Company", 1.0, "base model") in list(voter.votes(doc[0:1]))
