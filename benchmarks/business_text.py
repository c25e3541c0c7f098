"""Business text in any size, about companies that do not exist, the same every time.

    python benchmarks/business_text.py 100000 -o texts.jsonl [--seed 1]

Document n depends on the seed and n alone, so the first ten thousand of a million are those of ten thousand. What it
has of real text, so that caches and resolution are tried: names are put together of syllables, so that their number
grows with that of the documents (about with its square root times fifty, as companies of news do: a few are in many
documents, most in one or two); a document calls a company by its full name, without its legal form, by letters or "the
company"; different companies share first words; a twentieth of the documents are edited copies of earlier ones;
sentences are of forty patterns whose parts vary, with numbers, days, towns, products and persons.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_ONSETS = "b br c ch cl d dr f fl g gr h j k kl l m n p pl qu r s sh sl st t tr v w z".split()
_MIDDLES = "a e i o u ai ea io oa ou".split()
_CODAS = "l n r s x m nd rt lk th nt ss ck ld".split()
_TRADES = (
    "Foods Freight Air Systems Motors Energy Steel Pharma Networks Robotics Logistics Textiles Ceramics Semiconductors "
    "Software Chemicals Timber Shipping Instruments Biotech Mining Paper Optics Batteries Aerospace Insurance Retail"
).split()
_FORMS = ["Inc", "Inc.", "Ltd", "plc", "Corp", "AG", "GmbH", "SE", "N.V.", "S.A.", "LLC", "", "", ""]
_TOWNS = (
    "Rotterdam Leeds Osaka Denver Lyon Turin Gdansk Porto Bergen Antwerp Valencia Austin Nagoya Malmo Cork Graz Bilbao"
).split()
_GOODS = (
    "lithium cells,wind turbine blades,cardboard boxes,truck engines,control software,wafer coatings,steel pipes,"
    "vaccine vials,fibre cables,ship hulls,fertiliser,oat milk,aircraft seats,payment terminals,drilling rigs"
).split(",")
_FIRST = "Anna Boris Clara David Elena Felix Greta Hugo Irene Jonas Karin Liam Mona Nils Olga Paul Rosa Sven".split()
_ROLES = ["chief executive", "chief financial officer", "chairman", "head of procurement"]
_PATTERNS = [
    "{A} said on {day} that it had agreed to buy {b} for ${n} million in cash.",
    "{A} supplies {goods} to {b} under a contract worth ${n} million a year.",
    "{B}, based in {town}, buys {goods} from {a}.",
    "{A} holds a {p} percent stake in {b}.",
    "{A} plans to sell its {p} percent stake in {b} to {c}.",
    "{A} denied that it was in talks to acquire {b}.",
    "{A} named {person} as {role}.",
    "{person}, {role} of {a}, said demand for {goods} was strong.",
    "Revenue at {a} rose {p} percent to ${n} million in {year}.",
    "{A} reported a net loss of ${n} million for the quarter, compared with a profit of ${m} million a year earlier.",
    "{A} expects revenue of ${n} million to ${m} million in {year}.",
    "{A} employs {n} people at its plant in {town}.",
    "{A} sued {b} over patents for {goods}.",
    "{A} and {b} formed a joint venture to make {goods} in {town}.",
    "{A} is a subsidiary of {b}.",
    "{A} may close its factory in {town}, {person} told reporters.",
    "{A} no longer supplies {b}, the company said.",
    "{A} competes with {b} and {c} in the market for {goods}.",
    "{B} was founded in {year} and is headquartered in {town}.",
    "{A} lent ${n} million to {b} at an interest rate of {p} percent.",
    "{A} ended its partnership with {b} in {month} {year}.",
    "{A} launched a new line of {goods} for {b}.",
    "Shares of {a} fell {p} percent after {b} cut its orders for {goods}.",
    "{A} invested ${n} million in {b}, which is led by {person}.",
    "{A} will deliver {n} {goods} to {b} by {month} {year}.",
    "{A} depends on {b} for {p} percent of its {goods}.",
    "{C} advised {a} on its bid for {b}.",
    "{A} raised its forecast for {year} to ${n} million.",
    "{A} acquired {b} in {year}.",
    "A court in {town} ordered {a} to pay {b} ${n} million.",
    "{A} moved its head office from {town} to {town2}.",
    "{A} bought the {goods} business of {b} for {n} million euros.",
    "{B} owns {p} percent of {a}, according to a filing of {day}.",
    "{A} was not a customer of {b}, {person} said.",
    "{A} licensed its {goods} technology to {b} and {c}.",
    "Analysts had expected {a} to earn ${p}.{q} a share.",
    "The weather was mild in {town} that week, and traffic was light.",
    "Nobody at {a} could be reached for comment.",
    "The industry has changed a great deal over the past ten years, many observers say.",
    "{A} cut {n} jobs in {town} as sales of {goods} slowed.",
]
_MONTHS = ("January February March April May June July August September October November December").split()
_COPIES = 20  # one in so many documents is a copy of an earlier one


def documents(count: int, seed: int = 1, first: int = 0) -> Iterator[dict[str, Any]]:
    """Records with id, title, date and text."""
    for number in range(first, first + count):
        yield document(number, seed)


def document(number: int, seed: int = 1) -> dict[str, Any]:
    """One of them."""
    rng = random.Random(f"{seed}/{number}")
    if number >= _COPIES and rng.randrange(_COPIES) == 0:
        earlier = document(rng.randrange(number), seed)
        return {**earlier, "id": f"n{number:09}", "title": f"Update: {earlier['title']}", "text": _cut(earlier["text"])}
    day = f"{rng.randrange(2019, 2027)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    cast = [company(each, seed) for each in _cast(rng, number)]
    paragraphs = [_paragraph(rng, cast) for _ in range(rng.randrange(2, 8))]
    return {
        "id": f"n{number:09}",
        "title": f"{cast[0]['short']} in talks with {cast[1]['short']}",
        "date": day,
        "text": "\n\n".join(paragraphs),
    }


def company(number: int, seed: int = 1) -> dict[str, str]:
    """The names of a company: full, short, and by letters."""
    rng = random.Random(f"{seed}/company/{number}")
    # every eighth has a first word that another may have, too
    stem = _word(random.Random(f"{seed}/stem/{number // 8}") if number % 8 == 0 else rng)
    trade, form = rng.choice(_TRADES), rng.choice(_FORMS)
    second = f" {_word(rng)}" if rng.random() < 0.3 else ""
    short = f"{stem}{second} {trade}" if rng.random() < 0.8 else f"{stem}{second}"
    return {
        "full": f"{short} {form}".strip(),
        "short": short,
        "letters": "".join(w[0] for w in short.split()) if len(short.split()) > 2 else short,
    }


def _cast(rng: random.Random, number: int) -> list[int]:
    """Companies that this document speaks of: low numbers often, the highest grows with the root of the number."""
    most = 50 + int(50 * number**0.5)
    found: dict[int, None] = {}
    size = rng.randrange(3, 9)
    while len(found) < size:
        found[int(most * rng.random() ** 2)] = None
    return list(found)


def _word(rng: random.Random) -> str:
    parts = [rng.choice(_ONSETS) + rng.choice(_MIDDLES) for _ in range(rng.randrange(1, 3))]
    return ("".join(parts) + rng.choice(_CODAS) + rng.choice(["", "", "a", "o", "ex", "ia", "is"])).capitalize()


def _paragraph(rng: random.Random, cast: Sequence[dict[str, str]]) -> str:
    return " ".join(_sentence(rng, cast) for _ in range(rng.randrange(2, 6)))


def _sentence(rng: random.Random, cast: Sequence[dict[str, str]]) -> str:
    a, b, c = rng.sample(list(cast), 3)
    names = {key: _called(rng, each) for key, each in (("a", a), ("b", b), ("c", c))}
    town, town2 = rng.sample(_TOWNS, 2)
    month = rng.choice(_MONTHS)
    return rng.choice(_PATTERNS).format(
        **names, **{key.upper(): name for key, name in names.items()}, town=town, town2=town2, month=month,
        goods=rng.choice(_GOODS), person=f"{rng.choice(_FIRST)} {_word(rng)}", role=rng.choice(_ROLES),
        n=rng.randrange(2, 900), m=rng.randrange(900, 999), p=rng.randrange(1, 99), q=rng.randrange(10, 99),
        year=rng.randrange(1990, 2027), day=f"{month} {rng.randrange(1, 29)}",
    )  # fmt: skip


def _called(rng: random.Random, names: dict[str, str]) -> str:
    chance = rng.random()
    return names["full"] if chance < 0.55 else names["letters"] if chance > 0.97 else names["short"]


def _cut(text: str) -> str:
    """A copy as an editor makes it: without its last paragraph where there are several."""
    return text.rpartition("\n\n")[0] or text


def write(target: Path, count: int, seed: int = 1) -> None:
    """Write JSON lines, or Parquet where the name of the file ends so."""
    if target.suffix == ".parquet":
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        schema = pa.schema([(name, pa.string()) for name in ("id", "title", "date", "text")])
        with ParquetWriter(target, schema, compression="zstd") as file:
            for first in range(0, count, 10_000):
                some = list(documents(min(10_000, count - first), seed, first))
                file.write_batch(pa.RecordBatch.from_pylist(some, schema=schema))
        return
    with target.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(found) + "\n" for found in documents(count, seed))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, help="documents")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="FILE.jsonl or FILE.parquet")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    write(options.output, options.count, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
