"""Which characters the bytes of a file mean."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.1  # of the bytes of a text
_SAMPLE = 65_536  # bytes that are looked at for control characters

# what Western business text holds beyond ASCII; statistical guesses take its quotes for letters
_WESTERN = frozenset("‘’“”‚„–—…•·«»€£¥¢§©®™°²½¼¾\xa0ŠšŽžŒœŸƒßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ")
_MOST_BEYOND_ASCII = 0.25  # of the characters of a text in a Western language

# never the right answer here: two bytes a character without a mark, EBCDIC, and what was ruled out before
_NEVER = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
_NEVER += ["cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "cp1252"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or "" and why there is none; `guessed` names an encoding nobody stated."""

    text: str
    guessed: str = ""
    refused: str = ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """Read by byte order mark, as UTF-8, as the file declares, or else as it looks, in that order."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            return Decoded("", refused=f"is damaged {encoding.upper()}") if text is None else Decoded(text)
    if _is_binary(data):
        return Decoded("", refused="is binary, not text")
    for encoding in filter(None, ("utf-8", declared)):
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text)
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\0" in data or len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample)


def _guess(data: bytes) -> Decoded:
    western = _strictly(data, "windows-1252")
    if western is not None and _looks_western(western):
        return Decoded(western, "windows-1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_exclusion=_NEVER).best()
    if best is None:
        return Decoded("", refused="is in no encoding that could be recognised")
    return Decoded(str(best), best.encoding.replace("_", "-").replace("cp125", "windows-125"))


def _looks_western(text: str) -> bool:
    beyond = [character for character in text if not character.isascii()]
    return len(beyond) <= max(2, _MOST_BEYOND_ASCII * len(text)) and _WESTERN.issuperset(beyond)
