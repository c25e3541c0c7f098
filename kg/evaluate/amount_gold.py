"""Gold amounts: a list of clauses with what they amount to, or places in paragraphs of TAT-QA.

A list (.tsv) has a clause, a tab and its amounts as "bound number..high unit (noun) per X over DURATION", several
parted by ";", "-" for none. JSON lines name a paragraph by its id and each amount by its offsets; they hold no text,
which the data set itself gives (https://github.com/NExTplusplus/TAT-QA, tatqa_dataset_dev.json):

    {"uid": "...", "split": "development", "amounts": [{"start": 61, "end": 74, "value": "633000000",
     "high": "...", "unit": "money", "currency": "AUD", "bound": "about"}]}
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Value

_MEANING = re.compile(
    r"(?:(?P<bound>about|at least|at most) )?(?P<number>\?|-?\d+(?:\.\d+)?)(?:\.\.(?P<high>-?\d+(?:\.\d+)?))?"
    r" (?P<unit>[A-Z]{3}|[a-z]+)(?: \((?P<noun>[^)]*)\))?(?: per (?P<per>.+?))??(?: over (?P<over>P\w+))?\Z"
)


@dataclass(frozen=True, slots=True)
class GoldAmount:
    """An amount that a text states; `start` and `end` are -1 where the gold gives no place."""

    value: Value
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with all its amounts."""

    id: str
    text: str
    amounts: tuple[GoldAmount, ...]


def read_amounts(file: Path, texts: Path | None = None, split: str = "") -> tuple[GoldText, ...]:
    """The gold of a file: a list of clauses, or JSON lines with the paragraphs in `texts`.

    `split` keeps the lines of that split alone, "" all.

    Raises:
        InputError: a file cannot be read, a line is damaged, or a paragraph or place is not in the texts.
    """
    lines = [line for line in _content(file).split("\n") if line.strip() and not line.startswith("#")]
    if file.suffix == ".tsv":
        found = tuple(_clause(line, f"{file}, “{line}”") for line in lines)
    elif texts is None:
        raise InputError(f"{file} gives places alone and needs the file of its texts.")
    else:
        found = tuple(_paragraphs(lines, _texts(texts), file, split))
    if not found:
        raise InputError(f"{file} has no gold amounts" + (f" of the split {split!r}." if split else "."))
    return found


def _content(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise InputError(f"Cannot read {file}: {getattr(error, 'strerror', '') or error}.") from error


def _clause(line: str, where: str) -> GoldText:
    clause, tab, meanings = line.partition("\t")
    if not tab:
        raise InputError(f"{where} has no tab.")
    said = [] if meanings.strip() == "-" else meanings.split(";")
    return GoldText(clause, clause, tuple(GoldAmount(_meant(m.strip(), where)) for m in said))


def _meant(meaning: str, where: str) -> Value:
    match = _MEANING.match(meaning)
    if match is None:
        raise InputError(f"{where}: {meaning!r} is no amount.")
    unit = match["unit"]
    return Value(
        text="",
        number=None if match["number"] == "?" else Decimal(match["number"]),
        unit="money" if unit.isupper() else unit,
        currency=unit if unit.isupper() else "",
        high=Decimal(match["high"]) if match["high"] else None,
        bound=match["bound"] or "",
        per=match["per"] or "",
        noun=match["noun"] or "",
        over=match["over"] or "",
    )


def _texts(file: Path) -> dict[str, str]:
    try:
        return {p["uid"]: p["text"] for context in json.loads(_content(file)) for p in context["paragraphs"]}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{file} is no file of TAT-QA: {error!r}.") from error


def _paragraphs(lines: list[str], texts: dict[str, str], file: Path, split: str) -> Iterator[GoldText]:
    for number, line in enumerate(lines, 1):
        try:
            found = json.loads(line)
            if split and found["split"] != split:
                continue
            text = texts[found["uid"]]
            yield GoldText(found["uid"], text, tuple(_placed(a, text) for a in found["amounts"]))
        except (ValueError, KeyError, TypeError, InvalidOperation) as error:
            raise InputError(f"Line {number} of {file} is damaged or not of these texts: {error!r}.") from error


def _placed(found: dict[str, Any], text: str) -> GoldAmount:
    start, end = found["start"], found["end"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no place {start} to {end}")
    value = Value(
        text[start:end],
        Decimal(found["value"]),
        found["unit"],
        found.get("currency", ""),
        high=Decimal(found["high"]) if "high" in found else None,
        bound=found.get("bound", ""),
    )
    return GoldAmount(value, start, end)
