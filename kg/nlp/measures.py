"""What a number is of: the sign or code before it and the unit behind it.

    piece = [minus] ["("] [sign | code] number [unit] [")"]
    unit  = percent | points | hundredth | currency | code | times

A bracket around a number is a minus where accounts write it so: "$(3.2) million", "(4)%", "a loss of ($3m)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from kg.model import Value
from kg.nlp.amount_words import either, plain, words
from kg.nlp.numerals import Numeral, numerals

LEFT = 26  # characters before a number that may hold its sign
LARGE = 1000  # from here "500 won" cannot be a victory
MONEY, PERCENT, POINTS, TIMES, COUNT = "money", "percent", "points", "times", "count"
_OF = re.compile(r"\sof\s(?:new\s|annual\s|additional\s)?(\w+)")
_INTO_WORD = re.compile(r"[\w^]|[.,:/]\d")  # a word, a version, a time
_INTO_COMPOUND = re.compile(r"[-'’][A-Za-z]")
# a bracket is the object of these, so that it is no remark beside something else
_TAKES_BRACKET = re.compile(
    r"(?:\A|\b(?:was|were|is|are|of|to|from|by|at|and|or|than|versus|loss|losses|deficit)\s|:\s?)\Z", re.IGNORECASE
)
_MULTIPLIED = re.compile(
    r"\s(?:as|more|higher|larger|bigger|greater|faster|better|lower|smaller|longer|the|its|their|his|our|what|that|over"
    r"|oversubscribed|book|sales|revenue|revenues|earnings|profit|profits|ebitda|ebit|net|annual|forward|trailing|core|adjusted|free|cash|expected)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A number with its unit, at characters `start` to `end`; `value.unit` is "" where nothing says what it is of.

    `signed` tells that the unit stands before the number, `joined` that the number hangs on the one before by a dash.
    """

    start: int
    end: int
    value: Value
    numeral: Numeral | None = None
    signed: bool = False
    joined: bool = False


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    w = words()
    lettered = [sign for sign in (*w.sign, *w.codes) if sign[0].isalpha()]
    symbols = set(w.sign) - set(lettered)
    return re.compile(
        rf"""(?:(?P<word>\b(?i:minus|negative)\s)|(?<![\w%)\]])(?P<minus>[-−]))?(?P<outer>\()?
             (?:(?P<sign>(?<![A-Z\d_$])(?:{either(symbols)})|(?<![\w$])(?:{either(lettered)}))\s?(?P<inner_minus>[-−])?)?(?P<inner>\()?\Z""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    w = words()
    return re.compile(
        rf"""(?P<closed>\))?(?:
            [\s-]?(?P<basis>(?i:basis[\s-]points?|bps?)\b)
          | (?P<points>[\s-]?(?i:(?:percentage|per\s?cent|pct)[\s-]points?|ppts?|pps?|pts?)\b|(?i:\spoints?)\b)
          | [\s-]?(?P<percent>%(?:[\s-]points?\b)?|(?i:per[\s-]?cent|pct)\b)
          | (?P<fold>(?i:[\s-]?fold)\b|x\b) | (?P<times>(?i:[\s-]times\b))
          | [\s-]?(?P<hundredth>(?i:{either(w.hundredth)})(?!\w)) | (?P<letter>(?:{either(w.letter)})\b(?!\.\w))
          | [\s-]?(?P<word>(?i:{either(w.word)})(?!\w)(?![\s-](?:zone|area|bloc|stores?|bonds?)\b))
          | \s?(?P<code>(?:{either(w.codes)})\b)
        )""",
        re.VERBOSE,
    )


def pieces(text: str) -> Iterator[Piece]:
    """Every number of a text with its unit, left to right; those inside of names, times and versions left out."""
    for numeral in numerals(text):
        found = _piece(text, numeral)
        if found is not None:
            yield found


def _piece(text: str, numeral: Numeral) -> Piece | None:
    before = _before().search(text, max(numeral.start - LEFT, 0), numeral.start)
    if before is None:
        raise AssertionError("every part of the pattern is optional")
    if before["sign"] is None and not _stands_free(text, numeral, before.start()):
        return None
    if len(before["sign"] or "") == 1 and before["sign"].isalpha() and not numeral.exponent:
        return None  # "R2" is money only where it is "R2 billion"
    behind = _behind().match(text, numeral.end)
    if behind is not None and not _fits(behind, numeral, before):
        behind = None
    value, end = _value(numeral, before, behind), behind.end() if behind else numeral.end
    if behind is None and _goes_on(text, end, numeral, signed=before["sign"] is not None):
        return None
    negative, end = _is_negative(text, before, behind, end)
    if negative and value.number is not None:
        value = replace(value, number=-value.number)
    start = before.start() if before["sign"] or negative else numeral.start
    if before["outer"] and not negative:
        start = before.start("sign") if before["sign"] else numeral.start
    joined = before.start() == numeral.start and text[numeral.start - 1 : numeral.start] in {"-", "–"}
    return Piece(start, end, value, numeral, before["sign"] is not None, joined)


def _stands_free(text: str, numeral: Numeral, start: int) -> bool:
    """Whether a number is not the end of something else; a dash behind a number or unit may open a range."""
    if start == 0 or numeral.how != "digits":
        return True
    before = text[start - 1]
    if before in "-–":
        return not text[start - 2 : start - 1].isalpha() or bool(
            re.search(r"\d\s?(?:[a-z]{1,3}|%)\Z", text[: start - 1][-8:])
        )
    return not (before.isalnum() or before in "_.,^/:#$£€" or text[start - 1 : numeral.start].startswith("#"))


def _goes_on(text: str, end: int, numeral: Numeral, *, signed: bool) -> bool:
    """Whether a number is the start of something else; a unit of measure may touch it ("1.2GW")."""
    if _INTO_WORD.match(text, end):
        found = re.match(r"[A-Za-z]+\b", text[end : end + 6])
        return signed or not (found and found.group() in words().nouns)
    return not (signed or numeral.exponent) and numeral.how == "digits" and bool(_INTO_COMPOUND.match(text, end))


def _fits(behind: re.Match[str], numeral: Numeral, before: re.Match[str]) -> bool:
    if before["sign"]:
        return False
    if behind["times"]:
        return numeral.places > 0 or bool(_MULTIPLIED.match(behind.string, behind.end())) or _by(behind, numeral)
    if (
        behind["word"]
        and behind["word"].lower() in {"pounds", "pound"}
        and (of := _OF.match(behind.string, behind.end()))
    ):
        return of[1].lower() in words().of_money  # "2 million pounds of fish"
    if behind["word"] and behind["word"].lower() == "won":
        return bool(numeral.exponent) or (numeral.number or 0) >= LARGE
    if behind["letter"] or (behind["fold"] or "").lower() == "x":
        return numeral.how == "digits" and not numeral.exponent
    return (
        numeral.how != "words" or numeral.exponent > 0 or not behind["points"] or len(behind["points"]) > len(" points")
    )


def _by(behind: re.Match[str], numeral: Numeral) -> bool:
    return bool(re.search(r"\b(?:by|oversubscribed|subscribed|factor of)\s\Z", behind.string[: numeral.start][-16:]))


def _value(numeral: Numeral, before: re.Match[str], behind: re.Match[str] | None) -> Value:
    w, number = words(), numeral.number
    bound = "about" if numeral.how == "vague" else ""
    if before["sign"]:
        return Value("", number, MONEY, w.sign.get(before["sign"], before["sign"]), bound=bound)
    if behind is None:
        return Value("", number, bound=bound)
    if behind["percent"] or behind["points"]:
        unit = POINTS if behind["points"] or "point" in behind["percent"] else PERCENT
        return Value("", number, unit, bound=bound)
    if behind["basis"]:
        return Value("", _hundredth(number), POINTS, bound=bound)
    if behind["fold"] or behind["times"]:
        return Value("", number, TIMES, bound=bound)
    if behind["hundredth"] or behind["letter"]:
        code = w.letter[behind["letter"]] if behind["letter"] else w.hundredth[_spaced(behind["hundredth"])]
        return Value("", _hundredth(number), MONEY, code, bound=bound)
    code = behind["code"] or w.word[_spaced(behind["word"])]
    return Value("", number, MONEY, code, bound=bound)


def _spaced(text: str) -> str:
    return " ".join(text.lower().split())


def _hundredth(number: Decimal | None) -> Decimal | None:
    return None if number is None else plain(number.scaleb(-2))


def _is_negative(text: str, before: re.Match[str], behind: re.Match[str] | None, end: int) -> tuple[bool, int]:
    """Whether a minus or an accountant's bracket stands around a piece, and where the piece then ends."""
    if before["word"] or before["minus"] or before["inner_minus"]:
        return True, end
    bracketed = behind is not None and behind["closed"] is not None
    if before["inner"] and before["sign"]:
        closed = text[end : end + 1] == ")" or ")" in text[before.end() : end]
        scaled = re.compile(r"\)?").match(text, end)
        return closed, scaled.end() if closed and scaled else end
    if (before["inner"] or before["outer"]) and bracketed:
        return True, end  # "(4)%"
    if (before["outer"] or before["inner"]) and text[end : end + 1] == ")" and (before["sign"] or behind is not None):
        opening = before.start("outer") if before["outer"] else before.start("inner")
        if _TAKES_BRACKET.search(text[max(opening - 10, 0) : opening]):
            return True, end + 1
    return False, end
