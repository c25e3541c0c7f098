"""Values and qualifiers in the JSON of the output contract, both ways and without loss.

    amount: Value("nearly $20 million a month", 20000000, "money", "USD", bound="about", per="month")
        -> {"amount": {"value": "20000000", "currency": "USD", "approximate": true,
                       "bound": "about", "text": "nearly $20 million a month"}, "per": "month"}
    share:  Value("a quarter", 25, "percent")  -> {"share": "0.25", "share_text": "a quarter"}
    date:   Period("14 March 2026", "2026-03-14") -> {"date": "14 March 2026", "date_value": "2026-03-14"}

Numbers are decimal strings, times ISO 8601 or fiscal labels. What is empty is left out; only a time that
cannot be told has the value null, which tells it from other words. A qualifier that occurs twice is a list,
its times with their values in objects.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kg.model import Period, Qualifier, Value

Json = Any
AMOUNT, SHARE, PER, TEXT = "amount", "share", "per", "_text"
TIME_VALUE, TIME = "_value", "time"
_ABOUT = "about"


def packed(pairs: Iterable[tuple[str, Json]]) -> dict[str, Json]:
    """Pairs as an object; the values of a repeated key become a list."""
    found: dict[str, list[Json]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in found.items()}


def unpacked(found: dict[str, Json]) -> list[tuple[str, Json]]:
    """The reverse of `packed`."""
    return [(key, v) for key, value in found.items() for v in (value if isinstance(value, list) else [value])]


def joined(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs with the values of a repeated key in one, for people."""
    return [(key, ", ".join(v) if isinstance(v, list) else v) for key, v in packed(pairs).items()]


def value_to_json(value: Value | None) -> dict[str, Json]:
    """A value as an object without its words' empty parts; {} for None."""
    if value is None:
        return {}
    found = {
        "value": number_to_json(value.number),
        "unit": value.unit,
        "currency": value.currency,
        "high": number_to_json(value.high),
        "bound": value.bound,
        "per": value.per,
        "noun": value.noun,
        "over": value.over,
    }
    return {key: v for key, v in found.items() if v}


def value_from_json(found: dict[str, Json], text: str) -> Value:
    """The reverse of `value_to_json`."""
    return Value(
        text=text,
        number=_number(found.get("value")),
        unit=found.get("unit", ""),
        currency=found.get("currency", ""),
        high=_number(found.get("high")),
        bound=found.get("bound", ""),
        per=found.get("per", ""),
        noun=found.get("noun", ""),
        over=found.get("over", ""),
    )


def qualifiers_to_json(qualifiers: Iterable[tuple[str, Qualifier]]) -> dict[str, Json]:
    """The qualifiers of a fact or observation as one object."""
    pairs = list(qualifiers)
    keys = [key for key, _ in pairs]
    plain: list[tuple[str, Json]] = []
    for key, value in pairs:
        alone = keys.count(key) == 1
        if isinstance(value, str):
            # a list of one cannot be taken for a time with the next qualifier as its value
            plain.append((key, [value] if alone and key + TIME_VALUE in keys else value))
        elif isinstance(value, Period):
            plain += _time(key, value, alone=alone and key + TIME_VALUE not in keys)
        elif key == SHARE and alone and _is_fraction(value):
            plain += _share(value)
        else:
            plain += _object(key, value, lifts=alone and PER not in keys)
    return packed(plain)


def qualifiers_from_json(found: dict[str, Json]) -> tuple[tuple[str, Qualifier], ...]:
    """The reverse of `qualifiers_to_json`."""
    rest = dict(found)
    amount, per = rest.get(AMOUNT), rest.get(PER)
    if isinstance(amount, dict) and PER not in amount and isinstance(per, str):
        rest[AMOUNT] = {**amount, PER: rest.pop(PER)}
    if SHARE + TEXT in rest and isinstance(rest.get(SHARE), str):
        share = {"value": str(Decimal(rest[SHARE]).scaleb(2)), "unit": "percent", "text": rest.pop(SHARE + TEXT)}
        high = rest.pop(SHARE + "_high", None)
        share |= {"high": str(Decimal(high).scaleb(2))} if high else {}
        rest[SHARE] = share | {"bound": rest.pop(SHARE + "_bound", "")}
    timed = {key: rest.pop(key + TIME_VALUE) for key in list(rest) if _has_time(rest, key)}
    return tuple(
        (key, Period(value, timed[key] or "") if key in timed else _qualifier(key, value))
        for key, value in unpacked(rest)
    )


def _has_time(found: dict[str, Json], key: str) -> bool:
    return isinstance(found.get(key), str) and key + TIME_VALUE in found


def _time(key: str, period: Period, *, alone: bool) -> list[tuple[str, Json]]:
    if alone:
        return [(key, period.text), (key + TIME_VALUE, period.value or None)]
    return [(key, {"text": period.text, TIME: period.value})]


def _is_fraction(value: Value) -> bool:
    return (
        value.unit == "percent"
        and value.number is not None
        and not (value.currency or value.per or value.noun or value.over)
    )


def _share(value: Value) -> list[tuple[str, Json]]:
    fractions = {SHARE: value.number, SHARE + "_high": value.high}
    found: dict[str, Json] = {k: number_to_json(n.scaleb(-2)) for k, n in fractions.items() if n is not None}
    found |= {SHARE + "_bound": value.bound} if value.bound else {}
    return [*found.items(), (SHARE + TEXT, value.text)]


def _object(key: str, value: Value, *, lifts: bool) -> list[tuple[str, Json]]:
    found = value_to_json(value)
    money = key == AMOUNT and value.unit == "money"
    if money:
        del found["unit"]
    elif key == AMOUNT:
        found["unit"] = value.unit
    if value.bound == _ABOUT:
        found["approximate"] = True
    found["text"] = value.text
    if key != AMOUNT:
        return [(key, found)]
    if lifts and value.per:
        return [(key, found), (PER, found.pop(PER))]
    return [(key, {**found, PER: value.per})] if not lifts else [(key, found)]


def _qualifier(key: str, found: Json) -> Qualifier:
    if not isinstance(found, dict):
        return str(found)
    if TIME in found:
        return Period(found["text"], found[TIME])
    unit = {"unit": "money"} if key == AMOUNT else {}
    return value_from_json(unit | found, found.get("text", ""))


def number_to_json(number: Decimal | None) -> str | None:
    """Plain digits without an exponent or trailing zeros."""
    if number is None:
        return None
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
