"""What a bracket right behind a name says: a ticker and its exchange, an acronym, terms in quotes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BRACKET, TICKER = "bracket", "ticker"
_TICK = r"[A-Z0-9]{1,8}(?:[.\-/ ][A-Z]{1,3})?"
_BARE = re.compile(r"[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?|[A-Z]{1,5}\.[A-Z]{1,2}")
_SHARE_CLASS = re.compile(r"\.[ABC]$")


@dataclass(frozen=True, slots=True)
class Form:
    """Another form of a name, `at` characters into a bracket: the words, in what way, and a ticker's exchange."""

    text: str
    at: int
    how: str
    where: str = ""
    article: bool = False
    """Whether "the" stands before it, as before the terms of a filing."""
    is_quoted: bool = False


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """Exchanges by how they are written, exchanges by the suffix of a ticker, and what is no form of a name."""
    table = tomllib.loads(Path(__file__).with_name("tickers.toml").read_text(encoding="utf-8"))
    written = {w.casefold(): code for code, words in table["exchange"].items() for w in words}
    suffixes = {w: code for code, words in table["suffix"].items() for w in words}
    never = frozenset(table["never"]["words"]) | {w.upper() for w in written}
    return written, suffixes, never


def _exchange() -> str:
    """A pattern of the exchanges' names in any case, the long ones first."""
    words = sorted(_tables()[0], key=lambda w: (-len(w), w))
    return "(?i:" + "|".join(map(re.escape, words)) + "|ticker|symbol|stock symbol)"


def _before_tick() -> str:
    """A pattern of an exchange and what parts it from a ticker: a colon, behind a code a mere blank too.

    London, UK is no ticker.
    """
    codes = sorted({w.upper() for w in _tables()[0] if w.isalpha() and 3 <= len(w) <= 8}, key=lambda w: (-len(w), w))
    return rf"(?:{_exchange()}\s?:\s?|(?:{'|'.join(codes)}|Nasdaq)\s(?=[A-Z]{{1,5}}\b))"


@cache
def aside() -> re.Pattern[str]:
    """A pattern of what is no part of the sentence: brackets of these sorts and Reuters codes behind a name."""
    listed = rf"{_before_tick()}{_TICK}"
    more = rf"(?:\s?(?:[,;/&]|and|or)\s?{_before_tick()}?{_TICK})*"
    bare = r"[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?"
    lead = r"(?:(?:the|collectively,?|together,?|hereinafter,?)\s)?"
    terms = rf"""{lead}(?:"[^()]{{1,80}}|``[^()]{{1,80}}|'[^()]{{1,80}}')"""
    codes = r"\s?<[A-Z]{1,6}\.[A-Z]{1,2}>|(?<=[A-Za-z])\s[A-Z]{2,5}\.[A-Z]{1,2}(?=[\s,;.])"
    return re.compile(rf"\s?\(\s?(?:{bare}|{listed}{more}|{terms})\s?\)|{codes}")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<where>{_exchange()})(?:\s?:\s?|\s))?(?P<tick>{_TICK})")


@cache
def listed_on() -> re.Pattern[str]:
    """A pattern of "Nasdaq-listed " before a name."""
    return re.compile(rf"(?P<where>{_exchange()})[- ](?:listed|traded|quoted) $")


def forms(text: str) -> Iterator[Form]:
    """The names within a bracket, given without the bracket: tickers, an acronym, or terms in quotes."""
    straight = text.replace("“", '"').replace("”", '"').replace("``", ' "').replace("''", '" ')
    if '"' not in straight and straight.endswith("'"):
        straight = re.sub(r"(?<!\w)'|'$", '"', straight)
    if '"' in straight:
        yield from _terms(straight)
    elif _BARE.fullmatch(text):
        yield from _bare(text)
    else:
        yield from _tickers(text)


def exchange_of(written: str) -> str:
    """The code of an exchange as a text writes it, "" for none that is known."""
    return _tables()[0].get(written.casefold(), "")


def _terms(text: str) -> Iterator[Form]:
    for quote in re.finditer(r'"([^"]*)"?', text):
        term = quote[1].strip(" ,.")
        if term:
            before = text[: quote.start()].rstrip().casefold()
            at = quote.start(1) + quote[1].index(term)
            is_term = before.endswith("the") or term.casefold().startswith("the ")
            yield Form(term, at, BRACKET, article=is_term, is_quoted=True)


def _bare(text: str) -> Iterator[Form]:
    """An acronym, or a ticker with the suffix of its exchange; digits alone are a year or a count."""
    if text in _tables()[2] or len(text) < 2 or not any(c.isalpha() for c in text):
        return
    if "." not in text:
        yield Form(text, 0, BRACKET)
    elif where := _tables()[1].get(text.partition(".")[2], ""):
        yield Form(text.partition(".")[0], 0, TICKER, where)
    else:
        yield Form(text, 0, TICKER if _SHARE_CLASS.search(text) else BRACKET)


def _tickers(text: str) -> Iterator[Form]:
    where = ""
    for found in _listed().finditer(text):
        where = exchange_of(found["where"]) if found["where"] else where
        tick, exchange = found["tick"], where
        if (suffix := tick.partition(".")[2]) in _tables()[1]:
            tick, exchange = tick.partition(".")[0], exchange or _tables()[1][suffix]
        yield Form(tick, found.start("tick"), TICKER, exchange)
