"""How much, what part, when, for what, as what and from or to whom: the qualifiers of a fact.

Only what hangs on the cue's own verb or noun is taken, so that each number goes to its own fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.model import Qualifier, Status, Value
from kg.nlp import Amount
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.pairs import Hit
from kg.relations.reach import Reach
from kg.relations.things import ThingReader
from kg.relations.times import DATE, FROM, UNTIL, times

_UNITS = frozenset({"day", "week", "month", "quarter", "year"})
_NAME_OF_UNIT = {"money": "amount", "percent": "share"}


def qualifiers(args: Arguments, hit: Hit) -> tuple[tuple[str, Qualifier], ...]:
    """The qualifiers of one hit, sorted by name."""
    relation = hit.cue.relation.name
    takes = args.lexicon.words(relation, "takes")
    found: dict[str, Qualifier] = dict(ThingReader(args, hit).read())
    reach = Reach(args.lexicon, hit.trigger)
    for name, amount in _amounts(args, reach, hit):
        if name in takes:
            found.setdefault(name, amount.value)
    if args.lexicon.words(relation, "lasting"):
        takes |= {FROM, UNTIL}
    ending = args.lexicon.words("Sequel", "ending") if DATE in takes else ()
    for name, text in times(args.parsed, hit.trigger.sent, reach.times, ending):
        if name in takes:
            found.setdefault(name, text)
    if UNTIL in takes and (verb := _leaving(args, hit)) is not None:
        ends = times(args.parsed, verb.sent, lambda word: syn.governing_verb(word) == verb)
        found |= dict([(UNTIL, when) for name, when in ends if name == DATE][:1])
    paid = found.get("amount")
    if isinstance(paid, Value) and not paid.per and (per := _frequency(reach.head)):
        found["amount"] = replace(paid, per=per)
    return tuple(sorted(found.items(), key=lambda item: item[0]))


def _leaving(args: Arguments, hit: Hit) -> Token | None:
    """The verb by which whom a noun describes has left: "X's former chief, Y, resigned in June"."""
    if syn.is_verb(hit.trigger):
        return None
    nouns = (hit.trigger, args.parsed.doc[hit.subject.root])
    verbs = [c for t in nouns for c in syn.children(t, "acl", "relcl")]
    verbs += [t.head for t in nouns if t.dep_ == "nsubj" and syn.is_verb(t.head)]
    leaving = args.lexicon.words(Status.ENDED, "leaving")
    return next((v for v in verbs if v.lemma_.lower() in leaving), None)


def _amounts(args: Arguments, reach: Reach, hit: Hit) -> Iterator[tuple[str, Amount]]:
    """Sums and shares near a cue with the names of their qualifiers, those that belong to the hit's own ends first."""
    sent, amounts = hit.trigger.sent, args.parsed.amounts
    all_ = sorted(dict.fromkeys(amounts[i] for i in range(sent.start, sent.end) if i in amounts), key=lambda a: a.start)
    near = [a for a in all_ if reach.holds(args.parsed.doc[a.start : a.end].root)]
    ranked = sorted(near, key=lambda a: (_is_origin(args, a), _strangers(args, a, hit), a.start))
    for amount in ranked:
        if amount.value.unit == "percent" and not is_part(amount.value):
            continue  # nobody owns 300 % of anything
        if amount.value.unit == "percent" and _is_step(args, amount):
            continue
        if amount.value.unit in _NAME_OF_UNIT:
            yield _NAME_OF_UNIT[amount.value.unit], amount
        elif amount.value.unit == "count" and _counts_shares(args, amount):
            yield "volume", amount


def is_part(value: Value) -> bool:
    """Whether a percentage can be a part of a whole."""
    return value.number is None or 0 <= value.number <= 100


def _counts_shares(args: Arguments, amount: Amount) -> bool:
    """ "451,146 shares"."""
    counted = args.parsed.doc[amount.start : amount.end].root.head
    return counted.lemma_.lower() in args.lexicon.words("Security", "word")


def _is_origin(args: Arguments, amount: Amount) -> bool:
    """Whether a number is where another started: "to 15% from 12%"."""
    return amount.start > 0 and args.parsed.doc[amount.start - 1].lower_ == "from"


def _is_step(args: Arguments, amount: Amount) -> bool:
    """Whether a percentage tells how far something went: a stake raised by 10.5 % is one of an unknown size."""
    before = (args.parsed.doc[i].lower_ for i in range(max(0, amount.start - 2), amount.start))
    return "by" in before


def _strangers(args: Arguments, amount: Amount, hit: Hit) -> int:
    """How many mentions listed with an end of the hit stand between it and a number: "30% from X and 10% from Y"."""
    doc = args.parsed.doc
    # what is meant may stand in another passage
    inside = (end for end in (hit.subject, hit.object) if end.end <= len(doc))
    here = (end for end in inside if args.parsed.span(end.start, end.end)[0] == end.mention.start)
    ends = {end.root: doc[end.root] for end in here}
    counts = []
    for i, root in ends.items():
        others = [
            t.i for t in (*root.conjuncts, *_alike(args, root)) if t.i not in ends and t.i in args.parsed.mentions
        ]
        if others:
            low, high = sorted((i, amount.start))
            counts.append(sum(low < other < high for other in others))
    return min(counts, default=0)


def _alike(args: Arguments, root: Token) -> list[Token]:
    """Other mentions behind the same preposition: X and Y of "30% from X and 10% from Y"."""
    if root.dep_ != "pobj":
        return []
    same = (t for t in root.sent if t.dep_ == "pobj" and t.head.lower_ == root.head.lower_ and t.i != root.i)
    return [t for t in same if t.i in args.parsed.mentions]


def _frequency(verb: Token) -> str:
    """The unit of "every month" or "each quarter" beside the verb."""
    units = [t for t in syn.children(verb, "npadvmod") if any(c.lower_ in {"every", "each", "a"} for c in t.children)]
    return next((t.lemma_.lower() for t in units if t.lemma_.lower() in _UNITS), "")
