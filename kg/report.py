"""How a graph reads in a terminal: the summary of a build, and an entity with its facts."""

from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export import in_words, joined
from kg.graph import KnowledgeGraph
from kg.model import Entity, Fact, Observation, Problem, Qualifier, Status
from kg.sentences import against, fact_sentence, in_sources, observation_sentence, text_of_qualifier, together
from kg.terminal import bold, clean, faint, readable, wrapped

if TYPE_CHECKING:
    from kg.query import Question

_SHOWN_PROBLEMS = 5
_QUOTE = 400  # characters of a passage that are shown beside a fact


# ---------------------------------------------------------------- build


def summary(graph: KnowledgeGraph, out: Path, seconds: float) -> list[str]:
    """What a build found, for a person."""
    lines = [f"{counted(len(graph.documents), 'document')}, {counted(len(graph.entities), 'entity', 'entities')}, "]
    lines[0] += f"{counted(len(graph.facts), 'fact')}, {counted(len(graph.observations), 'observation')}"
    lines[0] = bold(lines[0]) + f" in {seconds:.1f} s"
    statuses, hub = _counts(graph)
    lines += ["", *_relations(graph, statuses)] if graph.facts else []
    lines += ["", *problem_lines(graph.problems, out)] if graph.problems else []
    place = shlex.quote(str(out))
    lines += ["", "Next:", f"  open {shlex.quote(str(out / 'explorer.html'))}"]
    if hub:
        lines.append(f"  kg show {place} {_typed(clean(hub.name))}")
    return [*lines, f"  kg query {place} --list"]


def _typed(name: str) -> str:
    """A name as it is typed at a shell."""
    return shlex.quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def summary_json(graph: KnowledgeGraph, out: Path, seconds: float) -> dict[str, Any]:
    """What a build found, for a program; seconds are wall-clock time."""
    facts: dict[str, dict[str, int]] = {}
    for (relation, status), number in sorted(_counts(graph)[0].items()):
        facts.setdefault(relation, {})[status] = number
    return {
        "output": str(out),
        "documents": len(graph.documents),
        "entities": len(graph.entities),
        "facts": facts,
        "observations": len(graph.observations),
        "problems": [{"document": p.document, "severity": p.severity, "message": p.message} for p in graph.problems],
        "seconds": round(seconds, 3),
    }


def problem_lines(problems: Iterable[Problem], out: Path | None = None) -> Iterator[str]:
    """The first few problems, errors before warnings, and where the others stand."""
    ordered = sorted(problems, key=lambda p: (p.severity != "error", p))
    kinds = Counter(p.severity for p in ordered)
    yield " and ".join(counted(kinds[severity], severity) for severity in ("error", "warning") if kinds[severity]) + ":"
    for problem in ordered[:_SHOWN_PROBLEMS]:
        yield from wrapped(f"{problem.severity}: {clean(problem.document)} {clean(problem.message)}", 2, hanging=2)
    if len(ordered) > _SHOWN_PROBLEMS:
        place = f" in {out / 'problems.jsonl'}" if out else ""
        yield f"  and {len(ordered) - _SHOWN_PROBLEMS} more{place}"


def _counts(graph: KnowledgeGraph) -> tuple[Counter[tuple[str, str]], Entity | None]:
    """How many facts there are of each relation and status, and the entity with the most facts and observations."""
    statuses, uses = Counter[tuple[str, str]](), Counter[str]()
    for fact in graph.facts:  # once, as those of a big graph lie on disk
        statuses[fact.relation, fact.status.value] += 1
        uses.update((fact.subject, fact.object))
    uses.update(observation.subject for observation in graph.observations)
    return statuses, max(graph.entities, key=lambda e: (uses[e.id], e.id), default=None)


