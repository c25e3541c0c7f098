"""Different figures for the same thing: two texts, or two sentences of one, that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from kg.export import in_words, possessive
from kg.model import Change, Evidence, Fact, Observation, Value
from kg.query.figures import AMOUNT, SHARE, Figure, Figures, Part, is_reckonable, segment, segment_words
from kg.query.intervals import EXACT, Interval, apart, middle
from kg.query.meanings import accrues
from kg.query.reckoning import Input, NumberCheck, Verdict, plain, said

_NO_TOLERANCE = Decimal(0)
_SERIES = 6  # more figures of no told time than this are what a metric was at many times
_SIZES = {Change.LEVEL, Change.SHARE}


def different_figures(figures: Figures, _: Decimal) -> Iterator[NumberCheck]:
    """Observations of one metric, part and time that give different numbers."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    days = {d.id: d.date for d in figures.graph.documents}
    for o in figures.observations:
        if o.value is not None and o.value.number is not None:
            figure = Figure(o, "value", o.value)
            # figures of no told time may be of one where their documents are of one day, or of no told one
            time = figure.time or (days.get(figure.document, ""),)
            if figure.time or o.change in _SIZES:
                groups.setdefault((*_key(o), time), []).append(figure)
    for key in sorted(groups, key=repr):
        if groups[key][0].time or len(groups[key]) <= _SERIES:
            yield from filter(None, (_pair(figures, *pair) for pair in combinations(groups[key], 2)))


def _key(o: Observation) -> tuple[object, ...]:
    held = dict(o.qualifiers)
    unit = (o.value.unit, o.value.currency, o.value.noun) if o.value else ()
    return (
        o.subject,
        o.metric,
        str(held.get("name", "")),
        segment(o),
        str(held.get("counterparty", "")),
        o.change,
        o.status,
        *unit,
    )


def _pair(figures: Figures, one: Figure, other: Figure) -> NumberCheck | None:
    factors = _in_one_unit(figures, one, other)
    means = Interval.of(one.value), Interval.of(other.value)
    if factors is None or means[0] is None or means[1] is None:
        return None
    if {(e.document, e.start) for e in one.said.evidence} & {(e.document, e.start) for e in other.said.evidence}:
        return None  # one sentence does not contradict itself: it speaks of two things
    if means[0].scaled(factors[0]).meets(means[1].scaled(factors[1])) and not _touch(means, factors):
        return None
    certain = bool(one.time) and isinstance(one.said, Observation) and one.said.change in _SIZES
    return _different(figures, (one, other), factors, certain=certain)


def _touch(means: tuple[Interval | None, Interval | None], factors: tuple[Decimal, Decimal]) -> bool:
    """Whether two figures share no more than the point where both are rounded to different digits."""
    if means[0] is None or means[1] is None:
        return False
    one, other = means[0].scaled(factors[0]), means[1].scaled(factors[1])
    return one.high == other.low or other.high == one.low


def _in_one_unit(figures: Figures, one: Figure, other: Figure) -> tuple[Decimal, Decimal] | None:
    if one.value.per == other.value.per:
        return Decimal(1), Decimal(1)
    rates = one.rate, other.rate
    if isinstance(one.said, Observation) and accrues(figures.graph.ontology, one.said.metric) and rates[0] and rates[1]:
        return rates[0], rates[1]
    return None


def _different(
    figures: Figures, pair: tuple[Figure, Figure], factors: tuple[Decimal, Decimal], *, certain: bool
) -> NumberCheck:
    o = pair[0].said
    metric = o.metric if isinstance(o, Observation) else ""
    when = f" for {pair[0].time.partition(' | ')[0]}" if pair[0].time else ", of no told time"
    numbers = [EXACT.multiply(middle(f.value), factor) for f, factor in zip(pair, factors, strict=True)]
    message = (
        f"{possessive(figures.name(o.subject))} {segment_words(o)}{metric}{when}: {pair[0].words}; {pair[1].words}"
    )
    verdict = Verdict.INCONSISTENT if certain else Verdict.UNCLEAR
    formula = f"{plain(numbers[0])} ≠ {plain(numbers[1])}"
    return NumberCheck("different figures", verdict, message, formula, apart(*numbers), said(pair))


def different_shares(figures: Figures, _: Decimal) -> Iterator[NumberCheck]:
    """A share that a fact has and another that an observation has, of the same part in the same whole."""
    groups: dict[tuple[str, ...], list[Part]] = {}
    for part in figures.parts:
        time = part.share.time or part.share.document
        groups.setdefault((part.owner, part.metric, part.relation, part.name, time), []).append(part)
    for parts in (groups[key] for key in sorted(groups)):
        for one, other in combinations(parts, 2):
            means = Interval.of(one.share.value), Interval.of(other.share.value)
            sorts = {type(one.share.said), type(other.share.said)}
            if len(sorts) == 2 and means[0] and means[1] and not means[0].meets(means[1]):
                yield _shares(figures, one, other)


