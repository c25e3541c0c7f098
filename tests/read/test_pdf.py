"""PDF files: reading order, broken words, running heads, pages, and what cannot be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import Text, column, pdf

from kg.model import BlockKind
from kg.read.page import Page, Unreadable
from kg.read.pdf import read_pdf

LEFT = [
    "Orlune has signed an agreement to supply the fishing com-",
    "pany Brelco with navigation sensors. The deliveries begin",
    "in the autumn and go on for five years, the two compa-",
    "nies said. Brelco bought its sensors from Marlow before.",
]
RIGHT = [
    "The shares of Orlune rose by four percent. Analysts had",
    "waited for an order of this size since the spring, when a",
    "long-term plan was made known to the investors of the",
    "group, whose revenue has hardly grown in three years.",
]


def texts(page: Page) -> list[str]:
    return [page.text[b.start : b.end] for b in page.blocks]


def test_columns_are_read_one_after_the_other():
    page = read_pdf(pdf([Text(50, 740, "Orlune wins an order", 20), *column(50, 700, LEFT), *column(330, 700, RIGHT)]))
    assert page.title == "Orlune wins an order"
    title, text, *more = texts(page)
    assert title == "Orlune wins an order"
    whole = " ".join([text, *more])
    assert "the fishing company Brelco with navigation sensors." in whole
    assert "the two companies said." in whole
    assert "Marlow before. The shares of Orlune rose" in whole
    assert "long-term plan" in whole


def test_running_heads_and_page_numbers_are_left_out_and_pages_are_places():
    pages = [
        [Text(50, 770, "Harbour Review"), Text(300, 30, str(n)), Text(50, 400, f"Company {word} bought a mill in May.")]
        for n, word in enumerate(("Alto", "Besk", "Carn"), 1)
    ]
    page = read_pdf(pdf(*pages))
    assert texts(page) == [f"Company {word} bought a mill in May." for word in ("Alto", "Besk", "Carn")]
    assert [b.place for b in page.blocks] == ["page 1", "page 2", "page 3"]


def test_a_sentence_goes_on_on_the_next_page():
    first = [Text(50, 400, "Orlune said that the agreement with the fishing company Brelco had")]
    page = read_pdf(pdf(first, [Text(50, 740, "been signed in March.")]))
    assert texts(page) == ["Orlune said that the agreement with the fishing company Brelco had been signed in March."]
    assert page.blocks[0].place == "pages 1-2"


def test_rows_of_figures_are_rows():
    rows = [("Revenue", "310", "280"), ("Profit", "31", "25")]
    cells = [
        Text(x, 600 - 14 * n, cell) for n, row in enumerate(rows) for x, cell in zip((50, 250, 350), row, strict=True)
    ]
    page = read_pdf(pdf([Text(50, 650, "Orlune grew in every quarter of the year."), *cells]))
    assert texts(page)[1:] == ["Revenue | 310 | 280", "Profit | 31 | 25"]
    assert [b.kind for b in page.blocks][1:] == [BlockKind.TABLE] * 2


INFO = [
    ("/Title (Orlune half-year report) /CreationDate (D:20260305101500Z)", "Orlune half-year report", "2026-03-05"),
    ("/Title (Microsoft Word - draft3.doc)", "", ""),
    ("/CreationDate (D:20269905)", "", ""),
    ("/CreationDate (yesterday)", "", ""),
]


@pytest.mark.parametrize(("info", "title", "date"), INFO)
def test_title_and_day_are_those_of_the_file(info, title, date):
    page = read_pdf(pdf([Text(50, 700, "Orlune has sold its mill.")], info=info))
    assert (page.title, page.date) == (title, date)


def test_the_day_of_a_dateline_comes_before_that_of_the_file():
    data = pdf([Text(50, 700, "OSLO, 3 March 2026 (Wire) - Orlune has sold it.")], info="/CreationDate (D:20260405)")
    assert read_pdf(data).date == "2026-03-03"


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"%PDF-1.4 nothing", "not a PDF"), (pdf([]), "no text layer"), (b"", "not a PDF"), (b"%PDF-", "not a PDF")],
)
def test_what_cannot_be_read(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_pdf(data)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=20))
def test_a_damaged_file_is_read_or_refused(place, damage):
    data = pdf([Text(50, 700, "Orlune has sold its mill.")], column(50, 700, LEFT))
    try:
        page = read_pdf(data[:place] + damage + data[place + len(damage) :])
    except Unreadable:
        return
    assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)
