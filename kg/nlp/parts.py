"""Parts and multiples in words: "two-thirds of its fleet", "one in five", "fell by half", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from kg.model import Value
from kg.nlp.amount_words import either, plain, starts, words
from kg.nlp.measures import PERCENT, TIMES, Piece

_STAKES = ("stake", "share", "majority", "holding", "interest", "vote")
_MOST = 1000  # the largest "one in N"
_YEAR = re.compile(r"\s(?:of|in)\s(?:the\s)?(?:fiscal\s|year\s)*(?:19|20)\d\d\b")
_OF = re.compile(r"\s(?:of|that)\s")
_OF_IT = re.compile(r"\sof\s(?:the|its|their|his|her|our|all|a|an|that|this|these|those|what)\s")
_OWN = re.compile(r"\s(?:the|its|their|our|his|her|all)\s")
# behind "by a third": nothing, or what opens another phrase
_CLOSED = re.compile(
    r"\s*(?:\Z|[.,;:)\"”–—-](?!\w)|\s(?:in|from|to|since|after|as|on|this|last|over|compared|by|and|or|but|while|at|with"
    r"|when|within|during|because|amid|before|through|until|for|between|versus|against)\b)"
)
_LED = re.compile(
    r"\b(?:by|to|in|about|nearly|almost|roughly|just|only|than|over|under|around|fell|rose|lost|cut|dropped|down|up|at"
    r"|least|most|approximately)\s\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|latter|last|top|bottom|other|better|previous|next|this|each|every|per|final)\s\Z",
    re.I,
)
_LATER = re.compile(r"\s(?:ago|earlier|later|before|after|party|parties)\b")
_PLAIN_FORMS = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "halve"})
_LED_VERB = re.compile(
    r"\b(?:to|will|would|could|can|may|might|should|shall|nearly|almost|than|must|did|not|and)\s\Z", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s*(?:\Z|[.,;:)]|\s(?:in|to|from|by|over|within|this|last|next|when|since|during)\b)")
_COMPARED = re.compile(r"\s(?:as|the|its|their|his|her|our|that|what)\b")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    w = words()
    digits = r"\d{1,3}|1,000"
    small = either([*w.number, *w.tens])
    return re.compile(
        rf"""(?i:
            (?P<few>one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out\sof)\s(?:every\s)?
              (?P<all>{small}|{digits}|a\shundred|a\sthousand)(?=\s[a-z])
          | (?:(?P<many>an?|{small})[\s-])?(?P<part>{either(w.fraction)})(?P<plural>s)?(?![\w-]|'s|’s)
          | (?P<stake>{small})-(?P<stake_part>{either(w.fraction)})s?(?=[\s-](?:{either(_STAKES)})\b)
          | (?P<multiple>{either(w.multiple)})(?![\w-])
          | (?:a\s)?factor\sof\s(?:about\s)?(?P<factor>{small}|\d+(?:\.\d+)?)(?![\w.,]\d|\w|-)
        )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The words that a part or multiple may start with."""
    w = words()
    multiples = {re.split(r"\W", word)[0] for word in w.multiple}
    return frozenset({*w.number, *w.tens, *w.fraction, *multiples, "a", "an", "factor", *"123456789"})


def parts(text: str) -> Iterator[Piece]:
    """Every part and multiple of a text, left to right."""
    end = 0
    for start in starts(text, _openers()):
        match = _pattern().match(text, start)
        if match is None or start < end:
            continue
        if match["few"]:
            value = _ratio(match)
        elif match["part"] or match["stake"]:
            value = _fraction(match)
        elif match["factor"]:
            value = Value("", _number(match["factor"]), TIMES)
        else:
            value = _multiple(match)
        if value is not None:
            end = match.end()
            yield Piece(start, end, value)


def _ratio(match: re.Match[str]) -> Value | None:
    few, every = _number(match["few"]), _number(match["all"])
    following = match.string[match.end() + 1 :].split(" ", 1)[0].rstrip(".,;s").lower()
    whole = following in words().durations or following in words().scale or following in {"percent", "per"}
    if not 0 < few < every <= _MOST or whole:
        return None
    return Value("", _percent(few, every), PERCENT)


def _fraction(match: re.Match[str]) -> Value | None:
    part = (match["part"] or match["stake_part"]).lower()
    many = _number(match["many"] or match["stake"] or "a")
    whole = words().fraction[part]
    if many >= whole or not (match["stake"] or _is_part(match, part, many)):
        return None
    return Value("", _percent(many, Decimal(whole)), PERCENT)


def _is_part(match: re.Match[str], part: str, many: Decimal) -> bool:
    """Whether a fraction word is a part of something and neither an ordinal, a time nor a name."""
    text, end = match.string, match.end()
    before = text[max(match.start() - 16, 0) : match.start()]
    if _YEAR.match(text, end) or _ORDINAL.search(before) or _LATER.match(text, end):
        return False
    if part == "half" and not match["many"]:
        return bool(_OF.match(text, end) or _OWN.match(text, end)) or (_led(before) and bool(_CLOSED.match(text, end)))
    if not match["many"]:
        return False
    if match["plural"]:
        hyphen = text[match.end("many")] == "-" if match["many"] else False
        return many > 1 and (hyphen or part != "quarter" or bool(_OF_IT.match(text, end)))
    if many > 1:
        return False
    return bool(_OF.match(text, end)) or (_led(before) and bool(_CLOSED.match(text, end)))


def _led(before: str) -> bool:
    return bool(_LED.search(before))


def _multiple(match: re.Match[str]) -> Value | None:
    word = match["multiple"].lower()
    if word in _PLAIN_FORMS and not (_COMPARED.match(match.string, match.end()) or _is_verb(match)):
        return None  # "double play"
    if word == "twice" and not _COMPARED.match(match.string, match.end()):  # how often, not how much
        return None
    return Value("", words().multiple[word], TIMES)


def _is_verb(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 16, 0) : match.start()]
    return bool(_LED_VERB.search(before) or _GOES_ON.match(match.string, match.end()))


def _number(text: str) -> Decimal:
    lower = text.lower()
    table = words().number | words().tens | {"a": 1, "an": 1, "a hundred": 100, "a thousand": 1000}
    return Decimal(table[lower]) if lower in table else Decimal(lower.replace(",", ""))


def _percent(few: Decimal, whole: Decimal) -> Decimal:
    return plain(round(few * 100 / whole, 2))
