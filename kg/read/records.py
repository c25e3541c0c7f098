"""Records to pages: which column holds what, and its values as text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

from kg.read.page import Page, Unreadable, first_part
from kg.read.text import with_one_line_end

PARTS = ("text", "id", "title", "date", "author", "source")
_SHOWN, _NAMED = 12, 60  # columns that a message lists, and characters of each
_LONGEST = 500  # characters of anything but the text
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T ])", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?=$|T)", re.ASCII)
_WRITTEN = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")


class Columns:
    """The columns of one kind of record, found when the first record is seen.

    Raises:
        Unreadable: there is no column for the text, or not one that was asked for.
    """

    def __init__(self, names: Iterable[Any], wanted: Iterable[tuple[str, str]]) -> None:
        self.names = [name for name in names if isinstance(name, str)]
        asked = dict(wanted)
        known = {_plain(name): name for name in reversed(self.names)}
        self.of: dict[str, str] = {}
        for part in PARTS:
            if part in asked:
                self.of[part] = self._asked(asked[part])
            elif found := next((known[name] for name in _guesses()[part] if name in known), None):
                self.of[part] = found
        if "text" not in self.of:
            raise Unreadable(f"has no column for the text: say which with --column text=NAME, of {self._shown()}")

    def _asked(self, name: str) -> str:
        if name in self.names:
            return name
        alike = [n for n in self.names if _plain(n) == _plain(name)]
        if not alike:
            raise Unreadable(f'has no column "{_shown(name)}", only {self._shown()}')
        return alike[0]

    def _shown(self) -> str:
        names = [_shown(name) for name in self.names[:_SHOWN]]
        more = f" and {len(self.names) - _SHOWN} more" if len(self.names) > _SHOWN else ""
        return (", ".join(names) or "none at all") + more

    def page(self, record: Mapping[str, Any], limit: int) -> Page:
        """What a record says; its text "" where there is none, and but little longer than `limit`."""
        found = {part: record.get(name) for part, name in self.of.items()}
        short = {part: _short(as_text(value)) for part, value in found.items() if part not in ("text", "date")}
        return Page(
            as_text(found["text"], limit),
            short.get("title", ""),
            iso_date(found.get("date")),
            author=short.get("author", ""),
            source=short.get("source", ""),
            id=short.get("id", ""),
        )


def as_text(value: Any, limit: int = _LONGEST) -> str:
    """Words of a value, "" for none; lists of words as lines. No character that text cannot hold is left."""
    if isinstance(value, (list, tuple)):
        value = "\n".join(as_text(each, limit) for each in value[:1000])
    if isinstance(value, (datetime, date)):
        value = value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    # a character beyond the limit stays, so that somebody notices that there are more
    text = _UNFIT.sub(" ", with_one_line_end(value[: limit + 1]))
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def iso_date(value: Any) -> str:
    """A day, month or year in ISO 8601, "" where the value is none or may be read in two ways."""
    text = value.isoformat() if isinstance(value, (date, datetime)) else as_text(value).strip()
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, day = (int(part or 1) for part in found.groups())
        written = [f"{int(part):0{width}}" for part, width in zip(found.groups(), (4, 2, 2), strict=True) if part]
        return "-".join(written) if _is_day(year, month, day) else ""
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date().isoformat() if "," in text or ":" in text else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _short(text: str) -> str:
    return " ".join(first_part(text, _LONGEST).split())


def _shown(name: str) -> str:
    """A name as a message may have it: one short line that does nothing to a terminal."""
    name = " ".join(name[:_LONGEST].split())
    name = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
    return name if len(name) <= _NAMED else f"{name[: _NAMED - 1]}…"


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


@cache
def _guesses() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
