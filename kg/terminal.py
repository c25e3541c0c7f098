"""Text for a terminal: safe to show, wrapped, bold only where somebody looks."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

NARROW, WIDE = 80, 110  # columns: the width that is assumed, and the widest that reads well
OPEN, CLOSE = "\x02", "\x03"  # stand around marked words while lines are wrapped; never in safe text
# control and escape characters, direction overrides, halves of surrogate pairs
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def safe(text: str) -> str:
    """Text of the same length, with a space for each character that a terminal would obey."""
    return _UNSAFE.sub(" ", text)


def clean(text: str) -> str:
    """Text on one line, without characters that a terminal would obey."""
    return " ".join(safe(text).split())


def safe_lines(text: str) -> str:
    """Text whose line ends and tabs stay, without other characters that a terminal would obey."""
    return _UNSAFE.sub(lambda m: m[0] if m[0] in "\r\n\t" else " ", text)


def clean_json(text: str) -> str:
    """JSON that means the same, with characters that a terminal would obey written as escapes."""
    return _UNSAFE.sub(lambda m: m[0] if m[0] in "\r\n\t" else f"\\u{ord(m[0]):04x}", text)


def is_watched() -> bool:
    """Whether results go to a terminal that shows bold and colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str) -> str:
    """Bold on a terminal."""
    return click.style(text, bold=True) if is_watched() else text


def faint(text: str) -> str:
    """Dim on a terminal."""
    return click.style(text, dim=True) if is_watched() else text


def marked(lines: Iterable[str]) -> Iterator[str]:
    """Lines with what stands between OPEN and CLOSE in bold on a terminal, elsewhere in [brackets]."""
    is_open = False
    for line in lines:
        if not is_watched():
            yield line.replace(OPEN, "[").replace(CLOSE, "]")
            continue
        parts = []
        for piece in re.split(f"([{OPEN}{CLOSE}])", line):
            if piece in (OPEN, CLOSE):
                is_open = piece == OPEN
            elif piece:
                parts.append(click.style(piece, bold=True, fg="yellow") if is_open and piece.strip() else piece)
        yield "".join(parts)


def columns() -> int:
    """How wide lines may be."""
    return min(max(shutil.get_terminal_size((NARROW, 24)).columns, 40), WIDE) if sys.stdout.isatty() else NARROW


def wrapped(text: str, indent: int = 0, *, hanging: int = 0) -> list[str]:
    """Lines of at most `columns()`, the later ones indented by `hanging` more."""
    first, later = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(text, columns(), initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


_VALUE = re.compile(r"(?<=\d) (?=%|(?:thousand|million|billion|trillion)\b)")


def readable(text: str, indent: int = 0, *, hanging: int = 0) -> list[str]:
    """The same for sentences: a number stays on one line with its power of ten or its percent sign."""
    held = _VALUE.sub("\xa0", text)
    return [line.replace("\xa0", " ") for line in wrapped(held, indent, hanging=hanging)]


@contextmanager
def progress_bar(*, shown: bool, verb: str = "reading") -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on standard error for (done, total or 0, current id); None when that is no terminal or not `shown`."""
    if not (shown and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(verb),
        BarColumn(),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[current]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(verb, total=None, current="", count="")

        def show(done: int, total: int, current: str) -> None:
            seconds = bar.tasks[task].elapsed
            count = f"{done:,}/{total:,}" if total else f"{done:,}"
            rate = f", {done / seconds:.1f} a second" if seconds else ""
            bar.update(task, completed=done, total=total or None, current=clean(current), count=count + rate)

        yield show


def print_table(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table fitted to the terminal on standard output; where that is too narrow, a block of lines a row."""
    longest = [max([len(name), *(len(row[i]) for row in rows)]) for i, name in enumerate(names)]
    if sum(min(n, NARROW // 3) + 2 for n in longest) - 2 > shutil.get_terminal_size().columns:
        _print_blocks(names, rows)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, width in zip(names, longest, strict=True):
        table.add_column(Text(clean(name)), overflow="fold", no_wrap=width <= NARROW // 3)
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    Console(highlight=False).print(table)


def _print_blocks(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """What each row holds, a line a column."""
    for number, row in enumerate(rows):
        if number:
            click.echo()
        for name, cell in zip(names, row, strict=True):
            if cell:
                head, *more = wrapped(f"{clean(name)}: {clean(cell)}", hanging=2)
                label, colon, rest = head.partition(":")
                click.echo("\n".join([bold(label) + colon + rest, *more]))
