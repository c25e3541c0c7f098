"""What a push has to do: the difference between the graphs that shall be and those that the server has."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = ""  # the fingerprint of a graph that is being written


@dataclass(frozen=True, slots=True)
class Plan:
    """IRIs of graphs, each list sorted: `new` and `changed` are to be written, `gone` deleted, `unchanged` left."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: tuple[str, ...]

    @classmethod
    def between(cls, held: Mapping[str, str], wanted: Mapping[str, str], *, everything: bool = False) -> Plan:
        """From the fingerprints of both sides; with `everything` what seems unchanged counts as changed."""
        common = sorted(held.keys() & wanted.keys())
        same = () if everything else tuple(name for name in common if held[name] == wanted[name])
        changed = tuple(name for name in common if name not in set(same))
        return cls(
            tuple(sorted(wanted.keys() - held.keys())), changed, tuple(sorted(held.keys() - wanted.keys())), same
        )

    @property
    def written(self) -> tuple[str, ...]:
        """What is to be written."""
        return (*self.new, *self.changed)


def fingerprint(content: bytes) -> str:
    """What differs for graphs of different content."""
    return hashlib.sha256(content).hexdigest()[:32]
