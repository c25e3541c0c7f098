# ruff: noqa: E501  lines of files
"""Sound files of every format that kg reads, small, about invented companies; the raw material of damage.

A sample is made by a function of a change, which is made to what the file holds before it is packed, so that damage
also lies behind checksums; with `as_it_is` the file is whole.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "read"))
from paper import Text, column, pdf

Change = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Sample:
    """A file of a format; `packed` tells whether a change is made before it is packed."""

    format: str
    ending: str
    make: Callable[[Change], bytes]
    packed: bool = False


def as_it_is(data: bytes) -> bytes:
    """No change."""
    return data


PROSE = (
    "Orlune Foods Inc. (NASDAQ: ORLF) said on March 5, 2026 that it buys oats from Tarn & Vale plc for $4.5 million a "
    "year.\n\nTarn & Vale plc no longer supplies Brelco. Revenue of Orlune rose 12% to €3.4bn in the third quarter, "
    "and Chief Executive Ada Quill expects Rs 1,200 crore by 2028. “We did not acquire Hexlar,” she said.\n"
)
HOSTILE = "Orlune \u202eFoods\u202c bought\u200b 🏭🏭 Ma\u0301rkvale\ufeff for ₹12\u00a0crore\x0b.\n\n\u0130stanbul ﬁrst ſ ｱ 1\u0665%.\n"
MARKDOWN = (
    "---\ntitle: 'Oats'\ndate: 2026-03-05\n---\n# Orlune buys oats\n\n- one *point*\n- [two](http://orlune.example)\n\n"
    "| Company | Share |\n|---|---|\n| Brelco | 30% |\n\n> Said Ada Quill.\n\n```\ncode\n```\n\n" + PROSE
)
HTML = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Orlune buys oats</title><script type="
    '"application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-05", "author": [{"name": "Ada"}]}'
    "</script></head><body><nav><ul><li><a href=/>Home</a></ul></nav><article><h1>Orlune buys oats</h1><p>"
    + PROSE.replace("\n\n", "</p><p>")
    + "</p><table><tr><th>Company<th>Share</tr><tr><td>Brelco<td>30%</tr></table><ul><li>One<li>Two</ul></article>"
    "<aside>Read more</aside><footer>&copy; Orlune</footer></body></html>"
)
MAIL = (
    "From: Ada Quill <ada@orlune.example>\r\nTo: b@brelco.example\r\nSubject: =?utf-8?q?Oats_=E2=82=AC?=\r\n"
    "Date: Thu, 05 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=xx\r\n"
    "\r\n--xx\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + PROSE
    + "\r\n-- \r\nAda\r\n\r\nOn 3 March 2026, Bo wrote:\r\n> hello\r\n--xx\r\nContent-Type: text/html\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nPHA+T3JsdW5lIGdyZXcuPC9wPg==\r\n--xx--\r\n"
)
MAIL_OF_ONE = "Subject: Oats\nFrom: ada@orlune.example\nContent-Type: text/html; charset=iso-8859-1\n\n<p>" + PROSE
RSS = (
    "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>News</title><item><title>Oats &amp; rye"
    "</title><link>http://orlune.example/1</link><guid>g1</guid><pubDate>Thu, 05 Mar 2026 10:00:00 GMT</pubDate>"
    "<dc:creator>Ada</dc:creator><content:encoded><![CDATA[<p>" + PROSE + "</p>]]></content:encoded></item>"
    "<item><description>&lt;b&gt;Brelco&lt;/b&gt; grew.</description></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>e1</id><title type='html'>Oats</title><updated>2026-03-05T"
    "10:00:00Z</updated><author><name>Ada</name></author><link href='http://orlune.example/2'/><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>" + PROSE.replace("&", "and") + "</p></div></content></entry></feed>"
)
FILING = (
    "<SEC-DOCUMENT>0000000000-26-000001.txt : 20260305\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD "
    "OF REPORT:\t20251231\nFILED AS OF DATE:\t\t20260305\n\tCOMPANY CONFORMED NAME:\t\t\tORLUNE INC\n</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<FILENAME>o.htm\n<TEXT>\n<html><body><p>PART I</p><p>Item 1. Business</p><p>"
    + PROSE
    + "</p><p>Item 1A. Risk Factors</p><p>Floods.</p><table><tr><td>a<td>b</tr></table></body></html>\n</TEXT>\n"
    "</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-21\n<SEQUENCE>2\n<TEXT>\nItem 7. Brelco Ltd, all of it.\n</TEXT>\n</DOCUMENT>\n"
)
XBRL = (
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'><body>"
    "<ix:header><ix:hidden>x</ix:hidden></ix:header><p>Item 1. Business</p><p>Revenue was "
    "<ix:nonFraction name='us-gaap:Revenues'>12</ix:nonFraction>. Orlune grew.</p></body></html>"
)
RECORDS = [
    {"id": 1, "title": "Oats", "date": "2026-03-05", "text": PROSE, "author": "Ada", "url": "http://orlune.example"},
    {"id": "b", "text": "Brelco grew 5%.", "date": "March 5, 2026", "tags": ["x", {"y": None}]},
    {"id": 1.5, "text": ["Hexlar", "fell."], "date": 20260305},
]
JSONL = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS) + "\n"
TABLE = (
    'id,date,text\n1,2026-03-05,"Orlune, ""the mill"", grew\nagain."\n2,,Brelco fell by 3%.\n3,5/6/2026,' + "Hexlar\n"
)
WORD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Oats</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>" + PROSE.replace("&", "&amp;") + '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Brelco</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>30%</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p></w:body>"
    "</w:document>"
)
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r>'
    "<w:t>Unaudited.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
TOLD = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Oats</dc:title><dc:creator>Ada</dc:creator>'
    "<dc:created>2026-03-05T00:00:00Z</dc:created></cp:coreProperties>"
)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive that is the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar archive that is the same every time."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _word(change: Change) -> bytes:
    return zipped(
        {
            "word/document.xml": change(WORD.encode()),
            "word/footnotes.xml": NOTES.encode(),
            "docProps/core.xml": TOLD.encode(),
        }
    )


@cache
def _columns() -> bytes:
    """The records as Parquet, "" where pyarrow is missing."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        return b""
    out = io.BytesIO()
    rows = pa.table({"id": ["a", "b", "c"], "text": [PROSE, "Brelco grew.", None], "date": ["2026", "", None]})
    parquet.write_table(rows, out, compression="snappy")
    return out.getvalue()


