"""What models are told of the server, its tools and their parameters: words.toml with the terms of the ontology."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg.export import VOCABULARIES
from kg.model import Status
from kg.ontology import Ontology
from kg.questions import questions


@cache
def _words() -> dict[str, Any]:
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _terms() -> dict[str, str]:
    ontology = Ontology.load()
    return {
        "relations": ", ".join(sorted(ontology.relations)),
        "kinds": ", ".join(ontology.leaf_kinds),
        "metrics": ", ".join(sorted(ontology.metrics)),
        "statuses": ", ".join(status.value for status in Status),
        "questions": "; ".join(question.title for question in questions().values()),
        "prefixes": ", ".join(sorted(VOCABULARIES)),
    }


def instructions() -> str:
    """What a model is told at the start."""
    return str(_words()["instructions"]).strip()


def title(tool: str) -> str:
    """The name of a tool for people."""
    return str(_words()[tool]["title"])


def description(tool: str, timeout: float) -> str:
    """What a tool does; `timeout` is that of queries, in seconds."""
    return str(_words()[tool]["text"]).format(timeout=f"{timeout:g}", **_terms())


def parameter(name: str) -> str:
    """What a parameter means."""
    return str(_words()["parameters"][name]).format(**_terms())
