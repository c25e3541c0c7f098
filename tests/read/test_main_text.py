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
        "Join Hansen, a maker of seals, was sold to Kaldur Air.",
        "1874",
        "“The sea does not care who made the pump.”",
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
        "Join 9,000 owners of pumps who get our letter.",
        "Used in all ports of the north. Ask for a free test.",
        "★★★★☆ 4.4 of 5 from 12 buyers",
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


def tells(n: int) -> str:
    return f"Norrvik Pumps built its plant number {n} beside the railway in the town of Lund."


def test_what_is_hidden_behind_a_wall_is_the_page() -> None:
    wall = "<div aria-modal=true><p>We and our partners keep data on what reads this page, and for whom.</p></div>"
    page = f"<div aria-hidden=true><h1>Norrvik buys Hestra Flow</h1>{TEXT}</div>"
    assert read(wall * 8 + page)[1:] == list(STORY)


def test_what_is_hidden_otherwise_is_not_read() -> None:
    hidden = "<div hidden><p>The price of copper fell in London on Friday, as it did before.</p></div>"
    assert read(f"<div><h1>Norrvik buys Hestra Flow</h1>{TEXT}</div>{hidden}")[1:] == list(STORY)


@pytest.mark.parametrize(("form", "stays"), [("<div class=e>", True), ("<div class='e more'>", True), ("<div>", False)])
def test_entries_of_one_rank_are_all_the_text(form: str, stays: bool) -> None:
    first = f"<div class=first><div class=e>{''.join(f'<p>{tells(n)}</p>' for n in range(5))}</div></div>"
    said = "You must oil the pump before you fit the seal to it, or it leaks after 40 days at sea."
    second = f"<div class=second>{form}<p>{said}</p></div></div>"
    found = read(f"<div><h1>Norrvik buys Hestra Flow</h1>{first}{second}</div>")
    assert (said in found) is stays


@pytest.mark.parametrize(
    ("section", "stays"),
    [
        ("<div><h2>What comes next</h2><ul><li>The pumps of the year 2027 come from Lund</li></ul></div>", True),
        (
            "<div><h2>We hope it was of use</h2><p>Before you go, think of us and support us with 1 pound.</p></div>",
            False,
        ),
        ("<div><h2>Returns and refunds</h2><p>We take pumps back within 30 days of the day of sale.</p></div>", False),
    ],
)
def test_sections_without_classes_are_known_by_their_headings(section: str, stays: bool) -> None:
    more = "<li>A second plant with room for 90 fitters</li></ul>"
    whole = section.replace("</ul>", more)
    found = read(f"<div><h1>Norrvik buys Hestra Flow</h1><div><h2>Now</h2>{TEXT}</div>{whole}</div>")
    assert (len(found) > len(STORY) + 2) is stays


def test_what_you_do_in_a_job_stays_and_how_to_apply_does_not() -> None:
    about = "<p>Norrvik Pumps makes pumps for ships in Lund and has 400 employees in three countries.</p>"
    tasks = "<ul><li>You test the seals of pumps before they leave</li><li>You lead two fitters in Lund</li></ul>"
    offer = "<p>You get 30 days of leave, and the pay is 4,100 euros a month under the agreement.</p>"
    jobs = f"<div class=part>{about}</div><div class=part><h2>What you do</h2>{tasks}{offer}</div>"
    ask = "<div><h3>Is that you?</h3><p>Apply in five minutes, all we want of you is a short letter.</p></div>"
    found = " ".join(read(f"<div><h1>Fitter of pumps</h1>{jobs}{ask}</div>", "Fitter of pumps"))
    assert all(said in found for said in ("What you do", "You test the seals", "4,100 euros"))
    assert "Apply in" not in found


def test_a_company_speaks_of_itself_in_bands() -> None:
    bands = (
        "<div><p>Norrvik is a maker of pumps that belongs to two families from Lund.</p></div>",
        "<div><div><p>We build 3,000 pumps a year in two plants, and most of them go to sea.</p></div></div>",
        "<div><span class=n>410</span><span class=l>people at work in two plants</span></div>",
        "<dl><dt>1921</dt><dd>We buy the foundry of the Berg family in Malmo for a song.</dd></dl>",
        "<div><h2>Water</h2><p>We clean each drop that we take from the river before it goes back.</p></div>",
    )
    found = read(f"<h1>Pumps since 1898</h1>{''.join(bands)}", "Norrvik")
    assert found[3] == "410 people at work in two plants"
    assert found[-4:-2] == ["1921", "- We buy the foundry of the Berg family in Malmo for a song."]
    assert found[-1].startswith("We clean")


