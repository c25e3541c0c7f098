"""The texts of three open data sets as documents: re_docred (Wikipedia), dfki_product (company pages), knowledgenet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kg import Document


def documents(data: Path) -> Iterator[Document]:
    """All texts below a folder of data sets, passages of one document of knowledgenet together."""
    for file in sorted((data / "re_docred" / "data").glob("*.json")):
        for number, row in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            yield Document(f"{file.stem}/{number:04}", " ".join(" ".join(words) for words in row["sents"]))
    for file in sorted((data / "dfki_product").glob("*.jsonl")):
        for row in _rows(file):
            yield Document(f"dfki/{row['id']}", row["text"])
    passages: dict[str, list[str]] = {}
    for file in sorted((data / "knowledgenet").glob("*.jsonl")):
        for row in _rows(file):
            passages.setdefault(row["document"], []).append(row["text"])
    for name, texts in sorted(passages.items()):
        yield Document(f"knowledgenet/{name}", "\n\n".join(dict.fromkeys(texts)))


def _rows(file: Path) -> Iterator[dict[str, str]]:
    return map(json.loads, filter(None, file.read_text(encoding="utf-8").split("\n")))
