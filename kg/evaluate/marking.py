"""How documents are marked: what counts for which score, what is wrong or missed, and what was taken for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.evaluate.bootstrap import interval
from kg.evaluate.measures import Counts, Score, total

Part = tuple[str, str]  # what a score is of: a heading and, below some, a name
OVERALL, STRICT, OBSERVATIONS = ("overall", ""), ("strict", ""), ("observations", "")
BY_TYPE, BY_STATUS = "by_type", "by_status"
STATUS, QUALIFIERS = "status_of_found", "qualifiers_of_found"  # below them a status, a qualifier's name, or "" for all
FALSE = "assertions"  # right are the asserted facts that the gold does not call negated, ended or possible
NOTHING = "nothing"  # what stands beside a missed or superfluous label

Progress = Callable[[int, int, str], None]
"""Called with examples done, examples in all and the id of the one just done."""


@dataclass(frozen=True, slots=True)
class Error:
    """A statement that is wrong or missed, or has another status: `detail` is its status or kind of change."""

    error: str
    document: str
    subject: str
    predicate: str
    object: str
    detail: str
    quote: str


@dataclass(slots=True)
class Sheet:
    """The marks of one document: counts of "right", "system" and "gold", errors, and pairs of gold and predicted."""

    document: str
    counts: Counter[tuple[Part, str]] = field(default_factory=Counter)
    errors: list[Error] = field(default_factory=list)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, *parts: Part) -> None:
        """Count one more of "right", "system" or "gold" for these scores."""
        self.counts.update((part, what) for part in parts)

    def note(self, error: str, parts: tuple[str, str, str, str], quote: str) -> None:
        """Keep an error: its subject, predicate, object and detail, and the words that say it."""
        self.errors.append(Error(error, self.document, *parts, quote))

    def confuse(self, missed: Iterable[str], wrong: Iterable[str]) -> None:
        """Count the labels of one place that were missed and given instead; one may be missing."""
        missed, wrong = list(missed), list(wrong)
        if missed or wrong:
            self.confused.update((m, w) for m in missed or [NOTHING] for w in wrong or [NOTHING])

    def of(self, part: Part) -> Counts:
        """The counts of a score."""
        return Counts(*(self.counts[part, what] for what in Counts._fields))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by what they are of, errors, and how often a gold label was taken for another, most often first."""

    documents: tuple[str, ...]
    scores: Mapping[Part, Score]
    errors: tuple[Error, ...]
    confusions: tuple[tuple[str, str, int], ...] = ()

    @classmethod
    def of(cls, sheets: Iterable[Sheet], always: tuple[Part, ...] = (OVERALL,)) -> Evaluation:
        """Add up the sheets; the scores of `always` are there even when nothing counts for them."""
        sheets = list(sheets)
        parts = {part for sheet in sheets for part, _ in sheet.counts} - set(always)
        scores = {}
        for part in (*always, *sorted(parts)):
            counts = [sheet.of(part) for sheet in sheets]
            scores[part] = Score.of(total(counts), interval(counts))
        confused = sum((sheet.confused for sheet in sheets), Counter[tuple[str, str]]())
        pairs = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
        return cls(
            tuple(sheet.document for sheet in sheets),
            scores,
            tuple(error for sheet in sheets for error in sheet.errors),
            tuple((gold, predicted, count) for (gold, predicted), count in pairs),
        )


class Sheets(dict[str, Sheet]):
    """A sheet for each document, made when it is first asked for."""

    def __missing__(self, document: str) -> Sheet:
        """Begin a document."""
        self[document] = Sheet(document)
        return self[document]
