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
from functools import lru_cache

from kg.model import Value
from kg.nlp.amount_words import either, plain, words
from kg.nlp.counts import counts, is_scale_note, noun_at
from kg.nlp.measures import COUNT, MONEY, Piece, pieces
from kg.nlp.parts import parts
from kg.nlp.ranges import ranges, shared
from kg.nlp.surroundings import bound_after, bound_before, over, rate

_DASHES = str.maketrans("\u2010\u2011", "--")

UNITS_OF_TIME = frozenset({"hour", "day", "week", "month", "quarter", "year"})
"""The values of `Value.per` that say how often; others are goods ("share", "barrel")."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and its characters in the text it was read from."""

    start: int
    end: int
    value: Value


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text, left to right, none overlapping."""
    return [replace(q, value=replace(q.value, text=text[q.start : q.end])) for q in _read(text.translate(_DASHES))]


def _read(text: str) -> list[Quantity]:
    found = ranges(text, shared(text, _free(list(pieces(text)))))
    singles = [q for piece in found if (q := _single(text, piece)) is not None]
    measured = [q for q in singles if q.value.unit != COUNT]
    worded = [_finished(text, p, p.end) for p in parts(text) if not _overlaps(p, measured)]
    singles = [q for q in singles if not any(q.start < w.end and w.start < q.end for w in worded)]
    return sorted([*singles, *worded], key=lambda q: q.start)


def _free(found: list[Piece]) -> list[Piece]:
    """Without the digits of codes: three or more joined by dashes, or bare neighbours ("415 555 0142")."""
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


def _single(text: str, piece: Piece) -> Quantity | None:
    """A piece as a quantity, or None where a bare number counts nothing."""
    numeral = piece.numeral
    if piece.value.unit or numeral is None:
        return _finished(text, piece, piece.end)
    end = piece.end
    if numeral.how == "vague" and (of := re.compile(r"\sof(?=\s)").match(text, end)):
        end = of.end()
        if is_scale_note(text, piece.start):
            return None
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
    start, before = bound_before(text, piece.start)
    end, after = bound_after(text, piece.end)
    per, at = rate(text, max(behind, end))
    value = replace(piece.value, bound=before or after or piece.value.bound, per=per, over=over(text, at))
    number, high = value.number, value.high
    value = replace(value, number=None if number is None else plain(number), high=None if high is None else plain(high))
    return Quantity(start, end, value)
