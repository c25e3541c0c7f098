"""Business text in any size, about companies that do not exist, the same every time.

    python benchmarks/business_text.py 100000 -o texts.jsonl [--seed 1] [--characters 1500]
    python benchmarks/business_text.py 1000 10000 100000 --describe

Document n depends on the seed, the length and n alone, so the first ten thousand of a million are those of ten
thousand. What it has of real text, so that caches and resolution are tried: a company is drawn by a power law
without end (Zipf), so that a few are in many documents, most in one or two, and new ones never cease to come; so are
persons, towns and products, and goods are put together of two words. Different companies share first words or letters.
A document calls a company by its full name, without its legal form, by letters or "the company". One document in twenty
is an edited copy of an earlier one. Lengths are spread as those of news are (log-normal around `--characters`), some
sixty patterns of sentences have parts that vary, and more than half of the sentences state nothing. The second form
tells how all that grows.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_WORDS = {name: given.split() if isinstance(given, str) else given for name, given in _DATA["words"].items()}
_PATTERNS = _DATA["patterns"]
_KINDS = ["facts"] * 4 + ["numbers"] * 4 + ["context"] * 12  # of twenty sentences, about as dense as news
_MONTHS = ("January February March April May June July August September October November December").split()
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE_VOWEL = re.compile(r"\b([Aa])(?= [aeiou])")
_COPIES = 20  # one in so many documents is a copy of an earlier one
CHARACTERS = 1500  # in the median document
_SPREAD = 0.5  # of the logarithm of lengths
_PARAGRAPH = 200  # characters, about
Record = dict[str, Any]


def documents(count: int, seed: int = 1, first: int = 0, characters: int = CHARACTERS) -> Iterator[Record]:
    """Records with id, title, date and text."""
    for number in range(first, first + count):
        yield document(number, seed, characters)


def document(number: int, seed: int = 1, characters: int = CHARACTERS) -> Record:
    """One of them; half of all have `characters` or more."""
    rng = random.Random(f"{seed}/{number}")
    if number >= _COPIES and rng.randrange(_COPIES) == 0:
        earlier = document(rng.randrange(number), seed, characters)
        return {**earlier, "id": f"n{number:09}", "title": f"Update: {earlier['title']}", "text": _cut(earlier["text"])}
    day = f"{rng.randrange(2019, 2027)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    story = _Story(rng, seed)
    title = story.filled(rng.choice(_PATTERNS["headlines"]))
    size = characters * min(max(rng.lognormvariate(0, _SPREAD), 0.15), 6)
    return {"id": f"n{number:09}", "title": title, "date": day, "text": story.text(size)}


class _Story:
    """A document as it is written: who is in it, and who was named already."""

    def __init__(self, rng: random.Random, seed: int) -> None:
        self._rng = rng
        cast = dict.fromkeys(_rank(rng, 20, 1.4) for _ in range(rng.randrange(3, 8)))
        while len(cast) < 3:
            cast[_rank(rng, 20, 1.4)] = None
        self.cast = [company(n, seed) for n in cast]
        self._persons = [_person(_rank(rng, 200, 1.5), seed) for _ in range(3)]
        self._towns = [_town(_rank(rng, 40, 1.6), seed) for _ in range(4)]
        self._products = [_product(n, rng.randrange(4), seed) for n in cast]
        self._named: set[str] = set()
        self._last = ""  # the company that "the company" would be
        self._mark = rng.choice("$$$$£€")
        self._told: set[str] = set()  # patterns, none of which is used twice while there are others

    def text(self, size: float) -> str:
        """Paragraphs of some characters together."""
        rng, paragraphs, written = self._rng, [], 0
        while not paragraphs or written < size - _PARAGRAPH / 2:  # so that half end before it and half after
            sentences = (self.sentence() for _ in range(rng.choice((1, 1, 2, 2, 3, 4))))
            paragraphs.append(" ".join(sentences))
            written += len(paragraphs[-1]) + 2
        if rng.random() < 0.3:
            paragraphs[0] = f"{rng.choice(self._towns).upper()}, {_day(rng)} - {paragraphs[0]}"
        if rng.random() < 0.1:
            paragraphs.append(self.filled(_PATTERNS["about"]))
        return "\n\n".join(paragraphs)

    def sentence(self) -> str:
        """One of any kind, which begins with a capital."""
        patterns = _PATTERNS[self._rng.choice(_KINDS)]
        pattern = self._rng.choice([p for p in patterns if p not in self._told] or patterns)
        self._told.add(pattern)
        found = self.filled(pattern)
        if self._rng.random() < 0.4 and found.endswith(".") and '"' not in found:
            found = f"{found[:-1]}, {self.filled(self._rng.choice(_PATTERNS['clauses']))}."
        start = 1 if found.startswith('"') else 0
        return found[:start] + found[start].upper() + found[start + 1 :]

    def filled(self, pattern: str) -> str:
        """A pattern with one of its choices each, and its slots filled."""
        while _CHOICE.search(pattern):
            pattern = _CHOICE.sub(lambda m: self._rng.choice(m[1].split("|")), pattern)
        others = self._rng.sample(self.cast[1:], 2)
        parties = {"a": self.cast[0] if self._rng.random() < 0.5 else self._rng.choice(self.cast)}
        parties |= dict(zip("bc", (o if o is not parties["a"] else self.cast[0] for o in others), strict=True))
        found = _SLOT.sub(lambda m: self._slot(m[1], parties), pattern)
        return _BEFORE_VOWEL.sub(r"\1n", found).replace("s's ", "s' ").replace("..", ".")

    def _slot(self, name: str, parties: dict[str, dict[str, str]]) -> str:
        rng = self._rng
        if name in "abcA":
            return self._called(parties[name.lower()])
        if name in ("person", "other_person"):
            return self._person(rng.choice(self._persons[1:]) if name == "other_person" else self._persons[0])
        if name in ("noun", "Noun"):
            return rng.choice(_WORDS["nouns"]) if name == "noun" else rng.choice(_WORDS["nouns"]).capitalize()
        if name in ("adjective", "adverb", "verb", "role", "unit"):
            return str(rng.choice(_WORDS[f"{name}s"]))
        if name == "period":
            return self.filled(rng.choice(_WORDS["periods"]))
        own = {"product": self._products, "town": self._towns[:2], "town2": self._towns[2:]}
        if name in ("money", "money2"):
            return _money(rng, self._mark)
        return rng.choice(own[name]) if name in own else _FIGURES[name](rng)

    def _called(self, names: dict[str, str]) -> str:
        """By its full name at first, then mostly shorter; two in ten as "the company" where it was the last."""
        chance, full = self._rng.random(), names["full"]
        if full not in self._named:
            self._named.add(full)
            found = full if chance < 0.8 else names["short"]
        elif full == self._last and chance < 0.2:
            found = "the company"
        else:
            found = names["letters"] if chance > 0.96 else full if chance > 0.8 else names["short"]
        self._last = full
        return found

    def _person(self, name: str) -> str:
        known, self._named = name in self._named, self._named | {name}
        return name.partition(" ")[2] if known and self._rng.random() < 0.7 else name


@lru_cache(100_000)
def company(number: int, seed: int = 1) -> dict[str, str]:
    """The names of a company: full, short, and by letters."""
    rng = random.Random(f"{seed}/company/{number}")
    if number % 8 == 0:  # a first word that others may have, too
        stem = _word(random.Random(f"{seed}/stem/{number // 8 % 5000}"))
    else:
        stem = rng.choice(_WORDS["common"]) if rng.random() < 0.08 else _word(rng)
    trade, form = rng.choice(_WORDS["trades"]), rng.choice(_WORDS["forms"])
    second = f" {_word(rng)}" if rng.random() < 0.3 else ""
    short = f"{stem}{second} {trade}" if rng.random() < 0.8 else f"{stem}{second}"
    letters = "".join(w[0] for w in short.split()) if len(short.split()) > 2 else short
    return {"full": f"{short} {form}".strip(), "short": short, "letters": letters}


@lru_cache(100_000)
def _person(number: int, seed: int) -> str:
    rng = random.Random(f"{seed}/person/{number}")
    return f"{rng.choice(_WORDS['first'])} {_word(rng)}"


@lru_cache(10_000)
def _town(number: int, seed: int) -> str:
    """A large one that there is, or one made up."""
    known = _WORDS["towns"]
    rng = random.Random(f"{seed}/town/{number}")
    return (
        str(known[number]) if number < len(known) else _syllables(rng, 2).capitalize() + rng.choice(_WORDS["town_ends"])
    )


def _product(number: int, which: int, seed: int) -> str:
    rng = random.Random(f"{seed}/product/{number}/{which}")
    return _word(rng) + rng.choice(["", "", " Pro", " X", f" {rng.randrange(2, 900)}"])


def _rank(rng: random.Random, offset: float, exponent: float) -> int:
    """0, 1, 2 ... by the power law of Zipf and Mandelbrot: the highest of n draws grows faster than n."""
    return int(offset * ((1 - rng.random()) ** (-1 / (exponent - 1)) - 1))


def _word(rng: random.Random) -> str:
    found = _syllables(rng, rng.randrange(1, 3)) + rng.choice(_WORDS["codas"]) + rng.choice(_WORDS["ends"])
    return found.capitalize()


def _syllables(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(_WORDS["onsets"]) + rng.choice(_WORDS["middles"]) for _ in range(count))


def _money(rng: random.Random, mark: str) -> str:
    whole, part, words = rng.randrange(2, 99), rng.randrange(1, 10), rng.random()
    millions = rng.choice((f"{rng.randrange(2, 999)}", f"{whole}.{part}"))
    said = f"{mark}{whole}.{part} billion" if words < 0.2 else f"{mark}{millions}{' million' if words < 0.8 else 'm'}"
    return rng.choice(("", "", "", "about ", "nearly ", "more than ")) + said


def _share(rng: random.Random) -> str:
    value = rng.choice((f"{rng.randrange(1, 99)}", f"{rng.randrange(1, 60)}.{rng.randrange(1, 10)}"))
    return value + rng.choice(("%", " percent", " per cent"))


def _number(rng: random.Random) -> str:
    return f"{rng.choice((rng.randrange(12, 999), rng.randrange(10, 900) * 100)):,}"


def _day(rng: random.Random) -> str:
    return rng.choice(
        (f"{rng.choice(_MONTHS)} {rng.randrange(1, 29)}", f"{rng.randrange(1, 29)} {rng.choice(_MONTHS)}")
    )


_FIGURES = {
    "share": _share, "number": _number, "day": _day,
    "month": lambda rng: rng.choice(_MONTHS),
    "year": lambda rng: str(rng.randrange(1990, 2027)),
    "cents": lambda rng: f"${rng.randrange(0, 4)}.{rng.randrange(10, 99)}",
    "goods": lambda rng: f"{rng.choice(_WORDS['makes'])} {rng.choice(_WORDS['things'])}",
}  # fmt: skip


def _cut(text: str) -> str:
    """A copy as an editor makes it: without its last paragraph where there are several."""
    return text.rpartition("\n\n")[0] or text


def write(target: Path, count: int, seed: int = 1, characters: int = CHARACTERS) -> None:
    """Write JSON lines, or Parquet where the name of the file ends so."""
    found = documents(count, seed, characters=characters)
    if target.suffix == ".parquet":
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        schema = pa.schema([(name, pa.string()) for name in ("id", "title", "date", "text")])
        with ParquetWriter(target, schema, compression="zstd") as file:
            while some := list(islice(found, 10_000)):
                file.write_batch(pa.RecordBatch.from_pylist(some, schema=schema))
        return
    with target.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in found)


def described(count: int, seed: int = 1, characters: int = CHARACTERS) -> Record:
    """How varied so many documents are: numbers of different things, and characters."""
    words: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    capitals: Counter[str] = Counter()  # of documents
    sizes, copies = [], 0
    for record in documents(count, seed, characters=characters):
        text = record["text"]
        sizes.append(len(text))
        copies += record["title"].startswith("Update: ")
        words.update(text.split())
        sentences.update(re.split(r"(?<=[.\"])\s+", text))
        capitals.update(set(re.findall(r"[A-Z][a-z]+(?: [A-Z][A-Za-z.]+)+", text)))
    return {
        "documents": count, "copies": copies, "megabytes": round(sum(sizes) / 1e6, 2),
        "median_characters": median(sizes), "longest": max(sizes),
        "different_words": len(words), "different_sentences": len(sentences),
        "sentences_once": round(sum(n == 1 for n in sentences.values()) / len(sentences), 3),
        "different_names": len(capitals), "names_in_one_document": sum(n == 1 for n in capitals.values()),
        "documents_of_commonest_name": max(capitals.values()),
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or describe them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, nargs="+", help="documents; several numbers with --describe only")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="FILE.jsonl or FILE.parquet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--characters", type=int, default=CHARACTERS, help="of the median text (default %(default)s)")
    parser.add_argument("--describe", action="store_true", help="print how varied they are, a JSON line each")
    options = parser.parse_args(arguments)
    if options.describe:
        for count in options.count:
            print(json.dumps(described(count, options.seed, options.characters)), flush=True)
    elif len(options.count) == 1 and options.output and options.count[0] > 0 and options.characters > 0:
        write(options.output, options.count[0], options.seed, options.characters)
    else:
        parser.error("give one number of documents with -o FILE, or --describe")
    return 0


if __name__ == "__main__":
    sys.exit(main())
