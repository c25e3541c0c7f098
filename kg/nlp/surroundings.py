"""What stands around an amount: how exact it is, how often it is paid, over what time.

"nearly $5 million", "$5m or more"     a bound
"$5 million a month", "€50/MWh"        a rate
"$5 billion over the next five years"  a length of time
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.nlp.amount_words import either, words
from kg.nlp.durations import duration_at

_BOUND_WORDS, _REACH = 4, 34  # the longest bound in words and characters
_TOKEN = re.compile(r"[^\s(“\"]+")
_SIGNS = ("~", "≈", ">", "<", "≥", "≤", "c.", "sub-")
_FOLLOWS = re.compile(r"[\w%]")
_SPREAD = re.compile(
    r",?\s(?:spread\s)?over\s(?:(?:the|its|their|about|roughly)\s)?"
    r"(?:(?:next|coming|following|past|last)\s)?(?:an?\s(?=\d|\w+-))?"
)


def bound_before(text: str, start: int) -> tuple[int, str]:
    """The start of the words that bound a number from the front, and what they mean ("" for none)."""
    reach = max(start - _REACH, 0)
    spoken = [
        m for m in _TOKEN.finditer(text, reach, start) if not (m.start() == reach and text[reach - 1 : reach].strip())
    ]
    if not text[start - 1 : start].isspace():
        return _sign_before(text, start)
    if len(spoken) > 1 and spoken[-1].group() in {"a", "an"}:  # "more than a dozen"
        spoken.pop()
    for many in range(min(_BOUND_WORDS, len(spoken)), 0, -1):
        found = words().before.get(" ".join(m.group().lower() for m in spoken[-many:]))
        if found:
            phrasal = many == 1 and len(spoken) > 1 and spoken[-2].group().lower() in words().phrasal
            return (start, "") if phrasal else (spoken[-many].start(), found)
    return start, ""


def _sign_before(text: str, start: int) -> tuple[int, str]:
    """A bound that touches its number: "~$5m", "c.£20m", "sub-$10m"."""
    for sign in _SIGNS:
        at = start - len(sign)
        if at >= 0 and text.startswith(sign, at) and not text[max(at - 1, 0) : at].isalnum():
            return at, words().before[sign]
    return start, ""


def bound_after(text: str, end: int) -> tuple[int, str]:
    """The end of the words that bound a number from behind, and what they mean ("" for none)."""
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


def rate(text: str, end: int) -> tuple[str, int]:
    """The unit that an amount is counted by ("month", "share"), or "", and where it ends."""
    match = _per().match(text, end)
    if match is None:
        return "", end
    unit = match["unit"] or match["often"]
    found = words().time[unit.lower()] if unit else "year" if match["annum"] else match["goods"] or match["others"]
    return " ".join(found.split()), match.end()


def over(text: str, end: int) -> str:
    """The length of time that an amount is spread over, as an ISO 8601 duration or ""."""
    match = _SPREAD.match(text, end)
    found = duration_at(text, match.end()) if match else None
    return found[1] if found else ""
