# ruff: noqa: E501  lists of tokens
"""Damage to bytes, drawn from a random source: the same seed does the same harm."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

LARGEST = 200_000  # bytes of a damaged file

_ANYWHERE = [
    b"\0", b"\0\0\0\0", b"\r", b"\n\n", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x80", b"\xc0\x80",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1a", b"\x1b[2J", b"%s%n", b"../../", b"-1", b"99999999999999999999",
    b"4294967295", b"2147483648", b"1e999", b"NaN", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xf0\x9f\x8f\xad", b"x" * 5000,
    b"\xcc\x81" * 300, b"$1 " * 500, b"2026-02-30", b"9999-99-99", b"\xe2\x85\xa7", b"\xd9\xa5", b"\xc2\xa0" * 50,
    b'"', b"'", b"\\", b"(((((((", b"[" * 500, b"{" * 500, b"\\ud800", b"&", b"<", b">", b"]]>", b"--", b"",
]  # fmt: skip
TOKENS = {
    "markdown": [b"\n# ", b"\n- " * 60, b"| a " * 80, b"\n|---", b"[a](<", b"![", b"> " * 120, b"```", b"---\n", b"*" * 90,
                 b"_*" * 80, b"<div>" * 60, b"[a]: b\n", b"\n\n\t- ", b"&#0;", b"&#xD800;", b"~~", b"title: x\n"],
    "html": [b"<div>" * 300, b"</div>", b"<table><tr><td>", b"<td " + b"a=b " * 60, b"<!--", b"-->", b"<![CDATA[",
             b"<script>", b"</script>", b"<svg><title>", b"<template>", b"<meta charset=utf-16>", b"<meta charset=x>",
             b"<base href=file:///etc/>", b"&#0;", b"&#xD800;", b"&#99999999;", b"&nbsp", b"<?xml encoding='utf-7'?>",
             b"<h1>", b"<li>", b"<article>", b"<p hidden>", b"style='display:none'", b"<time datetime=x>", b"<br>" * 90,
             b'{"@graph": [[[[', b'<script type="application/ld+json">', b"datetime=99999-01-01", b"<body>", b"<html>"],
    "pdf": [b"/Kids [3 0 R 2 0 R]", b"/Count 99999999", b"/Length 999999", b"/Filter /FlateDecode", b"/Encrypt 3 0 R",
            b"<<" * 200, b"[" * 900, b"endstream", b"endobj", b"5 0 obj", b"/Parent 5 0 R", b"BT", b"Tj", b"1e38 0 Td",
            b"/MediaBox [0 0 1e30 -5]", b"startxref\n0", b"xref", b"trailer", b"%%EOF", b"q " * 500, b"Do", b"/F 1e9 Tf",
            b"(\\777\\000) Tj", b"/Filter [/ASCIIHexDecode /LZWDecode /RunLengthDecode]", b"/Type /ObjStm /N 9 /First 4"],
    "eml": [b"\r\n\r\n", b"Content-Type: multipart/mixed; boundary=xx\r\n", b"--xx\r\n", b"Content-Type: message/rfc822\r\n",
            b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: uuencode\r\n", b"=?utf-8?b?////?=",
            b"=?x?q?=?=", b"charset=unicode-escape", b"charset=idna", b"charset=\xff", b"Date: 99 Foo 0000 99:99",
            b"From: " + b"(" * 200, b"boundary=", b"filename*=utf-8''%ff", b"\r\n >" * 60, b"Subject:\r\n \r\n x"],
    "xml": [b"<!ENTITY a 'b'>", b"<!DOCTYPE x [", b"&a;", b"<item>", b"<entry>", b"<w:p>", b"<w:tbl>" * 90, b"<w:tc>",
            b"<x:y z:w='1'>", b"xmlns:w='x'", b"<?pi ", b"<![CDATA[", b"]]>", b"<a>" * 300, b"&#0;", b"&#xFFFE;", b"</",
            b"encoding='utf-16'", b"encoding='ebcdic'", b"xml:base='file:///etc/passwd'", b"<!--", b"<link href=''/>",
            b"<title type='xhtml'>", b"<div xmlns='http://www.w3.org/1999/xhtml'>"],
    "filing": [b"<DOCUMENT>", b"</DOCUMENT>", b"<TEXT>", b"</TEXT>", b"<TYPE>", b"<SEQUENCE>", b"\nItem 1A.", b"PART II\n",
               b"<ix:hidden>", b"</ix:header>", b"<XBRL>", b"begin 644 x\n", b"FILED AS OF DATE: 20269999\n", b"<PAGE>"],
    "records": [b"\n", b"\n\n", b"{", b"}", b"[]", b"null", b"true", b'{"text": null}\n', b'{"text": {}}\n', b'"id": ',
                b'{"text": "a", "text": ["b"]}\n', b"1e400", b"-Infinity", b"\\u0000", b"\\udfff", b'""', b'"\n', b"sep=;\n",
                b"\t", b";", b"|", b"text", b"text,text\n", b'{"id": "../../x", "text": "y"}\n', b"[" * 3000],
    "packed": [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"\x1f\x8b\x08\0", b"BZh9", b"\xfd7zXZ\0",
               b"ustar", b"../a", b"/etc/passwd", b"\xff\xff\xff\xff", b"\x08\0", b"PAR1", b"\0" * 512, b"a\0.txt",
               b"\x7f\xff\xff\xff", b"word/document.xml"],
    "turtle": [b"[", b"]", b"(", b")", b'"""', b";", b".", b"a", b"_:x", b"<>", b"<http://x y>", b"@prefix", b"@base <x:> .",
               b"<<( ", b"rdfs:range [] ;", b"owl:unionOf ( ) ;", b"rdfs:subClassOf", b"true", b"\\u0000", b"[ " * 900],
    "toml": [b"[", b"]", b"[[", b"]]", b"=", b'"', b"'''", b'"""', b"a.b.c", b".", b"1979-05-27", b"inf", b"nan", b"0x",
             b"{", b"}", b"[[same]]\n", b"names = []\n", b"[read]\n", b"\\u0000", b"a." * 300, b"[" * 600],
    "sparql": [b"{", b"}", b"(", b")", b"?x", b"<", b">", b'"', b"'", b"FILTER", b"UNION", b"SERVICE <http://x> {", b"#",
               b"DELETE", b"INSERT DATA {", b"LOAD <file:///etc/passwd>", b"; DROP", b"BIND(", b"AS ?x", b"$x", b"!" * 50,
               b"VALUES ?x {", b"FROM <x:>", b"(" * 90, b"{" * 90, b"OPTIONAL {", b"MINUS {", b"^a*/", b"COUNT(*)"],
    "words": [b" who ", b" what ", b" 2024 ", b" since ", b"?", b" and ", b" the ", b"'s ", b" customers of ", b" or "],
    "amounts": [b"$", "€".encode(), "₹".encode(), b"Rs ", b"bn", b"m ", b"%", b" to ", b" between ", b" and ", b"-", b",",
                b".", b"1", b"0", b"million ", b"crore ", b"half a ", b"per ", b" a year", b"Q3 ", b"FY", b"2024", b"/",
                b"first quarter ", b"last ", b"ended ", b"March ", b"31", b"th", b"three ", b"hundred ", b"dozen ",
                b"9" * 400, b"1," * 200, b"1." * 200, b"one hundred and " * 40, b"year " * 60, "½".encode(), "٣".encode()],
}  # fmt: skip
_OF_FORMAT = {"text": "amounts", "docx": "xml", "feed": "xml", "jsonl": "records", "csv": "records", "tsv": "records"}
_ENCODINGS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "cp037", "shift_jis",
              "utf-7", "koi8-r", "gb18030"]  # fmt: skip


