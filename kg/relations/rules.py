"""The rules that turn a cue in a sentence into pairs of arguments, one small function a form of cue.

Each rule is a generator over the triggers of one passage; `RULES` is their order. A rule finds words;
which relation they evoke and where its arguments stand is the lexicon's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Cue
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


def verbs(args: Arguments) -> Iterator[Hit]:
    """ "X supplies chips to Y", "Y is supplied by X", "X, which supplies Y"."""
    for token in args.parsed.doc:
        if syn.is_verb(token) and not args.in_name(token) and token.dep_ not in {"aux", "auxpass"}:
            for phrase, cue in args.lexicon.by_word.get(("verb", token.lemma_.lower()), ()):
                if _has_rest(token, phrase[1:]) and _applies(args, token, cue):
                    yield from _pairs(args, token, cue, "verb")


def nouns(args: Arguments) -> Iterator[Hit]:
    """ "X, a customer of Y", "Y's customer X", "customers such as X"."""
    for token in args.parsed.doc:
        if (
            args.in_name(token)
            or token.pos_ not in {"NOUN", "PROPN"}
            and not (token.pos_ == "ADJ" and token.i in args.described)
        ):
            continue
        for key in dict.fromkeys((token.lemma_.lower(), token.lower_, _hyphenated(token))):
            for phrase, cue in args.lexicon.by_word.get(("noun", key), ()):
                if _preceded(token, phrase[:-1]) and _applies(args, token, cue):
                    yield from _pairs(args, token, cue, "noun")


def adjectives(args: Arguments) -> Iterator[Hit]:
    """ "X is dependent on Y for chips", "X is optimistic about Y's revenue"."""
    for token in args.parsed.doc:
        for _, cue in args.lexicon.by_word.get(("adjective", token.lower_), ()):
            if token.dep_ in {"acomp", "amod", "advcl", "ROOT", "oprd", "xcomp"} and _applies(args, token, cue):
                yield from _pairs(args, token, cue, "adjective")


def suffixes(args: Arguments) -> Iterator[Hit]:
    """ "Leeds-based X", "X, a Leeds-based chipmaker", "the Leeds-based chipmaker"."""
    doc = args.parsed.doc
    for token in doc[2:]:
        for _, cue in args.lexicon.by_word.get(("suffix", token.lower_), ()):
            if doc[token.i - 1].text != "-" or (first := args.parsed.mentions.get(token.i - 2)) is None:
                continue
            prefix = {"prefix": [first], "self": _noun_named(args, token)}
            for s_place, o_place in ((s, o) for s in cue.subject for o in cue.object):
                for s in prefix.get(s_place, []):
                    yield from (
                        Hit(cue, "suffix", token, s, o, (s_place, o_place))
                        for o in prefix.get(o_place, [])
                        if _fits(cue, s, o)
                    )


def genitives(args: Arguments) -> Iterator[Hit]:
    """ "X's models": no word but the possessive itself."""
    for token in args.parsed.doc:
        for owner in syn.children(token, "poss"):
            for _, cue in args.lexicon.by_word.get(("genitive", "name"), ()):
                yield from _genitive(args, token, syn.relative(owner), cue)


def postmodifiers(args: Arguments) -> Iterator[Hit]:
    """ "Semelec of Grenoble", "PulpWell from Hartnell": a preposition right between two names."""
    for token in args.parsed.doc:
        for _, cue in args.lexicon.by_word.get(("postmodifier", token.lower_), ()):
            left, right = args.parsed.mentions.get(token.i - 1), args.parsed.mentions.get(token.i + 1)
            if left is None or right is None:
                continue
            ends = {"self": left, "of": right}
            subject, object_ = ends[cue.subject[0]], ends[cue.object[0]]
            if _fits(cue, subject, object_):
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


def _preceded(noun: Token, before: tuple[str, ...]) -> bool:
    """Whether the first words of a phrase stand before its last."""
    start = noun.i - len(before)
    return start >= 0 and all(t.lower_ == w for t, w in zip(noun.doc[start : noun.i], before, strict=True))


def _hyphenated(token: Token) -> str:
    """ "arch-rival" where the tokenizer made three of it."""
    doc = token.doc
    return doc[token.i - 2].lower_ + "-" + token.lemma_.lower() if token.i > 1 and doc[token.i - 1].text == "-" else ""


def _applies(args: Arguments, trigger: Token, cue: Cue) -> bool:
    """Whether the conditions of a cue hold: needed and forbidden places, adverbs, the patient's kind."""
    if cue.needs and not args.at(cue.needs, trigger, cue):
        return False
    if cue.unless and args.at(cue.unless, trigger, cue):
        return False
    if cue.needs_metric and not args.are_metrics(args.at(cue.needs_metric, trigger, cue)):
        return False
    if cue.unless_metric and args.are_metrics(args.at(cue.unless_metric, trigger, cue)):
        return False
    if cue.adverbs and not any(c.lower_ in cue.adverbs for c in trigger.children):
        return False
    if any(c.lower_ in cue.unless_adverbs for c in trigger.children):
        return False
    if cue.needs == "money" and args.buys_property(trigger):
        return False
    if cue.patient_kind:
        patients = args.at("patient", trigger, cue)
        return any(_may_be(args, t, cue.patient_kind) for t in patients)
    if cue.part is not None:
        return any(args.is_part(t) for t in args.at("patient", trigger, cue)) is cue.part
    return True


