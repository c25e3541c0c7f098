"""Claims that agree are one fact or observation with several pieces of evidence.

The confidence of several claims c1, c2, ... from different sentences is 1 - (1 - c1)(1 - c2)...,
at most 0.99: each could be wrong, all of them hardly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import prod

from kg.model import Claim, Evidence, Fact, Mention, Observation, Qualifier, Value, content_id
from kg.ontology import Ontology
from kg.resolve.entities import Entities

MOST = 0.99


def facts_and_observations(
    claims: Iterable[Claim], entities: Entities, ontology: Ontology
) -> tuple[tuple[Fact, ...], tuple[Observation, ...]]:
    """Resolve claims; those that the kinds of their entities forbid are left out."""
    kinds = {e.id: e.kind for e in entities.all}
    relations: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    numbers: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        subject = entities.id_of(claim.subject)
        if isinstance(claim.object, Mention):
            object_ = entities.id_of(claim.object)
            relation = ontology.relations[claim.predicate]
            if subject == object_ or not relation.allows(kinds[subject], kinds[object_]):
                continue
            ends = sorted((subject, object_)) if relation.symmetric else (subject, object_)
            relations[ends[0], claim.predicate, ends[1], claim.status].append(claim)
        else:
            numbers[subject, claim.predicate, claim.change or "", _said(claim), claim.status].append(claim)
    facts = sorted((_fact(key, group) for key, group in relations.items()), key=lambda f: f.id)
    observations = sorted((_observation(key, group) for key, group in numbers.items()), key=lambda o: o.id)
    return tuple(facts), tuple(observations)


def _said(claim: Claim) -> str:
    """What tells two numbers of one metric apart: the value, or without one its segment and sentence."""
    value = claim.object if isinstance(claim.object, Value) else None
    qualifiers = dict(claim.qualifiers)
    if value is None:
        return "|".join(("", str(qualifiers.get("segment", ""))))
    parts = (value.number if value.number is not None else value.text, value.unit, value.currency)
    return "|".join([*map(str, parts), str(qualifiers.get("counterparty", ""))])


def _fact(key: tuple[str, ...], group: list[Claim]) -> Fact:
    subject, relation, object_, _ = key
    return Fact(
        f"fact/{content_id(*key)}",
        subject,
        relation,
        object_,
        group[0].status,
        _confidence(group),
        _qualifiers(group),
        _evidence(group),
    )


def _observation(key: tuple[str, ...], group: list[Claim]) -> Observation:
    ranked = _best_first(group)
    # "$20 million a month" and later "the $20 million" are one number
    best = next((c for c in ranked if isinstance(c.object, Value) and c.object.per), ranked[0])
    value = best.object if isinstance(best.object, Value) else None
    if best.change is None:
        raise AssertionError("a claim about a number says what kind of change it is")
    return Observation(
        f"observation/{content_id(*key)}",
        key[0],
        best.predicate,
        best.change,
        value,
        best.status,
        _confidence(group),
        _qualifiers(group),
        _evidence(group),
    )


def _best_first(group: list[Claim]) -> list[Claim]:
    return sorted(group, key=lambda c: (-c.confidence, c.evidence.document, c.evidence.start, c.evidence.marks))


def _confidence(group: list[Claim]) -> float:
    best: dict[tuple[str, int], float] = {}
    for claim in group:
        place = (claim.evidence.document, claim.evidence.start)
        best[place] = max(best.get(place, 0.0), claim.confidence)
    return round(min(MOST, 1 - prod(1 - c for c in sorted(best.values()))), 3)


def _qualifiers(group: list[Claim]) -> tuple[tuple[str, Qualifier], ...]:
    """Each qualifier as the surest claim that has it gives it; of equal sums the one that tells the period."""
    merged: dict[str, Qualifier] = {}
    for claim in _best_first(group):
        for name, value in claim.qualifiers:
            held = merged.setdefault(name, value)
            if isinstance(held, Value) and isinstance(value, Value) and _is_fuller(value, held):
                merged[name] = value
    return tuple(sorted(merged.items(), key=lambda item: item[0]))


def _evidence(group: list[Claim]) -> tuple[Evidence, ...]:
    """One piece a sentence, in reading order; of several readings the surest."""
    by_place: dict[tuple[str, int, int], Evidence] = {}
    for claim in _best_first(group):
        evidence = claim.evidence
        by_place.setdefault((evidence.document, evidence.start, evidence.end), evidence)
    return tuple(by_place[place] for place in sorted(by_place))


def _is_fuller(value: Value, held: Value) -> bool:
    """Whether a sum is the one held and says besides how often it is paid."""
    same = (held.number, held.currency) == (value.number, value.currency)
    return same and bool(value.per) and not held.per
