"""The rules that find cues in a sentence, one small function a form of cue.

Each rule is a generator over the triggers of one passage; `RULES` is their order. A rule finds words;
which relation they evoke and where its arguments stand is the lexicon's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from spacy.tokens import Token

from kg.lexicon import Cue
from kg.nlp import Named
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.conditions import applies
from kg.relations.pairs import Hit, fits, pairs, preceded


def verbs(args: Arguments) -> Iterator[Hit]:
    """ "X supplies chips to Y", "Y is supplied by X", "X, which supplies Y"."""
    for token in args.parsed.doc:
        if syn.is_verb(token) and not args.in_name(token) and token.dep_ not in {"aux", "auxpass"}:
            found = (args.lexicon.by_word.get(("verb", form), ()) for form in syn.base_forms(token))
            for phrase, cue in next(filter(None, found), ()):
                if _has_rest(token, phrase[1:]) and applies(args, token, cue):
                    yield from pairs(args, token, cue)


def nouns(args: Arguments) -> Iterator[Hit]:
    """ "X, a customer of Y", "Y's customer X", "customers such as X"."""
    for token in args.parsed.doc:
        described = token.pos_ == "ADJ" and token.i in args.described  # a noun that the tagger took for an adjective
        if args.in_name(token) or not (token.pos_ in {"NOUN", "PROPN"} or described):
            continue
        for key in dict.fromkeys((token.lemma_.lower(), token.lower_, _hyphenated(token))):
            for phrase, cue in args.lexicon.by_word.get(("noun", key), ()):
                if preceded(token, phrase[:-1]) and applies(args, token, cue):
                    yield from pairs(args, token, cue)


def adjectives(args: Arguments) -> Iterator[Hit]:
    """ "X is dependent on Y for chips", "X is optimistic about Y's revenue"."""
    for token in args.parsed.doc:
        for _, cue in args.lexicon.by_word.get(("adjective", token.lower_), ()):
            if token.dep_ in {"acomp", "amod", "advcl", "ROOT", "oprd", "xcomp"} and applies(args, token, cue):
                yield from pairs(args, token, cue)


def suffixes(args: Arguments) -> Iterator[Hit]:
    """ "Leeds-based X", "X, a Leeds-based chipmaker", "the Leeds-based chipmaker"."""
    doc = args.parsed.doc
    for token in doc[2:]:
        for _, cue in args.lexicon.by_word.get(("suffix", token.lower_), ()):
            if doc[token.i - 1].text != "-" or (first := args.parsed.mentions.get(token.i - 2)) is None:
                continue
            prefix = {"prefix": [first], "self": _noun_named(args, token)}
            for s_place, o_place in product(cue.subject, cue.object):
                for s, o in product(prefix.get(s_place, []), prefix.get(o_place, [])):
                    if fits(cue, s, o):
                        yield Hit(cue, "suffix", token, s, o, (s_place, o_place))


def genitives(args: Arguments) -> Iterator[Hit]:
    """ "X's models": no word but the possessive itself."""
    owners = (t for t in args.parsed.doc if t.dep_ == "poss" and t.head.i != t.i)
    for owner in sorted(owners, key=lambda t: (t.head.i, t.i)):
        for _, cue in args.lexicon.by_word.get(("genitive", "name"), ()):
            yield from _genitive(args, owner.head, syn.relative(owner), cue)


def postmodifiers(args: Arguments) -> Iterator[Hit]:
    """ "Semelec of Grenoble", "PulpWell from Hartnell": a preposition right between two names."""
    for token in args.parsed.doc:
        for _, cue in args.lexicon.by_word.get(("postmodifier", token.lower_), ()):
            left, right = args.parsed.mentions.get(token.i - 1), args.parsed.mentions.get(token.i + 1)
            if left is None or right is None:
                continue
            ends = {"self": left, "of": right}
            subject, object_ = ends[cue.subject[0]], ends[cue.object[0]]
            if fits(cue, subject, object_):
                yield Hit(cue, "postmodifier", token, subject, object_, (cue.subject[0], cue.object[0]))


RULES: tuple[Callable[[Arguments], Iterator[Hit]], ...] = (verbs, nouns, adjectives, suffixes, genitives, postmodifiers)


def _has_rest(verb: Token, rest: tuple[str, ...]) -> bool:
    """Whether the particle or noun of a two-word cue belongs to the verb."""
    parts = {
        f
        for c in verb.children
        if c.dep_ in {"prt", "dobj", "advmod", "acomp", "prep", "amod"}
        for f in (c.lower_, c.lemma_.lower())
    }
    return all(r in parts for r in rest)


def _hyphenated(token: Token) -> str:
    """ "arch-rival" where the tokenizer made three of it."""
    doc = token.doc
    return doc[token.i - 2].lower_ + "-" + token.lemma_.lower() if token.i > 1 and doc[token.i - 1].text == "-" else ""


def _noun_named(args: Arguments, suffix: Token) -> list[Named]:
    """Who is "Leeds-based": the name itself, or what the noun behind describes or refers back to."""
    head = suffix.head
    named = args.parsed.mentions.get(head.i)
    return [named] if named is not None else list(args.described.get(head.i, ()))


def _genitive(args: Arguments, noun: Token, owner: Token, cue: Cue) -> Iterator[Hit]:
    if _is_bought(args, noun):
        return
    subjects, objects = (
        _owner_or_owned(args, (places[0], {"owner": owner, "self": noun}[places[0]]), kinds, cue)
        for places, kinds in cue.sides
    )
    for s, o in product(subjects, objects):
        if fits(cue, s, o):
            yield Hit(cue, "genitive", noun, s, o, (cue.subject[0], cue.object[0]))


def _owner_or_owned(args: Arguments, at: tuple[str, Token], kinds: frozenset[str], cue: Cue) -> list[Named]:
    """The name at one end of a possessive, or what is made where the cue takes common nouns."""
    place, token = at
    named = args.parsed.mentions.get(token.i)
    if named is None and place == "self" and "made" in cue.words:
        made = any(token.lemma_.lower() in args.lexicon.words(k, "made") for k in kinds)
        named = args.generic(token, kinds) if made else None
    return [named] if named is not None and named.kind in kinds else []


def _is_bought(args: Arguments, noun: Token) -> bool:
    """Whether a verb says that the owner gets the thing from elsewhere: "buys its motors from X"."""
    verb = syn.governing_verb(noun)
    if verb is None or noun.dep_ not in {"dobj", "pobj", "nsubjpass"}:
        return False
    known = args.lexicon.by_word.get(("verb", verb.lemma_.lower()), ())
    return any("from" in cue.object and cue.status is None and _has_rest(verb, phrase[1:]) for phrase, cue in known)
