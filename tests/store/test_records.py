"""A record gives back what was put into it."""

import json
import zlib

import pytest
from handmade_records import EXTRACTIONS, extraction
from hypothesis import given

from kg.model import Extraction
from kg.store.records import document_from_bytes, from_bytes, to_bytes


def packed(found: object) -> bytes:
    return zlib.compress(json.dumps(found).encode())


def unpacked(record: bytes) -> dict:
    return json.loads(zlib.decompress(record))


@given(EXTRACTIONS)
def test_any_extraction_comes_back(found: Extraction) -> None:
    again = from_bytes(to_bytes(found))
    # to the letter: 1E+6 and 1000000 are equal numbers, but not the same words in a file
    assert (again, repr(again)) == (found, repr(found))
    assert document_from_bytes(to_bytes(found)) == found.document


def test_the_same_extraction_gives_the_same_bytes() -> None:
    assert to_bytes(extraction("a", 3)) == to_bytes(extraction("a", 3)) != to_bytes(extraction("a", 4))


def test_halves_of_surrogate_pairs_come_back() -> None:
    found = extraction("a \ud800")
    assert from_bytes(to_bytes(found)) == found


def test_halves_written_as_bytes_of_their_own_come_back() -> None:
    found = extraction("a \ud800")
    line = json.dumps(unpacked(to_bytes(found)), ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert from_bytes(zlib.compress(line)) == found


def test_a_field_of_a_later_version_is_passed_over() -> None:
    record = unpacked(to_bytes(extraction("a")))
    record["document"]["tone"] = "dry"
    assert from_bytes(packed(record)) == extraction("a")


def test_a_record_from_before_a_field_was_there_reads_with_its_default() -> None:
    record = unpacked(to_bytes(extraction("a")))
    del record["aliases"]
    del record["mentions"][1]["how"]
    found = from_bytes(packed(record))
    assert found.aliases == ()
    assert found.mentions[1].how == "name"


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"no record",
        zlib.compress(b"{"),
        packed([]),
        packed(None),
        packed({}),
        packed({"document": {"id": "a"}}),
        packed({"document": {"id": "a", "text": "b"}, "claims": [{"subject": 3}]}),
        to_bytes(extraction("a"))[:-9],
    ],
)
def test_a_damaged_record_is_a_value_error(record: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of any wording
        from_bytes(record)
