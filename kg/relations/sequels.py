"""What the next sentence adds to a deal: "The contract is worth $5 million and runs until 2029"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon
from kg.model import Claim, Mention, Qualifier
from kg.nlp import syntax as syn
from kg.relations.arguments import Arguments
from kg.relations.reach import Reach
from kg.relations.times import UNTIL, times

_BACK = frozenset({"the", "this", "that"})


def with_sequels(claims: list[Claim], args: Arguments) -> list[Claim]:
    """The claims of a passage, with what a sentence about "the deal" adds to the only deal of the sentence before."""
    parsed = args.parsed
    added: dict[int, dict[str, Qualifier]] = {}
    sentences = list(parsed.doc.sents)
    for before, sent in pairwise(sentences):
        start, _ = parsed.sentence(before[0])
        deals = [n for n, c in enumerate(claims) if c.evidence.start == start and _is_deal(c, args.lexicon)]
        if len({_ends(claims[n]) for n in deals}) == 1:
            said = dict(reversed(list(_said(sent, args))))
            added.update(dict.fromkeys(deals, said))
    return [_fuller(claim, added.get(n, {}), args.lexicon) for n, claim in enumerate(claims)]


def _is_deal(claim: Claim, lexicon: Lexicon) -> bool:
    return isinstance(claim.object, Mention) and "amount" in lexicon.words(claim.predicate, "takes")


def _ends(claim: Claim) -> tuple[str, ...]:
    return tuple(sorted((claim.subject.name, claim.object.name if isinstance(claim.object, Mention) else "")))


def _fuller(claim: Claim, said: dict[str, Qualifier], lexicon: Lexicon) -> Claim:
    takes = lexicon.words(claim.predicate, "takes") | ({UNTIL} if lexicon.words(claim.predicate, "lasting") else set())
    own = dict(claim.qualifiers)
    more = {name: value for name, value in said.items() if name in takes and name not in own}
    return replace(claim, qualifiers=tuple(sorted((own | more).items(), key=lambda item: item[0]))) if more else claim


def _said(sent: Span, args: Arguments) -> Iterator[tuple[str, Qualifier]]:
    """The sums and times of the clauses whose subject is the deal."""
    words = (
        args.lexicon.words("Sequel", "worth"),
        args.lexicon.words("Sequel", "dated"),
        args.lexicon.words("Sequel", "ending"),
    )
    for verb in (t for t in sent if syn.is_verb(t) and _is_of_deal(t, args)):
        lemma, reach = verb.lemma_.lower(), Reach(args.lexicon, verb)
        if lemma in words[0]:
            amounts = dict.fromkeys(args.parsed.amounts[t.i] for t in sent if t.i in args.parsed.amounts)
            own = [a for a in amounts if a.value.unit == "money" and reach.holds(args.parsed.doc[a.start : a.end].root)]
            yield from (("amount", a.value) for a in own[:1])
        if lemma in words[1] | words[2]:
            for name, text in times(args.parsed, sent, reach.times):
                yield (UNTIL if name == "date" and lemma in words[2] else name), text


def _is_of_deal(verb: Token, args: Arguments) -> bool:
    """Whether the subject of a verb is "the deal", without a name that says whose."""
    deals = args.lexicon.words("Agreement", "word") | args.lexicon.words("Contract", "word")
    deals |= args.lexicon.words("Sequel", "deal")
    subjects = syn.surface_subject(verb)
    if len(subjects) != 1 or subjects[0].lemma_.lower() not in deals:
        return False
    noun = subjects[0]
    named = any(t.i in args.parsed.mentions for t in noun.subtree if t.i < verb.i)
    return not named and any(c.lower_ in _BACK for c in syn.children(noun, "det"))
