"""The nouns of kg.

A `Mention` is to an `Entity` as a `Claim` is to a `Fact` or an `Observation`: mentions and claims
speak of a place in a text, entities, facts and observations speak of the world, and `Evidence` is
the thread back. All offsets count characters (Unicode code points) of `Document.text`, half-open.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """Whether a text says that something is so, from the strongest departure to none."""

    NEGATED = "negated"
    ENDED = "ended"
    POSSIBLE = "possible"
    PLANNED = "planned"
    EXPECTED = "expected"  # of numbers only: a forecast, guidance or estimate
    ASSERTED = "asserted"


class Change(StrEnum):
    """What a number says of its metric."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"
    SHARE = "share"


class BlockKind(StrEnum):
    """What a part of a document's text is there for."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"
    QUOTE = "quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Characters `start` to `end` of a text and what they are; `place` is where the file has them ("page 3") or ""."""

    start: int
    end: int
    kind: BlockKind
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read.

    `id` is the path relative to the given folder without its ending, `date` an ISO 8601 date or "", `language` an
    ISO 639-1 code or "". `blocks` are parts of the text, in order and apart.
    """

    id: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    author: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()

    def place(self, at: int) -> str:
        """Where the file has the character `at` of the text, such as "page 3", or ""."""
        number = bisect_right(self.blocks, at, key=lambda block: block.start) - 1
        return self.blocks[number].place if number >= 0 else ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or mean an entity: `text` at a place, and the best `name` its document gives.

    `how` tells what kind of words they are: "name", "nominal" (the chipmaker), "pronoun" or
    "generic" (a common noun such as "cloud services" that stands for a product). `chain` are the places
    that a pronoun or nominal was followed through, nearest first; the last is a name.
    """

    document: str
    start: int
    end: int
    text: str
    kind: str
    name: str
    how: str = "name"
    chain: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity as written (`text`) and as meant.

    `number` is in whole units (20 million is 20000000), a percentage in points (25 % is 25),
    `high` the upper end of a range, `unit` one of "money", "percent", "points", "times", "count",
    `currency` an ISO 4217 code, `per` a unit of time ("month") or of goods ("share", "barrel"), `noun` what a
    count counts, `over` the time that all of it is spread over as an ISO 8601 duration ("P5Y").
    `bound` is "about", "at least", "at most" or "".
    """

    text: str
    number: Decimal | None = None
    unit: str = ""
    currency: str = ""
    high: Decimal | None = None
    bound: str = ""
    per: str = ""
    noun: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A time as written (`text`) and as meant.

    `value` is "" where it cannot be told, else an ISO 8601 date, month ("2026-03"), year, interval
    ("2026-07-01/2026-09-30") or duration ("P5Y"), or a fiscal label ("FY2024", "FY2024-Q3", "FY2024-H1").
    """

    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact characters that say something: `text[start:end] == quote`.

    `marks` are the words within the document that carry the parts of the claim, such as
    ("subject", 10, 19). `extractor` names the rule or model that read them, `place`
    where the file has them ("page 3") or "".
    """

    document: str
    start: int
    end: int
    quote: str
    extractor: str
    marks: tuple[tuple[str, int, int], ...] = ()
    place: str = ""


Qualifier = Value | Period | str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says: a relation between two mentions, or a number about one.

    `predicate` is a relation's or a metric's name. `object` is the other mention, or for a number
    its `Value` (None where only a direction is said) with `change` set.
    """

    subject: Mention
    predicate: str
    object: Mention | Value | None
    status: Status
    confidence: float
    evidence: Evidence
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """Another `form` of a `name` in a document, first found on characters `start` to `end`.

    `text[start:end]` is the form, or the words that say so where a pronoun stands for it. `how` tells why it is one.
    Said outright, and so of the thing itself: "bracket" (an acronym or short form in brackets behind the name),
    "ticker" (without its exchange, whose code is `where`, "" if untold), "former" (an earlier name), "also" (another
    present name), "region" (the town of a town with its region). Concluded from the other names of the document, and
    good only within it: "legal form" (Larkwell for Larkwell Inc), "acronym", "spelling", "short form" (Ottoline for
    Ottoline Foods), "surname" (also a first name). Those may mean something else in the next document: a join across
    documents may rest on a short form only if it is rare and can mean nothing else.
    """

    document: str
    start: int
    end: int
    form: str
    name: str
    how: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that is read in one document: the durable record that graphs are made of.

    `mentions` are all names and what else the claims speak of.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world with all the mentions that name it, and the pronouns and nominals that mean it.

    Mentions are in the order of documents and places: tuples, or of a big graph sequences on disk.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    mentions: Sequence[Mention] = ()
    references: Sequence[Mention] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities (by id), with its status and every passage that says it.

    `sources` is how many independent sources say it, copies of one text counted once. `contradicts` are
    the ids of facts that cannot be so together with this one, `ended_by` of those that say it is over.
    """

    id: str
    subject: str
    relation: str
    object: str
    status: Status
    confidence: float
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: int = 1
    contradicts: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """A number or direction about an entity (by id); `sources` as of a fact."""

    id: str
    subject: str
    metric: str
    change: Change
    value: Value | None
    status: Status
    confidence: float
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that no text states: it follows by `formula` from the facts and observations of `inputs` (ids).

    `rule` names the reckoning. Status and confidence are those of the weakest input.
    """

    id: str
    subject: str
    metric: str
    change: Change
    value: Value
    rule: str
    formula: str
    inputs: tuple[str, ...]
    status: Status
    confidence: float
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()


@dataclass(frozen=True, slots=True)
class Inferred:
    """A relation between two entities (by id) that no text states: it follows by `rule` from facts (`premises`, ids).

    `relation` may be one that is only inferred, such as an inverse. The confidence is the product of those of the
    premises, as `formula` writes it out. Of a chain the only qualifier is the share by way of it.
    """

    id: str
    subject: str
    relation: str
    object: str
    rule: str
    premises: tuple[str, ...]
    confidence: float
    formula: str
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A feature that speaks for (`weight` above 0) or against two names meaning one thing, with its `words`."""

    feature: str
    weight: float
    words: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Two names that may mean one thing: how sure that is (`score`, 0 to 1), why, and what was made of it.

    `verdict` is "merged", "apart" (though alike), "forced" or "forbidden" (by a decision of a person). Of several
    ways to write a name it is the most frequent.
    """

    one: str
    other: str
    verdict: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What could not be read or was refused, and why. `severity` is "error" or "warning"."""

    document: str
    severity: str
    message: str


def content_id(*parts: str) -> str:
    """Twelve hexadecimal digits that depend on nothing but what is said."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
