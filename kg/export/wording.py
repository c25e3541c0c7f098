"""How parts of the graph read on a page: names, labels, amounts and quotes, safe to show and short enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.export.values import in_words
from kg.model import Evidence, Qualifier, Value
from kg.ontology import RDFS, Ontology, text_of

NAME_LENGTH = 160
QUOTE_LENGTH = 900
LINE = 20  # characters of a label's line
# control characters, direction overrides and isolates, and halves of surrogate pairs
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def shown(text: str, limit: int = NAME_LENGTH) -> str:
    """Text on one line without characters that reorder or hide others, cut at a limit."""
    line = " ".join(_UNSEEN.sub("", text[: 2 * limit]).split())
    return line if len(line) <= limit and len(text) <= 2 * limit else line[: limit - 1].rstrip() + "…"


def label(name: str) -> str:
    """A name on at most two short lines."""
    lines = [""]
    for word in shown(name, 3 * LINE).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]
    return "\n".join(shown(line, LINE + 4) for line in lines)


def width(text: str, size: float) -> float:
    """About how wide the longest line of a text is at a font size, in pixels."""
    lines = text.split("\n")
    if text.isascii():
        return size * 0.56 * max(map(len, lines))
    wide = (sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.56 for c in line) for line in lines)
    return size * max(wide)


def qualifier(ontology: Ontology, name: str, value: Qualifier) -> dict[str, str]:
    """A qualifier's label and text."""
    text = shown(in_words(value)) if isinstance(value, Value) else shown(str(getattr(value, "text", value)))
    return {"label": text_of(ontology.triples, ontology.namespace + name, RDFS + "label") or name, "text": text}


def headline(qualifiers: tuple[tuple[str, Qualifier], ...]) -> str:
    """The quantities of a fact, short enough for an edge."""
    amounts = (in_words(value) for _, value in qualifiers if isinstance(value, Value))
    return shown(" · ".join(text for text in amounts if text), 40)


def segments(evidence: Evidence) -> list[list[str]]:
    """The quote in pieces, each with the part of the claim that it carries or ""."""
    pieces = [[shown_piece(text), role] for text, role in _pieces(evidence)]
    return [piece for piece in pieces if piece[0]]


def shown_piece(text: str) -> str:
    """A piece of a quote: its spaces at the ends stay."""
    line = re.sub(r"\s+", " ", _UNSEEN.sub("", text))
    return line if len(line) <= QUOTE_LENGTH else line[:QUOTE_LENGTH] + "…"


def _pieces(evidence: Evidence) -> Iterator[tuple[str, str]]:
    quote, at = evidence.quote, 0
    for role, start, end in sorted(evidence.marks, key=lambda mark: (mark[1], -mark[2], mark[0])):
        first, last = start - evidence.start, end - evidence.start
        if at <= first < last <= len(quote):
            yield quote[at:first], ""
            yield quote[first:last], role
            at = last
    yield quote[at:], ""
