"""What is said of a metric: that it rose, fell, is so much, or that somebody makes a share of it.

One small generator a way of saying, `READERS` their order. The first that understands a metric word wins,
and its name stands in the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Change, Status, Value
from kg.nlp import syntax as syn
from kg.relations.metrics import Metric
from kg.relations.numbers import Numbers

_LEVEL_BY = frozenset({"at", "of", "about", ""})
_MOVED_BY = frozenset({"", "to", "by", "at", "about"})


@dataclass(frozen=True, slots=True)
class Said:
    """A change with its value, if any, and the value it started from.

    `whole` is the noun of what a share is of, `status` is set where the words themselves tell it.
    """

    change: Change
    value: Value | None
    verb: Token
    origin: Value | None = None
    whole: Token | None = None
    status: Status | None = None


def shares(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "represents 25% of X's revenue": the metric is the whole that a percentage is taken of."""
    token = metric.token
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return
    part = token.head.head
    amount, verb = numbers.at(part), syn.governing_verb(part)
    if verb is None or amount is None or amount.value.unit != "percent" or token.lower_ == "shares":
        return
    if part.dep_ == "dobj" and (change := numbers.direction(verb, "verb")) is not None:
        yield Said(change, amount.value, verb)  # "cut 15 percent of its workforce"
        return
    lemma = verb.lemma_.lower()
    makes = {lemma, *(f"{lemma} {c.lower_}" for c in verb.children)} & numbers.lexicon.words(Change.SHARE, "verb")
    if makes and not is_nobody(verb):
        yield Said(Change.SHARE, amount.value, verb)


