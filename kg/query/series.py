"""Numbers of one metric, subject and part over time: which came, which took the place of which, which went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.graph import KnowledgeGraph
from kg.model import Observation, Period, Value
from kg.query.matching import Matched
from kg.sentences import observation_sentence

Key = tuple[str, ...]
CHANGED, NUMBER, GONE = "changed", "number", "gone"


def number_changes(matched: Matched) -> Iterator[tuple[str, Observation, str, str]]:
    """What happened, the number, its sentence, and that of before: NUMBER is one of a series without any before."""
    series: dict[Key, list[Observation]] = defaultdict(list)
    for o in matched.before.observations:
        series[_series(o, matched.now.get(o.subject, o.subject))].append(o)
    old = {(key, *_said(o)) for key, found in series.items() for o in found}
    now = {(_series(o, o.subject), *_said(o)) for o in matched.after.observations}
    newest = _newest(matched.before)
    for o in matched.after.observations:
        key = _series(o, o.subject)
        if (key, *_said(o)) not in old:
            earlier = max(series[key], key=newest) if key in series else None
            before = observation_sentence(matched.before, [earlier]) if earlier else ""
            yield CHANGED if earlier else NUMBER, o, observation_sentence(matched.after, [o]), before
    for key, found in series.items():
        for o in found:
            if (key, *_said(o)) not in now:
                yield GONE, o, observation_sentence(matched.before, [o]), ""


def _series(o: Observation, subject: str) -> Key:
    """What numbers of one series share."""
    held = dict(o.qualifiers)
    unit = (o.value.unit, o.value.currency, o.value.noun) if o.value else ()
    parts = (str(held.get(name, "")).casefold() for name in ("name", "segment", "counterparty", "of"))
    return (subject, o.metric, o.change.value, o.status.value, *parts, *unit)


def _said(o: Observation) -> Key:
    """The number and its times."""
    value = o.value or Value("")
    number = str(value.number.normalize()) if value.number is not None else value.text
    times = [f"{n} {q.value or q.text}" for n, q in o.qualifiers if isinstance(q, Period)]
    return number, str(value.high or ""), *times


def _newest(graph: KnowledgeGraph) -> Callable[[Observation], tuple[str, ...]]:
    """Sorts numbers by the newest document that says them, then by their times."""
    days = {d.id: d.date for d in graph.documents}
    return lambda o: (max((days.get(e.document, "") for e in o.evidence), default=""), *_said(o)[2:], o.id)
