"""Values in words: one writing for each meaning, however the text spells it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import in_words
from kg.model import Value


def value(number, unit="money", currency="USD", text="7", **more):
    high = more.pop("high", None)
    return Value(
        text,
        None if number is None else Decimal(number),
        unit,
        currency if unit == "money" else "",
        None if high is None else Decimal(high),
        **more,
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (value("20000000", bound="about", per="month"), "about $20 million a month"),
        (value("3400000000", currency="EUR", bound="at least"), "at least €3.4 billion"),
        (value("2.00E+7"), "$20 million"),
        (value("1150000000000", currency="JPY"), "¥1.15 trillion"),
        (value("1234567"), "$1,234,567"),
        (value("1234567000"), "$1,234.567 million"),
        (value("900000000", currency="SEK"), "SEK 900 million"),
        (value("14.2", currency="GBP"), "£14.20"),
        (value("0.22"), "$0.22"),
        (value("-5000000", currency="EUR"), "minus €5 million"),
        (value("3000000000", high="4000000000"), "$3 billion to $4 billion"),
        (value("5", currency=""), "5"),
        (value("25", "percent"), "25 %"),
        (value("25.0", "percent"), "25 %"),
        (value("3", "percent", high="5"), "3 to 5 %"),
        (value("1", "points"), "1 percentage point"),
        (value("2.5", "points"), "2.5 percentage points"),
        (value("2", "times"), "2 times"),
        (value("3200", "count", noun="people"), "3,200 people"),
        (value("1150", "count"), "1,150"),
        (value("12000000", "count", per="year"), "12 million a year"),
        (value("33.33", "percent", text="almost a third", bound="about"), "almost a third"),
        (value("2", "times", text="doubled"), "doubled"),
        (value(None, text="millions", bound="about"), "millions"),
        (value(None, text=""), ""),
        (value(None, text="$20 million", bound="about", per="month"), "about $20 million a month"),
        (value(None, "percent", text="nearly 40 per cent", bound="about"), "nearly 40 per cent"),
        (value(None, text="$5m a year", per="year"), "$5m a year"),
        (value(None, text="US$2bn annually", per="year"), "US$2bn annually"),
    ],
)
def test_in_words(given, words):
    assert in_words(given) == words


@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=2), st.sampled_from(["money", "percent", "count", ""]))
def test_every_number_reads_without_an_exponent(number, unit):
    words = in_words(value(number, unit))
    assert words
    assert "E" not in words


@given(st.decimals() | st.sampled_from([Decimal("1e999999"), Decimal("sNaN")]), st.text(max_size=9))
def test_any_number_and_text_can_be_read(number, text):
    words = in_words(value(number, text=text))
    assert "\n" not in words
    assert len(words) < 200


@given(st.integers(1, 10**16))
def test_what_is_read_is_what_is_meant(number):
    words = in_words(value(number, "count")).split()
    powers = {"trillion": 12, "billion": 9, "million": 6}
    scale = powers[words[1]] if len(words) > 1 else 0
    assert Decimal(words[0].replace(",", "")).scaleb(scale) == number
