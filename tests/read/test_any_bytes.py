"""No bytes whatever make a reader raise: each input ends in documents and problems."""

import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_archives import tarred, zipped

from kg.model import Document, Problem
from kg.read import Reading, read
from kg.read.formats import BY_ENDING
from kg.read.html import read_html

_STARTS = [
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08\0", b"BZh9", b"\xfd7zXZ\0", b"PAR1", b"\xff\xfe", b"\xef\xbb\xbf",
    b'{"text": "', b'{"text": "a"}\n', b"id,text\n", b'text\n"', b"<html><p>", b"<?xml version='1.0'?><rss>",
    b"<SEC-DOCUMENT>\n<TYPE>10-K\n", b"From: a\nSubject: b\n\n", b"# a\n", b"---\n",
    zipped(("a.txt", b"Brelco grew.")), zipped(("word/document.xml", b"<a/>")), tarred(("a.txt", b"Brelco grew.")),
]  # fmt: skip
_PIECES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([b"\0", b"\r", b"\n", b'"', b",", b"\\ud800", b"<![CDATA[", b"&a;", b"[" * 2000, b"x" * 5000]),
)
_TAILS = st.lists(_PIECES, max_size=6).map(b"".join)
DATA = st.builds(lambda start, tail: start + tail, st.sampled_from(_STARTS), _TAILS)


@pytest.mark.parametrize("ending", [*BY_ENDING, "", ".xml", ".tar.gz", ".jsonl.gz"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=DATA)
def test_any_bytes(ending: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(data)
        items = list(read([path], Reading(max_characters=500)))
    assert items
    ids = [item.id for item in items if isinstance(item, Document)]
    assert len(ids) == len(set(ids))
    for item in items:
        if isinstance(item, Problem):
            assert item.severity in ("error", "warning")
            assert item.message
        else:
            assert 0 < len(item.text) <= 500
            item.text.encode()
            assert all(0 <= block.start < block.end <= len(item.text) for block in item.blocks)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(st.text(max_size=5), st.text(max_size=20)), max_size=5))
def test_what_csv_writes_is_read(rows: list[tuple[str, str]]) -> None:
    import csv

    out = io.StringIO()
    csv.writer(out).writerows([("nr", "text"), *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(out.getvalue().encode("utf-8", "surrogatepass"))
        items = list(read([path], Reading(language="any")))
    assert sum(isinstance(item, Document) for item in items) <= len(rows)


@pytest.mark.parametrize(
    "unfit", ["\x1c", "\x0c", "\x00", "\ufffe", "&#28;", "&#x1F;", "&#1", "&#xFFFE;", "&#0;", "&#xD800;", "&#65535;"]
)
def test_pages_with_characters_that_xml_cannot_hold(unfit: str) -> None:
    source = f"<html><body><nav>Home</nav>{unfit}<p>Orlune buys oats.</p><script>x</script>{unfit}and rye</body></html>"
    assert read_html(source).text == "Orlune buys oats.\n\nand rye"


def test_other_characters_by_number_stay() -> None:
    assert read_html("<p>Orlune&#8217;s &#163;3m &#x20AC;4m&#10;oats &#280; &#x1F4C8;</p>").text.startswith(
        "Orlune’s £3m €4m"
    )
