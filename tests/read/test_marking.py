"""What each part of a text is known for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import marked
from kg.read.dated import dateline_end, day_in, is_day
from kg.read.page import Page

RELEASE = """Orlune buys a mill

By Jane Doe and Mark Roe

March 3, 2026

OSLO, March 3, 2026 (Wire) - Orlune has bought a mill from Brelco. (Reporting by Jane Doe; editing by Al Poe)

About Orlune
Orlune makes paper in Oslo.

Forward-Looking Statements
Orlune expects to buy Tatu as well.
- Prices of pulp may rise.

About Brelco
Brelco makes pulp.

Media contacts
Jane Doe
jane@orlune.example
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, text[b.start : b.end]) for b in marked(Page(text)).blocks]


def test_the_parts_of_a_press_release():
    page = marked(Page(RELEASE))
    assert (page.date, page.author) == ("2026-03-03", "Jane Doe, Mark Roe")
    assert kinds(RELEASE) == [
        ("title", "Orlune buys a mill"),
        ("byline", "By Jane Doe and Mark Roe"),
        ("dateline", "March 3, 2026"),
        ("dateline", "OSLO, March 3, 2026 (Wire) -"),
        ("paragraph", "Orlune has bought a mill from Brelco."),
        ("boilerplate", "(Reporting by Jane Doe; editing by Al Poe)"),
        ("heading", "About Orlune"),
        ("paragraph", "Orlune makes paper in Oslo."),
        ("boilerplate", "Forward-Looking Statements"),
        ("boilerplate", "Orlune expects to buy Tatu as well."),
        ("boilerplate", "- Prices of pulp may rise."),
        ("heading", "About Brelco"),
        ("paragraph", "Brelco makes pulp."),
        ("boilerplate", "Media contacts"),
        ("boilerplate", "Jane Doe\njane@orlune.example"),
    ]


BOILERPLATE = [
    "© 2026 Harbour Media. All rights reserved.",
    "We use cookies to make this site better.",
    "Jo Bo in Bergen contributed to this report.",
    "Reporting by Jane Doe in Oslo",
    "This press release contains forward-looking statements about Orlune.",
    "Actual results may differ, and Orlune undertakes no obligation to update them.",
    "Media contact: Per Holm, per@orlune.example",
]
SAID = [
    "Orlune said it would contact investors in May.",
    "The report by Tatu Bank names Orlune as its customer.",
    "Orlune is obliged to update its figures each quarter.",
    "Copyright lawyers at Tatu sued Orlune.",
    "By March, Orlune had sold the mill.",
    "By acquiring Brelco, Orlune becomes the largest maker of pulp.",
]


@pytest.mark.parametrize("text", BOILERPLATE)
def test_boilerplate(text):
    assert kinds(f"Orlune grows\n\n{text}")[-1] == ("boilerplate", text)


@pytest.mark.parametrize("text", SAID)
def test_what_only_looks_like_it(text):
    assert kinds(f"Orlune grows\n\n{text}")[-1] == ("paragraph", text)


BYLINES = ["By Jane Doe", "BY JANE DOE", "By the newsroom", "By Jane Doe, Staff Writer", "By Jane Doe | March 3, 2026"]


@pytest.mark.parametrize("text", BYLINES)
def test_bylines(text):
    assert kinds(f"Orlune grows\n\n{text}\n\nIt grew.")[1] == ("byline", text)


def test_a_title_is_no_byline():
    assert kinds("By Sea And Land\n\nIt grew.")[0][0] == "title"


DATELINES = [
    ("OSLO, March 3 (Wire) - |Orlune said", ""),
    ("LONDON — |Orlune said", ""),
    ("Berlin, Germany, 4 May 2026 (NEWS WIRE) -- |Orlune said", "2026-05-04"),
    ("NEW YORK/LONDON, April 5 (Wire) - |The bank said", ""),
    ("PORT ELLAN (Desk) — |Orlune said", ""),
    ("SAN ELLO, Calif., Nov. 3, 2025 /Newswire/ -- |Orlune said", "2025-11-03"),
    ("|Orlune - a maker of paper - said", ""),
    ("|Brelco - The best", ""),
    ("|It rose - and fell.", ""),
]


@pytest.mark.parametrize(("marked_text", "day"), DATELINES)
def test_datelines(marked_text, day):
    head, text = marked_text.split("|")
    assert (head + text)[: dateline_end(head + text)] == head
    assert day_in(head) == day


DAYS = [
    ("Published: 3 March 2026", "2026-03-03"),
    ("Tue, 3 March 2026, 10:00 GMT", "2026-03-03"),
    ("Updated 2026-03-04", "2026-03-04"),
    ("Sept. 4, 2024", "2024-09-04"),
    ("3rd May 2026", "2026-05-03"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_by_themselves(text, day):
    assert is_day(text)
    assert day_in(text) == day


@pytest.mark.parametrize("text", ["March 2026", "Orlune, March 3, 2026", "30 February 2026 was odd", "3.5", ""])
def test_no_days(text):
    assert not is_day(text)


def test_rows_by_form():
    text = "Figures of the year\nRevenue      20.1     18.2\nProfit\t2\t1\nA | b | c\nIt grew."
    assert [kind for kind, _ in kinds(text)] == ["title", "table", "table", "table", "paragraph"]


PIECES = [
    "Orlune",
    " ",
    "\n",
    "\n\n",
    "By Jane Doe",
    "OSLO (Wire) - ",
    "- ",
    " | ",
    "Contacts",
    ". ",
    "3 March 2026",
    "\t",
]


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_blocks_are_in_order_and_hold_all_that_is_written(text):
    blocks = marked(Page(text)).blocks
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    ends = zip([0, *(b.end for b in blocks)], [*(b.start for b in blocks), len(text)], strict=True)
    rest = [text[start:end] for start, end in ends]
    assert not "".join(rest).strip()
