"""Claims that agree are one fact or observation with several pieces of evidence.

How sure that is depends on how many independent sources they have (`kg.resolve.sources`), which of their amounts
and times a fact keeps on which belong together (`kg.resolve.qualifiers`). Facts that cannot both be so are
linked (`kg.resolve.conflicts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.disk import ByKey, kept
from kg.model import Claim, Document, Evidence, Fact, Mention, Observation, Period, Value, content_id
from kg.ontology import Ontology
from kg.resolve.conflicts import linked
from kg.resolve.entities import Entities
from kg.resolve.qualifiers import best_first, merged, newest_first
from kg.resolve.sources import Sources, confidence

Key = tuple[str, ...]
_SEPARATOR = "\x1f"  # between the parts of a key


def facts_and_observations(
    claims: Iterable[Claim], entities: Entities, ontology: Ontology, documents: Iterable[Document] = ()
) -> tuple[Sequence[Fact], Sequence[Observation]]:
    """Resolve claims of documents; those that the kinds of their entities forbid are left out.

    A document that is not given counts as a source of its own, of no known date.
    """
    sources = Sources.of(documents)
    relations, numbers = _grouped(claims, entities, ontology)
    facts = kept(Fact, (_fact(key, group, sources) for key, group in relations))
    del relations  # much of it is held
    found = (_observation(key, group, sources) for alike, several in numbers for key, group in _by_time(alike, several))
    observations = kept(Observation, (o for _, some in ByKey(Observation, ((o.id, o) for o in found)) for o in some))
    del numbers, found
    return linked(facts, entities.all, ontology, sources.days), observations


def _grouped(claims: Iterable[Claim], entities: Entities, ontology: Ontology) -> tuple[ByKey[Claim], ByKey[Claim]]:
    """Claims of relations by the id of their fact and what it says; numbers by all that is alike but for the time."""
    kinds = {e.id: e.kind for e in entities.all}
    relations, numbers = ByKey(Claim), ByKey(Claim)
    for claim in claims:
        subject = entities.id_of(claim.subject)
        if isinstance(claim.object, Mention):
            object_ = entities.id_of(claim.object)
            relation = ontology.relations[claim.predicate]
            if subject == object_ or not relation.allows(kinds[subject], kinds[object_]):
                continue
            ends = sorted((subject, object_)) if relation.symmetric else (subject, object_)
            key = (ends[0], claim.predicate, ends[1], claim.status)
            relations.add(_SEPARATOR.join((content_id(*key), *key)), claim)
        else:
            said = _said(claim).replace(_SEPARATOR, " ")
            numbers.add(_SEPARATOR.join((subject, claim.predicate, claim.change or "", said, claim.status)), claim)
    return relations, numbers


def _said(claim: Claim) -> str:
    """What tells two numbers of one metric apart: the value, or without one its segment and sentence."""
    value = claim.object if isinstance(claim.object, Value) else None
    qualifiers = dict(claim.qualifiers)
    if value is None:
        return "|".join(("", str(qualifiers.get("segment", ""))))
    parts = (value.number if value.number is not None else value.text, value.unit, value.currency)
    return "|".join([*map(str, parts), str(qualifiers.get("counterparty", ""))])


def _by_time(key: str, group: list[Claim]) -> Iterator[tuple[Key, list[Claim]]]:
    """Claims of one number by the times that are known in ISO 8601, with the key of each.

    Others go with the surest of their document, or where all others are of one time with those.
    """
    found: dict[Key, list[Claim]] = defaultdict(list)
    homes: dict[str, Key] = {}
    untimed = []
    for claim in best_first(group):
        time = tuple(f"{n} {q.value}" for n, q in sorted(claim.qualifiers) if isinstance(q, Period) and q.value)
        if time:
            found[time].append(claim)
            homes.setdefault(claim.evidence.document, time)
        else:
            untimed.append(claim)
    only = next(iter(found)) if len(found) == 1 else ()
    for claim in untimed:
        found[homes.get(claim.evidence.document, only)].append(claim)
    yield from (((*key.split(_SEPARATOR), *time), claims) for time, claims in found.items())


def _fact(key: str, group: list[Claim], sources: Sources) -> Fact:
    id_, subject, relation, object_, _ = key.split(_SEPARATOR)
    apart = sources.apart(group)
    return Fact(
        f"fact/{id_}",
        subject,
        relation,
        object_,
        group[0].status,
        confidence(apart),
        merged(newest_first(group, sources.days)),
        _evidence(group),
        len(apart),
    )


def _observation(key: Key, group: list[Claim], sources: Sources) -> Observation:
    ranked = best_first(group)
    # "$20 million a month" and later "the $20 million" are one number
    best = next((c for c in ranked if isinstance(c.object, Value) and c.object.per), ranked[0])
    value = best.object if isinstance(best.object, Value) else None
    if best.change is None:
        raise AssertionError("a claim about a number says what kind of change it is")
    apart = sources.apart(group)
    return Observation(
        f"observation/{content_id(*key)}",
        key[0],
        best.predicate,
        best.change,
        value,
        best.status,
        confidence(apart),
        merged(newest_first(group, sources.days)),
        _evidence(group),
        len(apart),
    )


def _evidence(group: list[Claim]) -> tuple[Evidence, ...]:
    """One piece a sentence, in reading order; of several readings the surest."""
    by_place: dict[tuple[str, int, int], Evidence] = {}
    for claim in best_first(group):
        evidence = claim.evidence
        by_place.setdefault((evidence.document, evidence.start, evidence.end), evidence)
    return tuple(by_place[place] for place in sorted(by_place))
