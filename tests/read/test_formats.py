"""What text each format yields."""

import logging
import socket

import pytest

from kg.read.html import declared_encoding, read_html
from kg.read.markdown import read_markdown
from kg.read.text import read_text

PARAGRAPH = "Acme Corp said on Monday that it would buy Foo Ltd for $20 million in cash and shares."
PAGE = f"""<!doctype html><html><head><title>Acme buys Foo</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<article><h1>Acme buys Foo</h1>
<p>{PARAGRAPH}</p>
<p>The deal, <a href="https://x.example">announced</a> in 2019,
would give Acme a tenth of the market, analysts at Bar Bank said.</p>
<ul><li>Foo makes lithium-ion batteries.</li><li>Acme makes cars.</li></ul>
</article><footer>Copyright 2021 Example Media. All rights reserved.</footer></body></html>"""


def test_text_keeps_everything_but_line_ends() -> None:
    assert read_text("  a\r\nb\rc\n\n\tNestlé \xa0 “x”\x0b\n").text == "  a\nb\nc\n\n\tNestlé \xa0 “x”\x0b\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Acme\n\nIt *bought*\n**Foo**.", "Acme\n\nIt bought Foo."),
        ("Acme\n====\ntext", "Acme\n\ntext"),
        ("- one\n- two\n  - three", "- one\n\n- two\n\n- three"),
        ("1. one\n2. two", "- one\n\n- two"),
        ("[Foo](https://foo.example) and ![logo](x.png) <https://bar.example>", "Foo and"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\n\nc | d"),
        ("> said\n> Acme", "said Acme"),
        ("a `b` &amp; c\\*", "a b & c*"),
        ("line  \nline", "line\nline"),
        ("<div>Acme <b>Inc</b></div>\n\n<!-- not this -->", "Acme Inc"),
        ("---\ntitle: x\n---\ntext", "text"),
        ("- one\n\n  more of one\n- two", "- one\n\nmore of one\n\n- two"),
        ("", ""),
    ],
)
def test_markdown(source: str, text: str) -> None:
    assert read_markdown(source).text == text


@pytest.mark.parametrize(
    ("source", "title"),
    [("text\n\n## Acme *now*", "Acme now"), ('---\ntitle: "A: b"\n---\n# c', "A: b"), ("text", "")],
)
def test_markdown_title(source: str, title: str) -> None:
    assert read_markdown(source).title == title


def test_html_main_text_title_and_date() -> None:
    page = read_html(PAGE)
    assert page.title == "Acme buys Foo"
    assert page.date == "2024-05-06"
    blocks = page.text.split("\n\n")
    assert PARAGRAPH in blocks
    assert "- Foo makes lithium-ion batteries." in blocks
    assert "About us" not in page.text
    assert "Copyright" not in page.text
    assert "https" not in page.text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>hi <b>Acme</b>&nbsp;and\nFoo</p><ul><li>one<li>two</ul>", "hi Acme and Foo\n\n- one\n\n- two"),
        ("<html><body><nav>Home</nav></body></html>", "Home"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>hi</p></body></html>", "hi"),
        ("<script>x()</script><style>p{}</style><p>hi</p>", "hi"),
        ("<!-- a -->", ""),
        ("", ""),
        ("no marks at all", "no marks at all"),
        ("one<br>two", "one\n\ntwo"),
    ],
)
def test_html_without_an_article_gives_all_that_is_seen(source: str, text: str) -> None:
    assert read_html(source).text == text


def test_html_date_comes_from_meta_only() -> None:
    assert read_html("<p>Published 2024-05-06</p><time datetime='2024-05-06'>x</time>").date == ""


def test_html_declared_encoding() -> None:
    assert declared_encoding(b'<meta charset="iso-8859-2">') == "iso-8859-2"
    assert declared_encoding(b'<META http-equiv=x content="text/html; charset=windows-1251">') == "windows-1251"
    assert declared_encoding(b"<p>charset=x") == ""


