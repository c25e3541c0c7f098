"""Where the bodies of a document sit, so that "the Leeds-based retailer" means the one that sits there.

What a text says outright counts ("X, based in Leeds", "Leeds-based X", "X of Leeds"); the dateline counts for the
first body behind it where nothing else is known of that body.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.nlp.aliases import key
from kg.nlp.annotation import Named, Parsed
from kg.nlp.syntax import descriptions

_REACH = 60  # characters between a name and its place
_HEAD = 3  # passages in which a dateline may stand


@dataclass(slots=True)
class Seats:
    """The places of bodies, by name: those that the text says, and those that a dateline suggests."""

    said: dict[str, set[str]] = field(default_factory=dict)
    suggested: dict[str, set[str]] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    """Keys of places that hold towns."""

    def add(self, name: str, place: str) -> None:
        """Note that a body sits at a place."""
        self.said.setdefault(name, set()).update(_parts(place))

    def fits(self, name: str, place: str) -> bool:
        """Whether a body is known to sit at a place."""
        known = self.said.get(name) or self.suggested.get(name, set())
        return not known.isdisjoint(_parts(place))

    def bars(self, name: str, place: str) -> bool:
        """Whether a body is known to sit elsewhere; a town may lie in any country."""
        known, asked = self.said.get(name, set()), _parts(place)
        if not known or known & asked:
            return False
        levels = [any((p in self.regions) is is_broad for p in known) for is_broad in (False, True)]
        return any(levels[p in self.regions] for p in asked)


def _parts(place: str) -> set[str]:
    return {key(p.strip().removeprefix("the ").removeprefix("The ")) for p in place.split(",") if p.strip()}


@cache
def _tables() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_name("seats.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(data["between"])), re.compile(data["dateline"]), frozenset(data["broad"])


def broad_places(lexicon: Lexicon) -> frozenset[str]:
    """The keys of countries and regions."""
    return _tables()[2] | frozenset(key(w) for w in lexicon.words_of_kinds("region"))


@dataclass(frozen=True)
class Finder:
    """Finds places of bodies with the words of a lexicon."""

    lexicon: Lexicon

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("region"))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        return frozenset(self.lexicon.kinds_like("nameWord")) - frozenset(self.lexicon.kinds_like("title"))

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        """The second halves of "Leeds-based"."""
        cues = (c for c in self.lexicon.cues if c.form == "suffix" and c.object_kinds & self._places)
        return frozenset(w for cue in cues for w in cue.words)

    def seats(self, passages: Sequence[Parsed]) -> Seats:
        """What parsed passages with their names tell."""
        seats = Seats(regions=broad_places(self.lexicon))
        for number, parsed in enumerate(passages):
            names = list(dict.fromkeys(parsed.mentions.values()))
            bodies = [n for n in names if n.kind in self._bodies]
            for name, place in (*self._based(parsed, bodies), *self._behind(parsed, names)):
                seats.add(name, place)
            town = _dateline(parsed) if number < _HEAD else ""
            if town and bodies:
                seats.suggested.setdefault(bodies[0].name, {key(town)})
        return seats

    def place_of(self, noun: Token, parsed: Parsed) -> str:
        """The place before a noun: "the Leeds-based retailer", "the Leeds retailer"."""
        for token in reversed(list(noun.lefts)):
            if token.lower_ in self._suffixes:
                return self._prefix(token, parsed)
            named = parsed.mentions.get(token.i)
            if named is not None and named.kind in self._places and token.i == named.root:
                return named.name
        return ""

    def _prefix(self, suffix: Token, parsed: Parsed) -> str:
        """The words before "-based"."""
        if suffix.i < 2 or suffix.nbor(-1).text != "-":
            return ""
        named = parsed.mentions.get(suffix.i - 2)
        place = named.name if named is not None else suffix.nbor(-2).text
        return place if place[0].isupper() else ""

    def _based(self, parsed: Parsed, bodies: Sequence[Named]) -> Iterator[tuple[str, str]]:
        """ "Leeds-based X", "X, a Leeds-based retailer"."""
        for suffix in (t for t in parsed.doc if t.lower_ in self._suffixes):
            if place := self._prefix(suffix, parsed):
                sent = suffix.sent
                near = [n for n in bodies if sent.start <= n.start < sent.end]
                yield from ((n.name, place) for n in near if self._is_of(n, suffix, parsed))

    def _is_of(self, named: Named, suffix: Token, parsed: Parsed) -> bool:
        if named.start == suffix.i + 1 or named.root == suffix.head.i:
            return True
        return suffix.head in descriptions(parsed.doc[named.start : named.end])

    def _behind(self, parsed: Parsed, names: Sequence[Named]) -> Iterator[tuple[str, str]]:
        """ "X, based in Leeds", "X of Leeds"."""
        doc, text = parsed.doc, parsed.passage.text
        ordered = sorted(names, key=lambda n: n.start)
        for body, place in pairwise(ordered):
            if body.kind in self._bodies and place.kind in self._places:
                end, begin = doc[body.end - 1].idx + len(doc[body.end - 1].text), doc[place.start].idx
                if 0 <= begin - end <= _REACH and _tables()[0].fullmatch(text[end:begin]):
                    yield body.name, place.name


def _dateline(parsed: Parsed) -> str:
    """The town at the head of a text, which is no part of its passage."""
    at = parsed.passage.offsets[0]
    line = parsed.source[parsed.source.rfind("\n", 0, at) + 1 : at]
    match = _tables()[1].fullmatch(line)
    return match["town"].title() if match else ""
