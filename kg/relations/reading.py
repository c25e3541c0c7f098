"""One number or direction as it is read from a sentence, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Change, Qualifier, Status, Value
from kg.nlp import Named


@dataclass(frozen=True, slots=True)
class Reading:
    """The metric, its words, whose it is and what is said. `rule` names what read it."""

    metric: str
    trigger: Token
    subject: Named
    change: Change
    value: Value | None
    status: Status
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    rule: str = "level"
    counterparty: Named | None = None

    def with_qualifiers(self, **more: Qualifier) -> tuple[tuple[str, Qualifier], ...]:
        """Its qualifiers with some set anew, and those left out that are set to nothing."""
        found = {**dict(self.qualifiers), **more}
        return tuple((name, found[name]) for name in sorted(found) if found[name])
