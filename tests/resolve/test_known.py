"""What had been published at a day."""

from datetime import date

import pytest

from kg.model import Document, Extraction
from kg.resolve import as_of, known, last_day

DAYS = [
    ("2026-03-05", date(2026, 3, 5)),
    ("2026-03-05T23:10:00+02:00", date(2026, 3, 5)),
    (" 2026-03 ", date(2026, 3, 31)),
    ("2024-02", date(2024, 2, 29)),
    ("2026", date(2026, 12, 31)),
    ("9999", date(9999, 12, 31)),
    ("2026-13", None),
    ("2026-00", None),
    ("2026-02-30", None),
    ("0000", None),
    ("05/03/2026", None),
    ("last May", None),
    ("٢٠٢٦", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_last_day(text, day):
    assert last_day(text) == day


def test_documents_known_at_a_day():
    documents = [Document(d or "undated", "x", date=d) for d in ("2026-03-05", "2026-03-06", "2026-03", "2026", "")]
    found, undated = known(documents, date(2026, 3, 5))
    assert [d.id for d in found] == ["2026-03-05"]
    assert [d.id for d in undated] == ["undated"]
    assert [d.id for d in known(documents, last_day("2026-03"))[0]] == ["2026-03-05", "2026-03-06", "2026-03"]
    assert len(known(documents, last_day("2026"))[0]) == 4


def test_extractions_known_at_a_day():
    extractions = [Extraction(Document("a", "x", date="2026-01-02")), Extraction(Document("b", "x", date="soon"))]
    assert as_of(extractions, date(2026, 1, 1)) == ([], extractions[1:])
    assert as_of(extractions, date(2026, 1, 2)) == (extractions[:1], extractions[1:])
