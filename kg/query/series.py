"""Numbers of one metric, subject and part over time: which came, which took the place of which, which went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.graph import KnowledgeGraph
from kg.model import Observation, Period, Value
from kg.query.matching import Matched
from kg.resolve import agree
from kg.sentences import observation_sentence

Key = tuple[str, ...]
CHANGED, NUMBER, GONE = "changed", "number", "gone"


def number_changes(matched: Matched) -> Iterator[tuple[str, Observation, str, str]]:
    """What happened, the number, its sentence, and that of before: NUMBER is one of a series without any before."""
    old: dict[Key, list[Observation]] = defaultdict(list)
    now: dict[Key, list[Observation]] = defaultdict(list)
    for o in matched.before.observations:
        old[_series(o, matched.now.get(o.subject, o.subject))].append(o)
    for o in matched.after.observations:
        now[_series(o, o.subject)].append(o)
    newest = _newest(matched.before)
    for key, found in now.items():
        for o in found:
            if not any(_is_same(o, known) for known in old[key]):
                earlier = max(old[key], key=newest, default=None)
                before = observation_sentence(matched.before, [earlier]) if earlier else ""
                yield CHANGED if earlier else NUMBER, o, observation_sentence(matched.after, [o]), before
    for key, found in old.items():
        for o in found:
            if not any(_is_same(o, known) for known in now[key]):
                yield GONE, o, observation_sentence(matched.before, [o]), ""


def _series(o: Observation, subject: str) -> Key:
    """What numbers of one series share."""
    held = dict(o.qualifiers)
    unit = (o.value.unit, o.value.currency, o.value.noun) if o.value else ()
    parts = (str(held.get(name, "")).casefold() for name in ("name", "segment", "counterparty", "of"))
    return (subject, o.metric, o.change.value, o.status.value, *parts, *unit)


def _is_same(one: Observation, other: Observation) -> bool:
    """Whether two of a series are one number, of times that agree as far as both tell them."""
    values = one.value or Value(""), other.value or Value("")
    times = [{n: q for n, q in o.qualifiers if isinstance(q, Period)} for o in (one, other)]
    return _number(values[0]) == _number(values[1]) and all(
        agree(times[0][n], times[1][n]) for n in times[0].keys() & times[1].keys()
    )


def _number(value: Value) -> tuple[object, ...]:
    return (value.text,) if value.number is None else (value.number, value.high)


def _newest(graph: KnowledgeGraph) -> Callable[[Observation], tuple[str, ...]]:
    """Sorts numbers by the newest document that says them, then by their times."""
    days = {d.id: d.date for d in graph.documents}

    def rank(o: Observation) -> Key:
        times = (q.value for _, q in o.qualifiers if isinstance(q, Period))
        return max((days.get(e.document, "") for e in o.evidence), default=""), *times, o.id

    return rank
