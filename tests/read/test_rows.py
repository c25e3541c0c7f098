"""Records: JSON lines, CSV, TSV and Parquet to documents, whatever state they are in."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet
from reads import read_bytes

from kg.model import Document, Problem
from kg.read import Reading, read
from kg.read.lines import LONGEST
from kg.read.page import Unreadable
from kg.read.records import Columns, as_text, iso_date

BRELCO = "Brelco bought Hexlar Foods for $5 million."
LARK = "Larkwell supplies Brelco with oak."


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


def told(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(p.document, p.severity, p.message) for p in problems]


def test_records_have_ids_by_their_place(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "news.jsonl", lines({"text": BRELCO}, {"text": LARK}))
    assert [(d.id, d.text, d.source) for d in documents] == [
        ("news#1", BRELCO, "news.jsonl"),
        ("news#2", LARK, "news.jsonl"),
    ]
    assert problems == []


def test_columns_are_found_by_their_usual_names(tmp_path: Path) -> None:
    record = {
        "Article_ID": 17,
        "Headline": "Hexlar\nsold",
        "published": "2026-03-05T10:00:00Z",
        "byline": "Dana Rime",
        "URL": "https://news.example/17",
        "Body": BRELCO,
    }
    ((document,), _) = read_bytes(tmp_path, "news.jsonl", lines(record))
    assert (document.id, document.title, document.date) == ("17", "Hexlar sold", "2026-03-05")
    assert (document.author, document.source, document.text) == ("Dana Rime", "https://news.example/17", BRELCO)


def test_columns_may_be_named(tmp_path: Path) -> None:
    data = lines({"text": "not this", "story": BRELCO, "nr": "a/1"})
    ((document,), _) = read_bytes(tmp_path, "n.jsonl", data, columns=(("text", "story"), ("id", "nr")))
    assert (document.id, document.text) == ("a/1", BRELCO)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ((), "has no column for the text: say which with --column text=NAME, of a, b"),
        ((("text", "c"),), 'has no column "c", only a, b'),
    ],
)
@pytest.mark.parametrize(("name", "data"), [("n.jsonl", b'{"a": "x", "b": "y"}'), ("n.csv", b"a,b\nx,y\n")])
def test_a_missing_column_is_told_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, columns: tuple[tuple[str, str], ...], message: str
) -> None:
    assert read_bytes(tmp_path, name, data, columns=columns) == ([], [Problem("n", "error", message)])


def test_of_many_columns_some_are_listed() -> None:
    with pytest.raises(Unreadable, match=r"and 88 more$"):
        Columns([f"c{n}" for n in range(100)], ())


def test_an_id_that_another_record_has_is_told(tmp_path: Path) -> None:
    data = lines({"id": "x", "text": BRELCO}, {"id": "x", "text": LARK}, {"id": "", "text": LARK})
    documents, problems = read_bytes(tmp_path, "n.jsonl", data)
    assert [d.id for d in documents] == ["x", "n#2", "n#3"]
    assert told(problems) == [("n#2", "warning", 'has the id "x" in its file, which another document has already')]


def test_an_id_of_a_record_is_not_that_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines({"id": "b", "text": BRELCO}))
    (tmp_path / "b.txt").write_text(LARK)
    documents = [item for item in read([tmp_path]) if isinstance(item, Document)]
    assert [(d.id, d.text) for d in documents] == [("a#1", BRELCO), ("b", LARK)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "is no valid JSON"),
        (b"[1, 2]", "is no JSON object"),
        (b'"text"', "is no JSON object"),
        (b'{"text": ' + b"9" * 5000 + b"}", "is no valid JSON"),
        (b'{"text": ' + b"[" * 100_000 + b"}", "is too deeply nested"),
        (b'{"body": "another column"}', "has no column for the text"),
    ],
)
def test_a_bad_line_is_a_problem_of_its_own(tmp_path: Path, line: bytes, message: str) -> None:
    data = b"\n".join([lines({"text": BRELCO}), line, b"", b"\xef\xbb\xbf", lines({"text": LARK})])
    documents, problems = read_bytes(tmp_path, "n.jsonl", data)
    if b"another column" in line:
        assert [d.id for d in documents] == ["n#1", "n#2", "n#3"]
        return
    assert [d.id for d in documents] == ["n#1", "n#3"]
    ((id_, severity, said),) = told(problems)
    assert (id_, severity) == ("n#2", "error")
    assert message in said


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "n.jsonl", lines({"text": BRELCO}) + b"\n{" * 3000)
    assert len(documents) == 1
    assert len(problems) == 1001
    assert told(problems)[-1] == ("n", "error", "has 2,000 more such problems, which are not listed")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("a\0b\x1bc", "a b c"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("\u202eabc\u200b", "\u202eabc\u200b"),
        (["a", "b"], "a\nb"),
        (17, "17"),
        (None, ""),
        (True, ""),
        ({"a": 1}, ""),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T23:00:00+01:00", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026-03", "2026-03"),
        (2026, "2026"),
        ("20260305", "2026-03-05"),
        ("Thu, 05 Mar 2026 10:00:00 GMT", "2026-03-05"),
        ("March 5, 2026", "2026-03-05"),
        ("5 Mar 2026", "2026-03-05"),
        (datetime(2026, 3, 5, 1), "2026-03-05"),
        (date(2026, 3, 5), "2026-03-05"),
        ("03/05/2026", ""),
        ("2026-13-05", ""),
        ("2026-02-30", ""),
        ("yesterday", ""),
        ("", ""),
        (None, ""),
        (1772668800, ""),
        ("9" * 400, ""),
    ],
)
def test_dates_of_records(value: object, day: str) -> None:
    assert iso_date(value) == day


def test_duplicate_keys_nuls_and_marks_in_json(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"text": "first", "text": "Brelco\\u0000 grew.\\ud800"}\r\n'
    ((document,), problems) = read_bytes(tmp_path, "n.jsonl", data)
    assert (document.text, problems) == ("Brelco  grew.\ufffd", [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["n.jsonl", "n.csv"])
def test_encodings_with_a_mark(tmp_path: Path, name: str, encoding: str) -> None:
    text = json.dumps({"text": "Nestlé grew."}, ensure_ascii=False) if name == "n.jsonl" else "text\nNestlé grew.\n"
    ((document,), _) = read_bytes(tmp_path, name, text.encode(encoding))
    assert document.text == "Nestlé grew."


def test_windows_1252_and_stray_bytes(tmp_path: Path) -> None:
    ((document,), _) = read_bytes(tmp_path, "n.csv", "text\nNestlé paid £5m.\n".encode("windows-1252"))
    assert document.text == "Nestlé paid £5m."
    late = lines({"text": BRELCO}) + b"\n" + b" " * 1024**2 + b'\n{"text": "Brelco \xff grew."}'
    documents, _ = read_bytes(tmp_path, "m.jsonl", late)
    assert documents[-1].text == "Brelco \ufffd grew."


def test_binary_records(tmp_path: Path) -> None:
    documents, problems = read_bytes(tmp_path, "n.csv", bytes(range(1, 9)) * 999)
    assert (documents, told(problems)) == ([], [("n", "error", "is binary, not text")])


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_what_separates_the_columns_is_found_out(tmp_path: Path, separator: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([["id", "text"], ["x", 'He said "no",\nthen; yes|\tthat']])
    ((document,), _) = read_bytes(tmp_path, "n.csv", out.getvalue().encode())
    assert (document.id, document.text) == ("x", 'He said "no",\nthen; yes|\tthat')


def test_what_excel_writes(tmp_path: Path) -> None:
    data = "sep=;\r\nid;text\r\nx;Brelco grew 1,5 percent.\r\n\r\n;;\r\n"
    ((document,), problems) = read_bytes(tmp_path, "n.csv", data.encode("utf-16"))
    assert (document.id, document.text, problems) == ("x", "Brelco grew 1,5 percent.", [])


def test_odd_rows(tmp_path: Path) -> None:
    data = f"id,text,text\na\nb,{BRELCO},second,third\n\nc,\0\n".encode()
    documents, problems = read_bytes(tmp_path, "n.csv", data)
    assert [(d.id, d.text) for d in documents] == [("b", BRELCO)]
    assert told(problems) == [("a", "warning", "holds no text"), ("c", "warning", "holds no text")]


def test_a_quote_that_never_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.tables.LONGEST", 100_000)
    data = b'text\n"' + b"Brelco grew.\n" * 20_000
    documents, problems = read_bytes(tmp_path, "n.csv", data)
    assert documents == []
    assert "so the rest of the file was not read" in problems[0].message


def test_tsv(tmp_path: Path) -> None:
    ((document,), _) = read_bytes(tmp_path, "n.tsv", b"id\ttext\nx\tBrelco, Larkwell and Hexlar; all grew.\n")
    assert document.text == "Brelco, Larkwell and Hexlar; all grew."


def test_an_endless_line_is_passed_over(tmp_path: Path) -> None:
    data = b'{"text": "' + b"x" * (LONGEST + 5) + b'"}\n' + lines({"text": BRELCO})
    documents, problems = read_bytes(tmp_path, "n.jsonl", data)
    assert [d.id for d in documents] == ["n#2"]
    assert [p.document for p in problems] == ["n#1"]


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    ((document,), (problem,)) = read_bytes(tmp_path, "n.jsonl", lines({"text": "x" * 50}), max_characters=20)
    assert document.text == "x" * 20
    assert problem.message == "is too long: its first 20 characters were read, the rest left out"


def test_one_token_of_a_hundred_thousand_characters(tmp_path: Path) -> None:
    ((document,), _) = read_bytes(tmp_path, "n.jsonl", lines({"text": "x" * 100_000}))
    assert len(document.text) == 100_000


def test_parquet(tmp_path: Path) -> None:
    day = datetime(2026, 3, 5)
    table = pyarrow.table({"id": ["x", "y"], "body": [BRELCO, None], "published": [day, day], "other": [1, 2]})
    parquet.write_table(table, tmp_path / "n.parquet")
    items = list(read([tmp_path / "n.parquet"]))
    assert [i.id for i in items if isinstance(i, Document)] == ["x"]
    assert items[0].date == "2026-03-05"  # type: ignore[union-attr]
    assert told([i for i in items if isinstance(i, Problem)]) == [("y", "warning", "holds no text")]


def test_damaged_parquet(tmp_path: Path) -> None:
    parquet.write_table(pyarrow.table({"text": [BRELCO] * 999}), tmp_path / "n.parquet")
    data = (tmp_path / "n.parquet").read_bytes()
    for cut in (data[:40], data[:-4], b"PAR1" + b"\0" * 50 + b"PAR1"):
        documents, problems = read_bytes(tmp_path, "m.parquet", cut)
        assert (documents, told(problems)) == ([], [("m", "error", "is damaged Parquet")])


def test_records_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_bytes(b"".join(lines({"text": f"{BRELCO} {n}"}) + b"\n" for n in range(50_000)))
    reading = read([path], Reading())
    assert next(reading).id == "n#1"  # type: ignore[union-attr]
    reading.close()  # type: ignore[attr-defined]