def changed_nouns(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "a 29% increase in revenue", "a drop in the share price", "revenue growth", "a doubling of subscriptions"."""
    token = metric.token
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"in", "of", "for"} else token.head
    if numbers.at(noun) is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a drop of 12 percent in profit"
    if token.dep_ not in {"pobj", "compound", "nmod", "poss"} or (change := numbers.direction(noun, "noun")) is None:
        return
    amounts = [a for a in numbers.of(noun) if a.value.unit != "count" or a.start < noun.i]
    if (itself := numbers.at(noun)) is not None and itself not in amounts:
        amounts.append(itself)
    if not amounts and noun.dep_ == "dobj":
        amounts = [a for a in numbers.of(noun.head) if numbers.before(a) == "at"]  # "put growth at 5%"
    first = next((a.value for a in amounts if numbers.before(a) != "from"), None)
    yield Said(change, first, _verb_or(noun))


def changing_verbs(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "revenue rose 9 percent to $612 million from $560 million", "lift X's debt to $4.1 billion"."""
    verb = numbers.moving(syn.governing_verb(metric.token))
    if verb is None or (change := numbers.direction(verb, "verb") or numbers.beside(verb)) is None:
        return
    if not _moves(verb, metric.token):
        return
    if (itself := numbers.at(verb)) is not None and itself.value.unit == "times":
        yield Said(change, itself.value, verb)
        return
    amounts = [(numbers.before(a), a) for a in numbers.of(verb)]
    start = next((a for word, a in amounts if word == "from"), None)
    origin = start.value if start is not None else None
    amounts = [(word, a) for word, a in amounts if start is None or word == "to" or a.start < start.start]
    countable = "count" in numbers.lexicon.words(metric.name, "unit")
    values = [
        Said(numbers.turned(a) or change, a.value, verb, origin if word == "to" else None)
        for word, a in amounts
        if word in _MOVED_BY
        and (word == "to" or a.value.unit != "count" or countable or numbers.counts(a, metric.token))
        and (a.start > min(verb.i, metric.token.i) or numbers.counts(a, metric.token))
    ]
    yield from values or [Said(change, None, verb)]


def levels(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "revenue of $61 million", "a $20 million spend", "revenue was $61 million", "up 17 percent"."""
    token, verb = metric.token, _verb_or(metric.token)
    is_share = bool(numbers.lexicon.words(metric.name, "isShare"))
    beside = [a for a in numbers.of(token) if numbers.before(a) in _LEVEL_BY or numbers.counts(a, token)]
    own = [a for a in beside if is_share or a.value.unit != "percent"]
    counted = token.lemma_.lower() in numbers.lexicon.words(metric.name, "counts")
    having = verb.lemma_.lower() in numbers.lexicon.words("Count", "verb")
    if counted and not having and not syn.children(token, "poss"):
        return  # some workers, not the workforce
    if not own and not _states(numbers, verb, token):
        return
    stated = own or [a for a in numbers.of(verb) if numbers.before(a) in _LEVEL_BY and a.start > verb.i]
    # "their 500 employees" takes for granted that there are so many
    status = Status.ASSERTED if syn.children(token, "poss") and any(numbers.counts(a, token) for a in own) else None
    change = Change.SHARE if is_share else Change.LEVEL
    yield from (Said(change, a.value, verb, status=status) for a in stated[:1])
    yield from _moved_to(numbers, token, verb)


def is_nobody(verb: Token) -> bool:
    """Whether a verb is said of none: "no other customer accounted for"."""
    return any(c.lower_ in {"no", "none"} for t in syn.surface_subject(verb) for c in (t, *t.children))


def changes_by_name(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "savings of about $3 million", "500 layoffs"."""
    if metric.change is not None:
        amounts = [a for a in numbers.of(metric.token) if numbers.before(a) in _LEVEL_BY or a.start < metric.token.i]
        yield from (Said(metric.change, a.value, _verb_or(metric.token)) for a in amounts[:1])


def amounts_in(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "$313.7 million in losses", "more than $2 billion of revenue": the metric word says what the money is."""
    token = metric.token
    if token.dep_ != "pobj" or token.head.lower_ not in {"in", "of"}:
        return
    amount = numbers.at(token.head.head)
    if amount is None or amount.value.unit not in {"money", "count"} or amount.start > token.i:
        return
    verb = _verb_or(token)
    lexicon = numbers.lexicon
    # "manages $3 billion in assets" says how much there is, "paid $3 billion in cash" does not
    if not lexicon.words(metric.name, "named") or verb.lemma_.lower() in lexicon.words("Count", "verb"):
        yield Said(Change.LEVEL, amount.value, verb)


def expectations(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "profit beat analysts' estimates of $30 million"."""
    verb = syn.governing_verb(metric.token)
    meets = verb is not None and verb.lemma_.lower() in numbers.lexicon.words("Consensus", "meeting")
    if verb is None or not meets or metric.token.dep_ != "nsubj":
        return
    words = numbers.lexicon.words("Consensus", "word")
    foreseen = [t for t in syn.children(verb, "dobj") if t.lemma_.lower() in words]
    amounts = [a for a in numbers.of(verb) if a.start > verb.i] if foreseen else []
    yield from (Said(Change.LEVEL, a.value, verb, status=Status.EXPECTED) for a in amounts[:1])


def contributions(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "contributed $40 million to X's revenue"."""
    token = metric.token
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "to" or not syn.is_verb(verb):
        return
    if verb.lemma_.lower() in numbers.lexicon.words(Change.LEVEL, "adding"):
        given = [numbers.at(t) for t in syn.children(verb, "dobj")]
        yield from (Said(Change.LEVEL, a.value, verb) for a in given if a is not None and a.value.unit == "money")


def comparatives(numbers: Numbers, metric: Metric) -> Iterator[Said]:
    """ "predicts higher revenue", "rising sales"."""
    for child in syn.children(metric.token, "amod", "compound"):
        if child.i and child.doc[child.i - 1].text == "-":
            continue  # "fastest-growing" compares with others
        change = numbers.direction(child, "adverb")
        if change is None and child.tag_ == "VBG":
            change = numbers.direction(child, "verb")
        if change is not None:
            yield Said(change, None, _verb_or(metric.token))
            return


READERS: tuple[Callable[[Numbers, Metric], Iterator[Said]], ...] = (
    shares,
    changes_by_name,
    changed_nouns,
    contributions,
    expectations,
    changing_verbs,
    amounts_in,
    levels,
    comparatives,
)


def _moves(verb: Token, token: Token) -> bool:
    """Whether a metric word is what a verb of change speaks of."""
    spoken_of = {t.i for t in (*syn.children(verb, "dobj"), *syn.surface_subject(verb), *syn.patient(verb))}
    return not spoken_of.isdisjoint(t.i for t in (token, syn.list_head(token), *_heads(token)))


_COUNTED = frozenset({"number", "volume", "amount", "total", "level", "value"})


def _heads(token: Token) -> Iterator[Token]:
    """Nouns that a metric word belongs to: "price" of "share price", "number" of "the number of subscribers"."""
    while (token.dep_ in {"compound", "poss", "nmod"} and token.head.pos_ == "NOUN") or (
        token.dep_ == "pobj" and token.head.head.lower_ in _COUNTED
    ):
        token = token.head if token.dep_ != "pobj" else token.head.head
        yield token


def _states(numbers: Numbers, verb: Token, token: Token) -> bool:
    """Whether a verb says how high its subject is: "was", "reached"."""
    says = verb.lemma_.lower() in numbers.lexicon.words(Change.LEVEL, "verb")
    keeps = verb.lemma_.lower() in numbers.lexicon.words(Change.LEVEL, "keeping")
    as_subject = says and token.dep_ in {"nsubj", "nsubjpass"}
    return syn.is_verb(verb) and (as_subject or (keeps and token.dep_ in {"dobj", "nsubjpass"}))


def _moved_to(numbers: Numbers, token: Token, verb: Token) -> Iterator[Said]:
    """The change beside a level: ", up 17 percent"."""
    for adverb in (t for h in (token, verb) for t in syn.children(h, "advmod", "prep", "acomp", "amod", "advcl")):
        change = numbers.direction(adverb, "adverb")
        amounts = (numbers.of(adverb) or numbers.of(token)) if change is not None else []
        moved = [a for a in amounts if a.value.unit == "percent"]
        if change is not None and moved:
            yield Said(change, moved[0].value, verb)


def _verb_or(token: Token) -> Token:
    verb = syn.governing_verb(token)
    return verb if verb is not None else token
