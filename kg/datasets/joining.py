"""Tokens back to text as people write it, so that kg reads it as it reads a document.

Data sets part punctuation from words ("Apple , Inc. ( AAPL )"); put together by single spaces, such text is read worse.
"""

from __future__ import annotations

from collections.abc import Sequence

_TO_THE_LEFT = frozenset(",.;:!?)]}%…")
_TO_THE_RIGHT = frozenset("([{$£€¥#")
_QUOTE = '"'
_CONTRACTED = frozenset({"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"})


def joined(tokens: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of tokens, and the half-open character offsets of each."""
    text = ""
    places = []
    is_quoted = False
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else ""
        after = tokens[n + 1] if n + 1 < len(tokens) else ""
        closes = (token == _QUOTE and is_quoted) or token == "”"
        opened = before == "“" or (before == _QUOTE and is_quoted)
        if before and not closes and not opened and before not in _TO_THE_RIGHT and not _clings(before, token, after):
            text += " "
        is_quoted ^= token == _QUOTE
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, tuple(places)


def _clings(before: str, token: str, after: str) -> bool:
    """Whether a token is written close behind the one before; a point before capitals (". SSEC") begins a code."""
    if token == "." and after.isupper() and len(after) > 1:
        return False
    straight = token.replace("’", "'").lower()
    return token in _TO_THE_LEFT or straight in _CONTRACTED or (straight == "'" and before.endswith("s"))
