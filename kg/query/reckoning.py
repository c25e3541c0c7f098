"""What one check of numbers finds: two figures side by side, how far they are apart, and what says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from typing import Any

from kg.export import in_words
from kg.model import Value
from kg.query.figures import Figure
from kg.query.intervals import Interval, apart

DIGITS = 12  # significant ones of a computed number
_SHORT, _SPOKEN = Context(prec=DIGITS), Context(prec=4)


class Verdict(StrEnum):
    """Whether figures fit: `unclear` when they do not, but may be of different things."""

    INCONSISTENT = "inconsistent"
    CONSISTENT = "consistent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Input:
    """One figure that went in: the id of its fact or observation, its words, and the sentence that says it."""

    id: str
    document: str
    figure: str
    quote: str


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """One comparison of figures.

    `difference` is in percent of the second figure, None where it cannot be told; `formula` the arithmetic in plain
    numbers; `message` the same in a sentence, without the verdict.
    """

    rule: str
    verdict: Verdict
    message: str
    formula: str
    difference: Decimal | None
    inputs: tuple[Input, ...]

    @property
    def order(self) -> tuple[Any, ...]:
        """Inconsistent ones first, unclear ones last, then by rule and inputs."""
        return list(Verdict).index(self.verdict), self.rule, [i.id for i in self.inputs], self.message

    def as_json(self) -> dict[str, Any]:
        """For a program; the difference is a decimal string."""
        return {
            "rule": self.rule,
            "verdict": self.verdict.value,
            "message": self.message,
            "formula": self.formula,
            "difference_percent": None if self.difference is None else str(self.difference),
            "inputs": [{"id": i.id, "document": i.document, "figure": i.figure, "quote": i.quote} for i in self.inputs],
        }


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures that are compared: what it can mean, its one number, and how it reads."""

    means: Interval
    number: Decimal
    words: str
    formula: str


def compared(
    rule: str, sides: tuple[Side, Side], inputs: Iterable[Figure], *, tolerance: Decimal, certain: bool
) -> NumberCheck:
    """Whether two sides meet; where they do not and it is not `certain` that they should, that is unclear."""
    left, right = sides
    fits = left.means.meets(right.means, tolerance)
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT if certain else Verdict.UNCLEAR
    message = f"{left.words}; {right.words}"
    return NumberCheck(
        rule, verdict, message, f"{left.formula}; {right.formula}", apart(left.number, right.number), said(inputs)
    )


def said(figures: Iterable[Figure]) -> tuple[Input, ...]:
    """Figures with their sentences, each once."""
    found: dict[tuple[str, str], Input] = {}
    for f in figures:
        document, quote = f.passage
        found.setdefault((f.said.id, f.kind), Input(f.said.id, document, f.words, quote))
    return tuple(found.values())


def rounded(number: Decimal) -> Decimal:
    """A computed number with `DIGITS` significant digits, written without an exponent."""
    return Decimal(format(number.normalize(_SHORT), "f"))


def implied(number: Decimal) -> tuple[Decimal, str]:
    """A number computed from rounded ones: no more than four digits of it, and how a formula ends in it."""
    short = Decimal(format(number.normalize(_SPOKEN), "f"))
    return short, f"{'=' if short == number else '≈'} {plain(short)}"


def amount_words(number: Decimal, like: Value, per: str = "") -> str:
    """A computed amount in the unit of another, four digits of it."""
    value = Value("", Decimal(format(_SPOKEN.plus(number), "f")), like.unit, like.currency, per=per, noun=like.noun)
    return in_words(value)


def plain(number: Decimal) -> str:
    """A number for a formula."""
    text = format(rounded(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
