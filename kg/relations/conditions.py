"""Whether the conditions of a cue hold: places that must be filled or empty, adverbs, the kind of the patient."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Cue
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments


def applies(args: Arguments, trigger: Token, cue: Cue) -> bool:
    """Whether all conditions of a cue hold at a trigger word."""
    return _places_hold(args, trigger, cue) and _adverbs_hold(trigger, cue) and _patient_holds(args, trigger, cue)


def _places_hold(args: Arguments, trigger: Token, cue: Cue) -> bool:
    """Whether what must be there is, and what must not is not."""
    places = args.places
    if cue.needs and not places.at(cue.needs, trigger, cue):
        return False
    if cue.unless and places.at(cue.unless, trigger, cue):
        return False
    if cue.needs_metric and not places.are_metrics(places.at(cue.needs_metric, trigger, cue)):
        return False
    if cue.unless_metric and places.are_metrics(places.at(cue.unless_metric, trigger, cue)):
        return False
    return cue.needs != "money" or not places.buys_property(trigger)


def _adverbs_hold(trigger: Token, cue: Cue) -> bool:
    beside = {c.lower_ for c in trigger.children}
    return (not cue.adverbs or not beside.isdisjoint(cue.adverbs)) and beside.isdisjoint(cue.unless_adverbs)


def _patient_holds(args: Arguments, trigger: Token, cue: Cue) -> bool:
    """Whether the patient is of the kind, or is a part or a whole, as the cue wants it."""
    if cue.patient_kind:
        return any(_may_be(args, t, cue.patient_kind) for t in args.places.at("patient", trigger, cue))
    if cue.part is not None:
        return any(args.is_part(t) for t in args.places.at("patient", trigger, cue)) is cue.part
    return True


def _may_be(args: Arguments, token: Token, kind: str) -> bool:
    """Whether a noun phrase is of a kind, or a common noun that could be."""
    token = syn.relative(token)
    if args.in_name(token) or token.i in args.parsed.amounts:
        named = args.parsed.mentions.get(token.i)
        return named is not None and named.kind == kind
    described = args.described.get(token.i, ())
    return all(n.kind == kind for n in described) and not _is_abstract(args, token, kind)


def _is_abstract(args: Arguments, token: Token, kind: str) -> bool:
    """Whether a noun is property or an act rather than goods: a stake, a bid."""
    if args.is_part(token) and (inner := syn.objects_of(token, "of")):
        token = inner[0]  # "almost all of its motors"
    word = token.lemma_.lower()
    return word in args.lexicon.words("Security", "word") or word in args.lexicon.words(kind, "notGeneric")