def _relations(graph: KnowledgeGraph, statuses: Counter[tuple[str, str]]) -> Iterator[str]:
    """A line a relation, most frequent first, with the statuses other than asserted."""
    totals = Counter[str]()
    for (relation, _), number in statuses.items():
        totals[relation] += number
    for relation, number in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        departures = [f"{statuses[relation, s]} {s}" for s in Status if s != Status.ASSERTED and statuses[relation, s]]
        note = f"  ({', '.join(departures)})" if departures else ""
        yield f"{number:>7}  {relation_label(graph, relation)}{note}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun in the right form."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def question_lines(questions: Iterable[Question]) -> Iterator[str]:
    """The names of shipped questions with their parameters, optional ones in brackets."""
    for question in questions:
        parameters = (f"{p.name}=..." if p.required else f"[{p.name}=...]" for p in question.parameters)
        yield " ".join([bold(question.name), *parameters])
        yield from wrapped(clean(question.title), 4)


# ---------------------------------------------------------------- show


def find_entities(graph: KnowledgeGraph, name: str) -> list[Entity]:
    """Entities of this id, name or alias, else those whose names hold it as words.

    Where nothing is written so, accents, punctuation and legal forms do not count.

    Raises:
        InputError: there is none; the message suggests near names.
    """
    if not name.strip():
        raise InputError("Give a name, alias or id.")
    wanted = _folded(name)
    by_name = [(e, [_folded(n) for n in (e.id, e.name, *e.aliases)]) for e in graph.entities]
    if found := _called(wanted, by_name):
        return found
    from kg.resolve import key_of

    found = _called(key_of(name), [(e, [e.id, *map(key_of, names[1:])]) for e, names in by_name])
    if not found:
        near = get_close_matches(wanted, [n for _, names in by_name for n in names[1:]], n=5, cutoff=0.6)
        hits = dict.fromkeys(e.name for n in near for e, names in by_name if n in names[1:])
        hint = f" Near it are: {', '.join(map(clean, list(hits)[:5]))}." if hits else ""
        raise InputError(f"The graph has nothing called {clean(name)!r}.{hint}")
    return found


def _called(wanted: str, by_name: Sequence[tuple[Entity, Sequence[str]]]) -> list[Entity]:
    """The entities one of whose names this is, else those whose names hold it as words."""
    exact = [e for e, names in by_name if wanted in names]
    return exact or [e for e, names in by_name if any(f" {wanted} " in f" {n} " for n in names[1:])]