def test_html_is_quiet_and_offline(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    before = logging.getLogger().handlers[:], logging.getLogger().level
    read_html('<link rel="canonical" href="https://x.example"><p>hi</p>')
    assert capfd.readouterr() == ("", "")
    assert (logging.getLogger().handlers, logging.getLogger().level) == before


DATED = [
    ("date: 2026-03-05", "2026-03-05"),
    ("published: '2026-03-05T10:00:00Z'", "2026-03-05"),
    ("date: 2026-03", "2026-03"),
    ('title: x\ndate: "2026"', "2026"),
    ("date: 5 March 2026", ""),
    ("date: 20260305", ""),
    ("update: 2026-03-05", ""),
    ("date:", ""),
]


@pytest.mark.parametrize(("front", "date"), DATED)
def test_the_date_of_markdown_is_that_of_its_front_matter(front, date):
    assert read_markdown(f"---\n{front}\n---\n\nBrelco buys Orlune.\n").date == date


BOXES = f"""<html lang="en-GB"><head><title>Acme buys Foo | Harbour</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Acme buys Foo", "datePublished":
"2026-03-03T10:00:00Z", "author": [{{"@type": "Person", "name": "Jane Doe"}}]}}</script></head><body>
<div class="cookie-banner"><p>We keep cookies on your device to count you.</p><button>Fine</button></div>
<article><h1>Acme buys Foo</h1><p>{PARAGRAPH}</p><p>It is the largest purchase of Acme so far, said its head.</p>
<div class="newsletter"><p>Get our best stories on Monday mornings.</p></div>
<h2>What Foo makes</h2><ul><li>Foo makes batteries.</li></ul><p>{PARAGRAPH.replace("Monday", "Friday")}</p></article>
<section class="comments"><p>I never liked Foo, to be honest with you.</p></section></body></html>"""


def test_boxes_around_an_article_are_left_out_and_its_headings_stay():
    page = read_html(BOXES)
    assert (page.title, page.date, page.author, page.language) == ("Acme buys Foo", "2026-03-03", "Jane Doe", "en")
    assert [(b.kind.value, page.text[b.start : b.end][:20]) for b in page.blocks] == [
        ("title", "Acme buys Foo"),
        ("paragraph", "Acme Corp said on Mo"),
        ("paragraph", "It is the largest pu"),
        ("heading", "What Foo makes"),
        ("bullet", "- Foo makes batterie"),
        ("paragraph", "Acme Corp said on Fr"),
    ]


def test_a_box_whose_name_holds_the_text_stays():
    assert PARAGRAPH in read_html(f"<body><div class='paywall'><p>{PARAGRAPH}</p></div><p>More.</p></body>").text


TIMES = [
    ("<article><time datetime='2026-03-03T10:00'>today</time><p>x</p></article>", "2026-03-03"),
    ("<p>x</p><time itemprop=datePublished datetime=2026-03-03>y</time>", "2026-03-03"),
    ("<article><p>x</p><time datetime=2026-03-03>y</time></article>", ""),
]


@pytest.mark.parametrize(("source", "date"), TIMES)
def test_the_day_of_a_time_element(source, date):
    assert read_html(source).date == date


def test_a_table_that_lays_out_a_page_is_no_row():
    source = f"<table><tr><td><a href=/>Home</a></td><td><table><tr><td>{PARAGRAPH}</td></tr></table></td></tr></table>"
    assert PARAGRAPH in read_html(source).text.split("\n\n")


def test_the_parts_of_markdown():
    page = read_markdown("# Acme\n\nIt grew.\n\n## Who?\n\n- one\n\n| a | b |\n|---|---|\n| c | d |")
    assert [(b.kind.value, page.text[b.start : b.end]) for b in page.blocks] == [
        ("title", "Acme"),
        ("paragraph", "It grew."),
        ("heading", "Who?"),
        ("bullet", "- one"),
        ("table", "a | b"),
        ("table", "c | d"),
    ]
