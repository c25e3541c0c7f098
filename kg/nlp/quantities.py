"""Amounts, shares, changes, multiples and counts of business text as values.

    quantity = [bound] (range | single) [bound] [noun] [per] [over]
    range    = single ("to" | "-") single | "between" single "and" single
    single   = a number with its unit (measures) | a part or multiple in words (parts) | a count (counts)

Numbers are whole units after scaling: "$20 million" is 20000000 USD, "Rs 1,200 crore" 12000000000 INR. "From $2m
to $3m" is two amounts, and so is "rose $2m to $3m"; "range from $2m to $3m" is one. The words are data (amounts.toml,
currencies.toml, ISO 4217).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from kg.model import Value
from kg.nlp.amount_words import either, plain, words
from kg.nlp.counts import counts, noun_at
from kg.nlp.durations import duration_at
from kg.nlp.measures import COUNT, MONEY, PERCENT, POINTS, TIMES, Piece, pieces
from kg.nlp.parts import parts

_TO = re.compile(r"\s?(?:to|[-–—])\s?(?:up\sto\s)?\Z|\sto\s(?:between\s)?\Z")
_DASH = re.compile(r"\s?[-–—]\s?\Z")
_AND = re.compile(r"\s(?:and|or)\s\Z")
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_RANGING = re.compile(r"\brang(?:e|es|ed|ing)\s(?:\w+\s)?from\s\Z", re.IGNORECASE)
_FOLLOWS = re.compile(r"[\w%]")
_BOUND_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and its characters in the text it was read from."""

    start: int
    end: int
    value: Value


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text, left to right, none overlapping."""
    found = _ranges(text, _shared(text, _free(list(pieces(text)))))
    singles = [q for piece in found if (q := _single(text, piece)) is not None]
    measured = [q for q in singles if q.value.unit != COUNT]
    worded = [_finished(text, p, p.end) for p in parts(text) if not _overlaps(p, measured)]
    singles = [q for q in singles if not any(q.start < w.end and w.start < q.end for w in worded)]
    return sorted([*singles, *worded], key=lambda q: q.start)


def _free(found: list[Piece]) -> list[Piece]:
    """Without numbers that are digits of one code: three or more joined by dashes, or bare neighbours ("415 555 0142")."""
    kept: list[list[Piece]] = []
    for piece in found:
        chained = kept and (piece.joined or _is_neighbour(kept[-1][-1], piece)) and piece.start - kept[-1][-1].end <= 1
        if chained:
            kept[-1].append(piece)
        else:
            kept.append([piece])
    return [p for chain in kept if not _is_code(chain) for p in chain]


def _is_neighbour(one: Piece, other: Piece) -> bool:
    bare = not one.value.unit and not other.value.unit and not one.signed and not other.signed
    digits = all(p.numeral is not None and p.numeral.how == "digits" and not p.numeral.exponent for p in (one, other))
    return bare and digits and other.start - one.end == 1


def _is_code(chain: list[Piece]) -> bool:
    dashed = sum(piece.joined for piece in chain[1:])
    return dashed > 1 or len(chain) - 1 > dashed


def _overlaps(piece: Piece, found: list[Quantity]) -> bool:
    return any(q.start < piece.end and piece.start < q.end for q in found)


def _shared(text: str, found: list[Piece]) -> list[Piece]:
    """Units and scales that only the last of a list has, given to those before: "$1.1, $1.4 and $1.9 million"."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        gap = text[one.end : other.start]
        listed = _AND.match(gap) or (_LISTED.match(gap) and i + 2 < len(found) and _is_list(text, found, i + 1))
        moved = _TO.match(gap) and _is_move(text, one)
        if (listed or moved) and one.numeral is not None and not (one.value.unit and not one.signed):
            found[i] = _given(one, other)
    return found


def _is_list(text: str, found: list[Piece], i: int) -> bool:
    """Whether the numbers from the i-th are a list that closes with "and"."""
    gap = text[found[i].end : found[i + 1].start] if i + 1 < len(found) else ""
    return bool(_AND.match(gap) or (_LISTED.match(gap) and _is_list(text, found, i + 1)))


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


def _ranges(text: str, found: list[Piece]) -> list[Piece]:
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
    spoken = [w for w in before.lower().split() if w not in {"by", "about", "approximately", "nearly", "almost", "over"}]
    return low.value.unit == MONEY and bool(spoken) and spoken[-1] in words().moved and not before.lower().endswith("to ")


