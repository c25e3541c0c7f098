"""Why names are one thing or two: the chain of reasons from one to the other, and what is doubtful."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.model import Entity, Match, Reason
from kg.report import counted, find_entities
from kg.resolve import MERGED_SCORE, Decision, key_of, written
from kg.terminal import bold, clean, faint, wrapped

__all__ = ["counted", "decision", "match_json", "match_lines", "merge_json", "merge_lines", "undecided"]

_SURE = 0.95  # merges below this chance are worth a look


def merge_lines(graph: KnowledgeGraph, one: str, other: str) -> Iterator[str]:
    """Whether two names mean one entity of a graph, and the reasons step by step."""
    first, second = _entity(graph, one), _entity(graph, other)
    if first.id != second.id:
        yield bold(f"{clean(one)} and {clean(other)} are two: {first.id} and {second.id}")
        about = [m for m in graph.matches if _joins(m, first, second)]
        yield from ([] if about else wrapped("Their names are not alike, and no text gives them as one.", 2))
    else:
        yield bold(f"{clean(one)} and {clean(other)} are one: {clean(first.name)} ({first.id})")
        about = _path(graph.matches, one, other)
        if key_of(one) == key_of(other):
            yield from wrapped("They are the same words but for legal form, capitals, accents or punctuation.", 2)
        elif not about:
            yield from wrapped("One is a name of the other within a document.", 2)
    for match in about:
        yield from match_lines(match)


def match_lines(match: Match) -> Iterator[str]:
    """Two names, what was made of them, and the reasons with their weights."""
    yield ""
    yield f"  {bold(clean(match.one))} · {bold(clean(match.other))}: {_VERDICTS[match.verdict]}, {match.score:.2f}"
    for reason in match.reasons:
        yield from map(faint, wrapped(_reason(reason), 4, hanging=2))


def merge_json(graph: KnowledgeGraph, one: str, other: str) -> dict[str, Any]:
    """The same for a program."""
    first, second = _entity(graph, one), _entity(graph, other)
    same = first.id == second.id
    about = _path(graph.matches, one, other) if same else [m for m in graph.matches if _joins(m, first, second)]
    return {
        "one": first.id,
        "other": second.id,
        "same": same,
        "same_words": key_of(one) == key_of(other),
        "steps": [match_json(match) for match in about],
    }


def match_json(match: Match) -> dict[str, Any]:
    """A match as matches.jsonl has it."""
    reasons = [{"feature": r.feature, "weight": r.weight, "words": r.words} for r in match.reasons]
    return {"one": match.one, "other": match.other, "verdict": match.verdict, "score": match.score, "reasons": reasons}


def undecided(graph: KnowledgeGraph, decided: Collection[tuple[str, str]] = ()) -> list[Match]:
    """Pairs that a person might decide otherwise: nearly one, or one but not surely; those nearest the line first.

    `decided` are pairs of names, as compared, that need no more thought.
    """
    doubtful = [m for m in graph.matches if m.verdict == "apart" or (m.verdict == "merged" and m.score < _SURE)]
    still = [m for m in doubtful if (key_of(m.one), key_of(m.other)) not in decided]
    return sorted(still, key=lambda m: (abs(m.score - MERGED_SCORE), m))


def decision(match: Match, *, same: bool) -> str:
    """The entry of decisions.toml that settles a pair."""
    return written(Decision(same, (match.one, match.other)))


_VERDICTS = {"merged": "one", "apart": "two", "forced": "one, as decided", "forbidden": "two, as decided"}


def _reason(reason: Reason) -> str:
    words = f": {clean(reason.words)}" if reason.words else ""
    weight = f"{reason.weight:+.1f}  " if reason.weight else ""
    return f"{weight}{reason.feature}{words}"


def _entity(graph: KnowledgeGraph, name: str) -> Entity:
    found = find_entities(graph, name)
    if len(found) > 1:
        ids = ", ".join(e.id for e in found[:5])
        raise InputError(f"{clean(name)!r} may mean {len(found)} entities: {ids}. Give the id of one.")
    return found[0]


def _joins(match: Match, first: Entity, second: Entity) -> bool:
    names = [{key_of(n) for n in (e.name, *e.aliases)} for e in (first, second)]
    one, other = key_of(match.one), key_of(match.other)
    return (one in names[0] and other in names[1]) or (one in names[1] and other in names[0])


def _path(matches: Sequence[Match], one: str, other: str) -> list[Match]:
    """The fewest merges that lead from one name to the other."""
    by_name: dict[str, list[tuple[str, Match]]] = defaultdict(list)
    for match in matches:
        if match.verdict in ("merged", "forced"):
            a, b = key_of(match.one), key_of(match.other)
            by_name[a].append((b, match))
            by_name[b].append((a, match))
    start, goal = key_of(one), key_of(other)
    came: dict[str, tuple[str, Match] | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        here = waiting.popleft()
        for there, match in by_name[here]:
            if there not in came:
                came[there] = (here, match)
                waiting.append(there)
    steps: list[Match] = []
    at = came.get(goal)
    while at is not None:
        steps.append(at[1])
        at = came[at[0]]
    return steps[::-1]
