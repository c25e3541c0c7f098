"""A register on the disk, read only."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.registers.index import APPLICATION, VERSION, unpacked
from kg.registers.listing import Listing

_MAPPED = 1 << 30  # bytes of the file that are read without copying
_COLUMNS = "name, others, identifiers, country, city, iri, rank, form"


class Register:
    """An open register. `name` is what reports call it, `about` what its maker said of it.

    Raises:
        InputError: the file cannot be read, is damaged, or is no register.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path
        if not path.is_file():
            raise InputError(f"There is no register at {path}.")
        try:
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._database.execute(f"PRAGMA mmap_size = {_MAPPED}")
            sign = self._one("PRAGMA application_id")[0], self._one("PRAGMA user_version")[0]
            if sign != (APPLICATION, VERSION):
                old = sign[0] == APPLICATION
                raise InputError(
                    f"{path} is {'a register of another version: add it again' if old else 'no register'}."
                )
            self.about = dict(self._database.execute("SELECT key, value FROM about"))
        except sqlite3.Error as error:
            raise self._damaged(error) from error
        if not (self.about.get("companies", "").isdecimal() and "source" in self.about):
            raise self._damaged("it does not say what it is")
        self.company = lru_cache(maxsize=1 << 14)(self._company)
        self.rivals = lru_cache(maxsize=1 << 14)(self._rivals)

    def rows(self, key: str) -> list[tuple[int, int]]:
        """How companies bear a key, and their numbers."""
        try:
            return self._database.execute("SELECT how, company FROM keys WHERE key = ?", (key,)).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _company(self, number: int) -> tuple[Listing, str]:
        """A company, and the family of its legal form."""
        # the columns are a constant
        row = self._one(f"SELECT {_COLUMNS} FROM companies WHERE id = ?", number)  # nosec B608
        others = tuple(filter(None, row[1].split("\n")))
        listing = Listing(row[0], unpacked(row[2]), others, *row[3:7])
        return listing, row[7]

    def _rivals(self, word: str) -> tuple[int, int, int]:
        """How many names begin with a word, and the two best ranks among them; (1, 0, 0) where it is one or none."""
        found = self._one("SELECT names, first, second FROM words WHERE word = ?", word, default=(1, 0, 0))
        return found[0], found[1], found[2]

    def _one(self, query: str, *values: object, default: tuple[int, int, int] | None = None) -> tuple:  # type: ignore[type-arg]
        try:
            row = self._database.execute(query, values).fetchone() or default
        except (sqlite3.Error, ValueError) as error:
            raise self._damaged(error) from error
        if row is None:
            raise self._damaged("a row is missing")
        return row

    def _damaged(self, error: object) -> InputError:
        return InputError(f"The register {self.path} is damaged ({error}): add it again.")
