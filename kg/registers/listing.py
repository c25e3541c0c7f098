"""What a register holds of a company, and what a look-up says."""

from __future__ import annotations

from dataclasses import dataclass, field

SAME = 0.75
"""From this score on a match means the same company; with less a name stays without one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A company in a register.

    `identifiers` are pairs such as ("cik", "789019"), the main one first where a key occurs twice. `rank`
    is the place by size, 1 for the largest, 0 where the register does not tell. `country` is as the register
    gives it, usually an ISO 3166 code. `iri` names the company on the web, "" where the register has none.
    """

    name: str
    identifiers: tuple[tuple[str, str], ...] = ()
    other_names: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    iri: str = ""
    rank: int = 0

    def values(self, key: str) -> tuple[str, ...]:
        """All values of one identifier."""
        return tuple(value for name, value in self.identifiers if name == key)


@dataclass(frozen=True, slots=True)
class Match:
    """A company that a name may mean. `score` is 0 to 1; the weights of `reasons` add up to it, cut at the ends.

    A reason is the feature, its weight and the words for people.
    """

    register: str
    company: Listing
    score: float
    reasons: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is known of a company that is looked up.

    `aliases` are other forms of its name, `tickers` what the text marks as such. `full` asks for whole names
    only: no short forms, no acronyms.
    """

    name: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    full: bool = field(default=False)