def entity_lines(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    """An entity, its facts in both directions by relation, and its observations by metric, as sentences."""
    kind = graph.ontology.kinds.get(entity.kind)
    yield f"{bold(clean(entity.name))} ({kind.label if kind else entity.kind}, {entity.id})"
    if others := [clean(alias) for alias in entity.aliases if alias != entity.name]:
        yield from wrapped("also: " + ", ".join(others), 2, hanging=2)
    for name, value in joined(entity.identifiers):
        yield from wrapped(f"{name}: {clean(value)}", 2, hanging=2)
    groups = facts_of(graph, entity)
    for label, facts in groups.items():
        yield from ("", bold(label))
        for fact in facts:
            yield from _said(fact_sentence(graph, fact), [fact])
            for note in against(graph, fact):
                yield from readable(note, 6, hanging=2)
    metrics = observations_of(graph, entity)
    for metric, observed in metrics.items():
        yield from ("", bold(metric))
        for group in together(observed):
            yield from _said(observation_sentence(graph, group), group)
    if not groups and not metrics:
        yield from ("", "  no facts")


def observations_of(graph: KnowledgeGraph, entity: Entity) -> dict[str, list[Observation]]:
    """An entity's observations by metric, in the order of the texts."""
    groups: dict[str, list[Observation]] = {}
    for observation in graph.observations:
        if observation.subject == entity.id:
            groups.setdefault(clean(observation.metric), []).append(observation)
    place = {o.id: min(((e.document, e.start) for e in o.evidence), default=("", 0)) for o in graph.observations}
    return {metric: sorted(found, key=lambda o: (place[o.id], o.id)) for metric, found in sorted(groups.items())}


def facts_of(graph: KnowledgeGraph, entity: Entity) -> dict[str, list[Fact]]:
    """An entity's facts by the label of the relation as it reads from there."""
    groups: dict[str, list[Fact]] = {}
    for fact in graph.facts:
        if fact.subject == entity.id:
            groups.setdefault(relation_label(graph, fact.relation), []).append(fact)
        elif fact.object == entity.id:
            groups.setdefault(relation_label(graph, fact.relation, inverse=True), []).append(fact)
    return {label: sorted(facts, key=lambda f: (-f.confidence, f.id)) for label, facts in sorted(groups.items())}


def relation_label(graph: KnowledgeGraph, name: str, *, inverse: bool = False) -> str:
    """How a relation is called, seen from its object when `inverse`."""
    relation = graph.ontology.relations.get(name)
    if relation is None:
        label = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()  # of an ontology that is not at hand
        return f"{label} (from the other side)" if inverse else label
    if inverse and not relation.symmetric:
        return relation.inverse_label or f"{relation.label} (from the other side)"
    return relation.label


def _said(sentence: str, said: Sequence[Fact | Observation]) -> Iterator[str]:
    """A sentence with its source, then the passage that says it best, then how sure that is."""
    evidence = {(e.document, e.start): e for each in said for e in each.evidence}
    places = list(dict.fromkeys(clean(e.place) for e in evidence.values() if e.place))
    documents = list(dict.fromkeys(clean(e.document) for e in evidence.values()))
    more = f" and {counted(len(documents) - 1, 'other document')}" if documents[1:] else ""
    at = f", {places[0]}" if len(places) == 1 and not more else ""
    source = f"in {documents[0]}{at}{more}" if documents else "no passage"
    yield from readable(f"{sentence}; {source}.", 2, hanging=2)
    words = [str(getattr(value, "text", value)) for each in said for _, value in each.qualifiers]
    # of several passages the first that tells most of how much, when and for what
    for e in sorted(evidence.values(), key=lambda e: -sum(bool(w) and w in e.quote for w in words))[:1]:
        yield from wrapped(f"“{shortened(e.quote)}”", 6)
    passages = [f"{len(evidence)} passages"] if evidence.keys() - list(evidence)[:1] else []
    ids = ", ".join(map(short_id, said))
    sure = f"confidence {min(each.confidence for each in said):.2f}"
    yield from map(faint, wrapped(" · ".join([sure, *in_sources(said), *passages, ids]), 6))


def shortened(quote: str) -> str:
    """A passage, cut where it is long."""
    text = clean(quote)
    return text if len(text) <= _QUOTE else text[:_QUOTE].rstrip() + "…"


def short_id(said: Fact | Observation) -> str:
    """The part of an id that tells it from others."""
    return said.id.rpartition("/")[2]


def measured(observation: Observation) -> str:
    """The metric of an observation with its change and value."""
    value = clean(in_words(observation.value)) if observation.value else ""
    return " ".join(filter(None, [clean(observation.metric), observation.change.value, value]))


def qualifier(name: str, value: Qualifier) -> str:
    """A qualifier with its name."""
    return f"{clean(name)} {text_of_qualifier(value)}"


def entity_json(graph: KnowledgeGraph, out: Path, entity: Entity) -> dict[str, Any]:
    """An entity as entities.jsonl has it, with the objects of its facts and observations."""
    facts = {f.id for f in graph.facts if entity.id in (f.subject, f.object)}
    observations = {o.id for o in graph.observations if o.subject == entity.id}
    (found,) = _stored(out / "entities.jsonl", {entity.id})
    return found | {
        "facts": _stored(out / "facts.jsonl", facts),
        "observations": _stored(out / "observations.jsonl", observations),
    }


def said_json(out: Path, said: Fact | Observation) -> dict[str, Any]:
    """A fact or observation as its JSON lines file has it."""
    name = "facts.jsonl" if isinstance(said, Fact) else "observations.jsonl"
    (found,) = _stored(out / name, {said.id})
    return found


def _stored(path: Path, ids: set[str]) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [found for found in map(json.loads, filter(None, lines)) if found["id"] in ids]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