def _shares(figures: Figures, one: Part, other: Part) -> NumberCheck:
    whole = f"{possessive(figures.name(one.owner))} {one.metric}"
    message = f"{possessive(one.name)} part of {whole}: {one.share.words}; {other.share.words}"
    numbers = middle(one.share.value), middle(other.share.value)
    certain = one.segment == other.segment and bool(one.share.time)
    verdict = Verdict.INCONSISTENT if certain else Verdict.UNCLEAR
    formula = f"{plain(numbers[0])} ≠ {plain(numbers[1])}"
    return NumberCheck("different figures", verdict, message, formula, apart(*numbers), said((one.share, other.share)))


# ---------------------------------------------------------------- facts


def different_amounts(figures: Figures, _: Decimal) -> Iterator[NumberCheck]:
    """Sentences that state one fact with different amounts or shares.

    A fact keeps the amount of its surest sentence; another sentence is compared by the one sum in it that no other
    fact or observation claims.
    """
    claimed = _claimed(figures)
    for f in figures.facts:
        for name in (AMOUNT, SHARE):
            value = dict(f.qualifiers).get(name)
            if len(f.evidence) > 1 and isinstance(value, Value) and value.number is not None:
                yield from _of_fact(figures, Figure(f, name, value), claimed)


def _claimed(figures: Figures) -> dict[tuple[str, int], set[tuple[str, Decimal | None]]]:
    """The numbers of each sentence that something other than a repeated fact says."""
    found: dict[tuple[str, int], set[tuple[str, Decimal | None]]] = {}
    everything: list[Fact | Observation] = [*figures.graph.facts, *figures.graph.observations]
    for s in everything:
        values = [v for _, v in s.qualifiers if isinstance(v, Value)]
        values += [s.value] if isinstance(s, Observation) and s.value else []
        for e in s.evidence:
            found.setdefault((e.document, e.start), set()).update((s.id, v.number) for v in values if is_reckonable(v))
    return found


def _of_fact(
    figures: Figures, held: Figure, claimed: dict[tuple[str, int], set[tuple[str, Decimal | None]]]
) -> Iterator[NumberCheck]:
    sums = {e: _sums(e, held, claimed) for e in held.said.evidence}
    first = next((e for e, found in sums.items() if held.value.number in {v.number for v, _ in found}), None)
    if first is None:
        return
    told = {v.number for v, _ in sums[first]}
    before = next(w for v, w in sums[first] if v.number == held.value.number)
    for e, found in sums.items():
        if e is first or len(found) != 1 or found[0][0].number in told:
            continue
        ((value, word),) = found
        one, other = Interval.of(held.value), Interval.of(value)
        if one and other and value.per == held.value.per and not one.meets(other, _NO_TOLERANCE):
            certain = word == before and len(told) == 1
            yield _two_sentences(figures, held, (first, e), value, certain=certain)


def _sums(
    e: Evidence, held: Figure, claimed: dict[tuple[str, int], set[tuple[str, Decimal | None]]]
) -> list[tuple[Value, str]]:
    """The sums of a quote in the unit of the figure, with the word before each; without those of others."""
    from kg.nlp import quantities

    others = {number for id, number in claimed.get((e.document, e.start), ()) if id != held.said.id}
    found = [
        q for q in quantities(e.quote) if (q.value.unit, q.value.currency) == (held.value.unit, held.value.currency)
    ]
    known = [
        q
        for q in found
        if q.value.number is not None and (q.value.number not in others or q.value.number == held.value.number)
    ]
    return [(q.value, _word_before(e.quote, q.start)) for q in known]


def _word_before(text: str, at: int) -> str:
    words = re.findall(r"[^\W\d_]+", text[:at].lower())
    return words[-1] if words else ""


def _two_sentences(
    figures: Figures, held: Figure, places: tuple[Evidence, Evidence], value: Value, *, certain: bool
) -> NumberCheck:
    f = held.said
    relation = figures.graph.ontology.relations[f.relation].label if isinstance(f, Fact) else ""
    target = figures.name(f.object) if isinstance(f, Fact) else ""
    message = f"{figures.name(f.subject)} – {relation} – {target}, {held.kind}: {held.words}; {in_words(value)}"
    numbers = middle(held.value), middle(value)
    words = (held.words, in_words(value))
    inputs = tuple(Input(f.id, e.document, w, e.quote) for e, w in zip(places, words, strict=True))
    verdict = Verdict.INCONSISTENT if certain else Verdict.UNCLEAR
    return NumberCheck(
        "different amounts", verdict, message, f"{plain(numbers[0])} ≠ {plain(numbers[1])}", apart(*numbers), inputs
    )
