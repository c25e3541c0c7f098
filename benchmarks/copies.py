"""How well copies of one text are told from other texts, and how long that takes for many documents.

    python benchmarks/copies.py FOLDER... [--seed N] [--size N] [--json]

Each text of the folders is edited as newswire is: another headline and byline, the last third dropped, another
dateline, 5 % of the words changed, all of these at once. An edited text and its original are a true pair. Pairs of
different texts are false pairs, and so are reports made of one form: the text with its numbers, or with its numbers
and names, filled in anew. `--size` is the number of documents, made of sentences of the texts drawn at random, whose
time is taken.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.model import Document
from kg.read import read
from kg.resolve import copies

_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FORM = 2  # different numbers make a text one that a form could be
Edit = Callable[[str, random.Random], str]


def headline(text: str, draw: random.Random) -> str:
    """Another headline and a byline above the text, whose first line goes if it has more."""
    words = draw.sample(_WORD.findall(text), 6)
    return " ".join(["Update:", *words]) + "\n\nBy the news desk\n\n" + (text.partition("\n")[2] or text)


def cut(text: str, draw: random.Random) -> str:
    """Without the last third."""
    return text[: len(text) * 2 // 3]


def dateline(text: str, draw: random.Random) -> str:
    """Another place and day at the head."""
    return f"PORT ELLAN, {draw.randint(1, 28)} June (Wire) - {text}"


def words(text: str, draw: random.Random) -> str:
    """One word in twenty replaced by another of the text."""
    known = _WORD.findall(text)
    return re.sub(r"\S+", lambda m: draw.choice(known) if draw.random() < 0.05 else m[0], text)


def everything(text: str, draw: random.Random) -> str:
    """All of these, so that a good half of the text is left."""
    return headline(dateline(words(cut(text, draw), draw), draw), draw)


def numbers(text: str, draw: random.Random) -> str:
    """The same form filled in with other numbers."""
    return re.sub(r"\d", lambda m: str(draw.randint(1, 9)), text)


def names(text: str, draw: random.Random) -> str:
    """The same form filled in with other numbers and names."""
    fresh = {name: "".join(draw.sample("abdeklmnorstuv", 6)).title() for name in re.findall(r"\b[A-Z]\w+", text)}
    return numbers(re.sub(r"\b[A-Z]\w+", lambda m: fresh[m[0]], text), draw)


COPIES: dict[str, Edit] = {f.__name__: f for f in (headline, cut, dateline, words, everything)}
FORMS: dict[str, Edit] = {f.__name__: f for f in (numbers, names)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    texts = [d for d in read(options.folders) if isinstance(d, Document)]
    result = measure(texts, options.seed) | timed(texts, options.seed, options.size)
    print(json.dumps(result, indent=2) if options.json else "\n".join(f"{k:30} {v}" for k, v in result.items()))
    return 0


def measure(texts: Sequence[Document], seed: int) -> dict[str, Any]:
    """Recall of each edit, and precision over all pairs of originals, edited texts and forms."""
    draw = random.Random(seed)
    groups: dict[str, str] = {}
    documents = []
    for text in texts:
        edited = {f"{text.id}#{name}": edit(text.text, draw) for name, edit in COPIES.items()}
        filled = FORMS if len(set(_NUMBER.findall(text.text))) >= _FORM else {}
        forms = {f"{text.id}#form-{name}": edit(text.text, draw) for name, edit in filled.items()}
        groups |= dict.fromkeys([text.id, *edited], text.id) | {name: name for name in forms}
        documents += [text, *(Document(name, content) for name, content in (edited | forms).items())]
    found = copies(documents)
    pairs = [(a, b) for a, b in combinations(sorted(groups), 2) if groups[a] == groups[b]]
    said = [(a, b) for a, b in combinations(sorted(groups), 2) if found[a] == found[b]]
    right = set(pairs) & set(said)
    result: dict[str, Any] = {"documents": len(documents), "true pairs": len(pairs), "found pairs": len(said)}
    for name in COPIES:
        hits = sum(found[t.id] == found[f"{t.id}#{name}"] for t in texts)
        result[f"recall, {name}"] = f"{hits}/{len(texts)}"
    for name in FORMS:
        made = [t for t in texts if f"{t.id}#form-{name}" in found]
        wrong = sum(found[t.id] == found[f"{t.id}#form-{name}"] for t in made)
        result[f"forms taken for copies, {name}"] = f"{wrong}/{len(made)}"
    result |= {"precision": round(len(right) / max(len(said), 1), 3), "recall": round(len(right) / len(pairs), 3)}
    return result


def timed(texts: Sequence[Document], seed: int, size: int) -> dict[str, Any]:
    """Seconds for many documents of 20 sentences each."""
    draw = random.Random(seed)
    sentences = [s for t in texts for s in re.split(r"(?<=[.!?])\s+", t.text)]
    many = [Document(f"{n:06}", " ".join(draw.sample(sentences, 20))) for n in range(size)]
    started = time.process_time()
    copies(many)
    return {"timed documents": size, "seconds": round(time.process_time() - started, 1)}


if __name__ == "__main__":
    raise SystemExit(main())
