"""DOCX, e-mail, feeds and filings."""

# ruff: noqa: E501 - files as they come

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import BlockKind
from kg.read.docx import read_docx
from kg.read.eml import read_eml
from kg.read.feed import read_feed
from kg.read.filing import read_filing
from kg.read.page import Page, Unreadable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(page: Page) -> list[tuple[str, str]]:
    return [(b.kind.value, page.text[b.start : b.end]) for b in page.blocks]


def p(text: str, style: str = "", more: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, **parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return held.getvalue()


def test_docx():
    note = '<w:p><w:r><w:t>It rose</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    cell = "<w:tc>{}</w:tc>"
    table = "".join(f"<w:tr>{''.join(cell.format(p(c)) for c in r)}</w:tr>" for r in (("Sales", "12"), ("Profit", "2")))
    body = [
        p("Orlune buys a mill", "Tittel"),
        p("The deal", "Heading1"),
        p("Orlune has bought a mill."),
        p("In Leeds", more="<w:numPr/>"),
        f"<w:tbl>{table}</w:tbl>",
        "<w:p><w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:ins><w:r><w:t>It is new.</w:t></w:r></w:ins></w:p>",
        note,
    ]
    page = read_docx(
        docx(
            "".join(body),
            word__styles=f'<w:styles {W}><w:style w:styleId="Tittel"><w:name w:val="Title"/></w:style></w:styles>',
            word__footnotes=f'<w:footnotes {W}><w:footnote w:id="2">{p("By half.")}</w:footnote></w:footnotes>',
            docProps__core='<c xmlns:d="d" xmlns:t="t"><d:creator>Jane Doe</d:creator><t:created>2026-03-05T10:00:00Z</t:created></c>',
        )
    )
    assert (page.title, page.date, page.author) == ("Orlune buys a mill", "2026-03-05", "Jane Doe")
    assert said(page) == [
        ("title", "Orlune buys a mill"),
        ("heading", "The deal"),
        ("paragraph", "Orlune has bought a mill."),
        ("bullet", "- In Leeds"),
        ("table", "Sales | 12"),
        ("table", "Profit | 2"),
        ("paragraph", "It is new."),
        ("paragraph", "It rose"),
        ("paragraph", "By half."),
    ]
    assert page.blocks[-1].place == "footnote"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a DOCX"),
        (b"PK\x03\x04 and no more", "not a DOCX"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "encrypted"),
        (docx("<w:p>"), "well-formed"),
    ],
)
def test_no_docx(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_docx(data)


def test_entities_are_not_expanded():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("word/document.xml", f"{BOMB}<w:document {W}><w:body>{p('&b;')}</w:body></w:document>")
    with pytest.raises(Unreadable, match="entities"):
        read_docx(held.getvalue())
    with pytest.raises(Unreadable, match="entities"):
        read_feed(f"{BOMB}<rss><channel><item><title>&b;</title></item></channel></rss>".encode())


MAIL = """From: Jane Doe <jane@orlune.example>
Subject: =?utf-8?q?Br=C3=A9lco_order?=
Date: Tue, 3 Mar 2026 10:00:00 +0100
Content-Type: text/plain; charset=utf-8

Orlune has signed a contract with Brelco.

--\x20
Jane Doe, Orlune ASA

On Mon, 2 Mar 2026 at 09:00, Mark Roe <mark@x.example> wrote:
> Brelco buys from Marlow.
"""


def test_eml():
    page = read_eml(MAIL.encode())
    assert (page.title, page.date, page.author) == ("Brélco order", "2026-03-03", "Jane Doe")
    assert [text for kind, text in said(page) if kind != "boilerplate"] == ["Orlune has signed a contract with Brelco."]


def test_the_plain_part_is_preferred_and_html_is_read_where_there_is_none():
    html = "<html><body><p>Orlune has <b>sold</b> its mill.</p></body></html>"
    head = "Subject: x\nMIME-Version: 1.0\nContent-Type: "
    both = f"{head}multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain.\n--b\nContent-Type: text/html\n\n{html}\n--b--\n"
    assert read_eml(both.encode()).text.strip() == "Plain."
    assert read_eml(f"{head}text/html\n\n{html}".encode()).text == "Orlune has sold its mill."


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour</title>
<item><title>Orlune wins order</title><link>https://x.example/1</link><guid>n1</guid><dc:creator>Jane Doe</dc:creator>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;It is from &lt;b&gt;Brelco&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>Tatu &amp;amp; Marlow merge</title><description>They said so.</description><pubDate>soon</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Orlune wins order</title><id>n1</id>
<link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/><author><name>Jane Doe</name></author>
<published>2026-03-03T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is from <b>Brelco</b>.</p></div></content></entry></feed>"""


@pytest.mark.parametrize("source", [RSS, ATOM])
def test_items_of_feeds(source):
    page = read_feed(source.encode())[0]
    assert page.text == "Orlune wins order\n\nIt is from Brelco."
    assert (page.title, page.date, page.author) == ("Orlune wins order", "2026-03-03", "Jane Doe")
    assert (page.source, page.id) == ("https://x.example/1", "n1")


def test_an_item_of_unknown_day():
    second = read_feed(RSS.encode())[1]
    assert (second.title, second.date) == ("Tatu & Marlow merge", "")


def test_no_feed():
    with pytest.raises(Unreadable, match="not an RSS"):
        read_feed(b"<x><item><title>a</title></item></x>")


FILING = """<html xmlns:ix="x"><body><ix:header><ix:hidden><b>0001</b></ix:hidden></ix:header>
<table><tr><td>Item 1.</td><td>Business</td><td>3</td></tr></table>
<p>Item 1. Business</p><p>Item 1A. Risk Factors</p>
<p><b>Item 1. Business</b></p><p>Brelco accounted for <ix:nonFraction>31</ix:nonFraction>% of revenue.</p>
<p>Item&nbsp;1A. Risk Factors</p><p>Marlow is our only supplier.</p>
<table><tr><td>Revenue</td><td>310</td><td>280</td></tr></table></body></html>"""
SUBMISSION = f"""<SEC-DOCUMENT>x.txt : 20260220
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:\t10-K
CONFORMED PERIOD OF REPORT:\t20251231
FILED AS OF DATE:\t\t20260220
\t\tCOMPANY CONFORMED NAME:\t\t\tORLUNE SYSTEMS INC
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<SEQUENCE>1
<TEXT>
<XBRL>
{FILING}
</XBRL>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<DESCRIPTION>PRESS RELEASE
<TEXT>
<PAGE>
Orlune has named Kari Lund finance director.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<TEXT>
begin 644 x.jpg
</TEXT>
</DOCUMENT>
"""


def test_items_are_places():
    (page,) = read_filing(FILING.encode())
    places = {page.text[b.start : b.end]: (b.kind, b.place) for b in page.blocks}
    assert places["Brelco accounted for 31% of revenue."] == (BlockKind.PARAGRAPH, "item 1")
    assert places["Marlow is our only supplier."] == (BlockKind.PARAGRAPH, "item 1A")
    assert places["Revenue | 310 | 280"] == (BlockKind.TABLE, "item 1A")
    assert "0001" not in page.text


def test_a_full_submission():
    main, exhibit = read_filing(SUBMISSION.encode())
    assert (main.title, main.date, main.id) == ("ORLUNE SYSTEMS INC, 10-K for 2025-12-31", "2026-02-20", "")
    assert (exhibit.title, exhibit.id) == ("ORLUNE SYSTEMS INC, 10-K for 2025-12-31, PRESS RELEASE", "2")
    assert exhibit.text.strip() == "Orlune has named Kari Lund finance director."


SAMPLES = [
    (read_docx, docx(p("Orlune has bought a mill."))),
    (read_eml, MAIL.encode()),
    (read_feed, RSS.encode()),
    (read_filing, SUBMISSION.encode()),
]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 1500), st.binary(max_size=12))
def test_a_damaged_file_is_read_or_refused(sample, place, damage):
    read, data = sample
    try:
        found = read(data[:place] + damage + data[place + len(damage) :])
    except Unreadable:
        return
    for page in found if isinstance(found, list) else [found]:
        assert all(0 <= b.start < b.end <= len(page.text) for b in page.blocks)
