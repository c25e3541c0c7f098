"""How often English is taken for another language, and how often another language for English.

    python benchmarks/languages.py TEXTS... [--lines FILE...]

TEXTS are folders of English texts, tried whole and their first 100, 200 and 400 characters alone; FILE is JSON lines
with English sentences, some put together until they are long enough to be judged. Other languages are the examples
that spaCy carries for its languages, some business news among them; of each all and the first 300 characters.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy.lang

from kg.read.language import language_of

LENGTHS = (100, 200, 400, 10**9)


def sentences(found: Any) -> Iterator[str]:
    """All strings of some words within JSON."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list) and found and all(isinstance(each, str) for each in found):
        found = " ".join(found)
    if isinstance(found, list):
        for each in found:
            yield from sentences(each)
    elif isinstance(found, str) and len(found) > 40:
        yield found


def others() -> Iterator[tuple[str, str]]:
    """Languages with their examples."""
    for module in pkgutil.iter_modules(spacy.lang.__path__):
        try:
            examples = importlib.import_module(f"spacy.lang.{module.name}.examples").sentences
        except ImportError:
            continue
        if module.name not in ("en", "xx"):
            yield module.name, " ".join(examples)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--lines", nargs="*", type=Path, default=[])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    found: dict[str, Any] = {"english_texts": len(texts)}
    for length in LENGTHS:
        wrong = [language for text in texts if (language := language_of(text[:length])) not in ("", "en")]
        found[f"refused_of_first_{length}" if length < 10**9 else "refused_whole"] = len(wrong)
    lines = [
        line for file in options.lines for row in file.open(encoding="utf-8") for line in sentences(json.loads(row))
    ]
    found["english_lines"] = len(lines)
    wrong_lines = [(language, line) for line in lines if (language := language_of(line)) not in ("", "en")]
    found["refused_lines"] = len(wrong_lines)
    foreign = dict(others())
    found["other_languages"] = len(foreign)
    found["taken_for_english"] = sorted(n for n, text in foreign.items() if language_of(text) == "en")
    found["unsure"] = sorted(n for n, text in foreign.items() if language_of(text) == "")
    found["unsure_of_first_300"] = sorted(n for n, text in foreign.items() if language_of(text[:300]) == "")
    if options.json:
        print(json.dumps(found))
        return
    print("\n".join(f"{key:24}{value}" for key, value in found.items()))
    for language, line in wrong_lines[:10]:
        print(language, re.sub(r"\s+", " ", line)[:160])


if __name__ == "__main__":
    main()
