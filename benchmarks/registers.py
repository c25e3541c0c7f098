"""How well and how fast names are looked up in registers.

    python benchmarks/registers.py [--pairs FILE.jsonl:FIELD]... [--half odd|even] [--wrong]
                                   [--names N] [--companies N] [--json]

`--pairs` is a file of JSON lines with `ticker`, `cik` and a name in FIELD, which is looked up in the shipped
list of the SEC. Lines are split in halves by the sha256 of the ticker: rules were made on the even half, the
odd one gives the figure. Precision is of the names that got a company, recall of all names. A line whose CIK
the list lacks counts as right when its name gets none.

`--names` names, a third of them in the register as they stand, a third variants, a third unknown, are looked
up in the SEC's list and, with `--companies`, in a generated register of so many companies in the columns of
GLEIF's golden copy, which is also timed and weighed on its way into the index. Seconds are of the processor.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.registers import SHIPPED, Registers, add, places

SYLLABLES = "bar cor del fen gal hol jun kel lor mar nol per quin ras sel tor ul ven wex zan".split()
BRANCHES = "Systems Energy Foods Logistics Capital Materials Pharma Software Mining Textiles Optics Shipping".split()
FORMS = (("Inc", "US"), ("Corp", "US"), ("Ltd", "GB"), ("PLC", "GB"), ("GmbH", "DE"), ("AG", "DE"), ("S.A.", "FR"))
UNKNOWN = "Azure Cloud Web Services|North River Unit|Zephyrine Halvorsen|Ministry of Trade|Ottoline Freight Division"


def in_half(ticker: str, half: str) -> bool:
    """Whether a line belongs to the half, by the hash of its ticker."""
    return int(hashlib.sha256(ticker.encode()).hexdigest(), 16) % 2 == (half == "odd")


def scores(file: Path, field: str, half: str, registers: Registers, wrong: bool) -> dict[str, Any]:
    """Precision and recall of the CIK over the lines of a half."""
    listed = {value for _, value in identifiers(registers) if _ == "cik"}
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = given = asked = 0
    for line in lines:
        if not in_half(line["ticker"], half):
            continue
        gold, name = str(line["cik"]), line[field]
        found = registers.look_up(name)
        got = found[0].company.values("cik")[0] if found else ""
        asked += gold in listed
        given += bool(got)
        right += got == gold
        if wrong and got != gold and (got or gold in listed):
            print(f"{name} -> {found[0].company.name if found else 'none'} ({line['sec_name']})", file=sys.stderr)
    return {"file": file.name, "half": half, "names": asked, "precision": right / given, "recall": right / asked}


def identifiers(registers: Registers) -> Iterator[tuple[str, str]]:
    """All identifiers of the first register."""
    database = sqlite3.connect(registers.all[0].path)
    for (text,) in database.execute("SELECT identifiers FROM companies"):
        for key, values in json.loads(text).items():
            yield from ((key, v) for v in (values if isinstance(values, list) else [values]))
    database.close()


def mix(registers: Registers, number: int) -> list[str]:
    """Names in the register, variants of such and unknown ones, in an order that chance gives."""
    chance = random.Random(7)
    database = sqlite3.connect(registers.all[0].path)
    held = [name for (name,) in database.execute(f"SELECT name FROM companies ORDER BY id LIMIT {number}")]
    database.close()
    unknown = UNKNOWN.split("|")
    ways = (
        lambda name: name,
        lambda name: name.title().replace(" Inc", ", Incorporated").replace(" Corp", " Corporation"),
        lambda name: f"{name.split()[0]} {chance.choice(unknown)} {chance.randrange(number)}",
    )
    return [ways[n % 3](chance.choice(held)) for n in range(number)]


def speed(registers: Registers, names: Sequence[str]) -> dict[str, Any]:
    """Names a second, each looked up on its own."""
    started = time.process_time()
    found = sum(bool(matches) for matches in registers.look_up_all(names))
    seconds = time.process_time() - started
    return {"names": len(names), "found": found, "seconds": seconds, "names_a_second": round(len(names) / seconds)}


def generated(path: Path, companies: int) -> None:
    """A file as GLEIF gives it, with invented companies."""
    chance = random.Random(11)
    header = ["LEI", "Entity.LegalName", "Entity.OtherEntityNames.OtherEntityName.1", "Entity.LegalAddress.City"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, "Entity.LegalAddress.Country", "Entity.EntityStatus"])
        for number in range(companies):
            name = "".join(chance.choices(SYLLABLES, k=4)).title()
            form, country = chance.choice(FORMS)
            other = f"{name} {chance.choice(BRANCHES)}" if number % 10 == 0 else ""
            status = "INACTIVE" if number % 20 == 0 else "ACTIVE"
            legal = f"{name} {chance.choice(BRANCHES)} {form}"
            writer.writerow([f"5299{number:014d}{number % 97:02d}", legal, other, name[:6], country, status])


def large(companies: int, names: int) -> dict[str, Any]:
    """Making an index of many companies, and looking up in it."""
    with TemporaryDirectory() as folder:
        file, index = Path(folder, "golden.csv"), Path(folder, "golden.sqlite")
        generated(file, companies)
        started = time.process_time()
        added = add(file, to=index)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        with Registers.load([str(index)]) as registers:
            found = speed(registers, mix(registers, names))
        size = index.stat().st_size >> 20
    made = {"companies": added.report.companies, "add_seconds": seconds, "peak_mib": peak, "index_mib": size}
    return made | {"look_up": found}


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", action="append", default=[], metavar="FILE:FIELD")
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--wrong", action="store_true", help="print the lines that went wrong to standard error")
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--companies", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    started = time.process_time()
    registers = Registers.load([str(places()[SHIPPED])])
    registers.look_up("Warm Up Inc")
    found: dict[str, Any] = {"load_ms": round(1000 * (time.process_time() - started), 1)}
    pairs = [pair.rpartition(":") for pair in given.pairs]
    found["pairs"] = [scores(Path(file), field, given.half, registers, given.wrong) for file, _, field in pairs]
    if given.names:
        found["sec"] = speed(registers, mix(registers, given.names))
    if given.companies:
        found["generated"] = large(given.companies, given.names)
    print(json.dumps(found, indent=None if given.json else 2))


if __name__ == "__main__":
    main()
