"""Mentions that name nothing in their document: pronouns that nobody resolved, dates, and words within names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Mention
from kg.nlp.annotation import Named, Parsed

DATE = "Date"  # not a kind of entity, but relations to a date are taught and measured
PRONOUNS = frozenset("he she him her his it its they their who whose i we our my".split())


def unresolved(parsed: Parsed, document: str) -> Iterator[Named]:
    """Open pronouns, of no kind and without a name, and dates with a number."""
    for token in parsed.doc:
        if token.lower_ in PRONOUNS and token.i not in parsed.mentions:
            yield _named(parsed, document, token.i, token.i + 1, "")
    for entity in parsed.doc.ents:
        free = not any(i in parsed.mentions for i in range(entity.start, entity.end))
        if entity.label_ == "DATE" and free and any(c.isdigit() for c in entity.text):
            yield _named(parsed, document, entity.start, entity.end, DATE)


def first_word(named: Named, parsed: Parsed) -> Named:
    """The first word of a name as a mention of no kind: that of a product is often its maker's."""
    first, last = parsed.span(named.start, named.start + 1)
    mention = Mention(named.mention.document, first, last, parsed.source[first:last], "", "", "name")
    return Named(named.start, named.start + 1, named.start, mention)


def _named(parsed: Parsed, document: str, start: int, end: int, kind: str) -> Named:
    first, last = parsed.span(start, end)
    text = parsed.source[first:last]
    mention = Mention(document, first, last, text, kind, text if kind else "", "name" if kind else "pronoun")
    return Named(start, end, parsed.doc[start:end].root.i, mention)