def test_advice_in_headings_stays_and_offers_in_headings_do_not() -> None:
    parts = [f"<p>{text}</p>" for text in STORY]
    heads = ("<h2>1. Your pump is older than it looks</h2>", "<h2>2. Read the bill</h2>", "<h2>What it cost</h2>")
    box = "<section><h3>Your letter on pumps</h3><p>It is sent to all who care for them, on each Sunday.</p></section>"
    found = read(
        f"<div><h1>Pumps</h1>{parts[0]}{heads[0]}{parts[1]}{box}{heads[1]}{parts[2]}{heads[2]}{parts[3]}</div>"
    )
    assert [text for text in found if text not in STORY][1:] == [
        "1. Your pump is older than it looks",
        "2. Read the bill",
        "What it cost",
    ]


def test_headings_by_another_name_stay() -> None:
    parts = [f"<div class=t>{text}</div>" for text in STORY]
    heads = ["<div class=s>Owners sign up</div>", "<div class=s>No end of debt</div>"]
    title = "<div role=heading aria-level=1>Norrvik buys</div>"
    found = read(f"{title}<div>{parts[0]}{heads[0]}{parts[1]}{parts[2]}{heads[1]}{parts[3]}</div>")
    assert [text for text in found if text not in STORY] == ["Norrvik buys", "Owners sign up", "No end of debt"]


def test_heads_of_entries_stay() -> None:
    entry = "<div class=e><header><time>14.0{0}</time><h2>Pump {0} sold</h2></header><p>{1}</p></div>"
    entries = "".join(entry.format(n, text) for n, text in enumerate(STORY))
    assert [t for t in read(f"<h1>Live</h1><div>{entries}</div>", "Live") if "sold" in t and t not in STORY] == [
        f"Pump {n} sold" for n in range(4)
    ]


@pytest.mark.parametrize(("linked", "stays"), [("{}", True), ("<a>{}</a>", False)])
def test_features_stay_and_cards_of_other_pages_do_not(linked: str, stays: bool) -> None:
    card = "<div class=c><h3>{}</h3><p>The seal number {} of the pump is made of steel from Lund.</p></div>"
    row = "".join(card.format(linked.format(f"Seal number {n} of it"), n) for n in range(3))
    body = f"<p>{tells(1)}</p><p>{tells(2)}</p><p>{tells(3)}</p>"
    found = read(f"<h1>Pump 4</h1><div>{body}</div><div>{row}</div><div>{body}</div>", "Pump 4")
    assert any("seal number" in text for text in found) is stays


def test_an_interview_keeps_its_questions() -> None:
    asked = ("You sold the foundry. Why did you let it go to Kaldur Air?", "Do you regret it?", "What will you buy?")
    talk = "".join(f"<p class=q><b>{q}</b></p><p class=a>{text}</p>" for q, text in zip(asked, STORY, strict=False))
    assert set(asked) <= set(read(f"<h1>A talk</h1><div>{talk}</div>", "A talk"))


def test_marks_of_where_a_line_may_break_are_no_letters() -> None:
    assert read("<p>Norr\u00advik Pumps has bought Hes&shy;tra\u00a0Flow in Lund, the com\u200bpany said.</p>") == [
        "Norrvik Pumps has bought Hestra Flow in Lund, the company said."
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<b class=n>264</b><span class=l>people in Lund</span>", "264 people in Lund"),
        ("<span class=cap>N</span><span class=rest>orrvik has sold</span>", "Norrvik has sold"),
        ("<span class=x>Hestra</span><span class=x>s pumps of Lund</span>", "Hestras pumps of Lund"),
        ("<b>Norrvik</b>, <b>Hestra</b>", "Norrvik, Hestra"),
        ("<b>Norrvik</b><i>s</i> pumps", "Norrviks pumps"),
    ],
)
def test_words_that_styles_set_apart_do_not_touch(source: str, text: str) -> None:
    assert [line.part.text for line in lines_of(html.fromstring(f"<p>{source}</p>"))] == [text]


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
