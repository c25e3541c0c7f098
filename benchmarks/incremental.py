"""How long a store takes to add a few documents to many, beside a build of all of them.

    python benchmarks/incremental.py [--documents 1000] [--share 0.01] [--seed 1] [--folder DIR] [--json]

Short business texts are made up (seeded, the same every time), then the commands run as a user runs them, each a
process of its own with its loading of models. Seconds are processor time of these processes, so that other load on
the machine does not count; `wall` is the clock. `of_build` is the part of the time of the full build, the export of
the graph not counted with an addition, since it follows when the graph is asked for.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

STARTS = "Al Bor Cas Dun El Fen Gal Hol Ist Jor Kel Lor Mar Nor Ost Pel Quin Ras Sel Tor Ul Ver Wes Yar Zel".split()
ENDS = "ana beck cott dale den field gate holm ita land mere mont nova ova port ridge sen stad ton vik wick".split()
TRADES = "Air Bank Chemicals Energy Foods Freight Mining Motors Pharma Power Rail Semiconductor Software Steel".split()
FORMS = ["", "", " Inc.", " plc", " AG", " Ltd", " Group"]
GIVEN = "Ada Boris Clara Dario Elena Farid Greta Hugo Ines Jonas Karla Louis Marta Nils Olga Pavel Rosa".split()
CITIES = "Oslo Lisbon Vienna Dublin Turin Gdansk Leipzig Bergen Porto Malmo".split()
SENTENCES = [
    "{a} agreed to buy {b} for ${n} million, the companies said on Monday.",
    "{a} supplies {b} with parts worth about €{n} million a year.",
    "{p}, chief executive of {a}, said revenue rose {m}% to ${n} million in the third quarter.",
    "{a} owns {m}% of {b}, which is based in {c}.",
    "The company may sell its stake in {b}, people familiar with the matter said.",
    "{a} denied that it was in talks with {b}.",
    "Shares of {a} fell {m}% after {b} cancelled an order for {n} machines.",
    "{a} plans to spend ${n} million on a plant in {c} by 2027.",
    "{b} sued {a} over a contract signed in {c} last year.",
    "{a}, a unit of {b}, employs {n}0 people.",
    "Analysts had expected a profit of ${n} million, against a loss of ${m} million a year earlier.",
    "It competes with {b} in several markets.",
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the texts, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--share", type=float, default=0.01, help="new documents, of those that are there")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work; else a temporary folder")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        result = measure(options.folder or Path(scratch), options.documents, options.share, options.seed)
    print(json.dumps(result, indent=2) if options.json else as_text(result))
    return 0


def measure(place: Path, documents: int, share: float, seed: int) -> dict[str, object]:
    """Seconds of each step, in order."""
    new = max(1, round(documents * share))
    texts = place / "texts"
    write_texts(texts, 0, documents, seed)
    store = str(place / "store")
    steps = {"build of all": run("build", str(texts), "-o", str(place / "built"))}
    steps["add of all"] = run("add", store, str(texts))
    write_texts(place / "new", documents, documents + new, seed)
    steps[f"add of {new} new"] = run("add", store, str(place / "new"))
    steps["the same again"] = run("add", store, str(place / "new"))
    write_texts(texts, documents + new, documents + 2 * new, seed)
    steps[f"add of all with {new} new"] = run("add", store, str(texts))
    steps["add of all with none new"] = run("add", store, str(texts))
    steps["remove of 1"] = run("remove", store, f"text-{documents // 2:06}")
    steps["export"] = run("export", store, "-o", str(place / "exported"))
    whole = steps["build of all"]["cpu"]
    for step in steps.values():
        step["of_build"] = round(step["cpu"] / whole, 4)
    size = (place / "store" / "claims.sqlite").stat().st_size
    return {"documents": documents, "new": new, "steps": steps, "store_bytes_a_document": size // documents}


def run(*arguments: str) -> dict[str, float]:
    """Processor and wall-clock seconds of a command."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments, "-q"]
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": round(cpu, 2), "wall": round(time.monotonic() - started, 2)}


def write_texts(folder: Path, start: int, end: int, seed: int) -> None:
    """Write the texts with these numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, end):
        (folder / f"text-{number:06}.txt").write_text("".join(sentences(random.Random(f"{seed} {number}"), number)))


def sentences(dice: random.Random, number: int) -> Iterator[str]:
    """A text about two or three companies, some of which are in other texts too."""
    pool = [company(random.Random(dice.randrange(200 + number // 2))) for _ in range(3)]
    for _ in range(dice.randint(5, 9)):
        a, b = dice.sample(pool, 2)
        person = f"{dice.choice(GIVEN)} {dice.choice(STARTS)}{dice.choice(ENDS)}"
        words = {"a": a, "b": b, "p": person, "c": dice.choice(CITIES), "n": dice.randint(2, 900)}
        yield dice.choice(SENTENCES).format(m=dice.randint(2, 60), **words) + " "


def company(dice: random.Random) -> str:
    """A name that was made up."""
    return f"{dice.choice(STARTS)}{dice.choice(ENDS)} {dice.choice(TRADES)}{dice.choice(FORMS)}"


def as_text(result: dict[str, object]) -> str:
    """A table."""
    lines = [f"{result['documents']} documents, {result['store_bytes_a_document']} bytes each in the store", ""]
    lines.append(f"{'':32}{'cpu s':>10}{'wall s':>10}{'of build':>10}")
    steps = result["steps"]
    assert isinstance(steps, dict)
    lines += [f"{n:32}{s['cpu']:>10.2f}{s['wall']:>10.2f}{s['of_build']:>10.2%}" for n, s in steps.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