def _pages() -> bytes:
    lines = [line[at : at + 60] for line in PROSE.encode("latin-1", "replace").decode("latin-1").splitlines()
             for at in range(0, len(line), 60)]  # fmt: skip
    return pdf([Text(72, 740, "Oats", 18), *column(72, 700, lines)], column(72, 700, lines), info="/Title (Oats)")


def _files(change: Change) -> dict[str, bytes]:
    return {
        "a.txt": PROSE.encode(),
        "b/c.html": change(HTML.encode()),
        "d.jsonl": JSONL.encode(),
        "e.docx": _word(as_it_is),
    }


def _plain(format_: str, ending: str, text: str) -> Sample:
    return Sample(format_, ending, lambda change: change(text.encode()))


@cache
def samples() -> tuple[Sample, ...]:
    """All of them; Parquet only where pyarrow is installed."""
    found = [
        _plain("text", ".txt", PROSE),
        _plain("text", ".txt", HOSTILE),
        _plain("markdown", ".md", MARKDOWN),
        _plain("html", ".html", HTML),
        _plain("html", ".xhtml", XBRL.replace("ix:", "")),
        Sample("pdf", ".pdf", lambda change: change(_pages())),
        Sample("docx", ".docx", _word, packed=True),
        _plain("eml", ".eml", MAIL),
        _plain("eml", ".eml", MAIL_OF_ONE),
        _plain("feed", ".rss", RSS),
        _plain("feed", ".atom", ATOM),
        _plain("filing", ".txt", FILING),
        _plain("filing", ".htm", XBRL),
        _plain("jsonl", ".jsonl", JSONL),
        _plain("csv", ".csv", TABLE),
        _plain("tsv", ".tsv", TABLE.replace(",", "\t")),
        Sample("zip", ".zip", lambda change: zipped(_files(change)), packed=True),
        Sample("tar", ".tar", lambda change: tarred(_files(change)), packed=True),
        Sample("gzip", ".txt.gz", lambda change: gzip.compress(change(PROSE.encode()), mtime=0), packed=True),
        Sample("gzip", ".tgz", lambda change: gzip.compress(tarred(_files(change)), mtime=0), packed=True),
        Sample("bzip2", ".jsonl.bz2", lambda change: bz2.compress(change(JSONL.encode())), packed=True),
        Sample("xz", ".csv.xz", lambda change: lzma.compress(change(TABLE.encode())), packed=True),
    ]
    if _columns():
        found.append(Sample("parquet", ".parquet", lambda change: change(_columns())))
    return tuple(found)
