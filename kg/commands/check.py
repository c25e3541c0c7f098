"""kg check: promises kept, numbers that fit."""

from __future__ import annotations

from pathlib import Path

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, SOME_PROBLEMS, graph_of, output_of
from kg.commands.output import print_json, print_lines


@click.command(short_help="Check that a graph holds what it promises, and its numbers.")
@click.argument("out", type=FOLDER)
@click.option("--numbers", is_flag=True, help="Check the arithmetic of amounts, shares and periods instead.")
@click.option(
    "--tolerance",
    type=click.FloatRange(0, 50),
    metavar="PERCENT",
    help="With --numbers: how far computed figures may be off beyond the rounding of written digits; 2 if left out.",
)
@AS_JSON
def check(out: Path, numbers: bool, tolerance: float | None, as_json: bool) -> int:
    """Check that a graph holds what it promises, or that its numbers fit each other.

    OUT is what kg build or kg export wrote, or a store, whose record is looked through first.
    Quotes that are in their documents, facts between known entities of the right kinds, direct
    triples for asserted facts alone. Exit code 1 on a violation; a warning is none.

    With --numbers: whether a share of a whole is the part that is stated, a rise leads from the old
    figure to the new, shares add up to no more than 100 %, and texts agree on one figure. Exit code
    1 when something is inconsistent; what is unclear may be of different times or parts.
    """
    if tolerance is not None and not numbers:
        raise click.UsageError("--tolerance goes with --numbers.")
    _refuse_damaged(out)
    out = output_of(out)
    return _check_numbers(out, tolerance, as_json) if numbers else _check_promises(out, as_json)


def _refuse_damaged(given: Path) -> None:
    """Of a store, look through the record first: every text must be the one that was stored.

    Raises:
        StoreError: the record is damaged.
    """
    from kg.errors import StoreError
    from kg.store import Store, is_store

    if is_store(given):
        with Store.open(given) as store:
            if wrong := store.verify():
                more = f" There are {len(wrong) - 1} more such faults." if wrong[1:] else ""
                raise StoreError(f"The store {given} is damaged. {wrong[0]}{more}")


def _check_promises(out: Path, as_json: bool) -> int:
    from dataclasses import asdict

    from kg.query.check import VIOLATION
    from kg.query.check import check as find_violations
    from kg.verdicts import violation_lines

    found = find_violations(out)
    if as_json:
        print_json([asdict(violation) for violation in found])
    else:
        print_lines(violation_lines(found))
    return SOME_PROBLEMS if any(violation.severity == VIOLATION for violation in found) else FINE


def _check_numbers(out: Path, tolerance: float | None, as_json: bool) -> int:
    from decimal import Decimal

    from kg.query import TOLERANCE, Verdict, check_numbers
    from kg.verdicts import number_lines

    found = check_numbers(graph_of(out), TOLERANCE if tolerance is None else Decimal(str(tolerance)) / 100)
    if as_json:
        print_json([each.as_json() for each in found])
    else:
        print_lines(number_lines(found))
    return SOME_PROBLEMS if any(each.verdict is Verdict.INCONSISTENT for each in found) else FINE
