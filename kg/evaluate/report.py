"""How an evaluation reads: a table and lines for a person, JSON for a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.evaluate.coreference import Coreference
from kg.evaluate.marking import (
    BY_STATUS,
    BY_TYPE,
    FALSE,
    NOTHING,
    OBSERVATIONS,
    OVERALL,
    QUALIFIERS,
    STATUS,
    STRICT,
    Evaluation,
    Part,
)
from kg.evaluate.measures import Score

FOUND_COLUMNS = ("of the facts found", "right", "given", "gold", "precision", "recall", "95 %")
COLUMNS = ("", "precision", "recall", "F1", "95 % of F1", "right", "given", "gold")
MOST = 10  # confusions that are shown
_HEADINGS = {STRICT: "with their status", OBSERVATIONS: "observations"}


def table(evaluation: Evaluation, task: str = "facts") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Column names and rows: first the whole, then a type a row, then a status a row."""
    headings = {OVERALL: task} | {part: name for part, name in _HEADINGS.items() if part in evaluation.scores}
    rows = [_row(name, evaluation.scores[part]) for part, name in headings.items()]
    for heading in (BY_TYPE, BY_STATUS):
        below = _below(evaluation.scores, heading)
        rows += [("",) * len(COLUMNS)] if below else []
        rows += [_row(name, score) for name, score in below.items()]
    return COLUMNS, rows


def found_table(evaluation: Evaluation) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Column names and rows about the facts that were found: a gold status a row, then a qualifier a row.

    The interval is that of F1, which for a status is the share of the found facts of which it is right.
    No rows where nothing of the kind was measured.
    """
    rows = []
    for part, heading in ((STATUS, "status"), (QUALIFIERS, "qualifier")):
        below = _below(evaluation.scores, part)
        rows += [_found_row(f"{heading}: {name}" if name else heading, score) for name, score in below.items()]
    return FOUND_COLUMNS, rows


def false_assertions(evaluation: Evaluation) -> tuple[int, int] | None:
    """How many of how many asserted facts the gold calls negated, ended or possible; None where not measured."""
    score = evaluation.scores.get((FALSE, ""))
    return (score.system - score.right, score.system) if score else None


def to_json(evaluation: Evaluation, *, task: str, data: Path, form: str, errors: bool = False) -> dict[str, Any]:
    """The scores, and the errors where they are asked for. `data` is the file, given by its name and folder."""
    scores = evaluation.scores
    found: dict[str, Any] = {"task": task, "data": "/".join(data.absolute().parts[-2:]), "form": form}
    found |= {part[0]: asdict(scores[part]) for part in (OVERALL, *_HEADINGS) if part in scores}
    for heading in (BY_TYPE, BY_STATUS):
        found[heading] = {name: asdict(score) for name, score in _below(scores, heading).items()}
    if counted := false_assertions(evaluation):
        for heading in (STATUS, QUALIFIERS):
            found[heading] = {name or OVERALL[0]: asdict(score) for name, score in _below(scores, heading).items()}
        found["false_assertions"] = dict(zip(("count", "asserted"), counted, strict=True))
    found["documents"] = list(evaluation.documents)
    found["confusions"] = [{"gold": g, "predicted": p, "count": n} for g, p, n in evaluation.confusions]
    return found | ({"errors": [asdict(error) for error in evaluation.errors]} if errors else {})


def confusion_lines(evaluation: Evaluation) -> Iterator[str]:
    """The most frequent pairs of a gold label and another that was given in its place."""
    shown = [pair for pair in evaluation.confusions if NOTHING not in pair][:MOST]
    if shown:
        yield "most often taken for another: gold -> predicted"
    yield from (f"{count:7}  {gold} -> {predicted}" for gold, predicted, count in shown)


def error_lines(evaluation: Evaluation | Coreference) -> Iterator[str]:
    """Each error on a line, and below it the words that say it."""
    for e in evaluation.errors:
        said = " · ".join(filter(None, (e.subject, e.predicate, e.object, e.detail)))
        yield f"{e.error}: {e.document}: {said}"
        yield f"    “{' '.join(e.quote.split())}”"


def _below(scores: Mapping[Part, Score], heading: str) -> dict[str, Score]:
    return {name: score for (first, name), score in sorted(scores.items()) if first == heading}


def _found_row(name: str, score: Score) -> tuple[str, ...]:
    counts = map(str, (score.right, score.system, score.gold))
    return (name, *counts, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.low:.2f}–{score.high:.2f}")


def _row(name: str, score: Score) -> tuple[str, ...]:
    numbers = (f"{number:.3f}" for number in (score.precision, score.recall, score.f1))
    return (name, *numbers, f"{score.low:.2f}–{score.high:.2f}", *map(str, (score.right, score.system, score.gold)))
