"""Which numbers belong together: the ends of a range, and lists that name their unit once.

"$2 to $3 million", "10-15%", "between 200 and 300 engineers"    one range
"from $2m to $3m", "rose $2m to $3m", "$2m and $3m"              two amounts
"$1.1, $1.4 and $1.9 million", "5, 10 and 15 percent"            the unit and scale of the last are those of all
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.nlp.amount_words import plain, words
from kg.nlp.counts import counts, noun_at
from kg.nlp.measures import MONEY, PERCENT, POINTS, Piece

_TO = re.compile(r"\s?(?:to|[-–—])\s?(?:up\sto\s)?\Z|\sto\s(?:between\s)?\Z")
_DASH = re.compile(r"\s?[-–—]\s?\Z")
_AND = re.compile(r"\s(?:and|or)\s\Z")
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_RANGING = re.compile(r"\brang(?:e|es|ed|ing)\s(?:\w+\s)?from\s\Z", re.IGNORECASE)


def shared(text: str, found: list[Piece]) -> list[Piece]:
    """Units and scales that only the last of a list has, given to those before: "$1.1, $1.4 and $1.9 million"."""
    closes = False  # whether what follows is a list that ends with "and"
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        gap = text[one.end : other.start]
        closes = bool(_AND.match(gap) or (closes and _LISTED.match(gap)))
        moved = _TO.match(gap) and _is_move(text, one)
        if (closes or moved) and one.numeral is not None and not (one.value.unit and not one.signed):
            found[i] = _given(one, other)
    return found


def _given(one: Piece, other: Piece) -> Piece:
    """A number with the unit or scale of the next one of its list, where it has none of its own."""
    numeral, theirs = one.numeral, other.numeral
    if numeral is None or theirs is None or numeral.number is None or theirs.number is None:
        return one
    value = one.value
    if not value.unit and not other.signed and other.value.unit in {PERCENT, POINTS, MONEY} and not _is_year(one):
        value = replace(value, unit=other.value.unit, currency=other.value.currency)
    alike = value.unit == other.value.unit and value.unit != "" and value.currency == other.value.currency
    near = numeral.places == theirs.places and abs(numeral.number) < 10 * theirs.mantissa
    if alike and value.unit == MONEY and not numeral.exponent and theirs.exponent and near and value.number is not None:
        value = replace(value, number=plain(value.number.scaleb(theirs.exponent)))
        numeral = replace(numeral, number=plain(numeral.number.scaleb(theirs.exponent)), exponent=theirs.exponent)
    return replace(one, value=value, numeral=numeral)


def _is_year(piece: Piece) -> bool:
    number = piece.value.number
    return number is not None and number % 1 == 0 and 1900 <= number < 2100 and piece.end - piece.start == 4


def ranges(text: str, found: list[Piece]) -> list[Piece]:
    """Pairs that are the ends of a range as one piece."""
    kept: list[Piece] = []
    for piece in found:
        joined = _range(text, kept[-1], piece) if kept else None
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(piece)
    return kept


def _range(text: str, low: Piece, high: Piece) -> Piece | None:
    """Two numbers as one range, or None where they are two amounts."""
    gap = text[low.end : high.start]
    between = _BETWEEN.search(text, max(low.start - 9, 0), low.start)
    if not ((between and _AND.match(gap)) or (_TO.match(gap) and not _is_move(text, low))):
        return None
    a, b = low.numeral, high.numeral
    if a is None or b is None or low.value.high is not None or low.value.number is None or high.value.number is None:
        return None
    unit, other = low.value, high.value
    if unit.unit and other.unit and (unit.unit, unit.currency) != (other.unit, other.currency):
        return None
    if (high.signed and not low.signed) or (unit.unit == PERCENT and not other.unit):
        return None
    if not unit.unit and not other.unit and not _counts_range(text, low, high, bool(between)):
        return None
    ends = _ends(low, high)
    if ends is None:
        return None
    value = replace(
        other, number=ends[0], high=ends[1], unit=unit.unit or other.unit, currency=unit.currency or other.currency
    )
    start = between.start() if between else low.start
    return replace(high, start=start, value=value, signed=low.signed, joined=low.joined)


def _ends(low: Piece, high: Piece) -> tuple[Decimal, Decimal] | None:
    """The lower and the upper number of a range, the first scaled as the second where it has no scale of its own."""
    a, b, first, last = low.numeral, high.numeral, low.value.number, high.value.number
    if a is None or b is None or first is None or last is None or not b.number:
        return None
    if not low.value.unit:  # basis points and cents are hundredths
        first *= abs(last / b.number)
    if not a.exponent and b.exponent and a.mantissa < b.mantissa:
        first = first.scaleb(b.exponent)
    if first < 0 < last:  # "minus 3-5%"
        first, last = -last, first
    return (plain(first), last) if first <= last else None


def _counts_range(text: str, low: Piece, high: Piece, between: bool) -> bool:
    """Whether two bare numbers count one noun: "200-300 engineers"; a score or a season does not."""
    if low.numeral is None or high.numeral is None or _is_year(low) or text[high.start] == "0":
        return False
    return noun_at(text, high.end) is not None and (between or counts(text, low.numeral, "things", high.end))


def _is_move(text: str, low: Piece) -> bool:
    """Whether "to" after a number leads to another amount: "from 5% to 10%", "rose $2m to $3m"."""
    before = text[max(low.start - 40, 0) : low.start]
    if _RANGING.search(before):
        return False
    if _FROM.search(before):
        return not _DASH.match(text[low.end : low.end + 3]) and text[low.end : low.end + 1] not in "-–"
    spoken = [
        w for w in before.lower().split() if w not in {"by", "about", "approximately", "nearly", "almost", "over"}
    ]
    return (
        low.value.unit == MONEY and bool(spoken) and spoken[-1] in words().moved and not before.lower().endswith("to ")
    )