def _single(text: str, piece: Piece) -> Quantity | None:
    """A piece as a quantity, or None where a bare number counts nothing."""
    numeral = piece.numeral
    if piece.value.unit or numeral is None:
        return _finished(text, piece, piece.end)
    end = piece.end
    if numeral.how == "vague" and (of := re.compile(r"\sof(?=\s)").match(text, end)):
        end = of.end()
        if money := _vague_money(text, end):
            value = replace(piece.value, unit=MONEY, currency=money[1])
            return _finished(text, replace(piece, value=value, end=money[0]), money[0])
    plus = 1 if text[end : end + 1] == "+" else 0
    noun, behind = noun_at(text, end + plus) or ("", piece.end)
    if piece.joined or not (piece.value.high is not None or counts(text, numeral, noun, end + plus)):
        return None
    return _finished(text, replace(piece, value=replace(piece.value, unit=COUNT, noun=noun)), behind)


@lru_cache(maxsize=1)
def _currency() -> re.Pattern[str]:
    w = words()
    return re.compile(rf"\s(?:(?P<word>(?i:{either(w.word)}))|(?P<code>{either(w.codes)}))\b")


def _vague_money(text: str, at: int) -> tuple[int, str] | None:
    """The currency behind "tens of millions of"."""
    match = _currency().match(text, at)
    return (match.end(), match["code"] or words().word[" ".join(match["word"].lower().split())]) if match else None


def _finished(text: str, piece: Piece, behind: int) -> Quantity:
    """A piece with its bound; `behind` is where its noun ends, after which a rate or a length of time may stand."""
    start, before = _bound_before(text, piece.start)
    end, after = _bound_after(text, piece.end)
    per, at = _rate(text, max(behind, end))
    value = replace(piece.value, bound=before or after or piece.value.bound, per=per, over=_over(text, at))
    number, high = value.number, value.high
    value = replace(value, number=None if number is None else plain(number), high=None if high is None else plain(high))
    return Quantity(start, end, replace(value, text=text[start:end]))


def _bound_before(text: str, start: int) -> tuple[int, str]:
    """The start of the words that bound a number from the front, and what they mean."""
    head = text[max(start - 34, 0) : start]
    if head.endswith((" a ", " an ")) and text[start : start + 2] not in {"a ", "an"}:
        head = head[: -2 if head.endswith(" a ") else -3]
    spoken = list(re.finditer(r"\S+", head))
    table = words().before
    for many in range(min(_BOUND_WORDS, len(spoken)), 0, -1):
        phrase = " ".join(m.group().lower() for m in spoken[-many:])
        found = table.get(phrase) or table.get(phrase.lstrip("(“\""))
        if found:
            return start - len(text[max(start - 34, 0) : start]) + spoken[-many].start() + len(phrase) - len(phrase.lstrip("(“\"")), found
    last = spoken[-1].group() if spoken and not head.endswith(" ") else ""
    for sign in ("~", "≈", ">", "<", "≥", "≤", "c.", "sub-"):
        if last.endswith(sign) and not last[: -len(sign)][-1:].isalnum():
            return start - len(sign), table[sign]
    return start, ""


def _bound_after(text: str, end: int) -> tuple[int, str]:
    for phrase, meaning in words().after.items():
        if text.startswith(phrase, end) and not _FOLLOWS.match(text, end + len(phrase)):
            return end + len(phrase), meaning
    return end, ""


@lru_cache(maxsize=1)
def _per() -> re.Pattern[str]:
    w = words()
    never = rf"(?![\w-])(?!\s(?:{either(w.no_rate)})\b)"
    every = either(u for u, unit in w.time.items() if u == unit or u in {"annum", "yr"})
    often = either(u for u, unit in w.time.items() if u != unit and u not in {"annum", "yr"})
    goods, others = either(w.goods), either(w.others)
    return re.compile(
        rf"""(?:[\s-](?:an?|per|each|every)[\s-]|\s?/\s?)(?P<unit>{every}){never}
           | (?:\san?\s|[\s-]per[\s-]|\s?/\s?)(?P<goods>{goods}){never}
           | (?:\sper\s|\s?/\s?)(?P<others>{others}){never}
           | [\s-](?P<often>{often}){never}
           | \s(?P<annum>p\.?a\.?)(?!\w)""",
        re.VERBOSE,
    )


def _rate(text: str, end: int) -> tuple[str, int]:
    """The unit that an amount is counted by ("month", "share"), or "", and where it ends."""
    match = _per().match(text, end)
    if match is None:
        return "", end
    unit = match["unit"] or match["often"]
    found = words().time[unit.lower()] if unit else "year" if match["annum"] else match["goods"] or match["others"]
    return " ".join(found.split()), match.end()


_SPREAD = re.compile(r",?\s(?:spread\s)?over\s(?:(?:the|its|their|about|roughly)\s)?(?:(?:next|coming|following|past|last)\s)?(?:an?\s(?=\d|\w+-))?")


def _over(text: str, end: int) -> str:
    """The length of time that an amount is spread over, as an ISO 8601 duration or ""."""
    match = _SPREAD.match(text, end)
    found = duration_at(text, match.end()) if match else None
    return found[1] if found else ""


__all__ = ["COUNT", "MONEY", "PERCENT", "POINTS", "TIMES", "Quantity", "quantities"]

