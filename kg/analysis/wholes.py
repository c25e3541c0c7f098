"""Which shares are parts of one whole, and how concentrated it is: the same metric, part of the business and time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.analysis.concentration import Measures, Share, measures
from kg.analysis.lines import TRADE, Scene, is_usable
from kg.analysis.parts import has_word, segment_of
from kg.analysis.sums import LeftOut
from kg.export import in_words
from kg.model import Evidence, Fact, Status
from kg.query import Part, amount_of, share_of


@dataclass(frozen=True, slots=True)
class Held:
    """A party's share in a whole, with what says it (the id of a fact or observation)."""

    name: str
    share: Share
    words: str
    said: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Concentration:
    """The shares in one whole: a metric of a part of the business (of all of it where
    `segment` is "", of one that is not named where it is `parts.UNNAMED`) at one time."""

    metric: str
    segment: str
    time: str
    held: tuple[Held, ...]
    measures: Measures | None
    left_out: tuple[LeftOut, ...]
    related: tuple[tuple[str, str], ...] = ()
    """Of those that count: (name, name of its owner)."""


def concentrations(
    scene: Scene, entity: str, owners: Mapping[str, frozenset[str]], *, of_customers: bool
) -> tuple[Concentration, ...]:
    """A concentration for each whole of which shares of parties are told."""
    groups: dict[tuple[str, str, str], list[Part]] = {}
    for part in _parts(scene, entity, of_customers=of_customers):
        time = part.share.time.replace(" | ", " of ") or f"as told in {part.share.document}"
        groups.setdefault((part.metric, segment_of(part), time), []).append(part)
    return tuple(_concentration(scene, key, parts, owners) for key, parts in sorted(groups.items()))


def _parts(scene: Scene, entity: str, *, of_customers: bool) -> Iterator[Part]:
    """Shares that parties have in what an entity earns from trade, or spends on it."""
    relations = scene.role(TRADE)
    of = share_of if of_customers else amount_of
    metrics = {of(scene.graph.ontology, name) for name in relations} - {""}
    for part in scene.figures.parts:
        if part.owner == entity and part.metric in metrics and part.relation and part.name:
            yield part


def _concentration(
    scene: Scene, key: tuple[str, str, str], parts: list[Part], owners: Mapping[str, frozenset[str]]
) -> Concentration:
    held, left_out = [], []
    for part in sorted(parts, key=lambda p: (p.name, p.share.said.id)):
        share = Share.of(part.share.value)
        why = _why_not(scene, part, parts, owners)
        if why or share is None:
            why = why or "it is no share between 0 and 100 %"
            left_out.append(LeftOut(part.name, part.share.said.id, in_words(part.share.value), why))
        else:
            said = part.share.said
            held.append(Held(part.name, share, in_words(part.share.value), said.id, _telling_first(part)))
    held.sort(key=lambda h: (-h.share.low, h.name))
    related = _related(scene, [h.name for h in held], owners)
    return Concentration(*key, tuple(held), measures(h.share for h in held), tuple(left_out), related)


def _related(scene: Scene, names: Sequence[str], owners: Mapping[str, frozenset[str]]) -> tuple[tuple[str, str], ...]:
    ids = {e.name: e.id for e in scene.graph.entities}
    return tuple((a, b) for a in names for b in names if ids.get(b) in owners.get(ids.get(a, ""), ()))


def _telling_first(part: Part) -> tuple[Evidence, ...]:
    """The passages of a share, those first that give it."""
    return tuple(sorted(part.share.said.evidence, key=lambda e: part.share.value.text not in e.quote))


def _why_not(scene: Scene, part: Part, parts: list[Part], owners: Mapping[str, frozenset[str]]) -> str:
    """Why a share does not count; "" if it does."""
    said = part.share.said
    if said.status is not Status.ASSERTED or (isinstance(said, Fact) and not is_usable(said)):
        return "it is not asserted" if said.status is not Status.ASSERTED else "a source says otherwise"
    others = [p for p in parts if p is not part and p.share.said.status is Status.ASSERTED]
    if any(p.name == part.name and p.share.value.number != part.share.value.number for p in others):
        return "two different shares are told"
    if any(p.name == part.name and p.share.said.id < said.id for p in others):
        return "it is told twice"
    return _within(scene, part, others, owners) or _together(part, others)


def _within(scene: Scene, part: Part, others: list[Part], owners: Mapping[str, frozenset[str]]) -> str:
    ids = {e.name: e.id for e in scene.graph.entities}
    mine = owners.get(ids.get(part.name, ""), frozenset())
    low = share.low if (share := Share.of(part.share.value)) else 0
    wide = [p for p in others if ids.get(p.name) in mine and (s := Share.of(p.share.value)) and s.high >= low]
    owner = next((p.name for p in wide), "")
    return f"it belongs to {owner}, whose share may include it" if owner else ""


def _together(part: Part, others: list[Part]) -> str:
    """One share that the same words of one sentence give to several parties may be that of all together."""
    mine = {(e.document, e.start) for e in part.share.said.evidence if not has_word("each", e.quote)}
    for other in others:
        theirs = {(e.document, e.start) for e in other.share.said.evidence}
        once = part.share.passage[1].count(part.share.value.text) < 2
        if other.name != part.name and other.share.value == part.share.value and mine & theirs and once:
            return f"the same words give it for {other.name}, so it may be one share of both"
    return ""