def _may_be(args: Arguments, token: Token, kind: str) -> bool:
    """Whether a noun phrase is of a kind, or a common noun that could be."""
    token = syn.relative(token)
    named = args.parsed.mentions.get(token.i)
    if (named is not None and named.mention.how == "name") or token.i in args.parsed.amounts:
        return named is not None and named.kind == kind
    described = args.described.get(token.i, ())
    return all(n.kind == kind for n in described) and not _is_abstract(args, token, kind)


def _is_abstract(args: Arguments, token: Token, kind: str) -> bool:
    """Whether a noun is property or an act rather than goods: a stake, a bid."""
    if args.is_part(token) and (inner := syn.objects_of(token, "of")):
        token = inner[0]  # "almost all of its motors"
    word = token.lemma_.lower()
    return word in args.lexicon.words("Security", "word") or word in args.lexicon.words(kind, "notGeneric")


def _pairs(args: Arguments, trigger: Token, cue: Cue, rule: str) -> Iterator[Hit]:
    """The pairs of a cue's arguments, less those that other words contradict."""
    yield from (hit for hit in _all_pairs(args, trigger, cue, rule) if not _contrary(args, hit))


def _all_pairs(args: Arguments, trigger: Token, cue: Cue, rule: str) -> Iterator[Hit]:
    """All allowed pairs of the first filled subject place and the first filled object place.

    Without another place filled, what the document is about may stand in.
    """
    s_place, subjects = _filled(args, trigger, cue, (cue.subject, cue.relation.domain, cue.subject_kind))
    if not subjects:
        return
    if cue.object == ("fellow",):
        if cue.form == "noun" and (args.owners(trigger) or args.at("agent", trigger, cue)):
            return  # rivals of somebody, not of each other
        for s, o in args.fellows(subjects):
            if _fits(cue, s, o):
                yield Hit(cue, rule, trigger, s, o, (s_place, "fellow"))
        return
    o_place, objects = _filled(args, trigger, cue, (cue.object, cue.relation.range, cue.object_kind))
    pairs = [(s, o) for s in subjects for o in objects]
    if len(subjects) == len(objects) and _one_to_one(trigger, (s_place, o_place)):
        pairs = list(zip(subjects, objects, strict=True))
    yield from (Hit(cue, rule, trigger, s, o, (s_place, o_place)) for s, o in pairs if _fits(cue, s, o))


