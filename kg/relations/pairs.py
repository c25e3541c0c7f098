"""From a cue at a trigger word to the pairs of subject and object that it relates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from spacy.tokens import Token

from kg.lexicon import Cue, Side
from kg.nlp import Named
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found at a trigger word with one subject and one object. `places` are where they stood."""

    cue: Cue
    rule: str
    trigger: Token
    subject: Named
    object: Named
    places: tuple[str, str]


def pairs(args: Arguments, trigger: Token, cue: Cue) -> Iterator[Hit]:
    """The pairs of a cue's arguments, less those that other words contradict."""
    yield from (hit for hit in _all_pairs(args, trigger, cue) if not _contrary(args, hit))


def fits(cue: Cue, subject: Named, object_: Named) -> bool:
    """Whether two mentions may stand in the relation of a cue."""
    return subject.name != object_.name and cue.relation.allows(subject.kind, object_.kind)


def preceded(noun: Token, before: tuple[str, ...]) -> bool:
    """Whether the first words of a phrase stand before its last."""
    start = noun.i - len(before)
    return start >= 0 and all(t.lower_ == w for t, w in zip(noun.doc[start : noun.i], before, strict=True))


def _all_pairs(args: Arguments, trigger: Token, cue: Cue) -> Iterator[Hit]:
    """All allowed pairs of the first filled subject place and the first filled object place.

    Without another place filled, what the document is about may stand in.
    """
    subject_side, object_side = cue.sides
    s_place, subjects = _filled(args, trigger, cue, subject_side)
    if not subjects:
        return
    found: list[tuple[Named, Named]]
    if cue.object == ("fellow",):
        if (
            cue.form == "noun"
            and s_place not in {"of", "between"}
            and (args.places.owners(trigger) or args.places.at("agent", trigger, cue))
        ):
            return  # rivals of somebody, not of each other
        o_place, found = "fellow", list(combinations(subjects, 2))
    else:
        o_place, objects = _filled(args, trigger, cue, object_side)
        one_to_one = len(subjects) == len(objects) and _one_to_one(trigger, (s_place, o_place))
        found = list(zip(subjects, objects, strict=True) if one_to_one else product(subjects, objects))
    yield from (Hit(cue, cue.form, trigger, s, o, (s_place, o_place)) for s, o in found if fits(cue, s, o))


def _one_to_one(trigger: Token, places: tuple[str, str]) -> bool:
    """ "X and Y buy from A and B respectively", "bought chips from A and glass from B"."""
    repeated = any(sum(c.lower_ == place for c in trigger.subtree if c.dep_ == "prep") > 1 for place in places)
    return repeated or any(t.lower_ == "respectively" for t in trigger.sent)


def _contrary(args: Arguments, hit: Hit) -> bool:
    """Whether the words around an argument give it the other part."""
    if _described_as(args, hit, hit.subject, "object") or _described_as(args, hit, hit.object, "subject"):
        return True
    stands_elsewhere = "topic" in hit.places
    return not stands_elsewhere and _made_by_another(args, hit)


def _described_as(args: Arguments, hit: Hit, named: Named, part: str) -> bool:
    """Whether a noun calls somebody the other part of the relation: a "customer" is no supplier."""
    for i, those in args.described.items():
        noun = args.parsed.doc[i]
        if named not in those or i == hit.trigger.i:
            continue
        known = args.lexicon.by_word.get(("noun", noun.lemma_.lower()), ())
        cues = [c for phrase, c in known if c.relation == hit.cue.relation and preceded(noun, phrase[:-1])]
        if cues and all(getattr(c, part) == ("self",) for c in cues):
            return True
    return False


def _made_by_another(args: Arguments, hit: Hit) -> bool:
    """Whether a product has another maker by its own words: X's model is not Y's."""
    if "true" not in args.lexicon.words(hit.cue.relation.name, "makerOf"):
        return False
    owner = next(iter(syn.children(args.parsed.doc[hit.object.root], "poss")), None)
    named = args.named(owner) if owner is not None else None
    return named is not None and named.name != hit.subject.name and named.kind in hit.cue.relation.domain


def _filled(args: Arguments, trigger: Token, cue: Cue, side: Side) -> tuple[str, list[Named]]:
    """The first place of a side where mentions stand, with them."""
    places, kinds = side
    for place in places:
        if found := _at(args, trigger, cue, (place, kinds)):
            return place, found
    return "", []


