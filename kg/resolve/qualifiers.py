"""The qualifiers of a fact from several claims, so that an amount never stands with the period of another.

Amounts, shares, volumes and times of one claim belong together. The claim with a number leads, of several that of the
newest document, of equal or unknown days the surest; what others say is added where they agree with it, or stand in
the same document and say nothing else. Words, such as a role, are added from any claim, as the first that has them
gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Claim, Period, Qualifier, Value

Qualifiers = tuple[tuple[str, Qualifier], ...]


def best_first(claims: Iterable[Claim]) -> list[Claim]:
    """The surest claims first, then in reading order."""
    return sorted(claims, key=lambda c: (-c.confidence, c.evidence.document, c.evidence.start, c.evidence.marks))


def newest_first(claims: Iterable[Claim], days: Mapping[str, str]) -> list[Claim]:
    """Claims with numbers first, of these the newest, of one day the surest; `days` are ISO 8601 dates by document."""

    def rank(claim: Claim) -> tuple[bool, str]:
        return any(isinstance(q, Value) for _, q in claim.qualifiers), days.get(claim.evidence.document, "")

    return sorted(best_first(claims), key=rank, reverse=True)


def merged(claims: Sequence[Claim]) -> Qualifiers:
    """One set of qualifiers of claims in the order in which they count."""
    held: dict[str, Qualifier] = {}
    documents: set[str] = set()
    for claim in claims:
        measured = {n: q for n, q in claim.qualifiers if not isinstance(q, str)}
        own = {n: q for n, q in held.items() if not isinstance(q, str)}
        shared = own.keys() & measured.keys()
        fits = all(agree(own[n], measured[n]) for n in shared)
        if not (fits and (shared or not own or claim.evidence.document in documents)):
            measured = {}
        if measured:
            documents.add(claim.evidence.document)
        for name, value in claim.qualifiers:
            if isinstance(value, str) or name in measured:
                held[name] = _fuller(held.get(name, value), value)
    return tuple(sorted(held.items(), key=lambda item: item[0]))


def agree(one: Qualifier, other: Qualifier) -> bool:
    """Whether two qualifiers of one name can be the same: equal numbers, or times of which one holds the other."""
    if isinstance(one, Value) and isinstance(other, Value):
        kinds = (one.number, one.unit, one.currency), (other.number, other.unit, other.currency)
        rates = {one.per, other.per} - {""}
        same = kinds[0] == kinds[1] if one.number is not None else _words(one) == _words(other)
        return same and len(rates) < 2
    if isinstance(one, Period) and isinstance(other, Period) and one.value and other.value:
        return one.value.startswith(other.value) or other.value.startswith(one.value)
    return _words(one) == _words(other)


def _fuller(held: Qualifier, value: Qualifier) -> Qualifier:
    """The sum that says besides how often it is paid, else the one held."""
    if not (isinstance(held, Value) and isinstance(value, Value)):
        return held
    same = (held.number, held.currency) == (value.number, value.currency)
    return value if same and value.per and not held.per else held


def _words(value: Qualifier) -> str:
    return " ".join((value if isinstance(value, str) else value.text).casefold().split())