def _contrary(args: Arguments, hit: Hit) -> bool:
    """Whether the words around an argument give it the other part: a "customer" is no supplier, X's model not Y's."""
    relation = hit.cue.relation
    for named, place in ((hit.subject, "object"), (hit.object, "subject")):
        for noun in (args.parsed.doc[i] for i, those in args.described.items() if named in those):
            known = args.lexicon.by_word.get(("noun", noun.lemma_.lower()), ())
            cues = [c for phrase, c in known if c.relation == relation and _preceded(noun, phrase[:-1])]
            if cues and noun.i != hit.trigger.i and all(getattr(c, place) == ("self",) for c in cues):
                return True
    if "topic" in hit.places:
        return False  # it stands elsewhere
    makes = "true" in args.lexicon.words(relation.name, "makerOf")
    owner = next((args.parsed.mentions.get(o.i) for o in syn.children(args.parsed.doc[hit.object.root], "poss")), None)
    return (
        makes
        and owner is not None
        and owner.mention.how == "name"
        and owner.name != hit.subject.name
        and owner.kind in relation.domain
    )


def _one_to_one(trigger: Token, places: tuple[str, str]) -> bool:
    """ "X and Y buy from A and B respectively", "bought chips from A and glass from B"."""
    repeated = any(sum(c.lower_ == place for c in trigger.subtree if c.dep_ == "prep") > 1 for place in places)
    return repeated or any(t.lower_ == "respectively" for t in trigger.sent)


def _filled(
    args: Arguments, trigger: Token, cue: Cue, wanted: tuple[tuple[str, ...], frozenset[str], str]
) -> tuple[str, list[Named]]:
    places, allowed, narrowed = wanted
    kinds = frozenset(k for k in allowed if not narrowed or args.lexicon.ontology.is_a(k, narrowed))
    for place in places:
        found = _at(args, trigger, cue, (place, kinds))
        if found:
            return place, found
    return "", []


def _at(args: Arguments, trigger: Token, cue: Cue, wanted: tuple[str, frozenset[str]]) -> list[Named]:
    place, kinds = wanted
    if place == "self":
        return _self(args, trigger, kinds)
    if place == "modifier":
        return _modifier(args, trigger, kinds)
    # what is made or delivered to somebody may be any common noun, what is merely touched only a listed one
    loose = cue.open and place == "patient"
    if place == "topic":
        return [args.topic] if args.topic is not None and args.topic.kind in kinds else []
    named_only = _names_only(args, cue)
    found = (
        [n for n in args.expand(t, kinds, loose) if not (named_only and n.mention.how == "generic")]
        for t in args.at(place, trigger, cue)
        if not (
            cue.via_product
            and place in cue.object
            and (m := args.parsed.mentions.get(t.i)) is not None
            and m.kind in kinds
        )
    )
    return next(filter(None, found), []) if place == "clause" else [n for group in found for n in group]


def _names_only(args: Arguments, cue: Cue) -> bool:
    """Whether a relation holds between named things only."""
    return "true" in args.lexicon.words(cue.relation.name, "namesOnly")


def _self(args: Arguments, noun: Token, kinds: frozenset[str]) -> list[Named]:
    """What a noun describes: names beside it, or the noun itself where it refers back or is generic."""
    named = [n for n in args.described.get(noun.i, ()) if n.kind in kinds]
    if named:
        return named
    own = args.parsed.mentions.get(noun.i)
    if own is not None and own.mention.how == "nominal" and own.kind in kinds:
        return [own]
    subjects = syn.surface_subject(noun.head) if noun.dep_ == "attr" and syn.is_verb(noun.head) else _acting_as(noun)
    return (
        [n for t in subjects for n in args.expand(t, kinds) if n.mention.how != "generic"]
        if subjects
        else _risky(args, noun, kinds)
    )


