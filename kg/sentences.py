"""Facts and observations as sentences that can be read aloud, with status, amounts, times and who says so in words.

The phrases of relations, changes and statuses are the lexicon's (its part on reading aloud says how they are made),
so that a relation of one's own reads well too once its Turtle gives it words; without any its label has to do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.export import in_words, possessive
from kg.graph import KnowledgeGraph
from kg.lexicon import LEX
from kg.model import Change, Fact, Observation, Qualifier, Status, Value
from kg.ontology import RDFS, Ontology, text_of
from kg.terminal import clean

_OWN_FORMS = {"amount": "amountReads", "share": "shareReads"}
BY = "attributedTo"
_NONE: Mapping[str, str] = MappingProxyType({})
_SLOT = re.compile(r"\{(\w+)\}")
_OWN = re.compile(r"(?:its|their|his|her|the|a|an)\b", re.IGNORECASE)
_LONG = 3  # words of a part that can stand before its metric


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    with (Path(__file__).parent / "sentences.toml").open("rb") as file:
        return tomllib.load(file)


def text_of_qualifier(value: Qualifier) -> str:
    """A qualifier in words, safe to show."""
    return clean(in_words(value) if isinstance(value, Value) else str(getattr(value, "text", value)))


# ---------------------------------------------------------------- facts


def fact_sentence(graph: KnowledgeGraph, fact: Fact) -> str:
    """A fact from its subject to its object, and what is known of it: no full stop, no source."""
    held = {name: text_of_qualifier(value) for name, value in fact.qualifiers}
    verb, used = phrase(graph.ontology, fact.relation, fact.status, held)
    rest = {name: text for name, text in held.items() if name not in used}
    forms = {name: made for name, key in _OWN_FORMS.items() if (made := _own_form(graph.ontology, fact.relation, key))}
    end = _behind(graph, rest, forms, aside=fact.status is not Status.ASSERTED)
    return " ".join(f"{_name(graph, fact.subject)} {verb} {_name(graph, fact.object)}{end}".split())


def _own_form(ontology: Ontology, relation: str, key: str) -> str:
    """What a relation makes of an amount or share that its phrase has not said, with {} for it."""
    form = _SLOT.sub("{}", next(iter(_literals(ontology, relation, key)), ""))
    return f" ({form})" if form.startswith("{}") else form if form.startswith(",") else f" {form}".rstrip()


def phrase(ontology: Ontology, term: str, status: Status, held: Mapping[str, str]) -> tuple[str, set[str]]:
    """The verb phrase of a relation or change under a status, and the names of the qualifiers that it says."""
    if own := _best(_literals(ontology, term, status.value), held):
        return _filled(own, held)
    reads, base = (_best(_literals(ontology, term, key), held) for key in ("reads", "base"))
    if not reads:
        note = "" if status is Status.ASSERTED else f" ({ontology.statuses[status].label})"
        return _label(ontology, term) + note, set()
    be, _, rest = reads.partition(" ")
    of_be = text_of(ontology.triples, ontology.iri(status), LEX + "formOfBe") if be in {"is", "was"} else ""
    form = of_be or text_of(ontology.triples, ontology.iri(status), LEX + "form") or "{reads}"
    parts = {"be": be, "rest": rest, "reads": reads, "base": base or reads}
    return _filled(_SLOT.sub(lambda m: parts[m[1]], form), held)


def _literals(ontology: Ontology, term: str, key: str) -> list[str]:
    return [str(v.value) for v in ontology.triples.get(ontology.iri(term), {}).get(LEX + key, ())]


def _best(phrases: Iterable[str], held: Mapping[str, str]) -> str:
    """Of the phrases whose slots can be filled the one with most of them."""
    fitting = [p for p in phrases if set(_SLOT.findall(p)) <= held.keys()]
    return max(fitting, key=lambda p: (len(_SLOT.findall(p)), p), default="")


def _filled(form: str, held: Mapping[str, str]) -> tuple[str, set[str]]:
    return _SLOT.sub(lambda m: held[m[1]], form), set(_SLOT.findall(form))


def _label(ontology: Ontology, term: str) -> str:
    known = ontology.relations.get(term) or ontology.changes.get(term)
    return known.label if known else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term).lower()


def _name(graph: KnowledgeGraph, entity: str) -> str:
    known = graph.by_id.get(entity)
    return clean(known.name) if known else "?"


# ---------------------------------------------------------------- what follows


def _behind(
    graph: KnowledgeGraph, held: Mapping[str, str], own: Mapping[str, str] = _NONE, *, aside: bool = False
) -> str:
    """The qualifiers that the phrase has not said, then when, then who says so."""
    forms, time = _words()["behind"] | own, _words()["time"]
    known = [n for n in forms if n in held]
    times = [n for n in (*time["names"], *time["bounds"]) if n in held]
    said = [forms[n].replace("{}", held[n]) for n in known]
    said += [f" ({_qualifier_label(graph, n)} {held[n]})" for n in held if n not in {*known, *times, BY}]
    said += [f" {time['bounds'][n]} {held[n]}" if n in time["bounds"] else _when(held[n], aside=aside) for n in times]
    return "".join(said) + (_words()["said"]["by"].format(held[BY]) if BY in held else "")


def _qualifier_label(graph: KnowledgeGraph, name: str) -> str:
    return text_of(graph.ontology.triples, graph.ontology.namespace + name, RDFS + "label") or clean(name)


def _when(text: str, *, aside: bool) -> str:
    """A time behind a fact; of what is not so it stands aside, since it may be when that was said or ended."""
    found = when(text)
    return f" ({found})" if aside and not found.startswith("(") else f" {found}"


def when(text: str) -> str:
    """A time as it stands in a sentence: "in the third quarter", "on Monday", "last year"."""
    words = text.lower().split()
    time = _words()["time"]
    if not words or words[0] in time["bare"] or words[-1] == "ago":
        return " ".join([*words[:1], *text.split()[1:]])
    if len(words) == 1 and words[0].rpartition("-")[2] in time["wholes"]:  # "third-quarter"
        return f"in the {words[0].replace('-', ' ')}"
    if len(words) == 1 and ("-" in text or words[0] in time["frequencies"]):
        return f"({text})"
    plain = [w for w in words if w != "the"]
    if plain and plain[0] in time["ends"]:
        return f"at {text}"
    if {w.strip(",.") for w in words} & set(time["days"]) or re.search(
        r"[a-z]+ \d{1,2}$|^\d{1,2} [a-z]+|\d{4}-\d\d-\d\d", text.lower()
    ):
        is_length = words[-1] in time["lengths"]
        return f"over {text}" if is_length else f"on {text}"
    if len(words) > 1 and words[-1] in time["lengths"] and words[0] != "the":
        return f"over {text}"
    article = (
        "the " if words[-1] in time["wholes"] and not re.match(r"the\b|a\b|an\b|\d|q\d|fiscal|full", words[0]) else ""
    )
    return f"in {article}{text}"


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
    rest = {n: t for n, t in held.items() if n not in used and not _is_said_by_unit(n, t, group)}
    start = f" from {held['from']}" if "from" in held else ""
    return " ".join(f"{measure} {verb} {values}{start}{_behind(graph, rest)}".split())


def measure_of(graph: KnowledgeGraph, o: Observation, held: Mapping[str, str]) -> str:
    """Whose metric, and which part of it: "Microsoft's cloud revenue"."""
    part, metric = held.get("segment", "").replace(" - ", "-"), held.get("name") or clean(o.metric)
    if _OWN.match(part) or len(part.split()) > _LONG:
        metric = f"{metric} from {part}"
    elif part:
        metric = f"{part} {metric}"
    return f"{possessive(_name(graph, o.subject))} {metric}"


def _verb(graph: KnowledgeGraph, o: Observation, held: Mapping[str, str]) -> tuple[str, set[str]]:
    verb, used = phrase(graph.ontology, o.change.value, o.status, held)
    past = next(iter(_literals(graph.ontology, o.change.value, "past")), "")
    timed = "period" in held and held["period"].lower() not in _words()["time"]["frequencies"]
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
    if o.value.unit == "times" and o.value.number:
        factor = o.value.number if o.value.number > 1 else 1 / o.value.number
        return f"by a factor of {clean(in_words(Value('', factor.normalize())))}"
    if _is_relative(o):
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
    part = held.get("counterparty") or held.get("segment", "")
    if "counterparty" in held and "segment" in held:
        whole = f"{value} of {possessive(_name(graph, o.subject))} {held['segment']} {metric}"
    head = f"{part} {verb} {whole}" if part else f"One part {verb} {whole}"
    return " ".join(f"{head}{_behind(graph, rest)}".split())


def _is_said_by_unit(name: str, text: str, group: list[Observation]) -> bool:
    """A period that only repeats the unit of time: "monthly" of a sum a month."""
    return (
        name == "period"
        and text.lower() in _words()["time"]["frequencies"]
        and any(o.value and o.value.per for o in group)
    )


def sources(said: Iterable[Fact | Observation]) -> Iterator[str]:
    """The documents that say so, each once."""
    yield from dict.fromkeys(clean(e.document) for each in said for e in each.evidence)