def _at(args: Arguments, trigger: Token, cue: Cue, wanted: tuple[str, frozenset[str]]) -> list[Named]:
    place, kinds = wanted
    if place == "self":
        return _self(args, trigger, kinds)
    if place == "modifier":
        return _modifier(args, trigger, kinds)
    if place == "topic":
        topic = args.topic_at(trigger)
        return [topic] if topic is not None and topic.kind in kinds else []
    tokens = args.places.at(place, trigger, cue)
    if cue.via_product and place in cue.object:
        # paid for X's product, not for X
        tokens = [t for t in tokens if (m := args.parsed.mentions.get(t.i)) is None or m.kind not in kinds]
    if cue.part is False and not cue.via_product and place == "patient":
        tokens = [t for t in tokens if not args.is_goods(t)]  # whoever buys X's glass does not buy X
    # what is made or delivered to somebody may be any common noun, what is merely touched only a listed one
    loose = cue.open and place == "patient"
    one = cue.form == "verb" and syn.speaks_of_one(trigger)
    one = one and place == ("patient" if syn.is_passive(trigger) else "agent")
    named_only = "true" in args.lexicon.words(cue.relation.name, "namesOnly")
    groups = (
        [n for n in args.expand(t, kinds, loose, one) if not (named_only and n.mention.how == "generic")]
        for t in tokens
    )
    return next(filter(None, groups), []) if place == "clause" else [n for group in groups for n in group]


def _self(args: Arguments, noun: Token, kinds: frozenset[str]) -> list[Named]:
    """What a noun describes: names beside it, or the noun itself where it refers back or is generic."""
    if named := [n for n in args.described.get(noun.i, ()) if n.kind in kinds]:
        return named
    own = args.parsed.mentions.get(noun.i)
    if own is not None and own.mention.how == "nominal" and own.kind in kinds:
        return [own]
    attribute = noun.dep_ == "attr" and syn.is_verb(noun.head)
    subjects = syn.surface_subject(noun.head) if attribute else _acting_as(args, noun)
    if subjects:
        return [n for t in subjects for n in args.expand(t, kinds) if n.mention.how != "generic"]
    # a kind that only has common nouns (a risk) is its own noun
    bare = _nameless(args, kinds)
    generic = args.generic(noun, bare) if bare else None
    return [generic] if generic is not None else []


def _acting_as(args: Arguments, noun: Token) -> list[Token]:
    """ "X serves as our auditor", "named X as chairman", "counts X among its customers"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"as", "among"} or not syn.is_verb(noun.head.head):
        return []
    verb = noun.head.head
    if verb.lemma_ in args.lexicon.words("Post", "taking"):
        return syn.surface_subject(verb)
    return syn.patient(verb) or syn.surface_subject(verb)


def _modifier(args: Arguments, noun: Token, kinds: frozenset[str]) -> list[Named]:
    """The words before a noun as a mention: "cloud" of "cloud company", "Basel" of "the Basel firm"."""
    before = args.named(noun.nbor(-1)) if noun.i else None
    if before is not None and before.kind in kinds and args.parsed.doc[before.root].dep_ != "poss":
        return [before]
    kind = min(_nameless(args, kinds), default="")
    if not kind:
        return []
    words = _narrowing(args, noun, args.lexicon.words(kind, "notGeneric"))
    while words and (words[0].text == "-" or words[0].lower_ in args.lexicon.words("Bland", "word")):
        words.pop(0)
    return [args.nouns.spelled(words[0].i, words[-1].i, kind)] if words and words[-1].text != "-" else []


def _narrowing(args: Arguments, noun: Token, refused: frozenset[str]) -> list[Token]:
    """The compound before a noun, as far as it goes without refused words, names and dates."""
    words: list[Token] = []
    for t in reversed(args.parsed.doc[noun.sent.start : noun.i]):
        hyphen = t.text == "-" and bool(words) and not t.whitespace_
        compound = t.head.i >= t.i and t.dep_ in {"compound", "nmod", "npadvmod"}
        plain = t.dep_ == "amod" and t.tag_ in {"JJ", "NN"} and bool(words) and t.lower_ not in refused
        stopped = t.lower_ in refused and not (words and words[0].text == "-")
        known = t.i in args.parsed.mentions or t.ent_type_ in {"NORP", "GPE", "DATE"}
        if stopped or known or not (hyphen or compound or plain):
            break
        words.insert(0, t)
    return words


def _nameless(args: Arguments, kinds: frozenset[str]) -> frozenset[str]:
    """The kinds that have no names of their own, only common nouns: a sector, a risk."""
    return frozenset(k for k in kinds if not args.lexicon.inherited(k, "label") and not args.lexicon.names_its_own(k))
