"""Which statement a claim makes, whatever its status and words."""

from __future__ import annotations

from kg.model import Claim, Mention


def statement(claim: Claim) -> tuple[str, str, str, int]:
    """Who is said to be related to whom, and where the sentence starts that says so."""
    return claim.subject.name, claim.predicate, object_name(claim), claim.evidence.start


def object_name(claim: Claim) -> str:
    """The name of the other mention, "" for a number."""
    return claim.object.name if isinstance(claim.object, Mention) else ""
