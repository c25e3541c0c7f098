"""Words of documents on their way to a model: with nothing in them that a person would not see."""

from __future__ import annotations

import re

from kg.terminal import safe_lines

# tags and variation selectors, in which text can hide from people
_HIDDEN = re.compile("[\u200b-\u200d\u2060-\u2064\U000e0000-\U000e01ef]")


def quoted(text: str) -> str:
    """Text of the same length, with a space for each control or invisible character but line ends and tabs."""
    return _HIDDEN.sub(" ", safe_lines(text))


def line(text: str) -> str:
    """The same on one line, for names."""
    return " ".join(quoted(text).split())
