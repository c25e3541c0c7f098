"""Names that are common words too: which capital, or small letter, names somebody.

The companies are real, since only words that are both will do; what is said of them is made up.
"""

import pytest
from marked import plain, with_names

from kg.lexicon import Lexicon
from kg.model import Document
from kg.models import NameModel
from kg.nlp import Annotator
from kg.ontology import Ontology

NAMES = """
[Shell|Company] said profit rose 12 percent to $6 billion.
Shares of [Shell|Company] rose 3 percent.
[Target|Company] said sales at its stores fell.
[Apple|Company] said it would open a store.
[Apple|Company] shares fell 2 percent.
[Apple|Company] suppliers fell on Monday.
[Orange|Company] said it had signed up two million customers.
The lender sued [Orange|Company] over fees.
[Gap|Company] said it would close 40 stores.
Shares of [Gap|Company] rose. [Gap|Company] stores were closed on Monday.
[Square|Company] said it would hire 300 people.
[Intel|Company] chips sold well.
[Ford|Company] dealers said sales were weak.
[Amazon|Company] workers went on strike.
The lender sued [Visa|Company] over fees.
[Brelco|Company] shares fell on Monday.
Shares of [Sprint|Company] fell. [Sprint|Company] finishes its network next year.
"""

NO_NAMES = """
Shell companies are used to hide money.
A shell company was used to hide money.
The shell was bought by the bank.
Target prices rose after the results.
The takeover target rose 3 percent.
Visa applications fell by a third last year.
Visa rules were relaxed.
The visa was refused.
Orange juice futures rose.
Orange growers lost half of their crop.
Gap years are popular with students.
Gap analysis showed where the firm was weak.
The gap between the two lenders is closing.
Apple growers lost half of their crop. The apple harvest will be small.
An apple a day costs 30 pence.
Block trades made up a third of volume.
Square footage fell after the closures.
Meta analysis of the trials showed no benefit.
Sprint finishes are rare in this race.
Alphabet soup is cheap.
Chase scenes made the film popular.
Tide tables help sailors.
Subway fares rose by 5 percent.
Puma sightings worried farmers.
Stripe patterns are back in fashion.
Slack demand hurt the carmakers.
Virgin forests are protected by law.
Progressive lenses sold well.
Ally banks lent less.
Frontier markets did well.
Match rates are high.
Snap elections were called.
Next quarter will be better.
Oracle bones were found near the town.
"""


@pytest.fixture(scope="module")
def names_in():
    annotator = Annotator(Lexicon.of(Ontology.load()), names=NameModel.load())

    def marked(text):
        (annotated,) = annotator.annotate([Document("news", text)])
        return with_names(text, annotated)

    return marked


@pytest.mark.parametrize("marked", NAMES.strip().splitlines())
def test_a_word_that_is_a_name_is_found(names_in, marked):
    assert names_in(plain(marked)) == marked


@pytest.mark.parametrize("text", NO_NAMES.strip().splitlines())
def test_a_common_word_is_no_name(names_in, text):
    assert names_in(text) == text
