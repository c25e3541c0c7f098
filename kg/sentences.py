"""Facts and observations as sentences that can be read aloud, with status, amounts, times and who says so in words.

The phrases of relations, changes and statuses are the lexicon's (its part on reading aloud says how they are made),
so that a relation of one's own reads well too once its Turtle gives it words; without any its label has to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from kg.export import in_words, possessive
from kg.graph import KnowledgeGraph
from kg.model import Change, Fact, Observation, Qualifier, Status, Value
from kg.ontology import RDFS, Ontology, text_of
from kg.phrases import SLOT, literals, phrase, when, words
from kg.terminal import clean

_SHARE = "share"
_OWN_FORMS = {"amount": "amountReads", _SHARE: "shareReads"}
BY = "attributedTo"
_NONE: Mapping[str, str] = MappingProxyType({})
_OWN = re.compile(r"(?:its|their|his|her|the|a|an)\b", re.IGNORECASE)
_TWICE = re.compile(r"\b([a-z]+) \1\b")  # "wholly owned owned"
_LONG = 3  # words of a part that can stand before its metric


def text_of_qualifier(value: Qualifier) -> str:
    """A qualifier in words, safe to show."""
    return clean(in_words(value) if isinstance(value, Value) else str(getattr(value, "text", value)))


# ---------------------------------------------------------------- facts


def fact_sentence(graph: KnowledgeGraph, fact: Fact) -> str:
    """A fact from its subject to its object, and what is known of it: no full stop, no source."""
    held = {name: text_of_qualifier(value) for name, value in _once(fact)}
    verb, used = phrase(graph.ontology, fact.relation, fact.status, held)
    rest = {name: text for name, text in held.items() if name not in used}
    forms = {name: made for name, key in _OWN_FORMS.items() if (made := _own_form(graph.ontology, fact.relation, key))}
    forms |= _narrow_share(graph, fact)
    end = _behind(graph, rest, forms, aside=fact.status is not Status.ASSERTED)
    return " ".join(f"{_name(graph, fact.subject)} {verb} {_name(graph, fact.object)}{end}".split())


def _once(fact: Fact) -> list[tuple[str, Qualifier]]:
    """The qualifiers without what another says: how often or how long an amount is paid, how many of what."""
    values = [value for _, value in fact.qualifiers if isinstance(value, Value)]
    rates, spans = any(v.per for v in values), {v.over for v in values if v.over}
    things = str(dict(fact.qualifiers).get("for", ""))

    def is_said(value: Qualifier) -> bool:
        if isinstance(value, Value):
            return bool(value.noun) and re.search(rf"(?<!\S){re.escape(value.text)}(?!\S)", things) is not None
        return (rates and is_frequency(text_of_qualifier(value))) or getattr(value, "value", "") in spans

    return [(name, value) for name, value in fact.qualifiers if not is_said(value)]


def against(graph: KnowledgeGraph, fact: Fact) -> Iterator[str]:
    """What contradicts or ends a fact, a sentence each with its documents and the end of its id."""
    if not (fact.contradicts or fact.ended_by):
        return
    by_id = {f.id: f for f in graph.facts}
    for word, ids in (("contradicted", fact.contradicts), ("over", fact.ended_by)):
        for other in (by_id[id] for id in ids if id in by_id):
            documents = ", ".join(dict.fromkeys(clean(e.document) for e in other.evidence))
            yield f"{word}: {fact_sentence(graph, other)}; in {documents} ({other.id.rpartition('/')[2]})"


def in_sources(said: Iterable[Fact | Observation]) -> list[str]:
    """How many independent sources say something, where there are more than one."""
    number = max(each.sources for each in said)
    return [f"{number} independent sources"] if number > 1 else []


def _narrow_share(graph: KnowledgeGraph, fact: Fact) -> dict[str, str]:
    """The form of a share where an observation of the same share says of which part of the business it is."""
    share = dict(fact.qualifiers).get(_SHARE)
    payer = graph.by_id.get(fact.subject)
    if not isinstance(share, Value) or payer is None:
        return {}
    for o in graph.observations:
        held = dict(o.qualifiers)
        number = held.get(_SHARE, o.value)
        same = o.subject == fact.object and held.get("counterparty") == payer.name and o.change is Change.SHARE
        if same and isinstance(number, Value) and number.number == share.number and held.get("segment"):
            return {_SHARE: f" ({{}} of {part_of(clean(o.metric), text_of_qualifier(held['segment']))})"}
    return {}


def _own_form(ontology: Ontology, relation: str, key: str) -> str:
    """What a relation makes of an amount or share that its phrase has not said, with {} for it."""
    form = SLOT.sub("{}", next(iter(literals(ontology, relation, key)), ""))
    return f" ({form})" if form.startswith("{}") else form if form.startswith(",") else f" {form}".rstrip()


def _name(graph: KnowledgeGraph, entity: str) -> str:
    known = graph.by_id.get(entity)
    return clean(known.name) if known else "?"


# ---------------------------------------------------------------- what follows


def _behind(
    graph: KnowledgeGraph, held: Mapping[str, str], own: Mapping[str, str] = _NONE, *, aside: bool = False
) -> str:
    """The qualifiers that the phrase has not said, then when, then who says so."""
    forms, time = words()["behind"] | own, words()["time"]
    known = [n for n in forms if n in held]
    times = [n for n in (*time["names"], *time["bounds"]) if n in held]
    again = [n for i, n in enumerate(times) if held[n] in {held[m] for m in times[:i]}]
    second = [n for n in time["names"] if n in times][1:]  # of another passage, so not of the first
    said = [_TWICE.sub(r"\1", forms[n].replace("{}", held[n])) for n in known]
    said += [f" ({_qualifier_label(graph, n)} {held[n]})" for n in held if n not in {*known, *times, BY}]
    said += [
        f" {time['bounds'][n]} {held[n]}" if n in time["bounds"] else _when(held[n], aside=aside or n in second)
        for n in times
        if n not in again
    ]
    return "".join(said) + _said_by(held.get(BY, ""))


def _said_by(name: str) -> str:
    return words()["said"]["by"].format(name) if name else ""


def _qualifier_label(graph: KnowledgeGraph, name: str) -> str:
    return text_of(graph.ontology.triples, graph.ontology.namespace + name, RDFS + "label") or clean(name)


def _when(text: str, *, aside: bool) -> str:
    """A time behind a fact; of what is not so it stands aside, since it may be when that was said or ended."""
    found = when(text)
    return f" ({found})" if aside and not found.startswith("(") else f" {found}"


# ---------------------------------------------------------------- observations


def together(observations: Iterable[Observation]) -> list[list[Observation]]:
    """Observations that one sentence says of one rise or fall ("29 % to $4.1 billion"), others alone, in order."""
    groups: dict[tuple[object, ...], list[Observation]] = {}
    for o in observations:
        place = [(e.document, e.start) for e in o.evidence[:1]]
        changes = o.change in {Change.INCREASE, Change.DECREASE} and o.value is not None
        key = (o.subject, o.metric, o.change, o.status, dict(o.qualifiers).get("segment"), *place)
        groups.setdefault(key if changes and place else (o.id,), []).append(o)
    found = []
    for group in groups.values():
        kinds = [_is_relative(o) for o in group]
        fits = kinds.count(True) <= 1 and kinds.count(False) <= 1
        found += [sorted(group, key=lambda o: not _is_relative(o))] if fits else [[o] for o in group]
    return found


def _is_relative(o: Observation) -> bool:
    return o.value is not None and o.value.unit in {"percent", "points", "times"}


def observation_sentence(graph: KnowledgeGraph, group: list[Observation]) -> str:
    """What observations that stand `together` say of their metric: no full stop, no source."""
    first = group[0]
    held = {name: text_of_qualifier(v) for o in reversed(group) for name, v in o.qualifiers}
    measure = measure_of(graph, first, held)
    if first.change is Change.SHARE:
        return _share_sentence(graph, first, held)
    verb, _ = _verb(graph, first, held)
    values = " ".join(filter(None, (_value(o, held) for o in group)))
    used = {"segment", "name", "share"} | ({"from"} if any("from" in dict(o.qualifiers) for o in group) else set())
    rest = {n: t for n, t in held.items() if n not in used and not (n == "period" and is_frequency(t))}
    start = f" from {held['from']}" if "from" in held else ""
    said = _said_by(rest.pop(BY, ""))
    return " ".join(f"{measure} {verb} {values}{_rate(group, held)}{_behind(graph, rest)}{start}{said}".split())


def measure_of(graph: KnowledgeGraph, o: Observation, held: Mapping[str, str]) -> str:
    """Whose metric, and which part of it: "Microsoft's cloud revenue"."""
    metric = part_of(held.get("name") or clean(o.metric), held.get("segment", ""))
    return f"{possessive(_name(graph, o.subject))} {metric}"


def part_of(metric: str, part: str) -> str:
    """A metric of a part: "cloud revenue", "revenue from its AI business", "revenue from the segment"."""
    part = part.replace(" - ", "-")
    if part.lower() in words()["part"]["unnamed"]:
        return f"{metric} from the {part}"
    if _OWN.match(part) or len(part.split()) > _LONG:
        return f"{metric} from {part}"
    return f"{part} {metric}".strip()


def _verb(graph: KnowledgeGraph, o: Observation, held: Mapping[str, str]) -> tuple[str, set[str]]:
    verb, used = phrase(graph.ontology, o.change.value, o.status, held)
    past = next(iter(literals(graph.ontology, o.change.value, "past")), "")
    timed = "period" in held and not is_frequency(held["period"])
    verb = past if past and timed and o.status is Status.ASSERTED else verb
    if o.metric.endswith("s") and not o.metric.endswith("ss"):  # "orders are"
        verb = re.sub(r"^(is|was)\b", lambda m: {"is": "are", "was": "were"}[m[1]], verb)
    return verb, used


def _value(o: Observation, held: Mapping[str, str]) -> str:
    """The value with the preposition that a change wants; in parentheses where the text tells none."""
    if o.value is None:
        return ""
    text = clean(in_words(o.value))
    if o.change is Change.LEVEL:
        return text
    if o.value.unit == "times" and o.value.number and o.value.number.is_finite():
        factor = o.value.number if o.value.number > 1 else 1 / o.value.number
        return f"by a factor of {clean(in_words(Value('', factor.normalize())))}"
    if _is_relative(o) and "from" not in dict(o.qualifiers):
        return text
    return {"by": f"by {text}", "to": f"to {text}"}.get(
        "to" if "from" in dict(o.qualifiers) else _before(o), f"({text})"
    )


def _before(o: Observation) -> str:
    """The preposition before the value in its sentence, "" where there is none."""
    for evidence in o.evidence[:1]:
        at = evidence.quote.find(o.value.text) if o.value and o.value.text else -1
        if at > 0 and (found := re.search(r"\b(to|by)\s+(?:an?\s+)?$", evidence.quote[:at])):
            return found[1]
    return ""


def _share_sentence(graph: KnowledgeGraph, o: Observation, held: Mapping[str, str]) -> str:
    verb, _ = phrase(graph.ontology, o.change.value, o.status, held)
    value = clean(in_words(o.value)) if o.value else "a part"
    metric = held.get("name") or clean(o.metric)
    whole = f"{value} of {possessive(_name(graph, o.subject))} {metric}"
    rest = {n: t for n, t in held.items() if n not in {"of", "name", "share", "counterparty", "segment"}}
    if literals(graph.ontology, o.metric, "isShare"):  # a market share is its owner's, and of a market
        level, _ = phrase(graph.ontology, Change.LEVEL.value, o.status, held)
        of = f" of {held['of']}" if held.get("of") not in {None, _name(graph, o.subject)} else ""
        owned = f"{possessive(_name(graph, o.subject))} {metric}"
        return " ".join(f"{owned} {level} {value}{of}{_behind(graph, rest)}".split())
    part = held.get("counterparty") or held.get("segment", "")
    if "counterparty" in held and "segment" in held:
        whole = f"{value} of {possessive(_name(graph, o.subject))} {part_of(metric, held['segment'])}"
    head = f"{part} {verb} {whole}" if part else f"One part {verb} {whole}"
    return " ".join(f"{head}{_behind(graph, rest)}".split())


def is_frequency(text: str) -> bool:
    """Whether a time says only how often."""
    return text.lower() in words()["time"]["frequencies"]


def _rate(group: list[Observation], held: Mapping[str, str]) -> str:
    """How often a value is paid or earned, where that is told as its period and not in the value."""
    often = str(words()["time"]["frequencies"].get(held.get("period", "").lower(), ""))
    is_level = group[0].change is Change.LEVEL
    if not often or any(o.value and o.value.per for o in group):
        return ""
    return f" {often}" if is_level else f" ({held['period']})"
