"""Values, times and words that are said of facts and observations, as RDF properties.

    amount "nearly $20m a month"     kg:amount 20000000.0 ; kg:amountText "nearly $20m" ; kg:currency "USD" ;
                                     kg:per "month"
    date   "14 March 2026"           kg:date "2026-03-14"^^xsd:date ; kg:dateText "14 March 2026"
    period "third quarter of 2026"   kg:period "2026-07-01/2026-09-30" ; kg:periodText "third quarter of 2026" ;
                                     kg:periodStart "2026-07-01"^^xsd:date ; kg:periodEnd "2026-09-30"^^xsd:date
    period "five years"              kg:period "P5Y"^^xsd:duration ; kg:periodText "five years"
    period "next spring"             kg:period "next spring"

An interval with an open end has only the other one. A fiscal label ("FY2024-Q3") is a plain string: whose year it
is the text does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.model import Period, Qualifier, Value
from kg.ontology import RDFS, Ontology, node_key

Term = ox.NamedNode | ox.Literal
Property = tuple[ox.NamedNode, Term]

_DECIMAL = ox.NamedNode(v.XSD + "decimal")
_DURATION = ox.NamedNode(v.XSD + "duration")
_IS_DURATION = re.compile(r"P(?:\d+[YMWD])+\Z|P(?:\d+[YMD])*T(?:\d+[HMS])+\Z", re.ASCII)
_WEEKS = re.compile(r"P(\d+)W\Z", re.ASCII)
_OPEN_END = ".."


def value_properties(value: Value) -> Iterator[Property]:
    """The value of an observation."""
    numbers = {"value": value.number, "valueHigh": value.high}
    yield from ((_kg(k), decimal(n)) for k, n in numbers.items() if n is not None)
    words = {"unit": value.unit, "currency": value.currency, "per": value.per}
    words |= {"noun": value.noun, "bound": value.bound, "text": value.text}
    yield from ((_kg(k), ox.Literal(w)) for k, w in words.items() if w)
    if value.over:
        yield _kg("over"), _timed(value.over)


def qualifier_properties(key: str, value: Qualifier, ontology: Ontology) -> Iterator[Property]:
    """A number or time under the qualifier's name, and its words, upper end and hedge under names beside it.

    The ontology decides by the range of the property: decimal for numbers, rdfs:Literal where
    a time may stand, else words. A percentage becomes a fraction of 1.
    """
    prop, range_ = term(ontology, key), _range(ontology, key)
    if isinstance(value, Period) and range_ == RDFS + "Literal" and value.value:
        yield from _time(key, value, ontology)
    elif isinstance(value, Value) and range_ == _DECIMAL.value:
        yield from _number(key, value, ontology)
    else:
        text = value if isinstance(value, str) else value.text
        if range_ == _DECIMAL.value:  # words without a number
            prop = term(ontology, key + "Text")
        yield prop, v.dated(text) if range_ == RDFS + "Literal" else ox.Literal(text)


def _number(key: str, value: Value, ontology: Ontology) -> Iterator[Property]:
    places = -2 if value.unit == "percent" else 0
    for suffix, number in (("", value.number), ("High", value.high)):
        if number is not None:
            yield term(ontology, key + suffix), decimal(number.scaleb(places))
    beside = {key + "Text": value.text, key + "Bound": value.bound}
    beside |= {"currency": value.currency, "per": value.per}
    yield from ((term(ontology, k), ox.Literal(w)) for k, w in beside.items() if w)
    if value.over:
        yield term(ontology, "over"), _timed(value.over)


def _time(key: str, period: Period, ontology: Ontology) -> Iterator[Property]:
    yield term(ontology, key), _timed(period.value)
    yield term(ontology, key + "Text"), ox.Literal(period.text)
    start, slash, end = period.value.partition("/")
    if slash:
        ends = {"Start": start, "End": end}
        yield from ((term(ontology, key + k), v.dated(e)) for k, e in ends.items() if e not in {"", _OPEN_END})


def _timed(value: str) -> ox.Literal:
    """A date, month, year or duration with its type; an interval or fiscal label as a string."""
    if _IS_DURATION.match(value):
        # XML Schema has no weeks
        days = _WEEKS.sub(lambda m: f"P{7 * int(m[1])}D", value)
        return ox.Literal(days, datatype=_DURATION)
    return v.dated(value)


def term(ontology: Ontology, name: str) -> ox.NamedNode:
    """The IRI of a term by its name; an unknown one lands below the namespace."""
    iri = ontology.iri(name)
    return v.named(iri) if iri != ontology.namespace + name else _unknown(ontology.namespace, name)


_unknown = lru_cache(maxsize=1000)(v.node)


@lru_cache(maxsize=1000)
def confidence(value: float) -> ox.Literal:
    """A confidence as xsd:decimal; many are the same."""
    return decimal(Decimal(str(float(value))))


def decimal(number: Decimal) -> ox.Literal:
    """An xsd:decimal with a point, which Turtle writes bare."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ox.Literal(text if "." in text else text + ".0", datatype=_DECIMAL)


def _kg(name: str) -> ox.NamedNode:
    return v.named(v.VOCABULARIES["kg"] + name)


def _range(ontology: Ontology, name: str) -> str:
    found = ontology.triples.get(ontology.namespace + name, {}).get(RDFS + "range", ())
    return node_key(found[0]) if found else ""
