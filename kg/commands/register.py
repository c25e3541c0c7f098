"""kg register: registers of companies that give entities their identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, SOME_PROBLEMS
from kg.commands.output import print_json, print_lines

if TYPE_CHECKING:
    from kg.registers import Added, Match

SHOWN = 3  # companies that are shown for a name without a match


@click.group()
def register() -> None:
    """Look companies up in registers, and add registers.

    A list of the companies that file with the SEC is shipped. Companies in a graph get the identifiers of
    those that their names mean in it and in the registers that are added here.
    """


@register.command()
@click.argument("file", type=FOLDER)
@click.option("--name", default="", metavar="NAME", help="What to call it; the file's own name if left out.")
@click.option("--format", "form", type=click.Choice(["sec", "gleif", "csv"]), help="Told from the file if left out.")
@click.option("--mapping", metavar="TOML", type=FOLDER, help='Which column holds what: FIELD = "COLUMN" lines.')
@click.option("--column", "columns", metavar="FIELD=COLUMN", multiple=True, help="The same on the command line.")
@click.option("-o", "--output", "to", metavar="SQLITE", type=FOLDER, help="Write this file, for use by its path.")
@click.option("--encoding", default="utf-8-sig", metavar="NAME", help="Of a CSV file; UTF-8 if left out.")
@AS_JSON
def add(
    file: Path,
    name: str,
    form: str | None,
    mapping: Path | None,
    columns: Sequence[str],
    to: Path | None,
    encoding: str,
    as_json: bool,
) -> int:
    """Add a register, or replace the one of that name.

    FILE is company_tickers.json of the SEC, the golden copy of GLEIF (level 1, CSV) or any CSV file, as it is
    or in .gz or .zip. The fields of a CSV file are name, other_names, country, city, iri, rank, and any
    other is an identifier, such as lei, cik, isin or ticker:

    \b
    kg register add firms.csv --column name=Company --column lei=LEI --column country=Country

    \b
    Exit codes:
      0  the register is there
      1  it is, but some rows could not be read
      2  wrong usage
      3  FILE cannot be read, or is no register
    """
    from kg.registers import Columns
    from kg.registers import add as add_register

    if to is not None and (name or to.suffix != ".sqlite"):
        raise click.UsageError("--output takes a file that ends in .sqlite, and goes without --name.")
    given = Columns.read(mapping, columns) if mapping or columns else None
    added = add_register(file, name=name, format=form or "", columns=given, encoding=encoding, to=to)
    if as_json:
        print_json(_added_json(added))
    else:
        print_lines(_added_lines(added))
    return SOME_PROBLEMS if added.report.wrong else FINE


@register.command("list")
@AS_JSON
def list_(as_json: bool) -> int:
    """Show which registers there are."""
    from kg.registers import Registers, places

    found: list[dict[str, Any]] = []
    for name, path in places().items():
        with Registers.load([str(path)]) as registers:
            about = registers.all[0].about
        held = {"companies": int(about["companies"]), "source": about["source"]}
        found.append({"name": name, **held, "path": str(path)})
    if as_json:
        print_json(found)
    else:
        print_lines(_listed(**each) for each in found)
    return FINE


@register.command()
@click.argument("name")
def remove(name: str) -> int:
    """Remove an added register."""
    from kg.registers import remove as remove_register

    click.echo(f"Removed {remove_register(name)}.")
    return FINE


@register.command("look-up")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--ticker", "tickers", metavar="SYMBOL", multiple=True, help="What a text gives as ticker.")
@click.option("--country", default="", metavar="CODE", help="Where the company is known to be.")
@click.option("--city", default="", metavar="CITY", help="Where the company is known to be.")
@click.option(
    "--register", "registers", metavar="NAME", multiple=True, help="Ask this register, or the one in a file, only."
)
@AS_JSON
def look_up(
    names: Sequence[str], tickers: Sequence[str], country: str, city: str, registers: Sequence[str], as_json: bool
) -> int:
    """Show which company a name means, how surely, and why.

    NAME may also be an LEI or ISIN, or an identifier with its name such as cik:789019. From a score of
    0.75 on it is the same company, unless another comes near; what scores less is shown as no match.
    Exit code 1 when a name has none.
    """
    from kg.registers import ALL, Query, Registers

    with Registers.load(tuple(registers) or (ALL,)) as opened:
        queries = [Query(name, tickers=tuple(tickers), country=country, city=city) for name in names]
        found = [(query.name, opened.answer(query), opened.candidates(query)) for query in queries]
    if as_json:
        print_json([_look_up_json(*each) for each in found])
    else:
        print_lines(line for each in found for line in _look_up_lines(*each))
    return FINE if all(matches for _, matches, _ in found) else SOME_PROBLEMS


def _listed(name: str, companies: int, source: str, path: str) -> str:
    from kg.report import counted

    return f"{name}  {counted(companies, 'company', 'companies')} of {source}  {path}"


def _added_lines(added: Added) -> list[str]:
    from kg.report import counted

    report = added.report
    extra = [
        *([f"{counted(report.merged, 'more row')} of the same"] if report.merged else []),
        *([f"{report.left_out:,} no longer active"] if report.left_out else []),
        *([f"{counted(report.wrong, 'row')} not read"] if report.wrong else []),
    ]
    rest = f" ({', '.join(extra)})" if extra else ""
    verb = "Replaced" if added.replaced else "Added"
    lines = [f'{verb} the register "{added.name}": {counted(report.companies, "company", "companies")}{rest}.']
    lines += [f"  {example}" for example in report.examples]
    return [*lines, "  ..."] if report.wrong > len(report.examples) else lines


def _added_json(added: Added) -> dict[str, Any]:
    from dataclasses import asdict

    return {"name": added.name, "path": str(added.path), "format": added.format, **asdict(added.report)}


def _look_up_lines(name: str, matches: Sequence[Match], candidates: Sequence[Match]) -> list[str]:
    if matches:
        return [line for match in matches for line in _match_lines(name, match, "is")]
    if not candidates:
        return [f"{name}: no register has it."]
    shown = [line for match in candidates[:SHOWN] for line in _match_lines(name, match, "might be")]
    return [f"{name}: no company for sure.", *(f"  {line}" for line in shown)]


def _match_lines(name: str, match: Match, verb: str) -> list[str]:
    company = match.company
    identifiers = ", ".join(f"{key} {value}" for key, value in company.identifiers)
    place = ", ".join(filter(None, (company.city, company.country)))
    described = "; ".join(filter(None, (identifiers, place, company.iri)))
    why = "; ".join(
        f"{feature} {weight:+.2f} ({words})" if weight else words for feature, weight, words in match.reasons
    )
    return [f"{name} {verb} {company.name} ({match.register}: {described}), score {match.score:.2f}", f"  {why}"]


def _look_up_json(name: str, matches: Sequence[Match], candidates: Sequence[Match]) -> dict[str, Any]:
    others = [m for m in candidates if m not in matches]
    return {"name": name, "matches": [*map(_match_json, matches)], "others": [*map(_match_json, others[:SHOWN])]}


def _match_json(match: Match) -> dict[str, Any]:
    from dataclasses import asdict

    company = asdict(match.company) | {"identifiers": match.company.identifiers}
    reasons = [{"feature": f, "weight": w, "words": words} for f, w, words in match.reasons]
    return {"register": match.register, "score": match.score, "reasons": reasons, "company": company}
