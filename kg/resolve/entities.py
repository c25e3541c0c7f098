"""One entity for each name and kind.

Within a document the language stage has already given every mention the fullest name for its thing.
Across documents, names that are equal once normalised mean one entity; where they were read as
different kinds, the kind with most mentions wins. The canonical name is the most frequent full name,
then the longest, then the first in the alphabet, so no result depends on the order of documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Entity, Mention, content_id
from kg.resolve.names import parsed, slug


def normalise(n, e):
    return parsed(n).key


_SPOKEN = frozenset({"pronoun", "nominal"})


@dataclass(frozen=True)
class Entities:
    """The entities behind mentions, and the way from one to the other."""

    all: tuple[Entity, ...]
    _ids: dict[str, str] = field(repr=False)
    _endings: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, mentions: Iterable[Mention], aliases: Iterable[tuple[str, str]], lexicon: Lexicon) -> Entities:
        """Group mentions. `aliases` are (other form, full name) pairs such as tickers in brackets."""
        endings = frozenset(w for k in lexicon.kinds_with("nameEnding") for w in lexicon.words(k, "nameEnding"))
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[normalise(mention.name, endings) or mention.name].append(mention)
        also: dict[str, set[str]] = defaultdict(set)
        for alias, name in aliases:
            also[normalise(name, endings) or name].add(alias)
        entities, taken = {}, Counter(slug(n) for n in groups)
        for normal, group in sorted(groups.items()):
            end = slug(normal) if taken[slug(normal)] == 1 else f"{slug(normal)}-{content_id(normal)[:6]}"
            entities[normal] = _entity(end, group, also.get(normal, set()))
        by_id = sorted(entities.values(), key=lambda e: e.id)
        return cls(tuple(by_id), {n: e.id for n, e in entities.items()}, endings)

    def id_of(self, mention: Mention) -> str:
        """The id of the entity that a mention means."""
        return self._ids[normalise(mention.name, self._endings) or mention.name]


def _entity(end: str, group: list[Mention], also: set[str]) -> Entity:
    kind = _most([m.kind for m in group])
    name = _most([m.name for m in group])
    in_order = sorted(set(group), key=lambda m: (m.document, m.start, m.end))
    shown, spoken = ([m for m in in_order if (m.how in _SPOKEN) is is_spoken] for is_spoken in (False, True))
    forms = {m.text for m in shown} | {m.name for m in group} | also
    return Entity(f"{kind.lower()}/{end}", kind, name, tuple(sorted(forms - {name})), (), tuple(shown), tuple(spoken))


def _most(values: list[str]) -> str:
    """The most frequent value, of equals the longest, of those the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], -len(v), v))
