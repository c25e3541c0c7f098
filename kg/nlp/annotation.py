"""What the language stage hands on: each passage parsed, with its mentions and quantities."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.model import Alias, Document, Mention, Value
from kg.nlp.passages import Passage
from kg.nlp.periods import Timed


@dataclass(frozen=True, slots=True)
class Named:
    """A mention on tokens `start` to `end` (half-open) of a passage, `root` being its head token."""

    start: int
    end: int
    root: int
    mention: Mention

    @property
    def kind(self) -> str:
        """The kind of what is mentioned."""
        return self.mention.kind

    @property
    def name(self) -> str:
        """The fullest name the document gives it."""
        return self.mention.name


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity on tokens `start` to `end` (half-open) of a passage."""

    start: int
    end: int
    value: Value


@dataclass(slots=True)
class Parsed:
    """A passage with its parse. `mentions`, `amounts` and `periods` are keyed by every token they cover.

    `common` are common nouns that the trained model takes for a thing of some kind ("lithium-ion batteries").
    """

    passage: Passage
    doc: Doc
    source: str = ""
    """The whole document's text."""
    mentions: dict[int, Named] = field(default_factory=dict)
    amounts: dict[int, Amount] = field(default_factory=dict)
    periods: dict[int, Timed] = field(default_factory=dict)
    common: list[Named] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's characters for tokens `start` to `end`."""
        first, last = self.doc[start], self.doc[end - 1]
        return self.passage.span(first.idx, last.idx + len(last.text))

    def words(self, start: int, end: int) -> str:
        """The document's own words for tokens `start` to `end`."""
        first, last = self.span(start, end)
        return self.source[first:last]

    def sentence(self, token: Token) -> tuple[int, int]:
        """The document's characters of the sentence a token stands in."""
        sent = token.sent
        return self.span(sent.start, sent.end)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its parsed passages in order."""

    document: Document
    passages: tuple[Parsed, ...]
    aliases: tuple[Alias, ...] = ()
    """Other forms of names that the document gives outright, such as tickers and acronyms in brackets."""
    topic: Named | None = None
    """The body that the document is about, where one stands out."""
    lead: Named | None = None
    """The body that it names most, by however little."""
