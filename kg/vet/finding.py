"""A finding: what is wrong with a term of a file."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong, with which term ("" for the file as a whole) of which file, in one sentence.

    `severity` is "error" where kg cannot use the term as it is meant, "warning" where it can but should not have to.
    """

    file: str
    term: str
    severity: str
    message: str
