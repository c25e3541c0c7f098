"""Texts with the expectation in them: "[Brelco|Company] said [it=Brelco] rose."

A mark is [words|kind] for a name and [words=name] for words that mean a name.
"""

import re

MARK = re.compile(r"\[([^][|=]+)([|=])([^][]+)\]")


def plain(marked):
    """The text without its marks."""
    return MARK.sub(r"\1", marked)


def with_names(text, annotated):
    """The text with its names marked."""
    return _with_marks(text, [(m.start, m.end, f"|{m.kind}") for m in _mentions(annotated) if m.how == "name"])


def with_references(text, annotated):
    """The text with pronouns and descriptions marked."""
    spoken = [m for m in _mentions(annotated) if m.how in {"pronoun", "nominal"}]
    return _with_marks(text, [(m.start, m.end, f"={m.name}") for m in spoken])


def _mentions(annotated):
    return {named.mention for parsed in annotated.passages for named in parsed.mentions.values()}


def _with_marks(text, marks):
    for start, end, what in sorted(marks, reverse=True):
        text = f"{text[:start]}[{text[start:end]}{what}]{text[end:]}"
    return text
