"""Find and read the files that a recipe lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg.datasets import Example, Link, conll, dfki_product, knowledgenet, re_docred, tokens
from kg.errors import InputError
from kg.ontology import Ontology
from kg.train.cutting import sentences
from kg.train.passages import Passage, from_guide, from_marked, shipped
from kg.train.recipe import DataSet

OWN = ("marked", "guide")  # forms of passages that speak the ontology's own words
_READERS: dict[str, Callable[[Path, str], Iterator[Example]]] = {
    "tokens": tokens,
    "knowledgenet": knowledgenet,
    "dfki_product": dfki_product,
    "re_docred": re_docred,
    "conll": conll,
}


def read_passages(data: DataSet, folder: Path, ontology: Ontology) -> list[Passage]:
    """The passages of a set of one's own.

    Raises:
        InputError: a file is missing or wrong; the message says the line.
    """
    read = partial(from_guide, texts=folder / data.texts) if data.form == "guide" else from_marked
    files = _files(data, folder) if data.files else shipped()
    return [passage for file in files for passage in read(file, ontology=ontology)][:: data.every]


def read_examples(data: DataSet, folder: Path) -> list[Example]:
    """The examples of a labelled set, in the set's own words, with the types alone that the recipe lists.

    Raises:
        InputError: a file is missing or wrong; the message says the line.
    """
    found: list[Example] = []
    for file in _files(data, folder):
        for example in _READERS[data.form](file, data.name):
            found += _cut(_chosen(example, data)) if data.sentences else [_chosen(example, data)]
    return found[:: data.every]


def _files(data: DataSet, folder: Path) -> list[Path]:
    found: list[Path] = []
    for pattern in data.files:
        files = sorted(folder.glob(pattern)) if "*" in pattern else [folder / pattern]
        if not files or not all(file.is_file() for file in files):
            raise InputError(f"The set {data.name} has no file {pattern} in {folder}.")
        found += files
    return found


def _chosen(example: Example, data: DataSet) -> Example:
    """An example without marks of types that are not listed, and told which marks are names."""
    if not data.kinds:
        return example
    kept = [n for n, span in enumerate(example.spans) if span.type in data.kinds]
    spans = tuple(
        replace(s, is_name=s.type not in data.capitals or any(c.isupper() for c in example.text[s.start : s.end]))
        for s in (example.spans[n] for n in kept)
    )
    return replace(example, spans=spans, links=_links(example, kept))


def _cut(example: Example) -> Iterator[Example]:
    for start, end in sentences(example.text):
        kept = [n for n, span in enumerate(example.spans) if start <= span.start and span.end <= end]
        yield replace(
            example,
            id=f"{example.id}:{start}",
            text=example.text[start:end],
            spans=tuple(replace(s, start=s.start - start, end=s.end - start) for s in (example.spans[n] for n in kept)),
            links=_links(example, kept),
        )


def _links(example: Example, kept: list[int]) -> tuple[Link, ...]:
    """The links between spans that are kept, by their new indices."""
    at = {old: new for new, old in enumerate(kept)}
    return tuple(replace(x, head=at[x.head], tail=at[x.tail]) for x in example.links if x.head in at and x.tail in at)
