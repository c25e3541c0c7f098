"""Questions in plain English to the shipped questions, without guessing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import QueryError
from kg.query import Answer, Dataset

__all__ = ["Reply", "ask"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What was understood: the shipped question with its parameters, the SPARQL that ran and its answer."""

    question: str
    parameters: Mapping[str, str]
    sparql: str
    answer: Answer


def ask(data: Dataset, words: str) -> Reply:
    """Answer a question in plain English.

    Raises:
        QueryError: it is not understood; the message names near questions or names.
    """
    raise QueryError(f"kg does not understand {words!r}.")
