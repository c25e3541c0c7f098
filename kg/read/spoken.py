"""Whether a line of a web page tells of the world, talks to its reader, or is furniture of the page.

News tells of others. What asks a reader to subscribe, to vote or to read on says "you" or gives an order, and that
outside of quotes; the words are in html.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from kg.model import BlockKind
from kg.read.dated import day_in
from kg.read.elements import Line, name_of

_SENTENCE, _LONG = 8, 25  # words of a line that ends as a sentence does, and of one that is text however it ends
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", ")", "…")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)|(?<!\w)‘.*?(?:’(?!\w)|$)")
_MARKS = ("“", '"', "‘")  # one of which begins each quote
_SENTENCES = re.compile(r"(?<=[.!?:])\s+")
_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_MAKER = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b(?!\.)")
_ASKED = 45  # words of a line in which a phrase or an order counts
_SMALL = 0.3  # of the words of a sentence, which begin with a small letter
_MOSTLY = 0.6  # of a line that is links
_FIGURE = re.compile(r"\d")
_BUTTONS = re.compile(r"\s[·|•/]\s")
_BAR = 200  # characters of a line of buttons
_SIGNED = 8  # words of a line that says who wrote, or when
_BY = re.compile(r"(?:[Ww]ritten )?(?:[Bb]y|BY) (?:the )?[A-Z]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CITED = frozenset({"blockquote", "q"})
_STARS = "★★"  # what buyers think
_LEAD = "-–—•·*»➤→←>| "


@dataclass(frozen=True, slots=True)
class Voice:
    """What a line is.

    It `tells` of the world, or `asks` something of its reader or serves him; it says "you", or speaks as "we". `words`
    are its number, `own` are its words outside of quotes in lower case, "" if they are many.
    """

    words: int
    tells: bool
    asks: bool
    you: bool
    we: bool
    own: str = ""

    @property
    def advises(self) -> bool:
        """Whether it is an order at most, such as the texts give that are advice."""
        return not (_is_furniture(self.own) or _holds(self.own, asks()["phrases"]))

    @property
    def apart(self) -> bool:
        """Whether it has words that ask where it stands apart from the text; found out only where it matters."""
        return _holds(self.own, asks()["topics"])


def voice(line: Line) -> Voice:
    """The voice of a line."""
    text = line.part.text.removeprefix("- ").replace("’", "'" if "‘" not in line.part.text else "’")
    count = len(text.split())
    if line.part.kind is BlockKind.TABLE:
        return Voice(count, line.linked <= _MOSTLY and _FIGURE.search(text) is not None, False, False, False)
    plain = " " if _is_cited(line.node) else _unquoted(text)
    own = " ".join(plain.lower().split()).lstrip(_LEAD)
    sentence = (count >= _LONG or (count >= _SENTENCE and is_sentence_end(text))) and _is_prose(text)
    short, said = count <= _ASKED, asks()
    return Voice(
        count,
        sentence and line.linked <= _MOSTLY and line.part.kind is not BlockKind.HEADING,
        (own != "" and _is_furniture(own))
        or (short and (any(map(_is_order, _SENTENCES.split(plain))) or _holds(own, said["phrases"]))),
        "you" in own and _READER.search(own) is not None,
        _MAKER.search(plain) is not None,
        own if short else "",
    )


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text) if any(mark in text for mark in _MARKS) else text


def _is_cited(node: Any) -> bool:
    """Whether all of a line is a quote by the element that it is in."""
    return any(name_of(each) in _CITED for each in (node, *islice(node.iterancestors(), 1)))


def is_last(text: str) -> bool:
    """Whether a line ends a text without being of it."""
    return text.lower().startswith(asks()["last"])


def is_sentence_end(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return text.rstrip().endswith(_ENDS)


def signs(text: str) -> bool:
    """Whether a short line says when a text was written, or by whom."""
    return len(text.split()) <= _SIGNED and (day_in(text) != "" or _BY.match(text) is not None)


def _is_order(sentence: str) -> bool:
    """Whether a sentence begins as those do that ask for something; an object in capitals is part of a name."""
    said = asks()
    own = sentence.strip().lstrip(_LEAD)
    if own.lower().startswith(said["openings"]):
        return True
    verb, _, rest = own.partition(" ")
    is_order = verb.lower() in said["orders"]
    if not (is_order or verb.lower() in said["nouns"]):
        return False
    second = rest.lstrip().partition(" ")[0].strip(".,!:")
    object_ = second.lower()
    asks_for = object_ in said["determined"] or (is_order and (object_ in said["objects"] or object_[:1].isdigit()))
    return asks_for and (second in (object_, "X") or own == own.upper())


def _is_prose(text: str) -> bool:
    """Whether enough of the words are no names and numbers, as in an address or a list of links."""
    found = text.split()
    return text == text.upper() or sum(word[:1].islower() for word in found) >= _SMALL * len(found)


def _is_furniture(own: str) -> bool:
    """Whether a line in lower case is names of buttons, or a number that is no year."""
    if len(own) > _BAR:
        return False
    pieces = [piece.strip(" .:»→›!…[]") for piece in _BUTTONS.split(own)]
    figures = not any(map(str.isalpha, own)) and not _YEAR.fullmatch(own)
    return figures or _STARS in own or all(piece in asks()["furniture"] for piece in pieces)


def _holds(own: str, phrases: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}(?!\w)", own) for phrase in phrases if phrase in own)


@cache
def asks() -> Mapping[str, tuple[str, ...]]:
    """What is said to readers: the tables of html.toml."""
    held = tomllib.loads(Path(__file__).with_name("html.toml").read_text(encoding="utf-8"))["said"]
    return {name: tuple(words) for name, words in held.items()}
