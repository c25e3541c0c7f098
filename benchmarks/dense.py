"""Seconds that texts take which no person wrote: one phrase without end, thousands of bullets, one endless sentence.

    python benchmarks/dense.py                    # each text with 20 and with 40 thousand characters
    python benchmarks/dense.py --only names --characters 20000 --json

Each is read, understood and resolved in a process of its own, on one processor and with a limit. What doubles with the
length is linear; what grows fourfold is quadratic. Seconds of processor time, without loading the models.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# a phrase, said again and again
PHRASES = {
    "names": "Acme, ",
    "its": "its ",
    "letters": "a b ",
    "and names": "and Acme ",
    "amounts": "$5 million ",
    "brackets": "(Acme) ",
    "said": "Acme Inc. said Beta Corp. ",
    "years": "2026 ",
    "possessives": "a's ",
    "quotes": '"Acme" ',
    "open quotes": '" ',
    "dashes": "Acme - ",
    "initials": "A. ",
    "hyphens": "Acme-",
    "shares": "5% of Acme, ",
    "days": "3 March 2026 ",
    "ranges": "from $2m to $3m ",
    "of": "unit of Acme ",
    "which": "Acme, which ",
    "who": "Jane Doe, who ",
    "pronouns": "it said it ",
    "acquired": "Acme acquired Beta ",
    "clauses": "Acme will buy Beta for $5 million and ",
    "sentences": "Acme Inc. will buy Beta Corp. for $5 million. ",
    "capitals": "ACME BETA ",
    "unknown words": "Qzx Wvk ",
    "stops": ". ",
    "commas": ", ",
    "ellipses": "... ",
    "digits": "1,000 ",
    "emoji": "\N{CHART WITH UPWARDS TREND} ",
}


def texts(size: int) -> dict[str, tuple[str, str]]:
    """The texts of about so many characters, each with the ending of its file."""
    found = {name: (phrase * (size // len(phrase)), ".txt") for name, phrase in PHRASES.items()}
    various = [f"Orl{_letters(n)} Inc. buys Tar{_letters(n * 7)} Ltd. " for n in range(size // 30)]
    words = [("the", "firm", "sells", "oats", "and", "Acme", "buys", "them")[n % 8] for n in range(size // 4)]
    lines = {
        "other names": "".join(various),
        "other names, one sentence": ", ".join(f"Orl{_letters(n)}" for n in range(size // 9)),
        "one sentence": " ".join(words),
        "bullets": "- Acme buys oats\n" * (size // 17),
        "headings": "".join(f"# Acme {n}\n" for n in range(size // 11)),
        "headings and text": "".join(f"# Acme {n}\n\nIt buys.\n\n" for n in range(size // 22)),
        "rows": "| Acme | $5 million | 2026 |\n" * (size // 29),
        "blank lines": "Acme buys oats." + "\n" * size + "Beta sells them.",
        "blanks": "Acme buys" + " " * size + "oats.",
        "short lines": "Acme\n" * (size // 5),
        "one word": "a" * size,
    }
    return found | {name: (text, ".md") for name, text in lines.items()}


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))


def spent(name: str, size: int, limit: float) -> float | None:
    """Seconds that a text takes, None where it takes longer than the limit."""
    found: Any = multiprocessing.get_context("fork").SimpleQueue()
    worker = multiprocessing.get_context("fork").Process(target=_understand, args=(name, size, found))
    worker.start()
    worker.join(limit)
    if worker.is_alive():
        worker.kill()
        worker.join()
        return None
    return None if found.empty() else float(found.get())


def _understand(name: str, size: int, found: Any) -> None:
    from kg import build

    text, ending = texts(size)[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_text(text, encoding="utf-8")
        started = time.process_time()
        build(path, config=_any())
        found.put(time.process_time() - started)


def _any() -> Any:
    from kg.config import ANY, Config

    return Config(language=ANY)


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, nargs="*", default=[20_000, 40_000])
    parser.add_argument("--only", nargs="*", default=[], metavar="TEXT", help="names of texts")
    parser.add_argument("--seconds", type=float, default=300.0, help="after which a text is given up")
    parser.add_argument("--most", type=float, default=5.0, help="seconds that 20,000 characters may take")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()

    from kg import Document, build

    build(Document("ready", "Acme Inc. will buy Beta Corp. for $5 million."))  # loads the models, once
    held: dict[str, dict[int, float | None]] = {}
    for name in arguments.only or texts(100):
        held[name] = {size: spent(name, size, arguments.seconds) for size in arguments.characters}
        if not arguments.json:
            told = "  ".join("    -   " if s is None else f"{s:8.2f}" for s in held[name].values())
            print(f"{name:28}{told}", flush=True)
    if arguments.json:
        print(json.dumps(held, indent=1))
    slow = [
        n for n, by_size in held.items() for c, s in by_size.items() if s is None or s / c > arguments.most / 20_000
    ]
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
