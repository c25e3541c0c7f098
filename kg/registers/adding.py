"""A file of a register to a register on the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import ConfigError
from kg.registers import formats, shelf
from kg.registers.index import Report, write
from kg.registers.table import Columns


@dataclass(frozen=True, slots=True)
class Added:
    """A register that was added, and what became of the rows of its file."""

    name: str
    path: Path
    format: str
    replaced: bool
    report: Report


def add(
    file: Path,
    *,
    name: str = "",
    format: str = "",
    columns: Columns | None = None,
    encoding: str = "utf-8-sig",
    to: Path | None = None,
) -> Added:
    """Read a register's file into the shelf, or to the file `to`; one of the same name is replaced.

    `format` is "sec", "gleif" or "csv", told from the file when empty. `columns` say what a CSV file holds.

    Raises:
        InputError: the file cannot be read, is not of the format, or holds no company.
        ConfigError: the name cannot be used, or the format takes no columns.
    """
    form = format or formats.told_format(file, encoding)
    if columns is not None and columns.of:
        if form == formats.SEC:
            raise ConfigError(f"{file} is JSON, which has no columns to name.")
        form = formats.CSV
    path = to or shelf.new_place(name or shelf.name_for(file))
    replaced = path.exists()
    about = {"format": form, "source": file.name}
    report = write(path, formats.listings(file, form, columns, encoding), about)
    return Added(path.name.removesuffix(shelf.ENDING), path, form, replaced, report)
