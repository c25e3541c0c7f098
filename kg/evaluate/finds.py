"""What is right of the facts that were found: their status and their qualifiers.

Of a found fact (subject, relation and object are those of a gold fact), the status is right when it
is the gold's, and a qualifier of the gold is right when kg gives one of that name that agrees:

- numbers (amount, share) by value, a percentage also as a fraction; a number in words alone
  ("almost all") by its words;
- words when the content words of one, small words left out, are all among those of the other
  ("March", "in March 2019");
- the guide's `period` and `date` are also met by kg's `from` and `until`, a period ("a month") by the
  unit of time that kg gives with an amount, and an amount of things ("200 vans") by kg's `volume`.

Recall is of the gold's qualifiers of found facts, precision of kg's qualifiers of found facts.
A false assertion is a fact that kg asserts while the gold has the same subject, relation and object
as negated, ended or possible and not also asserted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.evaluate.comparing import agree, guide, normalise, number_in, number_of
from kg.evaluate.gold import GoldFact
from kg.evaluate.marking import FALSE, QUALIFIERS, STATUS, Sheet
from kg.model import Fact, Qualifier, Status, Value

_NUMBERS = frozenset({"amount", "share"})
_ALSO = {  # kg's names for a qualifier of the guide
    "period": ("period", "from", "until"),
    "date": ("date", "from", "until"),
    "amount": ("amount", "volume"),
}
_OTHER_NAME = {"from": "period", "until": "period"}  # in the guide's words
_NOT_SO = frozenset({Status.NEGATED, Status.ENDED, Status.POSSIBLE})
_DIGITS = re.compile(r"\d")

Ends = tuple[str, str, str]  # subject, relation, object in words


def mark_find(sheet: Sheet, fact: Fact, gold: GoldFact, ends: Ends) -> None:
    """Mark the status and the qualifiers of a fact that was found."""
    parts = (STATUS, ""), (STATUS, gold.status)
    for what in ("system", "gold", *(["right"] if fact.status == gold.status else [])):
        sheet.add(what, *parts)
    _mark_qualifiers(sheet, fact, gold, ends)


def mark_assertion(sheet: Sheet, fact: Fact, said: Sequence[GoldFact], ends: Ends, quote: str) -> None:
    """Count an asserted fact, and whether what the gold says of the same (`said`) makes it a false assertion."""
    if fact.status is not Status.ASSERTED:
        return
    statuses = {gold.status for gold in said if not gold.optional}
    is_false = Status.ASSERTED not in {gold.status for gold in said} and not _NOT_SO.isdisjoint(statuses)
    for what in ("system", "gold", *(["right"] if not is_false else [])):
        sheet.add(what, (FALSE, ""))
    if is_false:
        sheet.note("false assertion", (*ends, " or ".join(sorted(statuses))), quote)


def meets(name: str, given: Qualifier, gold: str) -> bool:
    """Whether a qualifier agrees with the gold's of that name."""
    text = _text(given)
    if name in _NUMBERS:
        number = number_of(given) if isinstance(given, Value) else number_in(text)
        expected = number_in(gold)
        if number is not None and expected is not None:
            return agree(number, expected)
        if expected is not None or (number is not None and _DIGITS.search(text)):
            return False
    ours, theirs = _content(text), _content(gold)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _mark_qualifiers(sheet: Sheet, fact: Fact, gold: GoldFact, ends: Ends) -> None:
    expected = dict(gold.qualifiers)
    used: set[int] = set()
    for name, words in gold.qualifiers:
        fits = [
            n for n, (own, value) in enumerate(fact.qualifiers) if own in _names(name) and meets(name, value, words)
        ]
        is_right = bool(fits) or (name == "period" and _is_per(fact, words))
        used.update(fits[:1])
        sheet.add("gold", (QUALIFIERS, ""), (QUALIFIERS, name))
        if is_right:
            sheet.add("right", (QUALIFIERS, ""), (QUALIFIERS, name))
            sheet.add("system", *([(QUALIFIERS, ""), (QUALIFIERS, name)] if not fits else []))
        else:
            given = next((_text(v) for own, v in fact.qualifiers if own in _names(name)), "none")
            sheet.note("qualifier", (*ends, f"{name}: {given} for {words}"), gold.quote)
    for number, (own, value) in enumerate(fact.qualifiers):
        name = _met(own, own, expected) if number in used else _OTHER_NAME.get(own, own)
        if name not in guide()["qualifiers"]:
            continue
        sheet.add("system", (QUALIFIERS, ""), (QUALIFIERS, name))
        if number not in used and name not in expected:
            sheet.note("qualifier", (*ends, f"{own}: {_text(value)} for none"), gold.quote)


def _met(own: str, name: str, expected: dict[str, str]) -> str:
    """The gold's name for a qualifier that met it."""
    return next((e for e, names in _ALSO.items() if e in expected and own in names), name)


def _names(name: str) -> tuple[str, ...]:
    return _ALSO.get(name, (name,))


def _is_per(fact: Fact, words: str) -> bool:
    units = {value.per for _, value in fact.qualifiers if isinstance(value, Value)} - {""}
    return bool(units & _content(words))


def _text(value: Qualifier) -> str:
    return value if isinstance(value, str) else value.text


def _content(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split()) - guide()["small_words"]
