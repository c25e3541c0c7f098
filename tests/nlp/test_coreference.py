"""What pronouns and descriptions mean, marked in the text, and where they must stay open."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import plain, with_references
from spacy.vocab import Vocab

from kg.nlp.antecedents import _gender

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

# longer passages; the names differ from those that the ranking was fitted on
PASSAGES = """
The Trade Ministry fined Brelco for [its=Brelco] part in a cartel.
The Trade Ministry has opened an investigation into Brelco over [its=Brelco] purchase of Kestria.
The Trade Ministry said [it=Trade Ministry] would look into the purchase of Kestria by Brelco.
Brelco and [its=Brelco] parent Kestria opened a mill.
Brelco, Kestria and [its=Kestria] parent opened a mill.
Brelco said Kestria, [its=Brelco] largest customer, had cut orders.
Kestria accounts for a third of the sales of Brelco. Brelco will cut [its=Brelco] costs.
After closing [its=Brelco] mill in Tartu, Brelco said [it=Brelco] would sell cartons online.
Founded in 1990 by two sisters, Brelco makes cartons. [It=Brelco] does business in Peru.
Brelco has 40 mills in Peru. In 2019 [the company=Brelco] bought Kestria.
Brelco is a retailer. [It=Brelco] has 40 shops, and [its=Brelco] sales are rising.
Brelco sued Kestria on Monday, accusing [its=Brelco] rival of theft.
Kestria, a lender, cut rates. Brelco, a retailer, has 40 shops. [The lender=Kestria] has 90 branches.
"[We=Brelco] will grow," said Dana Rime, chief executive of Brelco. [She=Dana Rime] gave no figures.
"[We=Brelco] will build two mills," Brelco said on Monday.
Brelco expects growth. "[We=Brelco] have orders for a year," said Owen Tull, a spokesman for Brelco.
Dana Rime, 52, runs Kestria. Rime said [she=Dana Rime] would step down.
It is clear that Brelco will rise, and [its=Brelco] owners are pleased.
Harbour Paper Inc (hereinafter "Harbour") makes cartons. [It=Harbour Paper Inc] has two mills.
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
Brelco said it was too early to tell.
It took Brelco two years.
It emerged that Brelco had sold Kestria.
Brelco opened a mill in Tartu. It was the largest order of the year.
The boss of the mill that Brelco sold said he was tired.
"We will grow," a trader said. Brelco rose.
Brelco rose. The newspaper did not say why.
A farmer said she had sold land to Brelco.
We rate Brelco a buy. We think Brelco will rise.
"""


@pytest.mark.parametrize("marked", [*CLEAR.strip().splitlines(), *PASSAGES.strip().splitlines()])
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


def test_a_defined_term_means_who_defined_it(annotate):
    (parsed,) = annotate('Harbour Paper Inc (the "Borrower") owes Brelco $3 million. The Borrower will pay.').passages
    names = {n.mention.text.removeprefix("The "): n.name for n in parsed.mentions.values()}
    assert names["Borrower"] == "Harbour Paper Inc"


def test_headings_give_no_antecedent(annotate):
    assert with_references("Brelco\n\nIt was late.", annotate("Brelco\n\nIt was late.")) == "Brelco\n\nIt was late."


def test_a_reference_keeps_the_places_it_was_followed_through(annotate):
    text = "Brelco makes cartons. It said its sales rose."
    (parsed,) = annotate(text).passages
    spoken = {n.mention.text: [text[s:e] for s, e in n.mention.chain] for n in parsed.mentions.values()}
    assert spoken == {"Brelco": [], "It": ["Brelco"], "its": ["It", "Brelco"]}


SENTENCES = [line for block in (CLEAR, PASSAGES, OPEN) for line in plain(block).strip().splitlines()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from([" ", "\n"]))
def test_every_chain_ends_in_a_name_of_the_same_thing(annotate, sentences, between):
    annotated = annotate(between.join(sentences))
    mentions = {n.mention for parsed in annotated.passages for n in parsed.mentions.values()}
    at = {(m.start, m.end): m for m in mentions}
    for m in mentions:
        assert bool(m.chain) == (m.how in {"pronoun", "nominal"})
        for place in m.chain:
            assert (at[place].kind, at[place].name) == (m.kind, m.name)
        assert not m.chain or at[m.chain[-1]].how == "name"


def test_the_same_text_is_read_the_same_way_again(annotate):
    text = " ".join(SENTENCES)
    assert annotate(text) is not annotate(text)
    assert with_references(text, annotate(text)) == with_references(text, annotate(text))


def test_a_base_model_without_vectors_tells_no_gender():
    assert _gender("Lena Ortega", Vocab()) == 0.0