def tokens_of(format_: str) -> list[bytes]:
    """What is put into files of a format to break them."""
    return TOKENS.get(_OF_FORMAT.get(format_, format_), TOKENS["packed"])


def damaged(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    """The bytes after one to five kinds of damage; `other` is another file, of which parts may come in."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        data = random.choice(_WAYS)(random, data, other, tokens)[:LARGEST]
    return data


Way = Callable[[Random, bytes, bytes, list[bytes]], bytes]


def _span(random: Random, data: bytes) -> tuple[int, int]:
    """Where a part begins and ends, mostly a short one."""
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.choice((1, 4, 20, 100, len(data))))


def _flipped(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 20)) if found else 0):
        found[random.randrange(len(found))] ^= 1 << random.randrange(8)
    return bytes(found)


def _overwritten(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    """A number of two, four or eight bytes, or one in digits, made extreme."""
    at = random.randint(0, len(data))
    value = random.choice((b"\0", b"\xff", b"\x7f", b"9", b"-")) * random.choice((1, 2, 4, 8))
    return data[:at] + value + data[at + len(value) :]


def _cut_off(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _without(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[end:]


def _repeated(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    start, end = _span(random, data)
    times = random.choice((2, 3, 30, 500))
    return data[:start] + data[start:end] * min(times, LARGEST // max(end - start, 1) + 1) + data[end:]


def _spliced(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


def _moved(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    start, end = _span(random, data)
    rest = data[:start] + data[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _with_token(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    for _ in range(random.choice((1, 1, 2, 6))):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(tokens if random.random() < 0.7 else _ANYWHERE) + data[at:]
    return data


def _bombed(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    token = random.choice(tokens + _ANYWHERE)
    at = random.randint(0, len(data))
    return data[:at] + token * (random.choice((200, 20_000)) // (len(token) or 1)) + data[at:]


def _encoded(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    """Other bytes for the same characters, all of them or from some place on."""
    at = random.choice((0, random.randint(0, len(data))))
    return data[:at] + data[at:].decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")


def _noise(random: Random, data: bytes, other: bytes, tokens: list[bytes]) -> bytes:
    """Random bytes behind the first few, which show the format."""
    return data[: random.choice((0, 4, 16, 64))] + random.randbytes(random.choice((0, 1, 10, 300, 5000)))


_WAYS: list[Way] = [_flipped, _flipped, _overwritten, _cut_off, _without, _repeated, _spliced, _moved, _with_token,
                    _with_token, _with_token, _bombed, _encoded, _noise]  # fmt: skip