def _acting_as(noun: Token) -> list[Token]:
    """ "X serves as our auditor", "named X as chairman", "counts X among its customers"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"as", "among"} or not syn.is_verb(noun.head.head):
        return []
    verb = noun.head.head
    if verb.lemma_ in {"succeed", "replace"}:
        return syn.surface_subject(verb)
    return syn.patient(verb) or syn.surface_subject(verb)


def _risky(args: Arguments, noun: Token, kinds: frozenset[str]) -> list[Named]:
    """A kind that only has common nouns (a risk) is its own noun."""
    bare = frozenset(k for k in kinds if not args.lexicon.words(k, "label"))
    generic = args.generic(noun, bare, False) if bare else None
    return [generic] if generic is not None else []


def _modifier(args: Arguments, noun: Token, kinds: frozenset[str]) -> list[Named]:
    """The words before a noun as a mention: "cloud software" of "cloud software company", "Basel" of "the Basel firm"."""
    before = args.parsed.mentions.get(noun.i - 1)
    if (
        before is not None
        and before.mention.how == "name"
        and before.kind in kinds
        and args.parsed.doc[before.root].dep_ != "poss"
    ):
        return [before]
    kind = next(iter(sorted(k for k in kinds if not args.lexicon.words(k, "label"))), "")
    stop = args.lexicon.words(kind, "notGeneric") if kind else frozenset()
    words: list[Token] = []
    for t in reversed(args.parsed.doc[noun.sent.start : noun.i]):
        joined = (t.text == "-" and words and not t.whitespace_) or (
            t.head.i >= t.i and t.dep_ in {"compound", "nmod", "npadvmod"}
        )
        plain = t.dep_ == "amod" and t.tag_ in {"JJ", "NN"} and bool(words) and t.lower_ not in stop
        stopped = t.lower_ in stop and not (words and words[0].text == "-")
        if not (joined or plain) or t.i in args.parsed.mentions or stopped or t.ent_type_ in {"NORP", "GPE", "DATE"}:
            break
        words.insert(0, t)
    while words and (words[0].text == "-" or words[0].lower_ in args.lexicon.words("Bland", "word")):
        words.pop(0)
    return [args.sector(words[0].i, words[-1].i, kind)] if kind and words and words[-1].text != "-" else []


def _noun_named(args: Arguments, suffix: Token) -> list[Named]:
    """Who is "Leeds-based": the name itself, or what the noun behind describes or refers back to."""
    head = suffix.head
    named = args.parsed.mentions.get(head.i)
    return [named] if named is not None else list(args.described.get(head.i, ()))


def _genitive(args: Arguments, noun: Token, owner: Token, cue: Cue) -> Iterator[Hit]:
    heads = {"owner": owner, "self": noun}
    if _is_bought(args, noun):
        return
    sides = (
        (cue.subject[0], cue.relation.domain, cue.subject_kind),
        (cue.object[0], cue.relation.range, cue.object_kind),
    )
    filled = []
    for place, allowed, narrowed in sides:
        kinds = frozenset(k for k in allowed if not narrowed or args.lexicon.ontology.is_a(k, narrowed))
        token = heads[place]
        named = args.parsed.mentions.get(token.i)
        made = place == "self" and any(
            token.lemma_.lower() in args.lexicon.words(k, "made") for k in kinds if "made" in cue.words
        )
        generic = args.generic(token, kinds, False) if named is None and made else None
        filled.append([n for n in (named, generic) if n is not None and n.kind in kinds])
    for s in filled[0]:
        yield from (
            Hit(cue, "genitive", noun, s, o, (cue.subject[0], cue.object[0])) for o in filled[1] if _fits(cue, s, o)
        )


def _is_bought(args: Arguments, noun: Token) -> bool:
    """Whether a verb says that the owner gets the thing from elsewhere: "buys its motors from X"."""
    verb = syn.governing_verb(noun)
    if verb is None or noun.dep_ not in {"dobj", "pobj", "nsubjpass"}:
        return False
    return any("from" in cue.object for _, cue in args.lexicon.by_word.get(("verb", verb.lemma_.lower()), ()))


def _fits(cue: Cue, subject: Named, object_: Named) -> bool:
    return subject.name != object_.name and cue.relation.allows(subject.kind, object_.kind)
