"""Which characters bytes mean."""

import codecs

import pytest

from kg.read.encoding import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Acme", "Acme"),
        ("Nestlé’s €5m".encode(), "Nestlé’s €5m"),
        (codecs.BOM_UTF8 + "Nestlé".encode(), "Nestlé"),
        ("Nestlé".encode("utf-16"), "Nestlé"),
        (codecs.BOM_UTF16_BE + "Nestlé".encode("utf-16-be"), "Nestlé"),
        ("Nestlé".encode("utf-32"), "Nestlé"),
        (b"", ""),
    ],
)
def test_what_the_file_states(data: bytes, text: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.guessed, decoded.refused) == (text, "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Nestlé said “we’re” – paid €5m.",
        "Café",
        "ACME’s profit rose.",
        "résumé naïve façade",
        "£5m",
        "He said “yes”.\n" * 999,
    ],
)
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    decoded = decode(text.encode("windows-1252"))
    assert (decoded.text, decoded.guessed) == (text, "windows-1252")


def test_other_alphabets_are_recognised() -> None:
    text = "Газпром подписал контракт с компанией Сименс на поставку турбин."
    decoded = decode(text.encode("windows-1251"))
    assert (decoded.text, decoded.guessed) == (text, "windows-1251")


def test_a_declared_encoding_is_no_guess() -> None:
    decoded = decode("Łódź".encode("iso8859-2"), "iso-8859-2")
    assert (decoded.text, decoded.guessed) == ("Łódź", "")


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8"])
def test_a_wrong_declaration_is_passed_over(declared: str) -> None:
    assert decode("Café".encode("windows-1252"), declared).text == "Café"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"text\0text", bytes(range(1, 9)) * 99])
def test_binary(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.refused) == ("", "is binary, not text")


def test_damaged_utf16() -> None:
    assert "damaged" in decode(codecs.BOM_UTF16_LE + b"a\0b").refused
