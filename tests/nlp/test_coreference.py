"""What pronouns and descriptions mean, marked in the text, and where they must stay open."""

import pytest
from marked import plain, with_references

CLEAR = """
Brelco said [it=Brelco] would sell cartons.
Brelco sells cartons. [It=Brelco] also buys paper.
Brelco raised [its=Brelco] forecast.
Brelco raised [its=Brelco] prices. [The company=Brelco] makes cartons.
Brelco makes cartons. [The company=Brelco] was founded in 1990.
Brelco makes cartons. [The firm=Brelco] employs 300 people.
Dana Rime founded Kestria. [She=Dana Rime] later sold shares.
Dana Rime said [she=Dana Rime] would resign.
Owen Tull runs Kestria. [He=Owen Tull] joined in 2010.
Dana Rime joined Kestria in 2010. [She=Dana Rime] left in 2015.
Brelco bought Kestria. [It=Brelco] paid $2 billion.
Brelco supplies Kestria. [The latter=Kestria] makes sensors.
Brelco, a chipmaker, rose. [The chipmaker=Brelco] sells sensors.
Brelco, a bank, lends money. Orlune makes cartons. [The bank=Brelco] rose.
Brelco said on Monday that Kestria was late, but that [it=Brelco] would wait.
Brelco, which makes cartons, raised [its=Brelco] forecast.
Brelco said Dana Rime would leave. [She=Dana Rime] joined in 2010.
Brelco’s profit rose. [The company=Brelco] sells cartons.
Kestria said [it=Kestria] had bought Hexlar from [its=Kestria] owner.
Brelco sold shares. [Its=Brelco] rival Kestria did not.
Kestria plans to open a plant. [It=Kestria] will make sensors.
Harbour Paper Company (the “Company”) makes cartons. [The Company=Harbour Paper Company] employs 300 people.
Harbour Paper Inc (“Harbour”, “we”) makes cartons. [We=Harbour Paper Inc] raised [our=Harbour Paper Inc] forecast.
"""

OPEN = """
It rained on Monday.
It is likely that Brelco will rise.
It was Monday.
The company rose.
A company rose.
He resigned.
The latter rose.
They agreed.
We will grow.
Companies rose. The company sold cartons.
Brelco pays it.
The company that makes cartons rose.
Brelco met a company.
The company's sales rose.
Kestria makes the Pelora tablet. The tablet costs $300.
The unit of Kestria rose.
Brelco rose. So did Kestria. Both companies make sensors.
Nobody knows who runs Brelco.
Investors said they would sell.
Analysts raised their forecasts.
We raised our forecast.
"""


@pytest.mark.parametrize("marked", CLEAR.strip().splitlines())
def test_reference_is_resolved(annotate, marked):
    text = plain(marked)
    assert with_references(text, annotate(text)) == marked


@pytest.mark.parametrize("text", OPEN.strip().splitlines())
def test_reference_stays_open(annotate, text):
    assert with_references(text, annotate(text)) == text


def test_a_reference_has_the_kind_of_what_it_means(annotate):
    (parsed,) = annotate("Dana Rime runs Kestria. She joined it in 2010.").passages
    kinds = {n.mention.text: n.kind for n in parsed.mentions.values()}
    assert kinds["She"] == kinds["Dana Rime"] == "Person"


def test_headings_give_no_antecedent(annotate):
    assert with_references("Brelco\n\nIt was late.", annotate("Brelco\n\nIt was late.")) == "Brelco\n\nIt was late."
