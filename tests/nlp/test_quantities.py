"""A phrase and what it amounts to, in the words "bound number..high unit per time"."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp.quantities import quantities

READ = """
$20 million monthly                         | 20000000 USD per month
$20 million a month                         | 20000000 USD per month
$20 million per month                       | 20000000 USD per month
€1.5 billion annually                       | 1500000000 EUR per year
as much as $5 billion a year                | at most 5000000000 USD per year
€3.4bn                                      | 3400000000 EUR
$1bn                                        | 1000000000 USD
$1 bn                                       | 1000000000 USD
$3.4 B                                      | 3400000000 USD
1bn euros                                   | 1000000000 EUR
US$1.5tn                                    | 1500000000000 USD
Rs 1,200 crore                              | 12000000000 INR
C$45 million                                | 45000000 CAD
A$1.2 billion                               | 1200000000 AUD
HK$300                                      | 300 HKD
¥120bn                                      | 120000000000 JPY
EUR 12m                                     | 12000000 EUR
GBP12m                                      | 12000000 GBP
CHF 20 million                              | 20000000 CHF
NOK 4bn                                     | 4000000000 NOK
5,000 USD                                   | 5000 USD
$1,234,567.89                               | 1234567.89 USD
20 million Swiss francs                     | 20000000 CHF
600 million yuan                            | 600000000 CNY
500 million rupees                          | 500000000 INR
ten million euros                           | 10000000 EUR
two billion dollars                         | 2000000000 USD
half a billion dollars                      | 500000000 USD
$0.37 per share                             | 0.37 USD per share
22 cents a share                            | 0.22 USD per share
412p                                        | 4.12 GBP
15 pence                                    | 0.15 GBP
about £400m                                 | about 400000000 GBP
less than $1 million                        | at most 1000000 USD
more than $1 million                        | at least 1000000 USD
just under $1 million                       | at most 1000000 USD
between $2m and $3m                         | 2000000..3000000 USD
$2 million to $3 million                    | 2000000..3000000 USD
$2 to $3 billion                            | 2000000000..3000000000 USD
$2-3 million                                | 2000000..3000000 USD
€3bn–€4bn                                   | 3000000000..4000000000 EUR
$12m-$15m                                   | 12000000..15000000 USD
a profit of $3m                             | 3000000 USD
$40m-plus                                   | at least 40000000 USD
$7.5 trn                                    | 7500000000000 USD
SFr20m                                      | 20000000 CHF
a million dollars                           | 1000000 USD
80 US cents                                 | 0.8 USD
minus 3 percent                             | -3 percent
-3%                                         | -3 percent
tens of millions of dollars                 | about ? USD
hundreds of millions of euros               | about ? EUR
several billion dollars                     | about ? USD
millions                                    | about ? count
nearly 40 per cent                          | about 40 percent
0.5 percent                                 | 0.5 percent
29%                                         | 29 percent
over 50%                                    | at least 50 percent
up to 30%                                   | at most 30 percent
10 to 15 percent                            | 10..15 percent
10-15%                                      | 10..15 percent
between 10 and 15 percent                   | 10..15 percent
3.5 percentage points                       | 3.5 points
25 basis points                             | 0.25 points
half of the shares                          | 50 percent
a quarter of the shares                     | 25 percent
a fifth of the shares                       | 20 percent
three quarters of the shares                | 75 percent
a doubling of its profit                    | 2 times
twice as many                               | 2 times
tripled                                     | 3 times
fivefold                                    | 5 times
more than 12,000 employees                  | at least 12000 count
at least 200 jobs                           | at least 200 count
1.2 million barrels                         | 1200000 count
100,000 tonnes                              | 100000 count
"""

NOTHING = [
    "",
    "24/7",
    "12:30",
    "10^400",
    "$1.2.3",
    "$",
    "$ ",
    "%",
    "€€",
    "1.2.3",
    "v2.1",
    "F-16",
    "Q3",
    "3rd",
    "$-",
    "percent",
    "a billion",
    "a share",
    "million",
]


def spoken(value) -> str:
    number = "?" if value.number is None else f"{value.number:f}"
    high = f"..{value.high:f}" if value.high is not None else ""
    unit = value.currency or value.unit
    return " ".join(filter(None, (value.bound, number + high, unit, value.per and f"per {value.per}")))


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_phrase_is_read(line):
    phrase, meaning = (part.strip() for part in line.split("|"))
    assert [spoken(q.value) for q in quantities(phrase)] == [meaning]


@pytest.mark.parametrize("phrase", NOTHING)
def test_phrase_is_no_quantity(phrase):
    assert quantities(phrase) == []


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_words_around_a_phrase_do_not_change_it(line):
    phrase, meaning = (part.strip() for part in line.split("|"))
    assert [spoken(q.value) for q in quantities(f"They said {phrase}, they added.")] == [meaning]


def test_two_quantities_of_one_sentence():
    text = "Revenue rose 9 percent to $612 million in the third quarter."
    assert [spoken(q.value) for q in quantities(text)] == ["9 percent", "612000000 USD"]
    assert [text[q.start : q.end] for q in quantities(text)] == ["9 percent", "$612 million"]


def test_a_sentence_may_end_in_a_scale():
    assert [spoken(q.value) for q in quantities("Profit fell 2% to $3m. Sales were £4b.")][1:] == [
        "3000000 USD",
        "4000000000 GBP",
    ]


def test_money_of_a_quarter_is_not_touched_by_the_quarter():
    found = quantities("€3.4bn in Q3 2024")
    assert spoken(found[0].value) == "3400000000 EUR"


@pytest.mark.parametrize(
    "text", ["9" * 60 + " dollars", "$" + "9" * 400, "10^400", "$1e999", "9" * 5000 + "%", "1,000," * 900]
)
def test_hostile_numbers_do_no_harm(text):
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.value.text
        assert quantity.value.number is None or quantity.value.number.is_finite()


PIECES = [
    "$",
    "€",
    "Rs",
    "US$",
    "1",
    "20",
    "1,200",
    "3.4",
    ".",
    ",",
    "-",
    "–",
    " ",
    "%",
    "per cent",
    "percent",
    "m",
    "bn",
    "million",
    "crore",
    "half",
    "a",
    "to",
    "and",
    "between",
    "about",
    "cents",
    "p",
    "a month",
    "monthly",
    "of",
    "a share",
    "third",
    "\n",
    "é",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_spans_lie_in_the_text_in_order(text):
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.value.text == text[quantity.start : quantity.end]
        end = quantity.end


SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "US$": "USD",
    "C$": "CAD",
    "CHF ": "CHF",
    "NOK ": "NOK",
    "Rs ": "INR",
}
SCALES = {"": 0, " thousand": 3, " million": 6, "m": 6, " crore": 7, " billion": 9, "bn": 9, " trillion": 12, "tn": 12}


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=99999, places=2),
    st.sampled_from(sorted(SIGNS)),
    st.sampled_from(sorted(SCALES)),
)
def test_written_money_reads_back(number, sign, scale):
    (quantity,) = quantities(f"They paid {sign}{number:,f}{scale} for it")
    assert quantity.value.unit == "money"
    assert quantity.value.currency == SIGNS[sign]
    assert quantity.value.number == number.scaleb(SCALES[scale])


@given(st.integers(min_value=0, max_value=10**9))
def test_written_count_reads_back(number):
    (quantity,) = quantities(f"They sold {number:,} cars")
    assert (quantity.value.unit, quantity.value.number) == ("count", number)
