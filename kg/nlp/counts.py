"""Which bare numbers count something, and what: "12,000 people", "3m users", but not "Form 10-K" or "in 2019"."""

from __future__ import annotations

import re

from kg.nlp.amount_words import words
from kg.nlp.numerals import Numeral

WORDS_AHEAD = 4  # from a number to its noun
_NEXT = re.compile(r"\s([A-Za-z][\w.'’-]*)")
_TOUCHING = re.compile(r"[\s-]?([A-Za-z]+)\b")
_PREVIOUS = re.compile(r"([\w&#.'’/:-]+)[\s(]\Z")
_VALUE_WORDS = frozenset({"to", "from", "by", "of", "than", "for"})  # "orders rose to 500"
_AGE = re.compile(r"\b(?:age|ages|aged)\s(?:of\s)?\Z", re.IGNORECASE)
_SUMS = ("millions", "billions", "trillions")
_SCALE_NOTE = re.compile(
    r"(?:\(|\b(?:expressed|stated|presented|reported|shown|are|is|figures|dollars|euros|shares|amounts)\s)in\s\Z",
    re.IGNORECASE,
)
# "Sections 4 and 5", "Scope 1 and 2"
_LISTED = re.compile(r"([\w.]+)\s[\d.]+(?:,|,?\s(?:and|or|to))\s\Z")
_YEARS = range(1500, 2100)


def noun_at(text: str, end: int) -> tuple[str, int] | None:
    """The noun that a number ending at `end` counts, and where it ends."""
    w = words()
    touching = _TOUCHING.match(text, end)
    if touching and touching[1] in w.nouns:
        return touching[1], touching.end()
    at = end
    for ahead in range(WORDS_AHEAD):
        match = _NEXT.match(text, at)
        if match is None:
            return None
        word = match[1].rstrip(".")
        lower, at = word.lower(), match.end()
        if lower in w.stops or (ahead == 0 and _is_duration(lower)):
            return None
        named = word[0].isupper() and lower not in w.sure_nouns  # "21 Orlune stores"
        if word in w.nouns or (not named and (lower in w.nouns or _is_plural(lower))):
            return word, match.start(1) + len(word)
    return None


def counts(text: str, numeral: Numeral, noun: str, end: int) -> bool:
    """Whether a number without a unit is a count; `noun` is what may follow, `end` where the number ends."""
    if numeral.how == "vague":
        sum_ = text[numeral.start : numeral.end].lower().endswith(_SUMS)  # "it cost millions"
        return not is_scale_note(text, numeral.start) and (bool(noun) or (sum_ and not text.startswith(" of", end)))
    if numeral.how == "words":
        alone = re.match(r"an?\b", text[numeral.start : numeral.start + 3], re.IGNORECASE)
        return numeral.exponent > 0 and bool(noun or not alone)
    if numeral.letter:
        upper = text[numeral.end - 1].isupper()
        return bool(noun) and (not upper or noun.lower() in words().sure_nouns) and text[numeral.end - 1] != "K"
    return bool(numeral.exponent) or _plain_counts(text, numeral, noun, end)


def is_scale_note(text: str, start: int) -> bool:
    """Whether "thousands" says in what a table is counted: "(in thousands)", "expressed in millions of dollars"."""
    return bool(_SCALE_NOTE.search(text, max(start - 24, 0), start))


def _plain_counts(text: str, numeral: Numeral, noun: str, end: int) -> bool:
    w, digits = words(), text[numeral.start : numeral.end]
    grouped = "," in digits
    following = _NEXT.match(text, end)
    after = following[1].rstrip(".") if following else ""
    if (digits[0] == "0" and digits != "0" and not numeral.places) or _is_duration(after.lower()):
        return False
    if after in w.months or (after.isupper() and len(after) > 1 and after not in w.nouns):
        return False
    previous = _previous(text, numeral.start)
    if after[:1].isupper() and not text[max(numeral.start - 2, 0) : numeral.start].strip(' (“"'):
        return False  # the number of a heading
    if (listed := _LISTED.search(text, max(numeral.start - 30, 0), numeral.start)) and _refers(listed[1]):
        return False
    if (
        _refers(previous)
        or _AGE.search(text, max(numeral.start - 8, 0), numeral.start)
        or previous.rstrip(".") in w.months
    ):
        return False
    if _names(previous) and not grouped and not (noun[:1].isupper() and noun.lower() in w.sure_nouns):
        return False
    if len(digits) == 4 and digits.isdecimal() and int(digits) in _YEARS:
        return noun.lower() in w.sure_nouns and after == noun
    return bool(noun) or grouped or (previous.lower() in _VALUE_WORDS and not after[:1].isupper() and len(digits) > 1)


def _refers(word: str) -> bool:
    """Whether a number behind this word points into a text or names one of a row."""
    return word.lower() in words().references or word.lower().removesuffix("s") in words().references


def _previous(text: str, start: int) -> str:
    match = _PREVIOUS.search(text, max(start - 30, 0), start)
    return match[1].rstrip(":") if match else ""


def _names(word: str) -> bool:
    """Whether the word before a number is a name that the number belongs to ("Windows 11", "iPhone 15")."""
    possessive = word.endswith(("'s", "’s"))  # "Kestria's 40 lawyers"
    return any(c.isupper() for c in word) and word not in words().openers and not possessive


def _is_duration(word: str) -> bool:
    return word.split("-")[0] in words().durations or word in words().durations


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
