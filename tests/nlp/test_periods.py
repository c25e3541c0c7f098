"""The list of times (periods.tsv): every line a clause and what times it names."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.nlp import periods

TODAY = "2026-06-17"


def lines():
    found = (Path(__file__).parent / "periods.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in found if line and not line.startswith("#")]


def read(text: str, today: str = TODAY) -> str:
    said = (f"{timed.period.text} = {timed.period.value}".strip() for timed in periods(text, today))
    return "; ".join(said) or "-"


@pytest.mark.parametrize(("clause", "meaning"), lines())
def test_times_of_a_clause(clause, meaning):
    assert read(clause) == meaning


@pytest.mark.parametrize(("clause", "meaning"), lines())
def test_spans_are_those_of_the_words(clause, meaning):
    for timed in periods(f"“{clause}”, it said.", TODAY):
        assert f"“{clause}”, it said."[timed.start : timed.end] == timed.period.text != ""


@pytest.mark.parametrize(
    "words", ["last year", "yesterday", "on Tuesday", "a year ago", "the first quarter", "this month"]
)
@pytest.mark.parametrize("today", ["", "soon", "2026-06", "2026-02-30"])
def test_without_its_date_a_text_tells_no_relative_time(words, today):
    (timed,) = periods(f"It fell {words}.", today)
    assert timed.period.value == ""


def test_a_time_with_its_own_year_needs_no_date():
    assert read("It fell in Q1 2025 and in May 2024", "") == "Q1 2025 = 2025-01-01/2025-03-31; May 2024 = 2024-05"


def test_the_past_without_a_date_is_a_length():
    assert read("It fell over the past 12 months", "") == "past 12 months = P12M"


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "words", ["last year", "next year", "tomorrow", "yesterday", "999 years ago", "the past 999 years"]
)
def test_the_ends_of_the_calendar(today, words):
    periods(f"It fell {words}.", today)


FORMS = ["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%b. %d, %Y", "%A, %B %d, %Y"]


@given(st.dates(date(1950, 1, 1), date(2060, 12, 31)), st.sampled_from(FORMS))
def test_a_written_date_reads_back(day, form):
    form = form.replace("%b.", "%b") if day.month == 5 else form
    (timed,) = periods(f"It opened on {day.strftime(form)}, it said")
    assert timed.period.value == day.isoformat()


WORDS = """
the third quarter of 2024 Q3 FY24 fiscal last this next year month years ended March May 31 February 12 14 since until a
an five half first ago earlier past week Friday - / . , ' 2019 0 99 days to and from H1 3Q24 end early summer decade
""".split()


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=40))
def test_any_words_in_any_order(text):
    end = 0
    for timed in periods(text, TODAY):
        assert end <= timed.start < timed.end <= len(text)
        assert timed.period.text == text[timed.start : timed.end]
        end = timed.end
