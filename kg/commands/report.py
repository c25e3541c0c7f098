"""kg report: whom a company depends on, what texts gave, how a graph hangs together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.commands.options import AS_JSON, FINE, FOLDER, graph_of, output_of
from kg.commands.output import print_json, print_lines, print_raw
from kg.errors import InputError
from kg.model import Status

if TYPE_CHECKING:
    from kg.analysis import Page, Rates
    from kg.graph import KnowledgeGraph

EXPOSURE, COVERAGE, NETWORK = "exposure", "coverage", "network"
TABLE, MARKDOWN, HTML, CSV, JSON = "table", "markdown", "html", "csv", "json"
_ENDINGS = {
    "": TABLE,
    ".txt": TABLE,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".csv": CSV,
    ".json": JSON,
}
_STATUSES = [s.value for s in reversed(Status) if s is not Status.EXPECTED]


@click.command(short_help="Print whom a company depends on, or what texts gave.")
@click.argument("out", metavar="OUT_OR_STORE", type=FOLDER)
@click.argument("what", type=click.Choice([EXPOSURE, COVERAGE, NETWORK]))
@click.argument("words", nargs=-1, metavar="[NAME]")
@click.option("--rates", "rates_file", metavar="FILE", type=FOLDER, help="Rates of exchange, TOML or CSV, see above.")
@click.option("--currency", metavar="CODE", help="Bring amounts to this currency, by the rates.")
@click.option("--status", "statuses", type=click.Choice(_STATUSES), multiple=True, help="Facts of the network.")
@click.option("--format", "form", type=click.Choice([TABLE, MARKDOWN, HTML, CSV]), help="How it is written.")
@click.option("-o", "--output", "target", metavar="FILE", type=FOLDER, help="Write there; its ending tells the format.")
@AS_JSON
def report(
    out: Path,
    what: str,
    words: tuple[str, ...],
    rates_file: Path | None,
    currency: str | None,
    statuses: Sequence[str],
    form: str | None,
    target: Path | None,
    as_json: bool,
) -> int:
    """Report whom a company depends on, what texts gave, or how a graph hangs together.

    \b
    kg report output exposure Microsoft                    customers, suppliers, concentration, risks
    kg report output exposure Microsoft -o microsoft.html
    kg report output coverage                              sentences and documents that yielded nothing
    kg report output network --status asserted --status planned

    Amounts are brought to a year; those of other currencies stay as they are unless a file gives rates:

    \b
    currency = "USD"        the target          or CSV:  currency,rate,date,source
    date = "2026-03-31"                                  EUR,1.08,2026-03-31,central bank
    source = "central bank"                              USD,1,,
    [rates]
    EUR = 1.08              1 EUR is 1.08 USD
    """
    name = " ".join(words)
    _refuse(what, name, rates_file, currency, statuses)
    form, as_json = _form(form, target, as_json=as_json)
    rates = _rates(rates_file, currency)
    graph = graph_of(output_of(out))
    found, page = _made(graph, what, name, rates, statuses)
    if as_json:
        _put(_as_text(found), target) if target else print_json(_plain(found))
        return FINE
    _show(page, form, target)
    return FINE


def _form(form: str | None, target: Path | None, *, as_json: bool) -> tuple[str, bool]:
    """The format that is asked for, or that the file's ending tells; and whether it is JSON."""
    if form or target is None or as_json:
        return form or TABLE, as_json
    ending = target.suffix.lower()
    if ending not in _ENDINGS:
        known = ", ".join(filter(None, _ENDINGS))
        raise click.UsageError(f"{target.name} tells no format: give --format, or an ending of {known}.")
    return _ENDINGS[ending], _ENDINGS[ending] == JSON


def _refuse(what: str, name: str, rates_file: Path | None, currency: str | None, statuses: Sequence[str]) -> None:
    """Options and arguments that do not go together."""
    if what == EXPOSURE and not name.strip():
        raise click.UsageError("Whose exposure? Give a name: kg report OUT exposure NAME.")
    if what != EXPOSURE and (name or rates_file or currency):
        raise click.UsageError(f"A name, --rates and --currency go with exposure, not with {what}.")
    if what != NETWORK and statuses:
        raise click.UsageError("--status goes with network.")
    if currency and rates_file is None:
        raise click.UsageError("--currency needs --rates FILE: kg knows no rates of exchange of its own.")


def _rates(file: Path | None, currency: str | None) -> Rates | None:
    from kg.analysis import Rates

    return Rates.load(file, (currency or "").strip().upper()) if file else None


def _made(
    graph: KnowledgeGraph, what: str, name: str, rates: Rates | None, statuses: Sequence[str]
) -> tuple[Any, Page]:
    """What was found, and the page of it."""
    from kg import analysis

    if what == EXPOSURE:
        exposed = analysis.exposure(graph, _entity(graph, name), rates)
        return exposed, analysis.exposure_page(exposed)
    if what == COVERAGE:
        covered = analysis.coverage(graph)
        return covered, analysis.coverage_page(covered)
    linked = analysis.network(graph, [Status(s) for s in statuses] or [Status.ASSERTED])
    return linked, analysis.network_page(linked)


def _entity(graph: KnowledgeGraph, name: str) -> str:
    """The one entity that is meant."""
    from kg.report import find_entities
    from kg.terminal import clean

    found = find_entities(graph, name)
    if len(found) > 1:
        names = ", ".join(f"{clean(e.name)} ({e.id})" for e in found[:5])
        raise InputError(f"{len(found)} entities are called {clean(name)!r}: {names}. Give one by its id.")
    return found[0].id


def _plain(found: Any) -> Any:
    from kg.analysis import to_json

    return to_json(found)


def _as_text(found: Any) -> str:
    import json

    return json.dumps(_plain(found), ensure_ascii=False, indent=2) + "\n"


def _show(page: Page, form: str, target: Path | None) -> None:
    from kg import analysis
    from kg.page_lines import page_lines

    if form == TABLE:
        lines = page_lines(page)
        if target:
            _put("\n".join(map(click.unstyle, lines)) + "\n", target)
        else:
            print_lines(lines)
        return
    text = {MARKDOWN: analysis.to_markdown, HTML: analysis.to_html, CSV: analysis.to_csv}[form](page)
    _put(text, target) if target else print_raw(text)


def _put(text: str, target: Path) -> None:
    """Write a file, its folder too."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="", errors="replace")
    except OSError as error:
        raise InputError(f"Cannot write {target}: {error.strerror or error}.") from error
