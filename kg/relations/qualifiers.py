"""How much, what part, when, for what and as what: the qualifiers of a fact.

Only what hangs on the cue's own verb or noun is taken, so that each number goes to its own fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.model import Qualifier, Value
from kg.nlp import Amount
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.pairs import Hit

_UNITS = frozenset({"day", "week", "month", "quarter", "year"})
_OF_TIME = frozenset({"former", "then", "new", "old", "longtime", "current"})  # when a post is held, not which
_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)[ -](?:year|month|week|day)", re.IGNORECASE
)


def qualifiers(args: Arguments, hit: Hit) -> tuple[tuple[str, Qualifier], ...]:
    """The qualifiers of one hit, sorted by name."""
    takes = args.lexicon.words(hit.cue.relation.name, "takes")
    found: dict[str, Qualifier] = dict(_worded(args, hit))
    head = _head(hit.trigger)
    for amount in _near(args, head, hit.trigger):
        name = {"money": "amount", "percent": "share"}.get(amount.value.unit, "")
        if name in takes:
            found.setdefault(name, amount.value)
    for name, text in _times(head):
        if name in takes:
            found.setdefault(name, text)
    paid = found.get("amount")
    if isinstance(paid, Value) and not paid.per and (per := _frequency(head)):
        found["amount"] = replace(paid, per=per)
    return tuple(sorted(found.items(), key=lambda item: item[0]))


def _head(trigger: Token) -> Token:
    """The verb of a cue: itself, or the one that its noun hangs on."""
    if syn.is_verb(trigger):
        return trigger
    verb = syn.governing_verb(trigger)
    return (
        verb if verb is not None and syn.list_head(trigger).dep_ in {"dobj", "attr", "nsubjpass", "pobj"} else trigger
    )


def _near(args: Arguments, head: Token, trigger: Token) -> Iterator[Amount]:
    """Quantities whose nearest verb is the cue's, or that stand within the cue's own phrase."""
    amounts = sorted(dict.fromkeys(args.parsed.amounts.values()), key=lambda a: a.start)
    for amount in amounts:
        root = args.parsed.doc[amount.start : amount.end].root
        chain = [root, *root.ancestors]
        verb = next((t for t in chain[1:] if syn.is_verb(t)), None)
        below = chain[: chain.index(verb)] if verb is not None else chain
        inside = any(t.i == trigger.i for t in below)
        if inside or (verb is not None and verb.i == head.i):
            yield amount


def _times(head: Token) -> Iterator[tuple[str, str]]:
    """Dates and durations that hang on the verb."""
    for ent in head.sent.ents:
        every = ent[0].lower_ in {"every", "each"}
        if ent.label_ != "DATE" or every or not _hangs_on(ent, head):
            continue
        yield ("period" if _LENGTH.search(ent.text) else "date"), ent.text


def _frequency(verb: Token) -> str:
    """The unit of "every month" or "each quarter" beside the verb."""
    units = [t for t in syn.children(verb, "npadvmod") if any(c.lower_ in {"every", "each", "a"} for c in t.children)]
    return next((t.lemma_.lower() for t in units if t.lemma_.lower() in _UNITS), "")


def _hangs_on(ent: Span, head: Token) -> bool:
    verb = syn.governing_verb(ent.root)
    return ent.root.head.i == head.i or (verb is not None and verb.i == head.i)


def _worded(args: Arguments, hit: Hit) -> Iterator[tuple[str, Qualifier]]:
    """Qualifiers that the cue itself asks for: the words at a place, or the cue's own words."""
    for name, place in hit.cue.qualifiers:
        if place == "words":
            yield name, _post(args, hit.trigger)
        else:
            tokens = args.places.at(place, hit.trigger, hit.cue)
            if tokens and tokens[0].i not in args.parsed.amounts:
                yield name, _phrase(tokens[0])


def _post(args: Arguments, noun: Token) -> str:
    """A post in the words of the text: "Chief Financial Officer", "head of technology"."""
    start = noun.i
    while start > noun.sent.start and _belongs(args, noun.doc[start - 1]):
        start -= 1
    end = noun.i + 1
    behind = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"]
    inner = [p for c in behind for p in syn.children(c, "pobj") if p.i not in args.parsed.mentions]
    return noun.doc[start : inner[0].i + 1 if inner else end].text


def _belongs(args: Arguments, token: Token) -> bool:
    return (
        token.i not in args.parsed.mentions
        and (token.dep_ in {"compound", "amod", "nmod"} or token.text == "-")
        and token.ent_type_ != "NORP"
        and token.lower_ not in _OF_TIME
    )


def _phrase(token: Token) -> str:
    """A noun with what stands before it, article left out."""
    words = [t for t in token.subtree if t.i <= token.i and t.dep_ not in {"det", "poss", "case"}]
    start = min(t.i for t in words) if words else token.i
    return token.doc[start : token.i + 1].text
