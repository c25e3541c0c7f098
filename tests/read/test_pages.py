"""What of a web page is its text: by what lines say and where they stand, not by the names of classes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from kg.model import BlockKind
from kg.read import marked
from kg.read.elements import Line, lines_of
from kg.read.html import read_html
from kg.read.parts import Part
from kg.read.spoken import voice

STORY = (
    "Norrvik Pumps has agreed to buy the valve maker Hestra Flow for 64 million euros, the two companies said.",
    "Hestra Flow employs 210 people in Lund and had sales of 38 million euros in the year to June.",
    "The purchase is to be closed in October, once the competition office in Stockholm has approved it.",
    "Norrvik Pumps sold its compressor business to Kaldur Air in March and is free of debt since then.",
)
TEXT = "".join(f"<p>{text}</p>" for text in STORY)
BUTTON = "<span>Go</span>"


def heard(text: str, kind: BlockKind = BlockKind.PARAGRAPH, linked: float = 0.0):
    return voice(Line(Part(text, kind), html.fromstring("<p></p>"), linked))


def read(body: str, title: str = "Norrvik buys Hestra Flow") -> list[str]:
    return read_html(f"<html><head><title>{title}</title></head><body>{body}</body></html>").text.split("\n\n")


@pytest.mark.parametrize("text", STORY)
def test_a_sentence_of_news_tells(text: str) -> None:
    said = heard(text)
    assert (said.tells, said.asks, said.apart, said.you, said.we) == (True, False, False, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Share prices in Oslo fell for the third day in a row.",
        "Discover Lending reported a loss of 12 million dollars.",
        "Select Freight has opened a depot in Ghent for its trucks.",
        "Register of pumps grows, the office in Lund said on Monday.",
        "Related-party loans made up a fifth of what Kaldur Air owes.",
        "Norrvik added 40,000 subscribers to its service for pumps.",
        "Try Hansen, who leads Norrvik Pumps, bought shares on Friday.",
        "Support for the sale fell among the owners of Kaldur Air.",
        "Report on the pumps is due in June, the office said.",
        "Market data provider Quotarium was sold to Norrvik Pumps.",
        "Copyright owners took Kaldur Air to court in Lund on Friday.",
        "Hestra Flow is the leader in this field and has 400 customers who sign up each year.",
        "Take-up of the new pump was slow in the first quarter.",
    ],
)
def test_a_verb_of_orders_as_a_name_or_noun_asks_nothing(text: str) -> None:
    assert not heard(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for the weekly letter on pumps.",
        "SUBSCRIBE NOW",
        "Read more: Kaldur Air names a chair",
        "Share this story",
        "Don't miss the next round of offers.",
        "The pumps are cheap. Click here to see them all.",
        "Story continues below",
        "Share · Save · Print",
        "Copyright 2026 Lund Media",
        "17",
        "Please turn on cookies and try again.",
    ],
)
def test_what_talks_to_the_reader_asks(text: str) -> None:
    assert heard(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "“We will pay you back within two years,” the chief of Norrvik told its lenders.",
        '"Your pumps are too dear," a buyer from Hestra Flow is said to have written.',
        "‘You cannot build our pumps in a day,’ said the engineer who leads the plant in Lund.",
    ],
)
def test_quotes_talk_to_nobody(text: str) -> None:
    said = heard(text)
    assert (said.you, said.we, said.asks) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Norrvik Pumps AB, 12 Harbour Lane, Lund. Org. 5550 0101.", False),
        ("Norrvik buys Hestra Flow", False),
        ("HESTRA FLOW HAS BEEN SOLD TO NORRVIK PUMPS ON MONDAY.", True),
    ],
)
def test_an_address_or_a_headline_is_no_sentence(text: str, tells: bool) -> None:
    assert heard(text).tells is tells


def test_a_row_tells_by_its_figures() -> None:
    assert heard("Sales | 38", BlockKind.TABLE).tells
    assert not heard("Home | News", BlockKind.TABLE).tells


def test_lines_know_their_element_and_how_much_is_linked() -> None:
    tree = html.fromstring("<div>See <a>all</a> now<p>A</p><a><b>Two</b></a></div>")
    found = [(line.part.text, line.node.tag, round(line.linked, 2)) for line in lines_of(tree)]
    assert found == [("See all now", "div", 0.33), ("A", "p", 0.0), ("Two", "div", 1.0)]


@pytest.mark.parametrize(
    "beside",
    [
        "<div><h4>Six stories on Friday</h4><div>Sent by us to the ones who care for pumps.</div></div>",
        "<div><p>Do you own a pump? Take part in our survey.</p></div>",
        "<p><a>Kaldur Air names a chair</a></p>",
        "<p>Also: <a>Kaldur Air names a chair from outside</a></p>",
        "<div><a>Kaldur Air names a chair</a><p>He comes from a maker of fans in the south of the country.</p></div>",
        f"<div><h3>The letter</h3><p>All that matters in pumps, once in seven days.</p>{BUTTON}</div>",
        "<div>4 min</div>",
    ],
)
def test_what_stands_amid_the_text_is_left_out(beside: str) -> None:
    half = "".join(f"<p>{text}</p>" for text in STORY[:2]), "".join(f"<p>{text}</p>" for text in STORY[2:])
    assert read(f"<div><h1>Norrvik buys Hestra Flow</h1>{half[0]}{beside}{half[1]}</div>")[1:] == list(STORY)


@pytest.mark.parametrize(
    "amid",
    [
        "<h2>A third purchase</h2>",
        "<p><b>What now</b></p>",
        "<ul><li>Lund stays</li><li>Malmo is sold</li></ul>",
        "<table><tr><td>Sales</td><td>38</td></tr></table>",
        "<blockquote><p>A pump is a promise that keeps itself, its founder used to say.</p></blockquote>",
        "<p>A reader of the old reports finds pumps in every one of them.</p>",
        "<p>Its newsletter for owners of pumps has 9,000 subscribers, the company said.</p>",
    ],
)
def test_what_belongs_to_the_text_stays(amid: str) -> None:
    half = "".join(f"<p>{text}</p>" for text in STORY[:2]), "".join(f"<p>{text}</p>" for text in STORY[2:])
    found = read(f"<div><h1>Norrvik buys Hestra Flow</h1>{half[0]}{amid}{half[1]}</div>")
    assert len(found) > len(STORY) + 1
    assert set(STORY) <= set(found)


@pytest.mark.parametrize(
    "behind",
    [
        "<div><p>Lund Media has reported on the makers of machines since 1974.</p></div>",
        "<div><h3>More</h3>"
        + "".join(
            f"<div><h4>Head {n}</h4><p>Something else took place in the town of Lund again.</p></div>" for n in range(4)
        )
        + "</div>",
        "<div>Norrvik Pumps AB, 12 Harbour Lane, Lund</div>",
    ],
)
def test_what_stands_below_is_of_the_page(behind: str) -> None:
    article = f"<div><h1>Norrvik buys Hestra Flow</h1><div>{TEXT}</div></div>"
    assert read(f"<div><div><a>Home</a> <a>News</a></div>{article}{behind}</div>")[1:] == list(STORY)


def test_who_wrote_it_is_left_out_and_who_is_written_of_stays() -> None:
    writer = "<p><i>Ebba Lind has covered pumps since the last century.</i></p>"
    other = "<p>Anna Berg has led Norrvik Pumps since the spring of 2019.</p>"
    found = read(f"<div><h1>Norrvik buys</h1><p>By Ebba Lind</p>{TEXT}{writer}{other}</div>")
    assert found[-1].startswith("Anna Berg")
    assert not any("covered pumps" in text for text in found)


@pytest.mark.parametrize("box", ["<div><h1>Norrvik buys</h1>{}</div>{}", "<h1>Norrvik buys</h1><div>{}{}</div>"])
def test_who_wrote_when_is_kept_as_such(box: str) -> None:
    page = marked(read_html(box.format("<div>By Ebba Lind</div><div>3 March 2026</div><div>Save</div>", TEXT)))
    assert (page.author, page.date) == ("Ebba Lind", "2026-03-03")
    assert "Save" not in page.text


def test_what_a_company_says_of_itself_stays() -> None:
    about = "<div><p>About Norrvik Pumps</p><p>Norrvik Pumps makes pumps for ships and is based in Lund.</p></div>"
    found = read(f"<div><div><h1>Norrvik buys</h1>{TEXT}</div>{about}<div><p>Sign up for our letter.</p></div></div>")
    assert found[-2:] == ["About Norrvik Pumps", "Norrvik Pumps makes pumps for ships and is based in Lund."]


def test_a_page_that_speaks_to_its_reader_throughout_is_read() -> None:
    said = [f"Your pump of size {n} moves {n} cubic metres of water in an hour of work." for n in range(2, 6)]
    assert read("<div><h1>Pumps</h1>" + "".join(f"<p>{text}</p>" for text in said) + "</div>", "Pumps")[1:] == said


def test_a_page_of_teasers_is_read() -> None:
    teasers = "".join(f"<div><h2><a>Story {n} of the day</a></h2><p>{text}</p></div>" for n, text in enumerate(STORY))
    assert set(STORY) <= set(read(f"<div>{teasers}</div>", "Lund Media"))


def test_a_page_without_a_sentence_is_read() -> None:
    assert read("<div><h1>Board</h1><p>Anna Berg</p><p>Chair</p></div>", "Board") == ["Board", "Anna Berg", "Chair"]


TAGS = ("div", "p", "h1", "h2", "ul", "li", "table", "tr", "td", "a", "section", "span", "br")
TREES = st.recursive(
    st.sampled_from([*STORY, "Sign up", "17", "", "Home"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(max_examples=60, deadline=None)
@given(TREES)
def test_any_page_is_read_and_its_blocks_are_of_its_text(source: str) -> None:
    page = read_html(source)
    assert all(page.text[block.start : block.end].strip() for block in page.blocks)
    assert read_html(source) == page
