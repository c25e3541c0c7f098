"""How a change of a store reads in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.report import counted, problem_lines
from kg.store import Entry
from kg.terminal import bold, clean
from kg.upkeep import Outcome

_NAMED = 3  # documents that a line of the log names


def outcome_lines(store: Path, outcome: Outcome, seconds: float) -> Iterator[str]:
    """What a call has done, for a person."""
    numbers = [(what, len(ids)) for what, ids in outcome.done.items()] + [("unchanged", outcome.unchanged)]
    done = ", ".join(f"{number:,} {what}" for what, number in numbers if number) or "nothing to do"
    yield f"{bold(done)} in {seconds:.1f} s; {store} holds {counted(outcome.total, 'document')}"
    if outcome.refused or outcome.problems:
        yield ""
        yield from trouble_lines(outcome)
    if outcome.outdated:
        yield ""
        yield (
            f"{counted(outcome.outdated, 'document was', 'documents were')} read by another version of kg, or with"
            f" other weights or another ontology: kg update {store} reads them again."
        )


def trouble_lines(outcome: Outcome) -> Iterator[str]:
    """What could not be read or was refused."""
    return problem_lines([*outcome.refused, *outcome.problems])


def outcome_json(store: Path, outcome: Outcome, seconds: float) -> dict[str, Any]:
    """What a call has done, for a program; seconds are wall-clock time."""
    found = asdict(outcome)
    done = {what.replace(" ", "_"): ids for what, ids in found.pop("done").items()}
    return {"store": str(store), **done, **found, "seconds": round(seconds, 3)}


def entry_line(entry: Entry) -> str:
    """An entry of the log: number, time, command, what it did to how many documents, and some of them."""
    numbers = Counter(logged.what for logged in entry.documents)
    named = ", ".join(clean(logged.document) for logged in entry.documents[:_NAMED])
    more = ", ..." if len(entry.documents) > _NAMED else ""
    done = ", ".join(f"{number:,} {what}" for what, number in numbers.items())
    return f"{entry.number:>4}  {entry.time}  {entry.command:<6}  {done}: {named}{more}"
