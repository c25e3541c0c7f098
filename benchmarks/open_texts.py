"""The texts of three open data sets as documents: re_docred (Wikipedia), dfki_product (company pages), knowledgenet.

    python benchmarks/open_texts.py DATA -o FOLDER

writes a file of JSON lines of each set below DATA, in which other benchmarks read them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg import Document


def documents(data: Path) -> Iterator[Document]:
    """All texts below a folder of data sets, passages of one document of knowledgenet together."""
    for found in SETS.values():
        yield from found(data)


def re_docred(data: Path) -> Iterator[Document]:
    """Abstracts of Wikipedia, put together of their words."""
    for file in sorted((data / "re_docred" / "data").glob("*.json")):
        for number, row in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            yield Document(f"{file.stem}/{number:04}", " ".join(" ".join(words) for words in row["sents"]))


def dfki_product(data: Path) -> Iterator[Document]:
    """Pages of companies."""
    for file in sorted((data / "dfki_product").glob("*.jsonl")):
        for row in _rows(file):
            yield Document(f"dfki/{row['id']}", row["text"])


def knowledgenet(data: Path) -> Iterator[Document]:
    """Passages of web pages, those of one page together."""
    passages: dict[str, list[str]] = {}
    for file in sorted((data / "knowledgenet").glob("*.jsonl")):
        for row in _rows(file):
            passages.setdefault(row["document"], []).append(row["text"])
    for name, texts in sorted(passages.items()):
        yield Document(f"knowledgenet/{name}", "\n\n".join(dict.fromkeys(texts)))


SETS = {"re_docred": re_docred, "dfki_product": dfki_product, "knowledgenet": knowledgenet}


def _rows(file: Path) -> Iterator[dict[str, str]]:
    return map(json.loads, filter(None, file.read_text(encoding="utf-8").split("\n")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with folders of these names")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, found in SETS.items():
        count = 0
        with (options.output / f"{name}.jsonl").open("w", encoding="utf-8") as lines:
            for document in found(options.data):
                lines.write(json.dumps({"id": document.id, "text": document.text}) + "\n")
                count += 1
        print(f"{name}: {count} documents", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
